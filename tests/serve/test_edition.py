"""The pages in use: threads that answer and one that follows a switch to the next generation do not meet."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import newsstand
import pressing
from builders import site
from dateline.press import generation
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.serve.edition import Edition

SWITCHES = 60
PATHS = ("/", "/news/90/ferry-leaves-late-90", "/ledger")


def test_pages_are_answered_while_the_generation_in_use_is_switched_again_and_again(tmp_path: Path) -> None:
    folder = tmp_path / "pressed"
    tape = newsstand.courier(site())
    first = generation.begin(folder)
    store = Store(first, writer=True, durable=False)
    Press(store, pressing.kin, tape.history).apply(tape.after(0, tape.last_seq()), "a signed note\n")
    store.close()
    kept = tmp_path / "kept"
    shutil.copytree(first, kept)
    generation.switch(folder, first)
    edition = Edition(folder)
    switched = False

    def read() -> list[int]:
        found = []
        while not switched:
            found += [edition.answer(path, "", "x").status for path in PATHS]
            assert edition.position
        return found

    with ThreadPoolExecutor(2) as readers:
        reading = [readers.submit(read) for _ in range(2)]
        for _ in range(SWITCHES):
            fresh = generation.begin(folder)
            shutil.copytree(kept, fresh, dirs_exist_ok=True)
            generation.switch(folder, fresh)
            edition.refresh()
        switched = True
        statuses = [status for one in reading for status in one.result()]
    edition._close()
    assert len(statuses) > SWITCHES
    assert set(statuses) == {200}
