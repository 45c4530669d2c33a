"""Reading the paper: on any screen, on paper, without script, and without anybody else being told."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from newsstand import PAGES, Newsstand, Reading, courier

SHIFT = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
        .observe({type: 'layout-shift', buffered: true})
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
})"""
LOADED = "() => Promise.all([...document.images].map(one => one.decode())).then(() => true)"
THROUGH = """async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
        scrollTo({top: at, behavior: 'instant'})
        await new Promise(requestAnimationFrame)
    }
}"""

PIECES = 20
PLACES = """() => [...document.querySelectorAll('body *')].map(one => {
    const {x, y, width, height} = one.getBoundingClientRect()
    const {display, visibility} = getComputedStyle(one)
    // What stands within a line moves with its words where they end at the edge.
    const isSeen = width && height && y < innerHeight && visibility === 'visible' && display !== 'inline'
    return isSeen ? [Math.round(x), Math.round(y), one.outerHTML.slice(0, 60)] : null
})"""


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_is_wider_than_the_screen(paper: str, reading: Reading, kind: str) -> None:
    page = reading(paper + PAGES[kind])
    for width in (320, 360, 768, 1024, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.fixture(scope="module")
def arabic(newsstand: Newsstand) -> str:
    """The same paper, all of it from right to left."""
    return newsstand.open(courier, language="ar")


@pytest.mark.parametrize("kind", ["home", "section", "story", "discussed story", "search", "ledger"])
def test_nor_is_one_that_runs_from_right_to_left(arabic: str, reading: Reading, kind: str) -> None:
    page = reading(arabic + PAGES[kind])
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "section", "story", "story with everything", "day"])
def test_nothing_moves_while_a_page_arrives(paper: str, reading: Reading, kind: str, width: int) -> None:
    page = reading(paper + PAGES[kind], width)
    page.evaluate(THROUGH)
    assert page.evaluate(LOADED)
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize(
    "kind", ["home", "section", "story", "story with everything", "discussed story", "day", "person"]
)
def test_what_has_come_of_a_page_stands_where_it_will_stand(
    paper: str, reading: Reading, kind: str, width: int
) -> None:
    page = reading(paper + PAGES[kind], width)
    whole, html = page.evaluate(PLACES), page.request.get(paper + PAGES[kind]).text()
    ends = [tag.end() for tag in re.finditer(">", html) if html.index("<header") < tag.start() < html.index("</body>")]
    come = [html]
    page.route(paper + PAGES[kind], lambda route: route.fulfill(body=come[0], content_type="text/html; charset=utf-8"))
    for end in ends[:: len(ends) // PIECES]:
        come[0] = html[:end]
        page.reload()
        places = zip(page.evaluate(PLACES), whole, strict=False)
        moved = [(now, then) for now, then in places if now and now[:2] != (then or now)[:2]]
        assert not moved, html[end - 80 : end]


@pytest.mark.parametrize("kind", ["home", "story with everything", "ledger"])
def test_a_page_without_script_is_the_same_page(paper: str, reading: Reading, kind: str) -> None:
    assert len({reading(paper + PAGES[kind], java_script_enabled=on).content() for on in (True, False)}) == 1


def test_a_reader_asks_nobody_but_the_site_and_gets_no_cookie(paper: str, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        for kind, path in PAGES.items():
            if kind not in ("not found", "withdrawn"):
                page.goto(paper + path)
                page.evaluate(THROUGH)
        assert {urlsplit(url).netloc for url in asked} == {urlsplit(paper).netloc}
        assert refused == []
        assert context.cookies() == []


def test_what_must_be_seen_of_a_picture_stays_in_a_crop(paper: str, reading: Reading) -> None:
    page = reading(paper)
    assert page.evaluate("getComputedStyle(document.querySelector('.lead img')).objectPosition") == "75% 25%"


def test_older_pages_of_a_section_show_its_list_alone(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["section"])
    first = page.locator(".river h3").all_inner_texts()
    page.get_by_role("link", name="Older stories").click()
    older = page.locator(".river h3").all_inner_texts()
    assert older
    assert not set(first) & set(older)
    assert page.locator(".lead, .top").count() == 0


def test_a_story_prints_as_a_page_with_its_permanent_address(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["story with everything"])
    page.emulate_media(media="print", color_scheme="dark")
    for shown in ("main h1", ".by", ".body", ".code", "figure.lead", ".mast .plate"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in (".mast nav", ".find", ".rail", ".related", ".foot", ".skip"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".code").inner_text().split() == ["Story", "91", f"{urlsplit(paper).netloc}/s/91"]
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(("width", "scale", "largest"), [(360, 1, 640), (360, 2, 960), (1280, 1, 960)])
def test_no_larger_picture_is_sent_than_the_screen_has_use_for(
    paper: str, reading: Reading, width: int, scale: int, largest: int
) -> None:
    page = reading(paper + PAGES["story with everything"], width, device_scale_factor=scale)
    sent = page.evaluate("document.querySelector('figure.lead img').currentSrc")
    assert int(sent.rpartition("-")[2].removesuffix(".webp")) <= largest
