"""Files of page text cut into pages, and told from files of other kinds."""

from __future__ import annotations

import pytest

from dateline.wire.text import fits, split
from text_dumps import MENU, site

PAGES = site()


@pytest.mark.parametrize(
    "between", ["\f", "\n" + "=" * 40 + "\n", "\n-----\n", ""], ids=["form feed", "ruled line", "short rule", "opening"]
)
def test_a_file_of_many_pages_is_cut_between_them(between: str):
    assert [page.split() for page in split(between.join(PAGES).encode())] == [page.split() for page in PAGES]


def test_a_file_whose_pages_begin_with_their_addresses_is_cut_there():
    text = "".join(f"https://courier.example/{i}\n{page}" for i, page in enumerate(PAGES))
    found = split(text.encode())
    assert len(found) == len(PAGES)
    assert found[2].startswith("https://courier.example/2\n")


def test_one_page_is_one_page():
    assert split(PAGES[0].encode()) == [PAGES[0]]


def test_a_rule_between_the_parts_of_a_page_does_not_cut_it():
    text = PAGES[0].replace("Comments\n", "-----\nComments\n-----\n")
    assert len(split(text.encode())) == 1


def test_an_old_charset_is_read():
    text = "Разводной мост закрыт до весны\nМост останется закрытым до весны, сообщили в управлении порта.\n"
    assert split(text.encode("cp1251"))[0].splitlines()[0] == "Разводной мост закрыт до весны"


@pytest.mark.parametrize(
    ("head", "fitting"),
    [
        (PAGES[0].encode(), True),
        ("\n".join(MENU).encode(), True),
        (b"<!DOCTYPE html><html><p>One</p>\n<p>Two</p>", False),
        (b'{"id": 1, "title": "a story"}\n{"id": 2}', False),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', False),
        (b"1;2;3\n4;5;6\n7;8;9\n", False),
        (b"\x00\x01binary\nand more", False),
        (b"one line", False),
    ],
)
def test_page_text_is_told_by_its_content(head: bytes, fitting: bool):
    assert fits(head) == fitting
