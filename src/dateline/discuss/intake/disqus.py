"""The export of Disqus: threads with their addresses, then posts. Read as a stream; nothing in it is resolved or run.

https://docs.disqus.com/developers/export/ has the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from dateline.discuss.intake import story
from dateline.discuss.intake.markup import text_of
from dateline.discuss.intake.remark import Remark, State
from dateline.errors import CopyError

_SPACE = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"


def read(path: Path) -> Iterator[Remark | str]:
    """The comments of an export; a text is the reason why one is none. Raises CopyError for what is no export."""
    threads: dict[str, int] = {}
    try:
        events = etree.iterparse(
            str(path),
            events=("end",),
            tag=(f"{_SPACE}thread", f"{_SPACE}post"),
            resolve_entities=False,
            no_network=True,
        )
        for _, element in events:
            if element.getparent() is None or element.getparent().tag != f"{_SPACE}disqus":
                continue  # the name of a thread inside a post
            if element.tag == f"{_SPACE}thread":
                threads[element.get(_ID, "")] = story.find(_text(element, "link"), _text(element, "id"))
            else:
                yield _post(element, threads)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise CopyError(f"{path} is not an export of Disqus, or is cut off: {error}.") from error


def _post(element: Any, threads: dict[str, int]) -> Remark | str:
    thread, parent, author = (element.find(f"{_SPACE}{name}") for name in ("thread", "parent", "author"))
    code = threads.get(thread.get(_ID, "") if thread is not None else "", 0)
    if not code:
        return "Its story is not here."
    return Remark(
        id=f"disqus-{element.get(_ID, '')}",
        story=code,
        parent=f"disqus-{parent.get(_ID, '')}" if parent is not None else "",
        author=_text(author, "name"),
        email=_text(author, "email"),
        when=_time(_text(element, "createdAt")),
        state=_state(element),
        text=text_of(_text(element, "message")),
    )


def _state(element: Any) -> State:
    if _text(element, "isSpam") == "true":
        return "rejected"
    return "deleted" if _text(element, "isDeleted") == "true" else "approved"


def _text(element: Any, name: str) -> str:
    found = element.findtext(f"{_SPACE}{name}") if element is not None else None
    return (found or "").strip()


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
