"""A picture: its words, its rights, and where its pressed files lie. ``pictures`` makes the files, never this."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet


class NewsImage(AbstractImage):
    alt = models.CharField(
        "alternative text",
        max_length=500,
        blank=True,
        help_text="What the picture shows, for readers who cannot see it.",
    )
    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=300, blank=True, help_text="Who made it, such as “Ana Lopes / Agency”.")
    rights = models.TextField("terms of use", blank=True, help_text="What the licence allows. Stays in the newsroom.")
    rights_until = models.DateField(
        "may be used until", null=True, blank=True, help_text="After this day no story with it can be published."
    )
    key = models.CharField(max_length=40, blank=True, editable=False)
    """Where the pressed files lie under media/: ``<2 hex>/<22 hex>``."""
    widths = models.JSONField(default=list, editable=False)
    upload_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    """Of the bytes as they arrived, so that the same picture is not taken twice."""

    admin_form_fields = (
        "title",
        "file",
        "alt",
        "caption",
        "credit",
        "rights",
        "rights_until",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    objects = ImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        verbose_name_plural = "pictures"
        permissions: ClassVar = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        """Originals carry no name of their own: a file name can say what a story is about before it is out."""
        return f"originals/{self.upload_digest[:2]}/{self.upload_digest[2:32]}{PurePath(filename).suffix.lower()}"

    @property
    def default_alt_text(self) -> str:
        return self.alt


class NewsRendition(AbstractRendition):
    """A thumbnail for the desk; readers are shown the pressed files only."""

    image = models.ForeignKey(NewsImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="desk_rendition")
        ]

    def get_upload_to(self, filename: str) -> str:
        return f"{self.image.upload_digest[:2]}/{filename}"
