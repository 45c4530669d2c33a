"""Newspapers that a browser can read: pressed from values in a folder of their own, served by a real page worker.

``Newsstand.open`` serves what a ``builders.Tape`` says and gives the address. ``courier`` is a paper with a page of
every kind. There is no database and no desk behind them. ``pressed`` is for tests that need no server.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import waitress
from PIL import Image

import waiting
from builders import (
    Tape,
    at,
    bare,
    byline,
    comment,
    correction,
    credit,
    full,
    gap,
    person,
    picture,
    site,
    source,
    story,
    thread,
    topic,
)
from dateline.masthead import Site
from dateline.press import generation, shelf
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.search.index import SearchIndex
from dateline.serve.search import Search
from dateline.site.searching import Application
from dateline.story import Paragraph, Quote
from dateline.thread import Comment

if TYPE_CHECKING:
    from playwright.sync_api import Page

Reading = Callable[..., "Page"]
"""What the fixture of that name gives: opens an address in a window of its own."""

START = "from dateline.serve import loop; from granian.cli import entrypoint; loop.register(); entrypoint()"
GRANIAN = ("--interface", "rsgi", "--factory", "--workers", "1", "--no-ws", "--no-log")

SUNSET = picture("aa/00112233445566778899aa", height=1067, focus="80% 20%")
PIER = picture("bb/00112233445566778899bb", caption="Pier four at noon.")
PORTRAIT = picture("cc/00112233445566778899cc", width=800, height=1200, widths=(320, 640), caption="At the rail.")
PICTURES = (SUNSET, PIER, PORTRAIT)

PAGES = {
    "home": "/",
    "section": "/harbour/",
    "section without a story": "/letters/",
    "story": "/news/90/ferry-leaves-late-90",
    "story with everything": "/news/91/ferry-leaves-late-91",
    "story with nothing": "/news/92/note-92",
    "story from right to left": "/news/93/ferry-leaves-late-93",
    "retracted story": "/news/94/ferry-leaves-late-94",
    "corrected story": "/news/95/ferry-leaves-late-95",
    "opinion": "/news/96/ferry-leaves-late-96",
    "sponsored story": "/news/97/ferry-leaves-late-97",
    "relayed story": "/news/98/ferry-leaves-late-98",
    "discussed story": "/news/88/ferry-leaves-late-88",
    "story without a comment": "/news/89/ferry-leaves-late-89",
    "its discussion": "/discuss/88?sort=oldest",
    "a branch of it": "/discuss/88/2",
    "person": "/people/ana-lopes",
    "topic": "/topic/ferries",
    "source": "/source/coast-press",
    "day": "/archive/2026/03/02",
    "corrections": "/corrections",
    "ledger": "/ledger",
    "history": "/news/95/history",
    "search": "/search",
    "search with results": "/search?q=crane",
    "search without results": "/search?q=submarine",
    "not found": "/nothing/here",
    "withdrawn": "/news/99/ferry-leaves-late-99",
}


class Newsstand:
    """Presses papers and serves them until it is closed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self.answering = ExitStack()

    def open(self, tape: Callable[[Site], Tape], **masthead: Any) -> str:
        """The address of a paper of its own; ``tape`` is given the masthead that it is to begin with."""
        port = _free_port()
        url = f"http://127.0.0.1:{port}"
        folder = self.folder / str(port)
        press(tape(site(**{"url": url, "zone": "UTC"} | masthead)), folder)
        self._serve(folder, port)
        waiting.until(lambda: _answers(url), f"the page worker of {folder} answers")
        return url

    def close(self) -> None:
        for worker in self.workers:
            worker.terminate()
        for worker in self.workers:
            worker.wait(10)
        self.answering.close()

    def _serve(self, folder: Path, port: int) -> None:
        self._search(folder)
        environment = os.environ | {"DATELINE_SITE": str(folder), "DATELINE_NEWSROOM": str(folder / "newsroom.sock")}
        environment |= {"DATELINE_SEARCHING": str(folder / "searching.sock")}
        command = [sys.executable, "-c", START, *GRANIAN, "--port", str(port), "dateline.serve.app:make"]
        self.workers.append(subprocess.Popen(command, env=environment))

    def _search(self, folder: Path) -> None:
        """Answer searches of a paper, as the search process does."""
        search = Application(Search(shelf.of(folder / "pressed").store, folder / "search"))
        self.answering.enter_context(answering(search, folder / "searching.sock"))


@contextmanager
def answering(application: Any, at: Path) -> Iterator[None]:
    """A WSGI application answers at a socket, in a thread of its own."""
    server = waitress.create_server(application, unix_socket=str(at), threads=2)
    threading.Thread(target=server.run, name=f"answering at {at}", daemon=True).start()
    yield
    # In that thread: it may be waiting for what is closed here.
    server.trigger.pull_trigger(server.close)


def courier(masthead: Site) -> Tape:
    """A paper with a page of every kind."""
    tape = Tape(
        replace(masthead, sections=(*masthead.sections, replace(masthead.sections[0], slug="letters", former=())))
    )
    tape.put("person:7", person(title="Harbour reporter", bio="Ana writes about the port.", portrait=PORTRAIT))
    tape.put("topic:ferries", topic(about="The boats to the islands."))
    tape.put("source:1", source(url="https://coast.example/", about="An agency of the coast."))
    tape.publish(*(story(code, lead=SUNSET, kicker="Islands", section=_turn(code)) for code in range(22, 90)))
    tape.publish(
        story(90, lead=PORTRAIT),
        full(91, lead=SUNSET),
        bare(92),
        story(93, **ARABIC),
        story(94, corrections=(correction("retraction", text="None of this can be shown to be true."),)),
        story(95),
        story(96, genre="opinion", headline="Leave the crane where it is"),
        story(97, genre="sponsored", bylines=(), source=(credit("relay", "Crane Makers"),)),
        story(98, bylines=(), source=(credit("relay", "Island Gazette", slug=""), credit(published="2026-03-01"))),
        story(99),
    )
    tape.publish(story(95, standfirst="It left two hours late.", corrections=(correction(), correction("note"))))
    tape.withdraw(99)
    tape.stand(thread(88, closes=at(30_000)))
    tape.stand(thread(89, held=True))
    tape.say(*discussion(88))
    return tape


def discussion(code: int) -> list[Comment]:
    """Comments of every kind, and more of them than a page shows."""
    chain = [{"parent": max(2, number - 1), "root": 2} for number in range(3, 9)]
    long = (
        "We have waited for this boat since the spring timetable, and nobody at the pier could say when it would come. "
        * 4
    )
    return [
        comment(
            1,
            code,
            text="The first boat was on time.\nThe second was not.\n\nSee https://boats.example/times?day=1.",
            badge="staff",
        ),
        comment(2, code, name="Ana Lopes", badge="author", edited=at(code + 9), text=long),
        *(comment(3 + step, code, name="Jonas", text="Which pier?", **place) for step, place in enumerate(chain)),
        gap(9, code),
        comment(10, code, parent=9, root=9, name="ليلى منصور", text="العبّارة متأخرة كل يوم."),
        gap(11, code, "removed", parent=9, root=9),
        comment(12, code, parent=11, root=9, text="It was answered by the port."),
        comment(13, code, highlighted=True, text="I work at pier four: the arm was repaired twice this year."),
        *(comment(number, code, text=f"Late on day {number} as well.") for number in range(20, 42)),
    ]


ARABIC: dict[str, Any] = {
    "language": "ar",
    "direction": "rtl",
    "headline": "العبّارة تتأخر ساعة بسبب رافعة الرصيف الرابع",
    "standfirst": "رافعة لم تتحرك أبقت الجزر في الانتظار.",
    "kicker": "الميناء",
    "bylines": (byline(11, "ليلى منصور"),),
    "lead": SUNSET,
    "body": (
        Paragraph(html="غادرت العبّارة إلى الجزر متأخرة ساعة يوم الاثنين."),
        Quote(html="سنفحصها من جديد.", attribution="مديرة الميناء"),
        Quote(html="We will look again.", language="en", direction="ltr"),
    ),
}


def of(*stories: Any) -> Callable[[Site], Tape]:
    """A paper of these stories."""

    def tape(masthead: Site) -> Tape:
        made = Tape(masthead)
        made.publish(*stories)
        return made

    return tape


def _turn(code: int) -> str:
    return ("harbour", "world", "culture")[code % 3]


def press(tape: Tape, folder: Path) -> None:
    """The tape as pages, and the pictures as files, below a site's folder."""
    from dateline.desk.pictures import files  # Django is not started yet when conftests are read

    fresh = generation.begin(folder / "pressed")
    store = Store(fresh, writer=True, durable=False)
    others = [*range(22, 34)]
    room = Press(store, lambda code, limit: [other for other in others if other != code][:limit], tape.history)
    room.apply(tape.after(0, tape.last_seq()))
    store.close()
    generation.switch(folder / "pressed", fresh)
    found = generation.begin(folder / "search")
    index = SearchIndex(found, writer=True)
    index.apply(tape.after(0, tape.last_seq()))
    index.close()
    generation.switch(folder / "search", found)
    for one in PICTURES:
        # A sky: every pixel is there to be seen missing.
        sky = Image.linear_gradient("L").resize((one.width, one.height)).convert("RGB")
        files.press(sky, one.key, None, folder / "media")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/robots.txt", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
