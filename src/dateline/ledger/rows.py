"""Many rows into a table at once, in the transaction that is open. Sends no signals and asks for no numbers.

Django's ``bulk_create`` takes several times as long over the same rows: it writes a statement for every few hundred of
them, and asks each field to make ready what is ready already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.expressions import RawSQL

_PLAIN_FIELDS = (
    models.CharField,
    models.SlugField,
    models.TextField,
    models.IntegerField,
    models.BigIntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.BooleanField,
    models.ForeignKey,
)
"""Kinds of fields, themselves and not what is made of them, that keep plain values as they are."""

NO_TEXT = RawSQL("''", ())  # a text of our own
"""An empty text that is written out: only to a query that excludes it so, and not as a parameter, does SQLite give an
index of the rows that have a text."""

_PLAIN_VALUES = {str, int, bool, type(None)}


def insert(
    model: type[models.Model], rows: Iterable[Any], unique: Sequence[str] = (), update: Sequence[str] = ()
) -> None:
    """Insert rows: instances of the model, or anything that has its fields.

    One whose ``unique`` fields are there already overwrites the ``update`` fields, or is left out.
    """
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    plain = [field for field in fields if type(field) in _PLAIN_FIELDS]
    other = [field for field in fields if type(field) not in _PLAIN_FIELDS]
    ready = _Ready(plain, other)
    values = [ready.values(row) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, [*plain, *other], unique, update), values)


class _Ready:
    """Makes the values of a row ready for the database: those of plain fields together, the others one by one."""

    def __init__(self, plain: Sequence[Any], other: Sequence[Any]) -> None:
        assert len(plain) > 1  # of one alone, what reads the attributes would give no tuple
        self._plain, self._other = plain, other
        self._read: Callable[[Any], tuple[Any, ...]] = attrgetter(*[field.attname for field in plain])
        self._here = connections[DEFAULT_DB_ALIAS]  # not the proxy, which would be asked some thirty times a story

    def values(self, row: Any) -> list[Any]:
        found = list(self._read(row))
        if not _PLAIN_VALUES.issuperset(map(type, found)):
            pairs = zip(self._plain, found, strict=True)
            found = [value if type(value) in _PLAIN_VALUES else self._prepared(field, value) for field, value in pairs]
        return found + [self._prepared(field, getattr(row, field.attname)) for field in self._other]

    def _prepared(self, field: Any, value: Any) -> Any:
        if type(field) is models.DateTimeField and (value is None or _is_moment(value)):
            return value and self._here.ops.adapt_datetimefield_value(value)
        return field.get_db_prep_save(value, self._here)


def _is_moment(value: Any) -> bool:
    """Whether it is a time with its zone, of which Django's field would make nothing else."""
    return type(value) is datetime and value.tzinfo is not None


def _statement(model: type[models.Model], fields: Iterable[Any], unique: Sequence[str], update: Sequence[str]) -> str:
    """The statement; the names in it are those of our own tables, and the values go as parameters."""
    quote = connection.ops.quote_name

    def columns(names: Iterable[str]) -> list[str]:
        return [quote(str(model._meta.get_field(name).column)) for name in names]

    names = [quote(str(field.column)) for field in fields]
    marks = ", ".join(["%s"] * len(names))
    found = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    if not unique:
        return found
    change = ", ".join(f"{name} = EXCLUDED.{name}" for name in columns(update))
    return f"{found} ON CONFLICT ({', '.join(columns(unique))}) DO " + (f"UPDATE SET {change}" if change else "NOTHING")
