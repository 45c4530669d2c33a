"""From an editor's publish to readers: how long until the story's page and the home front show it, at three sizes.

The publisher is a process of its own that does what the desk does on a click; the readers ask the running site.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from bench.running import serving

PATIENCE = 30


def measure(site: Path, times: int) -> dict[str, Any]:
    """Milliseconds, over so many stories: of the publish itself, and from its return until readers see the story."""
    with serving(site) as served:
        command = [sys.executable, "-m", "bench.publishing", str(site), served.address, str(times)]
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    rounds = json.loads(said.splitlines()[-1])
    # The first publish of a process imports and connects; an editor's desk is warm.
    return {name: _summary([one[name] for one in rounds[1:]]) for name in ("publish_ms", "then_visible_ms")}


def _summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered), 1), "worst": round(ordered[-1], 1)}


def main(site: str, address: str, times: int) -> None:
    """Publish and look, so many times; prints the milliseconds as JSON."""
    from dateline.site.environment import enter

    enter(Path(site))
    from dateline.desk.models import Person, Section

    section = Section.objects.order_by("pk").first()
    person = Person.objects.order_by("pk").first()
    print(json.dumps([_publish(section, person, address, number) for number in range(times)]))


def _publish(section: Any, person: Any, address: str, number: int) -> dict[str, float]:
    from dateline.desk.models import Byline, Story, StoryCredit

    headline = f"Bench story number {number} of {time.time_ns()}"
    row = Story(headline=headline, section=section, body=[("paragraph", "<p>It was published to be timed.</p>")])
    row.bylines = [Byline(person=person)]
    row.credits = [StoryCredit(kind="own")]
    row.save()
    revision = row.save_revision()
    began = time.perf_counter()
    revision.publish()
    published = time.perf_counter()
    _wait_until_shown(address, row.pk, headline)
    seen = time.perf_counter()
    return {"publish_ms": (published - began) * 1e3, "then_visible_ms": (seen - published) * 1e3}


def _wait_until_shown(address: str, code: int, headline: str) -> None:
    deadline = time.monotonic() + PATIENCE
    for path in (f"/s/{code}", "/"):
        while headline not in _page(address + path):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{address}{path} does not show {headline!r} after {PATIENCE} s")


def _page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return str(response.read(), "utf-8")
    except urllib.error.HTTPError:
        return ""


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
