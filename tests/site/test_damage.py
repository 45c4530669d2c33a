"""What a running site does when its files are taken away or damaged: say so, go on, mend itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import sites
import waiting
from dateline.press import generation, repair
from dateline.press.store import Store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    """A site with a dozen stories; each test leaves it mended."""
    site = sites.copy(tmp_path_factory.mktemp("damage"))
    with sites.serving(site) as running:
        with sites.desk(site) as desk:
            for number in range(12):
                last = desk.do("result = published(f'Crane {n} is repaired').pk", n=number)
        waiting.until(lambda: running.ask(f"/news/{last}.json").status == 200, "all are out")
        yield running


def pressed(server: sites.Server) -> Path:
    return generation.in_use(server.site / "pressed") / "data.mdb"


def overwrite(path: Path) -> None:
    """Rubbish over every page of the file but the two that say where the others are."""
    with path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(os.urandom(path.stat().st_size - 2 * 4096))


def overwrite_head(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(8192))


def cut_off(path: Path) -> None:
    os.truncate(path, 5 * 4096)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def remove(path: Path) -> None:
    path.unlink()


def mended(server: sites.Server, before: Path) -> bool:
    try:
        again = generation.current(server.site / "pressed")
        return again not in (None, before) and server.ask("/news/3.json").status == 200 == server.ask("/").status
    except OSError:
        return False


@pytest.mark.parametrize("damage", [overwrite, overwrite_head, cut_off, empty])
def test_damaged_pages_are_noticed_told_and_made_again(server: sites.Server, damage: Callable[[Path], None]) -> None:
    before, said = generation.in_use(server.site / "pressed"), len(server.said())
    # At rest nobody looks at the file; a restart of the follower and a reader do.
    damage(pressed(server))
    os.kill(server.child("following"), 9)
    waiting.until(lambda: mended(server, before), f"the pages are mended; it said: {server.said()[said:]}", 90, 0.1)
    assert "Pressing everything again." in server.said()[said:]


def test_damage_that_only_a_reader_meets_is_mended_as_well(server: sites.Server) -> None:
    before, said = generation.in_use(server.site / "pressed"), len(server.said())
    overwrite(pressed(server))

    def asked() -> bool:
        for code in range(1, 13):
            try:
                server.ask(f"/news/{code}/x")
            except OSError:
                continue
        return mended(server, before)

    waiting.until(asked, "the pages are mended", 120, 0.1)
    assert "Pressing everything again." in server.said()[said:]


def test_a_flipped_byte_in_a_text_is_found_before_a_reader_complains(server: sites.Server) -> None:
    before, said = generation.in_use(server.site / "pressed"), len(server.said())
    flip(pressed(server))
    os.kill(server.child("following"), 9)
    waiting.until(lambda: mended(server, before), f"the pages are mended; it said: {server.said()[said:]}", 90, 0.1)
    assert "snapshots" in server.said()[said:]
    assert "A part of the pages is damaged. Pressing everything again." in server.said()[said:]


def flip(path: Path) -> None:
    """Change a byte of the words of a story where LMDB does not look."""
    store = Store(path.parent)
    with store.read() as reading:
        _, value = next(reading.items("snapshots"))
    store.close()
    with path.open("r+b") as file:
        at = file.read().index(value) + len(value) // 2
        file.seek(at)
        file.write(bytes([value[len(value) // 2] ^ 0x10]))


def test_a_damaged_search_index_is_made_again(server: sites.Server) -> None:
    before = generation.in_use(server.site / "search")
    for path in before.glob("*.json"):
        path.write_bytes(os.urandom(100))
    os.kill(server.child("following"), 9)
    waiting.until(lambda: generation.current(server.site / "search") not in (None, before), "another index", 90, 0.1)
    waiting.until(lambda: server.ask("/").status == 200, "readers are answered")


def test_pages_whose_folder_is_taken_away_are_served_on_and_made_again(server: sites.Server) -> None:
    folder = server.site / "pressed"
    folder.rename(server.site / "pressed.away")
    for _ in range(20):
        assert server.ask("/news/3.json").status == 200
    waiting.until(lambda: generation.current(folder) is not None, "the pages are made again", 90, 0.1)
    assert server.ask("/").status == 200


def test_pages_are_served_while_the_database_is_gone_and_the_desk_says_so(server: sites.Server) -> None:
    database = server.site / "dateline.db"
    files = list(server.site.glob("dateline.db*"))
    away = server.site / "away"
    away.mkdir()
    try:
        for path in files:
            path.rename(away / path.name)
        desk = waiting.until(lambda: refusal(server), "the desk notices")
        assert "The desk has to wait" in desk.text
        assert "Traceback" not in desk.text
        for target in ("/", "/harbour/", "/news/3.json", "/feed.xml", "/sitemap.xml", "/ledger"):
            assert server.ask(target).status == 200
        os.kill(server.child("newsroom"), 9)
        waiting.until(lambda: f"The database {database} is missing" in server.said(), "it is told", 60)
        assert server.ask("/").status == 200
        assert not database.exists()
    finally:
        for path in away.iterdir():
            path.rename(server.site / path.name)
        away.rmdir()
    waiting.until(lambda: server.ask("/desk/login/").status == 200, "the desk is back", 90, 0.2)


def refusal(server: sites.Server) -> sites.Answer | None:
    answer = server.ask("/desk/login/", cookie="desk_session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    return answer if answer.status == 503 and "database" in answer.text else None


def test_a_story_due_while_the_site_was_down_goes_out_at_its_start_and_its_lateness_is_logged(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    with sites.desk(site) as desk:
        code = desk.do(
            "from datetime import timedelta\nfrom wagtail.models import Revision\n"
            "row = story('The tide table', go_live_at=timezone.now() + timedelta(hours=1))\n"
            "version = row.save_revision()\nversion.publish()\nat = timezone.now() - timedelta(minutes=5)\n"
            "Revision.objects.filter(pk=version.pk).update(approved_go_live_at=at,"
            " content={**version.content, 'go_live_at': at.isoformat()})\nresult = row.pk"
        )
    with sites.serving(site) as server:
        waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "the story is out")
        late = waiting.until(lambda: server.said().partition(f"Story {code} was due to publish at ")[2], "it is told")
        assert 300 <= float(late.partition("and did, ")[2].partition(" s late")[0]) < 400


def test_what_an_operator_pressed_again_by_hand_is_not_pressed_once_more_at_the_next_start(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    repair.ask(site / "run", "A reader met damage.")
    assert sites.dateline("rebuild", "--site", site).returncode == 0
    with sites.serving(site) as server:
        assert "Pressing everything again." not in server.said()
