"""Builders of what readers may see: a test says what matters to it and takes the rest as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.ledger import canonical, entry
from dateline.ledger.entry import GONE, Entry, State
from dateline.masthead import Front, Person, Section, Shown, Site, SourcePage, TopicPage
from dateline.story import (
    Byline,
    Correction,
    CorrectionKind,
    Credit,
    CreditKind,
    Figure,
    Items,
    Moment,
    Paragraph,
    Picture,
    Quote,
    Story,
    Subhead,
    Topic,
    as_dict,
    moment,
)
from dateline.thread import Absence, Comment, Thread

FIRST_DAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

SECTIONS = (
    Section(slug="harbour", name="Harbour", former=("port",)),
    Section(slug="world", name="World"),
    Section(slug="culture", name="Culture"),
)

TEXT = (
    "The ferry to the islands left an hour late on Monday after the crane at pier four would not lower its arm.",
    "Nobody was hurt, and the two lorries that stood under it were moved by hand.",
    "The port says the crane will be looked at again before the weekend, when most visitors come.",
)


def site(**fields: Any) -> Site:
    given: dict[str, Any] = {
        "name": "The Harbour Courier",
        "url": "https://courier.example",
        "language": "en",
        "zone": "Europe/Lisbon",
        "tagline": "News from both sides of the water",
        "sections": SECTIONS,
        "contact": "desk@courier.example",
    }
    return Site(**given | fields)


def at(minutes: float = 0) -> Moment:
    """A moment so many minutes after the first morning."""
    return moment(FIRST_DAY + timedelta(minutes=minutes))


def story(code: int = 864, **fields: Any) -> Story:
    """A complete story; later codes are published later."""
    given: dict[str, Any] = {
        "code": code,
        "slug": f"ferry-leaves-late-{code}",
        "section": "harbour",
        "language": "en",
        "headline": f"Ferry leaves late, day {code}",
        "published": at(code),
        "standfirst": "A crane that would not move kept the islands waiting.",
        "bylines": (byline(),),
        "source": (Credit(kind="own", name="The Harbour Courier"),),
        "topics": (Topic(slug="ferries", name="Ferries"),),
        "body": tuple(Paragraph(html=text) for text in TEXT),
    }
    return Story(**given | fields)


def bare(code: int, **fields: Any) -> Story:
    """A story with nothing that is not needed."""
    given: dict[str, Any] = {
        "code": code,
        "slug": f"note-{code}",
        "section": "world",
        "language": "en",
        "headline": f"Note {code}",
        "published": at(code),
    }
    return Story(**given | fields)


def full(code: int = 864, **fields: Any) -> Story:
    """A story with every kind of everything."""
    given: dict[str, Any] = {
        "genre": "analysis",
        "kicker": "Crossings",
        "place": "Porto",
        "updated": at(code + 90),
        "bylines": (
            byline(),
            byline(8, "Rui Costa", role="contributor"),
            byline(9, "Ines Prado", role="photographer"),
        ),
        "source": (
            credit(url="https://coast.example/a?b=1&c=2", published=at(code - 30)),
            credit("relay", "Island Gazette", slug="island-gazette"),
        ),
        "topics": (Topic(slug="ferries", name="Ferries"), Topic(slug="ports", name="Ports & piers")),
        "lead": picture(),
        "body": (
            Paragraph(html="The pier was <em>closed</em> until noon &amp; the queue stood to the bridge."),
            Subhead(text="What the port says"),
            Quote(html="We will look at it <strong>again</strong>.", attribution="Marta Vaz, harbour master"),
            Items(items=("pier two", "pier four"), ordered=True),
            Figure(picture=picture("bb/00112233445566778899bb", caption="Pier four at noon.")),
        ),
        "corrections": (correction(at=at(code + 60)), correction("update", at=at(code + 90))),
        "former": (f"http://old-courier.example/news.asp?id={code}&lang=en", f"/stories/{code}.html"),
    }
    return story(code, **given | fields)


def byline(person: int = 7, name: str = "Ana Lopes", **fields: Any) -> Byline:
    slug = fields.pop("slug", name.lower().replace(" ", "-"))
    return Byline(person=person, name=name, slug=slug, **fields)


def credit(kind: CreditKind = "agency", name: str = "Coast Press", slug: str = "coast-press", **fields: Any) -> Credit:
    return Credit(kind=kind, name=name, slug=slug, **fields)


def correction(kind: CorrectionKind = "correction", **fields: Any) -> Correction:
    given: dict[str, Any] = {"at": at(2000), "text": "An earlier version named the wrong pier."}
    return Correction(kind=kind, **given | fields)


def picture(key: str = "aa/00112233445566778899aa", **fields: Any) -> Picture:
    given: dict[str, Any] = {
        "alt": "A crane with its arm up",
        "width": 1600,
        "height": 900,
        "widths": (320, 640, 960, 1280),
        "caption": "The crane on Monday.",
        "credit": "Ines Prado",
    }
    return Picture(key=key, **given | fields)


def person(number: int = 7, name: str = "Ana Lopes", **fields: Any) -> Person:
    slug = fields.pop("slug", name.lower().replace(" ", "-"))
    return Person(id=number, slug=slug, name=name, **fields)


def topic(slug: str = "ferries", name: str = "Ferries", **fields: Any) -> TopicPage:
    return TopicPage(slug=slug, name=name, **fields)


def source(slug: str = "coast-press", name: str = "Coast Press", **fields: Any) -> SourcePage:
    return SourcePage(slug=slug, name=name, **fields)


def thread(story: int = 864, **fields: Any) -> Thread:
    return Thread(story=story, **fields)


def comment(number: int = 1, story: int = 864, **fields: Any) -> Comment:
    """A comment that answers the story; with ``parent`` and ``root``, a reply."""
    given: dict[str, Any] = {
        "at": at(story + number),
        "name": "Maria Brandt",
        "text": "The second boat was late too, and nobody told us why.",
    }
    return Comment(number=number, story=story, **given | fields)


def gap(number: int = 1, story: int = 864, absent: Absence = "deleted", **fields: Any) -> Comment:
    """What stands in the place of a comment whose words are not there any more."""
    return Comment(number=number, story=story, at=at(story + number), absent=absent, **fields)


class Tape:
    """A ledger in memory: the same entries as ``ledger.record`` would make, and no database."""

    def __init__(self, masthead: Site | None = None) -> None:
        self.entries: list[Entry] = []
        self._bodies: dict[str, bytes | None] = {}
        self._last: dict[str, str] = {}
        self.waited = 0
        """Minutes that went by beside the one that each entry takes."""
        self.put("site", masthead or site())

    def put(self, subject: str, value: Any) -> Entry | None:
        """Record what readers now see of a subject, None for nothing; None back if that is nothing new."""
        body = None if value is None else canonical.encode(as_dict(value))
        digest = GONE if body is None else canonical.digest(body)
        kind = entry.decide(self._last.get(subject), digest)
        if kind is None:
            return None
        if body is not None:
            self._bodies[digest] = body
        return self._add(subject, kind, digest)

    def publish(self, *stories: Story) -> None:
        for one in stories:
            self.put(f"story:{one.code}", one)

    def withdraw(self, *codes: int) -> None:
        for code in codes:
            self.put(f"story:{code}", None)

    def say(self, *comments: Comment) -> None:
        for one in comments:
            self.put(f"comment:{one.number}", one)

    def hush(self, *numbers: int) -> None:
        """Comments of which readers see nothing any more."""
        for number in numbers:
            self.put(f"comment:{number}", None)

    def stand(self, one: Thread) -> None:
        """How a thread stands."""
        self.put(f"thread:{one.story}", one)

    def place(self, key: str, *codes: int) -> None:
        """An editor's order of a front, or of the rail (``featured``)."""
        self.put(f"{'rail' if key == 'featured' else 'front'}:{key}", Front(key=key, order=codes))

    def lead(self, key: str, *codes: int) -> None:
        """What a front led with."""
        self.put(f"shown:{key}", Shown(key=key, codes=codes))

    def redact(self, digest: str) -> None:
        """Remove the words of a snapshot, which no subject may show any more."""
        subjects = sorted({one.subject for one in self.entries if one.digest == digest})
        assert all(self._last[subject] != digest for subject in subjects)
        self._bodies[digest] = None
        for subject in subjects:
            self._add(subject, "redacted", self._last[subject])

    def _add(self, subject: str, kind: entry.Kind, digest: str) -> Entry:
        seq = len(self.entries) + 1
        made = Entry(seq, int(FIRST_DAY.timestamp() * 1000) + 60_000 * (seq + self.waited), subject, kind, digest)
        self.entries.append(made)
        self._last[subject] = digest
        return made

    def _state(self, one: Entry) -> State:
        return State(one, self._bodies[one.digest] if one.digest else None)

    # --- what followers read, as dateline.ledger.read gives it ---

    def last_seq(self) -> int:
        return len(self.entries)

    def after(self, position: int, limit: int) -> list[State]:
        return [self._state(one) for one in self.entries[position : position + limit]]

    def history(self, subject: str) -> list[State]:
        return [self._state(one) for one in self.entries if one.subject == subject]

    def current(self, subjects: list[str]) -> dict[str, State]:
        return {one.subject: self._state(one) for one in self.entries if one.subject in subjects}

    def by_subject(self, until: int) -> Iterator[tuple[str, list[State]]]:
        for subject in sorted({one.subject for one in self.entries[:until]}):
            yield subject, [state for state in self.history(subject) if state.entry.seq <= until]
