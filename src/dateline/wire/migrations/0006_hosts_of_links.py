"""Links that lead out of an archive are found by their hosts, of which it has many thousands."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wire", "0005_versions")]

    operations = [
        migrations.AlterField(
            model_name="linkto",
            name="host",
            field=models.CharField(blank=True, db_index=True, max_length=200),
        ),
    ]
