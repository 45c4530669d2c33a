"""What Wagtail is told about the desk when it starts."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from dateline.desk.models import Story
from dateline.desk.publishing import PublishStory, UnpublishStory


@hooks.register("register_actions")
def publish_in_one_transaction(registry: Any) -> None:
    registry.register(Story, PublishStory)
    registry.register(Story, UnpublishStory)


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    actions.register_action("desk.own_story", "Publish own story", "Published a story of their own, unreviewed")
