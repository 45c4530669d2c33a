"""What an operator is told when the disk, the rights or the database refuse: a sentence instead of a stack trace."""

from __future__ import annotations

import sys

from dateline.errors import DatelineError, SiteError


def explain(error: Exception) -> DatelineError | None:
    """The error as one that says what to do; None for one that nobody foresaw, which keeps its stack trace."""
    if isinstance(error, DatelineError):
        return error
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return SiteError(
            f"The system refused: {where}{error.strerror or error}.", "Check the disk, the path and the rights."
        )
    if _is_of_database(error):
        return SiteError(f"The database cannot be used: {error}.", "Check database.url, the disk and the rights.")
    return None


def _is_of_database(error: Exception) -> bool:
    """Whether Django's database layer raised it, if Django was imported at all."""
    django = sys.modules.get("django.db.utils")
    return django is not None and isinstance(error, django.DatabaseError)
