"""What copy is packed in: folders aside, everything that one file can hold many things in."""

from dateline.wire.containers.anchor import Anchor
from dateline.wire.containers.captures import Captures
from dateline.wire.containers.member import Member, Tally
from dateline.wire.containers.opening import Opening
from dateline.wire.containers.shelf import Shelf

__all__ = ["Anchor", "Captures", "Member", "Opening", "Shelf", "Tally"]
