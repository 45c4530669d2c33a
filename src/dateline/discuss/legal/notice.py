"""Notices of illegal content (article 16): taken in from anybody, confirmed, decided, answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from dateline.desk import cleaning, house
from dateline.discuss import labels, letters
from dateline.discuss.doors import decide as decide_comments
from dateline.discuss.doors.transaction import locked
from dateline.discuss.labels import say
from dateline.discuss.legal import statement
from dateline.discuss.models import Comment, Notice
from dateline.discuss.models.choices import FINAL, REJECTED
from dateline.discuss.refusal import NotThere, Refused
from dateline.press.words import label

KINDS = (
    ("violence", label("Threats, or a call to violence")),
    ("hate", label("A call to hatred that is against the law")),
    ("defamation", label("False claims that harm somebody's name")),
    ("privacy", label("Private matters or data made public")),
    ("child", label("Sexual abuse of children")),
    ("terror", label("Terrorist content")),
    ("fraud", label("Fraud, or illegal goods")),
    ("copyright", label("Somebody else's work")),
    ("other", label("Against another law")),
)
NAMELESS = frozenset({"child"})
"""Kinds of notice that nobody has to sign (article 16 (2) (c))."""

DUE = timedelta(days=7)
"""In which the newsroom wants to have decided; the law asks for “timely”."""
LEAST, LONGEST = 20, 5_000
"""Characters of an explanation."""

OUTCOMES = {
    "removed": label("We have removed the comment."),
    "kept": label("We have looked at the comment and do not find it to be against the law or our rules. It stays."),
    "elsewhere": label("Whether the comment is against the law is not for us to decide; a court may."),
}
AGAIN = label("If you do not agree, answer this letter and somebody else will look at it again.")


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice as it was typed."""

    law: str
    explanation: str
    place: str
    name: str
    email: str
    good_faith: bool


def read(data: Mapping[str, str]) -> Sent:
    """What a form says, cleaned of what cannot be kept."""
    said = {name: cleaning.storable(data.get(name, "")).strip() for name in ("explanation", "place", "name", "email")}
    return Sent(law=data.get("law", ""), good_faith=data.get("good_faith") == "yes", **said)


def give(number: int, code: int, sent: Sent) -> Notice:
    """Take a notice in and confirm it by letter. Raises NotThere, or Refused naming the field."""
    _check(sent)
    now = timezone.now()
    with locked():
        row = Comment.objects.filter(pk=number, story=code).exclude(state__in=FINAL).first()
        if row is None:
            raise NotThere("There is no such comment any more.")
        notice = Notice.objects.create(
            comment=row,
            quoted=row.text,
            law=sent.law,
            explanation=sent.explanation,
            place=sent.place,
            name=sent.name[:120],
            email=sent.email,
            at=now,
            due=now + DUE,
        )
        _confirm(notice)
    return notice


def decide(number: int, outcome: str, answer: str, by: Any) -> Notice:
    """Decide about a notice, do to the comment what follows, and tell whoever sent it.

    Raises NotThere for one that is decided already, Refused for an outcome that is none.
    """
    if outcome not in OUTCOMES:
        raise Refused("Say what was decided.", "", "outcome")
    with locked():
        notice = Notice.objects.select_related("comment").filter(pk=number, decided_at=None).first()
        if notice is None:
            raise NotThere("That notice is decided already.")
        if outcome == "removed":
            decide_comments([notice.comment_id], REJECTED, by, reason="illegal", note=f"Notice {notice.pk}")
        notice.outcome, notice.answer = outcome, cleaning.storable(answer).strip()[:LONGEST]
        notice.decided_at, notice.decided_by = timezone.now(), by
        notice.save(update_fields=["outcome", "answer", "decided_at", "decided_by"])
        _tell(notice)
    return notice


def _check(sent: Sent) -> None:
    if sent.law not in dict(KINDS):
        raise Refused("Please say which kind of illegal content it is.", "", "law")
    if len(sent.explanation) < LEAST:
        raise Refused("Please explain why you hold it to be illegal.", "A sentence or two.", "explanation")
    if len(sent.explanation) > LONGEST:
        raise Refused(
            "The explanation has more than {most} characters.", "Please shorten it.", "explanation", most=LONGEST
        )
    parts = urlsplit(sent.place)
    if (
        parts.scheme not in ("http", "https")
        or parts.netloc != urlsplit(house.site().url).netloc
        or len(sent.place) > 500
    ):
        raise Refused("The exact address begins with {url}.", "Please copy it again.", "place", url=house.site().url)
    if sent.law not in NAMELESS:
        _check_sender(sent)
    if not sent.good_faith:
        raise Refused(
            "Please confirm that what you say is accurate and complete, as far as you know.", "", "good_faith"
        )


def _check_sender(sent: Sent) -> None:
    if not sent.name:
        raise Refused("Please give your name.", "", "name")
    try:
        validate_email(sent.email)
    except ValidationError as error:
        raise Refused("Please give an e-mail address to which we can answer.", "", "email") from error


def _confirm(notice: Notice) -> None:
    if not notice.email:
        return
    follows = say(
        "A person of our newsroom decides about it, with no automatic means, and we will write to you;"
        " we mean to do so by {day}.",
        day=labels.words().brief(notice.due.isoformat()),
    )
    about = say("We have received your notice {n} about this comment:", n=notice.pk)
    text = f"{about}\n{notice.place}\n\n{say('You wrote:')}\n\n{notice.explanation}\n\n{follows}\n"
    subject = say("Your notice {n} to {site}", n=notice.pk, site=house.site().name)
    letters.write(notice.email, subject, text)


def _tell(notice: Notice) -> None:
    if not notice.email:
        return
    parts = [
        f"{say('You sent us notice {n} about this comment:', n=notice.pk)}\n{notice.place}",
        say(OUTCOMES[notice.outcome]),
        notice.answer,
        say("A person decided this, with no automatic means."),
        f"{say(AGAIN)} {say(statement.REDRESS)}",
    ]
    text = "\n\n".join(part for part in parts if part)
    letters.write(notice.email, say("Our decision on your notice {n}", n=notice.pk), f"{text}\n")
