"""Which originals are kept, and reading them again: the rows of originals, and the rules that people set."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.conf import settings

from dateline.errors import CopyError
from dateline.wire import learned, reading
from dateline.wire.archive import Archive
from dateline.wire.models import Original, SiteRule
from dateline.wire.originals import Originals
from dateline.wire.pieces import Piece
from dateline.wire.reading import Found, Read
from dateline.wire.report import Line
from dateline.wire.rules import Rule, Rules, host_of
from dateline.wire.sources import About
from dateline.wire.survey import Lore, site_of
from dateline.wire.text import NOTHING

log = logging.getLogger("dateline.import")


@dataclass
class Keeping:
    """Keeps the originals of what a person should look at; with ``everything``, of all that came in."""

    store: Originals
    everything: bool = False
    full: bool = False
    """Whether the disk had no more room for them."""
    lore_for: Callable[[Sequence[Piece]], Lore] = reading.nothing_learned
    """What was learned of the sites of pieces."""
    _beside: dict[str, str] = field(default_factory=dict)
    """The digest of what was kept of a site, so that it is not written anew for each of its pages."""

    def keep(self, batch: Sequence[Read], lines: Sequence[Line]) -> None:
        """Keep those of a batch, within the transaction that admits it."""
        rows = []
        for read, line in zip(batch, lines, strict=True):
            # A capture that came too late for the history is kept at least as it came.
            came = line.outcome == "imported" or bool(read.record and read.record.captured)
            wanted = line.outcome == "review" or (self.everything and came)
            if wanted and read.record and not self.full:
                rows += self._keep(read)
        fields = ["digest", "source", "host", "name", "address", "charset", "captured", "beside"]
        Original.objects.bulk_create(rows, update_conflicts=True, unique_fields=["piece"], update_fields=fields)

    def _keep(self, read: Read) -> list[Original]:
        about = read.piece.about
        try:
            digest, beside = self.store.keep(read.piece.data), self._keep_beside(read.piece)
        except (CopyError, OSError) as error:
            # The story is what matters; that its original is not kept is said once.
            log.warning("%s: %s", read.piece.name, error)
            self.full = True
            return []
        return [
            Original(
                piece=read.piece.place,
                digest=digest,
                source=read.piece.source,
                host=host_of(read.record, about.address),
                name=about.name,
                address=about.address,
                charset=about.charset,
                captured=about.captured,
                beside=beside,
            )
        ]

    def _keep_beside(self, piece: Piece) -> str:
        """The digest of what it takes beside its bytes to read a piece again; empty if nothing."""
        site = site_of(piece)
        furniture = self.lore_for([piece]).get(site, NOTHING)
        if piece.about.listed:
            return self.store.keep(learned.encode(piece.about.mapping, furniture, piece.about.listed))
        if not piece.about.mapping and furniture == NOTHING:
            return ""
        if site not in self._beside:
            self._beside[site] = self.store.keep(learned.encode(piece.about.mapping, furniture))
        return self._beside[site]


def store() -> Originals:
    """The originals of the site that was entered."""
    return Originals(settings.FOLDER.originals)


def rules() -> Rules:
    """All rules that people set, by host."""
    found: dict[str, list[Rule]] = {}
    for row in SiteRule.objects.order_by("host", "field"):
        found.setdefault(row.host, []).append(Rule(row.field, row.way, row.value))
    return found


def read_again(rows: Iterable[Original], given: Rules) -> list[Found]:
    """What is read from originals now, under some rules, with the mapping and what was learned when they came in."""
    here = store()
    found = []
    for row in rows:
        try:
            data = here.fetch(row.digest)
            mapping, furniture, listed = learned.decode(here.fetch(row.beside) if row.beside else b"")
        except CopyError as error:
            found.append(Found(None, str(error)))
            continue
        about = About(name=row.name, address=row.address, charset=row.charset, captured=row.captured)
        about = replace(about, mapping=mapping, listed=listed)
        archive = Archive(Path(row.piece), Path("/"), row.piece, len(data))
        piece = Piece(archive, row.source, data, about=about)
        found += reading.read([piece], {site_of(piece): furniture}, given)
    return found
