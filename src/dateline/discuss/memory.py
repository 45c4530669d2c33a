"""What the newsroom remembers when a comment is judged: handed to ``checks`` with each draft."""

from __future__ import annotations

from dateline.discuss import badges
from dateline.discuss.checks import Memory
from dateline.discuss.checks.names import skeleton
from dateline.discuss.draft import Draft


def of(draft: Draft) -> Memory:  # noqa: ARG001 (what is remembered may depend on the draft)
    """The memory for one draft."""
    return Memory(staff=frozenset(skeleton(name) for name in badges.newsroom().names))
