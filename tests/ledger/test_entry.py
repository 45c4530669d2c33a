from __future__ import annotations

import pytest

from builders import FIRST_DAY
from dateline.ledger import tree
from dateline.ledger.entry import GONE, Entry, decide


@pytest.mark.parametrize(
    ("last", "digest", "kind"),
    [
        (None, "a", "published"),
        ("a", "b", "changed"),
        ("a", GONE, "withdrawn"),
        (GONE, "a", "restored"),
        ("a", "a", None),
        (GONE, GONE, None),
        (None, GONE, None),
    ],
)
def test_what_a_new_state_is_called(last: str | None, digest: str, kind: str | None) -> None:
    assert decide(last, digest) == kind


def test_the_leaf_covers_all_that_an_entry_says() -> None:
    one = Entry(12, int(FIRST_DAY.timestamp() * 1000), "story:864", "published", "ab")
    assert one.leaf() == (b'{"digest":"ab","kind":"published","seq":12,"subject":"story:864","time":1772438400000}')
    assert one.leaf_hash() == tree.leaf_hash(one.leaf())
    assert one.at == FIRST_DAY
