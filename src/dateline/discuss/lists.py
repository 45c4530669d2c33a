"""The newsroom's word lists: kept as they were typed, compiled once a process for each change."""

from __future__ import annotations

from typing import Any

from dateline.desk import house
from dateline.discuss.checks import WordList, wordlist
from dateline.discuss.models import WordLists
from dateline.errors import DatelineError

_compiled: tuple[int, WordList] = (0, WordList())
"""The number of the lists that are compiled, and the result: replaced as one, for threads read it meanwhile."""


def compile_lists(hold: str, reject: str) -> WordList:
    """The lists as one that can be searched with; a word on both rejects."""
    refused, spared = wordlist.read(reject, "reject")
    held, also_spared = wordlist.read(hold, "hold")
    return WordList([*held, *refused], [*spared, *also_spared], house.language())


def current() -> WordList:
    """The lists that hold now."""
    global _compiled  # noqa: PLW0603 (one a process, like the database's connection)
    number = WordLists.objects.values_list("pk", flat=True).first() or 0
    known, compiled = _compiled
    if known != number:
        row = WordLists.objects.get(pk=number) if number else WordLists()
        compiled = compile_lists(row.hold, row.reject)
        _compiled = (number, compiled)
    return compiled


def typed() -> WordLists:
    """The lists as somebody typed them last; empty ones if nobody did."""
    return WordLists.objects.select_related("changed_by").first() or WordLists()


def change(hold: str, reject: str, by: Any) -> WordLists:
    """Put other lists in force. Raises DatelineError that names the lines which are no words."""
    for name, text in (("hold", hold), ("reject", reject)):
        if faults := wordlist.faults(text):
            raise DatelineError(f"The words that {name}: {' '.join(faults)}")
    row = WordLists(hold=hold, reject=reject, changed_by=by)
    row.save()
    return row
