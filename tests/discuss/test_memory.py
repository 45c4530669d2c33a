"""What the newsroom remembers when a comment comes in: its lists, who said the same, how the person fared."""

from __future__ import annotations

import newsroom
import pytest
import readers

from dateline.discuss import doors, echoes, lists
from dateline.discuss.models import Comment
from dateline.errors import DatelineError

pytestmark = pytest.mark.usefixtures("sections")


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(echoes, "ECHOES", echoes.Echoes())


def known(name: str) -> readers.Reader:
    return readers.reader(name, standing="normal", approved=9)


def says(row: Comment) -> list[str]:
    return [one["says"] for one in row.findings]


def test_the_lists_hold_from_the_moment_they_are_saved() -> None:
    code, who = readers.story().pk, known("Nils Berg")
    assert readers.comment(code, who, "You old bollard.").state == "approved"
    lists.change("bollard", "", newsroom.account("editor"))
    row = readers.comment(code, who, "You very old b.o.l.l.a.r.d, you.")
    assert row.state == "held"
    assert says(row) == ["on the list: “b.o.l.l.a.r.d,”, which reads as “bollard”"]


def test_a_list_with_a_line_that_is_no_word_is_not_saved() -> None:
    with pytest.raises(DatelineError, match="Line 2"):
        lists.change("fine\n***", "", newsroom.account("editor"))
    assert lists.typed().pk is None


def test_the_same_words_by_several_people_are_noticed_across_stories() -> None:
    text = "Everybody in town should read what this company has to offer."
    first = readers.comment(readers.story().pk, known("Nils Berg"), text)
    second = readers.comment(readers.story(headline="Old mill sold").pk, known("Vera Lund"), text.upper() + "!!")
    assert first.state == "approved"
    assert "the same text as one recent comment of other people" in says(second)


def test_a_person_whose_last_comments_were_rejected_is_read_first() -> None:
    code, who = readers.story().pk, known("Nils Berg")
    rows = [
        readers.comment(code, who, f"The tram was late on day {['one', 'two', 'three', 'four'][n]}.") for n in range(4)
    ]
    doors.decide([row.number for row in rows[:3]], "rejected", newsroom.account("editor"), reason="off-topic")
    assert "three of this person's last four comments were rejected" in says(readers.comment(code, who, "And the bus."))


def test_why_a_person_is_held_is_told_to_whoever_reads_their_next_comment() -> None:
    code, who = readers.story().pk, known("Nils Berg")
    doors.treat(who.pk, "held", newsroom.account("editor"), note="posts rumours")
    who.refresh_from_db()
    row = readers.comment(code, who)
    assert row.state == "held"
    assert "a moderator holds this person's comments: “posts rumours”" in says(row)


def test_somebody_who_writes_under_an_editors_name_is_held() -> None:
    newsroom.account("editor", "Edda Brink")
    row = readers.comment(readers.story().pk, known("Edda Br1nk"))
    assert says(row) == ["the name “Edda Br1nk” looks like that of somebody of the newsroom"]
