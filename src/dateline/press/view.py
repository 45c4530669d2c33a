"""What the templates see of a story: words, dates and addresses made ready, still nothing decided by a template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from dateline import urls
from dateline.masthead import Site
from dateline.press import body
from dateline.press.words import Words
from dateline.story import Byline, Correction, Credit, Story
from dateline.syndicate import feeds, jsonld

# Genres that must be told apart from news at a glance (Trust Project: "type of work").
LABELS = {
    "analysis": "Analysis",
    "opinion": "Opinion",
    "feature": "Feature",
    "interview": "Interview",
    "sponsored": "Sponsored",
}

CORRECTIONS = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "note": "Editor’s note",
    "retraction": "Retraction",
}

# These stand above the story, where nobody can miss them; the others below it.
SERIOUS = ("retraction", "note", "correction")

TEASER = 140

# The width that a picture takes in each form of card, for ``sizes``.
SIZES = {
    "lead": "(min-width: 64em) 44rem, 100vw",
    "top": "(min-width: 64em) 20rem, (min-width: 40em) 50vw, 100vw",
    "rail": "10rem",
}


@dataclass(frozen=True)
class StoryView:
    """One story under one masthead."""

    story: Story
    site: Site
    words: Words
    preview: bool = False

    @property
    def path(self) -> str:
        return urls.story(self.story.code, self.story.slug)

    @property
    def canonical(self) -> str:
        return self.site.url + self.path

    @property
    def foreign(self) -> dict[str, str]:
        """The attributes for text of the story within a page of another language."""
        return (
            {"lang": self.story.language, "dir": self.story.direction}
            if self.story.language != self.site.language
            else {}
        )

    @cached_property
    def section(self) -> Any:
        return self.site.section(self.story.section)

    @property
    def label(self) -> str:
        return self.words(LABELS[self.story.genre]) if self.story.genre in LABELS else ""

    @property
    def dateline(self) -> str:
        return self.words.full(self.story.published)

    @property
    def day(self) -> str:
        return self.words.short(self.story.published)

    @cached_property
    def byline(self) -> Markup:
        """``By A, B and C`` with a link for each; empty if nobody signed."""
        people = [b for b in self.story.bylines if b.role in ("reporter", "contributor", "desk")]
        return self._by(people, "By {names}") if people else Markup("")

    @cached_property
    def other_credits(self) -> list[Markup]:
        """A line for the photographers, editors and translators."""
        lines = (
            ("photographer", "Pictures by {names}"),
            ("translator", "Translated by {names}"),
            ("editor", "Edited by {names}"),
        )
        return [
            self._by(people, label)
            for role, label in lines
            if (people := [b for b in self.story.bylines if b.role == role])
        ]

    def _by(self, people: list[Byline], label: str) -> Markup:
        links = [Markup('<a rel="author" href="{}">{}</a>').format(urls.person(p.slug), p.name) for p in people]
        # The label and the names' commas are ours, the names are escaped by then.
        return Markup(
            str(escape(self.words(label))).replace("{names}", self.words.names([str(link) for link in links]))
        )

    @cached_property
    def source_lines(self) -> list[Markup]:
        """The source chain: who made the copy and whom it was taken from, nearest first."""
        return [self._source_line(credit) for credit in self.story.source]

    def _source_line(self, credit: Credit) -> Markup:
        name = (
            Markup('<a href="{}">{}</a>').format(urls.source(credit.slug), credit.name)
            if credit.slug
            else escape(credit.name)
        )
        label = "Relayed from {name}" if credit.kind == "relay" else "Source: {name}"
        line = str(escape(self.words(label))).replace("{name}", str(name))
        if credit.url:
            line += Markup(' (<a href="{}" rel="nofollow noopener">{}</a>)').format(credit.url, self.words("original"))
        if credit.published:
            line += Markup(', <time datetime="{}">{}</time>').format(
                self.words.iso(credit.published), self.words.full(credit.published)
            )
        return Markup(line)

    @cached_property
    def notices(self) -> list[dict[str, str]]:
        """Corrections that stand above the story, the newest first."""
        return [n for n in self._corrections if n["kind"] in SERIOUS]

    @cached_property
    def footnotes(self) -> list[dict[str, str]]:
        return [n for n in self._corrections if n["kind"] not in SERIOUS]

    @cached_property
    def _corrections(self) -> list[dict[str, str]]:
        return [self.correction(c) for c in reversed(self.story.corrections)]

    def correction(self, one: Correction) -> dict[str, str]:
        """A correction in words."""
        return {
            "kind": one.kind,
            "label": self.words(CORRECTIONS[one.kind]),
            "text": one.text,
            "iso": self.words.iso(one.at),
            "when": self.words.full(one.at),
        }

    @property
    def teaser(self) -> str:
        """A short text for lists that begins with the site's name."""
        return f"{self.site.name} – {feeds.excerpt(self.story, TEASER)}"

    @property
    def summary(self) -> str:
        return feeds.excerpt(self.story, 200)

    @cached_property
    def jsonld(self) -> Markup:
        return Markup(jsonld.script(jsonld.article(self.story, self.site)))


def card(view: StoryView) -> dict[str, Any]:
    """What all forms of a story's card share, made once."""
    story, words = view.story, view.words
    labels = [view.label, words("Retracted") if story.retracted else ""]
    marks = Markup("").join(Markup('<strong class="label">{}</strong> ').format(label) for label in labels if label)
    kicker = Markup('<span class="kicker">{}</span> ').format(story.kicker) if story.kicker else ""
    day = Markup('<time datetime="{}">{}</time>').format(words.iso(story.published), view.day) if view.day else ""
    return {
        "attributes": Markup("").join(Markup(' {}="{}"').format(*pair) for pair in view.foreign.items()),
        "headline": Markup('<a href="{}">{}{}{}</a>').format(view.path, marks, kicker, story.headline),
        "standfirst": Markup("<p>{}</p>").format(story.standfirst) if story.standfirst else "",
        "byline": view.byline + " " if view.byline else "",
        "when": day,
        "teaser": view.teaser,
        "images": {
            form: body.image(story.lead, sizes, eager=form == "lead") if story.lead else ""
            for form, sizes in SIZES.items()
        },
    }
