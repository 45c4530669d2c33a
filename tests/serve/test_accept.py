from __future__ import annotations

import pytest

from dateline.serve import accept

TAKES = ("gzip", "gzip, deflate, br, zstd", "GZIP", "br;q=1.0, gzip;q=0.5", "*", "x-gzip", "deflate, gzip, *;q=0.5")
DOES_NOT = ("", "identity", "br", "gzip;q=0", "gzip; q=0.0, *", "*;q=0", "gzip;q=x", "notgzip", "deflate")


@pytest.mark.parametrize("header", TAKES)
def test_gzip_is_sent_to_who_takes_it(header: str) -> None:
    assert accept.takes_gzip(header)


@pytest.mark.parametrize("header", DOES_NOT)
def test_plain_text_is_sent_to_who_does_not(header: str) -> None:
    assert not accept.takes_gzip(header)


@pytest.mark.parametrize("header", ['"5f"', 'W/"5f"', '"1", "5f"', "*", '"5f-plain"', " * "])
def test_a_reader_who_has_the_version_is_not_sent_it_again(header: str) -> None:
    assert accept.has(header, '"5f"')


@pytest.mark.parametrize("header", ["", '"5"', "5f", '"6f"', '"x5f"'])
def test_a_reader_who_has_another_is_sent_this_one(header: str) -> None:
    assert not accept.has(header, '"5f"')
