"""Attack strings in every field of a story, read in a real browser: nothing runs, nothing else is asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

import strikes
from builders import Tape, comment, story, thread
from dateline.masthead import Site
from newsstand import Newsstand, Reading, of

EACH = 200
"""So many texts are put into one story."""

TALKS = 80
"""So many texts are comments on one story: as many as its page shows."""

GROUPS = -(-len(strikes.texts()) // EACH)


@pytest.fixture(scope="module")
def struck(newsstand: Newsstand) -> str:
    texts = strikes.texts()
    return newsstand.open(of(*(strikes.story_of(n + 1, texts[EACH * n : EACH * (n + 1)]) for n in range(GROUPS))))


def test_no_attack_runs_even_without_the_policy_of_the_pages(struck: str, chromium: Browser) -> None:
    with chromium.new_context(bypass_csp=True) as context:
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith(struck) or told.append(request.url))
        stories = [f"/news/{code}/struck-{code}" for code in range(1, GROUPS + 1)]
        for path in ("/", "/corrections", "/news/1/history", "/feed.xml", "/news/1.json", *stories):
            page.goto(struck + path, wait_until="domcontentloaded")
            assert page.evaluate("window.struck") is None, path
        # The stories' pictures are not there, which the browser says; it has nothing else to say.
        assert [one for one in told if "404" not in one] == []


def discussed(masthead: Site) -> Tape:
    """Every text as the name and the words of a comment: of each four, three answer the first."""
    # The ledger takes no NUL and nothing that is not Unicode.
    texts = [one.encode(errors="ignore").decode().replace("\0", "") for one in strikes.texts()]
    stories = [story(code) for code in range(1, -(-len(texts) // TALKS) + 1)]
    tape = of(*stories)(masthead)
    for place, one in enumerate(texts):
        code, number, root = place // TALKS + 1, place + 1, place // 4 * 4 + 1
        tape.stand(thread(code))
        answers = {} if number == root else {"parent": root, "root": root}
        tape.say(comment(number, code, name=one[:200], text=one, **answers))
    return tape


def test_no_attack_in_a_comment_runs_and_none_changes_the_page(newsstand: Newsstand, chromium: Browser) -> None:
    paper = newsstand.open(discussed)
    with chromium.new_context(bypass_csp=True, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith(paper) or told.append(request.url))
        pages = [f"/news/{code}/ferry-leaves-late-{code}" for code in range(1, -(-len(strikes.texts()) // TALKS) + 1)]
        for path in (*pages, "/discuss/1", "/discuss/1/1"):
            page.goto(paper + path, wait_until="domcontentloaded")
            whole = min(4 if path == "/discuss/1/1" else TALKS, len(strikes.texts()))
            if path != pages[-1]:
                expect(page.locator(".talks > li")).to_have_count(whole)
            assert page.evaluate("[...document.body.children].map(it => it.tagName)") == [
                "A",
                "HEADER",
                "MAIN",
                "FOOTER",
            ]
            assert page.evaluate("document.documentElement.scrollWidth") == 360, path
            assert page.evaluate("window.struck") is None, path
        assert told == []


def test_the_policy_of_the_pages_has_nothing_to_refuse(struck: str, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"{struck}/news/1/struck-1")
        assert [one for one in told if "404" not in one] == []


def test_a_struck_page_is_laid_out_like_any_other(struck: str, reading: Reading) -> None:
    page = reading(f"{struck}/news/1/struck-1", 360)
    assert page.evaluate("[...document.body.children].map(it => it.tagName)") == ["A", "HEADER", "MAIN", "FOOTER"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_browser_would_tell_of_an_attack_that_runs(struck: str, chromium: Browser) -> None:
    with chromium.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(struck)
        page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", strikes.OWN[2])
        page.wait_for_function("window.struck === 1")
