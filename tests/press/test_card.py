from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from dateline.press import card
from dateline.press.page import Variant

records = some.dictionaries(some.sampled_from(Variant), some.binary(max_size=60))
flags = some.integers(0, 255)


@given(records, flags)
def test_every_variant_comes_out_of_the_record(variants: dict[Variant, bytes], flag: int) -> None:
    record = card.encode(variants, flag)
    assert {which: card.variant(record, which) for which in Variant} == {
        which: variants.get(which, b"") for which in Variant
    }
    assert card.flags(record) == flag


@given(records, flags, records, flags)
def test_the_stamp_changes_with_anything_in_the_card(
    variants: dict[Variant, bytes], flag: int, others: dict[Variant, bytes], other: int
) -> None:
    one, two = card.encode(variants, flag), card.encode(others, other)
    assert card.stamp(one) > 0
    assert (card.stamp(one) == card.stamp(two)) == (one[4:] == two[4:])
