"""What each source makes of recorded input, as JSON; run with file names, it writes what it finds beside them.

usage: python tests/recording.py tests/wire/recorded/SOURCE/FILE...

Look at what it wrote before you commit it: from then on it is what the test expects.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from dateline.errors import CopyError
from dateline.wire import sources
from dateline.wire.record import Record
from dateline.wire.sources import About

RECORDED = Path(__file__).parent / "wire" / "recorded"
EMPTY = Record(headline="", body=())


def told(path: Path) -> dict[str, Any]:
    """The source that a file is told to be of, and the record or the reason of each of its pieces."""
    with path.open("rb") as file:
        source = sources.tell(file.read(sources.HEAD), path.name)
        assert source is not None
        file.seek(0)
        found: list[Any] = []
        try:
            found.extend(_read(source, piece, path.name) for piece in source.split(file))
        except CopyError as reason:
            found.append({"the file": str(reason)})
    return {"source": source.name, "pieces": found}


def _read(source: sources.Source, piece: bytes, name: str) -> dict[str, Any]:
    try:
        return as_json(sources.read(source.name, piece, About(name=name)))
    except CopyError as reason:
        return {"rejected": str(reason)}


def as_json(value: Any) -> Any:
    """A record as JSON: what has the value that it has by itself is left out, and so is where it was found."""
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if not is_dataclass(value):
        return value
    kind = {"kind": value.kind} if hasattr(value, "kind") else {}
    given = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "origins"}
    return kind | {name: as_json(one) for name, one in given.items() if one and one != getattr(EMPTY, name, "")}


def inputs() -> list[Path]:
    """The recorded files."""
    return sorted(path for path in RECORDED.glob("*/*") if not path.name.endswith(".expected.json"))


def expected(path: Path) -> Path:
    return path.with_name(f"{path.name}.expected.json")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        text = json.dumps(told(Path(name)), ensure_ascii=False, indent=1)
        expected(Path(name)).write_text(f"{text}\n", encoding="utf-8")
