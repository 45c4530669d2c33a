"""What went out by ``dateline export`` and came in again elsewhere is the same record."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import demos
import sites

pytestmark = pytest.mark.slow

KEPT = ("story", "person", "topic", "source")
"""What comes along. How fronts are arranged, and what they led with, is each site's own."""


def tell(site: Path) -> dict[str, list[str]]:
    """The digests that each subject had, oldest first."""
    with closing(sqlite3.connect(site / "dateline.db")) as database:
        rows = database.execute("SELECT subject, digest FROM ledger_ledgerentry ORDER BY seq")
        found = defaultdict(list)
        for subject, digest in rows:
            if subject.partition(":")[0] in KEPT:
                found[subject].append(digest)
    return found


def change(site: Path) -> None:
    """Pins both ways, a ban, a chain, a withdrawal and addresses of another time, as editors would have left them."""
    script = """
from dateline.desk.models import Story, Pin, Ban, FormerAddress
from dateline.desk.intake.known import address_key
first, second, third, gone = Story.objects.filter(live=True).order_by("pk")[:4]
first.pins = [Pin(other=third)]
first.save()
third.pins, third.bans, third.follows = [Pin(other=first)], [Ban(other=second)], second
third.save()
address = "https://old.example/news.asp?id=4"
FormerAddress.objects.create(key=address_key(address), address=address, story=second)
second.save()
gone.unpublish()
"""
    done = sites.dateline("manage", "--site", site, "shell", "-c", script)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = demos.make(tmp_path_factory.mktemp("old") / "site", "http://courant.example")
    change(site)
    return site


@pytest.fixture(scope="module")
def out(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out") / "export"
    done = sites.dateline("export", "--site", old, "--to", target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def new(old: Path, out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = sites.copy(tmp_path_factory.mktemp("new"))
    shutil.copy(old / "dateline.toml", site)
    files = (out / "stories.ninjs.jsonl", out / "withdrawn.jsonl", "--comments", out / "comments.jsonl")
    done = sites.dateline("import", "--site", site, *files, "--report", site / "report.jsonl")
    assert done.returncode == 0, done.stderr
    return site


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_demo_has_a_story_of_every_kind(out: Path) -> None:
    shown = [line["dateline"]["snapshot"] for line in lines(out / "stories.ninjs.jsonl")]
    kinds = Counter(one["kind"] for story in shown for one in story.get("corrections", []))
    assert {"correction", "retraction"} <= set(kinds)
    assert {"sponsored", "opinion"} <= {story.get("genre") for story in shown}
    assert [story for story in shown if story.get("direction") == "rtl"]
    assert [story for story in shown if any(credit["kind"] == "relay" for credit in story["source"])]
    assert [story for story in shown if "lead" in story]
    assert {"pinned", "banned", "follows", "former"} <= {name for story in shown for name in story}


def test_every_story_has_the_same_digests_in_all_its_states(old: Path, new: Path, out: Path) -> None:
    before, after = tell(old), tell(new)
    exported = {f"story:{line['dateline']['snapshot']['code']}" for line in lines(out / "stories.ninjs.jsonl")}
    assert len(exported) > 60
    assert {subject: after.get(subject) for subject in exported} == {subject: before[subject] for subject in exported}


def test_every_person_topic_and_source_of_them_is_the_same(old: Path, new: Path) -> None:
    before, after = tell(old), tell(new)
    named = {subject for subject in after if not subject.startswith("story:")}
    assert len(named) > 40
    assert {subject: after[subject][-1] for subject in named} == {subject: before[subject][-1] for subject in named}


def test_nothing_that_was_withdrawn_goes_out(old: Path, out: Path) -> None:
    gone = [subject for subject, digests in tell(old).items() if digests[-1] == "" and subject.startswith("story:")]
    codes = {int(subject.removeprefix("story:")) for subject in gone}
    assert codes
    assert json.loads((out / "dateline-export.json").read_text())["withdrawn"] == len(codes)
    feed = (out / "site" / "feed.xml").read_text()
    assert not [code for code in codes if f"/news/{code}/" in feed]
    assert codes.isdisjoint(line["dateline"]["snapshot"]["code"] for line in lines(out / "stories.ninjs.jsonl"))


def test_every_line_came_in(new: Path, out: Path) -> None:
    told = lines(new / "report.jsonl")
    stories = [line for line in told if not line["file"].startswith("withdrawn")]
    assert Counter(line["outcome"] for line in stories) == {"imported": len(lines(out / "stories.ninjs.jsonl"))}
    assert not [line["reason"] for line in stories if line["reason"] and "near copy" not in line["reason"]]


def test_a_story_that_was_withdrawn_is_gone_there_too_and_its_code_is_given_to_nobody(new: Path, out: Path) -> None:
    told = lines(out / "withdrawn.jsonl")
    assert [set(line) for line in told] == [{"dateline"}] * len(told)
    codes = [line["dateline"]["withdrawn"] for line in told]
    assert codes
    assert [tell(new)[f"story:{code}"] for code in codes] == [[""]] * len(codes)
    with sites.serving(new) as server:
        for code in codes:
            assert server.ask(f"/s/{code}").status == 410
            assert server.ask(f"/news/{code}/anything").status == 410
        assert server.ask("/").status == 200
    script = f"""
from django.db import transaction
from dateline.desk import codes
with transaction.atomic():
    assert codes.claim_many({codes})
"""
    done = sites.dateline("manage", "--site", new, "shell", "-c", script)
    assert done.returncode == 0, done.stderr
    done = sites.dateline("verify", "--site", new)
    assert done.returncode == 0, done.stderr


def talk(site: Path) -> list[tuple[Any, ...]]:
    """The comments that readers can see: whose, under which story, when, in answer to what."""
    with closing(sqlite3.connect(site / "dateline.db")) as database:
        rows = database.execute(
            "SELECT e.subject, s.body FROM ledger_ledgerentry e JOIN ledger_snapshot s ON s.digest = e.digest"
            " WHERE e.subject LIKE 'comment:%' AND e.seq ="
            " (SELECT max(seq) FROM ledger_ledgerentry o WHERE o.subject = e.subject)"
        )
        found = {one["number"]: one for one in (json.loads(body) for _, body in rows)}
    told = {number: (one["story"], one["at"], one.get("name"), one.get("text")) for number, one in found.items()}
    return sorted((*told[n], told.get(one.get("parent"))) for n, one in found.items())


def test_the_comments_that_readers_saw_are_there_again(old: Path, new: Path, out: Path) -> None:
    assert len(lines(out / "comments.jsonl")) > 5
    assert talk(new) == talk(old)
    done = sites.dateline("import", "--site", new, "--comments", out / "comments.jsonl")
    assert done.returncode == 0, done.stderr
    assert talk(new) == talk(old)


def test_coming_in_again_changes_nothing(new: Path, out: Path) -> None:
    before = tell(new)
    done = sites.dateline("import", "--site", new, out / "stories.ninjs.jsonl", out / "withdrawn.jsonl")
    assert done.returncode == 0, done.stderr
    assert tell(new) == before


def test_the_files_can_be_checked_and_a_changed_one_is_named(out: Path) -> None:
    done = sites.dateline("verify", "--export", out)
    assert done.returncode == 0, done.stdout
    assert "0 are not" in done.stdout
    page = out / "site" / "index.html"
    text = page.read_bytes()
    page.write_bytes(text.replace(b"</title>", b"!</title>"))
    done = sites.dateline("verify", "--export", out)
    page.write_bytes(text)
    assert done.returncode == 3
    assert "site/index.html is not as it was made" in done.stdout


def test_a_folder_of_somebody_else_is_refused_before_anything_is_done(old: Path, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    done = sites.dateline("export", "--site", old, "--to", tmp_path)
    assert done.returncode == 2
    assert "that no export made" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_the_site_itself_is_no_place_to_export_to(old: Path) -> None:
    done = sites.dateline("export", "--site", old, "--to", old / "out")
    assert done.returncode == 2
    assert "lies in the site" in done.stderr


def test_only_what_is_asked_for_is_written(old: Path, tmp_path: Path) -> None:
    done = sites.dateline("export", "--site", old, "--to", tmp_path / "out", "--as", "wxr")
    assert done.returncode == 0, done.stderr
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "SHA256SUMS",
        "dateline-export.json",
        "stories.wxr.xml",
    ]
