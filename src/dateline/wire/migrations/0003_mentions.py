"""Headlines of what came in, and those that copy named before they did."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wire", "0002_originals")]

    operations = [
        migrations.CreateModel(
            name="Heading",
            fields=[
                ("code", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.BigIntegerField(db_index=True)),
                ("day", models.CharField(blank=True, max_length=10)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="Wanted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.BigIntegerField(db_index=True)),
                ("key", models.BigIntegerField()),
                ("day", models.CharField(blank=True, max_length=10)),
            ],
            options={"default_permissions": ()},
        ),
    ]
