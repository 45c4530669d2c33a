from itertools import pairwise

import pytest
from PIL import ImageChops, ImageStat

from dateline.site import demo
from dateline.site.demo import pictures
from dateline.story import Figure

SMALL = (300, 200)


@pytest.mark.parametrize("key", sorted(pictures.SCENES))
def test_every_scene_is_a_picture_and_the_same_one_each_time(key: str) -> None:
    first = pictures.draw(key, *SMALL)
    assert (first.size, first.mode) == (SMALL, "RGB")
    assert ImageStat.Stat(first.convert("L")).stddev[0] > 18
    assert len(first.quantize(64).getcolors() or ()) > 40
    assert first.tobytes() == pictures.draw(key, *SMALL).tobytes()


@pytest.mark.parametrize("key", sorted(pictures.LOOKS))
def test_every_portrait_is_a_square_of_its_own(key: str) -> None:
    image = pictures.portrait(key, 200)
    assert image.size == (200, 200)
    assert image.tobytes() == pictures.portrait(key, 200).tobytes()


def test_no_scene_looks_like_another() -> None:
    thumbs = sorted(pictures.draw(key, 96, 64).convert("L").tobytes() for key in pictures.SCENES)
    assert all(one != other for one, other in pairwise(thumbs))


def test_a_scene_is_drawn_at_the_full_size_of_the_paper() -> None:
    assert pictures.draw("bridge-dawn").size == (pictures.WIDTH, pictures.HEIGHT)


def test_a_picture_of_another_shape_is_cropped_around_the_middle() -> None:
    wide = pictures.draw("coins", 320, 180)
    usual = pictures.draw("coins", 320, 213).crop((0, 16, 320, 196))
    assert wide.size == (320, 180)
    assert ImageStat.Stat(ImageChops.difference(wide, usual).convert("L")).mean[0] < 12


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(KeyError):
        pictures.draw("nowhere")


def test_every_scene_is_used_in_the_paper_and_everybody_has_a_portrait() -> None:
    paper = demo.load()
    used = {story.lead.key for story in paper.stories if story.lead}
    used |= {block.picture.key for story in paper.stories for block in story.body if isinstance(block, Figure)}
    assert used == set(pictures.SCENES)
    assert {person.key for person in paper.people if person.portrait} == set(pictures.LOOKS)
