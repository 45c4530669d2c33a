"""What the writer of a comment is told of that which the checks found.

Less than a moderator reads: not what somebody noted about the person, nor a number that tells how far one can go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.discuss.labels import say, words
from dateline.press.words import label

SAID = {
    "person held": label("comments of yours are read first"),
    "new person": label("you are new here"),
    "often rejected": label("several of your latest comments were rejected"),
    "network": label("many comments from your network were rejected lately"),
    "staff name": label("the name looks like that of somebody of the newsroom"),
    "link in name": label("a link in the name"),
    "word in name": label("a word in the name"),
    "words": label("words that are on a list of the newsroom"),
    "links": label("many links"),
    "shouting": label("nearly all in capital letters"),
    "marks": label("marks heaped on letters"),
    "haste": label("sent sooner than a person writes"),
    "repeat": label("you have written the same before"),
    "chorus": label("other people have written the same"),
    "flood": label("many comments of yours in a short time"),
    "score": label("it is like comments that were rejected here"),
    "outside": label("an outside checker objects to it"),
    "reports": label("readers reported it"),
}
"""By the name of the check."""


LISTED = ("words", "word in name")
"""Checks of which the writer is told the very words, as they stand in quotes in what a moderator reads."""

_IN_QUOTES = re.compile("“[^”]*”")


def things(findings: Iterable[Mapping[str, Any]]) -> str:
    """What was found, as a sentence lists it; empty for nothing."""
    return words().names(list(dict.fromkeys(_thing(one) for one in findings if one.get("check") in SAID)))


def _thing(finding: Mapping[str, Any]) -> str:
    said = say(SAID[finding["check"]])
    listed = _IN_QUOTES.findall(finding.get("says", "")) if finding["check"] in LISTED else []
    return f"{said} ({', '.join(listed)})" if listed else said
