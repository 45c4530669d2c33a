"""Old comments come in once, with their threading, dates and states, whatever the order of the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import readers

from dateline.discuss import doors
from dateline.discuss.intake import Counted, Intake, Remark
from dateline.discuss.intake.files import take_in
from dateline.discuss.models import Comment, Letter, Reader, Thread
from dateline.errors import CopyError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sections")]

Shown = Callable[[str], Any]
THEN = datetime(2019, 5, 4, 9, 30, tzinfo=UTC)


def take(*remarks: Remark) -> Counted:
    intake = Intake()
    intake.add(remarks)
    return intake.finish()


def remark(code: int, number: int, **fields: Any) -> Remark:
    given = {
        "author": "Ana B.",
        "email": "ana@reader.example",
        "when": THEN.replace(minute=number),
        "text": "So it is.",
    }
    return Remark(**{"id": str(number), "story": code, **given, **fields})


def test_a_thread_comes_in_as_it_was(shown: Shown) -> None:
    code = readers.story().pk
    counted = take(remark(code, 1), remark(code, 2, parent="1", author="Bo", email=""), remark(code, 3, parent="2"))
    assert counted.taken == 3
    first, second, third = Comment.objects.order_by("number")
    assert (second.parent_id, third.parent_id, third.root_id) == (first.number, second.number, first.number)
    assert shown(f"comment:{first.number}")["at"] == "2019-05-04T09:01:00Z"
    assert shown(f"comment:{third.number}")["parent"] == second.number
    assert (first.replies, second.replies) == (1, 1)
    assert Thread.objects.get(pk=code).shown == 3
    assert Reader.objects.get(email="ana@reader.example").approved == 2
    assert not Letter.objects.exists()


def test_a_second_run_changes_nothing() -> None:
    code = readers.story().pk
    remarks = [remark(code, n) for n in range(1, 5)]
    take(*remarks)
    before = list(Comment.objects.values())
    counted = take(*remarks, remark(code, 5))
    assert (counted.taken, counted.known) == (1, 4)
    assert list(Comment.objects.order_by("number").values())[:4] == before


def test_an_answer_that_stands_before_its_question_waits_for_it() -> None:
    code = readers.story().pk
    from dateline.discuss.intake import taking

    far = [remark(code, 50, parent="1", when=THEN)]
    far += [remark(code, n) for n in range(2, 40)]
    intake = Intake()
    for one in (*far, remark(code, 1)):
        intake.add([one])
    assert intake.finish().taken == len(far) + 1
    assert taking.BATCH > 1
    assert Comment.objects.get(external_id=f"{code}:50").parent.external_id == f"{code}:1"


def test_an_answer_to_nothing_or_to_itself_answers_the_story() -> None:
    code = readers.story().pk
    counted = take(
        remark(code, 1, parent="404"),
        remark(code, 2, parent="2"),
        remark(code, 3, parent="4"),
        remark(code, 4, parent="3"),
    )
    assert counted.taken == 4
    assert Comment.objects.filter(parent=None).count() >= 3


def test_each_state_is_kept_and_a_deleted_comment_is_a_gap(shown: Shown) -> None:
    code = readers.story().pk
    take(
        remark(code, 1, state="deleted"),
        remark(code, 2, parent="1"),
        remark(code, 3, state="rejected"),
        remark(code, 4, state="pending"),
    )
    gap, answer, spam, waits = Comment.objects.order_by("number")
    assert shown(f"comment:{gap.number}")["absent"] == "deleted"
    assert shown(f"comment:{answer.number}")["text"] == "So it is."
    assert (spam.state, waits.state) == ("rejected", "pending")
    assert shown(f"comment:{spam.number}") is shown(f"comment:{waits.number}") is None


def test_what_an_erased_reader_wrote_does_not_come_back_with_the_archive() -> None:
    code = readers.story().pk
    take(remark(code, 1, text="My street."))
    doors.erase(Reader.objects.get().pk)
    assert take(remark(code, 1, text="My street.")).known == 1
    assert not Comment.objects.filter(text__contains="street").exists()


def test_new_comments_go_on_counting_after_old_ones() -> None:
    code = readers.story().pk
    take(remark(code, 1), remark(code, 2))
    assert readers.comment(code).number > max(Comment.objects.exclude(external_id="").values_list("pk", flat=True))
    assert Comment.objects.count() == 3


def test_an_old_storys_comments_are_shown_under_a_closed_thread(shown: Shown) -> None:
    row = readers.story(published_at=THEN)
    take(remark(row.pk, 1))
    assert shown(f"thread:{row.pk}")["standing"] == "closed"


def test_a_story_that_is_not_here_is_said() -> None:
    counted = take(remark(999, 1))
    assert counted.taken == 0
    assert sum(counted.refused.values()) == 1


# --- files ---


def test_lines_of_json_come_in_and_each_bad_line_is_accounted_for(tmp_path: Path) -> None:
    code = readers.story().pk
    good = {"story": code, "id": "a", "author": "Ana", "when": "2019-05-04T11:30:00+02:00", "html": "<p>One<p>Two"}
    lines = [
        *(json.dumps(good), "{broken", "[]", json.dumps({**good, "id": "b", "story": 404})),
        *(json.dumps({**good, "id": "c", "state": "secret"}), json.dumps({**good, "id": "d", "when": "yesterday"})),
        json.dumps({**good, "id": ""}),
    ]
    file = tmp_path / "old.jsonl"
    file.write_text("\n".join(lines))
    counted = take_in(file)
    assert (counted.taken, sum(counted.refused.values())) == (1, 6)
    row = Comment.objects.get()
    assert (row.text, row.written_at) == ("One\n\nTwo", THEN)


DISQUS = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>courier</forum><title>General</title></category>
<thread dsq:id="77"><id>{code}</id><forum>courier</forum><link>http://courier.example/news/{code}/x</link></thread>
<thread dsq:id="78"><id>gone</id><link>http://courier.example/elsewhere</link></thread>
<post dsq:id="2"><message><![CDATA[<p>Yes, at <a href="http://tram.example/timetable-2019" >tram.example/time...</a>
</p>]]></message>
<createdAt>2019-05-04T09:31:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><name>Bo</name><isAnonymous>true</isAnonymous></author><thread dsq:id="77"/><parent dsq:id="1"/></post>
<post dsq:id="1"><message><![CDATA[<p>Is it late?</p><script>alert(1)</script>]]></message>
<createdAt>2019-05-04T09:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><email>ana@reader.example</email><name>Ana</name></author><thread dsq:id="77"/></post>
<post dsq:id="3"><message>buy</message><createdAt>2019-05-04T09:32:00Z</createdAt><isDeleted>false</isDeleted>
<isSpam>true</isSpam><author><name>Pills</name></author><thread dsq:id="77"/></post>
<post dsq:id="4"><message>lost</message><createdAt>2019-05-04T09:32:00Z</createdAt><isDeleted>false</isDeleted>
<isSpam>false</isSpam><author><name>Cy</name></author><thread dsq:id="78"/></post>
</disqus>
"""


def test_an_export_of_disqus_comes_in(tmp_path: Path) -> None:
    code = readers.story().pk
    file = tmp_path / "disqus.xml"
    file.write_text(DISQUS.replace("{code}", str(code)))
    counted = take_in(file)
    assert (counted.taken, dict(counted.refused)) == (3, {"Its story is not here.": 1})
    question, answer, spam = (Comment.objects.get(external_id=f"{code}:disqus-{n}") for n in (1, 2, 3))
    assert (question.text, question.reader.email) == ("Is it late?", "ana@reader.example")
    assert (answer.text, answer.parent_id) == ("Yes, at http://tram.example/timetable-2019", question.number)
    assert (spam.state, answer.name) == ("rejected", "Bo")


def test_a_file_that_is_no_comments_or_cut_off_is_said(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("hello")
    with pytest.raises(CopyError):
        take_in(file)
    file.write_text(DISQUS[:700].replace("{code}", "1"))
    with pytest.raises(CopyError, match="cut off"):
        take_in(file)


def test_an_export_that_names_files_of_this_machine_is_not_obeyed(tmp_path: Path) -> None:
    code = readers.story().pk
    secret = tmp_path / "secret.txt"
    secret.write_text("the key")
    file = tmp_path / "evil.xml"
    text = DISQUS.replace("{code}", str(code)).replace("<message>buy", "<message>&leak; buy")
    file.write_text(
        text.replace('encoding="utf-8"?>', f'encoding="utf-8"?><!DOCTYPE x [<!ENTITY leak SYSTEM "file://{secret}">]>')
    )
    take_in(file)
    assert not Comment.objects.filter(text__contains="the key").exists()
