"""What can be looked up about the newsroom's own work: who did what, and what is going to happen."""

from __future__ import annotations

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import ModelLogEntry, Revision

from dateline.desk.models import FrontPlan, Story
from dateline.desk.room import addresses
from dateline.desk.room.listing import DATES, EntryPaginator


class ForStaff:
    """Reports are for those who may publish: they name who did what."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("desk.publish_story"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class LogFilters(WagtailFilterSet):  # type: ignore[misc]
    user = django_filters.ModelChoiceFilter(label="By", queryset=get_user_model().objects.all())
    timestamp = django_filters.DateFromToRangeFilter(label="When", widget=DATES)

    class Meta:
        model = ModelLogEntry
        fields = ("user", "timestamp")


def _is_front(entry: ModelLogEntry) -> bool:
    return bool(entry.content_type == ContentType.objects.get_for_model(FrontPlan))


def _address(entry: ModelLogEntry) -> str:
    number = int(entry.object_id)
    return reverse("fronts:edit", args=[number]) if _is_front(entry) else addresses.story("edit", number)


def _words(data: dict[str, Any]) -> str:
    """The reason that somebody gave, or the stories that a front was arranged with."""
    codes = ", ".join(str(code) for code in data.get("codes", ()))
    return data.get("reason") or data.get("notice") or codes


class LogView(ForStaff, BaseListingView):  # type: ignore[misc]
    """Everything that was done to stories and fronts, the newest first. Nobody can change it from here."""

    page_title = "Log"
    header_icon = "history"
    paginate_by = 50
    paginator_class = EntryPaginator
    filterset_class = LogFilters
    index_url_name = "desk_log"
    index_results_url_name = "desk_log_results"
    is_searchable = False
    columns = (
        Column(
            "timestamp", label="When", accessor=lambda entry: entry.timestamp.astimezone().strftime("%Y-%m-%d %H:%M")
        ),
        TitleColumn("label", label="Story or front", get_url=_address),
        Column("code", label="Code", accessor=lambda entry: "" if _is_front(entry) else entry.object_id),
        Column("message", label="What", accessor="formatter.label"),
        Column("reason", label="Words", accessor=lambda entry: _words(entry.data)),
        Column("user", label="By", accessor="user_display_name"),
    )

    def get_base_queryset(self) -> QuerySet[ModelLogEntry]:
        kinds = ContentType.objects.get_for_models(Story, FrontPlan).values()
        return ModelLogEntry.objects.filter(content_type__in=kinds).select_related("user").order_by("-timestamp")


class ScheduleView(ForStaff, BaseListingView):  # type: ignore[misc]
    """What will go out, in the order of its times."""

    page_title = "Scheduled"
    header_icon = "calendar-alt"
    paginate_by = 50
    index_url_name = "desk_schedule"
    index_results_url_name = "desk_schedule_results"
    is_searchable = False
    columns = (
        Column(
            "at", label="Goes out", accessor=lambda one: one.approved_go_live_at.astimezone().strftime("%Y-%m-%d %H:%M")
        ),
        TitleColumn(
            "story",
            label="Story",
            accessor="object_str",
            get_url=lambda one: addresses.story("edit", int(one.object_id)),
        ),
        Column("code", label="Code", accessor="object_id"),
        Column("user", label="By", accessor="user"),
    )

    def get_base_queryset(self) -> QuerySet[Revision]:
        kind = ContentType.objects.get_for_model(Story)
        coming = Revision.objects.filter(content_type=kind, approved_go_live_at__isnull=False)
        return coming.select_related("user").defer("content").order_by("approved_go_live_at")


class StaffMenuItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm("desk.publish_story"))


def log_item() -> MenuItem:
    return StaffMenuItem("Log", reverse("desk_log"), name="desk-log", icon_name="history", order=10)


def schedule_item() -> MenuItem:
    return StaffMenuItem(
        "Scheduled", reverse("desk_schedule"), name="desk-scheduled", icon_name="calendar-alt", order=20
    )
