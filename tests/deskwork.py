"""A process of the newsroom that does what tests tell it: ``python deskwork.py SITE``, then lines [code, values]."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent / "desk"))


def run(code: str, values: dict[str, Any]) -> tuple[bool, Any]:
    import newsroom
    from django.db import connection, transaction
    from django.utils import timezone

    from dateline.desk import publishing, schedule
    from dateline.desk.models import Story

    known = {
        **vars(newsroom),
        "connection": connection,
        "transaction": transaction,
        "timezone": timezone,
        "publishing": publishing,
        "schedule": schedule,
        "Story": Story,
        **values,
    }
    try:
        exec(code, known)
    except Exception:  # noqa: BLE001  # the test is told
        return False, traceback.format_exc()
    return True, known.get("result")


def main(site: Path) -> None:
    from dateline.site.environment import enter

    enter(site)
    for line in sys.stdin:
        print(json.dumps(run(*json.loads(line))), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
