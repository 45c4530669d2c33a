"""Words can be removed from the record without all of it being read: an index of who had which state."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_ledger")]

    operations = [
        migrations.AddIndex(model_name="ledgerentry", index=models.Index(fields=["digest"], name="ledger_digest"))
    ]
