"""Somebody who comments: a name and a confirmed e-mail address, with or without a way to sign in.

The account is one of Django's, made with the reader and for nothing else: it opens no desk. Somebody of the newsroom
who comments has a reader of their own, known as staff by the address that they confirmed.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone

from dateline.discuss.models.choices import BANNED, NORMAL, STANDINGS


class Reader(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reader"
    )
    name = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, null=True, blank=True, unique=True)
    """In lower case; null once the reader is erased, and for writers of an archive that named no address."""
    confirmed_at = models.DateTimeField(null=True, blank=True)
    standing = models.CharField(max_length=7, choices=STANDINGS, default=NORMAL)
    banned_until = models.DateTimeField(null=True, blank=True)
    """Null with a ban: for good."""
    note = models.TextField(blank=True)
    """For moderators only."""
    approved = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    replies_by_mail = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)
    erasing = models.BooleanField(default=False)
    """The person is gone, and some of the words are still to go."""
    external_id = models.CharField(max_length=200, blank=True)
    """What an archive calls a writer of whom it has no address."""

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["standing", "-id"], condition=~Q(standing=NORMAL), name="discuss_reader_standing"),
            models.Index(fields=["id"], condition=Q(erasing=True), name="discuss_reader_erasing"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["external_id"], condition=~Q(external_id=""), name="discuss_reader_archive")
        ]

    def __str__(self) -> str:
        return self.name or "Erased reader"

    def is_banned(self, now: object = None) -> bool:
        """Whether the reader may not comment now; a ban for a time ends by itself."""
        if self.standing != BANNED:
            return False
        return self.banned_until is None or self.banned_until > (now or timezone.now())


class Mute(models.Model):
    """Somebody whose comments a reader does not want to see."""

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="mutes", db_index=False)
    muted = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["reader", "muted"], name="discuss_mute_once")]


class Treatment(models.Model):
    """What a moderator decided about a person: trusted, held, banned, or none of these any more."""

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="treatments")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)
    before = models.CharField(max_length=7, choices=STANDINGS)
    after = models.CharField(max_length=7, choices=STANDINGS)
    until = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["by"], condition=Q(by__isnull=False), name="discuss_treated_by"),
        ]


class Session(AbstractBaseSession):
    """Somebody who is signed in among the readers; see ``accounts.sessions``. The desk never looks here."""

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
