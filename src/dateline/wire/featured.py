"""What the newest page of an archive featured: in a site that was empty, its rail of featured stories begins with that.

Every page of a day has the same list of them, and it says nothing of the story above it: they are no related stories.
So of all lists the last one counts, as it was when the old site was left, and only where no editor arranged anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from dateline.desk import intake
from dateline.wire import mentioned
from dateline.wire.mentioned import Named
from dateline.wire.reading import Read

FEWEST = 3
"""Stories of a list that must be here for it to be one."""
MOST = 12


@dataclass
class Featured:
    """Remembers the list of the newest page of a run."""

    wanted: bool
    """Whether the site was empty when the run began."""
    newest: str = ""
    """The date of that page."""
    named: tuple[Named, ...] = ()

    def meet(self, batch: Sequence[Read]) -> None:
        for read in batch:
            if not self.wanted or read.record is None or read.record.published < self.newest:
                continue
            if named := mentioned.named_in(read.record, "featured"):
                self.newest, self.named = read.record.published, tuple(named)

    def place(self) -> int:
        """Put the stories of that list that are here on the rail, in their order; how many."""
        found = mentioned.find(self.named)
        codes = list(dict.fromkeys(found[one] for one in self.named if one in found))[:MOST]
        if len(codes) < FEWEST:
            return 0
        with transaction.atomic():
            return intake.feature(codes)
