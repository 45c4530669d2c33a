"""What becomes of a comment, and what a moderator reads about why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.discuss.checks import Memory, OutsideAnswer, WordList, judge
from dateline.discuss.checks.case import Opinion
from dateline.discuss.checks.names import skeleton
from dateline.discuss.checks.order import CHECKS
from dateline.discuss.checks.wordlist import Entry
from dateline.discuss.draft import Draft
from dateline.discuss.rules import Policy

KNOWN = Draft(
    text="The ferry was late again on Monday.",
    name="Vera Lund",
    story=864,
    at=datetime(2026, 5, 21, tzinfo=UTC),
    reader=7,
    approved=12,
    seconds=40,
)
WORDS = WordList([Entry("bollard", "reject"), Entry("gosh", "hold")])


class Fixed:
    """A model that always says the same."""

    def opinion(self, text: str) -> Opinion:
        assert text
        return Opinion(0.91, ("ferry", "late"))


def judged(policy: Policy | None = None, memory: Memory | None = None, **changes: Any) -> tuple[str, list[str]]:
    verdict = judge(replace(KNOWN, **changes), policy or Policy(), memory or Memory(words=WORDS))
    return verdict.state, [finding["says"] for finding in verdict.findings]


def test_a_known_persons_plain_comment_is_approved_with_nothing_found() -> None:
    assert judged() == ("approved", [])


def test_in_a_discussion_read_before_publication_it_waits_unless_the_person_is_trusted() -> None:
    before = Policy(moderation="before")
    assert judged(before) == ("pending", [])
    assert judged(before, standing="trusted") == ("approved", [])


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": "See a.example.com and https://b.example/x"}, "two links; the site allows one"),
        (
            {"text": "THIS IS AN OUTRAGE AND EVERYBODY KNOWS IT"},
            "100% capital letters",
        ),
        ({"text": "Oh gosh."}, "on the list: “gosh”"),
        ({"text": "Oh g0sh."}, "on the list: “g0sh.”, which reads as “gosh”"),
        ({"standing": "held"}, "a moderator holds this person's comments"),
        ({"approved": 1}, "a new person: one comment published so far; the first three are read first"),
        ({"approved": 0}, "a new person: no comment published so far; the first three are read first"),
        ({"seconds": 1.2}, "sent 1 seconds after the form was opened; a person takes 3 or more"),
        ({"lately": 25}, "25 comments by this person within an hour"),
        (
            {"recent": ["The ferry was late again, on MONDAY!", "Something else"]},
            "the same text as one earlier comment of this person",
        ),
        ({"network_rejected": 12}, "twelve of the last 50 comments from the same network were rejected"),
        ({"name": "www.cheap-pills.example.com"}, "a link in the name"),
        ({"text": "o\u0301\u0302\u0303\u0304\u0305h no, the ferry"}, "5 marks on one letter"),
    ],
)
def test_what_is_unusual_is_held_with_words_that_say_why(changes: dict[str, Any], says: str) -> None:
    assert judged(**changes) == ("held", [says])


def test_a_word_that_rejects_ends_the_questions() -> None:
    state, says = judged(text="You b0llard! See a.com and b.com AND MORE OF ALL OF THAT")
    assert (state, says) == ("rejected", ["on the list: “b0llard!”, which reads as “bollard”"])


def test_one_link_is_allowed_and_none_counts_where_the_rule_is_off() -> None:
    assert judged(text="See https://a.example/x.")[0] == "approved"
    assert judged(Policy(links_held=0), text="https://a.com https://b.com https://c.com")[0] == "approved"
    assert judged(Policy(links_held=1), text="https://a.com")[1] == ["one link; the site allows none"]


def test_a_full_stop_without_a_space_is_no_link() -> None:
    assert (
        judged(Policy(links_held=1), text="It was late.Then it was e.g. gone, at 10.30 or so.In the end")[0]
        == "approved"
    )


def test_whoever_is_trusted_is_asked_about_words_and_floods_only() -> None:
    assert judged(standing="trusted", text="A.COM AND B.COM AND C.COM ARE WHAT I READ")[0] == "approved"
    assert judged(standing="trusted", text="bollard")[0] == "rejected"
    assert judged(standing="trusted", lately=30)[0] == "held"


def test_whoever_is_of_the_newsroom_is_not_judged() -> None:
    assert judged(badge="staff", text="bollard", approved=0)[0] == "approved"


@pytest.mark.parametrize(
    "name", ["Edda Brink", "EDDA BRINK", "Еdda Вrink", "Edda Brlnk", "Edda Br1nk", "Edda Brink, editor", "EddaBrink"]
)
def test_a_name_that_looks_like_one_of_the_newsroom_is_held(name: str) -> None:
    memory = Memory(staff=frozenset({skeleton("Edda Brink")}))
    assert judged(memory=memory, name=name) == (
        "held",
        [f"the name “{name}” looks like that of somebody of the newsroom"],
    )
    assert judged(memory=memory, name="Edda Brandt")[0] == "approved"


def test_a_person_whose_comments_are_mostly_rejected_is_read_first() -> None:
    assert judged(memory=Memory(decided=10, rejected=6)) == (
        "held",
        ["six of this person's last ten comments were rejected"],
    )
    assert judged(memory=Memory(decided=10, rejected=4))[0] == "approved"
    assert judged(memory=Memory(decided=2, rejected=2))[0] == "approved"


def test_many_people_with_the_same_text_are_a_chorus_unless_it_is_short() -> None:
    assert judged(memory=Memory(same_by_others=1), text="Thank you!")[0] == "approved"
    long = "Everybody should read what this company has to offer today"
    assert judged(memory=Memory(same_by_others=2), text=long)[1] == [
        "the same text as two recent comments of other people"
    ]


def test_the_learned_score_holds_from_its_threshold_on_and_says_which_words_weighed_most() -> None:
    memory = Memory(scorer=Fixed())
    assert judged(Policy(threshold=0.8), memory)[1] == [
        "like comments that were rejected here: 0.91, held from 0.80; what weighed most: “ferry”, “late”"
    ]
    assert judged(Policy(threshold=0.95), memory)[0] == "approved"
    assert judged(Policy(), memory)[0] == "approved"
    assert judge(KNOWN, Policy(), memory).score == 0.91


@pytest.mark.parametrize(
    ("answer", "when_away", "state"),
    [
        (OutsideAnswer("pass"), "hold", "approved"),
        (OutsideAnswer("hold", "looks like an advertisement"), "hold", "held"),
        (OutsideAnswer("reject", "known spam"), "hold", "rejected"),
        (OutsideAnswer("away", "no answer within two seconds"), "hold", "held"),
        (OutsideAnswer("away", "no answer within two seconds"), "pass", "approved"),
    ],
)
def test_the_outside_checker_decides_as_it_was_agreed(answer: OutsideAnswer, when_away: Any, state: str) -> None:
    memory = Memory(ask_outside=lambda: answer, when_away=when_away)
    assert judged(memory=memory)[0] == state


def test_the_outside_checker_is_not_asked_about_what_is_rejected_anyway() -> None:
    asked = []

    def ask() -> OutsideAnswer:
        asked.append(1)
        return OutsideAnswer("pass")

    judged(memory=Memory(words=WORDS, ask_outside=ask), text="bollard")
    assert asked == []


def test_every_check_has_a_name_of_its_own_and_says_what_it_does() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.about.endswith(".") for check in CHECKS)
