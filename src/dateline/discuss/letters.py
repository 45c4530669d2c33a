"""Letters to readers: written in the transaction of what they tell of, sent by the clock. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.core import signing

from dateline.desk import house
from dateline.discuss.models import Comment, Letter, Reader

_UNSUBSCRIBE = signing.Signer(salt="dateline.discuss.unsubscribe")


def write(
    to: str, subject: str, text: str, headers: Mapping[str, str] | None = None, quotes: Comment | None = None
) -> Letter:
    """Put a letter into the tray, from which the clock takes it; one that ``quotes`` goes only while that is shown."""
    row = Letter(to=to, subject=" ".join(subject.split())[:200], text=text, headers=dict(headers or {}), quotes=quotes)
    row.save(force_insert=True)
    return row


def address(path: str) -> str:
    """The full address of a path of the site."""
    return house.site().url + path


def unsubscribe_path(reader: Reader) -> str:
    """Where a reader ends letters about replies without signing in; it tells nobody the address it is for."""
    return f"/discuss/unsubscribe/{_UNSUBSCRIBE.sign(str(reader.pk))}"


def unsubscriber(token: str) -> int:
    """The reader that an address of ``unsubscribe_path`` is for; 0 if it is not one of ours."""
    try:
        return int(_UNSUBSCRIBE.unsign(token))
    except signing.BadSignature:
        return 0


def list_headers(reader: Reader) -> dict[str, str]:
    """Headers by which a mail program offers to unsubscribe with one click (RFC 2369, RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{address(unsubscribe_path(reader))}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
