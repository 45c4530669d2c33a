"""What is here already: stories by their external id or by an address they had."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import urls
from dateline.desk.models import FormerAddress, Story


def codes_of_external_ids(ids: Iterable[str]) -> dict[str, int]:
    """The story of each external id that is known."""
    wanted = {one for one in ids if one}
    return dict(Story.objects.filter(external_id__in=wanted).values_list("external_id", "pk"))


def codes_of_addresses(addresses: Iterable[str]) -> dict[str, int]:
    """The story of each former address that is known; the scheme, www. and a last slash do not matter."""
    keys = {address: address_key(address) for address in addresses}
    found = dict(FormerAddress.objects.filter(pk__in=set(keys.values())).values_list("key", "story_id"))
    return {address: found[key] for address, key in keys.items() if key in found}


def address_key(address: str) -> str:
    """The key that a former address is kept under."""
    return urls.former_keys(address)[0]
