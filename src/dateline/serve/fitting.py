"""An answer as the one who asks can take it: packed or not, or nothing because they have it already. Pure."""

from __future__ import annotations

import zlib

from dateline.serve import accept
from dateline.serve.answer import Answer, Headers
from dateline.serve.files import KEPT_ON_304

_GZIP = 16 + zlib.MAX_WBITS


def fit(answer: Answer, encodings: str, known: str) -> tuple[int, Headers, bytes]:
    """Status, headers and body for a request with these headers ``accept-encoding`` and ``if-none-match``."""
    if not answer.body:
        return answer.status, answer.headers, b""
    if answer.etag and accept.has(known, answer.etag):
        return 304, [pair for pair in answer.headers if pair[0] in KEPT_ON_304], b""
    if accept.takes_gzip(encodings):
        return answer.status, answer.headers, answer.body
    return answer.status, _unpacked(answer), zlib.decompress(answer.body, _GZIP)


def _unpacked(answer: Answer) -> Headers:
    """The headers of the same text without compression, which as other bytes has another strong ETag."""
    headers = [pair for pair in answer.headers if pair[0] not in ("content-encoding", "etag")]
    return [*headers, ("etag", f'{answer.etag[:-1]}-plain"')] if answer.etag else headers
