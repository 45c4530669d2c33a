"""How much of an entry is read: what is short in every honest one is cut where it is not.

Names, dates and blanks are looked through with patterns, feedparser's and ours, that take the square of their length.
"""

from __future__ import annotations

import re

LONGEST_LINE = 2000
"""Characters of a name, an address or a date."""

FILES = 400
"""Files of an entry that are looked at: each is compared with those that were chosen before it."""

# No more blanks and empty lines than a hundred together mean anything.
_BLANKS = re.compile(r"(?<!\s)(\s{100})\s+")
_LINE = re.compile(
    r"(<(?:[\w.\-]{1,60}:)?(?:author|creator|contributor|managingEditor|webMaster|publisher|name|email"
    r"|pubDate|date|published|updated|issued|modified|created)\b[^<>]*>(?:\s{0,20}<!\[CDATA\[)?"
    rf"[^<\]]{{{LONGEST_LINE}}})[^<\]]*",
    re.IGNORECASE,
)


def shortened(entry: str) -> str:
    """A piece whose names, dates and blanks are as long as any are."""
    return _LINE.sub(r"\1", _BLANKS.sub(r"\1", entry))
