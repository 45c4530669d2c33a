"""Sessions of readers; see ``accounts.sessions``."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    account = models.BigIntegerField(default=0)
    """Whose it is; 0: nobody's yet."""

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["account"], name="discuss_session_of")]

    @classmethod
    def get_session_store_class(cls) -> Any:
        from dateline.discuss.accounts.sessions import SessionStore

        return SessionStore
