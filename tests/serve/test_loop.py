"""What is handed to the loop of a page worker begins where it is handed over, and goes over to the loop to wait."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import granian

from dateline.serve import loop as worker
from dateline.serve.loop import onto_loop

Heard = list[tuple[str, int]]


def handed_over(make: Callable[[Heard], Coroutine[Any, Any, None]]) -> tuple[Heard, int, int]:
    """Hand a coroutine over from another thread, as Granian does: what it heard, that thread, and the loop's."""
    worker.register()
    loop, heard = granian.loops.get("auto"), []
    done = loop.create_future()

    def run(rest: Coroutine[Any, Any, None]) -> None:
        loop.create_task(rest).add_done_callback(done.set_result)

    def hand_over() -> tuple[int, bool]:
        goes_on = loop.call_soon_threadsafe(run, make(heard)) is not None
        heard.append(("handed over", threading.get_ident()))
        return threading.get_ident(), goes_on

    async def main() -> int:
        with ThreadPoolExecutor(1) as brings:
            thread, goes_on = await loop.run_in_executor(brings, hand_over)
        if goes_on:
            await done
        return thread

    try:
        return heard, loop.run_until_complete(main()), threading.get_ident()
    finally:
        loop.close()


def test_what_waits_for_nothing_ends_in_the_thread_that_brings_it() -> None:
    async def page(heard: Heard) -> None:
        heard.append(("answered", threading.get_ident()))

    heard, thread, loop = handed_over(page)
    assert heard == [("answered", thread), ("handed over", thread)]
    assert thread != loop


def test_what_has_to_wait_goes_over_to_the_loop() -> None:
    async def relay(heard: Heard) -> None:
        heard.append(("read", threading.get_ident()))
        await onto_loop()
        heard.append(("went over", threading.get_ident()))
        await asyncio.sleep(0.001)
        heard.append(("answered", threading.get_ident()))

    heard, thread, loop = handed_over(relay)
    assert sorted(heard) == sorted([("read", thread), ("handed over", thread), ("went over", loop), ("answered", loop)])


def test_what_waits_before_it_is_in_the_loop_is_told_so() -> None:
    async def wrong(heard: Heard) -> None:
        try:
            await Waited()
        except RuntimeError as error:
            heard.append((str(error)[:20], threading.get_ident()))

    class Waited:
        def __await__(self) -> Generator[object]:
            yield self

    heard, thread, _ = handed_over(wrong)
    assert heard == [("This waits for somet", thread), ("handed over", thread)]
