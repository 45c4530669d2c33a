"""The desk's own files: scripts and styles from the installed packages, thumbnails from the site folder.

No step of collecting: a file is found where its package has it. Addresses that Wagtail stamps with a version may be
kept by the browser for ever, the others for an hour.
"""

from __future__ import annotations

import gzip
import mimetypes
from functools import lru_cache
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.views.static import was_modified_since

SQUEEZABLE = ("text/", "application/javascript", "image/svg+xml", "application/json")


def static(request: HttpRequest, name: str) -> HttpResponseBase:
    """A script, style, font or picture of the desk."""
    found = finders.find(name)
    if not found:
        raise Http404(name)
    path = Path(found)
    changed = path.stat().st_mtime
    if not was_modified_since(request.headers.get("If-Modified-Since"), changed):
        return _kept(HttpResponse(status=304), request, changed)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith(SQUEEZABLE) and "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(_squeezed(path, changed), content_type=kind)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(path.read_bytes(), content_type=kind)
    response["Vary"] = "Accept-Encoding"
    return _kept(response, request, changed)


@login_required
def thumbnail(_: HttpRequest, name: str) -> HttpResponseBase:
    """A small picture for the desk's lists and forms."""
    return _file("thumbnails", name)


@login_required
def original(_: HttpRequest, name: str) -> HttpResponseBase:
    """A picture as it was taken in, for those at the desk; readers are never sent it."""
    return _file("default", f"originals/{name}")


def _file(store: str, name: str) -> HttpResponseBase:
    storage = storages[store]
    if not storage.exists(name):
        raise Http404(name)
    response = FileResponse(storage.open(name))
    response["Cache-Control"] = "private, max-age=86400"
    return response


def _kept(response: HttpResponse, request: HttpRequest, changed: float) -> HttpResponse:
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "max-age=31536000, immutable" if "v" in request.GET else "max-age=3600"
    return response


@lru_cache(maxsize=512)
def _squeezed(path: Path, changed: float) -> bytes:  # noqa: ARG001 (a changed file is squeezed anew)
    return gzip.compress(path.read_bytes(), mtime=0)
