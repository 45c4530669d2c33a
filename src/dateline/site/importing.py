"""``dateline import`` at the terminal: the progress, the summary, the file of the report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import OperationalError
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from dateline.errors import SiteError, StoreError
from dateline.site.environment import enter
from dateline.site.folder import SiteFolder

if TYPE_CHECKING:
    from dateline.wire.admitting import CopyFinder

MOST_REASONS = 12

console = Console(stderr=True)


def run(path: Path, paths: Sequence[Path], kind: str, dry_run: bool, report: Path | None, own: bool = False) -> int:
    """Take in the paths and say what became of every record."""
    folder = enter(path)
    from dateline.site.readiness import make_ready

    make_ready(folder)
    from dateline.wire.report import Report

    with ExitStack() as stack:
        file = stack.enter_context(report.open("w", encoding="utf-8")) if report else None
        told = Report(file)
        try:
            _import(folder, paths, kind, dry_run, told, own)
        except OperationalError as error:
            raise SiteError(f"The import stopped: {error}.", "What is in stays in; run it again to go on.") from error
        except KeyboardInterrupt:
            console.print("Stopped. What is in stays in; run it again to go on.")
            raise
    _summarise(told, dry_run)
    return 0


def _import(folder: SiteFolder, paths: Sequence[Path], kind: str, dry_run: bool, told: object, own: bool) -> None:
    from dateline.wire import pieces, sources
    from dateline.wire.driver import Import
    from dateline.wire.offer import House
    from dateline.wire.report import Report

    assert isinstance(told, Report)
    if kind:
        sources.named(kind)
    # Looked through twice rather than held: an archive may have millions of files.
    total = sum(archive.size for archive in pieces.find(paths))
    with Progress(*_columns(), console=console) as bar:
        task = bar.add_task("import", total=total, count=0, rate="-")

        def show(done: int, count: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0
            bar.update(task, completed=done, count=count, rate=f"{count / elapsed:.0f}" if elapsed else "-")

        house = House(folder.config.site, own)
        Import(house, told, dry_run, os.cpu_count() or 1, progress=show, archive=_held(folder)).run(
            pieces.find(paths), kind
        )
        bar.update(task, completed=total)


def _held(folder: SiteFolder) -> CopyFinder:
    """Looks among the stories that were here before the run; the index learns of those of the run only after it."""
    from dateline.search import copies
    from dateline.serve.indexed import IndexInUse
    from dateline.wire import offer
    from dateline.wire.admitting import nothing_held

    index = IndexInUse(folder.search)
    try:
        held = index().rarity().stories > 1  # one is the index's own
    except StoreError:
        # A site that was never served has no index, and whatever it has is new to readers.
        return nothing_held
    return (lambda record: copies.find(index(), offer.sketch(record))) if held else nothing_held


def _columns() -> tuple[ProgressColumn, ...]:
    counted = TextColumn("{task.fields[count]} records, {task.fields[rate]}/s")
    return (SpinnerColumn(), counted, BarColumn(), TaskProgressColumn(), TimeRemainingColumn())


def _summarise(told: object, dry_run: bool) -> None:
    from dateline.wire.report import Report

    assert isinstance(told, Report)
    table = Table(title="Would be taken in" if dry_run else "Taken in")
    table.add_column("outcome")
    table.add_column("records", justify="right")
    for outcome in ("imported", "merged", "review", "rejected"):
        table.add_row(outcome, str(told.outcomes[outcome]))
    console.print(table)
    for (outcome, reason), count in told.reasons.most_common(MOST_REASONS):
        console.print(f"  {count:>6}  {outcome}: {reason}")
