"""A story from a web archive says when a crawler saw the copy that it was taken from."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0005_chains")]

    operations = [
        migrations.AddField(
            model_name="story", name="captured_at", field=models.DateTimeField(blank=True, editable=False, null=True)
        )
    ]
