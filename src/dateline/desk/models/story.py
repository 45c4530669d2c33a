"""A story as the newsroom keeps it: its row, its versions, and how it gets from one to the other.

Saving is where the ledger is written (see ``publicity``); publishing goes through ``publishing``. What belongs to
the story as a whole, rather than to one version of it, is carried over in ``with_content_json``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from dateline import urls
from dateline.desk import codes, house, preview, publicity, publishing
from dateline.desk.blocks import BODY
from dateline.desk.models import chain, corrections
from dateline.desk.models.choices import COMMENTS, DIRECTIONS, GENRES, PRECISIONS, URGENCIES
from dateline.desk.models.queryset import StoryQuerySet, is_public
from dateline.front import fill

WHOLE = (
    "live_revision_id",
    "created_by_id",
    "edited_by_id",
    "external_id",
    "updated_at",
    "updated_at_public",
    "captured_at",
)
"""Columns that belong to the story as a whole, beside those that Wagtail's mixins carry over themselves."""

NEWEST = ["-published_at", "-code"]
OUT = Q(live=True, published_at__isnull=False)
URGENT = OUT & Q(urgency__lt=fill.USUAL)


class Story(  # type: ignore[misc]
    PreviewableMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel
):
    code = models.BigIntegerField(primary_key=True, editable=False)
    # The mixin's default is True: Story.objects.create() would publish.
    live = models.BooleanField(default=False, editable=False)

    headline = models.CharField(max_length=500)
    kicker = models.CharField(max_length=200, blank=True, help_text="The short line above the headline.")
    standfirst = models.TextField(blank=True, help_text="The summary under the headline.")
    slug = models.CharField(
        "words in the address",
        max_length=100,
        blank=True,
        help_text="Empty: made from the headline when the story is first published. After that they never change.",
    )
    section = models.ForeignKey(
        "desk.Section", null=True, blank=False, on_delete=models.SET_NULL, related_name="stories", db_index=False
    )
    section.wagtail_reference_index_ignore = True
    genre = models.CharField(max_length=10, choices=GENRES, default="news")
    language = models.CharField(max_length=35, default=house.language)
    direction = models.CharField(max_length=3, choices=DIRECTIONS, blank=True, default="")
    place = models.CharField(
        "dateline", max_length=200, blank=True, help_text="Where it was filed from. Empty: from base."
    )
    published_at = models.DateTimeField(
        "published", null=True, blank=True, help_text="Empty: the moment it is first published. Never moves by itself."
    )
    precision = models.CharField(
        "how exact", max_length=8, choices=PRECISIONS, default="minute", help_text="For stories of an older archive."
    )
    updated_at_public = models.DateTimeField("updated", null=True, blank=True, editable=False)
    captured_at = models.DateTimeField(null=True, blank=True, editable=False)
    mark_updated = models.BooleanField(
        "significant change",
        default=False,
        help_text="Tick it if readers should see “Updated” with the time of this publication.",
    )
    body = StreamField(BODY, blank=True)

    lead_image = models.ForeignKey(
        "desk.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lead_of",
        verbose_name="lead picture",
    )
    lead_alt = models.CharField("alternative text", max_length=500, blank=True)
    lead_caption = models.TextField("caption", blank=True)
    lead_credit = models.CharField("credit", max_length=300, blank=True)

    follows = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="followed_by",
        verbose_name="continues",
        help_text="The earlier story that this one continues or rewrites. Readers find each from the other.",
    )
    follows.wagtail_reference_index_ignore = True

    comments = models.CharField(max_length=6, choices=COMMENTS, default="open")
    urgency = models.PositiveSmallIntegerField(choices=URGENCIES, default=5)
    internal_note = models.TextField(blank=True, help_text="For the newsroom only. Readers never see it.")
    external_id = models.CharField(max_length=300, blank=True, editable=False)
    """What an archive or a wire calls the story; at most one story has it."""

    updated_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_by.wagtail_reference_index_ignore = True
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    edited_by.wagtail_reference_index_ignore = True

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-code"]
        verbose_name = "story"
        verbose_name_plural = "stories"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["external_id"], condition=~Q(external_id=""), name="desk_story_external_id")
        ]
        indexes: ClassVar = [
            models.Index(fields=["section", "-updated_at"], name="desk_story_section"),
            models.Index(fields=["genre", "-updated_at"], name="desk_story_genre"),
            models.Index(fields=["-published_at"], name="desk_story_published"),
            models.Index(fields=["-updated_at"], condition=Q(live=False), name="desk_story_not_live"),
            # What the fronts are filled from.
            models.Index(fields=["-published_at", "-code"], condition=OUT, name="desk_story_out"),
            models.Index(fields=["section", "-published_at", "-code"], condition=OUT, name="desk_story_section_out"),
            models.Index(fields=["-published_at", "-code"], condition=URGENT, name="desk_story_urgent"),
            models.Index(
                fields=["section", "-published_at", "-code"], condition=URGENT, name="desk_story_section_urgent"
            ),
            models.Index(fields=["-updated_at"], condition=Q(has_unpublished_changes=True), name="desk_story_changed"),
            models.Index(
                fields=["expire_at"], condition=Q(live=True, expire_at__isnull=False), name="desk_story_expiry"
            ),
            # For when an account goes; an archive's stories have nobody.
            models.Index(fields=["edited_by"], condition=Q(edited_by__isnull=False), name="desk_story_edited_by"),
        ]

    def __str__(self) -> str:
        return self.headline or "Untitled story"

    @property
    def id(self) -> int:
        """The name that parts of Wagtail use for any row's number."""
        return self.code

    def validate_constraints(self, exclude: Any = None) -> None:
        """Not that of external ids: nobody edits one, the table keeps it, and Django's question reads all stories."""
        super().validate_constraints(exclude={*(exclude or ()), "external_id"})

    def save(self, **kwargs: Any) -> None:
        """Save the story and its parts, and record what readers may now see, in one transaction.

        A new story takes its code here. Raises ValidationError if a correction that readers saw is changed or lost.
        """
        only = kwargs.pop("update_fields", None)
        with transaction.atomic():
            if self._state.adding:
                kwargs["force_insert"] = True
                self._take_code()
            self.updated_at = timezone.now()
            public = only is None or is_public(only)
            if public:
                corrections.keep_shown(self)
                chain.keep_straight(self)
                self._keep_address()
                if self.live:
                    self._go_out()
            super().save(update_fields=only and {*only, "updated_at"}, **kwargs)
            if public:
                publicity.announce([self.pk])

    def save_revision(self, user: Any = None, **words: Any) -> Any:
        """A version of the story as it is in hand; notes who worked on it last.

        A story that came live from an archive has no version yet. The first one made here keeps what readers see, so
        that the two can be compared, and so that scheduling a change does not take the story down until then.
        """
        if self.live and self.live_revision_id is None:
            self.live_revision = publishing.keep_live_version(self.pk)
        if user:
            self.edited_by = user
            Story.objects.filter(pk=self.pk).update(edited_by=user)
        return super().save_revision(user=user, **words)

    def publish(self, revision: Any, user: Any = None, skip_permission_checks: bool = False, **words: Any) -> None:
        """Publish or schedule a version, with its log, its schedule and its workflow, all or nothing.

        Raises NotReady naming what is missing.
        """
        publishing.PublishStory(revision, user=user, **words).execute(skip_permission_checks=skip_permission_checks)

    def unpublish(
        self, set_expired: bool = False, commit: bool = True, user: Any = None, log_action: Any = True
    ) -> None:
        """Take the story off the site, with its log and its schedules, all or nothing."""
        publishing.UnpublishStory(
            self, set_expired=set_expired, commit=commit, user=user, log_action=log_action
        ).execute()

    def with_content_json(self, content: dict[str, Any]) -> Story:
        """The version that ``content`` describes, with what belongs to the story as a whole taken from this row."""
        version = super().with_content_json(content)
        for name in WHOLE:
            setattr(version, name, getattr(self, name))
        if self.first_published_at:
            version.slug = self.slug
        if version.published_at is None:
            version.published_at, version.precision = self.published_at, self.precision
        corrections.restore_shown(version)
        return version

    def serve_preview(self, request: Any, mode_name: str) -> Any:  # noqa: ARG002
        """The page as readers would get it, made by the same code."""
        return preview.response(request, self)

    def get_full_url(self) -> str | None:
        """Where readers find the story, or would once it is published."""
        return house.site().url + self.public_path if self.code else None

    @property
    def public_path(self) -> str:
        return urls.story(self.code, self.slug or urls.slugify(self.headline))

    full_url = property(get_full_url)

    @property
    def retracted(self) -> bool:
        return any(one.kind == "retraction" for one in self.corrections.all())

    def _take_code(self) -> None:
        """A code of its own, or the one it came with if nobody has or had it."""
        if self.code is None:
            self.code = codes.take()[0]
        else:
            codes.claim(self.code)

    def _keep_address(self) -> None:
        """The words in the address of a story that has been out never change."""
        before = type(self).objects.filter(pk=self.pk).values("slug", "first_published_at").first()
        self._has_been_out = bool(before and before["first_published_at"])
        if before and self._has_been_out and self.slug != before["slug"]:
            raise ValidationError({"slug": f"The address of a published story keeps its words: {before['slug']}."})

    def _go_out(self) -> None:
        """What the first publication fixes for good, and what a significant change says about itself."""
        now = timezone.now()
        self.slug = self.slug or urls.slugify(self.headline)
        self.first_published_at = self.first_published_at or now
        if self.published_at is None and self.precision != "unknown":
            self.published_at, self.precision = now, "minute"
        elif self.published_at and self.precision == "day":
            self.published_at = midday(self.published_at)
        noted = corrections.show(self)
        if self._has_been_out and (self.mark_updated or noted):
            self.updated_at_public = now
        self.mark_updated = False


def midday(at: datetime) -> datetime:
    """The middle of that day in the site's zone: a day alone should stay the same day if the zone is set anew."""
    return at.astimezone(house.zone()).replace(hour=12, minute=0, second=0, microsecond=0)
