"""Two desks at once on one database file: nobody is told that it is locked, and the record has every publication."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import newsroom
import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from dateline.desk.models import Story
from dateline.ledger.models import LedgerEntry

PUBLISHES = 100

WRITER = """
import sys
import django
django.setup()
from django.db import connection
connection.close()
connection.settings_dict["NAME"] = sys.argv[1]
from dateline.desk.models import Story
for n in range({count}):
    row = Story.objects.get(pk=int(sys.argv[2]))
    row.headline = f"Version {{n}}"
    row.save_revision().publish()
"""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.slow
def test_two_processes_publish_a_hundred_times_each_without_a_lock_error() -> None:
    rows = [newsroom.published() for _ in range(2)]
    before = LedgerEntry.objects.filter(subject__startswith="story:").count()
    name = str(connection.settings_dict["NAME"])
    script = WRITER.format(count=PUBLISHES)
    command = [sys.executable, "-c", script, name]
    desks = [subprocess.Popen([*command, str(row.pk)], stderr=subprocess.PIPE, text=True) for row in rows]
    errors: list[Any] = [desk.communicate()[1] for desk in desks]
    assert [desk.returncode for desk in desks] == [0, 0], errors
    assert LedgerEntry.objects.filter(subject__startswith="story:").count() - before == 2 * PUBLISHES
    assert ModelLogEntry.objects.filter(action="wagtail.publish").count() == 2 + 2 * PUBLISHES
    assert set(Story.objects.values_list("headline", flat=True)) == {f"Version {PUBLISHES - 1}"}
