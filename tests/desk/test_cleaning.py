"""Whatever is put in, what comes out is a line, the inline HTML that readers' pages allow, or a plain link."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.desk import cleaning

ABUSE = Path("/work/shared/data/abuse")
ALLOWED = re.compile(
    r"<(?:/?(?:a|em|strong|sub|sup|code|s|q|span)|br"
    r'|a href="[^"<>]*"|span(?: lang="[A-Za-z0-9-]+"| dir="(?:ltr|rtl|auto)")+)>'
)
HREF = re.compile(r'<a href="([^"]*)"')
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u202d\u202e\ud800-\udfff]")


def assert_harmless(markup: str) -> None:
    """Nothing in it but the grammar of ``dateline.story``; every link goes where a link may go."""
    assert "<" not in ALLOWED.sub("", markup), markup
    for address in HREF.findall(markup):
        assert re.match(r"(?:https?:|mailto:|/(?!/))", address, re.IGNORECASE), address
    assert not CONTROL.search(markup)


def attacks() -> list[str]:
    """The strings of people who try this for a living; read where they lie, and kept out of the repository."""
    found: list[str] = []
    for path in sorted(ABUSE.glob("*")):
        for line in path.read_text(encoding="utf-8", errors="surrogateescape").strip().split("\n"):
            found.append(line)
            if path.suffix == ".jsonl":
                values = json.loads(line)
                found += [str(value) for value in (values.values() if isinstance(values, dict) else [values])]
    return found


@pytest.mark.skipif(not ABUSE.is_dir(), reason="the attack strings are not on this machine")
def test_no_known_attack_survives() -> None:
    tried = attacks()
    assert len(tried) > 3000
    for attack in tried:
        assert_harmless(cleaning.inline(attack))
        assert not CONTROL.search(cleaning.line(attack))
        assert re.match(r"(?i)https?://|$", cleaning.link(attack))


@given(some.text(some.characters() | some.sampled_from("<>&\"'/ ab=:\x00\u202e\ud800"), max_size=60))
def test_any_text_comes_out_harmless_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaning.inline(text)
    assert_harmless(once)
    assert cleaning.inline(once) == once
    assert cleaning.line(cleaning.line(text)) == cleaning.line(text)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("two  spaces\n and a break", "two spaces and a break"),
        ("<b>old</b> and <I class=x>older</I>", "<strong>old</strong> and <em>older</em>"),
        (
            '<a href="https://example.com/x?a=1&b=2" target=_blank>x</a>',
            '<a href="https://example.com/x?a=1&amp;b=2">x</a>',
        ),
        ('<a href="/news/7/a">x</a>', '<a href="/news/7/a">x</a>'),
        ('<a href="//evil.example">x</a>', "x"),
        ('<a href="/\\evil.example">x</a>', "x"),
        ("<a href='java\tscript:alert(1)'>x</a>", "x"),
        ('<span lang="fa" dir="RTL" style="x">y</span>', '<span lang="fa" dir="rtl">y</span>'),
        ("<script>alert(1)</script>safe", "safe"),
        ("<br>\n text <br/>", "text"),
        ("AT&T", "AT&amp;T"),
        ("5\u00a0%", "5\u00a0%"),
        ("&nbsp;&#0;x", "\ufffdx"),
    ],
)
def test_inline_html_keeps_what_is_allowed(given_: str, kept: str) -> None:
    assert cleaning.inline(given_) == kept


@pytest.mark.parametrize(
    "address", ["javascript:1", "data:text/html,x", "ftp://x", "//x", "http://", "https://a b", "http://[x", ""]
)
def test_what_is_no_web_address_is_no_link(address: str) -> None:
    assert cleaning.link(address) == ""


def test_a_language_tag_is_kept_and_anything_else_is_not() -> None:
    assert cleaning.language(" pt-BR ") == "pt-BR"
    assert cleaning.language('en" onload="x') == ""
