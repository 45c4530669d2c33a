"""Times as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.page.fields.moments import find, parse


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("2024-11-05T08:30:00+01:00", "", "2024-11-05T08:30:00+01:00"),
        ("2024-11-05T08:30:00.123Z", "", "2024-11-05T08:30:00+00:00"),
        ("2024-11-05 08:30", "", "2024-11-05T08:30:00"),
        ("20241105T0830", "", "2024-11-05T08:30:00"),
        ("20241105", "", "2024-11-05"),
        ("20241105T08:30:00.45+01:00", "", "2024-11-05T08:30:00+01:00"),
        ("2024-11-05T083000+0100", "", "2024-11-05T08:30:00+01:00"),
        ("Tue Nov  5 08:30:00 2024", "", "2024-11-05T08:30:00"),
        ("Tue Nov  5 08:30:00 EST 2024", "", "2024-11-05T08:30:00-05:00"),
        ("Tue, 05 Nov 2024 08:30:00 UT", "", "2024-11-05T08:30:00+00:00"),
        ("Tue, 05 Nov 2024 08:30:00 -03", "", "2024-11-05T08:30:00-03:00"),
        ("1730795400", "", "2024-11-05T08:30:00+00:00"),
        ("1730795400000", "", "2024-11-05T08:30:00+00:00"),
        ("Tue, 05 Nov 2024 08:30:00 GMT", "en", "2024-11-05T08:30:00+00:00"),
        ("Tue Nov 05 2024 08:30:00 GMT+0100 (CET)", "en", "2024-11-05T08:30:00+01:00"),
        ("November 5th, 2024 at 8:30 pm ET", "en", "2024-11-05T20:30:00"),
        ("Nov. 5, 2024, 12:05 a.m. EST", "en", "2024-11-05T00:05:00-05:00"),
        ("11:58, 5 NOV 2024", "en", "2024-11-05T11:58:00"),
        ("5. November 2024 um 8.30 Uhr", "de", "2024-11-05T08:30:00"),
        ("5 de noviembre de 2024", "es", "2024-11-05"),
        ("5 novembre 2024 à 8h30", "fr", "2024-11-05T08:30:00"),
        ("5 ноября 2024, 08:30 МСК", "ru", "2024-11-05T08:30:00"),
        ("Τρίτη, 5 Νοεμβρίου 2024", "el", "2024-11-05"),
        ("5 listopada 2024", "pl", "2024-11-05"),
        ("5. listopada 2024.", "hr", "2024-10-05"),
        ("5 Kasım 2024 Salı", "tr", "2024-11-05"),
        ("2024年11月5日 08:30", "zh", "2024-11-05T08:30:00"),
        ("2024. 11. 5. 08:30", "ko", "2024-11-05T08:30:00"),
        ("5 พฤศจิกายน 2567", "th", "2024-11-05"),
        ("٥ نوفمبر ٢٠٢٤", "ar", "2024-11-05"),
        ("۱۴۰۳/۰۸/۱۵", "fa", "2024-11-05"),
        ("5/11/2024 08:30 (GMT+7)", "vi", "2024-11-05T08:30:00+07:00"),
        ("5/11/2024", "en-GB", "2024-11-05"),
        ("11/5/2024", "en-US", "2024-11-05"),
        ("11/25/2024", "en-GB", "2024-11-25"),
        ("05.11.24", "de", "2024-11-05"),
        ("31 February 2024", "en", ""),
        ("45/13/2024", "en", ""),
        ("0000-00-00", "", ""),
        ("9999-12-31", "", ""),
        ("yesterday", "en", ""),
        ("", "", ""),
        ("18.2. 15:32", "fi", ""),
    ],
)
def test_a_date_is_read_in_its_language(text: str, language: str, iso: str):
    assert parse(text, language) == iso


def test_it_is_known_where_in_a_line_the_date_stands():
    line = "By Ann Other | 5 November 2024"
    (found,) = find(line, "en")
    assert line[found.start : found.end] == "5 November 2024"


@given(
    st.datetimes(datetime(1800, 1, 1), datetime(2099, 12, 31)),  # noqa: DTZ001 - a zone is given beside it
    st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters))),
)
def test_every_iso_time_is_read_as_itself(at: datetime, zone: timezone):
    iso = at.replace(tzinfo=zone, microsecond=0).isoformat()
    assert parse(iso) == iso
    assert datetime.fromisoformat(parse(iso)).astimezone(UTC) == datetime.fromisoformat(iso).astimezone(UTC)


@given(st.text(max_size=200))
def test_no_text_makes_the_calendar_stumble(text: str):
    parse(text)
    parse(f"{text} 5/5/{text} 2020 {text}")
