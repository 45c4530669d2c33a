"""A story may continue an earlier one."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_arranging_fronts")]

    operations = [
        migrations.AddField(
            model_name="story",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                help_text="The earlier story that this one continues or rewrites. Readers find each from the other.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="followed_by",
                to="desk.story",
                verbose_name="continues",
            ),
        )
    ]
