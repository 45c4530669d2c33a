"""Taking comments in: how many a second, and what a flood of them leaves of everything else.

    accepted   readers who are signed in, each from a network of their own, post one after the other on some lines
    flood      200 posts a second for 30 seconds while pages are read and the desk is asked: reading keeps its rate,
               every comment that was accepted is there, the desk answers. Twice: while pages are read as fast as they
               come, which leaves no processor idle before the flood begins; and while 300 a second are asked for.

What sends the load runs on the same processors as the site. All shares are told: ``processors`` is how many of them
each process of the site used in the time, and what sent the load. Posts of a flood come on connections that stay open,
as from a proxy before the site.

All of it goes through the public port of a real site. Addresses are given by X-Forwarded-For, which a proxy on this
machine is believed about; so the limits count as they would for so many readers.

usage: python -m bench.posting [--smoke] [--site DIR]
"""

from __future__ import annotations

import argparse
import http.client
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench import flood, machine, running
from bench.flood import Answered
from bench.running import Served, load, serving

OFFERED = 300
"""Pages a second that are asked for in the second flood."""

LINES = 8
"""Posts that are under way at once when the rate is measured."""

WORDS = "The tram to the harbour was late again, said reader {who} for the {time}. time, and nobody knew why."

PREPARE = """
import json, sys
from pathlib import Path
from dateline.site.environment import enter
enter(Path(sys.argv[1]), "discuss")
from importlib import import_module
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from dateline.desk.models import Story
from dateline.discuss.accounts.adapter import new_username
from dateline.discuss import doors
from dateline.discuss.models import Reader
doors.rule("site", None, close_after_days=0, hold_first=0)
codes = list(Story.objects.filter(live=True).order_by("-pk").values_list("pk", flat=True)[:200])
from dateline.discuss import clock
while clock.run_due():
    pass
store = import_module(settings.SESSION_ENGINE).SessionStore
keys = []
for number in range(int(sys.argv[2])):
    email = f"reader{number}@bench.example"
    reader = Reader.objects.filter(email=email).first()
    if reader is None:
        user = get_user_model().objects.create(username=new_username())
        reader = Reader.objects.create(
            user=user, email=email, name=f"Reader {number}", standing="trusted", confirmed_at=timezone.now()
        )
    session = store()
    session[SESSION_KEY] = str(reader.user_id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = reader.user.get_session_auth_hash()
    session.save()
    keys.append(session.session_key)
print(json.dumps({"keys": keys, "codes": codes}))
"""

COUNT = """
import json, sys
from pathlib import Path
from dateline.site.environment import enter
enter(Path(sys.argv[1]), "discuss")
from dateline.discuss.models import Comment
print(json.dumps(list(Comment.objects.filter(text__contains=sys.argv[2]).values_list("text", flat=True))))
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody signed in, at an address of their own."""

    number: int
    session: str

    @property
    def address(self) -> str:
        high, low = divmod(self.number, 250)
        return f"10.{high % 250}.{low}.7"


class Posting:
    """Posts to one served site."""

    def __init__(self, served: Served, site: Path, readers: int) -> None:
        said = json.loads(_run(PREPARE, site, str(readers)))
        self.readers = [Reader(number, key) for number, key in enumerate(said["keys"])]
        self.codes: list[int] = said["codes"]
        self.host = urlsplit(served.address).netloc
        self.site = site

    def post(self, number: int, mark: str) -> Answered:
        """One comment, by the next reader on the next story; its status and how many seconds it took."""
        began = time.perf_counter()
        line = http.client.HTTPConnection(self.host, timeout=60)
        try:
            line.request("POST", *self._form(number, mark))
            answer = line.getresponse()
            answer.read()
            return answer.status, time.perf_counter() - began
        except OSError:
            return 0, time.perf_counter() - began
        finally:
            line.close()

    def request(self, number: int, mark: str) -> bytes:
        """The same post as it goes over the wire."""
        path, body, headers = self._form(number, mark)
        named = {"host": self.host, **headers, "content-length": str(len(body))}
        lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items())]
        return "\r\n".join([*lines, "", ""]).encode() + body

    def _form(self, number: int, mark: str) -> tuple[str, bytes, dict[str, str]]:
        reader = self.readers[number % len(self.readers)]
        text = f"{WORDS.format(who=reader.number, time=number)} {mark}-{number}."
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "accept-encoding": "gzip",
            "cookie": f"discuss_session={reader.session}",
            "sec-fetch-site": "same-origin",
            "x-forwarded-for": reader.address,
        }
        path = f"/discuss/{self.codes[number % len(self.codes)]}"
        return path, urlencode({"text": text}).encode(), headers

    def lost(self, mark: str, accepted: list[int]) -> int:
        """How many of the accepted comments are not in the database."""
        kept = set(json.loads(_run(COUNT, self.site, f"{mark}-")))
        found = {int(text.rpartition("-")[2].rstrip(".")) for text in kept}
        return len(set(accepted) - found)


def measure(site: Path, seconds: int, rate: int, accepted: int) -> dict[str, Any]:
    """Both figures for a site that has stories; ``rate`` posts a second for so many ``seconds``."""
    with serving(site) as served:
        running.wait_for(lambda: served.status("/discuss/account/login/") == 200)
        # As many readers as keep each of them below what one person may write.
        posting = Posting(served, site, max(50, accepted // 4, rate * seconds // 4))
        return {
            "accepted": _accepted(posting, served, accepted),
            "flood": _flood(posting, served, seconds, rate),
            "memory_mb": served.memory(),
        }


def _accepted(posting: Posting, served: Served, count: int) -> dict[str, Any]:
    mark = f"a{time.time_ns()}"
    used, began = served.cpu(), time.perf_counter()
    with ThreadPoolExecutor(LINES) as pool:
        answers = list(pool.map(lambda number: posting.post(number, mark), range(count)))
    seconds, used = time.perf_counter() - began, served.cpu() - used
    took = sorted(each for status, each in answers if status == 303)
    alone = sorted(posting.post(count + number, mark)[1] for number in range(20))
    return {
        "posts_per_second": round(len(took) / seconds, 1),
        "accepted": len(took),
        "answers": _statuses(answers),
        # Of the whole process tree, pressing the pages included; steadier than a time on a machine that others use.
        "cpu_ms_per_post": round(used / count * 1000, 1),
        "ms_alone": round(statistics.median(alone) * 1000, 1),
        "ms_p50": _ms(took, 0.5),
        "ms_p99": _ms(took, 0.99),
    }


def _flood(posting: Posting, served: Served, seconds: int, rate: int) -> dict[str, Any]:
    """Reading alone, then reading in the flood; the desk is asked all along."""
    url = served.address + next(_stories(served))

    def as_fast_as_they_come() -> tuple[float, dict[str, Any]]:
        found = load(url, 16, seconds)
        rate = found.requests / found.seconds
        return rate, {"pages_per_second": round(rate), "ms_p50": found.p50_ms, "ms_p99": found.p99_ms}

    def offered() -> tuple[float, dict[str, Any]]:
        command = [sys.executable, "-m", "bench.offered", url, str(OFFERED), str(seconds)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return found["answered_per_second"], found

    return {
        "saturated": _in_flood(posting, served, seconds, rate, as_fast_as_they_come),
        f"{OFFERED}_pages_a_second": _in_flood(posting, served, seconds, rate, offered),
    }


Reading = Callable[[], tuple[float, dict[str, Any]]]
"""Reads pages for so many seconds; how many were answered a second, and what else is known of it."""


def _in_flood(posting: Posting, served: Served, seconds: int, rate: int, read: Reading) -> dict[str, Any]:
    (quiet, alone), used_alone = _used(served, read)
    mark = f"f{time.time_ns()}"
    requests = [posting.request(number, mark) for number in range(seconds * rate)]
    answers: list[Answered] = []
    desk: list[float] = []
    over = threading.Event()
    asking = threading.Thread(target=_ask_desk, args=(served, desk, over), daemon=True)
    sending = threading.Thread(target=lambda: answers.extend(flood.send(posting.host, requests, rate)), daemon=True)

    def flooded() -> tuple[float, dict[str, Any]]:
        asking.start()
        sending.start()
        found = read()
        sending.join()
        return found

    (busy, beside), used_beside = _used(served, flooded)
    over.set()
    asking.join()
    accepted = [number for number, (status, _) in enumerate(answers) if status == 303]
    return {
        "sent": len(answers),
        "sent_per_second": round(len(answers) / seconds, 1),
        "answers": _statuses(answers),
        "accepted": len(accepted),
        "accepted_ms_p50": _ms(sorted(answers[number][1] for number in accepted), 0.5),
        "accepted_and_lost": posting.lost(mark, accepted),
        "reading_keeps": round(busy / quiet, 2),
        "reading_alone": {**alone, "processors": used_alone},
        "reading_in_flood": {**beside, "processors": used_beside},
        "desk_ms_p50": _ms(sorted(desk), 0.5),
        "desk_ms_worst": _ms(sorted(desk), 1.0),
    }


def _used(served: Served, act: Reading) -> tuple[tuple[float, dict[str, Any]], dict[str, float]]:
    """What an act gives, and how many processors each process of the site, the load and all else used meanwhile."""
    before, began = {**served.cpu_by_name(), **_of_load(), "all": running.busy()}, time.perf_counter()
    found = act()
    after, seconds = {**served.cpu_by_name(), **_of_load(), "all": running.busy()}, time.perf_counter() - began
    used = {name: (now - before.get(name, 0.0)) / seconds for name, now in after.items()}
    used["others on this machine"] = max(0.0, 2 * used["all"] - sum(used.values()))
    return found, {name: round(share, 2) for name, share in used.items()}


def _of_load() -> dict[str, float]:
    """Seconds of processor time that this process and those that it waited for have used."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"sending posts": own.ru_utime + own.ru_stime, "asking for pages": children.ru_utime + children.ru_stime}


def _ask_desk(served: Served, took: list[float], over: threading.Event) -> None:
    while not over.wait(0.25):
        began = time.perf_counter()
        if served.status("/desk/login/") == 200:
            took.append(time.perf_counter() - began)
        else:
            took.append(60.0)


def _stories(served: Served) -> Iterator[str]:
    with urllib.request.urlopen(served.address + "/", timeout=30) as response:
        page = response.read().decode()
    for part in page.split('href="')[1:]:
        if part.startswith("/news/"):
            yield part.split('"')[0]


def _statuses(answers: list[Answered]) -> dict[str, int]:
    return {str(status): count for status, count in Counter(status for status, _ in answers).most_common()}


def _ms(values: list[float], share: float) -> float:
    return round(values[min(len(values) - 1, int(len(values) * share))] * 1000, 1) if values else 0.0


def _run(program: str, site: Path, *arguments: str) -> str:
    command = [sys.executable, "-c", program, str(site), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="little, to see that it runs")
    parser.add_argument("--site", type=Path, help="a site folder with stories; without it one is made")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site
        if site is None:
            running.make_site(Path(folder), 60 if options.smoke else 1000)
            site = Path(folder) / "site"
        size = {"seconds": 4, "rate": 50, "accepted": 60} if options.smoke else {
            "seconds": 30, "rate": 200, "accepted": 2000,
        }  # fmt: skip
        figures = measure(site, **size)
    print(json.dumps(figures, indent=1))
    if not options.smoke:
        machine.keep("posting", figures)


if __name__ == "__main__":
    main()
