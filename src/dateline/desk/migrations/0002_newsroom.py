"""The newsroom a site starts with: three roles, and a review that editors end. What Wagtail seeded instead, goes."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from dateline.desk import roles


def _permission(apps: Any, app: str, model: str, name: str) -> Any:
    """The permission, made here if its app's own signal, which comes after all migrations, has not made it yet."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    words = f"Can {name.replace('_', ' ')}"
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=name, defaults={"name": words}
    )[0]


def remove_seeded(apps: Any, _: Any) -> None:
    core = apps.get_app_config("wagtailcore")
    for name in ("WorkflowPage", "WorkflowTask", "Workflow", "GroupApprovalTask", "Task", "GroupPagePermission"):
        core.get_model(name).objects.all().delete()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Moderators", "Editors"]).delete()


def make_groups(apps: Any, _: Any) -> None:
    group_model = apps.get_model("auth", "Group")
    in_collection = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for role, name in roles.GROUPS.items():
        group = group_model.objects.create(name=name)
        for (app, model), actions in roles.PERMISSIONS[role].items():
            group.permissions.add(*(_permission(apps, app, model, roles.codename(a, model)) for a in actions))
        for picture in roles.PICTURES[role]:
            permission = _permission(apps, "wagtailimages", "image", picture)
            in_collection.create(group=group, collection=root, permission=permission)


def make_review(apps: Any, _: Any) -> None:
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind, _ = kinds.get_or_create(app_label="desk", model="editorsreview")
    story, _ = kinds.get_or_create(app_label="desk", model="story")
    task = apps.get_model("desk", "EditorsReview").objects.create(
        name="Editors’ review", content_type=kind, active=True
    )
    names = [roles.GROUPS[role] for role in roles.REVIEWERS]
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=names))
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name="Review", active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    apps.get_model("wagtailcore", "WorkflowContentType").objects.create(content_type=story, workflow=workflow)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0003_admin_managed"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(remove_seeded, migrations.RunPython.noop),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(make_review, migrations.RunPython.noop),
    ]
