"""What the database says that it would do for every statement of a piece of work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

SMALL = (
    "auth_user_groups",
    "desk_section",
    "desk_frontplan",
    "desk_placement",
    "desk_plannedfront",
    "discuss_rules",
    "discuss_wordlists",
)
"""Tables that grow with the newsroom at most, not with the paper nor with its readers."""

FEW = ("desk_person_renamed", "desk_source_renamed", "desk_topic_renamed")
"""Indexes of rows of which there are few, however many rows the table has."""


@contextmanager
def watched() -> Iterator[list[str]]:
    """The statements that would read a table from end to end to find their rows, each with what would be read.

    What is asked for in the order of an index, and only so much of it, is none of them.
    """
    found: list[str] = []

    def explain(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not many and sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
            execute(f"EXPLAIN QUERY PLAN {sql}", params, many, context)
            steps = [str(row[3]) for row in context["cursor"].fetchall()]
            found.extend(f"{step}: {sql}" for step in steps if _reads_all(step, sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        yield found


def _reads_all(step: str, sql: str) -> bool:
    if not step.startswith("SCAN ") or step.split()[1] in SMALL or step == "SCAN CONSTANT ROW":
        return False
    if step.endswith(FEW):
        return False
    few = " LIMIT " in sql
    return not (few and (" WHERE " not in sql or ("USING" in step and "autoindex" not in step)))
