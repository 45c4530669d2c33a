"""The forms of notices and of contested decisions, filled in by a browser without script."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import browsing
import newsroom
import pytest
import readers
from django.utils import timezone

from dateline.discuss import doors
from dateline.discuss.legal import statement
from dateline.discuss.models import Comment, Letter, Notice, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]


@pytest.fixture
def comment() -> Comment:
    return readers.comment(readers.story().pk, text="<b>He</b> took the money.")


def filled(comment: Comment, **changes: Any) -> dict[str, Any]:
    return {
        "comment": comment.number,
        "law": "defamation",
        "explanation": "It says that I took money, which a court has found to be untrue.",
        "place": f"http://courier.example/discuss/{comment.story}/{comment.number}",
        "name": "Olga Reis",
        "email": "olga@reader.example",
        "good_faith": "yes",
        **changes,
    }


def test_anybody_gives_notice_and_is_told_its_number_and_what_follows(comment: Comment) -> None:
    way = f"/discuss/{comment.story}/notice"
    form = browsing.browser().get(f"{way}?comment={comment.number}")
    assert f'value="http://courier.example/discuss/{comment.story}/{comment.number}"' in form.content.decode()
    assert "&lt;b&gt;He&lt;/b&gt; took the money." in form.content.decode()
    answer = browsing.words(browsing.browser().post(way, filled(comment)))
    assert f"Your notice has come in: number {Notice.objects.get().pk}" in answer
    assert Letter.objects.get().to == "olga@reader.example"


def test_a_form_that_lacks_something_comes_back_with_what_was_typed(comment: Comment) -> None:
    way = f"/discuss/{comment.story}/notice"
    answer = browsing.browser().post(way, filled(comment, good_faith="", name='"><script>'))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Please confirm that what you say is accurate" in page
    assert "which a court has found to be untrue" in page
    assert "<script>" not in page
    assert not Notice.objects.exists()


def test_the_report_form_leads_to_the_notice(comment: Comment) -> None:
    page = browsing.browser().get(f"/discuss/{comment.story}/report?comment={comment.number}").content.decode()
    assert f'/discuss/{comment.story}/notice?comment={comment.number}"' in page


def test_another_site_gives_no_notice_by_a_readers_browser(comment: Comment) -> None:
    client = browsing.browser(HTTP_SEC_FETCH_SITE="cross-site")
    assert client.post(f"/discuss/{comment.story}/notice", filled(comment)).status_code == 403
    assert not Notice.objects.exists()


@pytest.mark.parametrize("asked", ["", "0", "x", "99999999999999999999", "-1"])
def test_there_is_no_form_for_a_comment_that_is_not_there(comment: Comment, asked: str) -> None:
    assert browsing.browser().get(f"/discuss/{comment.story}/notice?comment={asked}").status_code == 404


def test_a_writer_reads_the_reasons_by_the_letters_link_and_contests_them(comment: Comment) -> None:
    doors.decide([comment.number], "rejected", newsroom.account("editor"), reason="private")
    statement.keep_up(timezone.now() + timedelta(minutes=5))
    way = browsing.link(pattern=r"http://courier\.example(/discuss/statement/\S+)")
    page = browsing.words(browsing.browser().get(way))
    assert "do not publish other people&#x27;s private matters" in page
    assert "A person of our newsroom decided" in page
    assert browsing.browser().post(way, {"contest": " "}).status_code == 422
    answer = browsing.words(browsing.browser().post(way, {"contest": "It was in the council's minutes."}))
    assert "We will look at it again." in answer
    assert Statement.objects.get().contest == "It was in the council's minutes."
    assert "You have contested this." in browsing.words(browsing.browser().get(way))
    assert browsing.browser().get("/discuss/statement/1:nonsense").status_code == 404
