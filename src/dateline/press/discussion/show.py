"""One comment, and what stands around the comments of a story, as HTML. Pure; the store is somebody else's.

A comment is written out here and not as a template, for a rebuild makes every comment of the archive again. It says
nothing of another comment, not even the name of whom it answers: so a person who is erased is gone with one write.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from dateline import urls
from dateline.press.discussion import standing, text
from dateline.press.discussion.pick import Picked
from dateline.press.discussion.record import CommentRecord, ThreadRecord
from dateline.press.fragment import Fragment, merge, press
from dateline.press.room import Room
from dateline.press.words import Words, label
from dateline.story import Story
from dateline.syndicate import jsonld
from dateline.thread import Comment

INDENTED = 3
"""Levels of replies that are set in; those below stand where the last one does."""

BADGES = {"author": label("Author"), "staff": label("Newsroom")}

ABSENCES = {
    "deleted": label("This comment was deleted by its writer."),
    "removed": label("This comment was removed by the newsroom."),
    "erased": label("The words of this person were erased."),
}


def comment(words: Words, one: Comment, depth: int) -> Fragment:
    """A comment at a depth, 0 for one that answers the story; a sentence in the place of one that is absent."""
    name = f'id="comment-{one.number}"'
    level = min(depth, INDENTED)
    kinds = [f"d{level}"] * (level > 0) + ["gone"] * bool(one.absent) + ["pick"] * one.highlighted
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    inner = _absent(words, one) if one.absent else _present(words, one, depth)
    return press(f'<li {name}{kind} aria-level="{depth + 1}">{inner}</li>\n'.encode())


def more(words: Words, story: int, root: int, replies: int) -> Fragment:
    """The link to all replies of a branch."""
    said = escape(words.count("{n} reply", "All {n} replies", replies))
    address = urls.comment(story, root)
    return press(f'<li class="d1 all"><a href="{address}">{said}</a></li>\n'.encode())


def count(words: Words, number: int) -> str:
    """The number of comments as a card tells it."""
    reached = standing.step(number)
    if reached == number < standing.STEPS[0]:
        return words.count("{n} comment", "{n} comments", number)
    return words.count("{n}+ comment", "{n}+ comments", reached)


def whole(room: Room, story: Story, record: ThreadRecord, above: Fragment, page: Picked) -> Fragment:
    """The section of a story's page, as one fragment; ``above`` is its ``top``, ``page`` the thread's first one."""
    address = urls.discussion(story.code)
    is_open = standing.of(story, record) == "open"
    context = {
        "address": address,
        "open": is_open,
        "count": record.comments,
        "next": page.next,
        "data": _data(room, story, record),
    }
    before, after = room.text("comments.html", part="\0", **context).split("\0")
    return merge([above, press(before.encode()), *page.comments, press(after.encode())])


def top(room: Room, story: Story, record: ThreadRecord, first: str) -> Fragment:
    """What stands above the comments: how many there are, how the thread stands, the form."""
    seen = room.view(story)
    thread = record.thread
    context = {
        "address": urls.discussion(story.code),
        "longest": thread.longest if thread else None,
        "heading": total(room.words, record.comments),
        "open": standing.of(story, record) == "open",
        "held": thread is not None and thread.held,
        "closes": thread.closes if thread else "",
        "correction": standing.changed_since(story, first) if record.comments else None,
        "view": seen,
    }
    return room.fragment("talk.html", **context)


def link(room: Room, story: Story, record: ThreadRecord) -> Fragment:
    """The way to the comments, from the top of the story."""
    said = total(room.words, record.comments) if record.comments else room.words("Comments")
    return press(f'<p class="talk"><a href="{room.view(story).path}#comments">{escape(said)}</a></p>\n'.encode())


def total(words: Words, number: int) -> str:
    """The exact number of comments."""
    return words.count("{n} comment", "{n} comments", number) if number else words("Comments")


def _data(room: Room, story: Story, record: ThreadRecord) -> Markup:
    return (
        Markup(jsonld.script(jsonld.comment_count(story, room.site, record.comments)))
        if record.comments
        else Markup("")
    )


def _absent(words: Words, one: Comment) -> str:
    return f"<p>{escape(words(ABSENCES[one.absent]))}</p>"


def _present(words: Words, one: Comment, depth: int) -> str:
    do = (
        f'<p class="do"><a href="{urls.reply(one.story, one.number)}" rel="nofollow">{escape(words("Reply"))}</a>'
        f' <a href="{urls.report(one.story, one.number)}" rel="nofollow">{escape(words("Report"))}</a></p>'
    )
    return f"{_who(words, one)}{_context(words, one, depth)}{text.render(one.text)}{do}"


def _who(words: Words, one: Comment) -> str:
    """Name, badge and time, which is the link to the comment."""
    said = [f'<b><bdi dir="auto">{text.line(one.name) or escape(words("A reader"))}</bdi></b>']
    if one.badge:
        said.append(f'<span class="badge">{escape(words(BADGES[one.badge]))}</span>')
    when = f'<time datetime="{words.iso(one.at)}">{words.brief_time(one.at)}</time>'
    said.append(f'<a href="{urls.comment(one.story, one.number)}">{when}</a>')
    if one.edited:
        said.append(f"<i>{escape(words('Edited'))}</i>")
    return f'<p class="who">{" ".join(said)}</p>'


def _context(words: Words, one: Comment, depth: int) -> str:
    """That an editor chose it; and the link to what it answers, where the place on the page does not tell."""
    chosen = f'<p class="mark">{escape(words("Chosen by the newsroom"))}</p>' if one.highlighted else ""
    if not one.parent or (depth <= INDENTED and not one.highlighted):
        return chosen
    address = urls.comment(one.story, one.parent)
    return f'{chosen}<p class="mark"><a href="{address}">{escape(words("In reply to another comment"))}</a></p>'


def depth_of(record: CommentRecord) -> int:
    return len(record.path)
