"""Values of ``dateline.story`` and ``dateline.masthead`` from JSON that nobody vouches for. Pure.

``story.from_dict`` reads what this site recorded itself and trusts it; this reads what somebody handed in.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Literal, NewType, TypeVar, Union

from dateline.errors import CopyError
from dateline.ledger.canonical import MAX_INTEGER
from dateline.story import BLOCKS, Moment, instant

T = TypeVar("T")


def read(cls: type[T], data: Any) -> T:
    """The value of which ``data`` is the JSON form; names that it does not know are ignored.

    Raises CopyError, naming the field, if a value is of another type or a needed one is missing.
    """
    return _read(cls, data, cls.__name__)  # type: ignore[no-any-return]


def _read(hint: Any, data: Any, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin is tuple:
        return _read_list(typing.get_args(hint)[0], data, where)
    if origin is Literal:
        return data if data in typing.get_args(hint) else _refuse(where, data)
    if origin in (Union, types.UnionType):
        return _read_one_of(typing.get_args(hint), data, where)
    if hasattr(hint, "__dataclass_fields__"):
        return _read_value(hint, data, where)
    return _read_plain(hint, data, where)


def _read_list(hint: Any, data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        _refuse(where, data)
    return tuple(_read(hint, one, f"{where}[{place}]") for place, one in enumerate(data))


def _read_one_of(hints: tuple[Any, ...], data: Any, where: str) -> Any:
    """One of the blocks of a body, by its kind, or a value that may be missing."""
    if data is None and types.NoneType in hints:
        return None
    members = [hint for hint in hints if hint is not types.NoneType]
    if len(members) == 1:
        return _read(members[0], data, where)
    kind = data.get("kind") if isinstance(data, dict) else None
    block = BLOCKS.get(kind) if isinstance(kind, str) else None
    return _read(block, data, where) if block else _refuse(where, data)


def _read_value(cls: type[Any], data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        _refuse(where, data)
    given = {}
    for name, hint, needed in _fields(cls):  # type: ignore[arg-type]  # every class can be hashed
        if name in data:
            given[name] = _read(hint, data[name], f"{where}.{name}")
        elif needed:
            raise CopyError(f"{where} has no {name}.")
    return cls(**given)


def _read_plain(hint: Any, data: Any, where: str) -> Any:
    kind: Any = hint.__supertype__ if isinstance(hint, NewType) else hint
    if type(data) is not kind or (kind is int and abs(int(data)) > MAX_INTEGER):
        _refuse(where, data)
    if hint is Moment:
        try:
            instant(str(data))
        except ValueError:
            _refuse(where, data)
    return data


def _refuse(where: str, data: Any) -> typing.NoReturn:
    raise CopyError(f"{where} cannot be {str(data)[:60]!r}.")


@cache
def _fields(cls: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((one.name, hints[one.name], one.default is MISSING) for one in fields(cls))
