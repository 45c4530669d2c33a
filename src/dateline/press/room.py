"""The press room: a masthead, its words and its templates, which every page is made with."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from dateline.masthead import Site
from dateline.press import body, layout
from dateline.press.fragment import Fragment, press
from dateline.press.page import Part
from dateline.press.view import StoryView
from dateline.press.words import Words
from dateline.story import Story


@dataclass(frozen=True)
class Room:
    """Made once for a site and used for all its pages; holds nothing of any one page."""

    site: Site
    words: Words
    env: Environment

    @classmethod
    @lru_cache(2)  # compiling the templates takes longer than pressing a page; two, for the masthead may change
    def of(cls, site: Site) -> Room:
        words = Words(site.language, site.zone)
        env = layout.environment()
        env.globals.update(site=site, words=words, _=words, figure=body.figure, thumbnail=body.thumbnail)
        env.globals.update(head=_once(env, "head.html"), sections=_once(env, "sections.html", "here", "front"))
        return cls(site, words, env)

    def view(self, story: Story, *, preview: bool = False) -> StoryView:
        return StoryView(story, self.site, self.words, preview)

    def text(self, template: str, **context: Any) -> str:
        return self.env.get_template(template).render(**context)

    def fragment(self, template: str, **context: Any) -> Fragment:
        """A fragment of its own: a line of the ledger, a correction in the list of all."""
        return press(self.text(template, **context).encode())

    def parts(self, template: str, fills: layout.Fills | None = None, **context: Any) -> tuple[Part, ...]:
        """The parts of a page."""
        return layout.render(self.env, template, fills or {}, **context)


def _once(env: Environment, template: str, *names: str) -> Callable[..., Markup]:
    """A function that renders a template with these values, and the next time remembers."""

    @lru_cache(256)
    def render(*values: Hashable) -> Markup:
        return Markup(env.get_template(template).render(dict(zip(names, values, strict=True))))

    return render
