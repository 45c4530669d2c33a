"""The preview: the page that readers would get, made by the code that makes theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from dateline.desk import snapshot

if TYPE_CHECKING:
    from dateline.desk.models import Story


def response(row: Story) -> HttpResponse:
    """The page of a story that need not be saved."""
    # Here and not above: the desk's other work has no use for the press.
    from dateline.press.preview import page

    return HttpResponse(page(snapshot.of(row)))
