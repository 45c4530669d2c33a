"""Old comments in, for ``dateline import``: files of their own, and those that came with the stories of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.story import instant

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.discuss.intake import Counted, Remark, State
    from dateline.wire.record import Record, RemarkState
    from dateline.wire.report import Line

STATES: dict[RemarkState, State] = {
    "out": "approved", "waiting": "pending", "spam": "rejected", "deleted": "deleted",
}  # fmt: skip


def take_with(lines: Iterable[Line]) -> None:
    """Take in the comments of the stories that were just admitted, in the same transaction."""
    from dateline.discuss.intake import Intake

    intake = Intake()
    for line in lines:
        if line.code and line.record and line.record.comments:
            intake.add(remarks(line.code, line.record))
    intake.finish()


def remarks(code: int, record: Record) -> Iterator[Remark]:
    """The comments of a record, as ``discuss`` takes them."""
    from dateline.discuss.intake import Remark

    for one in record.comments:
        yield Remark(
            id=one.id,
            story=code,
            parent=one.parent,
            author=one.author,
            email=one.email,
            when=instant(one.when),
            state=STATES[one.state],
            text=one.text,
        )


def take_files(files: Sequence[Path], console: Console) -> None:
    """Take in files of comments and say what became of them."""
    from dateline.discuss.intake.files import take_in

    for file in files:
        with console.status(f"Comments of {file.name} ..."):
            counted = take_in(file)
        tell(file, counted, console)


def tell(file: Path, counted: Counted, console: Console) -> None:
    """Say what became of a file's comments."""
    console.print(f"{file.name}: {counted.taken} comments taken in, {counted.known} were here already.", markup=False)
    for reason, count in counted.refused.most_common():
        console.print(f"  {count:>6}  left out: {reason}", markup=False)
