"""Reads the demo newspaper from its files and checks that everything named in them is there."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

from dateline import urls
from dateline.errors import CopyError
from dateline.masthead import Section, SourcePage, TopicPage
from dateline.site.demo.markup import blocks
from dateline.site.demo.paper import (
    CommentState,
    DemoByline,
    DemoComment,
    DemoCorrection,
    DemoCredit,
    DemoPerson,
    DemoStory,
    Paper,
    State,
)
from dateline.site.demo.pictures import HEIGHT, LOOKS, SCENES, WIDTH
from dateline.site.demo.times import age, dated
from dateline.story import CommentPolicy, CorrectionKind, CreditKind, Genre, Picture, Role

_FOLDER = Path(__file__).parent
_FIELDS = set(DemoStory.__dataclass_fields__) - {"body", "lead"} | {"picture"}
_OWN = "the-ostmere-courant"
"""The slug of the paper's own name among the sources."""


def load(now: datetime | None = None, folder: Path = _FOLDER) -> Paper:
    """The demo newspaper as it stands at ``now`` (a time with a zone; this moment if not given).

    Raises CopyError, naming the file and the key, for a file that cannot be read or names something unknown.
    """
    at = now or datetime.now(UTC)
    masthead = _toml(folder / "paper.toml")
    _check_slugs(masthead["topics"] | masthead["sources"])
    people = _people(folder / "people.toml")
    desk = _Desk(masthead, people, at)
    stories = [desk.story(path) for path in sorted((folder / "stories").glob("*.md"))]
    fronts = {key: tuple(keys) for key, keys in masthead["fronts"].items()}
    _check_fronts(fronts | {"featured": masthead["featured"]}, stories, masthead["sections"])
    return Paper(
        **{name: masthead[name] for name in ("name", "tagline", "language", "zone", "contact")},
        sections=tuple(Section(slug=slug, name=name) for slug, name in masthead["sections"].items()),
        topics=tuple(TopicPage(slug=slug, **topic) for slug, topic in masthead["topics"].items()),
        sources=tuple(SourcePage(slug=slug, **source) for slug, source in masthead["sources"].items()),
        people=tuple(people.values()),
        stories=tuple(sorted(stories, key=lambda story: (story.age, story.key))),
        fronts=fronts,
        featured=tuple(masthead["featured"]),
        comments=_comments(folder / "comments.toml", {story.key: story for story in stories}),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CopyError(f"{path.name}: {error}") from error


def _people(path: Path) -> dict[str, DemoPerson]:
    return {key: DemoPerson(key=key, slug=key, portrait=key in LOOKS, **fields) for key, fields in _toml(path).items()}


def _comments(path: Path, stories: Mapping[str, DemoStory]) -> tuple[DemoComment, ...]:
    """The comments, each on a story that readers see and after what it answers."""
    found: dict[str, DemoComment] = {}
    rows = [row | {"age": age(row["age"]), "text": row["text"].strip()} for row in _toml(path)["comments"]]
    for row in sorted(rows, key=lambda row: -row["age"]):
        story = stories[_known(path.name, "story", row["story"], stories)]
        if story.state != "live" or story.age < row["age"]:
            raise CopyError(f"{path.name}: {row['key']} was written before {story.key} was out.")
        answered = found.get(row.get("answers", ""))
        if "answers" in row and (answered is None or answered.story != story.key):
            raise CopyError(f"{path.name}: {row['key']} answers what was not written under the same story before.")
        _choice(path.name, "state", row.get("state", "approved"), CommentState)
        found[row["key"]] = DemoComment(**row)
    return tuple(found.values())


def _check_fronts(fronts: Mapping[str, Collection[str]], stories: list[DemoStory], sections: Collection[str]) -> None:
    live = {story.key: story.section for story in stories if story.state == "live"}
    for front, keys in fronts.items():
        _known("paper.toml", "front", front, {"home", "featured", *sections})
        for key in keys:
            _known("paper.toml", f"story on the front {front}", key, live)
            if front in sections and live[key] != front:
                raise CopyError(f"paper.toml: {key} is on the front of {front} but is a story of {live[key]}.")


def _check_slugs(named: Mapping[str, Mapping[str, str]]) -> None:
    """The desk knows a topic and a source by the slug of its name, so the paper has to as well."""
    for slug, one in named.items():
        if slug != urls.slugify(one["name"]):
            raise CopyError(f"paper.toml: {slug!r} has to be {urls.slugify(one['name'])!r}, the slug of its name.")


def _known(file: str, what: str, key: str, known: Collection[str]) -> str:
    if key not in known:
        raise CopyError(f"{file}: unknown {what}: {key!r}.", f"Known are: {', '.join(sorted(known))}.")
    return key


class _Desk:
    """Turns one file after another into a story, against the masthead and the staff."""

    def __init__(self, masthead: Mapping[str, Any], people: Mapping[str, DemoPerson], now: datetime) -> None:
        self._masthead = masthead
        self._people = people
        self._now = now

    def story(self, path: Path) -> DemoStory:
        try:
            return self._read(path)
        except KeyError as missing:
            raise CopyError(f"{path.name}: the field {missing} is missing.") from missing
        except (ValueError, TypeError) as error:
            raise CopyError(f"{path.name}: {error}") from error

    def _read(self, path: Path) -> DemoStory:
        head, text = self._parts(path)
        file = path.name
        _known(file, "key (it must be the file's name)", head["key"], {path.stem})
        for name in head:
            _known(file, "field", name, _FIELDS)
        old, language = age(head["age"]), head.get("language", self._masthead["language"])
        scene = head.get("picture")
        return DemoStory(
            key=head["key"],
            headline=head["headline"],
            kicker=head.get("kicker", ""),
            standfirst=dated(head.get("standfirst", ""), self._now - old, language),
            slug=head.get("slug", ""),
            section=_known(file, "section", head["section"], self._masthead["sections"]),
            genre=_choice(file, "genre", head.get("genre", "news"), Genre),
            age=old,
            place=head.get("place", ""),
            bylines=tuple(self._byline(file, one) for one in head.get("bylines", ())),
            source=tuple(self._credit(file, one) for one in head.get("source", ({"kind": "own", "name": _OWN},))),
            topics=tuple(_known(file, "topic", slug, self._masthead["topics"]) for slug in head.get("topics", ())),
            lead=self._picture(file, **scene) if scene else None,
            language=language,
            direction=head.get("direction", "ltr"),
            corrections=tuple(self._correction(file, one, language) for one in head.get("corrections", ())),
            state=_choice(file, "state", head.get("state", "live"), State),
            comments=_choice(file, "comments", head.get("comments", "open"), CommentPolicy),
            urgency=head.get("urgency", 5),
            body=blocks(dated(text, self._now - old, language), lambda *parts: self._picture(file, *parts)),
        )

    def _parts(self, path: Path) -> tuple[dict[str, Any], str]:
        """The front matter and the text of a story file."""
        _, head, text = path.read_text(encoding="utf-8").split("+++\n", 2)
        return tomllib.loads(head), text

    def _byline(self, file: str, one: Mapping[str, str]) -> DemoByline:
        person = _known(file, "person", one["person"], self._people)
        return DemoByline(person=person, role=_choice(file, "role", one.get("role", "reporter"), Role))

    def _credit(self, file: str, one: Mapping[str, str]) -> DemoCredit:
        old = age(one["age"]) if "age" in one else None
        source = _known(file, "source", one["name"], self._masthead["sources"])
        kind = _choice(file, "kind", one["kind"], CreditKind)
        return DemoCredit(kind=kind, source=source, url=one.get("url", ""), age=old)

    def _correction(self, file: str, one: Mapping[str, str], language: str) -> DemoCorrection:
        old = age(one["age"])
        kind = _choice(file, "correction", one["kind"], CorrectionKind)
        return DemoCorrection(kind=kind, age=old, text=dated(one["text"], self._now - old, language))

    def _picture(self, file: str, key: str, alt: str, caption: str = "", credit: str = "") -> Picture:
        scene = SCENES[_known(file, "picture", key, SCENES)]
        if not alt:
            raise CopyError(f"{file}: the picture {key!r} has no alt text.")
        return Picture(
            key=key,
            alt=alt,
            width=WIDTH,
            height=HEIGHT,
            widths=(),
            caption=caption,
            credit=credit,
            focus=scene.focus,
        )


def _choice(file: str, what: str, value: str, allowed: Any) -> Any:
    return _known(file, what, value, get_args(allowed))
