"""What an editor placed on the home front, a section front or the featured rail, and means to place there later."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from dateline.desk import publicity


class FrontPlan(ClusterableModel):
    """One front or rail; ``sections.sync_sections`` makes one for each there is."""

    key = models.CharField(max_length=80, unique=True, editable=False)
    name = models.CharField(max_length=200, editable=False)
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering: ClassVar = ["order", "key"]
        verbose_name = "front"
        verbose_name_plural = "fronts"

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(**kwargs)
            publicity.announce_fronts([self.pk])


class Placement(Orderable):
    plan = ParentalKey(FrontPlan, on_delete=models.CASCADE, related_name="placements")
    story = models.ForeignKey("desk.Story", on_delete=models.CASCADE, related_name="placements")
    story.wagtail_reference_index_ignore = True
    until = models.DateTimeField(null=True, blank=True)
    """When the clock takes it off; never, if empty."""

    class Meta(Orderable.Meta):
        verbose_name = "story"
        indexes: ClassVar = [
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="desk_placement_until")
        ]

    def __str__(self) -> str:
        return str(self.story)


class PlannedFront(models.Model):
    """An arrangement that takes the place of the one there is at a time; the clock puts it in and this row goes."""

    plan = models.ForeignKey(FrontPlan, on_delete=models.CASCADE, related_name="planned")
    at = models.DateTimeField(db_index=True)
    places = models.JSONField(default=list)
    """As ``arranging.Place.written`` has them, in order."""
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    planned_by.wagtail_reference_index_ignore = True
    planned_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        verbose_name = "planned front"

    def __str__(self) -> str:
        return f"{self.plan} at {self.at.isoformat(timespec='minutes')}"
