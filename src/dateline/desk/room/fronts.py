"""The fronts at the desk: the list of them, and one screen for each (``arranging``)."""

from __future__ import annotations

from django.db.models import Count
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from dateline.desk.models import FrontPlan
from dateline.desk.room.arrangement import ArrangeView


class FrontIndexView(generic.IndexView):  # type: ignore[misc]
    page_title = "Fronts"

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        return FrontPlan.objects.annotate(
            placed=Count("placements", distinct=True), coming=Count("planned", distinct=True)
        )

    def get_add_url(self) -> None:
        """There is one for each section; none is made by hand."""


class FrontViewSet(ModelViewSet):  # type: ignore[misc]
    model = FrontPlan
    name = "fronts"
    icon = "list-ol"
    menu_label = "Fronts"
    menu_order = 200
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = FrontIndexView
    edit_view_class = ArrangeView
    list_display = ("name", Column("placed", label="Stories placed"), Column("coming", label="Changes planned"))
    sort_order_field = None
    ordering = "order"
    form_fields = ()
