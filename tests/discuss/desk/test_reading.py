"""What a moderator sees of queues, comments and people."""

from __future__ import annotations

from typing import Any

import newsroom
import pytest
import readers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dateline.discuss import doors
from dateline.discuss.desk import queues
from dateline.discuss.doors.reporting import Complaint
from dateline.discuss.models import Comment, Reader

QUEUE = "/desk/comments/queue/"


def text(response: Any) -> str:
    words: str = response.content.decode()
    return words


def newcomer(name: str = "Nils Berg") -> Reader:
    return readers.reader(name, standing="normal")


def shown(client: Client, path: str) -> list[int]:
    import re

    return [int(one) for one in re.findall(r'data-number="(\d+)"', text(client.get(path)))]


@pytest.mark.parametrize(
    "path",
    [
        *(f"{QUEUE}{queue.name}/" for queue in queues.QUEUES),
        "/desk/comments/people/",
        "/desk/comments/rules/",
        "/desk/comments/rules/section/harbour/",
        "/desk/comments/words/",
        "/desk/comments/notices/",
        "/desk/comments/statements.csv",
    ],
)
def test_every_page_opens_for_a_moderator_and_an_editor_and_for_no_reporter(moderator: Client, path: str) -> None:
    assert moderator.get(path).status_code == 200
    for role, status in (("editor", 200), ("reporter", 302)):
        client = Client()
        client.force_login(newsroom.account(role, "Rui Costa"))
        assert client.get(path).status_code == status


def test_a_moderator_moderates_and_does_nothing_else(moderator: Client) -> None:
    elsewhere = ("/desk/snippets/desk/story/", "/desk/fronts/", "/desk/users/", "/desk/log/")
    assert [moderator.get(path).status_code for path in elsewhere] == [302] * 4
    page = text(moderator.get("/desk/"))
    assert "My drafts" not in page
    assert "Nothing waits." in page


def test_a_held_comment_stands_in_its_queue_with_story_person_and_reason(moderator: Client) -> None:
    code = readers.story(headline="New bridge opens to trams").pk
    row = readers.comment(code, newcomer(), "Who paid for it? See <b>here</b>.")
    assert row.state == "held"
    page = text(moderator.get(f"{QUEUE}held/"))
    for words in (
        "Nils Berg",
        "New bridge opens to trams",
        "Who paid for it? See &lt;b&gt;here&lt;/b&gt;.",
        "A new person: no comment published so far",
        "nothing decided yet",
    ):
        assert words in page
    assert shown(moderator, f"{QUEUE}pending/") == []


def test_an_answer_stands_beside_what_it_answers(moderator: Client) -> None:
    code = readers.story().pk
    parent = readers.comment(code, text="The fare is too high for a short line.")
    readers.comment(code, newcomer(), "It is the same as the bus.", parent=parent.number)
    assert "The fare is too high" in text(moderator.get(f"{QUEUE}held/"))


def test_a_reported_comment_shows_what_was_reported_and_suggests_its_reason(moderator: Client) -> None:
    row = readers.comment(readers.story().pk)
    doors.report(row.number, Complaint(reason="spam", words="the third time today", network="n1"))
    page = text(moderator.get(f"{QUEUE}reported/"))
    assert "Advertising or spam</li>" in page or "the third time today" in page
    assert '<option value="spam" selected>' in page


def test_a_queue_is_leafed_through_without_losing_or_doubling_any(moderator: Client) -> None:
    code, who = readers.story().pk, newcomer()
    Comment.objects.bulk_create(Comment(story=code, reader=who, name="N", text=f"No {n}") for n in range(60))
    seen, path = [], f"{QUEUE}pending/"
    while path:
        page = moderator.get(path)
        numbers = shown(moderator, path)
        seen += numbers
        # Somebody else decides meanwhile.
        Comment.objects.filter(number__in=numbers[:5]).update(state="approved")
        path = page.context_data["next"]
    assert seen == sorted(set(seen))
    assert len(seen) == 60
    newest = shown(moderator, f"{QUEUE}all/")
    assert newest == sorted(newest, reverse=True)


def test_a_queue_is_filtered_by_story_section_person_and_words(moderator: Client) -> None:
    first, second = readers.story().pk, readers.story(headline="Old mill sold").pk
    one, other = newcomer(), newcomer("Vera Lund")
    a = readers.comment(first, one, "About the fares").number
    b = readers.comment(second, other, "About the mill").number
    held = f"{QUEUE}held/"
    assert shown(moderator, held) == [a, b]
    assert shown(moderator, f"{held}?story={second}") == [b]
    assert shown(moderator, f"{held}?person={one.pk}") == [a]
    assert shown(moderator, f"{held}?words=MILL") == [b]
    assert shown(moderator, f"{held}?section=harbour") == [a, b]
    assert shown(moderator, f"{held}?section=world") == []
    assert shown(moderator, f"{held}?story=x&person=-1&after=zz") == [a, b]


def test_a_page_of_the_queue_costs_the_same_whatever_waits(moderator: Client) -> None:
    code = readers.story().pk
    people = [newcomer(f"Reader {n}") for n in range(30)]
    readers.comment(code, people[0])
    moderator.get(f"{QUEUE}held/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        moderator.get(f"{QUEUE}held/")
    for one in people[1:]:
        readers.comment(code, one, f"I am {one.name} and ask about the tram.")
    with CaptureQueriesContext(connection) as many:
        moderator.get(f"{QUEUE}held/")
    assert len(many) <= len(few) + 1


def test_counts_stop_at_a_thousand() -> None:
    assert queues.shown(1_000) == "1,000"
    assert queues.shown(1_001) == "1,000+"


def test_a_persons_page_tells_numbers_last_comments_and_what_was_decided(moderator: Client) -> None:
    who = newcomer()
    row = readers.comment(readers.story().pk, who, "Is it true that it leaks?")
    doors.decide([row.number], "rejected", newsroom.account("editor"), reason="false")
    doors.treat(who.pk, "held", newsroom.account("administrator"), note="posts rumours")
    page = text(moderator.get(f"/desk/comments/people/{who.pk}/"))
    for words in ("0 approved, 1 rejected", "Is it true that it leaks?", "posts rumours", "each comment read first"):
        assert words in page
    assert "Nils Berg" in text(moderator.get("/desk/comments/people/"))
    assert "Nils Berg" in text(moderator.get("/desk/comments/people/?name=nils"))


def test_a_comments_page_tells_who_decided_what_when_and_why(moderator: Client) -> None:
    row = readers.comment(readers.story().pk, newcomer())
    editor = newsroom.account("editor", "Rui Costa")
    doors.decide([row.number], "rejected", editor, reason="off-topic", note="twice told")
    page = text(moderator.get(f"/desk/comments/{row.number}/"))
    assert "Came in as held by the checks" in page
    assert "From held to rejected by Rui Costa" in page
    assert "not about the story" in page
    assert "twice told" in page


def test_the_first_page_says_what_waits_and_for_how_long() -> None:
    readers.comment(readers.story().pk, newcomer())
    client = Client()
    client.force_login(newsroom.account("editor"))
    page = text(client.get("/desk/"))
    assert "<b>1</b> held" in page
    assert "The oldest came just now." in page
    assert "My drafts" in page


def test_the_list_and_the_form_of_stories_lead_to_their_comments() -> None:
    code = readers.story().pk
    client = Client()
    client.force_login(newsroom.account("editor"))
    for path in ("/desk/snippets/desk/story/", f"/desk/snippets/desk/story/edit/{code}/"):
        assert f"/desk/comments/queue/all/?story={code}" in text(client.get(path))


def test_a_notice_stands_at_the_desk_with_its_deadline_and_is_decided_there(moderator: Client) -> None:
    from dateline.discuss.legal import notice
    from dateline.discuss.models import Letter

    row = readers.comment(readers.story().pk)
    words = "It says that I took money, which a court has found to be untrue."
    sent = notice.Sent("defamation", words, "http://courier.example/discuss/1/1", "Olga Reis", "o@r.example", True)
    given = notice.give(row.number, row.story, sent)
    page = text(moderator.get("/desk/comments/notices/"))
    assert f"Notice {given.pk}: False claims that harm somebody&#x27;s name" in page
    assert "decide by" in page
    way = f"/desk/comments/notices/{given.pk}/"
    assert "Olga Reis" in text(moderator.get(way))
    moderator.post(way, {"outcome": "removed", "answer": "You are right."})
    assert Comment.objects.get(pk=row.number).state == "rejected"
    assert "You are right." in Letter.objects.order_by("pk").last().text
    assert "The comment was removed" in text(moderator.get(way))


def test_a_contested_decision_is_settled_at_the_desk(moderator: Client) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from dateline.discuss.legal import statement
    from dateline.discuss.models import Statement

    row = readers.comment(readers.story().pk)
    doors.decide([row.number], "rejected", newsroom.account("editor"), reason="insult")
    statement.keep_up(timezone.now() + timedelta(minutes=5))
    stated = Statement.objects.get()
    statement.contest(stated, "I quoted the minutes.")
    assert f"Statement {stated.pk}" in text(moderator.get("/desk/comments/notices/"))
    way = f"/desk/comments/statements/{stated.pk}/"
    assert "I quoted the minutes." in text(moderator.get(way))
    moderator.post(way, {"do": "restore", "answer": ""})
    assert Comment.objects.get(pk=row.number).state == "approved"
    table = b"".join(moderator.get("/desk/comments/statements.csv").streaming_content).decode()
    assert table.count("\n") == 2
    assert "Comments do not insult people." in table
