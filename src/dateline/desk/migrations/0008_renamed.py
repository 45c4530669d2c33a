"""Slugs that were given up are found without everybody who has none being read."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("desk", "0007_who_edited")]

    operations = [
        migrations.AddIndex(
            model_name=name,
            index=models.Index(
                condition=Q(("former", []), _negated=True), fields=["slug"], name=f"desk_{name}_renamed"
            ),
        )
        for name in ("person", "source", "topic")
    ]
