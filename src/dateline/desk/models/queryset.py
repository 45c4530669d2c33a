"""The stories' queryset: no bulk operation on it gets past the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from dateline.desk import publicity

PRIVATE = frozenset(
    [
        "latest_revision",
        "latest_revision_id",
        "live_revision",
        "live_revision_id",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "locked_by_id",
        "internal_note",
        "go_live_at",
        "expire_at",
        "external_id",
        "created_by",
        "created_by_id",
        "edited_by",
        "edited_by_id",
        "updated_at",
        "mark_updated",
        "expired",
        "first_published_at",
        "last_published_at",
    ]
)
"""The columns of a story that readers never see; a change of these alone is no news for the ledger."""


def is_public(fields: Collection[str]) -> bool:
    """Whether a change of these columns may change what readers see."""
    return not PRIVATE.issuperset(fields)


class StoryQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def update(self, **changes: Any) -> int:
        """Update the rows and record every one of them; ``bulk_update`` comes through here as well."""
        if not is_public(changes):
            return super().update(**changes)
        with transaction.atomic():
            codes = list(self.values_list("pk", flat=True))
            changed = super().update(**changes)
            publicity.announce(codes)
        return changed

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Create the rows and record those that are live. They must have their codes."""
        objs = list(objs)
        if any(row.pk is None for row in objs):
            raise ValueError("Stories created in bulk must have their codes; take them with codes.take.")
        with transaction.atomic():
            rows: list[Any] = super().bulk_create(objs, *args, **kwargs)
            publicity.announce([row.pk for row in rows if row.live])
        return rows

    def showing(self, picture: int) -> StoryQuerySet:
        """The stories with this picture anywhere in them, by Wagtail's index of references."""
        kind = ContentType.objects.get_for_model
        found = ReferenceIndex.objects.filter(
            base_content_type=kind(self.model),
            to_content_type=kind(self.model._meta.get_field("lead_image").related_model),
            to_object_id=str(picture),
        )
        return self.filter(pk__in=found.values(code=Cast("object_id", models.BigIntegerField())))
