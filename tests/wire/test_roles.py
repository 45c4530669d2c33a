"""Who had another part in a story than writing it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.desk import house
from dateline.wire import offer, roles, sources
from dateline.wire.offer import House
from dateline.wire.record import Record
from dateline.wire.sources import About

TEXT = "The lock gates were lifted out on Monday, for the first time since the canal was dug."


@pytest.mark.parametrize(
    ("line", "rest", "parts"),
    [
        ("By Ana Lopes; photographs by Bo Lind", "By Ana Lopes", [("Bo Lind", "photographer")]),
        (
            "Ana Lopes, Photos: Bo Lind and Cy Glass; Editing by Mia Kern",
            "Ana Lopes",
            [("Bo Lind", "photographer"), ("Cy Glass", "photographer"), ("Mia Kern", "editor")],
        ),
        ("Von Anna Weber, Fotos: Jan Meer", "Von Anna Weber", [("Jan Meer", "photographer")]),
        ("By Ana Lopes. Translated by Tia Lang", "By Ana Lopes", [("Tia Lang", "translator")]),
        ("Text and photos by Ana Lopes", "Text and photos by Ana Lopes", []),
        ("By Ana Lopes and Bo Lind", "By Ana Lopes and Bo Lind", []),
        ("Ana Lopes, Photo Editor", "Ana Lopes, Photo Editor", []),
        ("Photograph by Bo Lind", "", [("Bo Lind", "photographer")]),
    ],
)
def test_a_byline_says_who_did_what(line: str, rest: str, parts: list[tuple[str, str]]) -> None:
    assert roles.part(line) == (rest, parts)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("crol:photographer", "photographer"),
        ("http://cv.example/roles/Translator", "translator"),
        ("Editor", "editor"),
        ("writer", None),
        ("ctrol:descrWriter", None),
        ("", None),
    ],
)
def test_the_name_of_a_role_means_a_part_or_none(name: str, role: str | None) -> None:
    assert roles.role_of(name) == role


def read(source: str, data: Any) -> Record:
    return sources.read(source, (data if isinstance(data, str) else json.dumps(data)).encode(), About())


G2 = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1"><contentMeta>
<creator role="crol:writer"><name>Ana Lopes</name></creator>
<creator role="crol:photographer"><name>Bo Lind</name></creator>
<contributor role="ctrol:descrWriter"><name>Nobody Shown</name></contributor>
<contributor role="ctrol:editor"><name>Mia Kern</name></contributor>
<headline>The gates are out</headline></contentMeta>
<contentSet><inlineXML><html><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>"""
NITF = f"""<nitf><body><body.head><hedline><hl1>The gates are out</hl1></hedline>
<byline><person>Ana Lopes</person><byttl>Reporter</byttl></byline>
<byline><person>Bo Lind</person><byttl>Photographer</byttl></byline><byline>Editing by Mia Kern</byline></body.head>
<body.content><p>{TEXT}</p></body.content></body></nitf>"""
NINJS = {
    "uri": "urn:1",
    "type": "text",
    "headline": "The gates are out",
    "body_html": f"<p>{TEXT}</p>",
    "authors": [
        {"name": "Ana Lopes", "role": "writer"},
        {"name": "Bo Lind", "role": "photographer"},
        {"name": "Mia Kern", "role": "editor"},
    ],
}
SCHEMA = {
    "@type": "NewsArticle",
    "headline": "The gates are out",
    "articleBody": f"{TEXT} {TEXT}",
    "author": {"@type": "Person", "name": "Ana Lopes"},
    "contributor": [{"@type": "Person", "name": "Bo Lind"}],
    "editor": {"@type": "Person", "name": "Mia Kern"},
}


@pytest.mark.parametrize(
    ("source", "data", "second"),
    [
        ("ninjs", NINJS, "photographer"),
        ("newsml-g2", G2, "photographer"),
        ("nitf", NITF, "photographer"),
        ("schema.org", SCHEMA, "contributor"),
    ],
)
def test_the_parts_that_people_had_come_along_to_the_byline(source: str, data: Any, second: str) -> None:
    record = read(source, data)
    assert record.authors == ("Ana Lopes",)
    assert set(record.others) == {("Bo Lind", second), ("Mia Kern", "editor")}
    made = offer.make(record, "1", House(house.site()), {})
    assert made.bylines[0] == ("Ana Lopes", "reporter")
    assert set(made.bylines[1:]) == set(record.others)


def test_who_wrote_a_story_and_took_its_pictures_is_named_once() -> None:
    record = read("ninjs", NINJS | {"byline": "Ana Lopes; photographs by Ana Lopes", "authors": []})
    assert (record.authors, record.others) == (("Ana Lopes",), ())
