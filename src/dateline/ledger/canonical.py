"""Canonical JSON (RFC 8785, JCS): one value, one sequence of bytes, so that a digest means something.

Floats are refused rather than formatted: nothing a reader sees needs one, and their text is where
implementations of the RFC differ.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from dateline.errors import RecordError

# Numbers past this are not exact in the IEEE doubles that RFC 8785 (section 3.2.2.3) reads JSON numbers as.
MAX_INTEGER = 2**53 - 1


def encode(value: Any) -> bytes:
    """The canonical UTF-8 bytes of a JSON value made of dicts, lists, strings, ints, booleans and None.

    Raises RecordError for a float, an integer past 2**53 - 1, a key that is no ASCII string, a NUL, a lone surrogate
    or any other type.
    """
    _check(value)
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    except UnicodeEncodeError as error:
        raise RecordError(f"The text holds half a character (a lone surrogate) at {error.start}.") from error


def digest(snapshot: bytes) -> str:
    """The SHA-256 of a canonical snapshot, as 64 hexadecimal digits."""
    return hashlib.sha256(snapshot).hexdigest()


def _check(value: Any) -> None:
    """Refuse what has no canonical form; also keeps sort_keys right (by UTF-16 units, so only for the BMP)."""
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str) or not key.isascii():
                raise RecordError(f"A name in a snapshot must be an ASCII string: {key!r}.")
        within: Any = value.values()
    elif isinstance(value, list | tuple):
        within = value
    else:
        _check_plain(value)
        return
    for one in within:
        # Nearly everything in a snapshot is text, so that is looked at where it stands and not by a call for each.
        if type(one) is not str or "\0" in one:
            _check(one)


def _check_plain(value: Any) -> None:
    if isinstance(value, str):
        # PostgreSQL cannot hold one, and press cuts its templates at it.
        if "\0" in value:
            raise RecordError("A text in a snapshot holds a NUL character.")
    elif isinstance(value, bool) or value is None:
        return
    elif not isinstance(value, int) or abs(value) > MAX_INTEGER:
        raise RecordError(f"A snapshot cannot hold {value!r}: only text, whole numbers to 2**53 - 1, lists, maps.")
