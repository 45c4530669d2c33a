"""A comment as another system kept it: plain values, not cleaned yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

State = Literal["approved", "pending", "rejected", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    id: str
    """Unique among the comments of its story."""
    story: int
    """The code of the story here."""
    parent: str = ""
    """The id of the one that it answers."""
    author: str = ""
    email: str = ""
    when: datetime | None = None
    state: State = "approved"
    text: str = ""
    """Plain, paragraphs parted by empty lines."""
