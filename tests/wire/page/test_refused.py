"""What tells no story is refused, with a reason that a person can act on."""

from __future__ import annotations

import pytest

from dateline.errors import CopyError
from dateline.wire.page import read
from dateline.wire.refusal import NoStory
from saved_pages import FIRST, HEADLINE, TEASER, json_ld, meta, page, paragraphs


@pytest.mark.parametrize(
    ("body", "title", "reason"),
    [
        ("<p>x</p>", "", "no headline"),
        ("<h1>The swing bridge stays closed</h1>", HEADLINE, "no body"),
        ("<h1>The swing bridge stays closed</h1><p>Watch the video.</p>", HEADLINE, "no body"),
        (f"<h1>404 Not Found</h1>{paragraphs()}", "404 Not Found", "message of the server"),
        (f"<h1>Just a moment...</h1>{paragraphs()}", "Just a moment...", "message of the server"),
        (f"<h1>Log in</h1><form>{paragraphs()}</form>", "Log in", "message of the server"),
    ],
)
def test_what_tells_no_story_is_refused_with_the_reason(body: str, title: str, reason: str):
    with pytest.raises(CopyError, match=reason):
        read(page(body, title=title))


def _entries(count: int) -> str:
    entry = "<li class='e'><h3><a href='/s'>A headline of another story</a></h3><p>{0} {1}</p></li>"
    return "".join(entry.format(TEASER, number) for number in range(count))


def test_a_list_of_stories_is_not_taken_for_one():
    with pytest.raises(CopyError, match="list of stories"):
        read(page(f"<h1>All about the harbour</h1><ul>{_entries(12)}</ul>", title="All about the harbour"))


def test_a_page_that_calls_itself_a_collection_is_refused():
    head = json_ld({"@type": "CollectionPage", "name": "Harbour"})
    with pytest.raises(CopyError, match="list of stories"):
        read(page(f"<h1>Harbour</h1>{paragraphs()}", head=head, title="Harbour"))


def test_the_front_of_a_site_is_refused():
    lead = f"<h1>{HEADLINE}</h1><p>{FIRST}</p>"
    with pytest.raises(CopyError, match=r"front of a site|list of stories"):
        read(page(f"{lead}<ul>{_entries(30)}</ul>", head='<link rel="canonical" href="https://courier.example/">'))


def test_a_page_without_a_body_tells_what_it_is_all_the_same():
    head = meta(article__published_time="2024-11-05T08:30:00+01:00", og__url="https://courier.example/gallery/bridge")
    with pytest.raises(NoStory, match="no body") as refusal:
        read(page(f"<h1>{HEADLINE}</h1><img src='bridge.jpg'>", head=head))
    found = refusal.value.found
    assert (found.headline, found.published) == (HEADLINE, "2024-11-05T08:30:00+01:00")
    assert found.url == "https://courier.example/gallery/bridge"
    assert found.body == ()
