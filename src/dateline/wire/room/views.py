"""The list of what needs a look, and one of them: the original beside the story, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.desk.models import Story
from dateline.errors import DatelineError
from dateline.wire import keeping, looks
from dateline.wire.models import SiteRule, Taken
from dateline.wire.record import Record
from dateline.wire.rules import FIELDS, WAYS, Rule

PER_PAGE = 30
MAY_LOOK = "desk.change_story"
MAY_PUBLISH = "desk.publish_story"
MAY_DROP = "desk.delete_story"

SEALED = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; form-action 'none'; base-uri 'none';"
    " frame-ancestors 'self'"
)
"""An original is a stranger's page: it runs nothing, fetches nothing and leads nowhere."""

Answers = Callable[..., HttpResponse]


def lookers_only(view: Answers) -> Answers:
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _demand(request, MAY_LOOK)
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)  # type: ignore[no-any-return]


def _demand(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):  # type: ignore[union-attr]
        raise PermissionDenied


class Page(WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    header_icon = "download"
    page_title = "Needs a look"

    @classmethod
    def as_view(cls, **words: Any) -> Answers:
        return lookers_only(super().as_view(**words))


class Incoming(Page):
    """The list; decides about those that are ticked."""

    template_name = "wire/incoming.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        host = request.GET.get("host", "")
        rows = looks.waiting().filter(host=host) if "host" in request.GET else looks.waiting()
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
        hosts = looks.waiting().order_by("host").values_list("host", flat=True).distinct()[:200]
        return self.render_to_response(
            self.get_context_data(page=page, hosts=hosts, host=host, rules=SiteRule.objects.order_by("host", "field"))
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request: HttpRequest) -> HttpResponse:
        do, codes = request.POST.get("do", ""), [int(c) for c in request.POST.getlist("code") if _is_code(c)]
        done = 0
        for row in looks.waiting().filter(code__in=codes[:PER_PAGE]):
            try:
                decide(request, row, do)
                done += 1
            except DatelineError as error:
                messages.error(request, f"Story {row.code}: {error}")
        messages.success(request, f"{done} of {len(codes)} {_SAID.get(do, 'decided')}.")
        return redirect(request.get_full_path())


class Look(Page):
    """One of them."""

    template_name = "wire/look.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.row = waiting(kwargs["code"])

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        do = request.POST.get("do", "")
        try:
            if do in ("preview", "set", "remove"):
                return self._rule(request, do)
            decide(request, self.row, do)
        except DatelineError as error:
            messages.error(request, str(error))
            return self._show(asked=request.POST)
        messages.success(request, f"Story {self.row.code} is {_SAID[do]}.")
        following = looks.waiting().filter(host=self.row.host).first() or looks.waiting().first()
        return redirect(reverse("wire_look", args=[following.code]) if following else reverse("wire_incoming"))

    def _rule(self, request: HttpRequest, do: str) -> HttpResponse:
        _demand(request, MAY_PUBLISH)
        post = request.POST
        if do == "remove":
            looks.remove_rule(self.row.host, post.get("field", ""))
            messages.success(request, "The rule is taken back, from the next reading on.")
            return redirect(request.path)
        rule = Rule(post.get("field", ""), post.get("way", ""), post.get("value", "").strip())  # type: ignore[arg-type]
        if do == "preview":
            return self._show(preview=looks.preview(self.row.host, rule), asked=post)
        looks.set_rule(self.row.host, rule, request.user)
        messages.success(request, f"The {FIELDS[rule.field]} is found there from the next reading on.")
        return redirect(request.path)

    def _show(self, **more: Any) -> HttpResponse:
        kept = looks.original(self.row)
        found = keeping.read_again([kept[0]], keeping.rules())[0].record if kept else None
        story = Story.objects.get(pk=self.row.code)
        fields = list(_fields(found)) if found else []
        return self.render_to_response(
            self.get_context_data(
                row=self.row,
                story=story,
                kept=kept,
                fields=fields,
                lacking=", ".join(label.lower() for label, value, _ in fields if not value),
                rules=SiteRule.objects.filter(host=self.row.host).order_by("field"),
                field_choices=FIELDS.items(),
                way_choices=WAYS.items(),
                left=looks.waiting().count(),
                **more,
            )
        )

    def get_page_title(self) -> str:
        return str(self.row.headline or f"Story {self.row.code}")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("wire_incoming"), "label": "Needs a look"}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]


_SAID = {"accept": "accepted", "drop": "dropped"}


def decide(request: HttpRequest, row: Taken, do: str) -> None:
    """Accept or drop. Raises DatelineError for anything else, and as ``looks`` does."""
    if do == "accept":
        _demand(request, MAY_PUBLISH)
        looks.accept(row, request.user)
    elif do == "drop":
        _demand(request, MAY_DROP)
        looks.drop(row, request.user)
    else:
        raise DatelineError("That is nothing that can be done here.", "Load the page again.")


def waiting(code: int) -> Taken:
    row = looks.waiting().filter(code=code).first()
    if row is None:
        raise Http404
    return row


@xframe_options_sameorigin  # type: ignore[untyped-decorator]
def original(_request: HttpRequest, code: int) -> HttpResponse:
    """The original as it came, sealed."""
    found = looks.original(waiting(code))
    if found is None:
        raise Http404
    kept, data = found
    is_page = b"<" in data[:2000] and kept.source != "text"
    response = HttpResponse(data, content_type="text/html" if is_page else "text/plain; charset=utf-8")
    response["content-security-policy"] = SEALED
    response["x-content-type-options"] = "nosniff"
    response["referrer-policy"] = "no-referrer"
    return response


def _fields(record: Record) -> Any:
    """Each field that was found: its name, its words, and where it was found, the surest first named by the reader."""
    shown = (
        ("Headline", "headline", record.headline),
        ("Kicker", "kicker", record.kicker),
        ("Standfirst", "standfirst", record.standfirst),
        ("Byline", "authors", ", ".join(record.authors)),
        ("Date", "published", record.published),
        ("Place", "place", record.place),
        ("Section", "section", record.section),
        ("Source", "source", record.source),
        ("Code", "code", str(record.code or "")),
        ("Address", "url", record.url),
        ("Text", "body", record.plain_body()),
    )
    return ((label, value, record.origins.get(name, "")) for label, name, value in shown)


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16
