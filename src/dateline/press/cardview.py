"""What the forms of a story's card show, made ready once for all of them. Pure.

Every story has its cards pressed, so this is written for speed: strings that are escaped where they are put together,
and nothing that a form does not show.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from dateline.press import body
from dateline.press.discussion import show
from dateline.press.view import StoryView
from dateline.story import Picture
from dateline.syndicate import feeds

TEASER = 140
"""Of a related story, in characters."""

# The width that a picture takes in a form of card, for ``sizes``. Browsers that know ``auto`` measure it themselves.
LEAD = "(min-width:75em) 40rem,(min-width:48em) 94vw,100vw"
TOP = "auto,(min-width:75em) 18rem,(min-width:48em) 46vw,94vw"

# Told apart by their looks wherever they stand.
APART = ("opinion", "sponsored")


def facts(view: StoryView, comments: int = 0) -> dict[str, Markup]:
    """The values that ``cards.html`` names; ``comments`` is a number to tell, 0 for none."""
    story = view.story
    own = view.own
    return {
        "attributes": _attributes(view),
        "above": _above(view, own, view.story.kicker),
        "marked": _above(view, own, ""),
        "headline": Markup(f'<a href="{view.path}">{escape(story.headline)}</a>'),
        "standfirst": Markup(f'<p class="s">{escape(story.standfirst)}</p>') if story.standfirst else Markup(""),
        "signed": _facts(_signed(view), _when(view), own, _comments(view, comments)),
        "dated": _facts("", _when(view), own, _comments(view, comments)),
        "timed": _facts(_clock(view), _marks(view), own),
        "teaser": Markup(f'<p class="s"><bdi{own}>{escape(view.site.name)}</bdi> – {escape(_teaser(view))}</p>'),
        **_pictures(story.lead),
    }


def _attributes(view: StoryView) -> Markup:
    kind = f' class="{view.story.genre}"' if view.story.genre in APART else ""
    return Markup(f"{kind}{view.foreign}")


def _marks(view: StoryView) -> str:
    """What kind of text it is, if it is not news."""
    retracted = view.words("Retracted") if view.story.retracted else ""
    return " ".join(f"<b>{escape(text)}</b>" for text in (retracted, view.label) if text)


def _above(view: StoryView, own: Markup, kicker: str) -> Markup:
    """The line above the headline: what kind of text it is, and the kicker."""
    marks = _marks(view)
    if own and marks:
        marks = f"<span{own}>{marks}</span>"
    text = f"{marks} {escape(kicker)}".strip()
    return Markup(f'<p class="k">{text}</p>') if text else Markup("")


def _teaser(view: StoryView) -> str:
    return feeds.excerpt(view.story, TEASER)


def _signed(view: StoryView) -> str:
    signature = view.signature
    return f"<b>{signature}</b>" if signature else ""


def _when(view: StoryView) -> str:
    words, moment = view.words, view.story.published
    return f'<time datetime="{words.iso(moment)}">{words.brief(moment)}</time>' if moment else ""


def _clock(view: StoryView) -> str:
    """The time of day before the date, for lists of what is new."""
    words, moment = view.words, view.story.published
    clock = words.clock(moment)
    hour = f"<b>{clock}</b> " if clock else ""
    return f'<time datetime="{words.iso(moment)}">{hour}{words.brief(moment)}</time>' if moment else ""


def _comments(view: StoryView, number: int) -> str:
    return f"<span>{escape(show.count(view.words, number))}</span>" if number else ""


def _facts(first: str, second: str, own: Markup, third: str = "") -> Markup:
    """A line of facts, which are escaped; each may be empty. The style sheet parts them."""
    text = " ".join(filter(None, (first, second, third)))
    return Markup(f'<p class="f"{own}>{text}</p>') if text else Markup("")


def _pictures(picture: Picture | None) -> dict[str, Markup]:
    if picture is None:
        return dict.fromkeys(("large", "picture", "small", "thumb"), Markup(""))
    return {
        "large": body.image(picture, LEAD, eager=True),
        "picture": body.image(picture, TOP),
        "small": body.thumbnail(picture, double=True),
        "thumb": body.thumbnail(picture),
    }
