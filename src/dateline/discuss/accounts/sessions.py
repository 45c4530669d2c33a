"""Sessions of readers, in a table of their own: the desk never looks into it.

Kept under a digest of the key, so that whoever reads the table, or a backup of it, can sign in as nobody.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from dateline.discuss.models.reader import Session


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        return Session

    def _get_session_from_db(self) -> Any:
        found = Session.objects.filter(pk=stored(self.session_key), expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(pk=stored(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.session_key = stored(row.session_key)
        row.account = int(data.get("_auth_user_id", 0))
        return row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(pk=stored(key)).delete()


def stored(key: str | None) -> str:
    """What a session's key is kept as: 40 characters, as the table has them."""
    return hashlib.sha256((key or "").encode()).hexdigest()[:40]
