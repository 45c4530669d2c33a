"""Telling somebody that their comment was answered, if they asked for it. Once, when readers first see the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline import urls
from dateline.desk import house
from dateline.discuss import letters, standing
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Decision, Mute
from dateline.discuss.models.choices import APPROVED

QUOTED = 600
"""Characters of the answer that stand in the letter."""


def tell_answered(rows: Iterable[Comment], fresh: Collection[Decision] = ()) -> None:
    """Write a letter for each of these comments that readers now see for the first time and whose parent asked for it.

    ``fresh`` are the decisions just made; an older one means that it may have been seen before.
    """
    answers = {row.number: row for row in rows if row.shown and row.parent_id}
    if not answers:
        return
    earlier = Decision.objects.filter(comment__in=answers).exclude(pk__in=[one.pk for one in fresh])
    before = set(earlier.filter(after=APPROVED).values_list("comment_id", flat=True))
    before |= set(earlier.filter(before=APPROVED).values_list("comment_id", flat=True))
    parents = (
        Comment.objects.filter(
            pk__in={row.parent_id for row in answers.values()}, reader__replies_by_mail=True, reader__erased_at=None
        )
        .exclude(reader__email=None)
        .select_related("reader")
    )
    wanted = {parent.number: parent for parent in parents}
    for number, row in answers.items():
        parent = wanted.get(row.parent_id or 0)
        if parent and number not in before and row.reader_id != parent.reader_id and not _muted(parent, row):
            _write(parent, row)


def _muted(parent: Comment, row: Comment) -> bool:
    return Mute.objects.filter(reader=parent.reader_id, muted=row.reader_id).exists()


def _write(parent: Comment, answer: Comment) -> None:
    reader = parent.reader
    place = standing.place(answer.story)
    headline, name = place.headline if place else "", answer.name
    quoted = answer.text if len(answer.text) <= QUOTED else answer.text[:QUOTED].rstrip() + " …"
    unsubscribe = letters.address(letters.unsubscribe_path(reader))
    parts = (
        say("{name} answered your comment on “{story}”:", name=name, story=headline),
        quoted,
        f"{say('Read it where it stands:')}\n{letters.address(urls.comment(answer.story, answer.number))}",
        f"{say('You asked to be told of answers. No more such letters:')}\n{unsubscribe}\n",
    )
    subject = say("{name} answered you at {site}", name=name, site=house.site().name)
    letters.write(reader.email or "", subject, "\n\n".join(parts), letters.list_headers(reader), quotes=answer)
