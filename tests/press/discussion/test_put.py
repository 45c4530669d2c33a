"""What readers see of a discussion as it goes on: comments come, are changed, leave; threads open and close."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import pressing
from builders import Tape, at, comment, correction, gap, story, thread
from dateline.press.discussion.pick import REPLIES, ROOTS

PAGE = "/news/864/ferry-leaves-late-864"


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Discussed]:
    following = pressing.Following(Tape(), tmp_path)
    yield Discussed(following)
    following.store.close()


class Discussed:
    """A paper with a story that is open to comments, read after each step."""

    def __init__(self, following: pressing.Following) -> None:
        self.following = following
        self.tape = following.tape
        self.tape.publish(story(864))
        self.tape.stand(thread(864))

    def read(self, target: str = PAGE) -> tuple[int, Any]:
        """The status and the page at an address."""
        self.following.step(10_000)
        status, _, text = pressing.read(self.following.store, [target])[target]
        return status, html.fromstring(text.decode())

    def numbers(self, target: str = PAGE) -> list[int]:
        """The comments on a page, in their order."""
        return [int(one.removeprefix("comment-")) for one in self.read(target)[1].xpath("//li[@id]/@id")]

    def text(self, target: str = PAGE) -> str:
        return " ".join(self.read(target)[1].xpath("//section[contains(@class,'comments')]")[0].text_content().split())

    def told(self) -> str:
        """What the story's card says of comments."""
        (card,) = self.read("/harbour/")[1].xpath("//div[@class='lead']//p[@class='f']/span/text()") or [""]
        return str(card)


def test_an_open_thread_without_a_comment_has_the_form(paper: Discussed) -> None:
    _, page = paper.read()
    (form,) = page.xpath("//section[@id='comments']//form")
    assert (form.get("action"), form.get("method")) == ("/discuss/864", "post")
    assert [one.get("name") for one in form.xpath(".//input|.//textarea")] == ["text", "name", "email", "website"]
    assert page.xpath("//script[not(@type)]/@defer") == ["defer"]
    assert paper.told() == ""


def test_the_newest_comment_stands_first_with_its_first_replies_below_it(paper: Discussed) -> None:
    paper.tape.say(comment(1), comment(2), comment(3, parent=1, root=1), comment(4, parent=3, root=1))
    paper.tape.say(comment(5, parent=1, root=1), comment(6, parent=2, root=2))
    assert paper.numbers() == [2, 6, 1, 3, 4, 5]
    _, page = paper.read()
    assert page.xpath("//li[@id]/@aria-level") == ["1", "2", "1", "2", "3", "2"]
    paper.tape.say(comment(7, parent=3, root=1))
    assert paper.numbers() == [2, 6, 1, 3, 4, 7]
    assert "All 4 replies" in paper.text()
    assert paper.numbers("/discuss/864/1") == [1, 3, 4, 7, 5]
    assert paper.numbers("/discuss/864/3") == [3, 4, 7]


def test_a_chain_of_replies_goes_on_below_the_last_level_that_is_set_in(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    chain = range(2, 60)
    paper.tape.say(*(comment(number, parent=number - 1, root=1) for number in chain))
    assert paper.numbers("/discuss/864/1") == list(range(1, 52))
    _, page = paper.read("/discuss/864/1")
    assert [one.get("class") for one in page.xpath("//li[@id]")[:6]] == [None, "d1", "d2", "d3", "d3", "d3"]
    assert page.xpath("//li[@id='comment-5']/p[@class='mark']/a/@href") == ["/discuss/864/4"]


def test_a_deleted_comment_keeps_its_place_while_it_is_answered(paper: Discussed) -> None:
    paper.tape.say(comment(1, name="Jonas"), comment(2, parent=1, root=1))
    assert "Jonas" in paper.text()
    paper.tape.say(gap(1))
    assert paper.numbers() == [1, 2]
    assert "deleted by its writer" in paper.text()
    assert "Jonas" not in paper.text()
    paper.tape.hush(2, 1)
    assert paper.numbers() == []
    assert paper.read("/discuss/864/1")[0] == 404


@pytest.mark.parametrize(
    ("absent", "said"),
    [("deleted", "deleted by its writer"), ("removed", "removed by the newsroom"), ("erased", "were erased")],
)
def test_why_words_are_not_there_is_said(paper: Discussed, absent: Any, said: str) -> None:
    paper.tape.say(gap(1, absent=absent), comment(2, parent=1, root=1))
    assert said in paper.text()
    assert "1 comment" in paper.text()


def test_a_highlighted_comment_stands_first_and_once(paper: Discussed) -> None:
    paper.tape.say(comment(1), comment(2), comment(3, parent=1, root=1))
    paper.tape.say(comment(3, parent=1, root=1, highlighted=True))
    assert paper.numbers() == [3, 2, 1]
    assert "Chosen by the newsroom" in paper.text()
    paper.tape.say(comment(3, parent=1, root=1))
    assert paper.numbers() == [2, 1, 3]


def test_every_page_of_a_thread_is_reached_in_every_order(paper: Discussed) -> None:
    roots = range(1, 2 * ROOTS + 6)
    paper.tape.say(*(comment(number) for number in roots))
    paper.tape.say(*(comment(100 + number, parent=number, root=number) for number in (7, 8)))
    paper.tape.say(comment(200, parent=8, root=8))
    orders = {
        "newest": list(reversed(roots)),
        "oldest": list(roots),
        "replied": [8, 7, *(number for number in reversed(roots) if number not in (7, 8))],
    }
    for order, expected in orders.items():
        found, query = [], f"?sort={order}"
        while query:
            target = f"/discuss/864{query}"
            found += [number for number in paper.numbers(target) if number < 100]
            (query, *_) = paper.read(target)[1].xpath("//p[@class='more']/a/@href") or [""]
        assert found == expected


def test_every_reply_of_a_long_branch_is_reached(paper: Discussed) -> None:
    paper.tape.say(comment(1), *(comment(number, parent=1, root=1) for number in range(2, 130)))
    found, query = [], ""
    while True:
        target = f"/discuss/864/1{query}"
        found += paper.numbers(target)
        (query, *_) = paper.read(target)[1].xpath("//p[@class='more']/a/@href") or [""]
        if not query:
            break
    assert found == list(range(1, 130))


def test_the_page_of_the_story_leads_to_the_rest(paper: Discussed) -> None:
    paper.tape.say(*(comment(number) for number in range(1, ROOTS + 4)))
    assert len(paper.numbers()) == ROOTS
    links = paper.read()[1].xpath("//section[@id='comments']//a/@href")
    (more,) = paper.read()[1].xpath("//p[@class='more']/a/@href")
    assert paper.numbers(more) == [3, 2, 1]
    assert {"/discuss/864", "/discuss/864?sort=oldest", "/discuss/864?sort=replied"} <= set(links)


def test_only_the_first_replies_are_on_a_page_of_the_whole_thread(paper: Discussed) -> None:
    paper.tape.say(comment(1), *(comment(number, parent=1, root=1) for number in range(2, 30)))
    assert len(paper.numbers("/discuss/864")) == 1 + REPLIES


def test_a_closed_thread_has_no_form_and_says_so(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    paper.tape.stand(thread(864, standing="closed"))
    _, page = paper.read()
    assert page.xpath("//section[@id='comments']//form|//script[@src]") == []
    assert "Comments are closed." in paper.text()
    assert paper.numbers() == [1]
    for target in (PAGE, "/discuss/864", "/discuss/864/1"):
        assert "closed" in paper.read(target)[1].xpath("//section[.//li[@id]]/@class")[0]


def test_a_thread_says_until_when_it_is_open_and_that_comments_are_read_first(paper: Discussed) -> None:
    paper.tape.stand(thread(864, closes=at(5000), held=True))
    assert "Comments are read before they are shown. Open until Mar 5, 2026." in paper.text()


def test_the_form_takes_as_many_characters_as_the_rules_allow(paper: Discussed) -> None:
    assert paper.read()[1].xpath("//textarea/@maxlength") == ["5000"]
    paper.tape.stand(thread(864, longest=800))
    assert paper.read()[1].xpath("//textarea/@maxlength") == ["800"]


def test_a_story_whose_comments_are_off_shows_none_and_its_thread_is_not_there(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    paper.tape.publish(story(864, comments="off"))
    assert paper.read()[1].xpath("//section[@id='comments']") == []
    assert paper.read("/discuss/864")[0] == 404
    paper.tape.publish(story(864))
    assert paper.numbers() == [1]


def test_the_thread_of_a_withdrawn_story_is_gone_with_it_and_comes_back(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    assert paper.read("/discuss/864/1")[0] == 200
    paper.tape.withdraw(864)
    assert [paper.read(target)[0] for target in (PAGE, "/discuss/864", "/discuss/864/1")] == [410] * 3
    paper.tape.say(comment(2))
    assert paper.read("/discuss/864")[0] == 410
    paper.tape.publish(story(864, section="world"))
    assert paper.numbers() == paper.numbers("/discuss/864") == [2, 1]


def test_a_thread_belongs_to_the_code_whatever_the_address(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    paper.tape.publish(story(864, slug="another-slug", section="culture"))
    assert paper.numbers("/news/864/another-slug") == [1]
    assert paper.read()[1].xpath("//p[@class='talk']/a/@href") == ["/news/864/another-slug#comments"]


def test_who_commented_before_a_correction_is_told_of_it(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    paper.tape.publish(story(864, corrections=(correction(at=at(5000)),)))
    (link,) = paper.read()[1].xpath("//p[@class='since']/a/@href")
    assert link == f"{PAGE}#notice"
    assert len(paper.read()[1].xpath("//*[@id='notice']")) == 1
    assert "was corrected after comments" in paper.text()
    paper.tape.publish(story(864, corrections=(correction("retraction", at=at(5001)),)))
    assert "was retracted after comments" in paper.text("/discuss/864")


def test_a_correction_before_the_first_comment_needs_no_word(paper: Discussed) -> None:
    paper.tape.publish(story(864, corrections=(correction(at=at(10)),)))
    paper.tape.say(comment(1))
    assert paper.read()[1].xpath("//p[@class='since']") == []


def test_a_corrected_story_without_a_comment_has_nobody_to_tell(paper: Discussed) -> None:
    paper.tape.publish(story(864, corrections=(correction(at=at(5000)),)))
    assert paper.read()[1].xpath("//section[@id='comments']//form")
    assert paper.read()[1].xpath("//p[@class='since']") == []


def test_the_card_tells_of_comments_in_steps(paper: Discussed) -> None:
    paper.tape.say(comment(1))
    assert paper.told() == "1 comment"
    paper.tape.say(comment(2, parent=1, root=1))
    assert paper.told() == "2 comments"
    paper.tape.say(*(comment(number) for number in range(3, 13)))
    assert paper.told() == "10+ comments"
    paper.tape.say(*(comment(number) for number in range(13, 20)))
    assert "19 comments" in paper.text()
    assert paper.told() == "10+ comments"
    paper.tape.hush(*range(8, 20))
    assert paper.told() == "7 comments"


def test_a_redacted_state_of_a_comment_changes_nothing_that_readers_see(paper: Discussed) -> None:
    first = paper.tape.put("comment:1", comment(1, text="A name that must go."))
    paper.tape.say(comment(2, parent=1, root=1), gap(1, absent="erased"))
    before = paper.text()
    assert first
    paper.tape.redact(first.digest)
    assert paper.text() == before


def test_a_comment_whose_words_were_removed_before_anybody_followed_leaves_nothing(paper: Discussed) -> None:
    first = paper.tape.put("comment:1", comment(1))
    assert first
    paper.tape.hush(1)
    paper.tape.redact(first.digest)
    assert paper.numbers() == []
    assert paper.read("/discuss/864/1")[0] == 404


def test_a_place_in_another_branch_leads_nowhere(paper: Discussed) -> None:
    paper.tape.say(comment(1), comment(2), comment(3, parent=1, root=1), comment(4, parent=2, root=2))
    assert paper.numbers("/discuss/864/1?before=0-4") == []
    assert paper.numbers("/discuss/864/1?before=0-99") == [3]
    assert paper.numbers("/discuss/864?before=0-0") == []


def test_a_reply_that_is_seen_before_its_parent_stands_below_the_root(paper: Discussed) -> None:
    paper.tape.say(comment(1), comment(3, parent=2, root=1))
    assert paper.numbers() == [1, 3]
    paper.tape.say(comment(2, parent=1, root=1))
    assert paper.numbers() == [1, 2, 3]
    assert paper.read()[1].xpath("//li[@id='comment-3']/@aria-level") == ["2"]


def test_the_records_page_names_comments_and_prints_none_of_their_words(paper: Discussed) -> None:
    paper.tape.say(comment(1, name="Jonas", text="Nobody told us."))
    page = paper.read("/ledger")[1].text_content()
    assert "comment:1" in page
    assert "Jonas" not in page
    assert "Nobody told us" not in page


@pytest.mark.parametrize("path", ["/discuss/864/", "/discuss/0864"])
def test_a_thread_has_one_right_address(paper: Discussed, path: str) -> None:
    assert paper.numbers(path) == paper.numbers("/discuss/864")


@pytest.mark.parametrize("path", ["/discuss/865", "/discuss/864/9", "/discuss/865/1", "/discuss/864/1/2"])
def test_a_thread_or_comment_that_never_was_is_not_found(paper: Discussed, path: str) -> None:
    paper.tape.say(comment(1))
    assert paper.read(path)[0] == 404
