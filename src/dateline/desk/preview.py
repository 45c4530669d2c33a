"""The preview: the page that readers would get, made by the code that makes theirs, shown in a frame of the form.

Saves nothing and presses nothing. It needs the pages in use, for the rail and the style sheet they share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk import house, snapshot
from dateline.errors import StoreError

if TYPE_CHECKING:
    from django.http import HttpRequest

    from dateline.desk.models import Story


def response(request: HttpRequest, row: Story) -> HttpResponse:
    """The page of a story that need not be saved; a plain page saying why, if there are no pages to show it among."""
    # Here and not above: the desk's other work has no use for the press.
    from dateline.serve import preview

    return _answer(request, lambda: preview.show(snapshot.of(row), house.site(), house.pressed()))


def front_response(request: HttpRequest, key: str, codes: Sequence[int]) -> HttpResponse:
    """A front with these stories placed on it, in the same way."""
    from dateline.serve import frontpreview

    return _answer(request, lambda: frontpreview.show(key, codes, house.site(), house.pressed()))


def _answer(request: HttpRequest, show: Callable[[], bytes]) -> HttpResponse:
    from dateline.serve.answer import POLICY

    try:
        page = show()
    except StoreError:
        return render(request, "desk/no_preview.html", status=503)
    # What readers' browsers would refuse is refused here too, or the preview would not be the real page.
    return HttpResponse(page, headers={"Content-Security-Policy": POLICY})
