"""The checks, in the order in which they are asked. This is the whole list.

A check is a function from a case to a finding, several, or none. A finding that rejects ends the list; one that holds
does not, so that a moderator reads everything there is to say. Whoever is of the newsroom is not checked. Who is
trusted is asked only what ``of_trusted`` marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.discuss.checks import manner, names, opinion, person, repeats
from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    ask: Callable[[Case], Finding | Iterable[Finding] | None]
    about: str
    """What it does, as the desk's page of rules says it."""
    of_trusted: bool = False


CHECKS = (
    # Who writes.
    Check("person held", person.is_held, "A moderator said that this person's comments are read first."),
    Check("new person", person.is_new, "The first comments of a new person are read first."),
    Check("often rejected", person.is_often_rejected, "Half or more of a person's latest comments were rejected."),
    Check("network", person.has_bad_neighbours, "Many comments from the same network were rejected lately."),
    # Under which name.
    Check("staff name", names.looks_like_staff, "The name looks like that of somebody of the newsroom."),
    Check("link in name", names.has_link, "The name is an advertisement."),
    Check("word in name", names.has_listed_word, "The name has a word of your lists.", of_trusted=True),
    # What is written.
    Check("words", manner.has_listed_words, "The text has words of your lists, however disguised.", of_trusted=True),
    Check("links", manner.has_links, "More links than the rules allow."),
    Check("shouting", manner.shouts, "Nearly all of it in capital letters."),
    Check("marks", manner.heaps_marks, "Marks heaped on letters, so that they cover other lines.", of_trusted=True),
    # How it came.
    Check("haste", person.is_hasty, "Sent sooner than a person can write."),
    Check("repeat", person.repeats_themselves, "The person has written the same before."),
    Check("chorus", repeats.repeats_others, "Other people have written the same lately."),
    Check("flood", person.floods, "More comments within an hour than anybody writes.", of_trusted=True),
    # What others make of it: last, for it takes longest and may leave this machine.
    Check("score", opinion.scores_high, "It is like what this newsroom has rejected before."),
    Check("outside", opinion.is_refused_outside, "What an outside checker says, if dateline.toml names one."),
)
