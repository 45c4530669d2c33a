"""Why a reader cannot do what they asked for, in words for that reader."""

from __future__ import annotations

from dateline.errors import DatelineError


class Refused(DatelineError):
    """Something about what was asked is not possible; ``status`` is HTTP's."""

    status = 422

    def __init__(self, what: str, remedy: str = "", field: str = "") -> None:
        super().__init__(what, remedy)
        self.field = field
        """The field of the form that it is about; empty for all of it."""


class ThreadClosed(Refused):
    """Nobody can add to the thread, or nobody can any more."""

    status = 403


class NotAllowed(Refused):
    """It is not this person's to do, or no longer."""

    status = 403


class NotThere(Refused):
    """There is no such comment or story for readers."""

    status = 404


class TooOften(Refused):
    """Too much in too little time; ``seconds`` until it is worth another try."""

    status = 429

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(what, f"Please try again in {_spoken(seconds)}.")
        self.seconds = seconds


def _spoken(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} seconds"
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 90 else f"{round(minutes / 60)} hours"
