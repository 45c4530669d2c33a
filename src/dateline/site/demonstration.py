"""``dateline demo``: a believable newspaper in a folder of its own, served with its desk."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dateline.site import demo, founding

EMAIL = "editor@example.com"
PASSWORD = "harbour-light"  # noqa: S105
"""Printed for whoever tries the demo; it opens nothing but a folder of invented stories on this machine."""

console = Console(stderr=True)


def run(folder: Path | None, host: str = "", port: int = 0, workers: int = 0, *, serve: bool = True) -> int:
    """Make the demo, unless it is in the folder already, and serve it."""
    path = folder or Path(tempfile.mkdtemp(prefix="dateline-demo-")) / "site"
    if not (path / "dateline.toml").exists():
        make(path, _address(host, port))
    print(f"The demo newspaper is in {path}", flush=True)
    print(f"Sign in at the desk as {EMAIL} with the password {PASSWORD}", flush=True)
    if not serve:
        return 0
    from dateline.site import server

    return server.serve(path, host, port, workers)


def _address(host: str, port: int) -> str:
    """Where readers on this machine find the demo; one that listens everywhere is found here as well."""
    return f"http://{'127.0.0.1' if host in ('', '0.0.0.0') else host}:{port or 8000}"  # noqa: S104


def make(path: Path, url: str) -> None:
    """Make the demo site in a folder; ``url`` is where it is going to be served."""
    paper = demo.load()
    wishes = founding.Wishes(
        name=paper.name,
        url=url,
        tagline=paper.tagline,
        language=paper.language,
        time_zone=paper.zone,
        contact=paper.contact,
        sections=tuple((section.slug, section.name) for section in paper.sections),
        editor="Demo Editor",
        email=EMAIL,
        password=PASSWORD,
    )
    founding.make(path, wishes)
    from django.utils import timezone

    from dateline.site import rebuilding, seeding
    from dateline.site.environment import entered

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console) as bar:
        task = bar.add_task("Drawing the pictures")
        seeding.seed(timezone.now(), lambda _what, done, total: bar.update(task, completed=done, total=total))
    rebuilding.run(entered())
