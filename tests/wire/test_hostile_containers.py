"""Spoiled containers: whatever is cut out of them, put into them or turned, they are read or told, and never raise."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.wire import pieces
from dateline.wire.containers import Opening
from dateline.wire.survey import survey
from web_archives import chunked, conversion, packed, page, record, response

URL = "https://old.example/2014/bridge"


def _tar() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name in ("a.html", "long/" * 40 + "b.html"):
            info = tarfile.TarInfo(name)
            info.size = len(page())
            archive.addfile(info, io.BytesIO(page()))
    return data.getvalue()


def _zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", page())
        archive.writestr("crawl.warc.gz", WARCS[1], zipfile.ZIP_STORED)
        archive.writestr("in.tar.gz", gzip.compress(_tar()))
    return data.getvalue()


RECORDS = (
    record("warcinfo", b"software: tests"),
    response(URL, page()),
    response(
        URL, gzip.compress(page("The swing bridge opens")), sent={"Content-Encoding": "gzip"}, at="2016-01-01T00:00:00Z"
    ),
    response(f"{URL}/2", chunked(page()), sent={"Transfer-Encoding": "chunked"}),
    conversion(f"{URL}/3", "A page of text\n\nWith words in it.\n"),
)
WARCS = (b"".join(RECORDS), packed(*RECORDS))
WHOLE = {
    "warc": WARCS[0],
    "warc.gz": WARCS[1],
    "packed warc": gzip.compress(WARCS[0]),
    "tar": _tar(),
    "tar.gz": gzip.compress(_tar()),
    "tar.zst": zstandard.compress(_tar()),
    "tar.bz2": bz2.compress(_tar()),
    "zip": _zip(),
}

SPOILS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "turn", "put", "double", "end"]), st.integers(0, 1 << 30), st.binary(max_size=40)
    ),
    min_size=1,
    max_size=4,
)


def spoil(data: bytes, spoils: list[tuple[str, int, bytes]]) -> bytes:
    for how, where, what in spoils:
        at = where % (len(data) + 1)
        match how:
            case "cut":
                data = data[:at] + data[at + len(what) :]
            case "turn":
                data = data[:at] + bytes(b ^ 0x55 for b in data[at : at + len(what)]) + data[at + len(what) :]
            case "put":
                data = data[:at] + what + data[at:]
            case "double":
                data = data + data[at:]
            case _:
                data = data[:at]
    return data


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(spoils=SPOILS)
def test_no_spoiled_container_breaks_the_import(kind: str, spoils: list[tuple[str, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "archive").write_bytes(spoil(WHOLE[kind], spoils))
        found = pieces.find([Path(folder)])
        looked = survey(found)
        opening = Opening(captures=looked.captures)
        for archive in found:
            for piece in pieces.split(archive, "", opening):
                assert piece.fault or piece.source
                piece.place.encode()
        looked.captures.close()
