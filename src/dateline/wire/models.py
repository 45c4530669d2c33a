"""What became of every piece of copy that was ever read, what it was read from, and what people said of its reading."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Taken(models.Model):
    """One piece of copy: ``piece`` is the place of its file, and its number there if it is one of several."""

    piece = models.TextField(primary_key=True)
    file = models.TextField()
    digest = models.CharField(max_length=32)
    """Of its bytes and of the code that reads them: another one means to read it again."""
    run = models.CharField(max_length=32)
    """Which run of the import read it last."""
    outcome = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    mark = models.CharField(max_length=300, blank=True, db_index=True)
    """What its record is known by, as ``sameness`` says."""
    code = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=0)
    """Which version of its item it was, if its copy counts them."""
    headline = models.TextField(blank=True)
    host = models.CharField(max_length=200, blank=True)
    """Whose page it is, for the rules that a person set for that host."""

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["host", "piece"], condition=Q(outcome="review"), name="wire_taken_review"),
        ]

    @property
    def file_name(self) -> str:
        """The last part of its place, for lists."""
        return str(self.piece).rpartition("/")[2]


class Heading(models.Model):
    """The headline and the day of a story that came in, by which other copy may name it. See ``mentioned``."""

    code = models.BigIntegerField(primary_key=True)
    key = models.BigIntegerField(db_index=True)
    """A digest of the headline, case and marks aside."""
    day = models.CharField(max_length=10, blank=True)

    class Meta:
        default_permissions = ()


class Wanted(models.Model):
    """A story that another one names as related, and that was not here when that one came in."""

    code = models.BigIntegerField(db_index=True)
    """The story that names it."""
    key = models.BigIntegerField()
    day = models.CharField(max_length=10, blank=True)
    headline = models.TextField(blank=True)
    """As it is named there, for the report."""

    class Meta:
        default_permissions = ()


class LinkTo(models.Model):
    """A link of a story to an address that no story here had when that one came in. See ``linked``."""

    code = models.BigIntegerField(db_index=True)
    """The story that the link stands in."""
    key = models.CharField(max_length=24)
    """Of the address, as ``urls.former_keys`` has it."""
    host = models.CharField(max_length=200, blank=True, db_index=True)

    class Meta:
        default_permissions = ()


class Original(models.Model):
    """The bytes that a piece was read from, kept in the site folder, and what it takes to read them again."""

    piece = models.TextField(primary_key=True)
    digest = models.CharField(max_length=40)
    source = models.CharField(max_length=30)
    host = models.CharField(max_length=200, blank=True, db_index=True)
    name = models.TextField(blank=True)
    address = models.TextField(blank=True)
    charset = models.CharField(max_length=60, blank=True)
    captured = models.CharField(max_length=40, blank=True)
    beside = models.CharField(max_length=40, blank=True)
    """What is kept of the mapping, and of what was learned of its site; by digest, as the original. See ``learned``."""

    class Meta:
        default_permissions = ()


class SiteRule(models.Model):
    """What a person said of the pages of a host: a field, and where it is found. See ``rules``."""

    host = models.CharField(max_length=200)
    field = models.CharField(max_length=20)
    way = models.CharField(max_length=10)
    value = models.CharField(max_length=200)
    set_at = models.DateTimeField(auto_now=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["host", "field"], name="wire_rule_of_field")]
