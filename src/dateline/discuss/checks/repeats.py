"""Texts that say the same, whatever was changed to make them look different."""

from __future__ import annotations

import re
from hashlib import blake2b

from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding
from dateline.discuss.checks.folding import alphabet, unmirror
from dateline.discuss.checks.numbers import count

LONG = 30
"""Letters of a text that two people do not write by chance: everybody writes “thank you”."""


def letters_of(text: str) -> str:
    """What counts in a comparison: no case, spaces, punctuation, digits; look-alikes alike."""
    return re.sub(r"[\W\d_]", "", unmirror(alphabet("en").fold(text)))


def fingerprint(text: str) -> bytes:
    """Equal for texts that say the same."""
    kept = letters_of(text) or text
    return blake2b(kept.encode("utf-8", "replace"), digest_size=8).digest()


def repeats_others(case: Case) -> Finding | None:
    same = case.memory.same_by_others
    if not same or len(letters_of(case.draft.text)) < LONG:
        return None
    return Finding(f"the same text as {count(same, 'recent comment')} of other people", reason="spam")
