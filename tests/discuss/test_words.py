"""What is made of the words that a reader typed."""

from __future__ import annotations

import time

import pytest

from dateline.discuss import words
from dateline.discuss.refusal import Refused


def test_blanks_at_the_ends_of_lines_and_more_than_one_empty_line_go() -> None:
    assert words.text("The queue \t\r\n \n\n\nreached the quay.  \n", 5000) == "The queue\n\nreached the quay."


def test_very_many_blanks_are_looked_at_once() -> None:
    began = time.process_time()
    with pytest.raises(Refused):
        words.text("a" + "\t" * 29_000 + "b", 5000)
    assert time.process_time() - began < 1
