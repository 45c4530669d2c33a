"""``dateline import`` at the terminal: the progress and the reports."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

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

from dateline import garbage
from dateline.errors import SiteError, StoreError
from dateline.site import commenting, summary
from dateline.site.environment import enter
from dateline.site.folder import SiteFolder

if TYPE_CHECKING:
    from dateline.wire.admitting import CopyFinder
    from dateline.wire.cluster import Cluster
    from dateline.wire.report import Report

console = Console(stderr=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an import is asked to do."""

    paths: Sequence[Path]
    kind: str = ""
    """The source of all that is read; empty: told by content."""
    mapping: Path | None = None
    """A file that says what the columns of tables mean."""
    dry_run: bool = False
    own: bool = False
    keep_originals: bool = False
    """Whether the bytes of all that comes in are kept; those of what needs a look always are."""
    comments: Sequence[Path] = ()
    """Files of readers' comments, taken in after the stories."""
    on: str = ""
    """The address of a Dask scheduler to read on; empty: on this machine."""
    reports: Sequence[Path] = ()
    """Files for the report: a page if the name ends in .html, else lines of JSON."""


def run(path: Path, order: Order) -> int:
    """Take in what is asked for and say what became of every record."""
    folder = enter(path)
    from dateline.site.readiness import make_ready

    make_ready(folder)
    from dateline.wire.report import Report

    with ExitStack() as stack:
        pages = [one for one in order.reports if one.suffix.lower() in (".html", ".htm")]
        lines = [one for one in order.reports if one not in pages]
        if len(lines) > 1:
            raise SiteError(f"Two reports of JSON lines are asked for: {lines[0]} and {lines[1]}.", "Name one.")
        # Opened before anything is done: a report that cannot be written is said at once.
        files = [stack.enter_context(one.open("w", encoding="utf-8")) for one in pages]
        told = Report(stack.enter_context(lines[0].open("w", encoding="utf-8")) if lines else None)
        cluster = stack.enter_context(closing(_connect(order.on))) if order.on else None
        try:
            if order.paths or not order.comments:
                _import(folder, order, told, cluster)
            if not order.dry_run:
                commenting.take_files(order.comments, console)
        except OperationalError as error:
            raise SiteError(f"The import stopped: {error}.", "What is in stays in; run it again to go on.") from error
        except KeyboardInterrupt:
            console.print("Stopped. What is in stays in; run it again to go on.")
            raise
        for file in files:
            file.write(_page(folder, order, told))
    if order.paths:
        summary.show(console, told, order.dry_run)
    return 0


def _connect(address: str) -> Cluster:
    from dateline.wire.cluster import Cluster

    cluster = Cluster(address)
    console.print(f"Reading on the cluster at {address}, {cluster.threads} at once.")
    return cluster


def _page(folder: SiteFolder, order: Order, told: Report) -> str:
    from dateline.wire import reportpage

    now = datetime.now(ZoneInfo(folder.config.site.zone))
    return reportpage.page(told, folder.config.site, [str(one) for one in order.paths], now, order.dry_run)


def _import(folder: SiteFolder, order: Order, told: Report, cluster: Cluster | None) -> None:
    from dateline.wire import keeping, mapping, pieces, sources
    from dateline.wire.driver import Import
    from dateline.wire.keeping import Keeping
    from dateline.wire.offer import House

    if order.kind:
        sources.named(order.kind)
    named = mapping.load(order.mapping) if order.mapping else mapping.UNMAPPED
    found = pieces.find(order.paths)
    # Looked through twice rather than held: an archive may have millions of files.
    total = sum(archive.size for archive in found)
    with Progress(*_columns(), console=console) as bar:
        task = bar.add_task("import", total=total, count=0, rate="-")

        def show(done: int, count: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0
            bar.update(task, completed=done, count=count, rate=f"{count / elapsed:.0f}" if elapsed else "-")

        house = House(folder.config.site, order.own)
        work = Import(house, told, order.dry_run, os.cpu_count() or 1, progress=show, archive=_held(folder))
        if cluster:
            work.workers, work.start = cluster.threads, cluster.start
        work.mapping = named
        work.admitted = commenting.take_with
        work.rules = keeping.rules()
        work.originals = Keeping(keeping.store(), order.keep_originals)
        with garbage.seldom():
            work.run(found, order.kind)
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
