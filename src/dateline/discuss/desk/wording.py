"""The word lists at the desk: edited as text, tried with a sentence before they hold."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages

from dateline.discuss import lists
from dateline.discuss.checks import wordlist
from dateline.discuss.desk.frame import DeskPage
from dateline.discuss.learned.learning import learner
from dateline.errors import DatelineError

LONGEST_TRIAL = 5_000


class WordsPage(DeskPage):
    """The two lists as somebody types them, and what they make of a sentence: before they are saved, too."""

    template_name = "discuss/desk/words.html"
    page_title = "Word lists"
    here = "words"

    def get(self, request: HttpRequest) -> HttpResponse:  # noqa: ARG002
        row = lists.typed()
        return self._show(row.hold, row.reject)

    def post(self, request: HttpRequest) -> HttpResponse:
        hold, reject = (request.POST.get(name, "").replace("\0", "") for name in ("hold", "reject"))
        trial = request.POST.get("trial", "")[:LONGEST_TRIAL]
        if request.POST.get("do") == "save":
            try:
                lists.change(hold, reject, request.user)
                messages.success(request, "The lists hold from now on.")
            except DatelineError as error:
                messages.error(request, str(error))
        return self._show(hold, reject, trial)

    def _show(self, hold: str, reject: str, trial: str = "") -> HttpResponse:
        return self.render_to_response(
            self.get_context_data(
                hold=hold,
                reject=reject,
                trial=trial,
                row=lists.typed(),
                sizes={
                    name: len(wordlist.read(text, "hold")[0]) for name, text in (("hold", hold), ("reject", reject))
                },
                **_tried(hold, reject, trial),
            )
        )


def _tried(hold: str, reject: str, trial: str) -> dict[str, Any]:
    """What the lists as they are typed, and the learned score, make of a sentence."""
    if not trial.strip():
        return {}
    model = learner().model
    return {
        "tried": True,
        "hits": lists.compile_lists(hold, reject).find(trial),
        "opinion": None if model.lacking else model.opinion(trial),
        "lacking": model.lacking,
    }
