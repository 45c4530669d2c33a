"""Taking in a batch: one transaction, a number of queries that does not grow with the batch, one call of the ledger.

One story that cannot be had is told so and keeps no other out. What is here already stays as it is unless its copy
asks for the update, and never if an editor has worked on it since.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from dateline.desk import codes, house, publicity, snapshot
from dateline.desk.intake import captures, circles, earlier, links, names, storing
from dateline.desk.intake.copy import Admitted, NewStory, Outcome, refusal
from dateline.desk.intake.known import codes_of_external_ids
from dateline.desk.intake.rows import Known, Rows, build
from dateline.desk.models import Section, Story

Answers = dict[int, Admitted]
"""By the copy's place in the batch."""


def admit(copies: Sequence[NewStory]) -> list[Admitted]:
    """Take in up to some five hundred stories; the answers are in their order."""
    with transaction.atomic():
        sections = {row.slug: row for row in Section.objects.all()}
        answers: Answers = {}
        for place, copy in enumerate(copies):
            if reason := refusal(copy, sections):
                answers[place] = Admitted(None, "refused", reason)
        old = _meet_known(copies, answers)
        new = _give_codes(copies, answers, old)
        batch = _build(copies, old | new, sections)
        notes = storing.settle_addresses(batch, {place: copies[place].former for place in batch})
        links.turn_batch([batch[place] for place in batch if copies[place].leads])
        circles.cut([rows.story for rows in batch.values()])
        captures.keep_first(batch[place] for place in old)
        storing.store(batch, set(old))
        earlier.record_earlier({batch[p].story.pk: copies[p].earlier for p in new if p in batch and copies[p].live})
        changed = _record(list(batch.values()))
        for place, rows in batch.items():
            outcome: Outcome = "made" if place in new else "changed" if rows.story.pk in changed else "same"
            answers[place] = Admitted(rows.story.pk, outcome, notes.get(place, ""))
        storing.place_on_fronts({rows.story.pk: copies[place].fronts for place, rows in batch.items()})
    return [answers[place] for place in range(len(copies))]


def _meet_known(copies: Sequence[NewStory], answers: Answers) -> dict[int, Story]:
    """Answer the copies of stories that are here and stay as they are; the rows of those to be updated."""
    open_copies = [(place, copy) for place, copy in enumerate(copies) if place not in answers]
    by_id = codes_of_external_ids(copy.external_id for _, copy in open_copies)
    wanted = {copy.code for _, copy in open_copies if copy.code} | set(by_id.values())
    rows = Story.objects.in_bulk(wanted)
    found: dict[int, Story] = {}
    claimed: set[object] = set()
    for place, copy in open_copies:
        row = rows.get(by_id.get(copy.external_id) or copy.code or 0)
        keys = {key for key in (copy.code, copy.external_id or None, row and row.pk) if key}
        answer = _answer_known(copy, row) if row else None
        if claimed & keys:
            answers[place] = Admitted(None, "taken", "Another story of the same batch has its code or external id.")
        elif answer:
            answers[place] = answer
        elif row:
            found[place] = row
        claimed |= keys
    return found


def _answer_known(copy: NewStory, row: Story) -> Admitted | None:
    if copy.external_id and row.external_id != copy.external_id:
        return Admitted(row.pk, "taken", f"The story code {row.pk} is taken.")
    if copy.code and row.pk != copy.code:
        return Admitted(row.pk, "taken", f"{copy.external_id!r} is here already, as story {row.pk}.")
    if not copy.update:
        what = f"{copy.external_id!r}" if copy.external_id else f"The story code {row.pk}"
        return Admitted(row.pk, "taken", f"{what} is here already.")
    if row.latest_revision_id or row.locked:
        return Admitted(row.pk, "edited", f"Story {row.pk} was edited at the desk since; it was left as it is.")
    return None


def _give_codes(copies: Sequence[NewStory], answers: Answers, old: dict[int, Story]) -> dict[int, Story]:
    """Rows, with their codes, for the copies that are new here."""
    new = [place for place in range(len(copies)) if place not in answers and place not in old]
    asked = {place: code for place in new if (code := copies[place].code) is not None}
    refused = codes.claim_many(list(asked.values()))
    for place, code in asked.items():
        if code in refused:
            answers[place] = Admitted(None, "taken", refused[code])
    free = [place for place in new if place not in asked]
    given = dict(zip(free, codes.take(len(free)), strict=True)) if free else {}
    return {p: Story(code=given.get(p) or asked[p]) for p in new if p not in answers}


def _build(copies: Sequence[NewStory], rows: dict[int, Story], sections: dict[str, Section]) -> dict[int, Rows]:
    chosen = [copies[place] for place in rows]
    named = [credit for copy in chosen for credit in copy.source if credit.kind != "own"]
    makers = {(c.name, c.slug): "agency" if c.kind == "agency" else "outlet" for c in named}
    others = {code for copy in chosen for code in (*copy.pinned, *copy.banned, copy.follows)}
    here = {row.pk for row in rows.values()} & others
    known = Known(
        sections=sections,
        people=names.people(dict.fromkeys(key for copy in chosen for key, _ in copy.bylines)),
        topics=names.topics(dict.fromkeys(topic for copy in chosen for topic in copy.topics)),
        sources=names.sources(makers),
        stories=here | set(Story.objects.filter(pk__in=others - here).values_list("pk", flat=True)),
        zone=house.zone(),
        language=house.language(),
        now=timezone.now(),
    )
    return {place: build(copies[place], row, known) for place, row in rows.items()}


def _record(batch: list[Rows]) -> set[int]:
    """Record the whole batch; the codes of the stories that changed for readers."""
    live = [(rows.story, rows.parts()) for rows in batch if rows.story.live]
    pictures = snapshot.pictures_of([row for row, _ in live])
    shown = [(snapshot.build(row, parts, pictures), parts) for row, parts in live]
    entries = publicity.announce_read([rows.story.pk for rows in batch], shown)
    return {int(entry.subject.partition(":")[2]) for entry in entries if entry.subject.startswith("story:")}
