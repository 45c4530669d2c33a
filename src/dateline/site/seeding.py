"""The demo newspaper made into rows of a desk: people, pictures, stories in all their states, fronts."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction

from dateline.desk.blocks import PlacedPicture, Written
from dateline.desk.intake import NewStory, admit
from dateline.desk.models import FrontPlan, Person, Placement, Source, Story, Topic
from dateline.desk.pictures import take_picture
from dateline.site import demo, talk
from dateline.site.demo import DemoPerson, DemoStory, Paper, drawing
from dateline.site.demo.paper import WAS_OUT
from dateline.story import Correction, Credit, Figure, Moment, Picture, moment

Progress = Callable[[str, int, int], None]
"""Called with what is being made, how many are done, and of how many."""

Pictures = dict[str, int]
"""The rows of the drawings, by their keys; a portrait's has ``portrait:`` before it."""


@dataclass(frozen=True, slots=True)
class Seeding:
    """One seeding of an empty site, as of ``now``."""

    paper: Paper
    now: datetime
    progress: Progress

    def run(self) -> None:
        """Make everything; the site's sections must be the paper's."""
        pictures = self._draw()
        people = self._make_people(pictures)
        self._make_names()
        stories = list(reversed(self.paper.stories))
        copies = [self._new_story(story, people, pictures) for story in stories]
        admitted = admit([_as_first_published(copy) for copy in copies])
        codes = {story.key: one.code for story, one in zip(stories, admitted, strict=True) if one.code}
        refused = [f"{s.key}: {a.reason}" for s, a in zip(stories, admitted, strict=True) if a.outcome != "made"]
        if refused:
            raise ValueError(f"The demo newspaper was refused by the desk: {'; '.join(refused)}")
        # Corrected once they are out, as stories are: their histories have two versions.
        corrected = [(story, copy) for story, copy in zip(stories, copies, strict=True) if copy.corrections]
        admit([replace(copy, code=codes[story.key], update=True) for story, copy in corrected])
        self._place(codes)
        editor = get_user_model().objects.order_by("pk").first()
        Story.objects.update(created_by=editor, edited_by=editor)  # written at this desk, not taken from an archive
        for story in stories:
            self._give_state(story, codes[story.key])
        talk.seed(self.paper.comments, codes, self.now, editor)

    def _draw(self) -> Pictures:
        """Every picture of the paper, drawn on all cores and taken in by this process."""
        wanted = sorted({key for story in self.paper.stories for key in _picture_keys(story)})
        portraits = sorted(drawing.PORTRAIT + person.key for person in self.paper.people if person.portrait)
        rows: Pictures = {}
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
            for key, data in zip([*wanted, *portraits], pool.map(drawing.draw, [*wanted, *portraits]), strict=True):
                rows[key] = take_picture(data, title=key.removeprefix(drawing.PORTRAIT).replace("-", " ")).pk
                self.progress("pictures", len(rows), len(wanted) + len(portraits))
        return rows

    def _make_people(self, pictures: Pictures) -> dict[str, int]:
        return {person.key: self._make_person(person, pictures) for person in self.paper.people}

    def _make_person(self, person: DemoPerson, pictures: Pictures) -> int:
        row = Person(
            slug=person.slug,
            name=person.name,
            title=person.title,
            bio=person.bio,
            portrait_id=pictures.get(drawing.PORTRAIT + person.key),
        )
        row.save()
        return int(row.pk)

    def _make_names(self) -> None:
        for topic in self.paper.topics:
            Topic(slug=topic.slug, name=topic.name, about=topic.about).save()
        for source in self.paper.sources:
            Source(slug=source.slug, name=source.name, url=source.url, about=source.about).save()

    def _new_story(self, story: DemoStory, people: dict[str, int], pictures: Pictures) -> NewStory:
        names = {topic.slug: topic.name for topic in self.paper.topics}
        lead = story.lead
        return NewStory(
            headline=story.headline,
            kicker=story.kicker,
            standfirst=story.standfirst,
            slug=story.slug,
            section=story.section,
            genre=story.genre,
            language=story.language,
            direction=story.direction,
            place=story.place,
            live=story.state in WAS_OUT,
            comments=story.comments,
            urgency=story.urgency,
            published=self._moment(story.age) if story.state in WAS_OUT else Moment(""),
            updated=max((self._moment(c.age) for c in story.corrections), default=Moment("")),
            bylines=tuple((people[byline.person], byline.role) for byline in story.bylines),
            source=tuple(self._credit(story, place) for place in range(len(story.source))),
            topics=tuple(names[slug] for slug in story.topics),
            lead=_placed(lead, pictures) if lead else None,
            body=tuple(_body(story, pictures)),
            corrections=tuple(Correction(kind=c.kind, at=self._moment(c.age), text=c.text) for c in story.corrections),
        )

    def _credit(self, story: DemoStory, place: int) -> Credit:
        credit = story.source[place]
        names = {source.slug: source.name for source in self.paper.sources}
        when = self._moment(credit.age) if credit.age is not None else Moment("")
        return Credit(kind=credit.kind, name=names.get(credit.source, self.paper.name), url=credit.url, published=when)

    def _moment(self, age: timedelta) -> Moment:
        return moment(self.now - age)

    def _place(self, codes: dict[str, int]) -> None:
        """What the paper's editor put on the fronts and into the rail."""
        for key, stories in {**self.paper.fronts, "featured": self.paper.featured}.items():
            plan = FrontPlan.objects.get(key=key)
            plan.placements = [Placement(story_id=codes[story], sort_order=i) for i, story in enumerate(stories)]
            plan.save()

    def _give_state(self, story: DemoStory, code: int) -> None:
        """Drafts stay; others are sent to review, scheduled or withdrawn, as a person at the desk would."""
        if story.state in ("live", "draft"):
            return
        with transaction.atomic():
            row = Story.objects.get(pk=code)
            editor = get_user_model().objects.order_by("pk").first()
            if story.state == "scheduled":
                row.go_live_at = self.now - story.age
                row.save_revision(user=editor).publish(user=editor)
                return
            if story.state == "withdrawn":
                row.unpublish(user=editor)
                return
            row.save_revision(user=editor)
            row.get_workflow().start(row, editor)


def _as_first_published(copy: NewStory) -> NewStory:
    return replace(copy, corrections=(), updated=Moment(""))


def seed(now: datetime, progress: Progress) -> Paper:
    """Fill the site that was entered with the demo newspaper."""
    paper = demo.load()
    Seeding(paper, now, progress).run()
    return paper


def _picture_keys(story: DemoStory) -> Iterator[str]:
    if story.lead:
        yield story.lead.key
    yield from (block.picture.key for block in story.body if isinstance(block, Figure))


def _body(story: DemoStory, pictures: Pictures) -> Iterator[Written]:
    for block in story.body:
        if isinstance(block, Figure):
            yield _placed(block.picture, pictures)
        else:
            yield block


def _placed(shown: Picture, pictures: Pictures) -> PlacedPicture:
    return PlacedPicture(picture=pictures[shown.key], alt=shown.alt, caption=shown.caption, credit=shown.credit)
