"""Versions of agency items, headlines that are still wanted, and what was learned beside an original."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wire", "0004_links")]

    operations = [
        migrations.AddField("taken", "version", models.PositiveIntegerField(default=0)),
        migrations.AddField("wanted", "headline", models.TextField(blank=True)),
        migrations.AddField("original", "beside", models.CharField(blank=True, max_length=40)),
    ]
