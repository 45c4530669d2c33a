"""Names of what lies in containers. Nothing is ever written under one; one that would lead elsewhere is refused."""

from __future__ import annotations

import os
import re

_DRIVE = re.compile(r"[A-Za-z]:")

SLIPS = "Its name leads out of the archive that it is in; it was left out."


def tidy(name: str) -> str:
    """The name as it is reported: folders parted by ``/``, bytes that are no UTF-8 escaped."""
    name = name.replace("\\", "/").removeprefix("./")
    whole = os.fsencode(name) if _has_surrogates(name) else name.encode()
    return whole.decode(errors="backslashreplace")


def slips(name: str) -> bool:
    """Whether a name, tidied, is of a place outside of the folder it would be unpacked in."""
    return name.startswith("/") or bool(_DRIVE.match(name)) or ".." in name.split("/")


def is_hidden(name: str) -> bool:
    """Whether it is something that programs keep beside files: passed over, as it is in folders."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/") if part not in (".", ".."))


def _has_surrogates(name: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in name)
