"""The rules of a scope, changed. What follows for threads is the clock's work, within a moment and in small steps."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dateline.discuss import standing
from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Rules
from dateline.discuss.rules import NAMES
from dateline.errors import DatelineError


def rule(scope: str, by: Any, **said: Any) -> Rules:
    """Set what a scope says (``site``, ``section:<slug>``, ``story:<code>``); None: what the wider scope says.

    Names that are not given keep what they were. Raises DatelineError for a name that is no rule.
    """
    unknown = said.keys() - set(NAMES)
    if unknown:
        raise DatelineError(f"There is no rule {min(unknown)!r}.", f"Rules are: {', '.join(NAMES)}.")
    with locked():
        row, _ = Rules.objects.get_or_create(scope=scope)
        for name, value in said.items():
            setattr(row, name, value)
        row.changed_at, row.changed_by = timezone.now(), by
        row.save()
        if scope.startswith("story:"):
            standing.announce([int(scope.partition(":")[2])])
        else:
            standing.mark_due(scope)
    return row
