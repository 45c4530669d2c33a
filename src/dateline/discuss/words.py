"""What a reader typed, made fit to be kept: names, texts and addresses. Pure; says plainly what is not.

Control characters go in silence, for nobody types them. Whatever would let a text pose as something else, spill over
its neighbours or say nothing is refused with a reason, so that no writer finds their words changed.
"""

from __future__ import annotations

import re
import unicodedata

from dateline.desk import cleaning
from dateline.discuss.refusal import Refused

LONGEST_NAME = 60
LONGEST_EMAIL = 254

MOST_LINES = 200
"""Lines of a comment, empty ones included."""

MOST_MARKS = 8
"""Marks on one letter; Vietnamese and pointed Hebrew need three, careful Tibetan a few more."""

_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*){2,}")
_OVERRIDES = re.compile("[\u202d\u202e]")
# Embeddings and isolates are wanted where scripts meet; left open they would turn what follows them.
_OPENS, _CLOSES = re.compile("[\u202a\u202b\u2066-\u2068]"), re.compile("[\u202c\u2069]")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_LINK_IN_NAME = re.compile(r"https?:|www\.|\.\w{2,}/|@", re.IGNORECASE)


def text(typed: str, longest: int) -> str:
    """A comment's text: paragraphs parted by one empty line.

    Raises Refused for one that is empty, too long, of too many lines, or that bends the text around it.
    """
    # Checked before anything that reads all of it.
    if len(typed) > 4 * longest + 10_000:
        raise Refused("Your comment has more than {most} characters.", "Please shorten it.", "text", most=longest)
    if _OVERRIDES.search(typed):
        raise Refused(
            "Your comment holds invisible signs that turn the direction of the text.", "Please type it anew.", "text"
        )
    clean = cleaning.storable(_BREAK.sub("\n", typed))
    lines = "\n".join(line.rstrip(" \t") for line in clean.split("\n"))
    clean = _EMPTY_LINES.sub("\n\n", lines).strip()
    if not visible(clean):
        raise Refused("Your comment is empty.", "Please write something.", "text")
    if len(clean) > longest:
        raise Refused(
            "Your comment has {n} characters; {most} are the most.",
            "Please shorten it.",
            "text",
            n=len(clean),
            most=longest,
        )
    if clean.count("\n") >= MOST_LINES:
        raise Refused("Your comment has more than {most} lines.", "Please use fewer.", "text", most=MOST_LINES)
    _refuse_stacks(clean, "text")
    return unicodedata.normalize("NFC", _close(clean))


def name(typed: str) -> str:
    """A name to sign with; raises Refused for one that is empty, too long, an address, or that cannot be read."""
    if len(typed) > 10 * LONGEST_NAME:
        raise Refused("Your name has more than {most} characters.", "Please shorten it.", "name", most=LONGEST_NAME)
    if _OVERRIDES.search(typed) or _OPENS.search(typed):
        raise Refused("Your name holds invisible signs that turn its direction.", "Please type it anew.", "name")
    clean = unicodedata.normalize("NFC", cleaning.line(typed))
    if not any(character.isalpha() for character in clean):
        raise Refused("Please give your name.", "It stands above your comments.", "name")
    if len(clean) > LONGEST_NAME:
        raise Refused("Your name has more than {most} characters.", "Please shorten it.", "name", most=LONGEST_NAME)
    if _LINK_IN_NAME.search(clean):
        raise Refused("A name cannot be an address.", "Please give the name you want to be called by.", "name")
    _refuse_stacks(clean, "name")
    return clean


def email(typed: str) -> str:
    """An e-mail address in lower case; raises Refused for what is none."""
    clean = cleaning.line(typed[: LONGEST_EMAIL + 10]).lower()
    if len(clean) > LONGEST_EMAIL or not _EMAIL.fullmatch(clean):
        raise Refused("That is no e-mail address.", "Please look at it again.", "email")
    return clean


def visible(text: str) -> bool:
    """Whether anything of a text can be seen: spaces, joiners and other invisible signs alone are nothing."""
    return any(unicodedata.category(character)[0] in "LNPS" and character not in _BLANK for character in text)


# Letters and symbols by their category, and empty to the eye: fillers of Hangul, the blank of Braille.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def _refuse_stacks(text: str, field: str) -> None:
    """Letters that carry a tower of marks run over the lines above and below them."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character)[0] == "M" else 0
        if run > MOST_MARKS:
            raise Refused("There are too many marks stacked on one letter.", "Please write it plainly.", field)


def _close(text: str) -> str:
    """The text with every sign that opens a direction closed again in its own line."""
    if not _OPENS.search(text):
        return text
    return "\n".join(_close_line(line) for line in text.split("\n"))


def _close_line(line: str) -> str:
    open_: list[str] = []
    for character in line:
        if _OPENS.match(character):
            open_.append("\u2069" if character >= "\u2066" else "\u202c")
        elif _CLOSES.match(character) and open_:
            open_.pop()
    return line + "".join(reversed(open_))
