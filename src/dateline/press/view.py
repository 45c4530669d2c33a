"""What the templates see of a story: words, dates and addresses made ready, still nothing decided by a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from dateline import urls
from dateline.masthead import Section, Site
from dateline.press import body
from dateline.press.words import Words, label
from dateline.story import Byline, Correction, Credit, Paragraph, Story, plain
from dateline.syndicate import crops, feeds, jsonld

# Genres that must be told apart from news at a glance (Trust Project: "type of work").
LABELS = {
    "analysis": label("Analysis"),
    "opinion": label("Opinion"),
    "feature": label("Feature"),
    "interview": label("Interview"),
    "sponsored": label("Sponsored"),
}

CORRECTIONS = {
    "correction": label("Correction"),
    "clarification": label("Clarification"),
    "update": label("Update"),
    "note": label("Editor’s note"),
    "retraction": label("Retraction"),
}

# These stand above the story, where nobody can miss them; the others below it.
SERIOUS = ("retraction", "note", "correction")

# Who signs a story, and the line of those who helped to make it.
SIGNING = ("reporter", "contributor", "desk")
HELPING = (
    ("photographer", label("Pictures by {names}")),
    ("translator", label("Translated by {names}")),
    ("editor", label("Edited by {names}")),
)


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
    def permanent(self) -> str:
        """The address of the story's code, as it is printed."""
        return self.site.url.partition("://")[2] + urls.short(self.story.code)

    @property
    def day_path(self) -> str:
        """The page of the day on which the story was published; empty if that is not known."""
        day = self.words.calendar_day(self.story.published)
        return urls.day(day) if day else ""

    @property
    def tongue(self) -> Markup:
        """The attributes of language and direction of the story."""
        return _tongue(self.story)

    @property
    def foreign(self) -> Markup:
        """The attributes for text of the story on a page of another language."""
        return _tongue(self.story) if self.story.language != self.site.language else Markup("")

    @property
    def own(self) -> Markup:
        """The attributes for text of the site's own within one of another language."""
        return _tongue(self.site) if self.story.language != self.site.language else Markup("")

    @cached_property
    def section(self) -> Section | None:
        return self.site.section(self.story.section)

    @property
    def label(self) -> str:
        return self.words(LABELS[self.story.genre]) if self.story.genre in LABELS else ""

    @property
    def run_in(self) -> str:
        """The place that the first paragraph is given to begin with, in the manner of news agencies.

        Copy of agencies begins with it already, in capitals or not.
        """
        first = self.story.body[0] if self.story.body else None
        if not isinstance(first, Paragraph) or plain(first.html).casefold().startswith(self.story.place.casefold()):
            return ""
        return self.story.place

    @cached_property
    def text(self) -> Markup:
        """The body."""
        return body.render(self.story.body, place=self.run_in, paid=self.story.genre == "sponsored")

    @cached_property
    def byline(self) -> Markup:
        """``By A, B and C`` with a link for each; empty if nobody signed."""
        return self._by(self._people(*SIGNING), "By {names}")

    @property
    def signature(self) -> str:
        """The byline without links, as HTML."""
        people = self._people(*SIGNING)
        if not people:
            return ""
        return str(escape(self.words("By {names}"))).replace("{names}", self.words.names([_name(p) for p in people]))

    @cached_property
    def other_credits(self) -> list[Markup]:
        """A line for the photographers, translators and editors."""
        lines = [self._by(self._people(role), text) for role, text in HELPING]
        return [line for line in lines if line]

    def _people(self, *roles: str) -> list[Byline]:
        return [byline for byline in self.story.bylines if byline.role in roles]

    def _by(self, people: Sequence[Byline], text: str) -> Markup:
        if not people:
            return Markup("")
        links = [f'<a rel="author" href="{escape(urls.person(p.slug))}">{_name(p)}</a>' for p in people]
        # The text and the names' commas are ours, the names are escaped by then.
        return Markup(str(escape(self.words(text))).replace("{names}", self.words.names(links)))

    @cached_property
    def source_lines(self) -> list[Markup]:
        """The source chain: who made the copy, whom it was taken from, or who paid for it; nearest first."""
        return [self._source_line(credit) for credit in self.story.source]

    def _source_line(self, credit: Credit) -> Markup:
        name = str(escape(credit.name))
        if credit.slug:
            name = f'<a href="{escape(urls.source(credit.slug))}">{name}</a>'
        line = str(escape(self._source_words(credit))).replace("{name}", f"<b>{name}</b>")
        if credit.url:
            rel = "sponsored noopener" if self.story.genre == "sponsored" else "nofollow noopener"
            line += f' (<a href="{escape(credit.url)}" rel="{rel}">{escape(self.words("original"))}</a>)'
        if credit.published:
            # As plain text: markup that is added to it would escape what stands there already.
            line += f", {self.time(credit.published)}"
        return Markup(line)

    def _source_words(self, credit: Credit) -> str:
        if self.story.genre == "sponsored" and credit.kind != "own":
            return self.words("Paid for by {name}")
        return self.words("Relayed from {name}") if credit.kind == "relay" else self.words("Source: {name}")

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
        """A correction in words; ``when`` is a ``time`` element."""
        return {
            "kind": one.kind,
            "label": self.words(CORRECTIONS[one.kind]),
            "text": one.text,
            "when": self.time(one.at),
        }

    def time(self, moment: str) -> Markup:
        """A time in full; empty if it is not known."""
        if not moment:
            return Markup("")
        return Markup(f'<time datetime="{self.words.iso(moment)}">{escape(self.words.full(moment))}</time>')

    @property
    def shared(self) -> tuple[int, int]:
        """The size of the picture that a link to the story is shown with."""
        return crops.size(self.story.lead, "16x9") if self.story.lead else (0, 0)

    @property
    def summary(self) -> str:
        return feeds.excerpt(self.story, 200)

    @cached_property
    def jsonld(self) -> Markup:
        return Markup(jsonld.script(jsonld.article(self.story, self.site)))


def _name(person: Byline) -> str:
    """A name set apart, so that one written from right to left does not move the words beside it."""
    return f"<bdi>{escape(person.name)}</bdi>"


def _tongue(value: Story | Site) -> Markup:
    return Markup(f' lang="{escape(value.language)}" dir="{escape(value.direction)}"')
