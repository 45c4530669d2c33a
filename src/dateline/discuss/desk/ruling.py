"""The rules of discussions at the desk: of the site, of a section, of a story, each on one screen.

What a scope does not say is shown as the wider scope has it. The threshold of the learned score is chosen before the
numbers of what it would have done.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from dateline.desk.models import Section
from dateline.discuss import doors, rules, standing
from dateline.discuss.checks.order import CHECKS
from dateline.discuss.desk.frame import DeskPage
from dateline.discuss.learned.learning import learner
from dateline.discuss.models import Rules
from dateline.discuss.models.choices import COMMENTS, MODERATION

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
LONGEST = 7_000
"""Characters that a form can hold: of those that are sent as nine bytes each, what ``serve.discussing`` takes in."""
SAID = 50
"""Scopes with rules of their own that are listed."""

_DAYS = "Days after the story was published; 0: it never closes by itself."
_FIRST = "So many comments of a new person are read first; 0: none."
_LINKS = "A comment with so many links is held; 0: links hold nothing."
_SECONDS = "A form sent sooner was not filled in by a person; 0: not asked."
_REPORTS = "Reports by so many readers take a comment off until it is read; 0: they do not."
_SCORE = "The learned score from which a comment is held, between 0 and 1. Empty: the score is shown and holds nothing."
_PROOF = "Bits of work that the browser of somebody without an account has to do; 0: none, 16: about a second."


def _number(label: str, help_text: str, most: int, least: int = 0) -> forms.Field:
    return forms.IntegerField(label=label, help_text=help_text, min_value=least, max_value=most, required=False)


class RulesForm(forms.Form):
    comments = forms.ChoiceField(label="Comments", required=False)
    moderation = forms.ChoiceField(label="A moderator reads a comment", required=False)
    close_after_days = _number("Closes after", _DAYS, 36_500)
    hold_first = _number("New people", _FIRST, 1_000)
    links_held = _number("Links", _LINKS, 100)
    reports_hold = _number("Reports", _REPORTS, 1_000)
    threshold = forms.FloatField(
        label="Learned score", help_text=_SCORE, min_value=0.01, max_value=1, required=False, step_size=0.01
    )
    longest = _number("Longest comment", f"In characters, at most {LONGEST:,}.", LONGEST, 100)
    seconds_least = _number("Fastest form", _SECONDS, 600)
    proof_bits = _number("Proof of work", _PROOF, 24)

    def __init__(self, *args: Any, wider: rules.Policy, wider_name: str, **words: Any) -> None:
        super().__init__(*args, **words)
        for name, choices in (("comments", COMMENTS), ("moderation", MODERATION)):
            usual = dict(choices)[getattr(wider, name)]
            self.fields[name].choices = [("", f"{wider_name}: {usual}"), *choices]
        for name in ("close_after_days", "hold_first", "links_held", "reports_hold", "longest", "seconds_least"):
            self.fields[name].widget.attrs["placeholder"] = f"{wider_name}: {getattr(wider, name)}"
        self.fields["proof_bits"].widget.attrs["placeholder"] = f"{wider_name}: {wider.proof_bits}"
        usual = "none" if wider.threshold is None else f"{wider.threshold:g}"
        self.fields["threshold"].widget.attrs["placeholder"] = f"{wider_name}: {usual}"
        for name, field in self.fields.items():
            field.widget.attrs["aria-describedby"] = f"help-{name}"

    def said(self) -> dict[str, Any]:
        """What the scope says; None for what it leaves to the wider one."""
        return {name: None if value in ("", None) else value for name, value in self.cleaned_data.items()}


class RulesPage(DeskPage):
    """The rules of one scope, and the way to the others."""

    template_name = "discuss/desk/rules.html"
    here = "rules"

    def get(self, request: HttpRequest, kind: str = "site", key: str = "") -> HttpResponse:
        if kind == "story" and not key and request.GET.get("code", "").isdigit():
            return redirect("discuss_desk:rules_of", "story", request.GET["code"])
        self._open(kind, key)
        return self.render_to_response(self.get_context_data(form=self._form()))

    def post(self, request: HttpRequest, kind: str = "site", key: str = "") -> HttpResponse:
        self._open(kind, key)
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        doors.rule(self.scope, request.user, **form.said())
        messages.success(request, f"The rules of {self.name} are as you set them.")
        return redirect(request.path)

    def get_page_title(self) -> str:
        return f"Rules of {self.name}"

    def _open(self, kind: str, key: str) -> None:
        """The scope, its name for people, and what the wider ones say."""
        found = {row.scope: vars(row) for row in Rules.objects.filter(scope=rules.SITE)}
        site = found.get(rules.SITE)
        if kind == "site":
            self.scope, self.name, self.wider, self.wider_name = rules.SITE, "the site", rules.Policy(), "Usual"
        elif kind == "section" and (section := Section.objects.filter(slug=key).first()):
            self.scope, self.name = rules.section_scope(key), f"the section {section}"
            self.wider, self.wider_name = rules.resolve(site), "As the site"
        elif kind == "story" and key.isdigit() and (place := standing.place(int(key))):
            self.scope, self.name = rules.story_scope(place.code), f"“{place.headline}”"
            of_section = Rules.objects.filter(scope=rules.section_scope(place.section)).first()
            self.wider = rules.resolve(site, vars(of_section) if of_section else None)
            self.wider_name = "As its section"
        else:
            raise Http404
        self.row = Rules.objects.select_related("changed_by").filter(scope=self.scope).first()

    def _form(self, data: Any = None) -> RulesForm:
        initial = {name: getattr(self.row, name) for name in rules.NAMES} if self.row else None
        return RulesForm(data, initial=initial, wider=self.wider, wider_name=self.wider_name)

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        model = learner().model
        return super().get_context_data(
            row=self.row,
            sections=Section.objects.filter(retired=False),
            own=[_named(scope) for scope in _own_scopes()],
            checks=CHECKS,
            lacking=model.lacking,
            learned=model.approved + model.rejected,
            forecasts=[(at, model.forecast(at)) for at in THRESHOLDS] if not model.lacking else [],
            **words,
        )


def _own_scopes() -> list[str]:
    rows = Rules.objects.exclude(scope=rules.SITE).order_by("-changed_at")
    return list(rows.values_list("scope", flat=True)[:SAID])


def _named(scope: str) -> tuple[str, str]:
    kind, _, key = scope.partition(":")
    return scope.replace(":", " "), reverse("discuss_desk:rules_of", args=[kind, key])
