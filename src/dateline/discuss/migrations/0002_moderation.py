"""Word lists, notices and statements of reasons; and the role of those who moderate, also on a site that is older."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from dateline.desk import roles


def make_role(apps: Any, _: Any) -> None:
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="discuss", model="comment")
    moderate, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="moderate", defaults={"name": "Can moderate comments"}
    )
    groups = apps.get_model("auth", "Group").objects
    moderators, _ = groups.get_or_create(name=roles.GROUPS["moderator"])
    moderators.permissions.add(moderate, *apps.get_model("auth", "Permission").objects.filter(codename="access_admin"))
    for group in groups.filter(name__in=[roles.GROUPS["editor"], roles.GROUPS["administrator"]]):
        group.permissions.add(moderate)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_newsroom"),
        ("discuss", "0001_discuss"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Followed",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField(default=0)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="WordLists",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hold", models.TextField(blank=True, verbose_name="words that hold")),
                ("reject", models.TextField(blank=True, verbose_name="words that reject")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quoted", models.TextField(blank=True)),
                ("law", models.CharField(max_length=12)),
                ("explanation", models.TextField()),
                ("place", models.URLField(max_length=500)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("removed", "The comment was removed"),
                            ("kept", "The comment stays"),
                            ("elsewhere", "It is not for us to decide"),
                        ],
                        max_length=9,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="discuss.comment"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(condition=models.Q(("decided_at", None)), fields=["due"], name="discuss_notice_open"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("restriction", models.CharField(max_length=8)),
                ("facts", models.TextField()),
                ("automated", models.BooleanField()),
                ("detected", models.BooleanField()),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("law", "It is against the law"),
                            ("terms", "It is against the rules of this discussion"),
                        ],
                        max_length=5,
                    ),
                ),
                ("rule", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("sent", models.BooleanField(default=False)),
                ("contested_at", models.DateTimeField(blank=True, null=True)),
                ("contest", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="discuss.comment"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statement", to="discuss.decision"
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("contested_at__isnull", False), ("settled_at", None)),
                        fields=["contested_at"],
                        name="discuss_contested",
                    )
                ],
            },
        ),
        migrations.RunPython(make_role, migrations.RunPython.noop),
    ]
