"""Settings that are made of several parts are looked at as a whole, before anything starts."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.errors import BadSetting
from dateline.site import config

PAPER = {
    "name": "The Harbour Courier",
    "url": "https://courier.example",
    "language": "en",
    "time_zone": "Europe/Lisbon",
    "sections": [{"slug": "harbour", "name": "Harbour"}],
}
GOOGLE = {"provider": "google", "client_id": "courier", "secret": "x"}
OPEN = {**GOOGLE, "provider": "openid_connect", "name": "Harbour ID", "server_url": "https://id.example"}


def check(**more: Any) -> config.Config:
    return config.check({**PAPER, **more}, "dateline.toml")


def test_services_to_sign_in_with_are_as_they_were_written() -> None:
    local = {**OPEN, "name": "Hafen-Ausweis", "server_url": "http://127.0.0.1:9000"}
    assert check(social=[GOOGLE, OPEN, local])["social"] == (GOOGLE, OPEN, local)


@pytest.mark.parametrize(
    ("services", "said"),
    [
        ({"provider": "google"}, "[[social]] tables"),
        ([{**GOOGLE, "colour": "blue"}], 'only "provider"'),
        ([{"provider": "google"}], "its client_id"),
        ([{**GOOGLE, "provider": "Google!"}], 'such as "google"'),
        ([{**GOOGLE, "provider": "gogle"}], "that django-allauth knows"),
        ([{**OPEN, "name": ""}], "a name and a server_url"),
        ([{**OPEN, "server_url": "http://id.example"}], "https://id.example"),
        ([GOOGLE, GOOGLE], "another name"),
        ([OPEN, {**OPEN, "name": "harbour id"}], "another name"),
        ([{**OPEN, "name": "!?"}], "another name"),
    ],
)
def test_a_service_that_nobody_could_sign_in_with_is_refused(services: Any, said: str) -> None:
    with pytest.raises(BadSetting, match="social") as refused:
        check(social=services)
    assert said in str(refused.value)


@pytest.mark.parametrize("value", ["yes", 1, "true"])
def test_a_switch_is_on_or_off(value: Any) -> None:
    assert check(feeds={"full_text": True}).site.full_text
    assert not check().site.full_text
    with pytest.raises(BadSetting, match="true or false"):
        check(feeds={"full_text": value})
