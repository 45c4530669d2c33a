"""Whole imports for the tests, and what readers see of them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PIL import Image

from dateline.desk import house
from dateline.ledger import read
from dateline.wire import pieces
from dateline.wire.driver import Import
from dateline.wire.offer import House
from dateline.wire.report import Report

Lines = list[dict[str, Any]]


def take_in(*paths: Path, dry_run: bool = False, start: Callable[[int], Executor] = ThreadPoolExecutor) -> Lines:
    """One run of the import; the lines of its report."""
    file = io.StringIO()
    work = Import(House(house.site()), Report(file), dry_run, start=start)
    work.run(pieces.find(paths))
    return [json.loads(line) for line in file.getvalue().splitlines()]


def outcomes(lines: Lines) -> list[str]:
    return [line["outcome"] for line in lines]


def shown(code: int) -> Any:
    """What readers see of a story now; None if they see nothing."""
    state = read.current([f"story:{code}"]).get(f"story:{code}")
    return json.loads(state.body) if state and state.body else None


def picture(width: int = 900, height: int = 600) -> bytes:
    image = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(image, "JPEG")
    return image.getvalue()
