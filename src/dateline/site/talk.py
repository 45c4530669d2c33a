"""What readers said under the stories of the demo newspaper, by the doors that comments come in by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dateline.discuss.accounts.people import of_address
from dateline.discuss.doors import deciding, posting, reporting
from dateline.discuss.intake import Intake, Remark
from dateline.discuss.models import Comment
from dateline.site.demo.paper import DemoComment


def seed(comments: Sequence[DemoComment], codes: Mapping[str, int], now: datetime, editor: Any) -> None:
    """Make the comments of an empty site, oldest first, and what the newsroom and its readers did about them."""
    numbers: dict[str, int] = {}
    for one in comments:
        code, at = codes[one.story], now - one.age
        numbers[one.key] = _post(one, code, at, numbers, editor) if one.staff else _take(one, code, at)
    for one in comments:
        if one.highlighted:
            deciding.highlight(numbers[one.key], True, editor)
        if one.reported:
            reporting.report(numbers[one.key], reporting.Complaint(reason="insult", words=one.reported))


def _post(one: DemoComment, code: int, at: datetime, numbers: Mapping[str, int], editor: Any) -> int:
    """A comment of the newsroom's."""
    reader = of_address(editor.email, editor.get_full_name())
    parent = numbers.get(one.answers, 0)
    number = posting.post(reader, posting.Post(story=code, text=one.text, parent=parent), at).comment.number
    # Those that answer it are known by the keys of the file.
    Comment.objects.filter(pk=number).update(external_id=f"{code}:{one.key}")
    return int(number)


def _take(one: DemoComment, code: int, at: datetime) -> int:
    """A reader's comment, with the time at which it was written."""
    remark = Remark(
        id=one.key, story=code, parent=one.answers, author=one.name, when=at, state=one.state, text=one.text
    )
    intake = Intake()
    intake.add([remark])
    if intake.finish().taken != 1:
        raise ValueError(f"The demo's comment {one.key!r} was refused.")
    return int(Comment.objects.get(external_id=f"{code}:{one.key}").number)
