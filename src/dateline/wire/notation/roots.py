"""What the outermost element of an XML file is called, told from its first bytes."""

from __future__ import annotations

import codecs
import re

from dateline.wire.notation.letters import codec_of

_BEFORE = re.compile(
    r"[\s\ufeff]*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"[^<]{0,200}<([A-Za-z_][\w.\-]*)(?::([\w.\-]+))?")


def root_of(head: bytes) -> str:
    """The local name of the root; ``""`` if the bytes begin no XML."""
    text = codecs.getincrementaldecoder(codec_of(head))("replace").decode(head)
    at = 0
    while match := _BEFORE.match(text, at):
        at = match.end()
    found = _ROOT.match(text, at)
    return (found[2] or found[1]) if found else ""
