"""Times in the demo's files: ages such as ``3h20m``, and weekdays and dates that follow the calendar.

The paper is new every day, so its text cannot say "on Tuesday". It says ``{day}`` or ``{day-2}``, in English
``{date+9}`` too, and is filled in from the moment the story counts as published.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_AGE = re.compile(r"(?P<sign>-?)(?:(?P<days>\d+)d)?(?:(?P<hours>\d+)h)?(?:(?P<minutes>\d+)m)?")
_MARK = re.compile(r"\{(day|date)([+-]\d+)?\}")

_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "fa": ["دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def age(text: str) -> timedelta:
    """How long ago ``12d4h20m`` is; ``-3h`` lies ahead. Raises ValueError for anything else."""
    found = _AGE.fullmatch(text)
    if not text.strip("-") or found is None:
        raise ValueError(f"not an age: {text!r} (write for example 12d4h20m)")
    parts = {name: int(value or 0) for name, value in found.groupdict().items() if name != "sign"}
    length = timedelta(**parts)
    return -length if found["sign"] else length


def dated(text: str, published: datetime, language: str) -> str:
    """The text with its ``{day-2}`` and ``{date+9}`` marks filled in."""

    def fill(mark: re.Match[str]) -> str:
        at = published + timedelta(days=int(mark[2] or 0))
        if mark[1] == "day":
            return _WEEKDAYS[language.partition("-")[0]][at.weekday()]
        return f"{at.day} {_MONTHS[at.month - 1]}"

    return _MARK.sub(fill, text)
