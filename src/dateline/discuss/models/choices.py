"""The closed lists of the fields, with the words a moderator reads."""

from __future__ import annotations

from dateline.press.words import label

PENDING, HELD, APPROVED, REJECTED, DELETED, ERASED = "pending", "held", "approved", "rejected", "deleted", "erased"

STATES = [
    (PENDING, "Waits to be read"),
    (HELD, "Held, with a reason"),
    (APPROVED, "Approved: readers see it"),
    (REJECTED, "Rejected"),
    (DELETED, "Taken back by its writer"),
    (ERASED, "Erased with its writer"),
]
WAITING = (PENDING, HELD)
"""States that ask for somebody's decision."""

FINAL = (DELETED, ERASED)
"""States that no moderator decides about any more."""

NORMAL, TRUSTED, WATCHED, BANNED = "normal", "trusted", "held", "banned"
STANDINGS = [
    (NORMAL, "Normal"),
    (TRUSTED, "Trusted: shown at once"),
    (WATCHED, "Held: each comment is read first"),
    (BANNED, "Banned: cannot comment"),
]

BADGES = [("", "None"), ("author", "An author of the story"), ("staff", "Of the newsroom")]

COMMENTS = [("open", "Open"), ("closed", "Closed: the thread stays"), ("off", "Off: no thread is shown")]
MODERATION = [("before", "Before it is shown"), ("after", "After it is shown")]

REASONS = [
    ("spam", label("Advertising or spam")),
    ("insult", label("Insults somebody")),
    ("hate", label("Hatred or threats")),
    ("false", label("False or misleading")),
    ("private", label("Tells what is private")),
    ("illegal", label("Against the law")),
    ("other", label("Something else")),
]
"""Why a reader reports a comment."""
