"""The screen on which an editor arranges a front: what is placed, what the machine fills below, what is planned.

What the browser sends is a list of story codes in their order, each with the time until which it is to stand there.
The same list is saved, planned, previewed, or only asked what the machine would fill below it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.desk import arranging, finding, leads, preview
from dateline.desk.arranging import Place
from dateline.desk.models import FrontPlan, PlannedFront, Story
from dateline.errors import DatelineError
from dateline.front import fill

FOUND = 12
"""Stories that a search shows."""

SHOWN = {leads.HOME: fill.TOP_OF_HOME, leads.FEATURED: fill.RAIL_LENGTH}
"""How many stories a front shows that an editor can arrange; what follows on home and sections is by the clock."""


@dataclass(frozen=True, slots=True)
class Line:
    """A story on the screen. ``until`` is as the browser's field for a time has it."""

    story: Story
    until: str = ""


class ArrangeView(WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    """Shows the arrangement and what is planned; saves it, or plans it."""

    template_name = "desk/front.html"
    header_icon = "list-ol"
    index_url_name = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.plan = front(request, kwargs["pk"])
        self.places: Sequence[Place] | None = None

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        try:
            said = self._do(request)
        except DatelineError as error:
            messages.error(request, str(error))
            return self.render_to_response(self.get_context_data())
        messages.success(request, said)
        return redirect(request.path)

    def _do(self, request: HttpRequest) -> str:
        self.places = sent(request)
        late = [place for place in self.places if place.until and place.until <= timezone.now()]
        if late:
            raise DatelineError(f"Story {late[0].code} is to stand there until a time that is over.", "Set it anew.")
        if request.POST.get("do") != "plan":
            arranging.arrange(self.plan, self.places, request.user, read_seen(request.POST.get("seen", "[]")))
            return f"“{self.plan}” is as you set it."
        at = read_time(request.POST.get("at", ""))
        if at is None or at <= timezone.now():
            raise DatelineError("A change is planned for a time that is still to come.", "Say when.")
        arranging.plan_change(self.plan, at, self.places, request.user)
        return f"“{self.plan}” will change at {timezone.localtime(at):%H:%M on %d %B %Y}."

    def get_page_title(self) -> str:
        return str(self.plan)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse(self.index_url_name), "label": "Fronts"}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.plan)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        placed = arranging.placed(self.plan)
        places = placed if self.places is None else self.places
        return super().get_context_data(
            plan=self.plan,
            lines=lines(places),
            seen=json.dumps([one.written for one in placed]),
            planned=[
                (row, lines(map(Place.read, row.places))) for row in self.plan.planned.select_related("planned_by")
            ],
            **below(self.plan, places),
            **kwargs,
        )


def front(request: HttpRequest, number: int) -> FrontPlan:
    """The front that somebody is about to arrange; raises PermissionDenied if it is not for them."""
    if not request.user.has_perm("desk.change_frontplan"):  # type: ignore[union-attr]
        raise PermissionDenied
    return get_object_or_404(FrontPlan, pk=number)


def sent(request: HttpRequest) -> list[Place]:
    """The arrangement that the browser sent. Raises DatelineError for what is none."""
    codes, untils = request.POST.getlist("story"), request.POST.getlist("until")
    if len(codes) != len(untils) or not all(code.isascii() and code.isdigit() and len(code) < 16 for code in codes):
        raise DatelineError("That is no arrangement of stories.", "Load the page again.")
    return [Place(int(code), read_time(until)) for code, until in zip(codes, untils, strict=True)]


def read_time(text: str) -> datetime | None:
    """A time as the browser's field gives it, in the site's zone; None for an empty one. Raises DatelineError."""
    if not text:
        return None
    try:
        at = parse_datetime(text)
    except ValueError:
        at = None
    if at is None:
        raise DatelineError(f"{text[:40]!r} is no time.", "Write it as 2026-05-21T08:00.")
    return timezone.make_aware(at) if timezone.is_naive(at) else at


def read_seen(text: str) -> list[Place]:
    """What the editor had before them. Raises DatelineError if it is not what the page sent."""
    try:
        return [Place.read(one) for one in json.loads(text)]
    except (ValueError, TypeError) as error:
        raise DatelineError("That is no arrangement of stories.", "Load the page again.") from error


def lines(places: Iterable[Place]) -> list[Line]:
    """The stories of an arrangement that there are, with what the screen says of them."""
    places = list(places)
    rows = Story.objects.select_related("section").defer("body").in_bulk([one.code for one in places])
    return [Line(rows[one.code], _field(one.until)) for one in places if one.code in rows]


def _field(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%dT%H:%M}" if at else ""


def below(plan: FrontPlan, places: Iterable[Place]) -> dict[str, Any]:
    """What the machine fills below an arrangement, numbered on from the last of its stories that readers see."""
    out = set(Story.objects.filter(pk__in=[one.code for one in places], live=True).values_list("pk", flat=True))
    placed = [one.code for one in places if one.code in out]
    pool = leads.orders([plan.key], {plan.key: placed})[plan.key]
    size = SHOWN.get(plan.key, fill.TOP_OF_SECTION)
    return {
        "filled": lines(Place(code) for code in pool[len(placed) : size]),
        "first": len(placed) + 1,
        "size": size,
        "full": len(placed) >= size,
        "clocked": plan.key != leads.FEATURED,
    }


@require_POST
def filled(request: HttpRequest, number: int) -> HttpResponse:
    """The part of the screen that says what the machine fills below the arrangement as it is in the browser."""
    plan = front(request, number)
    try:
        return render(request, "desk/front_filled.html", below(plan, sent(request)))
    except DatelineError as error:
        return HttpResponse(str(error), status=400)


@require_POST
def previewed(request: HttpRequest, number: int) -> HttpResponse:
    """The real front as it would be."""
    plan = front(request, number)
    try:
        places = sent(request)
    except DatelineError as error:
        return HttpResponse(str(error), status=400)
    return preview.front_response(request, plan.key, [one.code for one in places])


def found(request: HttpRequest, number: int) -> HttpResponse:
    """Stories to place, by words of their headline or by code; of a section's front, those of the section first."""
    plan = front(request, number)
    codes = finding.codes_matching(request.GET.get("q", ""))[: 5 * FOUND]
    stories = sorted(lines(map(Place, codes)), key=lambda one: _place_of(one.story, plan.key))
    return render(request, "desk/front_found.html", {"found": stories[:FOUND]})


def _place_of(story: Story, key: str) -> tuple[bool, bool]:
    """Those that are out before those that are not, and among them those of the section."""
    elsewhere = key not in SHOWN and (story.section is None or story.section.slug != key)
    return not story.live, elsewhere


@require_POST
def cancelled(request: HttpRequest, number: int) -> HttpResponse:
    """Take a planned change back."""
    row = get_object_or_404(PlannedFront.objects.select_related("plan"), pk=number)
    front(request, row.plan_id)
    arranging.cancel(row, request.user)
    messages.success(request, "The planned change will not happen.")
    return redirect(reverse("fronts:edit", args=[row.plan_id]))
