from __future__ import annotations

from collections.abc import Callable
from typing import Any

import newsroom

from dateline.desk.models import FrontPlan, Section, Story
from dateline.desk.reconcile import reconcile
from dateline.desk.sections import sync_sections
from dateline.masthead import Section as PublicSection
from dateline.masthead import Site

Shown = Callable[[str], Any]


def site(*sections: PublicSection) -> Site:
    return Site(name="Courier", url="http://courier.example", language="en", zone="UTC", sections=sections)


def slugs(**words: Any) -> list[str]:
    return list(Section.objects.filter(**words).values_list("slug", flat=True))


def test_the_rows_follow_the_file() -> None:
    assert slugs() == ["harbour", "world", "culture"]
    assert list(FrontPlan.objects.values_list("key", flat=True)) == ["home", "featured", "harbour", "world", "culture"]


def test_a_section_that_left_the_file_keeps_its_stories_and_loses_its_front(shown: Shown) -> None:
    row = newsroom.published()
    sync_sections(site(PublicSection(slug="world", name="World")))
    assert slugs(retired=False) == ["world"]
    assert Story.objects.get(pk=row.pk).section.slug == "harbour"
    assert shown("front:harbour") is None
    assert shown("front:world") is not None


def test_a_renamed_section_takes_its_stories_along(shown: Shown) -> None:
    row = newsroom.published()
    assert sync_sections(site(PublicSection(slug="port", name="Port", former=("harbour",))))
    assert Story.objects.get(pk=row.pk).section.slug == "port"
    reconcile()
    assert shown(f"story:{row.pk}")["section"] == "port"


def test_syncing_again_changes_nothing() -> None:
    assert not sync_sections(site(PublicSection(slug="world", name="World")))
    before = list(FrontPlan.objects.values())
    assert not sync_sections(site(PublicSection(slug="world", name="World")))
    assert list(FrontPlan.objects.values()) == before
