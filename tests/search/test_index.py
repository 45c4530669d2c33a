"""The index follows the ledger: what readers see can be found, and where it stands is saved with what it holds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Tape, correction, story
from dateline.errors import DamagedStore, StaleStore
from dateline.search import schema
from dateline.search.index import SearchIndex
from dateline.story import Paragraph


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    made = SearchIndex(tmp_path / "index", writer=True)
    yield made
    made.close()


def held(index: SearchIndex) -> int:
    """How many stories it holds."""
    return int(index.index.searcher().num_docs) - (1 if index.position else 0)


def test_the_position_is_saved_with_the_stories(index: SearchIndex) -> None:
    tape = Tape()
    tape.publish(*(story(code) for code in range(1, 6)))
    assert (index.position, held(index)) == (0, 0)
    index.apply(tape.after(0, 3))
    assert (index.position, held(index)) == (3, 2)
    index.apply(tape.after(0, 100))
    assert (index.position, held(index)) == (6, 5)


def test_what_was_not_committed_takes_its_position_along(tmp_path: Path) -> None:
    tape = Tape()
    tape.publish(story(1), story(2))
    first = SearchIndex(tmp_path / "index", writer=True)
    first.apply(tape.after(0, 2))
    first.writer.delete_documents_by_term("code", schema.CURSOR)
    first.writer.add_document(schema.cursor(99))
    first.put(2, tape.after(2, 1)[0].body)
    first.writer.rollback()
    assert (first.position, held(first)) == (2, 1)
    first.close()
    again = SearchIndex(tmp_path / "index", writer=True)
    assert (again.position, held(again)) == (2, 1)
    again.apply(tape.after(2, 10))
    assert (again.position, held(again)) == (3, 2)
    again.close()


def test_a_batch_applied_twice_is_there_once(index: SearchIndex) -> None:
    tape = Tape()
    tape.publish(story(1), story(1, headline="Ferry leaves at last"), story(2))
    index.apply(tape.after(0, 10))
    index.commit(0)
    index.apply(tape.after(0, 10))
    assert (index.position, held(index)) == (4, 2)


def test_what_is_withdrawn_or_disowned_can_no_longer_be_found(index: SearchIndex) -> None:
    tape = Tape()
    tape.publish(story(1), story(2), story(3))
    index.apply(tape.after(0, 10))
    tape.withdraw(1)
    tape.publish(story(2, corrections=(correction("retraction"),)))
    index.apply(tape.after(index.position, 10))
    assert held(index) == 1
    assert index.related(3, 5) == []


def test_an_index_of_another_format_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = SearchIndex(tmp_path, writer=True)
    made.commit(1)
    made.close()
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)
    with pytest.raises(StaleStore, match="dateline rebuild"):
        SearchIndex(tmp_path)


def test_a_damaged_index_is_told_as_such(tmp_path: Path) -> None:
    made = SearchIndex(tmp_path, writer=True)
    made.commit(1)
    made.close()
    (tmp_path / "meta.json").write_bytes(os.urandom(200))
    with pytest.raises(DamagedStore, match="dateline rebuild"):
        SearchIndex(tmp_path)
    with pytest.raises(DamagedStore):
        SearchIndex(tmp_path / "nowhere")


PAIRS = {
    "en": (
        "The crane at pier four would not lower its arm, and the ferry to the islands waited for an hour.",
        "The ferry to the islands waits again: the crane at pier four has lowered its arm onto a lorry.",
        "The choir sang two new songs in the old chapel, and everybody stayed for soup.",
    ),
    "ar": (
        "توقفت الرافعة في الرصيف الرابع وتأخرت العبّارة إلى الجزر ساعة كاملة.",
        "العبّارة إلى الجزر تنتظر من جديد بسبب الرافعة في الرصيف الرابع.",
        "غنّت الجوقة أغنيتين جديدتين في القاعة القديمة وبقي الجميع للعشاء.",
    ),
    "ru": (
        "Кран на четвёртом причале не опустил стрелу, и паром на острова ждал целый час.",
        "Паром на острова снова ждёт: кран на четвёртом причале опустил стрелу на грузовик.",
        "Хор спел две новые песни в старой часовне, и все остались на ужин.",
    ),
    "ja": (
        "第四埠頭のクレーンが動かず、島へのフェリーは一時間遅れた。",
        "島へのフェリーがまた遅れた。第四埠頭のクレーンが原因だという。",
        "合唱団は古い礼拝堂で新しい歌を二曲歌い、皆が夕食に残った。",
    ),
    "hi": (
        "चौथे घाट की क्रेन नहीं झुकी और द्वीपों की नौका एक घंटे तक रुकी रही।",
        "द्वीपों की नौका फिर रुकी, चौथे घाट की क्रेन एक ट्रक पर झुक गई।",
        "गायकों ने पुराने सभागार में दो नए गीत गाए और सब भोजन के लिए ठहरे।",
    ),
}
"""Of each language: a text, one about the same, one about something else."""


def in_language(code: int, language: str, text: str) -> object:
    plain = {"topics": (), "bylines": (), "standfirst": "", "headline": text[:20]}
    return story(code, language=language, body=(Paragraph(html=text),), **plain)


@pytest.mark.parametrize("language", sorted(PAIRS))
def test_the_story_about_the_same_comes_before_the_other_in_any_script(index: SearchIndex, language: str) -> None:
    tape = Tape()
    for code, text in enumerate(PAIRS[language], start=1):
        tape.publish(in_language(code, language, text))  # type: ignore[arg-type]
    index.apply(tape.after(0, 10))
    assert index.related(1, 5)[:1] == [2]
    assert index.related(2, 5)[:1] == [1]


def test_a_story_is_never_related_to_itself_nor_to_one_of_another_language(index: SearchIndex) -> None:
    tape = Tape()
    tape.publish(in_language(1, "en", PAIRS["en"][0]), in_language(2, "en", PAIRS["en"][1]))  # type: ignore[arg-type]
    tape.publish(in_language(3, "de", PAIRS["en"][1]))  # type: ignore[arg-type]
    index.apply(tape.after(0, 10))
    assert index.related(1, 5) == [2]
    assert index.related(77, 5) == []


KILLED = """
import os, sys
from pathlib import Path
from builders import Tape, story
from dateline.search.index import SearchIndex
tape = Tape()
tape.publish(*(story(code) for code in range(1, 200)))
index = SearchIndex(Path(sys.argv[1]), writer=True)
index.apply(tape.after(0, 100))
for state in tape.after(100, 100):
    index.put(int(state.entry.subject.partition(":")[2]), state.body)
os.kill(os.getpid(), 9)
"""


def test_killed_before_the_commit_it_holds_what_it_says_it_does(tmp_path: Path) -> None:
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path / "i"], env=os.environ | {"PYTHONPATH": path}, check=False
    )
    assert done.returncode == -9
    index = SearchIndex(tmp_path / "i", writer=True)
    assert (index.position, held(index)) == (100, 99)
    index.close()
