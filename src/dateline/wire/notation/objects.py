"""JSON of any size cut into the objects that tell stories, and read without trusting what it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, Any

import ijson

from dateline.errors import CopyError
from dateline.wire.notation.again import Chained, Readable
from dateline.wire.page.words import tidy

Object = Mapping[str, Any]


DEEPEST = 200
LONGEST_LINE = 64 << 20
SHOWN = 200
"""Characters of a broken line."""
BUFFER = 8192
"""Bytes that are parsed before their depth is looked at: in these, paths grow with every bracket."""
PROBED = 4 << 20
"""Bytes of a first line that may be an object by itself; a longer one is read event by event."""

_KEY = re.compile(r"[^.]+")
_VALUES = frozenset({"start_map", "start_array", "string", "number", "boolean", "null", "integer", "double"})


def load(data: bytes) -> Any:
    """The value of a JSON text; raises CopyError if it is none."""
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise CopyError(f"It is not JSON: {_said(error)}") from None


def dump(value: Any) -> bytes:
    """A value as a piece."""
    try:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError) as error:
        raise CopyError(f"It cannot be read as JSON: {_said(error)}") from None


def events(file: Readable) -> Iterator[tuple[str, str, Any]]:
    """What a JSON file holds, event by event, as ijson tells it; raises CopyError where it is broken."""
    start = file.read(3)
    whole = Chained(start.removeprefix(b"\xef\xbb\xbf"), file)
    depth = 0
    try:
        for prefix, event, value in ijson.parse(whole, buf_size=BUFFER, use_float=True, multiple_values=True):
            depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
            if depth > DEEPEST:
                raise CopyError(f"The JSON nests deeper than {DEEPEST}.")
            yield prefix, event, value
    except (ijson.JSONError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise CopyError(f"The JSON is broken: {_said(error)}") from None


def gather(first: tuple[str, str, Any], stream: Iterator[tuple[str, str, Any]]) -> Any:
    """The value that begins with an event, its other events taken from the stream."""
    builder = ijson.ObjectBuilder()
    depth = 0
    event, value = first[1], first[2]
    while True:
        builder.event(event, value)
        depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
        if depth <= 0:
            return builder.value
        _, event, value = next(stream)


def cut(file: IO[bytes], lists: re.Pattern[str]) -> Iterator[tuple[Object, Any]]:
    """The objects of a JSON file, each with what was said before it beside the lists.

    They are those of an array, of the lists whose paths match, of lines of JSON, or the one object that the file is.
    A line that is broken comes as the text that it is, so that its reader can say so.
    Raises CopyError where the JSON is broken.
    """
    first = file.readline(PROBED).removeprefix(b"\xef\xbb\xbf")
    if _is_object(first):
        yield from _lines(first, file, lists)
        return
    stream = events(Chained(first, file))
    head: dict[str, Any] = {}
    found = 0
    for event in stream:
        path, kind, _ = event
        if kind == "start_map" and (path == "item" or lists.fullmatch(path)):
            found += 1
            yield head, gather(event, stream)
        elif (key := _KEY.fullmatch(path)) and kind in _VALUES and not lists.match(f"{path}.item"):
            head[key[0]] = gather(event, stream)
    if not found and head:
        yield {}, head


def _lines(first: bytes, file: IO[bytes], lists: re.Pattern[str]) -> Iterator[tuple[Object, Any]]:
    for line in chain([first], iter(lambda: file.readline(LONGEST_LINE), b"")):
        if not line.strip():
            continue
        if not _is_object(line):
            yield {}, line.decode("utf-8", "replace")[:SHOWN]
            continue
        row = load(line)
        inside = [(path, one) for path, one in _listed(row) if lists.fullmatch(path)]
        head = {key: value for key, value in row.items() if not isinstance(value, list)}
        yield from ((head, one) for _, one in inside) if inside else [({}, row)]


def _listed(row: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, Object]]:
    """The objects in the lists of an object and of the objects in it, with their paths as ijson gives them."""
    if not isinstance(row, dict) or depth > 3:
        return
    for key, value in row.items():
        here = f"{path}.{key}" if path else str(key)
        for one in value if isinstance(value, list) else []:
            if isinstance(one, dict):
                yield f"{here}.item", one
        yield from _listed(value, here, depth + 1)


def _is_object(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _said(error: Exception) -> str:
    return " ".join(str(error).partition("(right here)")[0].split())[:200] or type(error).__name__


def text(row: Any, *keys: str) -> str:
    """The first value of some names that is text or a whole number, on one line."""
    for key in keys:
        value = row.get(key) if isinstance(row, dict) else None
        if isinstance(value, str | int) and not isinstance(value, bool) and (line := tidy(str(value))):
            return line
    return ""


def raw(row: Any, *keys: str) -> str:
    """The first value of some names that is text and not blank, as it stands."""
    for key in keys:
        value = row.get(key) if isinstance(row, dict) else None
        if isinstance(value, str) and value.strip():
            return value
    return ""


def rows(row: Any, *keys: str) -> Sequence[Object]:
    """The objects that a name holds, in a list or alone; empty if it holds none."""
    for key in keys:
        value = row.get(key) if isinstance(row, dict) else None
        if found := [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]:
            return found
    return []


def texts(row: Any, *keys: str) -> list[str]:
    """The texts that some names hold, alone or in lists, and the names of the objects there."""
    found = []
    for key in keys:
        value = row.get(key) if isinstance(row, dict) else None
        for one in value if isinstance(value, list) else [value]:
            line = tidy(one) if isinstance(one, str) else text(one, "name", "literal", "title")
            found += [line] if line else []
    return found
