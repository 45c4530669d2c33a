"""The doors: one function for each change of a discussion, which does rule, rows and record in one transaction.

Whoever changes a comment, a thread or a person's standing comes through here: readers' pages, the moderation desk,
imports, the clock. Each takes the ledger's lock first and reads the rows afresh.
"""

from dateline.discuss.doors.deciding import decide, highlight, undo
from dateline.discuss.doors.erasing import erase, erase_step
from dateline.discuss.doors.people import treat
from dateline.discuss.doors.posting import delete, edit, post
from dateline.discuss.doors.reporting import report, settle
from dateline.discuss.doors.ruling import rule

__all__ = [
    "decide",
    "delete",
    "edit",
    "erase",
    "erase_step",
    "highlight",
    "post",
    "report",
    "rule",
    "settle",
    "treat",
    "undo",
]
