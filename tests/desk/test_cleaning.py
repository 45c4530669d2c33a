"""Whatever is put in, what comes out is a line, the inline HTML that readers' pages allow, or a plain link."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

import attacks
from dateline.desk import cleaning


@attacks.needed
def test_no_known_attack_survives() -> None:
    tried = attacks.strings()
    assert len(tried) > 3000
    for attack in tried:
        attacks.assert_harmless(cleaning.inline(attack))
        assert not attacks.CONTROL.search(cleaning.line(attack))
        assert re.match(r"(?i)https?://|$", cleaning.link(attack))


@given(some.text(some.characters() | some.sampled_from("<>&\"'/ ab=:\x00\u202e\ud800"), max_size=60))
def test_any_text_comes_out_harmless_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaning.inline(text)
    attacks.assert_harmless(once)
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


@pytest.mark.parametrize("blank", ["<br>", "&nbsp;", "&nbsp;<br>"])
def test_very_many_blanks_inside_of_a_text_are_looked_at_once(blank: str) -> None:
    began = time.process_time()
    kept = cleaning.inline(f"<em>a</em>{blank * 50_000}b")
    assert time.process_time() - began < 1
    assert kept.startswith("<em>a</em>")
    assert kept.endswith("b")
