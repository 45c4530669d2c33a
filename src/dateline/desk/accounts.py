"""Accounts of the desk: which they are, and making one with its role."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from dateline.desk.models import Person
from dateline.desk.roles import GROUPS, Role
from dateline.errors import DatelineError, TakenError

OUTSIDE = "reader-"
"""What the user names of people begin with who write comments and are not of the newsroom."""


def of_newsroom() -> QuerySet[Any]:
    """The accounts that the desk shows and gives to people; those of readers are none of them."""
    return get_user_model()._default_manager.exclude(username__startswith=OUTSIDE)


def make_user(name: str, email: str, password: str, role: Role) -> str:
    """Make an account that signs in with its e-mail address, and the person who stands in bylines for it.

    Returns the name to sign in with. Raises TakenError if the address has an account, DatelineError for a password
    that is too weak or an address that is none.
    """
    user_model = get_user_model()
    login = email.strip().lower()
    first, _, last = name.strip().partition(" ")
    user = user_model(username=login, email=login, first_name=first[:150], last_name=last[:150])
    with transaction.atomic():
        if user_model.objects.filter(username=login).exists():
            raise TakenError(f"There is an account for {login} already.", "Give another address.")
        try:
            validate_password(password, user)
            user.set_password(password)
            user.full_clean()
        except ValidationError as error:
            raise DatelineError(" ".join(error.messages)) from error
        user.save()
        group = Group.objects.filter(name=GROUPS[role]).first()
        if group is None:
            raise DatelineError(
                f"There is no group {GROUPS[role]!r} any more.", "Make one at the desk, under Settings."
            )
        user.groups.add(group)
        give_byline(user)
    return login


def give_byline(user: Any) -> Person:
    """The person who stands in bylines for an account, which its stories begin with.

    If one person of that name is known who has no account, it is that one: most newsrooms had stories before they had
    a desk. An administrator who knows better says so at the person.
    """
    name = user.get_full_name() or user.get_username()
    namesakes = list(Person.objects.filter(name=name, user=None)[:2])
    person = namesakes[0] if len(namesakes) == 1 else Person(name=name)
    person.user = user
    person.save()
    return person
