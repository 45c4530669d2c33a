"""The doors: what each lets through, what readers then see, and that a failing ledger leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import newsroom
import pytest
import readers
from django.utils import timezone

from dateline.discuss import doors, judging, standing
from dateline.discuss.doors.posting import Post
from dateline.discuss.doors.reporting import Complaint
from dateline.discuss.models import Comment, Decision, Letter, Notice, Reader, Report, Rules, Thread
from dateline.discuss.refusal import NotAllowed, NotThere, Refused, ThreadClosed
from dateline.ledger import read
from dateline.ledger.models import LedgerEntry, Snapshot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sections")]

Shown = Callable[[str], Any]


def test_a_story_that_goes_out_opens_its_thread_for_fourteen_days(shown: Shown) -> None:
    row = readers.story()
    said = shown(f"thread:{row.pk}")
    assert said["story"] == row.pk
    assert said["closes"] == f"{row.published_at + timedelta(days=14):%Y-%m-%dT%H:%M:%SZ}"
    assert "standing" not in said, "open is the default"


def test_a_story_of_an_old_archive_gets_no_thread() -> None:
    row = readers.story(published_at=timezone.now() - timedelta(days=400))
    assert not Thread.objects.filter(pk=row.pk).exists()
    assert not LedgerEntry.objects.filter(subject=f"thread:{row.pk}").exists()


def test_taking_a_story_down_hides_its_thread_and_publishing_it_again_brings_it_back(shown: Shown) -> None:
    row = readers.story()
    row.unpublish()
    assert shown(f"thread:{row.pk}") is None
    row.refresh_from_db()
    row.save_revision().publish()
    assert shown(f"thread:{row.pk}")["story"] == row.pk


def test_deleting_the_story_leaves_the_comments_to_its_code(shown: Shown) -> None:
    row = readers.story()
    code, number = row.pk, readers.comment(row.pk).number
    row.delete()
    assert shown(f"thread:{code}") is None
    assert Comment.objects.get(pk=number).story == code


def test_a_trusted_readers_comment_is_recorded_as_it_was_written(shown: Shown) -> None:
    row = readers.comment(readers.story().pk)
    assert row.state == "approved"
    said = shown(f"comment:{row.number}")
    assert (said["name"], said["text"], said["story"]) == ("Ines Prado", readers.WORDS, row.story)
    assert Thread.objects.get(pk=row.story).shown == 1
    assert Reader.objects.get(pk=row.reader_id).approved == 1


def test_the_first_comments_of_somebody_new_are_read_first(shown: Shown) -> None:
    code = readers.story().pk
    row = readers.comment(code, readers.reader(standing="normal"))
    assert row.state in ("held", "pending")
    assert shown(f"comment:{row.number}") is None
    assert Decision.objects.get(comment=row).actor == "checks"


def test_an_answer_hangs_below_what_it_answers(shown: Shown) -> None:
    code = readers.story().pk
    first = readers.comment(code)
    second = readers.comment(code, readers.reader("Tomé Faria"), "It was the signal at the bridge.", first.number)
    third = readers.comment(code, None, "That explains the queue.", second.number)
    assert (third.parent_id, third.root_id) == (second.number, first.number)
    assert shown(f"comment:{third.number}")["root"] == first.number
    assert Comment.objects.get(pk=first.number).replies == 1


def test_nobody_answers_a_comment_of_another_story_or_one_that_is_not_shown() -> None:
    one, other = readers.story(), readers.story(headline="Ferry strike ends")
    first = readers.comment(one.pk)
    with pytest.raises(Refused):
        readers.comment(other.pk, None, "Wrong place", first.number)
    doors.decide([first.number], "rejected", newsroom.account())
    with pytest.raises(Refused):
        readers.comment(one.pk, None, "Too late", first.number)


def test_a_comment_taken_back_leaves_a_gap_only_while_something_answers_it(shown: Shown) -> None:
    code, ines, tome = readers.story().pk, readers.reader(), readers.reader("Tomé Faria")
    first = readers.comment(code, ines)
    second = readers.comment(code, ines, "And the next one was full.", first.number)
    third = readers.comment(code, tome, "Mine was empty.", second.number)
    doors.delete(first.number, ines)
    doors.delete(second.number, ines)
    assert shown(f"comment:{first.number}")["absent"] == "deleted"
    assert "text" not in shown(f"comment:{second.number}")
    doors.delete(third.number, tome)
    assert [shown(f"comment:{one.number}") for one in (first, second, third)] == [None, None, None]
    assert Thread.objects.get(pk=code).shown == 0


def test_approving_an_answer_brings_the_gap_above_it_back(shown: Shown) -> None:
    code, ines, editor = readers.story().pk, readers.reader(), newsroom.account()
    first = readers.comment(code, ines)
    second = readers.comment(code, readers.reader("Rita Melo", standing="held"), "Who decides that?", first.number)
    doors.delete(first.number, ines)
    assert shown(f"comment:{first.number}") is None
    doors.decide([second.number], "approved", editor)
    assert shown(f"comment:{first.number}")["absent"] == "deleted"


def test_a_decision_says_who_and_why_and_can_be_undone(shown: Shown) -> None:
    editor, row = newsroom.account(), readers.comment(readers.story().pk)
    assert doors.decide([row.number], "rejected", editor, reason="insult", note="Names a neighbour.") == [row.number]
    assert shown(f"comment:{row.number}") is None
    decision = Decision.objects.filter(comment=row).last()
    assert (decision.by, decision.before, decision.after, decision.reason) == (editor, "approved", "rejected", "insult")
    assert doors.undo([decision.pk], editor) == [row.number]
    assert shown(f"comment:{row.number}")["text"] == readers.WORDS
    assert doors.undo([decision.pk], editor) == [], "once"
    who = Reader.objects.get(pk=row.reader_id)
    assert (who.approved, who.rejected) == (1, 0)


def test_two_hundred_are_decided_with_a_bounded_number_of_queries(django_assert_max_num_queries: Any) -> None:
    code = readers.story().pk
    who = readers.reader(standing="held")
    numbers = [readers.comment(code, who, f"{readers.WORDS} ({n})").number for n in range(60)]
    with django_assert_max_num_queries(60):
        doors.decide(numbers, "approved", newsroom.account())
    assert Thread.objects.get(pk=code).shown == 60


def test_posting_asks_no_more_of_a_long_thread_than_of_a_short_one() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    code, ines = readers.story().pk, readers.reader()
    counted = []
    for number in range(30):
        with CaptureQueriesContext(connection) as queries:
            readers.comment(code, ines, f"{readers.WORDS} {number}")
        counted.append(len(queries))
    assert counted[-1] <= counted[1]


def test_a_comment_is_changed_within_five_minutes_and_says_so(shown: Shown) -> None:
    ines = readers.reader()
    row = readers.comment(readers.story().pk, ines)
    doors.edit(row.number, ines, "The tram was on time after all.")
    said = shown(f"comment:{row.number}")
    assert said["text"] == "The tram was on time after all."
    assert said["edited"]
    with pytest.raises(NotAllowed):
        doors.edit(row.number, ines, "Once more", row.written_at + timedelta(minutes=6))


def test_changing_the_words_does_not_get_a_held_comment_onto_the_page() -> None:
    tome = readers.reader("Tomé Faria", standing="held")
    row = readers.comment(readers.story().pk, tome)
    before = row.state
    Reader.objects.filter(pk=tome.pk).update(standing="trusted")
    assert doors.edit(row.number, Reader.objects.get(pk=tome.pk), "Harmless.").comment.state == before


def test_nobody_changes_or_deletes_what_another_wrote() -> None:
    row = readers.comment(readers.story().pk)
    other = readers.reader("Tomé Faria")
    with pytest.raises(NotThere):
        doors.edit(row.number, other, "Mine now")
    with pytest.raises(NotThere):
        doors.delete(row.number, other)


def test_reports_by_enough_readers_take_a_comment_off_the_page(shown: Shown) -> None:
    row = readers.comment(readers.story().pk)
    for number in range(3):
        assert shown(f"comment:{row.number}")
        doors.report(row.number, Complaint(reason="insult", network=f"net{number}"))
        if not number:
            doors.report(row.number, Complaint(reason="spam", network="net0"))
    assert shown(f"comment:{row.number}") is None
    row.refresh_from_db()
    assert (row.state, row.reports, Report.objects.count()) == ("held", 3, 3)


def reported(*nets: str) -> Comment:
    row = readers.comment(readers.story().pk)
    for net in nets:
        doors.report(row.number, Complaint(reason="spam", network=net))
    return row


def test_a_reported_comment_that_was_kept_is_reported_again_once_that_is_taken_back() -> None:
    row, editor = reported("a", "b"), newsroom.account()
    assert doors.decide([row.number], "approved", editor) == [row.number]
    kept = Decision.objects.get(comment=row)
    assert (kept.before, kept.after, Comment.objects.get().reports) == ("approved", "approved", 0)
    doors.report(row.number, Complaint(reason="insult", network="c"))
    assert doors.undo([kept.pk], editor) == [row.number]
    assert Report.objects.filter(settled_at=None, settled_by=None, upheld=None).count() == 3
    assert (Comment.objects.get().reports, Comment.objects.get().state) == (3, "approved")


def test_a_rejection_that_is_taken_back_opens_the_reports_that_it_settled_and_no_older_ones() -> None:
    row, editor = reported("a"), newsroom.account()
    doors.decide([row.number], "approved", editor)
    doors.report(row.number, Complaint(reason="insult", network="b"))
    doors.decide([row.number], "rejected", editor, reason="insult")
    last = Decision.objects.filter(comment=row).order_by("pk").last()
    assert last
    doors.undo([last.pk], editor)
    assert [one.reason for one in Report.objects.filter(settled_at=None)] == ["insult"]
    assert (Comment.objects.get().reports, Comment.objects.get().state) == (1, "approved")


def test_a_comment_without_reports_that_stands_so_already_is_not_decided() -> None:
    row = readers.comment(readers.story().pk)
    assert doors.decide([row.number], "approved", newsroom.account()) == []
    assert not Decision.objects.exists()


def test_what_a_moderator_approved_is_not_taken_off_by_reports(shown: Shown) -> None:
    row = readers.comment(readers.story().pk, readers.reader(standing="held"))
    doors.decide([row.number], "approved", newsroom.account())
    for number in range(5):
        doors.report(row.number, Complaint(reason="insult", network=f"net{number}"))
    assert shown(f"comment:{row.number}")
    doors.settle([row.number], newsroom.account("administrator"))
    assert Comment.objects.get(pk=row.number).reports == 0


def test_a_banned_reader_cannot_comment_until_the_ban_is_over() -> None:
    code, ines = readers.story().pk, readers.reader()
    ends = timezone.now() + timedelta(days=7)
    doors.treat(ines.pk, "banned", newsroom.account(), until=ends, note="After two warnings.")
    with pytest.raises(NotAllowed):
        readers.comment(code, ines)
    ines.refresh_from_db()
    assert doors.post(ines, Post(story=code, text="I am back."), ends + timedelta(seconds=1)).comment.number


def test_a_closed_thread_takes_nothing_in() -> None:
    row = readers.story()
    with pytest.raises(ThreadClosed):
        doors.post(readers.reader(), Post(story=row.pk, text="Late"), row.published_at + timedelta(days=15))
    with pytest.raises(NotThere):
        readers.comment(9999)


@pytest.mark.parametrize(
    ("happens", "refusal"),
    [
        (lambda row: row.unpublish(), NotThere),
        (lambda row: doors.rule(f"story:{row.pk}", None, comments="closed"), ThreadClosed),
        (lambda _: doors.rule("site", None, comments="off"), ThreadClosed),
        (lambda row: doors.rule(f"section:{row.section.slug}", None, comments="closed"), ThreadClosed),
    ],
    ids=["taken down", "rule of the story", "rule of the site", "rule of the section"],
)
def test_a_thread_that_is_closed_while_a_comment_is_judged_does_not_take_it_in(
    happens: Callable[[Any], Any], refusal: type[Refused], monkeypatch: pytest.MonkeyPatch
) -> None:
    row, ines = readers.story(), readers.reader()
    judge = judging.judge

    def slowly(*given: Any) -> Any:
        happens(row)
        return judge(*given)

    monkeypatch.setattr(judging, "judge", slowly)
    with pytest.raises(refusal):
        readers.comment(row.pk, ines)
    assert not Comment.objects.exists()


def test_a_comment_asks_the_database_for_little(django_assert_max_num_queries: Any) -> None:
    code, ines = readers.story().pk, readers.reader()
    first = readers.comment(code, ines, "The tram was late.")
    # Story, rules, writer, network, lists and echoes; under the lock writer, thread and six of the ledger.
    with django_assert_max_num_queries(22):
        readers.comment(code, ines, "It was late again.", network="a")
    with django_assert_max_num_queries(28):
        readers.comment(code, ines, "And again today.", parent=first.number, network="a")


def test_what_was_taken_in_tells_its_last_entry(shown: Shown) -> None:
    row, ines = readers.story(), readers.reader()
    taken = doors.post(ines, Post(story=row.pk, text="The tram was late."))
    assert (taken.entry, taken.place.slug) == (read.last_seq(), row.slug)
    edited = doors.edit(taken.comment.number, ines, "The tram was on time.")
    assert edited.entry == read.last_seq() == taken.entry + 1
    assert shown(f"comment:{taken.comment.number}")["text"] == "The tram was on time."
    held = doors.post(readers.reader("Nils Berg", standing="held"), Post(story=row.pk, text="Late"))
    assert held.entry == 0, "readers see no difference"


def test_a_rule_of_the_story_keeps_its_thread_open_for_good(shown: Shown) -> None:
    row = readers.story(published_at=timezone.now() - timedelta(days=400))
    doors.rule(f"story:{row.pk}", newsroom.account(), close_after_days=0)
    assert shown(f"thread:{row.pk}") == {"story": row.pk}
    assert readers.comment(row.pk).number


def test_a_rule_of_the_site_reaches_every_thread_by_the_clock(shown: Shown) -> None:
    from dateline.discuss import clock

    row = readers.story()
    doors.rule("site", newsroom.account(), comments="closed")
    assert "standing" not in shown(f"thread:{row.pk}")
    clock.run_due()
    assert shown(f"thread:{row.pk}")["standing"] == "closed"


def test_a_thread_says_how_long_its_comments_may_be_if_that_is_unusual(shown: Shown) -> None:
    row = readers.story()
    assert "longest" not in shown(f"thread:{row.pk}")
    doors.rule(f"story:{row.pk}", newsroom.account(), longest=800)
    assert shown(f"thread:{row.pk}")["longest"] == 800


def test_an_erased_readers_words_are_nowhere_and_the_record_still_proves_itself(shown: Shown) -> None:
    from django.conf import settings

    from dateline.ledger import verify

    code, ines, tome = readers.story().pk, readers.reader(), readers.reader("Tomé Faria")
    first = readers.comment(code, ines, "My brother drives that tram.")
    doors.edit(first.number, ines, "My brother Anselmo drives that tram.")
    readers.comment(code, tome, "Tell him to wait.", first.number)
    lone = readers.comment(code, ines, "He will not.")
    given = {"law": "insult", "place": "http://courier.example/", "due": timezone.now(), "quoted": "He will not."}
    Notice.objects.create(comment=lone, explanation="It is about me.", email=ines.email, name=ines.name, **given)
    Report.objects.create(comment=first, email=ines.email, reason="other", words="That is my brother.")
    doors.decide([lone.number], "held", note="Ines Prado again")
    assert doors.erase(ines.pk) == 2
    assert shown(f"comment:{first.number}") == {
        "number": first.number,
        "story": code,
        "absent": "erased",
        "at": f"{first.written_at:%Y-%m-%dT%H:%M:%SZ}",
    }
    assert shown(f"comment:{lone.number}") is None
    for words in ("brother", "Anselmo", "He will not", "Ines Prado", "ines.prado"):
        assert not Snapshot.objects.filter(body__contains=words).exists(), words
        assert not Comment.objects.filter(text__contains=words).exists()
        assert not Reader.objects.filter(name=words).exists()
        assert not Letter.objects.filter(text__contains=words).exists()
        assert not Notice.objects.filter(quoted__contains=words).exists()
        assert not Notice.objects.filter(name=words).exists()
        assert not Report.objects.filter(words__contains=words).exists()
        assert not Decision.objects.filter(note__contains=words).exists()
    assert Notice.objects.get().explanation == ""
    assert verify.verify(settings.FOLDER.signer().verifier).redacted == 3
    assert doors.erase(ines.pk) == 0


def test_who_asked_is_told_of_an_answer_once_and_can_end_it_with_one_click() -> None:
    code, ines = readers.story().pk, readers.reader(replies_by_mail=True)
    first = readers.comment(code, ines)
    answer = readers.comment(code, readers.reader("Rita Melo", standing="held"), "I saw it too.", first.number)
    assert not Letter.objects.exists()
    editor = newsroom.account()
    doors.decide([answer.number], "approved", editor)
    letter = Letter.objects.get()
    assert letter.to == ines.email
    assert "I saw it too." in letter.text
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    doors.decide([answer.number], "held", editor)
    doors.decide([answer.number], "approved", editor)
    assert Letter.objects.count() == 1


def test_the_newsrooms_people_and_the_storys_authors_have_a_badge() -> None:
    writer, editor = newsroom.account("reporter", "Ana Lopes"), newsroom.account()
    row = newsroom.published(bylines=[_byline(writer.person)])
    ana = readers.reader("Ana Lopes", email=writer.email)
    rui = readers.reader("Rui Costa", email=editor.email)
    assert readers.comment(row.pk, ana).badge == "author"
    assert readers.comment(row.pk, rui, "A note from the desk.").badge == "staff"
    other = readers.reader("Rui Costa", email="rui@elsewhere.example", standing="normal")
    assert readers.comment(row.pk, other, "I am the editor.").badge == ""


def _byline(person: Any) -> Any:
    from dateline.desk.models import Byline

    return Byline(person=person)


# --- a ledger that fails ---


def state() -> dict[str, Any]:
    """All rows that a door touches, and the ledger."""
    models = (Comment, Decision, Report, Reader, Thread, Rules, Letter)
    return {
        **{model.__name__: list(model.objects.order_by("pk").values()) for model in models},
        "ledger": list(LedgerEntry.objects.order_by("seq").values_list("subject", "kind", "digest")),
        "words": sorted(Snapshot.objects.values_list("pk", "removed")),
    }


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize(
    "act",
    [
        lambda row: readers.comment(row.story, row.reader, "One more."),
        lambda row: readers.comment(row.story, row.reader, "An answer.", row.number),
        lambda row: doors.decide([row.number], "rejected"),
        lambda row: doors.edit(row.number, row.reader, "Other words."),
        lambda row: doors.delete(row.number, row.reader),
        lambda row: doors.highlight(row.number, True, None),
        lambda row: [doors.report(row.number, Complaint(reason="spam", network=net)) for net in "abc"],
        lambda row: doors.rule(f"story:{row.story}", None, comments="closed"),
        lambda row: doors.erase_step(row.reader_id),
        lambda row: doors.undo([Decision.objects.get(comment=row).pk], None),
    ],
    ids=["post", "answer", "decide", "edit", "delete", "highlight", "report", "rule", "erase", "undo"],
)
def test_a_failing_ledger_takes_the_change_back(act: Callable[[Comment], Any], broken_ledger: Any) -> None:
    row = readers.comment(readers.story().pk, readers.reader(standing="held"))
    doors.decide([row.number], "approved")
    Decision.objects.filter(actor="checks").delete()
    for net in "ab":
        doors.report(row.number, Complaint(reason="spam", network=net))
    row.reader.standing = "trusted"
    row.reader.save()
    row.refresh_from_db()
    before = state()
    broken_ledger()
    with pytest.raises(RuntimeError, match="told to fail"):
        act(row)
    assert state() == before


def test_nothing_is_recorded_of_a_thread_that_stands_as_it_stood() -> None:
    row = readers.story()
    last = read.last_seq()
    standing.announce([row.pk])
    assert read.last_seq() == last
