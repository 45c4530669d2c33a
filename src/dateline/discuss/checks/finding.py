"""What a check found, in words that a moderator reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["note", "hold", "reject"]
"""What a finding asks for; a note asks for nothing and is there to be read."""


@dataclass(frozen=True, slots=True)
class Finding:
    says: str
    """Such as “two links; the site allows one”."""
    weight: Weight = "hold"
    reason: str = ""
    """The preset reason that a rejection because of it is given; empty: none fits."""
