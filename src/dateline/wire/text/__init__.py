"""Page text: what remains of a page when only its text was kept.

``split`` cuts a file into pages, ``learn`` tells what the pages of a site have in common, ``read`` makes a record of
one page, with the other stories that it leads to.
"""

from dateline.wire.text.furniture import NOTHING, Furniture, learn
from dateline.wire.text.reader import read
from dateline.wire.text.split import fits, split

__all__ = ["NOTHING", "Furniture", "fits", "learn", "read", "split"]
