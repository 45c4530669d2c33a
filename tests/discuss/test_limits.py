"""How often somebody may do something, and that those who count remember a bounded number of people."""

from __future__ import annotations

import pytest

from dateline.discuss import limits, networks
from dateline.discuss.refusal import TooOften

ONE = "comments of one person"


def test_the_seventh_comment_of_a_minute_waits_for_the_first_to_be_a_minute_old() -> None:
    counts = limits.Counts()
    for second in range(6):
        counts.take(ONE, "ines", now=float(second))
    with pytest.raises(TooOften) as refused:
        counts.take(ONE, "ines", now=20.0)
    assert refused.value.seconds == 41
    counts.take(ONE, "ines", now=60.5)
    counts.take(ONE, "tome", now=20.0)


def test_what_was_refused_is_not_counted() -> None:
    counts = limits.Counts()
    for _ in range(6):
        counts.take(ONE, "ines", now=0.0)
    for second in range(1, 50):
        with pytest.raises(TooOften):
            counts.take(ONE, "ines", now=float(second))
    counts.take(ONE, "ines", now=60.1)


def test_who_was_quiet_longest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 100)
    counts = limits.Counts()
    for number in range(1000):
        counts.take(ONE, str(number), now=0.0)
    assert len(counts._times) == 100


@pytest.mark.parametrize(
    ("address", "span"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:7:1::9", "2001:db8:7::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("fe80::1%eth0", "fe80::/48"),
        ("not an address", "elsewhere"),
        ("", "elsewhere"),
    ],
)
def test_an_address_counts_with_its_neighbours(address: str, span: str) -> None:
    assert networks.span(address) == span


def test_what_is_kept_of_an_address_tells_nobody_what_it_was() -> None:
    assert networks.mark("203.0.113.7") == networks.mark("203.0.113.200") != networks.mark("203.0.114.7")
    assert "203" not in networks.mark("203.0.113.7")
    assert len(networks.mark("203.0.113.7")) <= 32
