"""Files of old comments: told apart by their beginning, read, taken in, every piece accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.discuss.intake import disqus, lines
from dateline.discuss.intake.remark import Remark
from dateline.discuss.intake.taking import Counted, Intake
from dateline.errors import CopyError

HEAD = 4096


def take_in(path: Path) -> Counted:
    """Take the comments of a file in. Raises CopyError for a file of neither kind."""
    intake = Intake()
    intake.add(_sound(_reader(path), intake.counted))
    return intake.finish()


def _reader(path: Path) -> Iterator[Remark | str]:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as error:
        raise CopyError(f"{path} cannot be read: {error.strerror}.") from error
    if head.startswith(b"{"):
        return lines.read(path)
    if head.startswith(b"<") and b"<disqus" in head:
        return disqus.read(path)
    raise CopyError(f"{path} is neither an export of Disqus nor lines of JSON.", "Look at docs/guide/import.md.")


def _sound(found: Iterable[Remark | str], counted: Counted) -> Iterator[Remark]:
    for one in found:
        if isinstance(one, str):
            counted.refused[one] += 1
        else:
            yield one
