"""What search engines are told of a story."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builders import bare, byline, correction, credit, full, picture, site, story
from dateline.syndicate import jsonld

AGENCY = credit("agency", "Coast Press")
OUTLET = credit("relay", "Island Gazette", slug="island-gazette")


def article(**fields: Any) -> dict[str, Any]:
    return jsonld.article(story(**fields), site())


def test_every_author_is_a_person_of_their_own() -> None:
    authors = article(bylines=(byline(), byline(8, "Rui Costa"), byline(9, "Ines Prado", role="photographer")))[
        "author"
    ]
    assert authors == [
        {"@type": "Person", "name": "Ana Lopes", "url": "https://courier.example/people/ana-lopes"},
        {"@type": "Person", "name": "Rui Costa", "url": "https://courier.example/people/rui-costa"},
    ]


def test_the_paper_signs_its_own_story_that_nobody_signed() -> None:
    assert article(bylines=())["author"] == [
        {"@type": "Organization", "name": "The Harbour Courier", "url": "https://courier.example/"}
    ]


@pytest.mark.parametrize("chain", [(AGENCY,), (OUTLET, AGENCY), (AGENCY, OUTLET)])
def test_the_agency_signs_what_it_made(chain: tuple[Any, ...]) -> None:
    assert article(bylines=(), source=chain)["author"] == [
        {"@type": "Organization", "name": "Coast Press", "url": "https://courier.example/source/coast-press"}
    ]


def test_an_outlet_without_a_page_signs_by_its_name_alone() -> None:
    authors = article(bylines=(), source=(credit("relay", "Island Gazette", slug=""),))["author"]
    assert authors == [{"@type": "Organization", "name": "Island Gazette"}]


def test_the_code_is_the_identifier_and_the_dateline_is_said() -> None:
    found = jsonld.article(full(91), site())
    assert found["identifier"] == "91"
    assert found["dateline"] == "Porto"
    assert found["locationCreated"] == {"@type": "Place", "name": "Porto"}
    assert found["isBasedOn"] == ["https://coast.example/a?b=1&c=2"]
    assert found["@type"] == "AnalysisNewsArticle"


def test_times_have_a_zone_and_the_first_never_moves() -> None:
    found = article(published="2026-03-02T08:00:00Z", updated="2026-03-03T09:30:00Z")
    assert (found["datePublished"], found["dateModified"]) == ("2026-03-02T08:00:00Z", "2026-03-03T09:30:00Z")
    assert article(published="2026-03-02T08:00:00Z")["dateModified"] == "2026-03-02T08:00:00Z"


def test_a_correction_is_said_with_its_time_and_an_update_is_not_one() -> None:
    found = article(corrections=(correction(at="2026-03-04T10:00:00Z"), correction("update")))["correction"]
    assert found == [
        {
            "@type": "CorrectionComment",
            "text": "An earlier version named the wrong pier.",
            "datePublished": "2026-03-04T10:00:00Z",
        }
    ]


def test_a_picture_is_told_in_three_shapes_with_their_size() -> None:
    images = article(lead=picture(width=3200, height=1800))["image"]
    assert [(one["width"], one["height"]) for one in images] == [(1200, 675), (1200, 900), (1200, 1200)]
    assert images[0] == {
        "@type": "ImageObject",
        "url": "https://courier.example/media/aa/00112233445566778899aa-16x9.jpg",
        "width": 1200,
        "height": 675,
        "creditText": "Ines Prado",
    }


def test_what_is_not_known_is_left_out() -> None:
    found = jsonld.article(bare(3), site())
    assert not {"description", "dateline", "locationCreated", "image", "keywords", "correction", "isBasedOn"} & set(
        found
    )


def test_no_text_ends_the_script_it_stands_in() -> None:
    text = jsonld.script(article(headline="</script><!-- & \u2028"))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["headline"] == "</script><!-- & \u2028"
