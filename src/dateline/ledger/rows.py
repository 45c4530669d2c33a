"""Many rows into a table at once, in the transaction that is open. Sends no signals and asks for no numbers.

Django's ``bulk_create`` takes several times as long over the same rows: it writes a statement for every few hundred of
them, and asks each field to make ready what is ready already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

_PLAIN_VALUES = (str, int, bool, type(None))


def insert(
    model: type[models.Model], rows: Iterable[models.Model], unique: Sequence[str] = (), update: Sequence[str] = ()
) -> None:
    """Insert rows. One whose ``unique`` fields are there already overwrites the ``update`` fields, or is left out."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    here = connections[DEFAULT_DB_ALIAS]  # not the proxy, which would be asked some thirty times a story
    plain = [type(field) in _PLAIN_FIELDS for field in fields]
    values = [
        [
            value
            if is_plain and type(value := getattr(row, field.attname)) in _PLAIN_VALUES
            else field.get_db_prep_save(getattr(row, field.attname), here)
            for field, is_plain in zip(fields, plain, strict=True)
        ]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, fields, unique, update), values)


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
