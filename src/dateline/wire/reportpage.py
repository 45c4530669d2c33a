"""The report of an import as a page for people: the sums, stories by year, reasons, twenty to look at. Pure.

What came from outside is text in it and never markup; the page has no script and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from dateline.masthead import Site
from dateline.wire.account import bars
from dateline.wire.record import Record
from dateline.wire.report import OUTCOMES, Report

MOST_REASONS = 100
PARAGRAPHS = 3
LONGEST = 400
"""Characters of a paragraph that are shown."""


def page(report: Report, site: Site, paths: Sequence[str], now: datetime, dry_run: bool = False) -> str:
    """The whole page."""
    years = list(bars(report.account.years))
    reasons = report.reasons.most_common(MOST_REASONS)
    return _template().render(
        title="What an import would take in" if dry_run else "What an import took in",
        made=now.isoformat(" ", timespec="minutes"),
        site=site,
        paths=paths,
        report=report,
        account=report.account,
        outcomes=OUTCOMES.items(),
        years=years,
        most=max((count for _, count in years), default=0),
        reasons=reasons,
        more_reasons=report.reasons.total() - sum(count for _, count in reasons),
        sample=report.account.sample(),
        bar=_bar,
        beginning=_beginning,
        words=_words,
    )


@cache
def _template() -> Template:
    loader = PackageLoader("dateline.wire")
    room = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return room.get_template("report.html")


def _bar(count: int, whole: int) -> Markup:
    share = 100 * count / whole if whole else 0
    return Markup('<span class="bar" style="width:{:.1f}%"></span>').format(share) if count else Markup("")


def _beginning(record: Record) -> list[str]:
    lines = [line for line in record.plain_body().split("\n") if line][:PARAGRAPHS]
    return [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in lines]


def _words(record: Record) -> int:
    return len(record.plain_body().split())
