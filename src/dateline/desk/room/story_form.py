"""The form of a story: what is filled in for the editor, what is closed, and what is said about what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dateline import urls
from dateline.desk import house
from dateline.desk.checks import Missing
from dateline.desk.models import Byline, Section, Story, StoryCredit, chain


class StoryForm(WagtailAdminModelForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = _sections(self.instance)
        self.fields["section"].empty_label = "Choose a section"
        self.fields["headline"].widget = AdminAutoHeightTextInput(attrs={"placeholder": "Headline", "maxlength": 500})
        self._offer_languages()
        if self.instance.first_published_at:
            self.fields["slug"].disabled = True
            self.fields["slug"].help_text = "The address of a published story never changes."
        for form in self.formsets["corrections"].forms:
            if form.instance.shown:
                _close(form)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        cleaned["headline"] = " ".join(cleaned.get("headline", "").split())  # shown on several lines, it is one
        if cleaned.get("slug") and not self.fields["slug"].disabled:
            cleaned["slug"] = urls.slugify(cleaned["slug"])
        return cleaned

    def clean_follows(self) -> Story | None:
        """What the story continues; said here too, so that no text is lost over it."""
        earlier: Story | None = self.cleaned_data["follows"]
        self.instance.follows = earlier
        try:
            chain.keep_straight(self.instance)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return earlier

    def is_valid(self) -> bool:
        """Whether all is well; also that no correction which readers saw is thrown out."""
        valid: bool = super().is_valid()
        for form in (self, *(form for formset in self.formsets.values() for form in formset.forms)):
            _keep_seconds(form)
        formset = self.formsets["corrections"]
        kept = [form for form in formset.forms if form.instance.shown]
        if any(formset._should_delete_form(form) for form in kept):
            formset._non_form_errors.append("Readers have seen this note; it stays. Add another one instead.")
            return False
        return valid

    def as_written(self) -> Story:
        """The story as it stands in the form, whether the form is valid or not; for looking at, not for saving."""
        for name, formset in self.formsets.items():
            kept = [form for form in formset.forms if form.has_changed() or form.instance.pk]
            setattr(self.instance, name, [form.instance for form in kept if not formset._should_delete_form(form)])
        return self.instance

    def name_missing(self, missing: Iterable[Missing]) -> None:
        """Show what keeps the story from being published at the fields it concerns."""
        for one in missing:
            if one.field in self.fields:
                self.errors.pop(one.field, None)
                self.add_error(one.field, ValidationError(one.message))
            else:
                self.formsets[one.field].non_form_errors().append(one.message)

    def _offer_languages(self) -> None:
        field = self.fields["language"]
        field.widget = forms.Select(choices=_languages(house.language(), self.instance.language))


def new_story(user: Any) -> Story:
    """What a new story begins with: a text to write in, the writer's own byline, our own reporting as its source."""
    story = Story(created_by=user, body=[("paragraph", "")])
    person = getattr(user, "person", None)
    story.bylines = [Byline(person=person)] if person else []
    story.credits = [StoryCredit(kind="own")]
    return story


def _sections(story: Story) -> Any:
    """The sections of today, and the one the story is in."""
    return Section.objects.filter(retired=False) | Section.objects.filter(pk=story.section_id)


def _keep_seconds(form: Any) -> None:
    """A form shows minutes. A time that was not touched is not to lose its seconds by being shown."""
    for name, field in form.fields.items():
        old, new = form.initial.get(name), getattr(form, "cleaned_data", {}).get(name)
        if isinstance(field, forms.DateTimeField) and old and new and old.replace(second=0, microsecond=0) == new:
            form.cleaned_data[name] = old
            setattr(form.instance, name, old)


def _close(form: Any) -> None:
    for name, field in form.fields.items():
        if name not in ("ORDER", "DELETE", "id"):
            field.disabled = True


@cache
def _languages(own: str, chosen: str) -> list[tuple[str, str]]:
    """The site's language first, then all by their names in it; also one that Babel does not know but a story has."""
    names = dict(Locale.parse(own, sep="-").languages)
    tags = {code.replace("_", "-"): name for code, name in names.items()}
    first = [(tag, tags.get(tag, tag)) for tag in dict.fromkeys((own, chosen)) if tag]
    return [
        *first,
        *sorted(((t, n) for t, n in tags.items() if t not in (own, chosen)), key=lambda one: one[1].casefold()),
    ]
