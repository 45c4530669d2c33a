"""Choosing a story for a front or as related: the newest first, found by words or code, out or not."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views import chooser

from dateline.desk import finding
from dateline.desk.models import Story
from dateline.desk.room.listing import BoundedPaginator


class StorySearchForm(BaseFilterForm):  # type: ignore[misc]
    q = forms.CharField(label="Headline or code", required=False)

    def filter(self, objects: QuerySet[Story]) -> QuerySet[Story]:
        objects = super().filter(objects)
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.filter(pk__in=finding.codes_matching(words))


class StoryChoices:
    paginator_class = BoundedPaginator
    filter_form_class = StorySearchForm
    ordering = "-updated_at"

    def get_object_list(self) -> QuerySet[Story]:
        return Story.objects.select_related("section").defer("body", "standfirst", "internal_note")

    @property
    def columns(self) -> list[Column]:
        headline = self.title_column  # type: ignore[attr-defined]
        headline.label = "Headline"
        return [
            headline,
            Column("code", label="Code", accessor="pk"),
            Column("section", label="Section"),
            Column("live", label="State", accessor=lambda story: "Published" if story.live else "Not out"),
            DateColumn("updated_at", label="Changed"),
        ]


class ChooseStoryView(StoryChoices, chooser.ChooseView):  # type: ignore[misc]
    pass


class ChooseStoryResultsView(StoryChoices, chooser.ChooseResultsView):  # type: ignore[misc]
    pass


class StoryChooserViewSet(chooser.SnippetChooserViewSet):  # type: ignore[misc]
    choose_view_class = ChooseStoryView
    choose_results_view_class = ChooseStoryResultsView
