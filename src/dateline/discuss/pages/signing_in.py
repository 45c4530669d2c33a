"""The link in a letter for signing in: it brings the letter's code to the page that waits for it.

Looking at it changes nothing, for mail programs look at links too; its button sends the code. The code is good in the
browser that asked for it and nowhere else, once and for a short time, which is django-allauth's to see to: so nobody
can be signed in to an account of somebody else's by a link that was sent to them.
"""

from __future__ import annotations

import re

from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.stages import LoginByCodeStage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from dateline.discuss.pages import paper, who
from dateline.discuss.refusal import NotThere

_CODE = re.compile(r"[A-Z0-9]{3,10}(-[A-Z0-9]{3,10})*")


@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    """The button that signs in; in another browser than the one that asked, what to do instead."""
    if who.reader(request):
        return HttpResponseRedirect("/discuss/me")
    if not _CODE.fullmatch(code):
        raise NotThere("There is no such page here.")
    stage = get_pending_stage(request)
    waits = stage is not None and stage.key == LoginByCodeStage.key
    return paper.show(request, "link.html", {"code": code, "waits": waits, "next": request.GET.get("next", "")})
