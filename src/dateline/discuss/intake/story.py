"""Which story of ours an old thread belonged to: by the address it stood at, or by what its archive called it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from dateline import urls
from dateline.desk.intake import codes_of_external_ids
from dateline.desk.models import FormerAddress, Story

_OURS = re.compile(r"/(?:news|s)/([0-9]{1,15})(?:[/.]|$)")


def find(address: str, name: str = "") -> int:
    """The code of the story; 0 if none is found. ``name`` is an id of the archive, or a code."""
    former = list(urls.former_keys(address)) if address else []
    rows = dict(FormerAddress.objects.filter(key__in=former).values_list("key", "story"))
    for one in former:
        if one in rows:
            return int(rows[one])
    ours = _OURS.match(urlsplit(address).path) if address and not address.startswith("http://[") else None
    if ours and Story.objects.filter(pk=int(ours[1])).exists():
        return int(ours[1])
    return _named(name)


def _named(name: str) -> int:
    if not name:
        return 0
    found = codes_of_external_ids([name])
    if name in found:
        return int(found[name])
    digits = name.isascii() and name.isdecimal() and len(name) < 16
    return int(name) if digits and Story.objects.filter(pk=int(name)).exists() else 0
