"""Proof of work: a form that costs a machine a second of its time, where the rules ask for it. No third party.

The puzzle is the signed note of when the form was opened; its answer is a number with which the note has a SHA-256
that begins with so many noughts. It is found by a small script of ours; who has none signs in and is not asked.
"""

from __future__ import annotations

import hashlib

from dateline.discuss import limits
from dateline.discuss.pages import tokens
from dateline.discuss.refusal import Refused, TooOften, WorkWanted

LONGEST = 20
"""Digits of an answer."""


def check(note: str, answer: str, bits: int) -> None:
    """Let a form through that shows its work; each answer is good once. Raises Refused."""
    if not bits:
        return
    shown = answer.isdecimal() and len(answer) <= LONGEST and tokens.seconds_since(note) is not None
    if not shown or zeros(f"{note}:{answer}") < bits:
        raise WorkWanted(
            "Please send it once more: your browser has to do a small sum first.",
            "If scripts are off, sign in in another tab and then send this again: who is signed in is asked nothing.",
        )
    try:
        limits.counts.take("uses of one proof", note)
    except TooOften as used:
        raise Refused("This form was sent before.", "Please send it once more.") from used


def zeros(text: str) -> int:
    """The noughts that the SHA-256 of a text begins with, in bits."""
    digest = int.from_bytes(hashlib.sha256(text.encode()).digest())
    return 256 - digest.bit_length()
