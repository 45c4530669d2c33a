"""Who of those that comment is of the newsroom: known by the e-mail address that they confirmed.

The newsroom's own accounts are never signed in among the readers; somebody who has the address of one has its badge.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.contrib.auth import get_user_model

from dateline.desk.models import Byline, Person
from dateline.discuss.models import Reader
from dateline.thread import Badge

REMEMBERED = 60.0
"""Seconds for which the list of the newsroom's people is kept: it changes a few times a year, comments come often."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The accounts of the newsroom by e-mail address, and the names of its people."""

    accounts: dict[str, int]
    names: frozenset[str]


def newsroom() -> Newsroom:
    """Who is of the newsroom now, give or take a minute."""
    return _newsroom(int(time.monotonic() / REMEMBERED))


def forget() -> None:
    """Have the list read again; for whoever changed it in this process."""
    _known.clear()


_known: dict[int, Newsroom] = {}


def _newsroom(age: int) -> Newsroom:
    if age not in _known:
        _known.clear()
        # By the groups, which readers are in none of: the accounts themselves have no index that would tell.
        members = get_user_model().groups.through.objects.filter(user__is_active=True).distinct()
        rows = list(members.values_list("user_id", "user__email", "user__first_name", "user__last_name"))
        bylines = Person.objects.filter(user__in=[row[0] for row in rows]).values_list("name", flat=True)
        names = {f"{first} {last}".strip() for _, _, first, last in rows} | set(bylines)
        accounts = {email.strip().lower(): number for number, email, _, _ in rows if email}
        _known[age] = Newsroom(accounts, frozenset(names - {""}))
    return _known[age]


def badge(reader: Reader, code: int) -> Badge:
    """The badge of a reader's comments on a story."""
    account = newsroom().accounts.get(reader.email or "") if reader.confirmed_at else None
    if account is None:
        return ""
    return "author" if Byline.objects.filter(story=code, person__user=account).exists() else "staff"
