"""What Wagtail is told about copy that needs a look. Only registrations; what they do is elsewhere."""

from __future__ import annotations

from typing import Any

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dateline.wire import looks
from dateline.wire.room import views


class IncomingMenuItem(MenuItem):  # type: ignore[misc]
    """There only while something waits, and for those who may look at it."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(views.MAY_LOOK) and looks.waiting().exists()


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [
        path("incoming/", views.Incoming.as_view(), name="wire_incoming"),
        path("incoming/<int:code>/", views.Look.as_view(), name="wire_look"),
        path("incoming/<int:code>/original/", views.lookers_only(views.original), name="wire_original"),
    ]


@hooks.register("register_admin_menu_item")
def register_incoming() -> MenuItem:
    return IncomingMenuItem("Needs a look", reverse("wire_incoming"), name="incoming", icon_name="download", order=260)
