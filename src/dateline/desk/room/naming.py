"""What every page of the desk knows without asking: whose desk it is."""

from __future__ import annotations

from django.http import HttpRequest

from dateline.desk import house


def names(_: HttpRequest) -> dict[str, str]:
    """Django context processor."""
    return {"desk_name": house.site().name}
