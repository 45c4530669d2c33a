"""Statements of reasons (article 17): what the writer of a rejected comment is told, and what they can say to it.

They follow the decisions, as pages follow the ledger: every rejection has one, whoever decided and by whichever way,
some minutes later, so that what a moderator took back at once worries nobody. A letter goes to writers whose address
is known; for advertising there is none (article 17 (2)).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils import timezone

from dateline import urls
from dateline.desk import cleaning, house
from dateline.discuss import labels, letters, noticed, reasons, standing
from dateline.discuss.doors import decide as decide_comments
from dateline.discuss.doors.transaction import locked
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Decision, Followed, Statement
from dateline.discuss.models.choices import APPROVED, REJECTED
from dateline.discuss.refusal import NotThere, Refused
from dateline.press.words import label

GRACE = timedelta(minutes=2)
"""In which a decision can be taken back before anybody is told."""
STEP = 200
QUOTED = 300
"""Characters of the comment that stand in the letter: nobody needs all of an insult twice."""
LONGEST = 5_000
UNSENT = frozenset({"spam"})

REDRESS = label(
    "You may also turn to a certified body for the settlement of disputes out of court (article 21 of the Digital"
    " Services Act), or to a court."
)

_NAME = "statements"
_ADDRESS = signing.Signer(salt="dateline.discuss.statement")


def keep_up(now: datetime | None = None) -> int:
    """State the reasons of rejections that are old enough, one step of them; how many decisions were looked at."""
    ripe = (now or timezone.now()) - GRACE
    if not _is_ripe(ripe):
        return 0
    with transaction.atomic():
        Followed.objects.get_or_create(name=_NAME)
        followed = Followed.objects.select_for_update().get(name=_NAME)
        fresh = Decision.objects.filter(pk__gt=followed.position).order_by("pk").select_related("undone_by")
        rows = [one for one in fresh[:STEP] if one.at <= ripe]
        if not rows:
            return 0  # another process was quicker
        stated = [one for one in rows if _wants_statement(one)]
        comments = Comment.objects.select_related("reader").in_bulk({one.comment_id for one in stated})
        for decision in stated:
            _state(decision, comments[decision.comment_id])
        followed.position = rows[-1].pk
        followed.save(update_fields=["position"])
    return len(rows)


def _is_ripe(ripe: datetime) -> bool:
    """Whether there is anything to do, asked without taking a lock."""
    position = Followed.objects.filter(name=_NAME).values_list("position", flat=True).first() or 0
    next_at = Decision.objects.filter(pk__gt=position).order_by("pk").values_list("at", flat=True).first()
    return next_at is not None and next_at <= ripe


def path(statement: Statement) -> str:
    """Where its writer reads it; nobody can guess another's."""
    return f"/discuss/statement/{_ADDRESS.sign(str(statement.pk))}"


def find(token: str) -> Statement:
    """The statement that an address of ``path`` is for. Raises NotThere."""
    try:
        number = int(_ADDRESS.unsign(token))
    except (signing.BadSignature, ValueError):
        raise NotThere("There is no such statement.") from None
    found = Statement.objects.select_related("comment", "decision").filter(pk=number).first()
    if found is None:
        raise NotThere("There is no such statement.")
    return found


def contest(statement: Statement, typed: str) -> None:
    """Have the decision looked at again. Raises Refused for no words, or the second time."""
    words = cleaning.storable(typed).strip()[:LONGEST]
    if not words:
        raise Refused("Please say why you do not agree.", "", "contest")
    now = timezone.now()
    changed = Statement.objects.filter(pk=statement.pk, contested_at=None).update(contested_at=now, contest=words)
    if not changed:
        raise Refused("You have contested this decision already.", "Somebody will look at it.", "contest")


def settle(number: int, restore: bool, answer: str, by: Any) -> Statement:
    """Answer who contested a decision; ``restore`` the comment, or leave it rejected. Raises NotThere."""
    with locked():
        found = Statement.objects.select_related("comment__reader")
        row = found.filter(pk=number, contested_at__isnull=False, settled_at=None).first()
        if row is None:
            raise NotThere("That is settled already.")
        if restore:
            decide_comments([row.comment_id], APPROVED, by, note=f"Contested: statement {row.pk}")
        row.settled_at, row.settled_by = timezone.now(), by
        row.save(update_fields=["settled_at", "settled_by"])
        _answer(row, restore, cleaning.storable(answer).strip()[:LONGEST])
    return row


def _wants_statement(decision: Decision) -> bool:
    if decision.after != REJECTED or decision.before == REJECTED or decision.actor == "import":
        return False
    return not hasattr(decision, "undone_by") and decision.undoes_id is None


def _state(decision: Decision, comment: Comment) -> None:
    reason = reasons.BY_NAME.get(decision.reason or reasons.suggested(comment.findings), reasons.BY_NAME["other"])
    reader = comment.reader
    sent = bool(reader.email and reader.confirmed_at and reason.name not in UNSENT)
    row = Statement.objects.create(
        decision=decision,
        comment=comment,
        restriction="removed" if decision.before == APPROVED else "refused",
        facts=_facts(comment, decision),
        automated=decision.by_id is None,
        detected=bool(comment.findings),
        ground=reason.ground,
        rule=reason.rule,
        sent=sent,
    )
    if sent:
        letters.write(reader.email, say("Your comment at {site}", site=house.site().name), text(row, comment))


def _facts(comment: Comment, decision: Decision) -> str:
    """What was relied on: what the checks found if they decided."""
    place = standing.place(comment.story)
    day = labels.words().brief(comment.written_at.isoformat())
    about = {"day": day, "story": place.headline if place else comment.story}
    quoted = " ".join(comment.text.split())
    begins = quoted[:QUOTED] + ("…" if len(quoted) > QUOTED else "")
    if quoted:
        facts = say("Your comment of {day} on “{story}”, which begins “{words}”.", words=begins, **about)
    else:
        facts = say("Your comment of {day} on “{story}”.", **about)
    found = noticed.things(one for one in comment.findings if one.get("weight") == "reject")
    if found and decision.by_id is None:
        return f"{facts} {say('What was noticed: {things}.', things=found)}"
    return facts


def text(row: Statement, comment: Comment) -> str:
    """The letter: what was done, where, on which facts, by what means, on which ground, and what can be done."""
    contest = say("If you do not agree, say so here, and a person who did not decide this will look at it:")
    return "\n\n".join(
        [
            *reasons_of(row),
            *([letters.address(_comment_path(comment))] if row.restriction == "removed" else []),
            f"{contest}\n{letters.address(path(row))}",
            f"{say(REDRESS)}\n",
        ]
    )


MEANS = {
    (True, True): label("An automatic check found it and decided; no person has read it yet."),
    (True, False): label("It was decided by automatic means."),
    (False, True): label("An automatic check pointed it out; a person of our newsroom decided."),
    (False, False): label("A person of our newsroom decided; no automatic means were used."),
}
"""By whether it was decided, and whether it was found, by automatic means."""

REMOVED = label("It was taken off the page, for everybody and for good.")
UNPUBLISHED = label("It is not published, for everybody and for good.")
GROUNDS = {
    "law": label("The ground is the law: {rule}"),
    "terms": label("The ground is a rule of our discussions: {rule}"),
}


def reasons_of(row: Statement) -> list[str]:
    """The paragraphs that article 17 (3) asks for."""
    shown = say(REMOVED if row.restriction == "removed" else UNPUBLISHED)
    ground = say(GROUNDS["law" if row.ground == "law" else "terms"], rule=say(row.rule))
    return [row.facts, shown, ground, say(MEANS[row.automated, row.detected])]


def _comment_path(comment: Comment) -> str:
    return urls.comment(comment.story, comment.number)


RESTORED = label("We have published your comment again.")
UNCHANGED = label("We have looked at it again. It stays as it is.")


def _answer(row: Statement, restored: bool, words: str) -> None:
    reader = row.comment.reader
    if not reader.email:
        return
    outcome = RESTORED if restored else UNCHANGED
    site = house.site().name
    parts = [say("You contested our decision."), say(outcome), words]
    text = "\n\n".join(part for part in parts if part)
    letters.write(reader.email, say("Your comment at {site}: our answer", site=site), f"{text}\n")
