"""Times in the comparison of two versions, written as everywhere at the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.compare import FieldComparison


class TimeComparison(FieldComparison):  # type: ignore[misc]
    """Compares by the second: a version keeps less of a time than its story does, and readers see less still."""

    def __init__(self, field: Any, before: Any, after: Any) -> None:
        super().__init__(field, before, after)
        self.val_a, self.val_b = _written(self.val_a), _written(self.val_b)


def _written(at: datetime | None) -> str:
    return date_format(timezone.localtime(at), "j F Y, H:i:s").removesuffix(":00") if at else "no time"
