"""Comments put in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.record import Remark
from dateline.wire.remarks import threads

IDS = st.sampled_from(["1", "2", "3", "4", "5", ""])


@given(st.lists(st.builds(Remark, id=IDS, parent=IDS, text=st.just("Words.")), max_size=12))
def test_every_thread_begins_at_a_comment_on_the_story(found: list[Remark]) -> None:
    known = {remark.id: remark for remark in threads(found)}
    assert all(known)
    for start in known.values():
        way, at = {start.id}, start
        while at.parent:
            at = known[at.parent]
            assert at.id not in way
            way.add(at.id)


def test_answers_stay_where_they_were() -> None:
    found = threads(
        [Remark(id="2", parent="1", text="b"), Remark(id="1", text="a"), Remark(id="3", parent="2", text="c")]
    )
    assert [(one.id, one.parent) for one in found] == [("2", "1"), ("1", ""), ("3", "2")]
