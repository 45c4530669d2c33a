"""The list of stories: what an editor sees of each, the filters, and paging that a million stories do not slow down."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django_filters.widgets import DateRangeWidget
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from dateline.desk import finding, standing
from dateline.desk.models import Byline, Person, Section, Story
from dateline.desk.models.choices import GENRES
from dateline.desk.room import addresses

PAGED = 10_000
"""How many stories can be leafed through; who looks for an older one filters or searches."""


WIDE = "desk-wide"
"""The class of columns that a narrow screen leaves out."""


DATES = DateRangeWidget(attrs={"type": "date"})
"""The browser's own choosers of days: they need no script in the page."""


class BoundedPaginator(WagtailPaginator):  # type: ignore[misc]
    """Counts no further than ``PAGED``: counting a million rows for each page takes longer than showing it."""

    @cached_property
    def count(self) -> int:
        found = self.object_list.order_by()[: PAGED + 1].count()
        return min(found, PAGED)

    @cached_property
    def items_count_label(self) -> str:
        return f"the newest {PAGED:,} {self.verbose_name_plural}" if self.count == PAGED else super().items_count_label


class EntryPaginator(BoundedPaginator):
    """Leafs through what was done, which Wagtail calls model log entries."""

    verbose_name = "entry"
    verbose_name_plural = "entries"


class StoryFilters(WagtailFilterSet):  # type: ignore[misc]
    state = django_filters.ChoiceFilter(label="State", choices=list(standing.STATES.items()), method="in_state")
    section = django_filters.ModelChoiceFilter(label="Section", queryset=Section.objects.all())
    genre = django_filters.ChoiceFilter(label="Genre", choices=GENRES)
    person = django_filters.ModelChoiceFilter(label="Byline", queryset=Person.objects.none(), method="signed_by")
    published_at = django_filters.DateFromToRangeFilter(label="Published", widget=DATES)

    class Meta:
        model = Story
        fields = ("state", "section", "genre", "person", "published_at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # An archive brings tens of thousands of people; offered are those with an account, and the one asked for.
        offered = Person.objects.filter(user__isnull=False)
        asked = self.data.get("person", "") if self.data else ""
        self.filters["person"].queryset = (
            offered | Person.objects.filter(pk=int(asked)) if asked.isdecimal() else offered
        )

    def in_state(self, stories: QuerySet[Story], _: str, state: str) -> QuerySet[Story]:
        return standing.filtered(stories, state)

    def signed_by(self, stories: QuerySet[Story], _: str, person: Person) -> QuerySet[Story]:
        return stories.filter(pk__in=Byline.objects.filter(person=person).values("story"))


class StandingColumn(Column):  # type: ignore[misc]
    cell_template_name = "desk/standing_cell.html"

    def get_value(self, instance: Story) -> Any:
        return instance.standing


class StoryIndexView(snippets.IndexView):  # type: ignore[misc]
    paginator_class = BoundedPaginator
    default_ordering = "-updated_at"
    is_searchable = True
    add_item_label = "New story"

    @cached_property
    def columns(self) -> list[Column]:
        headline = self._get_title_column("__str__")
        headline.label, headline.sort_key = "Headline", None
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
            Column("pk", label="Code", width="6%"),
            headline,
            Column("section", label="Section", width="10%", classname=WIDE),
            StandingColumn("standing", label="State", width="14%"),
            Column("updated_at", label="Changed", accessor=_changed, width="11%", classname=WIDE),
            Column("by", label="By", accessor=_by_whom, width="12%", classname=WIDE),
        ]

    def get_base_queryset(self) -> QuerySet[Story]:
        return Story.objects.select_related("section", "latest_revision", "edited_by", "created_by").defer(
            "latest_revision__content", "body", "standfirst", "internal_note"
        )

    def order_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        return queryset.order_by("-updated_at")

    def search_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        return queryset.filter(pk__in=finding.codes_matching(self.search_query)) if self.is_searching else queryset

    def get_valid_orderings(self) -> list[str]:
        return ["-updated_at"]

    def get_table(self, object_list: Any) -> Any:
        stories = list(object_list)
        standing.note(stories)
        return super().get_table(stories)

    def get_list_more_buttons(self, instance: Story) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if instance.live:
            attrs = {"target": "_blank"}
            buttons.append(Button("View live", url=instance.public_path, icon_name="view", priority=5, attrs=attrs))
        history = addresses.story("history", instance.pk)
        buttons.append(Button("History", url=history, icon_name="history", priority=25))
        if instance.live and self.user_has_permission("publish"):
            withdraw = addresses.story("unpublish", instance.pk)
            buttons.append(Button("Withdraw…", url=withdraw, icon_name="no-view", priority=40))
        return buttons


def _changed(story: Story) -> str:
    """The hour for today's stories, the day for older ones: what an editor on deadline looks for."""
    at, now = timezone.localtime(story.updated_at), timezone.localtime()
    if at.date() == now.date():
        return f"today, {at:%H:%M}"
    return date_format(at, "j M, H:i" if at.year == now.year else "j M Y")


def _by_whom(story: Story) -> str:
    user = story.edited_by or story.created_by
    return get_user_display_name(user) if user else "Archive"
