"""What a request says that it takes: encodings, and versions that it has. Pure."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(1024)
def takes_gzip(accept_encoding: str) -> bool:
    """Whether gzip may be sent (RFC 9110, section 12.5.3); to who says nothing, plain text is sent."""
    weights: dict[str, float] = {}
    for one in accept_encoding.lower().split(","):
        name, _, parameter = one.partition(";")
        weights[name.strip()] = _weight(parameter)
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def has(if_none_match: str, etag: str) -> bool:
    """Whether the reader has this version already (RFC 9110, section 13.1.2), in either encoding."""
    return bool(if_none_match) and (etag[:-1] in if_none_match or if_none_match.strip() == "*")
