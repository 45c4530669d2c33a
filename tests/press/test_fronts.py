"""The fronts as readers get them when the newsroom has done something."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressing
from builders import Tape, at, bare, story
from dateline.front import fill
from dateline.serve import frontpreview
from dateline.serve.answer import make
from dateline.serve.view import Memory, View


class Paper:
    """A tape followed entry by entry, and the fronts that readers get."""

    def __init__(self, folder: Path) -> None:
        self.tape = Tape()
        self.following = pressing.Following(self.tape, folder)

    def read(self, path: str = "/") -> str:
        self.following.follow(iter(lambda: 100, None))
        store = self.following.store
        with store.env.begin() as txn:
            answer, _ = make(View(txn, store.databases, Memory()), path, "", "", 0)
        assert answer.status == 200
        return zlib.decompress(answer.body, pressing.GZIP).decode()

    def top(self, path: str = "/") -> list[int]:
        """The stories on the page above its rail, in order."""
        text = self.read(path).partition('class="rail"')[0]
        return list(dict.fromkeys(int(code) for code in re.findall(r'href="/news/(\d+)/', text)))


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    made = Paper(tmp_path)
    yield made
    made.following.store.close()


def test_a_withdrawn_lead_is_replaced_at_once(paper: Paper) -> None:
    paper.tape.publish(bare(10), bare(12), bare(14))
    assert paper.top()[0] == 14
    paper.tape.withdraw(14)
    assert paper.top() == [12, 10]
    assert paper.top("/world/") == [12, 10]


def test_a_withdrawn_story_that_an_editor_placed_gives_its_place_to_the_next(paper: Paper) -> None:
    paper.tape.publish(bare(10), bare(12), bare(14))
    paper.tape.place("home", 10, 12)
    assert paper.top() == [10, 12, 14]
    paper.tape.withdraw(10)
    assert paper.top() == [12, 14]


def test_two_near_copies_do_not_stand_on_one_front(paper: Paper) -> None:
    paper.tape.publish(bare(10), bare(12), bare(13))  # pressing.copies: 12 and 13 are copies of each other
    assert paper.top() == [13, 10]
    paper.tape.withdraw(13)
    assert paper.top() == [12, 10]


def test_a_copy_of_what_stands_on_top_is_in_no_strip_below_it(paper: Paper) -> None:
    paper.tape.publish(bare(12, section="culture"), bare(13, section="world"))
    assert paper.top() == [13]


def test_a_flash_leads_though_so_much_came_after_it_that_it_is_not_among_the_newest(paper: Paper) -> None:
    codes = range(100, 100 + 4 * fill.HOME_POOL, 2)
    paper.tape.publish(bare(98, published=at(0), urgency=1))
    paper.tape.publish(*(bare(code, published=at(code / 10)) for code in codes))
    assert paper.top()[:2] == [98, codes[-1]]
    assert paper.top("/world/")[0] == 98


def test_a_story_made_less_urgent_moves_down_without_any_other_change(paper: Paper) -> None:
    paper.tape.publish(story(10, urgency=1), story(12))
    assert paper.top()[0] == 10
    paper.tape.publish(story(10, urgency=9))
    assert paper.top()[0] == 12


def test_latest_goes_by_the_clock_and_holds_a_note_for_the_record_that_has_just_come(paper: Paper) -> None:
    paper.tape.publish(*(bare(code, published=at(code)) for code in range(10, 40, 2)))
    paper.tape.publish(bare(40, published=at(36.5), urgency=9), bare(42, published=at(23), urgency=6))
    text = paper.read().partition('class="latest"')[2].partition("</section>")[0]
    shown = list(dict.fromkeys(int(code) for code in re.findall(r'href="/news/(\d+)/', text)))
    assert shown == [40, 24, 42, 22, 20, 18, 16, 14]


def test_what_an_editor_placed_beyond_the_top_waits_to_move_up(paper: Paper) -> None:
    codes = range(10, 26, 2)
    paper.tape.publish(*(bare(code, published=at(code)) for code in codes))
    paper.tape.place("home", *codes)
    assert paper.top()[:8] == list(codes)
    paper.tape.withdraw(10)
    assert paper.top()[6] == codes[-1]


def preview(paper: Paper, monkeypatch: pytest.MonkeyPatch, key: str, *codes: int) -> str:
    paper.read()

    class Shelf:
        @staticmethod
        def store() -> object:
            return paper.following.store

    monkeypatch.setattr(frontpreview.shelf, "of", lambda _: Shelf)
    room = paper.following.press.room
    assert room
    return frontpreview.show(key, codes, room.site, Path("unused")).decode()


@pytest.mark.parametrize(("key", "path"), [("home", "/"), ("harbour", "/harbour/"), ("featured", "/")])
def test_the_preview_is_the_page_that_readers_get_when_it_goes_out(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, key: str, path: str
) -> None:
    paper.tape.publish(*(story(code) for code in range(10, 100, 2)))
    before = paper.read(path)
    seen = preview(paper, monkeypatch, key, 20, 404, 16)
    assert paper.read(path) == before
    paper.tape.place(key, 20, 16)
    # The time of the last change is that of the placing.
    assert undated(seen) != undated(before)
    assert undated(paper.read(path)) == undated(seen)


def undated(page: str) -> str:
    return re.sub(r'<p class="edition">.*?</p>', "", page, flags=re.DOTALL)
