"""A reader can be erased, and an account can go, without every comment and report being read."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("discuss", "0003_letter_quotes")]

    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=Q(("decided_by__isnull", False)), fields=["decided_by"], name="discuss_comment_judge"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=Q(("email", ""), _negated=True), fields=["email"], name="discuss_report_email"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=Q(("settled_by__isnull", False)), fields=["settled_by"], name="discuss_report_judge"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=Q(("email", ""), _negated=True), fields=["email"], name="discuss_notice_email"
            ),
        ),
        migrations.AddIndex(
            model_name="treatment",
            index=models.Index(condition=Q(("by__isnull", False)), fields=["by"], name="discuss_treated_by"),
        ),
    ]
