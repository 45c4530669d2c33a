"""Fronts arranged for a time and at a time, and the indexes that they are filled from."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_text_may_be_empty"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlannedFront",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("places", models.JSONField(default=list)),
                ("planned_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "planned front",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="placement",
            name="until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(("until__isnull", False)), fields=["until"], name="desk_placement_until"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("live", True), ("published_at__isnull", False)),
                fields=["-published_at", "-code"],
                name="desk_story_out",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("live", True), ("published_at__isnull", False)),
                fields=["section", "-published_at", "-code"],
                name="desk_story_section_out",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("live", True), ("published_at__isnull", False), ("urgency__lt", 5)),
                fields=["-published_at", "-code"],
                name="desk_story_urgent",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("live", True), ("published_at__isnull", False), ("urgency__lt", 5)),
                fields=["section", "-published_at", "-code"],
                name="desk_story_section_urgent",
            ),
        ),
        migrations.AddField(
            model_name="plannedfront",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="planned", to="desk.frontplan"
            ),
        ),
        migrations.AddField(
            model_name="plannedfront",
            name="planned_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
