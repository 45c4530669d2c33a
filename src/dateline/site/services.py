"""Other services that readers can sign in with: from ``[[social]]`` of dateline.toml to what django-allauth is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import Any

PACKAGE = "allauth.socialaccount.providers"
OPEN = "openid_connect"
"""The provider that stands for any service that speaks OpenID Connect."""

Service = Mapping[str, Any]


def is_known(provider: str) -> bool:
    """Whether django-allauth has a provider of this name."""
    return find_spec(f"{PACKAGE}.{provider}") is not None


def identifier(service: Service) -> str:
    """What a service is called in addresses and in the rows of accounts."""
    if service["provider"] != OPEN:
        return str(service["provider"])
    return re.sub(r"\W+", "-", service["name"].casefold()).strip("-")


def apps(services: Iterable[Service]) -> list[str]:
    """The apps of Django that are needed for them."""
    return [f"{PACKAGE}.{name}" for name in sorted({one["provider"] for one in services})]


def providers(services: Iterable[Service]) -> dict[str, Any]:
    """``SOCIALACCOUNT_PROVIDERS`` of django-allauth."""
    found: dict[str, Any] = {}
    for one in services:
        # Whoever sees the answer of a service on its way through the browser cannot use it (RFC 7636).
        provider = found.setdefault(one["provider"], {"OAUTH_PKCE_ENABLED": one["provider"] == OPEN, "APPS": []})
        provider["APPS"].append(
            {
                "provider_id": identifier(one),
                "name": one.get("name", ""),
                "client_id": one["client_id"],
                "secret": one.get("secret", ""),
                "settings": {"server_url": one["server_url"]} if one.get("server_url") else {},
            }
        )
    return found
