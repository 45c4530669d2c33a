"""The text of pages of invented sites, for the tests: what is left when only the words of a page were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

MENU = ("Skip to content", "Home", "Harbour", "Town hall", "Sport", "Letters", "Search", "Subscribe to the Courier")
FOOTER = ("About the Courier", "Contact", "Privacy", "© 2024 The Harbour Courier. All rights reserved.")


@dataclass(frozen=True)
class Told:
    """A story of the invented site."""

    code: int
    headline: str
    day: str
    byline: str
    place: str
    paragraphs: Sequence[str]
    source: str = ""
    related: Sequence[int] = field(default=())


STORIES = (
    Told(
        4101, "The swing bridge stays closed until spring", "Tuesday, 5 November 2024 08:30", "Inês Duarte", "HARBOUR",
        (
            "The swing bridge over the old harbour stays closed to all traffic until spring, the port office said.",
            "Divers found cracks in two of the four piers, and the steel for new ones comes from a mill fully booked.",
            "Until then the small ferry runs every twenty minutes from six, and the fare is paid by the town.",
        ),
        "Coastal News Agency", (4102, 4104),
    ),
    Told(
        4102, "Ferry crews ask for a second boat", "Wednesday, 6 November 2024 17:05", "Tom Weller", "QUAYSIDE",
        (
            "The crews of the small ferry have asked the town for a second boat before the winter timetable begins.",
            "At rush hour some sixty people are left on the quay, a count by the harbour school found last week.",
            "The council will look at the cost on Monday, the deputy mayor said, and at a boat that is idle.",
        ),
        "", (4101,),
    ),
    Told(
        4103, "Library keeps its Sunday hours", "Thursday, 7 November 2024 09:10", "Asha Rahman", "TOWN HALL",
        (
            "The town library will stay open on Sundays, after readers collected four thousand names for the hours.",
            "Two clubs of pensioners will look after the desk, and the heating is paid for by a bakery next door.",
            "Head librarian Olu Adeyemi said that the children's room had never been as full as in the last month.",
        ),
        "", (4105,),
    ),
    Told(
        4104, "Mill promises the steel for March", "Friday, 8 November 2024 12:00", "Inês Duarte", "UPRIVER",
        (
            "The mill that is to roll the steel for the swing bridge has promised the town the first beams in March.",
            "Two customers abroad have put off their orders, which leaves a gap of three weeks in the spring.",
            "The port office wants the piers mended by then and has sent the divers down a second time this week.",
        ),
        "", (4101,),
    ),
    Told(
        4105, "Bakery heats the reading room", "Saturday, 9 November 2024 07:45", "Asha Rahman", "TOWN HALL",
        (
            "A pipe through the wall carries the warmth of the ovens into the reading room of the library next door.",
            "It saves the town a third of the heating bill, and the smell of bread has brought new readers in.",
            "The baker, who left school at fourteen, has asked for nothing but a card that never runs out.",
        ),
        "", (4103,),
    ),
)  # fmt: skip
BY_CODE = {story.code: story for story in STORIES}


def dump(story: Told, *, first: Sequence[str] = MENU, last: Sequence[str] = FOOTER) -> str:
    """The page of a story: menu, story, related stories, comments, the same featured stories on each page, footer."""
    lines = [*first, story.day, story.headline, story.headline, f"Story code: {story.code}"]
    lines += [f"By {story.byline}", f"{story.place} - {story.paragraphs[0]}", *story.paragraphs[1:]]
    lines += [f"Source: {story.source}"] if story.source else []
    lines.append("Related Stories")
    for other in (BY_CODE[code] for code in story.related):
        lines += [other.headline, f"Courier - {other.paragraphs[0][:90]}…", other.day.split(", ")[1][:-6]]
    lines += ["Comments", "Your name", "Your comment", "Featured Stories"]
    for other in STORIES:
        lines += [other.headline, other.headline, f"By {other.byline}", other.day.split(", ")[1][:-6]]
    return "\n".join([*lines, *last]) + "\n"


def site() -> list[str]:
    return [dump(story) for story in STORIES]
