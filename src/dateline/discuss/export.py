"""All that is kept of a reader, as JSON: for the reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from dateline.discuss.models import Mute, Notice, Reader, Report, Statement, Waiting


def of(reader: Reader) -> Iterator[str]:
    """The JSON text of everything, a piece at a time."""
    head = json.dumps(_person(reader), ensure_ascii=False, indent=1, default=str)
    yield head[:-2] + ',\n "comments": ['
    lead = "\n"
    for row in reader.comments.order_by("number").iterator(500):
        yield lead + json.dumps(_comment(row), ensure_ascii=False, default=str)
        lead = ",\n"
    yield "\n]}\n"


def _person(reader: Reader) -> dict[str, Any]:
    mutes = Mute.objects.filter(reader=reader).select_related("muted")
    reports = Report.objects.filter(Q(reader=reader) | Q(email=reader.email)).order_by("pk")
    waiting = Waiting.objects.filter(email=reader.email).order_by("pk")
    notices = Notice.objects.filter(email=reader.email).order_by("pk")
    statements = Statement.objects.filter(comment__reader=reader).order_by("pk")
    return {
        "name": reader.name,
        "email": reader.email,
        "confirmed": reader.confirmed_at,
        "since": reader.created_at,
        "standing": reader.standing,
        "banned_until": reader.banned_until,
        "letters_about_answers": reader.replies_by_mail,
        "muted": [{"name": one.muted.name, "at": one.at} for one in mutes],
        "reports": [
            {"comment": one.comment_id, "reason": one.reason, "words": one.words, "at": one.at} for one in reports
        ],
        "not_confirmed_yet": [
            {
                "story": one.story,
                "answers": one.parent_id,
                "name": one.name,
                "text": one.text,
                "written": one.written_at,
            }
            for one in waiting
        ],
        "notices": [
            {"number": one.pk, "comment": one.comment_id, "name": one.name, "law": one.law, "at": one.at}
            | {"explanation": one.explanation, "outcome": one.outcome, "answer": one.answer}
            for one in notices
        ],
        "rejections_explained": [
            {"comment": one.comment_id, "facts": one.facts, "ground": one.ground, "rule": one.rule, "at": one.at}
            | {"contested": one.contest, "contested_at": one.contested_at, "settled_at": one.settled_at}
            for one in statements
        ],
    }


def _comment(row: Any) -> dict[str, Any]:
    return {
        "number": row.number,
        "story": row.story,
        "answers": row.parent_id,
        "name": row.name,
        "text": row.text,
        "state": row.state,
        "findings": row.findings,
        "written": row.written_at,
        "edited": row.edited_at,
        "network_digest": row.network,
    }
