"""An account can go without every story being read: an index of those that somebody edited."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_captures")]

    operations = [
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("edited_by__isnull", False)), fields=["edited_by"], name="desk_story_edited_by"
            ),
        )
    ]
