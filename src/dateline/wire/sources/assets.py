"""What lies beside copy and is none: pictures, style sheets, scripts, fonts, sound and film."""

from __future__ import annotations

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"\x00\x00\x00\x0cjP")
_BEGINNINGS = (
    *_PICTURES,
    b"\x00\x00\x01\x00",
    b"wOFF",
    b"wOF2",
    b"OTTO",
    b"\x00\x01\x00\x00",
    b"%PDF",
    b"ID3\x02",
    b"ID3\x03",
    b"ID3\x04",
    b"OggS\x00",
    b"FLV\x01",
    b"CWS",
    b"FWS",
)
_ENDINGS = (
    ".css",
    ".js",
    ".map",
    ".svg",
    ".ico",
    ".woff",
    ".woff2",
    ".ttf",
    ".eot",
    ".mp3",
    ".mp4",
    ".webm",
    ".avif",
)


def is_picture(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a picture."""
    bitmap = head[:2] == b"BM" and head[6:10] == bytes(4)
    return bitmap or head.startswith(_PICTURES) or head[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1")


def is_asset(head: bytes, name: str) -> bool:
    """Whether a file that begins with ``head`` is no copy."""
    return is_picture(head) or head.startswith(_BEGINNINGS) or name.removesuffix(".gz").lower().endswith(_ENDINGS)
