"""JSON-LD as real sites write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from dateline.wire.page.told.jsonld import objects, texts, types

STORY = '{"@type": "NewsArticle", "headline": "The bridge"}'


def found(script: str) -> list[dict[str, object]]:
    root = document_fromstring(f"<html><head><script type='application/ld+json'>{script}</script></head></html>")
    return [dict(thing) for thing in objects(root)]


@pytest.mark.parametrize(
    "script",
    [
        STORY,
        f"[{STORY}]",
        f'{{"@graph": [{STORY}]}}',
        f"<!-- {STORY} -->",
        f"//<![CDATA[\n{STORY}\n//]]>",
        f"{STORY};",
        '{"@type": "NewsArticle", "headline": "The bridge",}',
        '{"@type": "NewsArticle",\n "headline": "The bridge", "more": "two\nlines\tand a tab"}',
        STORY.replace('"', "&quot;"),
        f'{STORY}{{"@type": "Organization"}}',
        f'{STORY}{{"@type": "broken',
        '{"@type": NewsArticle, "headline": "The bridge", "author": {"@type":"Person","name":"Ann Other"}',
    ],
)
def test_a_story_is_found_however_it_is_wrapped_or_broken(script: str):
    assert any("NewsArticle" in types(thing) and thing.get("headline") == "The bridge" for thing in found(script))


@pytest.mark.parametrize(
    "kind", ["NewsArticle", ["NewsArticle"], "https://schema.org/NewsArticle", "schema:NewsArticle"]
)
def test_a_type_is_known_by_its_last_word(kind: object):
    assert types({"@type": kind}) == {"NewsArticle"}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann Other", ["Ann Other"]),
        ({"@type": "Person", "name": "Ann Other"}, ["Ann Other"]),
        ([{"name": "Ann Other"}, "Tom Weller", None, 7, True], ["Ann Other", "Tom Weller", "7"]),
        ({"name": {"@value": "Ann Other"}}, ["Ann Other"]),
        ("Ann &amp;amp; <b>Tom</b>", ["Ann & Tom"]),
        (None, []),
    ],
)
def test_the_texts_of_a_value(value: object, names: list[str]):
    assert texts(value) == names


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("@type", "@id", "name", "author")), inner, max_size=4)
    ),
    max_leaves=30,
)


@given(_JSON)
def test_any_json_is_taken_apart_without_harm(value: object):
    for thing in found(json.dumps(value).replace("<", "\\u003c")):
        types(thing)
        for part in thing.values():
            assert all(isinstance(text, str) for text in texts(part))
