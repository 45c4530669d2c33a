"""What an editor placed on the home front, a section front or the featured rail."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models, transaction
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from dateline.desk import publicity

HOME = "home"
FEATURED = "featured"


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

    class Meta(Orderable.Meta):
        verbose_name = "story"

    def __str__(self) -> str:
        return str(self.story)
