"""What readers send on its way to the process that takes comments: so much at a time, and never twice."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.serve import discussing
from dateline.serve.discussing import MOST, PLACES, SHARE, Discussing
from dateline.serve.newsroom import origin
from dateline.serve.turns import BUSY, FEWEST, Turns

Taken = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

POST = b"HTTP/1.1 303 See Other\r\nlocation: /news/864/x#comment-1\r\ncontent-length: 0\r\nset-cookie: a=b\r\n\r\n"


class Headers(dict[str, str]):
    """Those of a request, as Granian gives them; a line break parts those of the same name."""

    def get_all(self, name: str) -> list[str]:
        return self.get(name, "").split("\n") if name in self else []


class Reader:
    """Somebody who sends a form: the scope and the protocol of their request, and what they were told."""

    def __init__(self, address: str = "192.0.2.1", body: bytes = b"text=Late", proxied: str = "") -> None:
        headers = Headers({"x-forwarded-for": proxied} if proxied else {})
        client = f"{'127.0.0.1' if proxied else address}:5000"
        self.scope: Any = SimpleNamespace(
            method="POST", path="/discuss/864", query_string="", client=client, scheme="http", headers=headers
        )
        self.body = body
        self.status = 0
        self.headers: list[tuple[str, str]] = []
        self.waits: asyncio.Event | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self.waits:
            await self.waits.wait()
        yield self.body

    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> Any:
        self.status, self.headers = status, headers
        return SimpleNamespace(send_bytes=self._swallow)

    async def _swallow(self, data: bytes) -> None:
        """Nothing is made of what is sent."""


def refuse(_: Any, protocol: Any, status: int) -> None:
    protocol.status = status


class Process:
    """Takes comments, as it is told to; ``heard`` are the requests that arrived."""

    def __init__(self, folder: Path, answer: bytes = POST) -> None:
        self.socket = folder / "discussing.sock"
        self.answer = answer
        self.heard: list[bytes] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Discussing]:
        server = await asyncio.start_unix_server(self._take, str(self.socket))
        async with server:
            yield Discussing(self.socket, refuse)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        self.heard.append(head + await reader.readexactly(length))
        await self.may_answer.wait()
        writer.write(self.answer)
        writer.close()


def run(told: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(told())  # type: ignore[arg-type]


def test_a_comment_arrives_once_with_the_address_of_its_writer(tmp_path: Path) -> None:
    async def told() -> None:
        process, reader = Process(tmp_path), Reader()
        async with process.running() as way:
            await way.relay(reader.scope, reader)
        assert reader.status == 303
        assert ("set-cookie", "a=b") in reader.headers
        (heard,) = process.heard
        assert heard.startswith(b"POST /discuss/864 HTTP/1.1\r\n")
        assert b"x-forwarded-for: 192.0.2.1\r\n" in heard
        assert heard.endswith(b"text=Late")
        assert way.under_way.total() == 0

    run(told)


@pytest.mark.parametrize("proxied", ["198.51.100.9, 192.0.2.1", "198.51.100.9\n192.0.2.1", "192.0.2.1"])
def test_nobody_chooses_the_address_that_they_are_counted_by(proxied: str) -> None:
    assert origin(Reader(proxied=proxied).scope)[0] == "192.0.2.1"


def test_a_process_that_breaks_off_is_not_asked_again(tmp_path: Path) -> None:
    async def told() -> None:
        process, reader = Process(tmp_path, answer=b""), Reader()
        async with process.running() as way:
            await way.relay(reader.scope, reader)
        assert reader.status == 502
        assert len(process.heard) == 1

    run(told)


def test_a_process_that_does_not_answer_is_waited_for_so_long_and_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discussing, "PATIENCE", 0.01)

    async def told() -> None:
        process, reader = Process(tmp_path), Reader()
        process.may_answer.clear()
        async with process.running() as way:
            await way.relay(reader.scope, reader)
            process.may_answer.set()
        assert reader.status == 502
        assert len(process.heard) == 1

    run(told)


def test_a_process_that_is_not_there_is_said_to_be_away(tmp_path: Path) -> None:
    async def told() -> None:
        reader = Reader()
        await Discussing(tmp_path / "nothing.sock", refuse).relay(reader.scope, reader)
        assert reader.status == 503

    run(told)


def test_more_than_a_form_can_hold_is_not_handed_on(tmp_path: Path) -> None:
    async def told() -> None:
        process, reader = Process(tmp_path), Reader(body=b"x" * (MOST + 1))
        async with process.running() as way:
            await way.relay(reader.scope, reader)
        assert reader.status == 413
        assert process.heard == []

    run(told)


def test_who_has_sent_it_all_when_the_places_are_taken_by_others_is_refused_too(tmp_path: Path) -> None:
    async def told() -> None:
        process, arrives = Process(tmp_path), asyncio.Event()
        process.may_answer.clear()
        readers = [Reader(f"192.0.2.{number}") for number in range(PLACES + 1)]
        for reader in readers:
            reader.waits = arrives
        async with process.running() as way:
            sending = [asyncio.create_task(way.relay(reader.scope, reader)) for reader in readers]
            await asyncio.sleep(0)
            arrives.set()
            while way.under_way.total() < PLACES:
                await asyncio.sleep(0)
            process.may_answer.set()
            await asyncio.gather(*sending)
        assert sorted(reader.status for reader in readers) == [303] * PLACES + [503]

    run(told)


def test_who_comes_when_all_places_are_taken_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    async def told() -> None:
        process = Process(tmp_path)
        process.may_answer.clear()
        readers = [Reader(f"192.0.2.{number}") for number in range(PLACES)]
        late = Reader("198.51.100.1")
        late.waits = asyncio.Event()
        async with process.running() as way:
            sending = [asyncio.create_task(way.relay(reader.scope, reader)) for reader in readers]
            while way.under_way.total() < PLACES:
                await asyncio.sleep(0)
            await way.relay(late.scope, late)
            assert late.status == 503
            process.may_answer.set()
            await asyncio.gather(*sending)

    run(told)


AT_ONCE = int(FEWEST)
"""How many a worker hands on in a second in which it has nothing to spare."""


class Rush:
    """Many who write at once while many pages are read."""

    def __init__(self, way: Discussing) -> None:
        self.now = 100.0
        self.way = way
        way.turns = Turns(lambda: self.now)
        self.readers = [Reader(f"192.0.2.{number}") for number in range(PLACES)]
        self.sending: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        self.pass_second()
        self.sending = [asyncio.create_task(self.way.relay(reader.scope, reader)) for reader in self.readers]
        while self.way.under_way.total() < len(self.readers):
            await asyncio.sleep(0)

    def pass_second(self, share: float = 1.0) -> None:
        self.now += 1.0
        self.way.heed(share)

    def answered(self) -> int:
        return sum(reader.status == 303 for reader in self.readers)

    async def wait_for(self, answered: int) -> None:
        """Wait until so many were answered, and see whether one more will be."""
        while self.answered() < answered:
            await asyncio.sleep(0)
        for _ in range(100):
            await asyncio.sleep(0)
        assert self.answered() == answered


def test_while_many_pages_are_read_those_who_write_take_turns_and_nobody_is_refused(tmp_path: Path) -> None:
    async def told() -> None:
        process = Process(tmp_path)
        async with process.running() as way:
            rush = Rush(way)
            await rush.begin()
            await rush.wait_for(AT_ONCE)
            rush.pass_second()
            await rush.wait_for(2 * AT_ONCE)
            rush.pass_second(BUSY / 2)
            await asyncio.gather(*rush.sending)
        assert {reader.status for reader in rush.readers} == {303}
        assert len(process.heard) == PLACES

    run(told)


def test_what_a_page_asks_for_by_itself_keeps_nobody_waiting_who_writes(tmp_path: Path) -> None:
    def asks(accept: str) -> Reader:
        reader = Reader("198.51.100.1")
        reader.scope.path, reader.scope.headers = "/discuss/864/mine", {"accept": accept}
        return reader

    async def told() -> None:
        process, script, person = Process(tmp_path), asks("application/json"), asks("text/html")
        async with process.running() as way:
            rush = Rush(way)
            rush.readers.pop()
            await rush.begin()
            await rush.wait_for(AT_ONCE)
            await way.relay(script.scope, script)
            assert script.status == 503
            waits = asyncio.create_task(way.relay(person.scope, person))
            rush.pass_second(BUSY / 2)
            await asyncio.gather(waits, *rush.sending)
            assert person.status == 303
            await way.relay(script.scope, script)
            assert script.status == 303

    run(told)


def test_whoever_leaves_while_waiting_for_a_turn_takes_none(tmp_path: Path) -> None:
    async def told() -> None:
        process = Process(tmp_path)
        async with process.running() as way:
            rush = Rush(way)
            await rush.begin()
            await rush.wait_for(AT_ONCE)
            for task in rush.sending[:-1]:
                task.cancel()
            await asyncio.gather(*rush.sending[:-1], return_exceptions=True)
            rush.pass_second()
            await rush.sending[-1]
            assert (way.handed_on, way.under_way.total()) == (0, 0)
        assert len(process.heard) == AT_ONCE + 1

    run(told)


def test_who_sends_slowly_holds_no_place_and_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discussing, "ARRIVING", 0.05)

    async def told() -> None:
        process = Process(tmp_path)
        slow = [Reader(f"192.0.2.{number}") for number in range(2 * PLACES)]
        for reader in slow:
            reader.waits = asyncio.Event()
        quick = Reader("198.51.100.1")
        async with process.running() as way:
            sending = [asyncio.create_task(way.relay(reader.scope, reader)) for reader in slow]
            await way.relay(quick.scope, quick)
            await asyncio.gather(*sending)
        assert quick.status == 303
        assert {reader.status for reader in slow} == {408}

    run(told)


@pytest.mark.parametrize(
    ("addresses", "places"),
    [([f"192.0.2.{number}" for number in range(2 * PLACES)], PLACES), (["192.0.2.1"] * (2 * SHARE), SHARE)],
    ids=["of all", "of one address"],
)
@pytest.mark.parametrize("is_proxied", [False, True])
def test_so_many_are_under_way_and_the_others_are_asked_to_come_again(
    tmp_path: Path, addresses: list[str], places: int, is_proxied: bool
) -> None:
    async def told() -> None:
        process = Process(tmp_path)
        process.may_answer.clear()
        readers = [Reader(one, proxied=one if is_proxied else "") for one in addresses]
        async with process.running() as way:
            sending = [asyncio.create_task(way.relay(reader.scope, reader)) for reader in readers]
            while sum(reader.status == 503 for reader in readers) < len(readers) - places:
                await asyncio.sleep(0)
            assert way.under_way.total() == places
            process.may_answer.set()
            await asyncio.gather(*sending)
        assert sorted(reader.status for reader in readers) == [303] * places + [503] * (len(readers) - places)
        assert len(process.heard) == places

    run(told)
