"""What a story's page says of where its copy comes from and where it was filed."""

from __future__ import annotations

import pytest

from builders import credit, site, story
from dateline.press.view import StoryView
from dateline.press.words import Words
from dateline.story import Paragraph, Story, Subhead


def view(one: Story) -> StoryView:
    return StoryView(one, site(), Words("en", "Europe/Lisbon"))


def test_a_source_with_link_and_time_is_a_line_of_html() -> None:
    relayed = credit("relay", url="https://coast.example/1", published="2024-11-05T08:30:00Z")
    (line,) = view(story(source=(relayed,))).source_lines
    assert line.startswith('Relayed from <b><a href="/source/coast-press">Coast Press</a></b> (<a href="https://coast')
    assert line.endswith("</time>")
    assert "&lt;" not in line


@pytest.mark.parametrize(
    ("first", "run_in"),
    [
        ("The ferry left late.", "Beijing"),
        ("BEIJING (AP) — The ferry left late.", ""),
        ("<strong>Beijing</strong>, May 9 - The ferry left late.", ""),
    ],
)
def test_copy_that_begins_with_its_place_is_not_given_it_again(first: str, run_in: str) -> None:
    shown = view(story(place="Beijing", body=(Paragraph(html=first),)))
    assert shown.run_in == run_in
    assert shown.text.count("eijing") + shown.text.count("EIJING") == 1


def test_the_place_stands_by_the_date_of_a_story_that_begins_with_no_paragraph() -> None:
    assert view(story(place="Beijing", body=(Subhead(text="Ferries"),))).run_in == ""
