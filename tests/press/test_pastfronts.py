"""What did we lead with at 08:00 on 21 May? A public page answers, and shows nothing that was withdrawn since."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import pressing
from builders import FIRST_DAY, Tape, site, story
from dateline.ledger import canonical
from dateline.ledger.entry import Entry, State
from dateline.masthead import Shown
from dateline.press import pastfronts
from dateline.press.room import Room
from dateline.press.store import Store
from dateline.serve.answer import Answer, make
from dateline.serve.view import Memory, View
from dateline.story import as_dict

DAY = "/archive/2026/03/02/front"


class Paper:
    """A tape followed into a store, and what readers get of it."""

    def __init__(self, folder: Path) -> None:
        self.tape = Tape()
        self.following = pressing.Following(self.tape, folder)

    def answer(self, path: str, query: str = "") -> Answer:
        self.following.follow(iter(lambda: 100, None))
        store = self.following.store
        with store.env.begin() as txn:
            return make(View(txn, store.databases, Memory()), path, query, "", 0)[0]

    def read(self, path: str) -> str:
        answer = self.answer(path)
        assert answer.status == 200, (path, answer.status, answer.headers)
        return zlib.decompress(answer.body, pressing.GZIP).decode()

    def leads_to(self, path: str, query: str = "") -> tuple[int, str]:
        answer = self.answer(path, query)
        return answer.status, dict(answer.headers)["location"]

    def times(self, path: str = DAY) -> dict[str, list[str]]:
        """What stood there, by anchor: the headlines' codes, or the words in the place of one."""
        sections = re.findall(r'<section id="(t[^"]+)">(.*?)</section>', self.read(path), re.DOTALL)
        return {name: re.findall(r"/news/(\d+)/|<li class=\"gone\">(\w+)<", text) for name, text in sections}

    def wait_until(self, day: int, hour: int, minute: int = 0) -> None:
        """Let the next entry be made at this time of March 2026, which in Lisbon is UTC."""
        passed = datetime(2026, 3, day, hour, minute, tzinfo=UTC) - FIRST_DAY
        self.tape.waited = int(passed.total_seconds()) // 60 - len(self.tape.entries) - 1


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    made = Paper(tmp_path)
    made.tape.publish(story(1), story(2), story(3))
    yield made
    made.following.store.close()


def codes(*shown: int | str) -> list[tuple[str, str]]:
    return [(str(one), "") if isinstance(one, int) else ("", one) for one in shown]


def test_a_page_says_what_stood_on_top_at_each_time_of_a_day(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2, 1)
    paper.wait_until(2, 14, 5)
    paper.tape.lead("home", 3, 2)
    assert paper.times() == {"t0930": codes(2, 1), "t1405": codes(3, 2)}


def test_a_day_begins_with_what_stood_there_at_midnight(paper: Paper) -> None:
    paper.wait_until(2, 20)
    paper.tape.lead("home", 2, 1)
    paper.wait_until(4, 6)
    paper.tape.lead("home", 3)
    page = "/archive/2026/03/04/front"
    assert paper.times(page) == {"t0000": codes(2, 1), "t0600": codes(3)}
    assert "At the beginning of the day" in paper.read(page)


def test_a_question_for_a_time_leads_to_what_stood_there_then(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2)
    paper.wait_until(2, 14)
    paper.tape.lead("home", 3)
    assert paper.leads_to(DAY, "at=13:59") == (302, f"{DAY}#t0930")
    assert paper.leads_to(DAY, "at=14:00") == (302, f"{DAY}#t1400")
    assert paper.leads_to(DAY, "at=08:00") == (302, f"{DAY}#t0930")
    assert paper.answer(DAY, "at=25:00").status == 200


def test_what_was_withdrawn_since_is_named_by_no_word(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2, 1)
    assert "Ferry leaves late, day 2" in paper.read(DAY)
    paper.tape.withdraw(2)
    assert paper.times() == {"t0930": codes("Withdrawn", 1)}
    assert "Ferry leaves late, day 2" not in paper.read(DAY)


def test_of_several_changes_within_a_minute_the_last_one_stays(paper: Paper) -> None:
    for lead in (1, 2, 3):
        paper.wait_until(2, 9, 30)
        paper.tape.lead("home", lead)
    assert paper.times() == {"t0930": codes(3)}


def test_a_day_without_a_change_leads_to_the_last_one_before_it(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2)
    assert paper.leads_to("/archive/2026/03/09/front") == (302, DAY)
    assert paper.answer("/archive/2026/03/01/front").status == 404
    assert paper.answer("/archive/2026/03/02/front/nowhere").status == 404


def test_sections_have_pages_of_their_own(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("harbour", 1)
    assert paper.times(f"{DAY}/harbour") == {"t0930": codes(1)}
    assert f'href="{DAY}/harbour"' in paper.read("/harbour/")
    assert paper.leads_to(f"{DAY}/harbour/") == (301, f"{DAY}/harbour")


def test_the_days_beside_it_the_day_and_the_front_lead_there(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2)
    paper.wait_until(4, 9, 30)
    paper.tape.lead("home", 3)
    later = "/archive/2026/03/04/front"
    assert f'<a rel="next" href="{later}">' in paper.read(DAY)
    assert f'<a rel="prev" href="{DAY}">' in paper.read(later)
    assert f'href="{DAY}"' in paper.read("/archive/2026/03/02")
    assert f'href="{later}"' in paper.read("/")


def test_it_leads_to_the_stories_of_its_day_as_soon_as_there_are_any(paper: Paper) -> None:
    paper.wait_until(4, 0, 5)
    paper.tape.lead("home", 3)
    day, front = "/archive/2026/03/04", "/archive/2026/03/04/front"
    assert f'href="{day}"' not in paper.read(front)
    assert paper.answer(day).status == 404
    paper.tape.publish(story(4, published="2026-03-04T07:00:00Z"))
    assert f'href="{day}"' in paper.read(front)
    assert paper.answer(day).status == 200


def test_a_front_that_never_had_anything_has_no_page(paper: Paper) -> None:
    paper.tape.lead("home")
    assert paper.answer(DAY).status == 404
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2)
    assert paper.times() == {"t0930": codes(2)}


def test_a_front_that_was_emptied_says_so(paper: Paper) -> None:
    paper.wait_until(2, 9, 30)
    paper.tape.lead("home", 2)
    paper.wait_until(2, 10)
    paper.tape.lead("home")
    assert paper.times() == {"t0930": codes(2), "t1000": []}
    assert "Nothing" in paper.read(DAY)


def shown(seq: int, at: datetime, *leads: int) -> State:
    body = canonical.encode(as_dict(Shown(key="home", codes=leads)))
    return State(Entry(seq, int(at.timestamp() * 1000), "shown:home", "changed", canonical.digest(body)), body)


def test_an_hour_that_clocks_show_twice_is_told_apart_and_in_order(tmp_path: Path) -> None:
    """On 25 October 2026 in Lisbon it is 01:30 at half past midnight UTC, and again an hour later."""
    store = Store(tmp_path, writer=True, durable=False)
    night = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1, 2)]
    with store.write() as w:
        pastfronts.put(w, Room.of(site()), "home", [shown(n, at, n) for n, at in enumerate(night, start=1)])
        entries = [value for _, value in w.items("lists", b"shown:home:2026-10-25")]
    anchors = [re.findall(rb't\d{4}(?:-2)?(?=")', zlib.decompressobj(-15).decompress(e[30:]))[0] for e in entries]
    assert anchors == [b"t0130", b"t0130-2", b"t0230"]
    store.close()


def test_a_change_of_the_lead_writes_as_little_on_a_busy_day(paper: Paper) -> None:
    paper.wait_until(2, 9)
    paper.tape.lead("home", 1)
    paper.read(DAY)
    counts = []
    for minute in range(1, 200):
        paper.tape.lead("home", 1 + minute % 3)
        before = paper.following.store.writes
        paper.following.follow(iter(lambda: 100, None))
        counts.append(paper.following.store.writes - before)
    assert set(counts[1:]) == {counts[1]}
    assert counts[1] <= 8
