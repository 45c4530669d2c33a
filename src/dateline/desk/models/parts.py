"""The rows that belong to one story and are edited, versioned and published with it.

They are changed through their story: set them on it and save it. A part saved on its own reaches readers only
when ``reconcile`` finds it.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from dateline.desk.models.choices import CORRECTION_KINDS, CREDIT_KINDS, ROLES


def this_second() -> datetime:
    """Now, as exactly as a form can show it."""
    return timezone.now().replace(microsecond=0)


class Byline(Orderable):
    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey("desk.Person", on_delete=models.CASCADE, related_name="bylines")
    person.wagtail_reference_index_ignore = True
    role = models.CharField(max_length=12, choices=ROLES, default="reporter")

    class Meta(Orderable.Meta):
        verbose_name = "byline"

    def __str__(self) -> str:
        return str(self.person)


class StoryCredit(Orderable):
    """One link of the source chain, the maker first."""

    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="credits")
    kind = models.CharField(
        max_length=6,
        choices=CREDIT_KINDS,
        help_text="Own: we made it. Agency: they made it. Relay: we took it from them.",
    )
    source = models.ForeignKey(
        "desk.Source",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="credits",
        help_text="Leave empty for our own reporting.",
    )
    source.wagtail_reference_index_ignore = True
    url = models.URLField("address of the original", max_length=2000, blank=True)
    original_at = models.DateTimeField("time of the original", null=True, blank=True)
    original_day_only = models.BooleanField("only the day is known", default=False)

    class Meta(Orderable.Meta):
        verbose_name = "source"

    def __str__(self) -> str:
        return str(self.source or self.get_kind_display())


class StoryTopic(Orderable):
    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey("desk.Topic", on_delete=models.CASCADE, related_name="stories")
    topic.wagtail_reference_index_ignore = True

    class Meta(Orderable.Meta):
        verbose_name = "topic"

    def __str__(self) -> str:
        return str(self.topic)


class StoryCorrection(Orderable):
    """A dated note to readers. Once shown it stays: it can be added to, never changed or taken back."""

    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=13, choices=CORRECTION_KINDS, default="correction")
    at = models.DateTimeField("time", default=this_second)
    text = models.TextField(help_text="Say what was wrong and what is right.")
    shown = models.BooleanField(default=False, editable=False)
    """Readers have seen it."""

    class Meta(Orderable.Meta):
        verbose_name = "correction"
        indexes: ClassVar = [models.Index(fields=["story"], condition=Q(kind="retraction"), name="desk_retraction")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"

    def says(self) -> tuple[str, object, str]:
        """What readers see of it; may not change once they have."""
        return (self.kind, self.at.replace(microsecond=0), self.text)


class Neighbour(Orderable):
    """Another story that the editor wants, or does not want, among the related ones."""

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.other)


class Pin(Neighbour):
    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="pins")
    other = models.ForeignKey("desk.Story", on_delete=models.CASCADE, related_name="+", verbose_name="story")
    other.wagtail_reference_index_ignore = True

    class Meta(Neighbour.Meta):
        verbose_name = "pinned story"


class Ban(Neighbour):
    story = ParentalKey("desk.Story", on_delete=models.CASCADE, related_name="bans")
    other = models.ForeignKey("desk.Story", on_delete=models.CASCADE, related_name="+", verbose_name="story")
    other.wagtail_reference_index_ignore = True

    class Meta(Neighbour.Meta):
        verbose_name = "banned story"


class FormerAddress(models.Model):
    """An address the story had elsewhere. Not versioned: an address that ever worked keeps working."""

    key = models.CharField(max_length=24, primary_key=True)
    """The most exact of ``urls.former_keys``: addresses can be longer than an index allows."""
    address = models.TextField()
    story = models.ForeignKey("desk.Story", on_delete=models.CASCADE, related_name="former_addresses")
    story.wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.address
