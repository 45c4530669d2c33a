"""The fronts at the desk: what an editor put on top, in order. The newest stories fill the rest by themselves."""

from __future__ import annotations

from django.db.models import Count
from wagtail.admin.panels import FieldPanel, HelpPanel, MultipleChooserPanel
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from dateline.desk.models import FrontPlan


class FrontIndexView(generic.IndexView):  # type: ignore[misc]
    page_title = "Fronts"

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        return FrontPlan.objects.annotate(placed=Count("placements"))

    def get_add_url(self) -> None:
        """There is one for each section; none is made by hand."""


class FrontEditView(generic.EditView):  # type: ignore[misc]
    success_message = "“%(object)s” is as you set it."

    @property
    def can_delete(self) -> bool:
        return False

    def get_side_panels(self) -> MediaContainer:
        """A front is always live, and nothing refers to it."""
        return MediaContainer()


class FrontViewSet(ModelViewSet):  # type: ignore[misc]
    model = FrontPlan
    name = "fronts"
    icon = "list-ol"
    menu_label = "Fronts"
    menu_order = 200
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = FrontIndexView
    edit_view_class = FrontEditView
    list_display = ("name", Column("placed", label="Stories placed"))
    sort_order_field = None
    ordering = "order"
    panels = (
        HelpPanel(
            "<p>These stories stand first, in this order. Stories that are not out are passed over until they are; "
            "the newest stories of the section fill the rest of the page.</p>"
        ),
        MultipleChooserPanel(
            "placements",
            chooser_field_name="story",
            heading="Stories",
            label="Story",
            panels=[FieldPanel("story")],
        ),
    )
