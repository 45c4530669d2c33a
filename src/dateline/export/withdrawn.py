"""The codes of stories that were withdrawn, so that another Dateline gives them to nobody and says that they are gone.

Nothing of the stories themselves is written: no word, no address, no time of theirs.
"""

from __future__ import annotations

import json
from typing import IO

from dateline.export import addresses
from dateline.export.lines import FORMAT
from dateline.press.store import Reading

FILE = "withdrawn.jsonl"


def write(file: IO[bytes], store: Reading) -> None:
    """A line for each code, in their order."""
    for code, path in addresses.codes(store):
        if not path:
            file.write(json.dumps({"dateline": {"format": FORMAT, "withdrawn": code}}).encode() + b"\n")
