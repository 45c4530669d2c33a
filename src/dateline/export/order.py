"""In which order stories leave: by code, but each after those that it names, so that they are there when it comes in.

Stories that name each other, in a ring, stand beside each other. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence


def arrange(codes: Iterable[int], names: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """Every code once; ``names`` has those that a story names, for the few that name any."""
    done: set[int] = set()
    named = set(names) | {code for others in names.values() for code in others}
    plain = list(codes)
    here = named.intersection(plain)
    for code in plain:
        if code not in here:
            yield code
        elif code not in done:
            yield from _after(code, names, here, done)


def _after(first: int, names: Mapping[int, Sequence[int]], here: set[int], done: set[int]) -> Iterator[int]:
    """A code behind all that it names, and they behind theirs; without recursion, for chains can be long."""
    done.add(first)
    path = [(first, iter(names.get(first, ())))]
    while path:
        code, others = path[-1]
        other = next((one for one in others if one in here and one not in done), None)
        if other is None:
            path.pop()
            yield code
        else:
            done.add(other)
            path.append((other, iter(names.get(other, ()))))
