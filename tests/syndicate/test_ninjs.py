"""Stories as items of ninjs 3.0."""

from __future__ import annotations

import pytest

from builders import bare, correction, full, picture, site, story
from dateline.story import Figure, Story
from dateline.syndicate import ninjs

# What the schema of ninjs 3.0 knows; it refuses every other name.
NAMES = frozenset((
    "uri", "standard", "type", "representationType", "version", "firstCreated", "versionCreated", "pubStatus",
    "urgency", "edNote", "language", "slugline", "located", "by", "headlines", "descriptions", "bodies", "people",
    "subjects", "genres", "infoSources", "associations", "altIds", "trustIndicators",
))  # fmt: skip
INSIDE = {
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "people": {"name", "rel", "uri"},
    "subjects": {"name", "rel", "uri"},
    "genres": {"name"},
    "infoSources": {"name", "role", "uri"},
    "altIds": {"role", "value"},
    "trustIndicators": {"role", "title", "href"},
}
RENDITION = {"name", "href", "contentType", "width", "height"}


@pytest.mark.parametrize("one", [full(5), bare(6), story(7, published="2026-03-02"), story(8, lead=picture())])
def test_an_item_has_no_name_that_the_standard_does_not_know(one: Story) -> None:
    item = ninjs.item(one, site())
    assert set(item) <= NAMES
    for name, known in INSIDE.items():
        assert all(set(row) <= known for row in item.get(name, []))
    for picked in item.get("associations", []):
        assert set(picked) <= {"name", "uri", "type", "descriptions", "by", "renditions"}
        assert all(set(one) == RENDITION for one in picked["renditions"])


def test_an_item_tells_the_story() -> None:
    item = ninjs.item(full(5), site(), version=3)
    assert item["uri"] == "https://courier.example/s/5"
    assert item["version"] == "3"
    assert {one["role"]: one["value"] for one in item["headlines"]}["main"] == full(5).headline
    assert item["by"] == "Ana Lopes, Rui Costa, Ines Prado"
    assert [one["rel"] for one in item["people"]] == ["reporter", "contributor", "photographer"]
    assert [one["rel"] for one in item["subjects"]] == ["section", "topic", "topic"]
    assert "<em>closed</em>" in item["bodies"][0]["value"]
    assert [one["name"] for one in item["associations"]] == ["featureimage", "image1"]
    assert {one["value"] for one in item["altIds"]} >= set(full(5).former)


def test_a_day_without_a_time_is_no_time() -> None:
    item = ninjs.item(story(5, published="2026-03-02"), site())
    assert "firstCreated" not in item
    assert "versionCreated" not in item


def test_a_retracted_story_is_not_called_back_but_says_why() -> None:
    notice = correction("retraction", text="None of this can be shown to be true.")
    item = ninjs.item(story(5, corrections=(notice,)), site())
    assert item["pubStatus"] == "usable"
    assert "None of this can be shown to be true." in item["edNote"]


def test_pictures_in_the_text_are_named_in_their_order() -> None:
    body = (Figure(picture=picture("aa/" + "0" * 22)), Figure(picture=picture("bb/" + "1" * 22)))
    item = ninjs.item(story(5, body=body), site())
    assert [one["uri"].split("/")[4] for one in item["associations"]] == ["aa", "bb"]
