"""Web archives for the tests, written by hand so that they can be as wrong as those that are met."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import saved_pages

END = b"\r\n\r\n"


def record(kind: str, block: bytes, *, length: int | None = None, version: str = "1.0", **headers: str) -> bytes:
    """One record; in the names of headers ``_`` stands for a hyphen. ``length`` is what it says, if that is not so."""
    head = [f"WARC/{version}", f"WARC-Type: {kind}", f"Content-Length: {len(block) if length is None else length}"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(head).encode() + END + block + END


def response(
    url: str,
    body: bytes,
    *,
    at: str = "2014-05-03T12:00:00Z",
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    sent: Mapping[str, str] | None = None,
    length: int | None = None,
    version: str = "1.0",
) -> bytes:
    """What a server answered; ``sent`` are further headers of its answer."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *(f"{k}: {v}" for k, v in (sent or {}).items())]
    block = "\r\n".join(head).encode() + END + body
    return record(
        "response",
        block,
        length=length,
        version=version,
        WARC_Target_URI=url,
        WARC_Date=at,
        Content_Type="application/http; msgtype=response",
    )


def conversion(url: str, text: str, at: str = "2014-05-03T12:00:00Z") -> bytes:
    """The text of a page, as WET files have it."""
    return record("conversion", text.encode(), WARC_Target_URI=url, WARC_Date=at, Content_Type="text/plain")


def page(
    headline: str = saved_pages.HEADLINE, *, published: str = "2014-05-02", body: str = "", canonical: str = ""
) -> bytes:
    head = saved_pages.json_ld(headline=headline, datePublished=published)
    head += f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return saved_pages.page(saved_pages.article(headline, body=body), head=head, title=headline)


def packed(*records: bytes) -> bytes:
    """Each record packed by itself, as ``.warc.gz`` are."""
    return b"".join(map(gzip.compress, records))


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
