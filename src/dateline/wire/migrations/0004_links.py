"""Links to stories that had not come in when the story that they stand in did."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wire", "0003_mentions")]

    operations = [
        migrations.CreateModel(
            name="LinkTo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.BigIntegerField(db_index=True)),
                ("key", models.CharField(max_length=24)),
                ("host", models.CharField(blank=True, max_length=200)),
            ],
            options={"default_permissions": ()},
        ),
    ]
