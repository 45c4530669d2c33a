"""What follows from moderators' decisions, at its own pace: statements of reasons, and what the learned score learns.

Apart from ``clock``: making the score anew takes seconds, and a scheduled story does not wait for it.
"""

from __future__ import annotations

from datetime import datetime

from dateline.discuss.learned.learning import learner
from dateline.discuss.legal import statement


def run(now: datetime | None = None) -> int:
    """One pass over decisions made since the last; how many were looked at. Cheap if there are none."""
    return statement.keep_up(now) + learner().keep_up()
