"""The kinds of copy that Dateline reads, as a list; which of them a file is, its content tells.

A source cuts a file into pieces and makes a record of each. To add one: a class in a file of its own here, as
``source.Source`` says, a line in ``SOURCES``, recorded input in tests/wire.
"""

from __future__ import annotations

from dateline.errors import CopyError
from dateline.wire.record import Record
from dateline.wire.sources.agency_text import AgencyText
from dateline.wire.sources.assets import is_asset
from dateline.wire.sources.dateline_export import DatelineExport
from dateline.wire.sources.feeds import Feeds
from dateline.wire.sources.fragments import Fragments
from dateline.wire.sources.ghost import Ghost
from dateline.wire.sources.json_feed import JsonFeed
from dateline.wire.sources.jsonlines import JsonLines
from dateline.wire.sources.markdown import Markdown
from dateline.wire.sources.newsml import NewsMl
from dateline.wire.sources.newsml_g2 import NewsMlG2
from dateline.wire.sources.ninjs import Ninjs
from dateline.wire.sources.nitf import Nitf
from dateline.wire.sources.other_xml import OtherXml
from dateline.wire.sources.pages import Pages
from dateline.wire.sources.post_list import PostList
from dateline.wire.sources.rows import Rows
from dateline.wire.sources.schema_org import SchemaOrg
from dateline.wire.sources.source import LARGEST, About, Source
from dateline.wire.sources.tables import Tables
from dateline.wire.sources.text import Text
from dateline.wire.sources.wp_rest import WpRest
from dateline.wire.sources.wxr import Wxr

__all__ = ["HEAD", "LARGEST", "SOURCES", "About", "Source", "named", "read", "tell"]

HEAD = 16384
"""Bytes of a file that tell what it is."""

SOURCES: tuple[Source, ...] = (
    DatelineExport(),
    Wxr(),
    Feeds(),
    NewsMlG2(),
    NewsMl(),
    Nitf(),
    Ghost(),
    JsonFeed(),
    WpRest(),
    SchemaOrg(),
    Ninjs(),
    JsonLines(),
    Rows(),
    AgencyText(),
    PostList(),
    Tables(),
    Markdown(),
    OtherXml(),
    Text(),
    Fragments(),
    Pages(),  # takes whatever is left
)
"""In the order in which they are asked."""


def tell(head: bytes, name: str) -> Source | None:
    """The source of a file that begins with ``head``; None for what only lies beside copy."""
    if is_asset(head, name):
        return None
    return next(source for source in SOURCES if source.fits(head))


def named(name: str) -> Source:
    """The source that ``--format`` names; raises CopyError if there is none."""
    for source in SOURCES:
        if source.name == name:
            return source
    known = ", ".join(source.name for source in SOURCES)
    raise CopyError(f"There is no format {name!r}. Known are: {known}.")


def read(source: str, data: bytes, about: About) -> Record:
    """The record of a piece of a source, by name; raises CopyError with the reason if there is none."""
    if len(data) > LARGEST:
        raise CopyError(f"It is larger than {LARGEST >> 20} MB.")
    return named(source).read(data, about)
