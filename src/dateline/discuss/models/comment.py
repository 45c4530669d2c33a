"""A comment: what was written, by whom, under which story, and how it stands. Changed through the doors alone.

It belongs to the code of its story and to no row of the desk, so it stays when the story's row goes. Every queue is
read by an index in the order of the numbers; nothing here is counted over a thread.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from dateline.discuss.models.choices import APPROVED, BADGES, PENDING, REASONS, STATES
from dateline.discuss.models.reader import Reader


class Comment(models.Model):
    number = models.BigAutoField(primary_key=True)
    story = models.BigIntegerField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    root = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """The comment at the beginning of the branch; null for that one itself."""
    reader = models.ForeignKey(Reader, on_delete=models.PROTECT, related_name="comments", db_index=False)
    name = models.CharField(max_length=80, blank=True)
    """The writer's name as it was then."""
    text = models.TextField(blank=True)
    badge = models.CharField(max_length=6, choices=BADGES, blank=True, default="")
    state = models.CharField(max_length=8, choices=STATES, default=PENDING)
    findings = models.JSONField(default=list, blank=True)
    """What the checks said: a list of objects with ``check``, ``says`` and what else explains it."""
    score = models.FloatField(null=True, blank=True)
    """What the learned judge said, 0 (like the approved ones) to 1 (like the rejected ones); null if not asked."""
    written_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    """Null for a decision of the machine."""
    replies = models.PositiveIntegerField(default=0)
    """Direct answers that stand on the page, if only as a gap."""
    reports = models.PositiveIntegerField(default=0)
    """Open ones."""
    highlighted = models.BooleanField(default=False)
    external_id = models.CharField(max_length=200, blank=True)
    network = models.CharField(max_length=32, blank=True)
    """A keyed hash of the range that the writer's address is in; emptied after ``clock.NETWORK_KEPT``."""

    class Meta:
        default_permissions = ()
        permissions: ClassVar = [("moderate", "Can moderate comments")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["external_id"], condition=~Q(external_id=""), name="discuss_comment_archive"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "number"], name="discuss_queue"),
            models.Index(fields=["story", "state", "number"], name="discuss_story_queue"),
            models.Index(fields=["reader", "number"], name="discuss_of_reader"),
            models.Index(fields=["number"], condition=Q(reports__gt=0), name="discuss_reported"),
            models.Index(fields=["story", "number"], condition=Q(highlighted=True), name="discuss_highlighted"),
            models.Index(fields=["network", "number"], condition=~Q(network=""), name="discuss_of_network"),
            models.Index(fields=["written_at"], condition=~Q(network=""), name="discuss_network_age"),
            models.Index(fields=["decided_by"], condition=Q(decided_by__isnull=False), name="discuss_comment_judge"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.text[:60]}"

    @property
    def shown(self) -> bool:
        """Whether readers see the words."""
        return self.state == APPROVED

    @property
    def stands(self) -> bool:
        """Whether it has a place on the page: its words, or a gap under which something answers it."""
        return self.shown or self.replies > 0


class Decision(models.Model):
    """One change of how a comment stands: who, when, from what to what, and why. Never changed afterwards."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="decisions", db_index=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    actor = models.CharField(max_length=12, blank=True)
    """Who decided if it was no moderator: ``checks``, ``writer``, ``reports``, ``import``."""
    at = models.DateTimeField(default=timezone.now)
    before = models.CharField(max_length=8, choices=STATES, blank=True)
    after = models.CharField(max_length=8, choices=STATES)
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by")

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["comment", "id"], name="discuss_decisions"),
            models.Index(fields=["by", "-id"], condition=Q(by__isnull=False), name="discuss_decided_by"),
        ]


class Report(models.Model):
    """A reader says that something is wrong with a comment; open until a moderator settles it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reported", db_index=False)
    reader = models.ForeignKey(Reader, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports")
    email = models.CharField(max_length=254, blank=True)
    """An address to answer to, if somebody without an account gave one."""
    reason = models.CharField(max_length=8, choices=REASONS)
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    network = models.CharField(max_length=32, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    upheld = models.BooleanField(null=True, blank=True)
    """Whether the moderator agreed; null while it is open."""

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["comment", "settled_at"], name="discuss_reports"),
            models.Index(fields=["at"], condition=~Q(network=""), name="discuss_report_network"),
            models.Index(fields=["email"], condition=~Q(email=""), name="discuss_report_email"),
            models.Index(fields=["settled_by"], condition=Q(settled_by__isnull=False), name="discuss_report_judge"),
        ]
