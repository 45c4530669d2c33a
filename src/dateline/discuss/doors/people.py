"""What moderators decide about a person: trusted, held, banned for a time or for good, or none of these."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Reader, Treatment
from dateline.discuss.models.choices import BANNED
from dateline.discuss.refusal import NotThere


def treat(reader: int, standing: str, by: Any, *, until: datetime | None = None, note: str = "") -> Reader:
    """Give a reader a standing, with the moderator and the words noted; ``until`` ends a ban, None: for good.

    What the person wrote before stays as it is. Raises NotThere for a reader that is none or was erased.
    """
    with locked():
        row = Reader.objects.filter(pk=reader, erased_at=None).first()
        if row is None:
            raise NotThere("There is no such reader.")
        ends = until if standing == BANNED else None
        Treatment.objects.create(reader=row, by=by, before=row.standing, after=standing, until=ends, note=note)
        row.standing, row.banned_until = standing, ends
        row.save(update_fields=["standing", "banned_until"])
    return row
