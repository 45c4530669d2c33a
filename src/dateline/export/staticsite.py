"""The site as a folder of files that any web server can send: a page is ``<path>/index.html``.

Addresses inside pages are those of the running site, from the root; so the folder has to be the root of a host. What
needs a program is left out: the forms of search and comments are taken off, and what the running site has at
``?before=...`` and ``?sort=...`` lies at ``before/...`` and ``sort/...`` below the page. Every address of another time
is in ``redirects.map``, for servers that can be told, and is a page of its own that leads on, for those that cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from dateline.export import addresses, reader
from dateline.export.addresses import Old
from dateline.export.folder import ExportFolder
from dateline.export.reader import Got, Reader

FOLDER = "site"

LONGEST_NAME = 255
"""Bytes of a file's name that file systems allow."""

REMEMBERED = 1 << 16
"""Pictures that are remembered as copied already: most pages name the same few."""

Progress = Callable[[int], None]

# The forms that a program has to answer, and the link to one of them.
_FORMS = re.compile(
    rb'<a class="find" href="/search">.*?</a>|<details id="write">.*?</details>'
    rb'|<a href="/discuss/[0-9]+/(?:write|report)\b[^>]*>.*?</a>'
    rb'|<form\b[^>]*\baction="/(?:search|discuss)\b[^>]*>.*?</form>',
    re.DOTALL,
)
_UP = re.compile(rb'href="\."')

README = """\
This folder is the whole site as plain files. Make it the root of a host on any web server, and it works: no program, no
database. Pages are index.html in the folder of their address; 404.html is for addresses that are not there.

redirects.map has every address of another time, a line each: the address (a path with its query, or with its host
where that was another one), a tab, and the path it leads to. For nginx, from version 1.25:

    map_hash_bucket_size 256;
    map $request_uri $moved { include redirects.nginx; default ""; }
    server { root .../site; error_page 404 /404.html; if ($moved) { return 301 $moved; } }

On a server that can only send files, each of them that has no query is a page that leads on by itself.
"""


def write(out: ExportFolder, pages: Reader, media: Path, progress: Progress) -> list[str]:
    """Write the site; what could not be written, a sentence each."""
    return _Writing(out, pages, media).run(progress)


class _Writing:
    def __init__(self, out: ExportFolder, pages: Reader, media: Path) -> None:
        self.out = out
        self.pages = pages
        self.media = media
        self.left: list[str] = []
        self.copy = lru_cache(maxsize=REMEMBERED)(self._copy)

    def run(self, progress: Progress) -> list[str]:
        self._put("README.txt", README.encode())
        for path, file in reader.static_files():
            self.out.copy(FOLDER + path, file)
        self.out.copy(f"{FOLDER}/favicon.ico", next(f for p, f in reader.static_files() if "touch-icon" in p))
        for number, paths in enumerate(addresses.starts(self.pages.view), start=1):
            for got in self.pages.follow(*map(unquote, paths)):
                self._page(got)
            progress(number)
        self._put("404.html", _without_forms(self.pages.status(404).text))
        self._redirect(addresses.old_addresses(self.pages.view))
        return self.left

    def _page(self, got: Got) -> None:
        for name in reader.pictures_in(got.text):
            self.copy(name)
        path, _, query = got.path.partition("?")
        is_page = dict(got.answer.headers)["content-type"].startswith("text/html")
        text = _relinked(_without_forms(got.text), path) if is_page else got.text
        self._put(file_of(path, query, is_page), text)

    def _copy(self, name: str) -> None:
        source = self.media / name
        if source.is_file():
            self.out.copy(f"{FOLDER}/media/{name}", source)
        else:
            self.left.append(f"/media/{name}: the picture is missing.")

    def _put(self, name: str, data: bytes) -> None:
        if name and all(len(part.encode(errors="surrogateescape")) <= LONGEST_NAME for part in name.split("/")):
            self.out.write(f"{FOLDER}/{name}", data)
        else:
            self.left.append(f"{name}: it is longer than a file's name can be.")

    def _redirect(self, old: Iterator[Old]) -> None:
        own = urlsplit(self.pages.site_url).hostname or ""
        with self.out.open(f"{FOLDER}/redirects.map") as plain, self.out.open(f"{FOLDER}/redirects.nginx") as nginx:
            for address, path in old:
                asked = _asked(address, own)
                if not asked or any(c.isspace() for c in asked):
                    continue  # no request can ask for it
                plain.write(f"{asked}\t{path}\n".encode(errors="surrogateescape"))
                local = _local(address)
                nginx.write(f'"{_in_quotes(local)}" "{_in_quotes(path)}";\n'.encode(errors="surrogateescape"))
                self._lead_on(local, path)

    def _lead_on(self, local: str, path: str) -> None:
        """A page at an old address; none where something of today lies, or where no file can."""
        name = file_of(unquote(local), "", True)
        if "?" in local or not name or (self.out.path / FOLDER / name).exists():
            return
        try:
            self._put(name, _leading(self.pages.site_url + path))
        except (NotADirectoryError, FileExistsError, IsADirectoryError):
            return  # below a file of today, which no old page may take away


def file_of(path: str, query: str = "", is_page: bool = True) -> str:
    """Where the answer to a decoded path lies in the folder; empty for a path that no file can have."""
    parts = [part for part in path.split("/") if part]
    if any(part in (".", "..") or "\0" in part for part in parts):
        return ""
    for field in filter(None, query.split("&")):
        parts += field.split("=")
    return "/".join([*parts, "index.html"] if is_page else parts)


def _without_forms(text: bytes) -> bytes:
    return _FORMS.sub(b"", text)


def _relinked(text: bytes, path: str) -> bytes:
    """The links to pages of lists, and those that are relative, as the folder has them."""
    base = escape(quote(path.rstrip("/"))).encode()

    def link(found: re.Match[bytes]) -> bytes:
        place = found[2].replace(b"&amp;", b"/").replace(b"=", b"/")
        return b'href="' + (found[1].rstrip(b"/") or base) + b"/" + (place + b"/" if place else b"") + b'"'

    return _UP.sub(b'href="' + base.rpartition(b"/")[0] + b'"', addresses.MORE.sub(link, text))


def _asked(address: str, own: str) -> str:
    """An old address as a request for it says it, with its host if that is not the site's."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return _local(address) if host in ("", own) else f"//{host}{_local(address)}"


def _local(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


def _in_quotes(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")


def _leading(address: str) -> bytes:
    there = escape(address)
    return (
        f'<!doctype html><meta charset="utf-8"><title>{there}</title><link rel="canonical" href="{there}">'
        f'<meta http-equiv="refresh" content="0;url={there}"><a href="{there}">{there}</a>\n'
    ).encode()
