"""The site as a web archive: WARC 1.1, a gzip member a record, for any program that replays such files.

It holds what the running site answers, under its own address: every page with every older page of its list, the files
they name, and the redirects of old addresses under the hosts that they had. Nothing was fetched, so there are no
requests in it; the times are that of the export.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, unquote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import dateline
from dateline.export import addresses, reader
from dateline.export.reader import Got, Reader
from dateline.serve.answer import Answer

FILE = "site.warc.gz"

Progress = Callable[[int], None]

_REASONS = {200: "OK", 301: "Moved Permanently", 404: "Not Found", 410: "Gone"}


def write(file: IO[bytes], pages: Reader, media: Path, progress: Progress) -> None:
    """Write the whole archive into an open file."""
    archive = Archive(file, pages.site_url)
    archive.begin()
    for path, static in reader.static_files():
        archive.put_file(path, static)
    for number, paths in enumerate(addresses.starts(pages.view), start=1):
        for got in pages.follow(*map(unquote, paths)):
            archive.put(got)
            archive.put_pictures(reader.pictures_in(got.text), media)
        progress(number)
    for code, path in addresses.codes(pages.view):
        if not path:
            archive.put(pages.get(f"/news/{code}"))
    for old in addresses.old_addresses(pages.view):
        archive.put_move(old.address, old.path)


class Archive:
    """A WARC file in the making."""

    def __init__(self, file: IO[bytes], site_url: str) -> None:
        self.writer: Any = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
        self.site_url = site_url
        self.seen: set[str] = set()
        """The pictures that were put, by their keys."""

    def begin(self) -> None:
        about = {
            "software": f"dateline/{dateline.__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "isPartOf": self.site_url,
        }
        self.writer.write_record(self.writer.create_warcinfo_record(FILE, about))

    def put(self, got: Got) -> None:
        path, _, query = got.path.partition("?")
        address = self.site_url + quote(path) + (f"?{query}" if query else "")
        self._write(address, got.answer.status, _headers(got.answer), got.text)

    def put_file(self, path: str, file: Path) -> None:
        self._write(self.site_url + path, 200, [("content-type", reader.content_type(path))], file.read_bytes())

    def put_pictures(self, names: Iterable[str], media: Path) -> None:
        """Every form of the pictures of which one is named, unless they were put before."""
        for key in {name.rpartition("-")[0] for name in names} - self.seen:
            self.seen.add(key)
            for file in sorted(media.glob(f"{key}-*")):
                name = f"/media/{file.relative_to(media)}"
                if any(reader.pictures_in(name.encode())):
                    self.put_file(name, file)

    def put_move(self, address: str, path: str) -> None:
        """An old address: of this host, or of the one that it names."""
        try:
            named = urlsplit(address).hostname
            whole = address if named else f"{self.site_url}/{address.removeprefix('/')}"
        except ValueError:
            return  # nothing can be asked for under it
        if not any(c.isspace() for c in whole):
            self._write(whole, 301, [("location", self.site_url + path)], b"")

    def _write(self, address: str, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        line = f"{status} {_REASONS.get(status, '')}".strip()
        http = StatusAndHeaders(line, [*headers, ("content-length", str(len(body)))], protocol="HTTP/1.1")
        self.writer.write_record(
            self.writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), length=len(body), http_headers=http
            )
        )


def _headers(answer: Answer) -> list[tuple[str, str]]:
    """The headers that are true of the text without compression."""
    return [pair for pair in answer.headers if pair[0] not in ("content-encoding", "etag", "vary")]
