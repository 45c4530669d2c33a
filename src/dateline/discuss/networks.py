"""Where a request comes from, as much of it as limits need: a range of addresses, and a digest of it to keep."""

from __future__ import annotations

import hashlib
import ipaddress

from django.conf import settings

PREFIXES = {4: 24, 6: 48}
"""Bits of an address that a household or a firm usually has in common."""


def span(address: str) -> str:
    """The range that an address is in, such as ``192.0.2.0/24``; all that is no address is one range."""
    try:
        found = ipaddress.ip_address(address.strip().partition("%")[0])
    except ValueError:
        return "elsewhere"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ipaddress.ip_network((found, PREFIXES[found.version]), strict=False))


def mark(address: str) -> str:
    """What is kept of an address with a comment: a keyed digest of its range, which tells nobody the range."""
    key = hashlib.sha256(settings.SECRET_KEY.encode()).digest()
    return hashlib.blake2b(span(address).encode(), key=key, digest_size=12, person=b"network").hexdigest()
