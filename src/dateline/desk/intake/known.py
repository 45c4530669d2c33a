"""What is here already: stories by their external id or by an address they had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline import urls
from dateline.desk.models import FormerAddress, Story
from dateline.ledger.rows import NO_TEXT
from dateline.story import Moment, moment


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a story that is here comes from."""

    external_id: str
    captured: Moment
    """When a crawler saw the copy that it shows; empty if it comes from no web archive."""


def is_empty() -> bool:
    """Whether no story was ever here."""
    return not Story.objects.exists()


def origins(codes: Iterable[int | None]) -> dict[int, Origin]:
    """The origin of each story that is here, by code."""
    rows = Story.objects.filter(pk__in={code for code in codes if code})
    values = rows.values_list("pk", "external_id", "captured_at")
    return {code: Origin(external_id, moment(captured)) for code, external_id, captured in values}


def codes_of_external_ids(ids: Iterable[str]) -> dict[str, int]:
    """The story of each external id that is known."""
    wanted = {one for one in ids if one}
    rows = Story.objects.filter(external_id__in=wanted).exclude(external_id=NO_TEXT)
    return dict(rows.values_list("external_id", "pk"))


def codes_of_addresses(addresses: Iterable[str]) -> dict[str, int]:
    """The story of each former address that is known; the scheme, www. and a last slash do not matter."""
    keys = {address: address_key(address) for address in addresses}
    found = dict(FormerAddress.objects.filter(pk__in=set(keys.values())).values_list("key", "story_id"))
    return {address: found[key] for address, key in keys.items() if key in found}


def address_key(address: str) -> str:
    """The key that a former address is kept under."""
    return urls.former_keys(address)[0]
