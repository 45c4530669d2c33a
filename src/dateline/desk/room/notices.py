"""The two pages on which a story is taken back, each with the words that have to be given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from dateline.desk import withdrawal
from dateline.desk.models import Story
from dateline.desk.room import addresses
from dateline.errors import DatelineError


class Words(forms.Form):
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a story off the site: readers get "gone" at its address."""
    return _page(
        request,
        pk,
        withdrawal.withdraw,
        {
            "page_title": "Withdraw",
            "label": "Why it is withdrawn",
            "what_happens": "Readers find “gone” at its address, and no page, feed or search shows it. Work on a newer "
            "version stays, and the story can be published again.",
            "kept": "For the newsroom's log; readers do not see it.",
            "button": "Withdraw the story",
            "done": "“{}” was withdrawn.",
        },
    )


def retract(request: HttpRequest, pk: int) -> HttpResponse:
    """Disown a story: it stays at its address under a notice."""
    return _page(
        request,
        pk,
        withdrawal.retract,
        {
            "page_title": "Retract",
            "label": "The notice to readers",
            "what_happens": "The story stays at its address under this notice, and no list, feed or related story "
            "recommends it any more. A retraction cannot be taken back.",
            "kept": "Say plainly what was wrong. Readers see it at once.",
            "button": "Retract the story",
            "done": "“{}” was retracted.",
        },
    )


def _page(request: HttpRequest, pk: int, do: Callable[[Story, Any, str], None], words: dict[str, str]) -> HttpResponse:
    if not request.user.has_perm("desk.publish_story"):
        raise PermissionDenied
    story = get_object_or_404(Story, pk=pk)
    form = Words(request.POST or None)
    form.fields["words"].label, form.fields["words"].help_text = words["label"], words["kept"]
    edit_url = addresses.story("edit", pk)
    if request.method == "POST" and form.is_valid():
        try:
            do(story, request.user, form.cleaned_data["words"])
        except DatelineError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, words["done"].format(story))
        return redirect(edit_url)
    context = {**words, "form": form, "story": story, "edit_url": edit_url, "header_icon": "warning"}
    return render(request, "desk/notice.html", context)


withdraw_view = login_required(require_admin_access(withdraw))
retract_view = login_required(require_admin_access(retract))
