"""Copy by the batch: all of it or told why not, once or a hundred times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import newsroom
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline import story
from dateline.desk import snapshot
from dateline.desk.intake import NewStory, PlacedPicture, admit, codes_of_addresses, codes_of_external_ids
from dateline.desk.models import FormerAddress, NewsImage, Person, Source, Story, Topic
from dateline.desk.pictures import take_picture
from dateline.ledger.models import LedgerEntry
from dateline.story import Moment, Paragraph, Subhead

Shown = Callable[[str], Any]


def copy(**fields: Any) -> NewStory:
    plain: dict[str, Any] = {
        "headline": "Harbour dredging begins",
        "section": "harbour",
        "body": (Paragraph(html="The dredger arrived on Monday."),),
        "published": Moment("2020-05-21T08:30:00Z"),
    }
    return NewStory(**{**plain, **fields})


def full(**fields: Any) -> NewStory:
    return copy(
        kicker="Port",
        standfirst="Three months of work.",
        genre="feature",
        language="fa",
        place="Faro",
        updated=Moment("2020-05-22T10:00:00Z"),
        bylines=(("Ana Lopes", "reporter"), ("Rui Costa", "photographer")),
        source=(
            story.Credit(
                kind="agency", name="Coast Press", url="https://press.example/1", published=Moment("2020-05-20")
            ),
            story.Credit(kind="own", name="ignored"),
        ),
        topics=("Ports", "Dredging"),
        corrections=(story.Correction(kind="correction", at=Moment("2020-05-23T09:00:00Z"), text="It was Monday."),),
        comments="off",
        urgency=2,
        former=("https://old.example/news/1.html",),
        external_id="old-1",
        **fields,
    )


def test_a_list_is_the_same_list_after_it_was_published_again_from_the_desk(shown: Shown) -> None:
    points = ("Sandbags at the mole", "Lamps on <em>every</em> pier")
    [made] = admit([full(body=(story.Items(items=points), Paragraph(html="That is all.")))])
    before = shown(f"story:{made.code}")["body"]
    row = Story.objects.get(pk=made.code)
    row.body = [(block.block_type, block.value) for block in row.body]  # as the form reads and writes it
    row.save_revision().publish()
    assert shown(f"story:{made.code}")["body"] == before


def test_a_story_is_admitted_with_all_it_brings(shown: Shown) -> None:
    (answer,) = admit([full()])
    assert answer.outcome == "made"
    assert answer.code
    seen = story.from_dict(story.Story, shown(f"story:{answer.code}"))
    assert (seen.kicker, seen.place, seen.direction, seen.published) == ("Port", "Faro", "rtl", "2020-05-21T08:30:00Z")
    assert [(one.name, one.role) for one in seen.bylines] == [("Ana Lopes", "reporter"), ("Rui Costa", "photographer")]
    assert [(one.kind, one.name, one.published) for one in seen.source] == [
        ("agency", "Coast Press", "2020-05-20"),
        ("own", "The Harbour Courier", ""),
    ]
    assert [one.slug for one in seen.topics] == ["ports", "dredging"]
    assert seen.corrections[0].text == "It was Monday."
    assert seen.updated == "2020-05-22T10:00:00Z"
    assert seen.former == ("https://old.example/news/1.html",)
    assert shown("topic:ports")
    assert shown(f"person:{seen.bylines[0].person}")


def test_what_the_batch_records_is_what_saving_would_record() -> None:
    (answer,) = admit([full()])
    before = LedgerEntry.objects.count()
    row = Story.objects.get(pk=answer.code)
    row.save()
    assert LedgerEntry.objects.count() == before
    assert snapshot.of(row).code == answer.code


def test_the_same_batch_again_changes_nothing() -> None:
    batch = [full(), copy(external_id="old-2", headline="Second")]
    first = admit(batch)
    state = (Story.objects.count(), Person.objects.count(), LedgerEntry.objects.count())
    again = admit(batch)
    assert [one.outcome for one in again] == ["taken", "taken"]
    assert [one.code for one in again] == [one.code for one in first]
    assert (Story.objects.count(), Person.objects.count(), LedgerEntry.objects.count()) == state


def test_one_story_that_cannot_be_had_keeps_no_other_out() -> None:
    newsroom.story(code=864)
    answers = admit(
        [
            copy(headline=" \x00"),
            copy(section="sport"),
            copy(code=864),
            copy(code=0),
            copy(published="yesterday"),
            copy(external_id="x"),
            copy(external_id="x"),
            copy(headline="y" * 501),
            copy(urgency=0),
            copy(code=900),
            copy(bylines=(("", "reporter"),)),
        ]
    )
    assert [one.outcome for one in answers] == [
        "refused",
        "refused",
        "taken",
        "taken",
        "refused",
        "made",
        "taken",
        "refused",
        "refused",
        "made",
        "refused",
    ]
    assert all(one.reason for one in answers if one.outcome in ("refused", "taken"))
    assert "864" in answers[2].reason
    assert "sport" in answers[1].reason
    assert answers[9].code == 900


def test_a_story_keeps_the_code_and_slug_of_its_archive() -> None:
    (answer,) = admit([copy(code=864, slug="Old Slug")])
    assert answer.code == 864
    assert Story.objects.get().slug == "old-slug"
    assert newsroom.story().pk == 865


@pytest.mark.parametrize(
    ("published", "precision"), [("2020-05-21T08:30:00Z", "minute"), ("2020-05-21", "day"), ("", "unknown")]
)
def test_times_stay_as_exact_as_they_were(shown: Shown, published: str, precision: str) -> None:
    (answer,) = admit([copy(published=published)])
    row = Story.objects.get()
    assert row.precision == precision
    assert shown(f"story:{answer.code}").get("published", "") == published
    row.save()
    assert shown(f"story:{answer.code}").get("published", "") == published


def test_a_draft_is_seen_by_nobody(shown: Shown) -> None:
    (answer,) = admit([copy(live=False, published="", section="")])
    assert answer.outcome == "made"
    assert shown(f"story:{answer.code}") is None
    row = Story.objects.get()
    assert (row.live, row.has_unpublished_changes, row.precision) == (False, True, "minute")


def test_names_are_found_or_made_once() -> None:
    known = newsroom.person()
    newsroom.person()  # a second of the same name: copy means the first
    people = (("Ana Lopes", "reporter"), (known.pk, "editor"), ("New Person", "reporter"), (4711, "reporter"))
    admit([copy(bylines=people, topics=("Ports", "ports"), source=(story.Credit(kind="relay", name="Outlet"),))] * 2)
    row = Story.objects.latest("pk")
    assert [one.person_id for one in row.bylines.all()][:2] == [known.pk, known.pk]
    assert Person.objects.filter(name="New Person").count() == 1
    assert [one.name for one in Topic.objects.all()] == ["Ports"]
    assert Source.objects.get().kind == "outlet"
    assert len(row.bylines.all()) == 3


def test_a_new_person_gets_a_slug_nobody_had() -> None:
    other = newsroom.person("Ana  Lopes")
    other.name = "Ana Maria"
    other.save()
    admit([copy(bylines=(("Ana Lopes", "reporter"), ("ana lopes", "editor")))])
    assert sorted(Person.objects.exclude(pk=other.pk).values_list("slug", flat=True)) == ["ana-lopes-2", "ana-lopes-3"]


def test_an_update_changes_the_copy_and_only_if_it_changed(shown: Shown) -> None:
    (made,) = admit([full()])
    changed = full(update=True)
    assert admit([changed])[0].outcome == "same"
    new = replace(changed, headline="Harbour dredging ends", body=(Subhead(text="Done"),), topics=("Ports",))
    assert admit([new])[0] == replace(made, outcome="changed")
    seen = shown(f"story:{made.code}")
    assert seen["headline"] == "Harbour dredging ends"
    assert seen["slug"] == "harbour-dredging-begins"
    assert [one["slug"] for one in seen["topics"]] == ["ports"]
    assert len(seen["bylines"]) == 2
    assert seen["former"] == ["https://old.example/news/1.html"]


def test_an_update_never_overwrites_an_editors_work() -> None:
    (made,) = admit([full()])
    row = Story.objects.get()
    row.headline = "Edited at the desk"
    row.save_revision().publish()
    (answer,) = admit([full(update=True)])
    assert (answer.outcome, answer.code) == ("edited", made.code)
    assert Story.objects.get().headline == "Edited at the desk"


def test_a_code_with_another_external_id_is_another_story() -> None:
    (made,) = admit([full(code=7)])
    (answer,) = admit([copy(code=7, external_id="old-2", update=True)])
    assert (answer.outcome, answer.code) == ("taken", made.code)


def test_an_address_leads_to_the_first_story_that_had_it() -> None:
    first, second = admit(
        [copy(former=("https://old.example/1",)), copy(former=("http://www.old.example/1/", "https://[bad"))]
    )
    assert second.outcome == "made"
    assert f"story {first.code}" in second.reason
    kept = {"http://old.example/1#top": first.code, "https://[bad": second.code}
    assert codes_of_addresses(kept) == kept, "what cannot be read as an address is kept as it is written"
    assert FormerAddress.objects.count() == 2


def test_what_is_here_can_be_asked_for() -> None:
    (made,) = admit([full()])
    assert codes_of_external_ids(["old-1", "old-9", ""]) == {"old-1": made.code}


def test_pictures_are_placed_and_kept_from_being_deleted(shown: Shown) -> None:
    lead, inside = take_picture(newsroom.jpeg(), alt="A dredger"), take_picture(newsroom.jpeg(colour="teal"))
    (answer,) = admit(
        [copy(lead=PlacedPicture(picture=lead.pk, caption="Arrived"), body=(PlacedPicture(picture=inside.pk),))]
    )
    seen = shown(f"story:{answer.code}")
    assert seen["lead"]["caption"] == "Arrived"
    assert seen["body"][0]["picture"]["key"] == inside.key
    with pytest.raises(Exception, match="cannot be deleted"):
        NewsImage.objects.get(pk=inside.pk).delete()


def test_stories_can_be_pinned_to_others_of_the_same_batch(shown: Shown) -> None:
    admit([copy(code=10, pinned=(11, 99)), copy(code=11)])
    assert shown("story:10")["pinned"] == [11]


def test_stories_can_be_placed_on_fronts(shown: Shown) -> None:
    admit(
        [
            copy(code=10, fronts=("home", "featured")),
            copy(code=11, fronts=("home",)),
            copy(code=12, fronts=("nowhere",)),
        ]
    )
    admit([copy(code=13, fronts=("home",), live=False)])
    assert shown("front:home")["order"] == [10, 11]
    assert shown("rail:featured")["order"] == [10]


def test_hostile_copy_is_stored_and_shown_as_data(shown: Shown) -> None:
    evil = "<script>alert(1)</script>\x00\"'\ud800"
    (answer,) = admit(
        [
            copy(
                headline=evil,
                kicker=evil,
                place=evil,
                internal_note=evil,
                topics=(evil,),
                bylines=((evil, "reporter"),),
                body=(Paragraph(html=evil), Subhead(text=evil)),
                source=(story.Credit(kind="agency", name=evil, url=evil),),
            )
        ]
    )
    seen = shown(f"story:{answer.code}")
    assert "<" not in seen["body"][0]["html"]
    assert "url" not in seen["source"][0]


def test_a_larger_batch_takes_no_more_queries() -> None:
    def measure(count: int, name: str) -> int:
        batch = [full() for _ in range(count)]
        batch = [
            replace(one, external_id=f"{name}{n}", former=(f"https://o.example/{name}{n}",))
            for n, one in enumerate(batch)
        ]
        with CaptureQueriesContext(connection) as queries:
            admit(batch)
        return sum(not query["sql"].startswith("INSERT") for query in queries)

    measure(1, "warm")
    assert measure(20, "b") == measure(3, "a")
