"""Who can be signed in among readers: accounts of readers, and nobody else whatever they know."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model

from dateline.desk.accounts import OUTSIDE


def is_reader(user: Any) -> bool:
    """Whether an account was made for a reader."""
    return user.get_username().startswith(OUTSIDE)


class Readers(AuthenticationBackend):  # type: ignore[misc]
    def authenticate(self, request: Any, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        return user if user is not None and is_reader(user) else None

    def get_user(self, user_id: int) -> Any:
        """The reader's account, together with the reader, which every page needs."""
        found = get_user_model().objects.select_related("reader").filter(pk=user_id).first()
        return found if found and is_reader(found) and self.user_can_authenticate(found) else None
