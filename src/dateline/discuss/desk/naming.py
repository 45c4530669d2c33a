"""Times, people and standings in the words of the moderation desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.utils import get_user_display_name

from dateline.discuss.models import Reader
from dateline.discuss.models.choices import BANNED, TRUSTED, WATCHED

_ACTORS = {"checks": "the checks", "writer": "its writer", "reports": "reports", "import": "the import"}


def since(at: datetime) -> str:
    """How long ago, in one unit: what a moderator asks of a queue."""
    minutes = int((timezone.now() - at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            many = minutes // size
            return f"{many} {unit}{'s' * (many != 1)} ago"
    raise AssertionError


def moment(at: datetime) -> str:
    """The hour for today, the day as well for what is older."""
    local, now = timezone.localtime(at), timezone.localtime()
    if local.date() == now.date():
        return f"today, {local:%H:%M}"
    return date_format(local, "j M, H:i" if local.year == now.year else "j M Y, H:i")


def who(user: Any, actor: str = "") -> str:
    if user is not None:
        return str(get_user_display_name(user))
    return _ACTORS.get(actor, "somebody whose account is gone")


def standing_of(reader: Reader) -> str:
    """What a moderator said of a person, as it holds now; empty: nothing."""
    if reader.is_banned():
        return f"banned until {moment(reader.banned_until)}" if reader.banned_until else "banned for good"
    if reader.standing == BANNED:
        return "was banned"
    return {TRUSTED: "trusted", WATCHED: "each comment read first"}.get(reader.standing, "")
