"""``dateline export`` at the terminal: the pages brought up to the record, then written out in the forms asked for."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

import dateline
from dateline.errors import DamagedStore, DatelineError, SiteBusy, StaleStore
from dateline.site.environment import enter
from dateline.site.folder import SiteFolder

if TYPE_CHECKING:
    from dateline.export.folder import ExportFolder
    from dateline.export.lines import Kept
    from dateline.export.reader import Reader
    from dateline.masthead import Site
    from dateline.serve.view import View

FORMS = ("site", "warc", "ninjs", "wxr")

PATIENCE = 60.0
"""Seconds that the server on the folder is given to press what is new."""

MOST_TOLD = 20
"""Of what is missing that is said on the terminal; all of it is in the export."""

console = Console(stderr=True)


def run(path: Path, target: Path, forms: Sequence[str]) -> int:
    """Write the site to a folder in the forms that are asked for, all of them if none is."""
    folder = enter(path)
    from dateline.export import folder as exports
    from dateline.site.readiness import make_ready

    target = target.absolute()
    if target.is_relative_to(folder.path):
        raise DatelineError(f"{target} lies in the site that is to be exported.", "Name a folder outside of it.")
    exports.refuse_foreign(target)
    make_ready(folder)
    _catch_up(folder)
    with exports.begin(target) as out:
        about, missing = _write(folder, out, list(dict.fromkeys(forms)) or list(FORMS))
        out.finish(about)
    for sentence in missing[:MOST_TOLD]:
        console.print(sentence)
    if len(missing) > MOST_TOLD:
        console.print(f"... and {len(missing) - MOST_TOLD} more, all in {target / exports.ABOUT}.")
    console.print(f"{about['stories']} stories as of entry {about['entries']} are in {target}.")
    console.print(f"Every file is listed with its digest: dateline verify --export {target}")
    return 0


def check(target: Path) -> int:
    """Say whether the files of an export are as they were made."""
    from dateline.export import folder as exports

    sound, wrong = exports.check(target)
    for sentence in wrong:
        print(sentence)
    print(f"{sound} files are as they were made, {len(wrong)} are not.")
    return 3 if wrong else 0


def _catch_up(folder: SiteFolder) -> None:
    """Bring the pages to the last entry of the record: here, or by the server that runs on the folder."""
    from dateline.follow.follower import Follower
    from dateline.site import rebuilding

    with folder.hold("following", patience=0) as held:
        if not held:
            _wait_for_server(folder)
            return
        try:
            follower = Follower(folder.pressed, folder.search, folder.signer())
        except (StaleStore, DamagedStore):
            with console.status("The pages are pressed first ..."):
                rebuilding.run(folder)
            return
        try:
            while follower.step():
                pass
        finally:
            follower.close()


def _wait_for_server(folder: SiteFolder) -> None:
    from dateline.ledger import read
    from dateline.press import generation
    from dateline.press.store import Store

    wanted, deadline = read.last_seq(), time.monotonic() + PATIENCE
    while True:
        store = Store(generation.in_use(folder.pressed))
        try:
            with store.read() as reading:
                if reading.position >= wanted:
                    return
        finally:
            store.close()
        if time.monotonic() > deadline:
            raise SiteBusy(
                f"The server on {folder.path} has not pressed all that is published.", "Wait until it has, or stop it."
            )
        time.sleep(0.2)


def _write(folder: SiteFolder, out: ExportFolder, forms: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """Write the forms from one view of the pages; what the export is, and what is missing in it."""
    from dateline.export import reader
    from dateline.press import fronts, generation
    from dateline.press.store import Store

    store = Store(generation.in_use(folder.pressed))
    missing: list[str] = []
    try:
        with store.read() as reading, _bar() as bar:
            view = reader.view_of(store, reading.txn)
            site = fronts.read_site(view) or folder.config.site
            about = _about(view, site, forms)
            work = Work(folder, out, reader.Reader(view, site.url, time.time()), site)
            for form in forms:
                # Nobody knows how many pages there are before they were walked through.
                task = bar.add_task(form, total=about["stories"] if form in ("ninjs", "wxr") else None)
                missing += [f"{form}: {one}" for one in _FORMS[form](work, partial(_show, bar, task))]
    finally:
        store.close()
    return about | {"missing": missing}, missing


def _show(bar: Progress, task: TaskID, done: int) -> None:
    bar.update(task, completed=done)


def _about(view: View, site: Site, forms: Sequence[str]) -> dict[str, Any]:
    from dateline.export import addresses

    public = sum(1 for _, path in addresses.codes(view) if path)
    return {
        "software": f"dateline {dateline.__version__}",
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "site": site.url,
        "name": site.name,
        "forms": list(forms),
        "entries": view.position,
        "stories": public,
        "withdrawn": sum(1 for _ in addresses.codes(view)) - public,
        "checkpoint": (view.get("meta", b"checkpoint") or b"").decode(),
    }


@dataclass(frozen=True, slots=True)
class Work:
    """What every form is written from."""

    folder: SiteFolder
    out: ExportFolder
    pages: Reader
    site: Site


Told = Callable[[int], None]
Form = Callable[[Work, Told], Iterable[str]]
"""Writes a form; what is missing in it, a sentence each."""


def _as_site(work: Work, progress: Told) -> Iterable[str]:
    from dateline.export import staticsite

    return staticsite.write(work.out, work.pages, work.folder.media, progress)


def _as_warc(work: Work, progress: Told) -> Iterable[str]:
    from dateline.export import warc

    with work.out.open(warc.FILE) as file:
        warc.write(file, work.pages, work.folder.media, progress)
    return ()


def _as_ninjs(work: Work, progress: Told) -> Iterable[str]:
    from dateline.export import comments, lines, record, withdrawn
    from dateline.story import as_dict

    masthead = json.dumps(as_dict(work.site), ensure_ascii=False, indent=1)
    work.out.write("masthead.json", masthead.encode() + b"\n")
    with work.out.open(withdrawn.FILE) as file:
        withdrawn.write(file, work.pages.view)
    with work.out.open(comments.FILE) as file:
        comments.write(file, work.pages.view, work.site)
    return lines.write(work.out, record.tell(work.pages.view), work.site, _kept, progress)


def _kept(keys: Iterable[str]) -> dict[str, Kept]:
    """Pictures by their keys, as the desk keeps them."""
    from dateline.desk.models import NewsImage
    from dateline.export.lines import Kept

    found = {}
    for row in NewsImage.objects.filter(key__in=list(keys)):
        point = (row.focal_point_x, row.focal_point_y)
        focus = None if None in point else point
        found[row.key] = Kept(row.key, Path(row.file.path), row.upload_digest, focus, row.alt, row.caption, row.credit)
    return found


def _as_wxr(work: Work, progress: Told) -> Iterable[str]:
    from dateline.export import wordpress

    with work.out.open(wordpress.FILE) as file:
        wordpress.write(file, work.pages.view, work.site, progress)
    return ()


_FORMS: dict[str, Form] = {"site": _as_site, "warc": _as_warc, "ninjs": _as_ninjs, "wxr": _as_wxr}


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description:>6}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console
    )
