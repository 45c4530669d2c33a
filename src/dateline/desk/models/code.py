"""Where story codes come from: one counter row, and the codes of stories that are gone."""

from __future__ import annotations

from django.db import models


class CodeCounter(models.Model):
    """The last code given. One row; whoever takes a code holds it until the transaction ends."""

    last = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()


class RetiredCode(models.Model):
    """The code of a deleted story, which no other story may have."""

    code = models.BigIntegerField(primary_key=True)
    retired_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
