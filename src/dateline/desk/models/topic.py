"""What stories are about. The slug is kept for good, because stories are filed under it in the record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dateline.desk.models.named import RENAMED, Named


class Topic(Named):
    about = models.TextField(blank=True, help_text="A few plain sentences at the head of the topic's page.")

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = "topic"
        verbose_name_plural = "topics"
        indexes: ClassVar = [
            models.Index(fields=["name"], name="desk_topic_name"),
            models.Index(fields=["slug"], condition=RENAMED, name="desk_topic_renamed"),
        ]
