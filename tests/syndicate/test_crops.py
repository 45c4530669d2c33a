"""The size that machines are told of a crop is the size that it has."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from builders import picture
from dateline.desk.pictures import files
from dateline.syndicate import crops


@pytest.mark.parametrize("shape", [(1600, 1067), (800, 1200), (1201, 1201), (333, 97), (5, 700), (1, 1)])
def test_the_size_told_is_the_size_of_the_file(tmp_path: Path, shape: tuple[int, int]) -> None:
    one = picture(width=shape[0], height=shape[1])
    files.press(Image.new("RGB", shape), one.key, None, tmp_path)
    for name in crops.SHAPES:
        with Image.open(tmp_path / f"{one.key}-{name}.jpg") as made:
            assert crops.size(one, name) == made.size
