"""The pages of stories that go out as they were pressed: nearly all of those that nobody asked for before. Only reads.

Such a page is a text of its own and the slots of all pages behind it. What stands here could be said in the words of
``answer`` and ``join``, which make every page; it is said once more, in one function that asks for nothing twice,
because a reader of an archive seldom asks for what another one asked for just now.
"""

from __future__ import annotations

import re

from dateline.press.fragment import join_ending
from dateline.press.page import ContentType, numbers_of
from dateline.press.pagerecord import HEAD
from dateline.serve import join
from dateline.serve.answer import Answer, sent
from dateline.serve.view import NONE, View

# No sign that an address has to quote, for then the right one is written in another way than the one asked for.
_STORY = re.compile(r"/news/([0-9]{1,15})/(?!history$)[!-$&-~]+").fullmatch

_TYPES = tuple(ContentType)


def answer(view: View, path: str) -> Answer | None:
    """The answer to a GET of a decoded path; None if it has to be made in another way."""
    asked = _STORY(path)
    if asked is None:
        return None
    data = view.txn.get(int(asked[1]).to_bytes(8), db=view.databases["stories"])
    if data is None:
        return None
    _, _, kind, _, length, code, count, numbers, head, end, names = HEAD.unpack_from(data)
    if not numbers or length != len(path) or not data.startswith(path.encode(), HEAD.size):
        return None
    codes = numbers_of(count, 0).unpack_from(data, numbers)
    memory = view.memory
    if not memory.changed.isdisjoint(codes):
        stamps = numbers_of(count, count).unpack_from(data, numbers)[count:]
        if not join.have_stamps(view, codes, stamps):
            return None
    if view.is_discussed(code):
        return None
    try:
        chain = memory.chains[data[names:]]
        hidden = NONE
        if code in chain.visible or not chain.visible.isdisjoint(codes):
            if code in chain.codes:
                return None
            hidden = chain.codes.intersection(codes)
        shared = chain.texts[hidden]
    except KeyError:
        return None  # the like of it was not asked for yet, of this version of the store
    return sent(200, _TYPES[kind], *join_ending(data, head, end, shared.ending)) if shared else None
