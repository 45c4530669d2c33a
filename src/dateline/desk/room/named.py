"""People, topics and sources at the desk: their lists, forms and choosers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import chooser, snippets

from dateline import urls
from dateline.desk import publicity, subjects
from dateline.desk.accounts import of_newsroom
from dateline.desk.models import Named, Person, Source, Topic
from dateline.desk.room import addresses
from dateline.desk.room.listing import BoundedPaginator

MODELS: dict[str, type[Named]] = {"person": Person, "topic": Topic, "source": Source}


class NameSearchForm(BaseFilterForm):  # type: ignore[misc]
    q = forms.CharField(label="Name", required=False)

    def filter(self, objects: QuerySet[Named]) -> QuerySet[Named]:
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.filter(name__icontains=words)


class NamedChoices:
    filter_form_class = NameSearchForm
    paginator_class = BoundedPaginator


class ChooseNamedView(NamedChoices, chooser.ChooseView):  # type: ignore[misc]
    pass


class ChooseNamedResultsView(NamedChoices, chooser.ChooseResultsView):  # type: ignore[misc]
    pass


class NamedChooserViewSet(chooser.SnippetChooserViewSet):  # type: ignore[misc]
    choose_view_class = ChooseNamedView
    choose_results_view_class = ChooseNamedResultsView
    form_fields = ("name",)
    creation_tab_label = "New"
    create_action_label = "Add"


class SourceChooserViewSet(NamedChooserViewSet):
    form_fields = ("name", "kind", "url")


class PersonChooserViewSet(NamedChooserViewSet):
    form_fields = ("name", "title")


class NamedIndexView(snippets.IndexView):  # type: ignore[misc]
    paginator_class = BoundedPaginator
    search_fields = ("name",)
    search_backend_name = None


class EditNamedView(snippets.EditView):  # type: ignore[misc]
    """Offers, after a new name, to bring it into the stories that were published under the old one."""

    def get_success_buttons(self) -> list[Any]:
        buttons = super().get_success_buttons()
        if "name" in self.form.changed_data:
            url = reverse("desk_refresh", args=[self.model._meta.model_name, self.object.pk])
            buttons.append(messages.button(url, "Use the new name in stories already out…"))
        return buttons

    def get_usage_url(self) -> None:
        """Stories are not in Wagtail's index of uses: it would say that nobody uses this one."""

    @property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if publicity.is_public(subjects.subject_of(self.object)):
            page = {"person": urls.person, "topic": urls.topic, "source": urls.source}[self.model._meta.model_name]
            url = page(self.object.slug)
            buttons.append(Button("View live", url=url, icon_name="view", priority=1, attrs={"target": "_blank"}))
        return buttons


class NamedViewSet(snippets.SnippetViewSet):  # type: ignore[misc]
    add_to_admin_menu = True
    index_view_class = NamedIndexView
    edit_view_class = EditNamedView
    chooser_viewset_class = NamedChooserViewSet
    copy_view_enabled = False
    list_per_page = 50
    ordering = ("name",)


class PersonForm(WagtailAdminModelForm):  # type: ignore[misc]
    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if "user" in self.fields:
            self.fields["user"].queryset = of_newsroom()


class PersonViewSet(NamedViewSet):
    model = Person
    icon = "user"
    menu_order = 400
    menu_label = "People"
    chooser_viewset_class = PersonChooserViewSet
    list_display = ("name", "title", Column("slug", label="Address"), Column("user", label="Account"))
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("title"), FieldPanel("bio"), FieldPanel("portrait"), FieldPanel("user")],
        base_form_class=PersonForm,
    )


class TopicViewSet(NamedViewSet):
    model = Topic
    icon = "tag"
    menu_order = 500
    menu_label = "Topics"
    list_display = ("name", Column("slug", label="Address"))
    panels = (FieldPanel("name"), FieldPanel("about"))


class SourceViewSet(NamedViewSet):
    model = Source
    icon = "globe"
    menu_order = 600
    menu_label = "Sources"
    chooser_viewset_class = SourceChooserViewSet
    list_display = ("name", "kind", Column("url", label="Address"))
    panels = (FieldPanel("name"), FieldPanel("kind"), FieldPanel("url"), FieldPanel("about"))


@login_required
@require_admin_access
@require_POST
def refresh(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Record again the live stories that name this one, so that they show its name of today."""
    model = MODELS.get(kind)
    if model is None:
        raise Http404
    if not request.user.has_perm(f"desk.change_{kind}"):
        raise PermissionDenied
    row = get_object_or_404(model, pk=pk)
    changed = publicity.refresh(row)
    messages.success(request, f"{changed} {'story shows' if changed == 1 else 'stories show'} “{row}” now.")
    return redirect(addresses.named(kind, "edit", pk))
