"""Readers and their accounts: an address that was confirmed becomes a reader, with an account to sign in by."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from dateline.desk import house
from dateline.desk.accounts import OUTSIDE
from dateline.discuss.models import Reader

UNNAMED = "Reader"
"""The name of somebody who signed up and gave none; they are asked for one when they first write."""


def confirmed(user: Any, email: str) -> Reader:
    """The reader of an account whose address was just confirmed: the one it had, or had the address, or a new one."""
    with transaction.atomic():
        reader = Reader.objects.select_for_update().filter(user=user).first()
        reader = reader or Reader.objects.select_for_update().filter(email=email, user=None).first() or Reader()
        reader.user, reader.email = user, email
        reader.name = reader.name or user.first_name
        reader.confirmed_at = reader.confirmed_at or timezone.now()
        reader.save()
    return reader


def of_address(email: str, name: str, *, is_asked: bool = True) -> Reader:
    """The reader of an address that was just confirmed, with an account; made if there is none.

    A name that they were asked for stands from now on, for it is what they want to be called; one that another
    service has for them stands only where there is none yet.
    """
    from dateline.discuss.accounts.adapter import new_username

    with transaction.atomic():
        reader = Reader.objects.select_for_update().filter(email=email).first() or Reader(email=email)
        if reader.user is None:
            _take_from_claimants(email)
            held = EmailAddress.objects.filter(email=email, verified=True).select_related("user").first()
            reader.user = held.user if held else _account(new_username(), email)
        reader.name = (name or reader.name) if is_asked else (reader.name or name)
        reader.confirmed_at = reader.confirmed_at or timezone.now()
        reader.save()
    return reader


def _take_from_claimants(email: str) -> None:
    """Somebody may have begun to sign up with the address and not confirmed it: it was not theirs to hold.

    An account that is no more than that goes with it, for whoever made it could neither use it nor begin anew.
    """
    claims = EmailAddress.objects.filter(email=email, verified=False)
    confirmed = EmailAddress.objects.filter(verified=True).values("user")
    accounts = get_user_model().objects.filter(username__startswith=OUTSIDE, reader=None, pk__in=claims.values("user"))
    accounts.exclude(pk__in=confirmed).delete()
    claims.delete()


def paper() -> dict[str, Any]:
    """What a letter says of whom it comes from."""
    site = house.site()
    return {"paper": site.name, "paper_url": site.url}


def _account(username: str, email: str) -> Any:
    user = get_user_model()(username=username)
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
