"""A process that writes to the record of a site, as the newsroom would, or follows it, as a follower would.

python writing.py write SITE NAME COUNT    a line "subject seq" for each entry that was acknowledged
python writing.py read SITE COUNT          follows until entry COUNT; a line "seq subject" for each
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from builders import bare
from dateline.site.environment import enter
from dateline.story import as_dict


def write(name: str, count: int) -> None:
    """Publish stories of a range of codes that the name stands for, each in a transaction of its own."""
    from django.db import transaction

    from dateline.ledger.record import record

    for number in range(count):
        code = int(name) * 1_000_000 + number
        with transaction.atomic():
            entry = record(f"story:{code}", as_dict(bare(code)))
        assert entry is not None
        print(entry.subject, entry.seq, flush=True)


def read(count: int) -> None:
    """Follow as followers do, asking for what comes after the last entry seen."""
    from dateline.ledger.read import after

    position = 0
    while position < count:
        for state in after(position, 100):
            print(state.entry.seq, state.entry.subject)
            position = state.entry.seq
        time.sleep(0.001)


def main(task: str, site: str, *arguments: Any) -> None:
    enter(Path(site), "ledger")
    if task == "write":
        write(arguments[0], int(arguments[1]))
    else:
        read(int(arguments[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
