"""Why a reader cannot do what they asked for, in words for that reader.

The sentences are labels of the catalogues: a refusal is English where it is raised and logged, and is said in the
site's language where it is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import DatelineError
from dateline.press.words import Words


class Refused(DatelineError):
    """Something about what was asked is not possible; ``status`` is HTTP's."""

    status = 422

    def __init__(self, what: str, remedy: str = "", field: str = "", **values: object) -> None:
        english = {name: f"{one:,}" if isinstance(one, int) else one for name, one in values.items()}
        super().__init__(what.format(**english), remedy.format(**english))
        self.field = field
        """The field of the form that it is about; empty for all of it."""
        self.labels = (what, remedy)
        self.values = values

    def told(self, words: Words) -> tuple[str, str]:
        """What and remedy in a language."""
        given = {name: words.number(one) if isinstance(one, int) else one for name, one in self.values.items()}
        what, remedy = (words(label, **given) if label else "" for label in self.labels)
        return what, remedy


class ThreadClosed(Refused):
    """Nobody can add to the thread, or nobody can any more."""

    status = 403


class WorkWanted(Refused):
    """The form has to come with its proof of work; a script that sends forms lets the browser send this one itself."""

    status = 428


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
        super().__init__(what)
        self.remedy = _again(seconds, _in_english)
        self.seconds = seconds

    def told(self, words: Words) -> tuple[str, str]:
        return words(self.labels[0]), _again(self.seconds, words.count)


def _again(seconds: int, count: Callable[[str, str, int], str]) -> str:
    minutes = round(seconds / 60)
    if seconds < 90:
        return count("Please try again in {n} second.", "Please try again in {n} seconds.", seconds)
    if minutes < 90:
        return count("Please try again in {n} minute.", "Please try again in {n} minutes.", minutes)
    return count("Please try again in {n} hour.", "Please try again in {n} hours.", round(minutes / 60))


def _in_english(one: str, many: str, number: int) -> str:
    return (one if number == 1 else many).format(n=number)
