"""Strings of attackers in every field of a story: nothing of them runs, for readers or for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle, islice
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

import attacks
import sites
import waiting
from deskhand import DeskHand, Seat

pytestmark = attacks.needed

STORIES = 4

# Run in the newsroom's process. A short field takes one string, a body takes its share of all of them, once as the
# text of a text block and once as the raw value of each other kind of block.
PUT_IN = """
from dateline.desk.models import StoryCorrection
codes = []
for place, share in enumerate(shares):
    words = iter(short[place])
    raw = [("paragraph", "".join(f"<p>{one}</p>" for one in share))]
    raw += [("subhead", next(words)), ("quote", {"text": next(words), "attribution": next(words), "language": "en"})]
    raw += [("list", {"ordered": False, "points": [next(words), next(words)]})]
    raw += [("embed", {"url": next(words), "title": next(words)})]
    maker = source(next(words), about=next(words), url=next(words)[:200])
    who = person(next(words)[:190], title=next(words), bio=next(words))
    row = story(
        next(words), kicker=next(words)[:190], standfirst=next(words), place=next(words)[:190], body=raw,
        lead_alt=next(words), lead_caption=next(words), lead_credit=next(words)[:290], internal_note=next(words),
        bylines=[Byline(person=who)], credits=[StoryCredit(kind="agency", source=maker, url=next(words)[:200])],
        topics=[topic(next(words)[:190])],
    )
    row.corrections = [StoryCorrection(kind="correction", text=next(words))]
    row.save()
    row.save_revision().publish()
    codes.append(row.pk)
result = codes
"""

LOOSE = """() => [...document.querySelectorAll('*')].flatMap(it => [...it.attributes].filter(
    one => /^on/i.test(one.name) || /^\\s*(javascript|vbscript|data:text)/i.test(one.value)
).map(one => it.tagName + ' ' + one.name + '=' + one.value))
.concat([...document.querySelectorAll('script:not([src]):not([type="application/ld+json"])')].map(it => it.text))"""


@pytest.fixture(scope="module")
def attacked(desk_site: sites.Server) -> Iterator[list[int]]:
    """The codes of stories made of attacks, which are taken down again: they would stand on every page."""
    usable = [one.replace("\0", "").encode(errors="replace").decode() for one in attacks.strings()]
    short = cycle(one[:480] for one in usable if "alert" in one and len(one) < 480)
    shares = [usable[place::STORIES] for place in range(STORIES)]
    with sites.desk(desk_site.site) as desk:
        codes = desk.do(PUT_IN, shares=shares, short=[list(islice(short, 40)) for _ in shares])
        for code in codes:
            waiting.until(lambda code=code: desk_site.ask(f"/s/{code}").status == 301, f"story {code} is out", 60)
        yield codes
        desk.do("for row in Story.objects.filter(pk__in=codes): row.unpublish()", codes=codes)


def watch(page: Page) -> list[str]:
    """What goes wrong on a page, as it goes wrong: an attack that runs, or that the page's policy has to stop."""
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: seen.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("request", lambda sent: seen.append(sent.url) if not _ours(sent.url) else None)
    return seen


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))


def test_an_attack_that_ran_would_be_noticed(seat: Seat) -> None:
    hand = seat("editor")
    hand.page.goto("about:blank")
    seen = watch(hand.page)
    hand.page.set_content('<img src="data:," onerror="alert(1)"><img src="http://attacker.invalid/">')
    hand.page.wait_for_load_state("networkidle")
    assert sorted(seen) == ["dialog: 1", "http://attacker.invalid/"]
    assert len(hand.page.evaluate(LOOSE)) == 1


def test_no_attack_runs_on_a_readers_page(seat: Seat, attacked: list[int]) -> None:
    hand = seat("editor")
    seen = watch(hand.page)
    paths = [hand.site.ask(f"/s/{code}").headers["location"] for code in attacked]
    paths += ["/", "/harbour/", "/corrections", "/ledger", f"/news/{attacked[0]}/history"]
    for path in paths:
        hand.open(path)
        assert hand.page.evaluate(LOOSE) == [], path
        assert seen == [], path


def test_no_attack_is_in_a_feed_or_in_a_storys_json(seat: Seat, attacked: list[int]) -> None:
    hand = seat("editor")
    for path in ("/feed.xml", "/harbour/feed.xml", "/sitemap.xml"):
        ET.fromstring(hand.site.ask(path).text)
    assert json.loads(hand.site.ask("/feed.json").text)["items"]
    for code in attacked:
        answer = hand.site.ask(f"/news/{code}.json")
        assert answer.headers["content-type"].startswith("application/json")
        for markup in _markup(json.loads(answer.text)):
            attacks.assert_harmless(markup)


def _markup(value: object) -> Iterator[str]:
    """Every inline HTML in a snapshot."""
    if isinstance(value, dict):
        yield from (text for name in ("html",) if isinstance(text := value.get(name), str))
        yield from (item for item in value.get("items", ()) if isinstance(item, str))
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _markup(one)


def test_no_attack_runs_at_the_desk(seat: Seat, attacked: list[int]) -> None:
    hand = seat("editor")
    hand.open("/desk/")
    seen = watch(hand.page)
    code = attacked[0]
    named = ("person", "topic", "source")
    paths = ["/desk/", "/desk/snippets/desk/story/", *(f"/desk/snippets/desk/{kind}/" for kind in named)]
    paths += [f"/desk/snippets/desk/story/{page}/{code}/" for page in ("edit", "history", "retract")]
    for path in paths:
        hand.open(path)
        hand.page.wait_for_load_state("networkidle")
        assert seen == [], path


def test_an_attack_typed_into_every_field_is_shown_as_what_it_is(seat: Seat) -> None:
    hand = seat("editor")
    attack = next(one for one in attacks.strings() if one.startswith("<script>alert(") and len(one) < 60)
    seen = watch(hand.page)
    hand.begin(f"Typed {attack}", attack)
    for name in ("kicker", "standfirst", "place"):
        hand.fill(name, attack)
    assert "is out" in hand.press("Publish")
    code = hand.code()
    _open_preview(hand, code)
    hand.open(f"/s/{code}")
    assert attack in hand.page.locator("main").inner_text()
    assert seen == []
    hand.take_back("unpublish", code, "A test.")


def _open_preview(hand: DeskHand, code: int) -> None:
    hand.edit(code)
    hand.page.get_by_role("button", name="Toggle preview").click()
    hand.page.frame_locator("#w-preview-iframe").locator("h1").wait_for()
