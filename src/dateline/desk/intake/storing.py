"""Saving the rows of a batch, kind by kind. Sends no signals: the admission records everything itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from django.db.models import Max, Q
from wagtail.models import ReferenceIndex

from dateline.desk import blocks, cleaning, publicity
from dateline.desk.intake.known import address_key
from dateline.desk.intake.rows import Rows
from dateline.desk.models import (
    Ban,
    Byline,
    FormerAddress,
    FrontPlan,
    Pin,
    Placement,
    Story,
    StoryCorrection,
    StoryCredit,
    StoryTopic,
)
from dateline.ledger.rows import insert

PARTS = {
    "bylines": Byline,
    "credits": StoryCredit,
    "topics": StoryTopic,
    "corrections": StoryCorrection,
    "pins": Pin,
    "bans": Ban,
}


def store(batch: Mapping[int, Rows], old: set[int]) -> None:
    """Insert the new stories, overwrite the ``old`` ones (by place), and put their parts beneath them."""
    insert(Story, [rows.story for place, rows in batch.items() if place not in old])
    changed = [rows.story for place, rows in batch.items() if place in old]
    for story in changed:
        # Raw: Story.save would record each story on its own, and before its parts are there.
        story.save_base(raw=True, force_update=True)
    for name, model in PARTS.items():
        if changed:
            model._default_manager.filter(story__in=changed).delete()
        insert(model, chain.from_iterable(getattr(rows, name) for rows in batch.values()))
    insert(FormerAddress, (one for rows in batch.values() for one in rows.addresses if one._state.adding))
    _note_pictures([rows.story for rows in batch.values()])


def settle_addresses(batch: Mapping[int, Rows], wanted: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Give each story the addresses that no other story has; what was left out, in words, by place."""
    keys = {address: address_key(address) for addresses in wanted.values() for address in addresses}
    codes = [rows.story.pk for rows in batch.values()]
    here = FormerAddress.objects.filter(Q(pk__in=set(keys.values())) | Q(story__in=codes))
    owners = {one.pk: one for one in here}
    mine: dict[int, list[FormerAddress]] = {code: [] for code in codes}
    for one in here:
        mine.get(one.story_id, []).append(one)
    notes = {}
    for place, rows in batch.items():
        rows.addresses = mine[rows.story.pk]
        notes[place] = _settle(rows, wanted[place], keys, owners)
    return {place: note for place, note in notes.items() if note}


def _settle(rows: Rows, wanted: Sequence[str], keys: Mapping[str, str], owners: dict[str, FormerAddress]) -> str:
    code, left = rows.story.pk, []
    for address in wanted:
        key = keys[address]
        if key not in owners:
            owners[key] = FormerAddress(key=key, address=cleaning.line(address), story_id=code)
            rows.addresses.append(owners[key])
        elif owners[key].story_id != code:
            left.append(f"{address[:200]} leads to story {owners[key].story_id}")
    return f"Left out: {'; '.join(left)}." if left else ""


def place_on_fronts(wanted: Mapping[int, Sequence[str]]) -> None:
    """Put stories behind what stands on the fronts they ask for, and record those fronts."""
    if not any(wanted.values()):
        return
    plans = {plan.key: plan.pk for plan in FrontPlan.objects.all()}
    last = dict(Placement.objects.values_list("plan_id").annotate(last=Max("sort_order")))
    there = set(Placement.objects.filter(story__in=wanted).values_list("plan_id", "story_id"))
    placed: list[Placement] = []
    for code, plan in ((code, plans[key]) for code, keys in wanted.items() for key in keys if key in plans):
        if (plan, code) not in there:
            last[plan] = (last.get(plan) or 0) + 1
            placed.append(Placement(plan_id=plan, story_id=code, sort_order=last[plan]))
    Placement.objects.bulk_create(placed)
    publicity.announce_fronts({placement.plan_id for placement in placed})


def feature(codes: Sequence[int]) -> int:
    """Put stories that are out on the rail of featured ones, in their order; how many. None if anything is on it.

    Must run in a transaction.
    """
    if Placement.objects.filter(plan__key="featured").exists():
        return 0
    out = set(Story.objects.filter(pk__in=codes, live=True).values_list("pk", flat=True))
    place_on_fronts({code: ("featured",) for code in codes if code in out})
    return len(out)


def _note_pictures(stories: Iterable[Story]) -> None:
    """What Wagtail's signal would have noted for a saved story: the pictures it uses, so that none is deleted."""
    for story in stories:
        if story.lead_image_id or blocks.picture_numbers(story.body.raw_data):
            ReferenceIndex.create_or_update_for_object(story)
