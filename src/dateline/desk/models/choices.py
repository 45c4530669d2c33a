"""The closed lists of a story's fields, with the words an editor reads. The values are those of ``dateline.story``."""

from __future__ import annotations

GENRES = [
    ("news", "News"),
    ("analysis", "Analysis"),
    ("opinion", "Opinion"),
    ("feature", "Feature"),
    ("interview", "Interview"),
    ("sponsored", "Sponsored"),
]
ROLES = [
    ("reporter", "Reporter"),
    ("contributor", "Contributor"),
    ("photographer", "Photographer"),
    ("editor", "Editor"),
    ("translator", "Translator"),
    ("desk", "Desk"),
]
CREDIT_KINDS = [("own", "Own reporting"), ("agency", "Agency"), ("relay", "Relayed from")]
CORRECTION_KINDS = [
    ("correction", "Correction"),
    ("clarification", "Clarification"),
    ("update", "Update"),
    ("note", "Editor’s note"),
    ("retraction", "Retraction"),
]
COMMENTS = [("open", "Open"), ("closed", "Closed: the thread stays, nobody can add to it"), ("off", "Off")]
PRECISIONS = [("minute", "The time is known"), ("day", "Only the day is known"), ("unknown", "Unknown")]
DIRECTIONS = [("", "As the language is written"), ("ltr", "Left to right"), ("rtl", "Right to left")]
URGENCIES = [(1, "1 – flash"), (2, "2"), (3, "3"), (4, "4"), (5, "5 – normal"), (6, "6"), (7, "7"), (8, "8"), (9, "9")]
