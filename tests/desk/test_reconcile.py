from __future__ import annotations

from collections.abc import Callable
from typing import Any

import newsroom
from django.db import connection

from dateline.desk.models import Byline, Source, Story, StoryCredit
from dateline.desk.reconcile import reconcile

Shown = Callable[[str], Any]


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_record_that_is_right_is_left_alone() -> None:
    newsroom.published()
    assert reconcile().recorded == {}


def test_what_was_changed_with_sql_is_recorded(shown: Shown) -> None:
    row, other = newsroom.published(), newsroom.published("Ferry strike ends")
    sql("UPDATE desk_story SET headline = 'Changed with SQL' WHERE code = %s", row.pk)
    sql("UPDATE desk_story SET live = %s WHERE code = %s", False, other.pk)
    # The withdrawn one stood on the home front and on that of its section.
    assert reconcile().recorded == {"changed": 1 + 2, "withdrawn": 1}
    assert shown(f"story:{row.pk}")["headline"] == "Changed with SQL"
    assert shown(f"story:{other.pk}") is None


def test_a_story_made_live_with_sql_is_recorded_with_whom_it_names(shown: Shown) -> None:
    ana = newsroom.person()
    row = newsroom.story(bylines=[Byline(person=ana)])
    sql("UPDATE desk_story SET live = %s WHERE code = %s", True, row.pk)
    reconcile()
    assert shown(f"story:{row.pk}")
    assert shown(f"person:{ana.pk}")


def test_a_story_whose_row_is_gone_is_withdrawn(shown: Shown) -> None:
    row = newsroom.published()
    for table in ("byline", "storycredit", "storytopic"):
        sql(f"DELETE FROM desk_{table} WHERE story_id = %s", row.pk)
    sql("DELETE FROM desk_story WHERE code = %s", row.pk)
    assert reconcile().recorded == {"withdrawn": 1, "changed": 2}
    assert shown(f"story:{row.pk}") is None
    assert shown("shown:home")["codes"] == []


def test_a_person_renamed_with_sql_is_recorded_if_public(shown: Shown) -> None:
    public, private = newsroom.person(), newsroom.person("Nobody Yet")
    newsroom.published(bylines=[Byline(person=public)])
    sql("UPDATE desk_person SET title = 'Editor'")
    reconcile()
    assert shown(f"person:{public.pk}")["title"] == "Editor"
    assert shown(f"person:{private.pk}") is None


def test_progress_is_told() -> None:
    newsroom.published()
    Story.objects.create(headline="A draft")
    seen: list[int] = []
    assert reconcile(seen.append).stories == 2
    assert seen[-1] == 2


def test_a_source_whose_row_is_gone_is_withdrawn_and_one_that_is_there_is_not(shown: Shown) -> None:
    agency, outlet = newsroom.source("Coast Press"), newsroom.source("Island Gazette")
    chain = [StoryCredit(kind="agency", source=agency), StoryCredit(kind="relay", source=outlet)]
    newsroom.published(credits=chain)
    StoryCredit.objects.filter(source=outlet).delete()
    Source.objects.filter(pk=outlet.pk)._raw_delete("default")
    reconcile()
    assert shown("source:coast-press")["name"] == "Coast Press"
    assert shown("source:island-gazette") is None
