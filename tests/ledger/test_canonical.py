"""Canonical JSON, held against RFC 8785."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import RecordError
from dateline.ledger import canonical

texts = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"))
names = some.text(some.characters(max_codepoint=127, exclude_characters="\0"))
values = some.recursive(
    some.none() | some.booleans() | some.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER) | texts,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(names, inner, max_size=4),
)


def test_the_example_of_the_rfc_less_its_fractions() -> None:
    # RFC 8785, section 3.2.2 and 3.2.3; the numbers of that example are fractions, which are refused here.
    example = json.loads(
        r"""{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"""
    )
    assert canonical.encode(example) == (
        '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()
    )


def test_control_characters_have_the_short_form_where_there_is_one() -> None:
    # RFC 8785, section 3.2.2.2.
    assert canonical.encode("\b\t\n\f\r\x01\x1f\x7f") == b'"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f"'


def test_names_are_sorted_by_their_code_units_and_nothing_is_spaced() -> None:
    assert canonical.encode({"b": 1, "a": {"\r": 1, "1": 2}, "B": []}) == b'{"B":[],"a":{"\\r":1,"1":2},"b":1}'


def test_no_text_is_normalised() -> None:
    assert canonical.encode("A\u030a") == '"A\u030a"'.encode()
    assert canonical.encode("\u2028😀") == '"\u2028😀"'.encode()


@given(values)
def test_reading_gives_the_value_back_and_writing_it_again_the_same_bytes(value: Any) -> None:
    encoded = canonical.encode(value)
    assert json.loads(encoded) == value
    assert canonical.encode(json.loads(encoded)) == encoded


@given(some.dictionaries(names, some.integers(0, 9), min_size=2))
def test_the_order_in_which_a_map_was_made_does_not_matter(value: dict[str, int]) -> None:
    assert canonical.encode(dict(reversed(value.items()))) == canonical.encode(value)


@pytest.mark.parametrize("number", [canonical.MAX_INTEGER, -canonical.MAX_INTEGER, 0])
def test_whole_numbers_are_exact_to_the_last_one_that_a_double_can_hold(number: int) -> None:
    assert canonical.encode(number) == str(number).encode()


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        math.nan,
        math.inf,
        1.0,
        canonical.MAX_INTEGER + 1,
        -canonical.MAX_INTEGER - 1,
        b"bytes",
        {1},
        pytest.param(object(), id="an object"),
    ],
    ids=repr,
)
def test_what_has_no_one_form_is_refused(value: Any) -> None:
    for held in (value, [value], {"a": {"b": value}}):
        with pytest.raises(RecordError, match="cannot hold"):
            canonical.encode(held)


@pytest.mark.parametrize("name", [1, None, "ñ", "😀"])
def test_a_name_is_an_ascii_string(name: Any) -> None:
    with pytest.raises(RecordError, match="ASCII"):
        canonical.encode({name: 1})


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_character_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match="half a character"):
        canonical.encode({"headline": text})


def test_a_nul_is_refused_because_pages_are_cut_at_it() -> None:
    with pytest.raises(RecordError, match="NUL"):
        canonical.encode({"body": [{"html": "a\0b"}]})


def test_the_digest_is_sha_256() -> None:
    # FIPS 180-2, appendix B.1.
    assert canonical.digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
