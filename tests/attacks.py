"""The strings of people who try this for a living: read where they lie, beside the checkout, and kept out of it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "abuse"
ALLOWED = re.compile(
    r"<(?:/?(?:a|em|strong|sub|sup|code|s|q|span)|br"
    r'|a href="[^"<>]*"|span(?: lang="[A-Za-z0-9-]+"| dir="(?:ltr|rtl|auto)")+)>'
)
HREF = re.compile(r'<a href="([^"]*)"')
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u202d\u202e\ud800-\udfff]")

needed = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the attack strings are not on this machine, in {FOLDER}")


@cache
def strings() -> list[str]:
    """Every string there is."""
    found: list[str] = []
    for path in sorted(FOLDER.glob("*")):
        for line in path.read_text(encoding="utf-8", errors="surrogateescape").strip().split("\n"):
            found.append(line)
            if path.suffix == ".jsonl":
                values = json.loads(line)
                found += [str(value) for value in (values.values() if isinstance(values, dict) else [values])]
    return found


def assert_harmless(markup: str) -> None:
    """Nothing in it but the grammar of ``dateline.story``; every link goes where a link may go."""
    assert "<" not in ALLOWED.sub("", markup), markup
    for address in HREF.findall(markup):
        assert re.match(r"(?:https?:|mailto:|/(?!/))", address, re.IGNORECASE), address
    assert not CONTROL.search(markup)
