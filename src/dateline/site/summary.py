"""What an import came to, at the terminal: the sums, stories by year, what was left out and why, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from dateline.wire.report import Report

MOST_REASONS = 12
MOST_MISSING = 5
BAR = 24
"""Characters of the longest bar."""


def show(console: Console, report: Report, dry_run: bool) -> None:
    """Print the summary of a report."""
    from dateline.wire.report import OUTCOMES

    table = Table(title="Would be taken in" if dry_run else "Taken in")
    table.add_column("outcome")
    table.add_column("records", justify="right")
    for outcome in OUTCOMES:
        table.add_row(outcome, f"{report.outcomes[outcome]:,}")
    table.add_section()
    table.add_row("all", f"{report.total:,}")
    console.print(table)
    _show_years(console, report)
    _show_reasons(console, report.reasons)
    account = report.account
    missing = ((address, file) for file, address in account.missing)
    _show_first(console, account.missed, "pictures are missing", missing)
    lost = ((headline, f"story {code}") for code, headline in account.unpinned)
    _show_first(console, account.lost, "related stories are named and not here", lost)
    if report.left_out:
        console.print("No copy, and left out")
        _chart(console, [(what, count) for what, count in report.left_out.most_common()])


def _show_years(console: Console, report: Report) -> None:
    from dateline.wire.account import bars

    years = [(year or "no date", count) for year, count in bars(report.account.years)]
    if years:
        console.print("Stories by year")
        _chart(console, years, years=True)
    if report.account.unread:
        console.print(f"  {report.account.unread:,} are as they were when they were taken in.")


def _show_reasons(console: Console, reasons: Counter[tuple[str, str]]) -> None:
    """The reasons, those of what was rejected first."""
    common = reasons.most_common(MOST_REASONS)
    for outcome in dict.fromkeys(["rejected", *(outcome for (outcome, _), _ in common)]):
        mine = [(reason, count) for (found, reason), count in common if found == outcome]
        if mine:
            console.print(f"{outcome.capitalize()}, and why")
            _chart(console, mine)
    rest = reasons.total() - sum(count for _, count in common)
    if rest:
        console.print(f"  {rest:,} more for reasons that are rarer; each is in the report.")


def _show_first(console: Console, count: int, what: str, rows: Iterable[tuple[str, str]]) -> None:
    """How many there are of what is lacking, and the first of them, each with where it is named."""
    if count:
        console.print(f"{count:,} {what}, of which the first are:")
        for one, where in islice(rows, MOST_MISSING):
            console.print(f"  {escape(one)} [dim]({escape(where)})[/dim]", highlight=False)


def _chart(console: Console, rows: list[tuple[str, int]], years: bool = False) -> None:
    most = max(count for _, count in rows)
    table = Table.grid(padding=(0, 1, 0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for label, count in rows:
        bar = "█" * max(1, round(BAR * count / most)) if count else ""
        table.add_row(*((label, bar, f"{count:,}") if years else (f"{count:,}", bar, escape(label))))
    console.print(table)
