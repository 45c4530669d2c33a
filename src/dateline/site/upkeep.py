"""``dateline rebuild``, ``reconcile`` and ``verify``: what an operator runs by hand, with progress on the terminal."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dateline.errors import DatelineError
from dateline.site.environment import enter
from dateline.site.folder import SiteFolder

console = Console(stderr=True)


def rebuild(path: Path) -> int:
    """Press everything again: here, or by the server that runs on the folder."""
    folder = enter(path, "ledger")
    with folder.hold("following", patience=0) as held:
        if not held:
            return _ask_server(folder)
        from dateline.ledger import read
        from dateline.site import rebuilding

        began = time.monotonic()
        with _bar() as bar:
            passes = _Passes(bar, read.last_seq())
            done = rebuilding.run(folder, passes.show)
            passes.end()
    console.print(f"Pressed {done.stories} stories from {done.entries} entries in {time.monotonic() - began:.1f} s.")
    return 0


def _ask_server(folder: SiteFolder) -> int:
    """Leave the work to the running follower, which goes on following meanwhile, and wait for it."""
    from dateline.ledger.bell import ring
    from dateline.press import generation

    before = generation.current(folder.pressed)
    folder.rebuild_request.write_text("")
    ring(folder.socket("follow"))
    with console.status("The running server presses everything again ..."):
        while generation.current(folder.pressed) == before:
            time.sleep(0.2)
    console.print("The server has pressed everything again and serves it.")
    return 0


def reconcile(path: Path) -> int:
    """Record what the desk has and the ledger has not."""
    folder = enter(path)
    from dateline.desk import reconcile as desk
    from dateline.discuss import reconcile as discuss
    from dateline.site.readiness import make_ready

    make_ready(folder)
    with _bar() as bar:
        task = bar.add_task("stories", total=None)
        counts = desk.reconcile(lambda done: bar.update(task, completed=done))
        talk = discuss.reconcile(lambda done: bar.update(task, description="comments", completed=done))
    console.print(f"The ledger agrees with the desk: {counts}; comments: {talk} recorded.")
    return 0


def verify(path: Path, against: Sequence[Path], *, pages: bool = False) -> int:
    """Prove the record, also against checkpoints that others kept; with ``pages``, that what was pressed is whole."""
    folder = enter(path, "ledger")
    from dateline.ledger import read
    from dateline.ledger import verify as ledger

    notes = [_read_note(note) for note in against]
    verifier = folder.signer().verifier
    with _bar() as bar:
        task = bar.add_task("entries", total=read.last_seq())
        proof = ledger.verify(verifier, notes, lambda done: bar.update(task, completed=done))
    removed = f", the words of {proof.redacted} removed and said so" if proof.redacted else ""
    print(f"{proof.entries} entries hold, under {proof.checkpoints} signed checkpoints{removed}.")
    print(f"Root {proof.root.hex()}")
    if pages:
        _inspect(folder)
    return 0


def _inspect(folder: SiteFolder) -> None:
    from dateline.press import generation
    from dateline.press.inspection import inspect
    from dateline.press.store import Store

    with console.status("Reading everything that was pressed ..."):
        count = inspect(Store(generation.in_use(folder.pressed)))
    print(f"{count} pressed records are whole.")


def _read_note(path: Path) -> str:
    try:
        # Whoever kept it may have lost the end of its last line; a note is exact about that.
        return path.read_text(encoding="utf-8").strip() + "\n"
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"The checkpoint {path} cannot be read: {error}.") from error


class _Passes:
    """A bar for each pass over the record, from when it begins. None goes through more than ``most``."""

    def __init__(self, bar: Progress, most: int) -> None:
        self.bar, self.most = bar, most

    def show(self, name: str, count: int) -> None:
        if name not in [task.description for task in self.bar.tasks]:
            self.end()
            self.bar.add_task(name, total=self.most)
        self.bar.update(self.bar.tasks[-1].id, completed=min(count, self.most))

    def end(self) -> None:
        """The pass that was shown last is over: what it did was all that it had."""
        for task in self.bar.tasks[-1:]:
            self.bar.update(task.id, total=task.completed)


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console
    )
