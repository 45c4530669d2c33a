"""What it takes beside the bytes of an original to read it again as it was read: as JSON, and back. Pure.

That is the mapping of tables, its row in a list of posts, and what was learned from the other pages of its site.
"""

from __future__ import annotations

import json
from typing import Any

from dateline.errors import CopyError
from dateline.wire.mapping import Mapping
from dateline.wire.text import NOTHING, Furniture


def encode(mapping: Mapping, furniture: Furniture, listed: bytes = b"") -> bytes:
    """The same values give the same bytes; none if there is nothing to keep."""
    if not mapping and furniture == NOTHING and not listed:
        return b""
    said: dict[str, Any] = {
        "columns": mapping.columns,
        "fixed": mapping.fixed,
        "pages": furniture.pages,
        "lines": furniture.lines,
        "shapes": furniture.shapes,
        "names": sorted(furniture.names),
        "listed": listed.decode(),
    }
    return json.dumps({name: value for name, value in said.items() if value}, sort_keys=True).encode()


def decode(data: bytes) -> tuple[Mapping, Furniture, bytes]:
    """What was encoded. Raises CopyError for bytes that ``encode`` never made."""
    try:
        said = json.loads(data or b"{}")
        mapping = Mapping(
            tuple((field, tuple(names)) for field, names in said.get("columns", ())),
            tuple((field, value) for field, value in said.get("fixed", ())),
        )
        lines = {key: (int(pages), int(times)) for key, (pages, times) in said.get("lines", {}).items()}
        furniture = Furniture(said.get("pages", 0), lines, said.get("shapes", {}), frozenset(said.get("names", ())))
        return mapping, furniture, str(said.get("listed", "")).encode()
    except (ValueError, TypeError, AttributeError) as error:
        raise CopyError(f"What was learned of the site of an original cannot be read: {error}.") from error
