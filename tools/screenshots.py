"""Takes the screenshots of the README from the demo: ``make screenshots``.

Makes the demo in a temporary folder, serves it, and writes docs/screenshots/{front,story,phone,desk}.webp. It changes
nothing else.
"""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
CHROMIUM = os.environ.get("DATELINE_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb")

LARGEST = 150_000
"""Bytes of a screenshot."""

PATIENCE = 600
"""Seconds that the demo may take to be made: its pictures are drawn first."""

EMAIL, PASSWORD = "editor@example.com", "harbour-light"  # as ``dateline demo`` prints them


@contextmanager
def demo() -> Iterator[str]:
    """The address of a demo that is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="dateline-screenshots-") as folder:
        command = [sys.executable, "-m", "dateline", "demo", "--folder", f"{folder}/site", "--port", port]
        with subprocess.Popen(command) as process:
            try:
                yield _wait(f"http://127.0.0.1:{port}", process)
            finally:
                process.terminate()
                process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/desk/login/", timeout=5):  # noqa: S310, an address of our own
                return url
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"The demo did not come up at {url}.")


def first_story(url: str) -> str:
    """The newest story of the demo that is no more than news."""
    with urllib.request.urlopen(f"{url}/feed.json") as answer:  # noqa: S310, an address of our own
        return str(json.load(answer)["items"][0]["url"])


def opened(browser: Browser, url: str, width: int, height: int, scale: float = 1) -> Page:
    """A page with all its pictures there, as a reader in the light would see it."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme="light"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate("Promise.all([...document.images].filter(it => it.complete).map(it => it.decode()))")
    return page


def desk(browser: Browser, url: str) -> Page:
    """The desk as an editor finds it in the morning."""
    page = opened(browser, f"{url}/desk/login/", 1280, 900)
    page.fill("[name=username]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_load_state("networkidle")
    return page


def keep(page: Page, name: str) -> None:
    """Write what the page shows, as good as the size allows."""
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    for quality in range(86, 30, -4):
        file = io.BytesIO()
        shot.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= LARGEST:
            break
    (FOLDER / f"{name}.webp").write_bytes(file.getvalue())
    print(f"docs/screenshots/{name}.webp: {shot.width}x{shot.height}, {file.tell()} bytes, quality {quality}")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        keep(opened(browser, url, 1280, 960), "front")
        keep(opened(browser, first_story(url), 1280, 1240), "story")
        keep(opened(browser, first_story(url), 390, 844, scale=2), "phone")
        keep(desk(browser, url), "desk")
        browser.close()


if __name__ == "__main__":
    main()
