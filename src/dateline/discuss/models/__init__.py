"""The rows of the discussion. Import them from here; the modules behind it import only downwards in this list."""

from dateline.discuss.models.comment import Comment, Decision, Report
from dateline.discuss.models.legal import Followed, Notice, Statement
from dateline.discuss.models.lists import WordLists
from dateline.discuss.models.post import Letter, Waiting
from dateline.discuss.models.reader import Mute, Reader, Session, Treatment
from dateline.discuss.models.thread import Rules, Thread

__all__ = [
    "Comment",
    "Decision",
    "Followed",
    "Letter",
    "Mute",
    "Notice",
    "Reader",
    "Report",
    "Rules",
    "Session",
    "Statement",
    "Thread",
    "Treatment",
    "Waiting",
    "WordLists",
]
