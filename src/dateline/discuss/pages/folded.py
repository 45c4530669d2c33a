"""A discussion as one reader wants to see it: the pressed page, with the comments folded of those whom they muted.

The page that everybody shares cannot be one person's, and no script is needed for this one.
"""

from __future__ import annotations

import re
import time
import zlib

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape
from django.views.decorators.http import require_safe

from dateline import urls
from dateline.desk import house
from dateline.discuss import limits
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Mute, Reader
from dateline.discuss.pages import who
from dateline.discuss.refusal import NotThere
from dateline.press import shelf
from dateline.serve import answer
from dateline.serve.view import Memory, View

GZIP = 16 + zlib.MAX_WBITS

# As ``press.discussion.show`` writes a comment that has its words: what it says, and at its end what can be done.
_COMMENT = re.compile(r'(<li id="comment-([0-9]+)"[^>]*>)(<p class="who">.*?)(</p></li>)', re.DOTALL)

# The shared page's own form, and its script, which would fold and unfold by itself.
_FORM = re.compile(r'<details id="write">.*?</details>', re.DOTALL)
_SCRIPT = re.compile(r'<script src="/static/comments[^>]*></script>')


@who.signed_in
@require_safe
def thread(request: HttpRequest, code: int, number: int = 0) -> HttpResponse:
    """The discussion of a story, or one comment and what answers it. Raises NotThere."""
    limits.counts.take("forms from one network", who.network(request))
    reader = who.reader(request)
    assert reader is not None
    path = urls.comment(code, number) if number else urls.discussion(code)
    with shelf.of(house.pressed()).store().read() as reading:
        view = View(reading.txn, reading.databases, Memory())
        shared, _ = answer.make(view, path, request.META.get("QUERY_STRING", ""), "", time.time())
    if shared.status != 200:
        raise NotThere("There is no such page here.")
    return HttpResponse(fold(zlib.decompress(shared.body, GZIP).decode(), code, reader))


def fold(page: str, code: int, reader: Reader) -> str:
    """A page of a discussion for one reader: the muted folded, a way to mute the others, links to pages of the kind."""
    shown = Comment.objects.in_bulk([int(found[2]) for found in _COMMENT.finditer(page)])
    writers = {row.reader_id for row in shown.values()}
    muted = set(Mute.objects.filter(reader=reader, muted__in=writers).values_list("muted", flat=True))

    def one(found: re.Match[str]) -> str:
        row = shown.get(int(found[2]))
        if row is None or row.reader_id == reader.pk:
            return found[0]
        is_muted = row.reader_id in muted
        context = {"code": code, "row": row, "muted": is_muted, "said": found[3]}
        inner = render_to_string("discuss/folded.html", context).strip()
        return f"{found[1]}{inner}</li>"

    return _onwards(_FORM.sub(_way_to_write(code), _SCRIPT.sub("", _COMMENT.sub(one, page))), code)


def _way_to_write(code: int) -> str:
    """Who is signed in gives neither name nor address, for which the form that everybody shares asks."""
    return f'<p class="sorts"><a href="/discuss/{code}/write">{escape(say("Write a comment"))}</a></p>'


def _onwards(page: str, code: int) -> str:
    """Links to other parts of the discussion lead to what is the reader's own."""
    return re.sub(rf'href="/discuss/{code}(/[0-9]+)?(?=["?#])', rf'href="/discuss/{code}/read\1', page)
