import itertools
import re
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.errors import CopyError
from dateline.site import demo
from dateline.site.demo import DemoStory, Paper
from dateline.story import Figure, Items, Paragraph, Picture, Quote, Subhead, plain

NOW = datetime(2026, 5, 12, 14, 30, tzinfo=UTC)
FOLDER = Path(demo.__file__).parent


@pytest.fixture(scope="module")
def paper() -> Paper:
    return demo.load(NOW)


@pytest.fixture(scope="module")
def live(paper: Paper) -> list[DemoStory]:
    return [story for story in paper.stories if story.state == "live"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The paper's files in a folder where a test may spoil them."""
    for name in ("paper.toml", "people.toml", "comments.toml"):
        shutil.copy(FOLDER / name, tmp_path)
    shutil.copytree(FOLDER / "stories", tmp_path / "stories")
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts(story: DemoStory) -> list[str]:
    found = [story.headline, story.kicker, story.standfirst]
    for block in story.body:
        match block:
            case Paragraph() | Quote():
                found.append(plain(block.html))
            case Subhead():
                found.append(block.text)
            case Items():
                found.extend(plain(item) for item in block.items)
    return found


def words(story: DemoStory) -> int:
    return sum(len(text.split()) for text in texts(story)[3:])


def pictures(stories: list[DemoStory] | tuple[DemoStory, ...]) -> list[Picture]:
    leads = [story.lead for story in stories if story.lead]
    return leads + [block.picture for story in stories for block in story.body if isinstance(block, Figure)]


def test_the_paper_is_large_enough_to_look_like_one(paper: Paper, live: list[DemoStory]) -> None:
    assert len(paper.sections) == 6
    assert 72 <= len(paper.stories) <= 81
    assert min(Counter(story.section for story in live).values()) >= 9


def test_stories_reach_back_six_weeks_and_start_within_the_hours_of_today(live: list[DemoStory]) -> None:
    assert timedelta(0) < live[0].age < timedelta(hours=2)
    assert timedelta(weeks=5) < live[-1].age < timedelta(weeks=6)
    assert sum(story.age < timedelta(days=1) for story in live) >= 12


def test_no_two_stories_are_of_the_same_minute(paper: Paper) -> None:
    ages = [story.age for story in paper.stories]
    assert len(set(ages)) == len(ages)
    assert ages == sorted(ages)


def test_no_two_headlines_are_alike_and_none_is_too_long(paper: Paper) -> None:
    headlines = [story.headline for story in paper.stories]
    assert max(len(headline) for headline in headlines) < 80
    cut = [re.sub(r"\W+", " ", headline.lower()) for headline in headlines]
    assert len(set(cut)) == len(cut)
    for one, other in itertools.combinations(cut, 2):
        shared = set(one.split()) & set(other.split())
        assert len(shared) < 0.7 * min(len(one.split()), len(other.split())), (one, other)


def test_long_reads_reports_and_briefs_are_all_there(live: list[DemoStory]) -> None:
    counts = [words(story) for story in live]
    assert sum(800 <= count <= 1000 for count in counts) >= 3
    assert sum(count >= 250 for count in counts) >= len(live) // 2
    assert min(counts) >= 100


def test_the_genres_of_a_daily_are_there(live: list[DemoStory]) -> None:
    genres = Counter(story.genre for story in live)
    assert (genres["analysis"], genres["opinion"], genres["sponsored"]) == (3, 4, 1)
    assert genres["interview"] >= 3
    assert genres["feature"] >= 3


def test_one_story_is_corrected_one_updated_with_a_note_and_one_retracted(live: list[DemoStory]) -> None:
    kinds = {story.key: [c.kind for c in story.corrections] for story in live if story.corrections}
    assert sorted(kinds.values()) == [["correction"], ["retraction"], ["update", "note"]]
    for story in live:
        assert all(correction.age < story.age for correction in story.corrections)


def test_two_stories_run_from_right_to_left(live: list[DemoStory]) -> None:
    rtl = {story.language: story for story in live if story.direction == "rtl"}
    assert set(rtl) == {"ar", "fa"}
    for story in rtl.values():
        assert story.slug.isascii()
        latin = re.findall(r"[A-Za-z{}]+", " ".join(texts(story)))
        assert latin == []


def test_a_third_is_filed_from_elsewhere(live: list[DemoStory]) -> None:
    assert sum(bool(story.place) for story in live) * 3 >= len(live) - 2


def test_most_stories_have_a_standfirst_and_a_third_a_kicker(live: list[DemoStory]) -> None:
    assert sum(bool(story.standfirst) for story in live) > 0.75 * len(live)
    assert 0.3 < sum(bool(story.kicker) for story in live) / len(live) < 0.5


def test_bylines_hold_one_two_and_three_people_and_everybody_writes(paper: Paper, live: list[DemoStory]) -> None:
    assert {1, 2, 3} <= {len(story.bylines) for story in live}
    writing = {byline.person for story in live for byline in story.bylines}
    assert writing == {person.key for person in paper.people}
    assert 14 <= len(paper.people) <= 18
    assert {byline.role for story in live for byline in story.bylines} >= {"reporter", "photographer", "contributor"}


def test_sources_are_our_own_agencies_and_one_relay_of_an_agency(paper: Paper, live: list[DemoStory]) -> None:
    chains = Counter(tuple(credit.kind for credit in story.source) for story in live)
    assert chains["own",] > 40
    assert chains["agency",] >= 4
    assert chains["relay", "agency"] == 1
    named = {credit.source for story in live for credit in story.source}
    assert named == {source.slug for source in paper.sources}
    for story in live:
        assert all(credit.age > story.age for credit in story.source if credit.age)


def test_each_topic_has_at_least_two_stories(paper: Paper, live: list[DemoStory]) -> None:
    counts = Counter(topic for story in live for topic in story.topics)
    assert {topic.slug for topic in paper.topics if counts[topic.slug] < 2} == set()
    assert len(paper.topics) >= 25


def test_fronts_lead_with_pictures_and_repeat_no_story(paper: Paper) -> None:
    assert set(paper.fronts) == {"home", *(section.slug for section in paper.sections)}
    for keys in (*paper.fronts.values(), paper.featured):
        assert len(set(keys)) == len(keys) >= 3
        assert paper.story(keys[0]).lead
    assert all(paper.story(key).lead for key in paper.featured)


def test_the_desk_has_drafts_a_review_a_schedule_and_a_story_that_was_withdrawn(paper: Paper) -> None:
    states = Counter(story.state for story in paper.stories)
    assert (states["draft"], states["review"], states["scheduled"], states["withdrawn"]) == (2, 1, 1, 1)
    assert all((story.age < timedelta(0)) == (story.state == "scheduled") for story in paper.stories)


def test_every_picture_says_what_it_shows_in_words_of_its_own(paper: Paper) -> None:
    shown = pictures(paper.stories)
    assert len([story for story in paper.stories if story.lead]) >= 60
    assert all(picture.alt and picture.caption and picture.credit for picture in shown)
    assert len({picture.alt for picture in shown}) == len(shown)
    assert all(re.fullmatch(r"\d+% \d+%", picture.focus) for picture in shown)


def test_no_mark_of_the_markup_is_left_in_the_text(paper: Paper) -> None:
    for story in paper.stories:
        left = [text for text in texts(story) if re.search(r"[{}*]|\]\(|!\[|^#|—", text)]
        assert left == [], story.key


def test_weekdays_move_with_the_day_the_paper_is_loaded(paper: Paper) -> None:
    vote = " ".join(texts(paper.story("budget-vote")))
    later = " ".join(texts(demo.load(NOW + timedelta(days=1)).story("budget-vote")))
    assert "on Tuesday by 29 votes" in vote
    assert "on Wednesday by 29 votes" in later


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("stories/tram-deal.md", '"amara-dellwyn"', '"nobody"', "tram-deal.md: unknown person: 'nobody'"),
        ("stories/tram-deal.md", '"work-and-pay"', '"idleness"', "tram-deal.md: unknown topic: 'idleness'"),
        ("stories/tram-deal.md", '"tram-rain"', '"tram-sun"', "tram-deal.md: unknown picture: 'tram-sun'"),
        ("stories/tram-deal.md", 'section = "city"', 'section = "moon"', "tram-deal.md: unknown section: 'moon'"),
        ("stories/tram-deal.md", 'key = "tram-deal"', 'key = "deal"', "tram-deal.md: unknown key"),
        ("stories/tram-deal.md", "standfirst =", "summary =", "tram-deal.md: unknown field: 'summary'"),
        ("stories/tram-deal.md", "headline =", "urgency = 1 #", "tram-deal.md: the field 'headline' is missing"),
        ("stories/tram-deal.md", '"6d5h"', '"lately"', "tram-deal.md: not an age: 'lately'"),
        ("stories/tram-deal.md", "+++\n", "", "tram-deal.md: "),
        ("stories/bridge-night.md", "![bridge-hanger](An", "![bridge-hanger]( | An", "bridge-night.md: "),
        (
            "stories/reservoir.md",
            '"corvan-press-agency", url',
            '"hearsay", url',
            "reservoir.md: unknown source: 'hearsay'",
        ),
        ("paper.toml", 'city = ["bridge-reopens"', 'city = ["bells"', "unknown story on the front city: 'bells'"),
        ("paper.toml", 'city = ["bridge-reopens"', 'city = ["river-salt"', "river-salt is on the front of city"),
        ("paper.toml", "[topics.the-port]", "[topics.port]", "'port' has to be 'the-port', the slug of its name"),
        ("people.toml", "[ilse-marrin]", "[ilse-marrin", "people.toml: "),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(copy: Path, name: str, old: str, new: str, said: str) -> None:
    spoil(copy, name, old, new)
    with pytest.raises(CopyError, match=re.escape(said)):
        demo.load(NOW, copy)


def test_readers_have_said_something_kind_or_not_under_stories_of_several_languages(paper: Paper) -> None:
    languages = {paper.story(comment.story).language for comment in paper.comments}
    assert {"ar", "fa"} < languages
    assert {comment.state for comment in paper.comments} == {"approved", "pending", "rejected"}
    assert any(comment.answers for comment in paper.comments)
    assert any(comment.staff for comment in paper.comments)
    assert any(comment.highlighted for comment in paper.comments)
    assert any(comment.reported for comment in paper.comments)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('story = "bridge-reopens"', 'story = "bridge-falls"', "unknown story"),
        ('age = "48m"', 'age = "48d"', "was written before bridge-reopens was out"),
        ('answers = "crack-reports"', 'answers = "nothing"', "answers what was not written"),
        ('answers = "crack-reports"', 'answers = "trams-nurse"', "answers what was not written"),
        ('state = "pending"', 'state = "lost"', "unknown state"),
    ],
)
def test_a_comment_that_could_not_have_been_written_is_named(copy: Path, old: str, new: str, said: str) -> None:
    spoil(copy, "comments.toml", old, new)
    with pytest.raises(CopyError, match=said):
        demo.load(NOW, copy)
