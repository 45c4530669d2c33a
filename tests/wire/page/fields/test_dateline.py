"""Place and agency out of a story's first words."""

from __future__ import annotations

import pytest

from dateline.wire.page.fields.dateline import read


@pytest.mark.parametrize(
    ("words", "place", "agency"),
    [
        ("PORT HALLOW, Nov 5 (Reuters) - The swing bridge stays closed", "PORT HALLOW", "Reuters"),
        ("PORT HALLOW, Maine (AP) — The swing bridge stays closed", "PORT HALLOW", "AP"),
        ("Hallow (dpa/lno) – Die Brücke bleibt zu", "Hallow", "dpa"),
        ("PORT HALLOW — The swing bridge stays closed", "PORT HALLOW", ""),
        ("(AFP) - The swing bridge stays closed", "", "AFP"),
        ("ПОРТ-ХОЛЛОУ, 5 ноя - РИА Новости. Мост закрыт", "ПОРТ-ХОЛЛОУ", "РИА Новости"),
        ("The bridge (a swing bridge) - old as it is - stays closed", "", ""),
        ("UPDATE - The swing bridge stays closed", "", ""),
        ("COVID-19 closed the swing bridge", "", ""),
        ("LONG-term plans for the bridge", "", ""),
        ("", "", ""),
    ],
)
def test_the_dateline_of_a_story(words: str, place: str, agency: str):
    assert read(words) == (place, agency)
