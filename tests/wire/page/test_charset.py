"""The charset of a saved page, found as a browser finds it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.page.charset import codec_of, declared, decode

GREEK = "Η κινητή γέφυρα μένει κλειστή έως την άνοιξη, ανακοίνωσε το λιμεναρχείο στους κατοίκους της παλιάς πόλης. "
POLISH = "Most zwodzony pozostanie zamknięty do wiosny, poinformował we wtorek zarząd portu; kursuje mały prom. "
FRENCH = "Le pont tournant reste fermé jusqu’au printemps, a déclaré la capitainerie; là-bas, un bac passe l’été. "
JAPANESE = "港湾局は火曜日、旧港にかかる旋回橋を春まで通行止めにすると発表した。小さな渡し船が二十分おきに運航する。"
RUSSIAN = "Разводной мост через старую гавань останется закрытым до весны, сообщили во вторник в управлении порта. "


@pytest.mark.parametrize(
    ("mark", "name"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_is_believed_before_all_else(mark: bytes, name: str):
    text = '<meta charset="windows-1253">' + GREEK
    assert decode(mark + text.encode(name)) == (text, name)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_show_without_a_mark(name: str):
    text = f"<html><head><title>A page</title></head><body>{POLISH}</body></html>"
    assert decode(text.encode(name)) == (text, name)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("windows-1253", "cp1253", GREEK),
        ("ISO-8859-2", "iso8859-2", POLISH),
        ("Shift_JIS", "cp932", JAPANESE),
        ("euc-jp", "euc_jp", JAPANESE),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("gb2312", "gb18030", "港务局周二表示，旋转桥将关闭至春天。"),
        ("iso-8859-1", "cp1252", "The “old” bridge — closed"),
    ],
)
def test_a_declared_charset_is_meant_as_the_web_means_it(label: str, codec: str, text: str):
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>{text}'
    assert decode(page.encode(codec)) == (page, codec)


def test_a_page_stored_again_as_utf_8_is_not_read_as_it_still_says():
    page = f'<meta charset="windows-1251">{RUSSIAN}'
    assert decode(page.encode()) == (page, "utf-8")


def test_a_page_cut_in_the_middle_of_a_letter_stays_utf_8():
    data = f'<meta charset="utf-8">{RUSSIAN * 5}'.encode()[:-3]
    text, name = decode(data)
    assert name == "utf-8"
    assert text.startswith(f'<meta charset="utf-8">{RUSSIAN}')


@pytest.mark.parametrize(
    ("codec", "text"),
    [("cp1251", RUSSIAN), ("cp932", JAPANESE), ("cp1253", GREEK), ("cp1250", POLISH), ("cp1252", FRENCH)],
)
def test_bytes_that_name_no_charset_are_judged_by_themselves(codec: str, text: str):
    page = f"<html><body><p>{text * 8}</p></body></html>"
    assert decode(page.encode(codec))[0] == page


@pytest.mark.parametrize(
    "label", ["base64", "zip", "rot13", "idna", "unicode_escape", "utf-7", "punycode", "", "nonsense"]
)
def test_a_codec_that_is_no_charset_of_the_web_is_not_used(label: str):
    assert codec_of(label) == ""


def test_bytes_that_name_a_language_are_read_as_it_was_written_before_unicode():
    page = '<html lang="tr"><p>Köprü bahara kadar kapalı kalacak, dedi liman yönetimi.'
    assert decode(page.encode("cp1254")) == (page, "cp1254")


def test_utf_16_cannot_be_declared_in_bytes_that_are_none():
    assert declared(b'<meta charset="utf-16">') == "utf-8"


@given(st.binary(max_size=2000))
def test_any_bytes_become_text(data: bytes):
    assert isinstance(decode(data)[0], str)
