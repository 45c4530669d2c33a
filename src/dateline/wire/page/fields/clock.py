"""The time of day as pages write it beside a date, with its zone if it has one, read into the rest of an ISO form."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

BEHIND, BEFORE = 40, 24
"""How many characters behind a date, and before it, the time may stand."""

_CLOCK = re.compile(
    r"(?<![\d.:/])([01]?\d|2[0-4])\s?[:.h时時시]\s?([0-5]\d)(?:[:.]([0-5]\d))?(?!\d|[./]\d)\s?(?:([ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d.:/])(1[0-2]|[1-9])\s?([ap])\.?m\b", re.IGNORECASE)
_ZONE = re.compile(
    r"\(?\b(?:(UTC?|GMT|Z)\s?([+\-−]\s?\d{1,2}(?::?\d{2})?)?|([+\-−]\d{2}:?\d{2})|([A-Z]{2,5}))\b"
    r"|\(?([+\-−]\d{2}:?\d{2})\b|([+\-−]0\d|\+1[0-4])$"
)

# Offsets in hours of abbreviations that mean one wherever they are printed; of those that mean several (IST, CST) the
# meaning that prevails in print.
_OFFSETS = """
    EST:-5 EDT:-4 CST:-6 CDT:-5 MST:-7 MDT:-6 PST:-8 PDT:-7 AST:-4 ADT:-3 NST:-3.5 NDT:-2.5 BRT:-3 ART:-3
    WET:0 WEST:1 BST:1 CET:1 MEZ:1 CEST:2 MESZ:2 EET:2 EEST:3 MSK:3 SAST:2 CAT:2 EAT:3 WAT:1
    IST:5.5 PKT:5 WIB:7 ICT:7 HKT:8 SGT:8 AWST:8 JST:9 KST:9 ACST:9.5 AEST:10 AEDT:11 NZST:12 NZDT:13
"""
_ZONES = {name: float(hours) for name, hours in (entry.split(":") for entry in _OFFSETS.split())}


def beside(text: str, start: int, end: int) -> str:
    """``T10:05:00+02:00`` for the time that stands behind ``text[start:end]``, before it or within, or ``""``."""
    within = text[start:end] if ":" in text[start:end] else ""
    for near in (text[end : end + BEHIND], text[max(0, start - BEFORE) : start], within):
        if match := _CLOCK.search(near):
            return _time(match[1], match[2], match[3], match[4]) + _zone(near[match.end() :])
        if match := _HOUR.search(near):
            return _time(match[1], "00", None, match[2]) + _zone(near[match.end() :])
    return ""


def _time(hour: str, minute: str, second: str | None, half: str | None) -> str:
    hours = int(hour) % 24
    if half and hours <= 12:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    return f"T{hours:02}:{minute}:{second or '00'}"


def _zone(rest: str) -> str:
    match = _ZONE.match(rest.strip(" ,"))
    if match is None:
        return ""
    if match[1]:
        return offset((match[2] or "Z").replace(" ", ""))
    if match[4]:
        return _of_hours(_ZONES[match[4]]) if match[4] in _ZONES else ""
    return offset(match[3] or match[5] or match[6])


def is_zone(text: str) -> bool:
    """Whether a text is the abbreviation of a time zone and nothing else."""
    return text in _ZONES or text in ("UTC", "GMT")


def _of_hours(hours: float) -> str:
    return datetime(2000, 1, 1, tzinfo=timezone(timedelta(hours=hours))).isoformat()[-6:]


def offset(zone: str) -> str:
    """``+02:00`` for ``+2``, ``+0200`` and the like, ``+00:00`` for universal time, ``""`` for what is none."""
    zone = zone.replace("−", "-").strip()
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "")
    if not digits.isdigit():
        return ""
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    return f"{zone[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""
