"""Searches answered from an index and pressed pages, as the search process answers them."""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Tape, at, bare, byline, credit, site, story, topic
from dateline.errors import DamagedStore
from dateline.press import generation, shelf
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.search.index import SearchIndex
from dateline.serve.answer import Answer
from dateline.serve.search import Search
from dateline.site.searching import Application
from dateline.story import Paragraph, Story

ABUSE = Path(__file__).parents[3] / "shared" / "data" / "abuse"


class Paper:
    """A newspaper that is followed into its stores as it goes."""

    def __init__(self, folder: Path, **masthead: Any) -> None:
        self.tape = Tape(site(**masthead))
        pages, index = generation.begin(folder / "pressed"), generation.begin(folder / "search")
        self.index = SearchIndex(index, writer=True)
        self.store = Store(pages, writer=True, durable=False)
        self.press = Press(self.store, self.index.related, self.tape.history)
        generation.switch(folder / "search", index)
        self.search = Search(lambda: self.store, folder / "search")
        self.follow()

    def follow(self) -> None:
        states = self.tape.after(0, self.tape.last_seq())
        self.index.apply(states)
        self.press.apply(states)

    def publish(self, *stories: Story) -> None:
        self.tape.publish(*stories)
        self.follow()

    def page(self, query: str, path: str = "/search") -> str:
        answer = self.search.answer(path, query)
        assert answer.status == 200
        return zlib.decompress(answer.body, 31).decode()

    def close(self) -> None:
        self.index.close()
        self.store.close()


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    made = Paper(tmp_path)
    yield made
    made.close()


def listed(page: str) -> list[int]:
    """The codes of the stories that a page found."""
    rows = page.partition('class="river found"')[2].partition('class="narrow"')[0].split('href="/news/')[1:]
    return [int(row.partition("/")[0]) for row in rows]


def test_a_search_shows_stories_with_their_words_marked(paper: Paper) -> None:
    paper.publish(story(1, body=(Paragraph(html="The <em>night</em> ferry &amp; its crane."),)))
    page = paper.page("q=night+ferry")
    assert "The <mark>night</mark> <mark>ferry</mark> &amp; its crane." in page
    assert '<a href="/news/1/ferry-leaves-late-1"><mark>Ferry</mark> leaves late, day 1</a>' in page
    assert "Stories found: 1" in page


def test_a_search_is_kept_out_of_search_engines(paper: Paper) -> None:
    assert '<meta name="robots" content="noindex">' in paper.page("q=ferry")
    for path in ("/search", "/search/feed.xml"):
        assert ("x-robots-tag", "noindex") in paper.search.answer(path, "q=ferry").headers


def test_a_search_needs_no_script_and_runs_none_that_stands_in_the_page(paper: Paper) -> None:
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", paper.page("q=ferry"), re.DOTALL)
    assert scripts == [""]


def suggested(paper: Paper, query: str) -> list[dict[str, str]]:
    return json.loads(paper.page(query, "/search/suggest"))["stories"]  # type: ignore[no-any-return]


def test_who_types_is_told_of_stories_that_fit_so_far(paper: Paper) -> None:
    paper.publish(story(1, headline="Ferry waits for a zeppelin"), story(2, headline="Bakery opens on the quay"))
    assert suggested(paper, "q=fer+zep") == []  # only the last word may be unfinished
    assert suggested(paper, "q=ferry+zep") == [
        {"headline": "Ferry waits for a zeppelin", "address": f"/news/1/{story(1).slug}", "day": "Mar 2, 2026"}
    ]


def test_no_more_is_suggested_than_fits_under_a_field_and_nothing_that_was_withdrawn(paper: Paper) -> None:
    paper.publish(*(story(code) for code in range(1, 12)))
    assert len(suggested(paper, "q=fer")) == 6
    for code in range(1, 12):
        paper.tape.withdraw(code)
    paper.follow()
    assert suggested(paper, "q=fer") == []


def test_a_search_stands_between_what_all_pages_share(paper: Paper) -> None:
    paper.publish(*(story(code) for code in range(1, 4)))
    page = paper.page("q=ferry")
    assert "Featured Stories" in page
    assert page.rstrip().endswith("</html>")


def test_the_form_without_a_query_finds_nothing_and_counts_nothing(paper: Paper) -> None:
    paper.publish(story(1))
    page = paper.page("")
    assert listed(page) == []
    assert "Stories found" not in page


def test_what_was_typed_is_shown_as_it_was_typed(paper: Paper) -> None:
    page = paper.page("q=" + quote('"><script>alert(1)</script>'))
    assert "<script>" not in page
    assert 'value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in page


def test_markup_in_a_story_stays_text_in_its_excerpt(paper: Paper) -> None:
    paper.publish(
        story(1, headline="Ferry <b>", body=(Paragraph(html="ferry &lt;img src=x onerror=alert(1)&gt; ferry"),))
    )
    page = paper.page("q=ferry")
    assert "<img src=x" not in page
    assert "<mark>ferry</mark> &lt;img src=x" in page


def test_a_new_story_is_found_at_once_and_a_withdrawn_one_is_gone_at_once(paper: Paper) -> None:
    paper.publish(story(1))
    assert listed(paper.page("q=ferry")) == [1]
    paper.publish(story(2))
    assert listed(paper.page("q=ferry&order=newest")) == [2, 1]
    paper.tape.withdraw(1)
    paper.follow()
    assert listed(paper.page("q=ferry")) == [2]


def test_a_story_that_only_the_index_still_has_is_not_shown(paper: Paper) -> None:
    paper.publish(story(1), story(2))
    paper.tape.withdraw(1)
    paper.press.apply(paper.tape.after(0, paper.tape.last_seq()))
    assert listed(paper.page("q=ferry")) == [2]
    assert "/news/1/" not in paper.page("q=ferry", "/search/feed.xml")


def test_pages_follow_each_other_to_the_end(paper: Paper) -> None:
    paper.publish(*(story(code) for code in range(1, 46)))
    for order in ("", "&order=newest"):
        query, seen = f"q=ferry{order}", []
        while query:
            page = paper.page(query)
            seen += listed(page)
            query = page.partition('rel="next" href="/search?')[2].partition('"')[0].replace("&amp;", "&")
        assert sorted(seen) == list(range(1, 46))


def test_filters_are_offered_with_names_and_numbers_and_can_be_taken_away(paper: Paper) -> None:
    paper.publish(
        story(1),
        story(2, section="world", bylines=(byline(9, "Ines Prado"),), topics=(topic("ports", "Ports & piers"),)),
        story(3, section="world", source=(credit(),)),
    )
    page = paper.page("q=ferry")
    narrow = page.partition('class="narrow"')[2]
    assert '<a href="/search?q=ferry&amp;section=world" rel="nofollow">World</a> <span>2</span>' in narrow
    assert '<a href="/search?q=ferry&amp;person=9" rel="nofollow">Ines Prado</a> <span>1</span>' in narrow
    assert '<a href="/search?q=ferry&amp;topic=ports" rel="nofollow">Ports &amp; piers</a> <span>1</span>' in narrow
    assert "Coast Press</a> <span>1</span>" in narrow
    assert (
        '<a href="/search?q=ferry&amp;from=2026-01-01&amp;to=2026-12-31" rel="nofollow">2026</a> <span>3</span>'
        in narrow
    )
    chosen = paper.page("q=ferry&section=world")
    assert sorted(listed(chosen)) == [2, 3]
    assert '<a href="/search?q=ferry" aria-current="true"><b>World</b>' in chosen
    assert '<input type="hidden" name="section" value="world">' in chosen


def test_days_narrow_a_search(paper: Paper) -> None:
    paper.publish(story(1, published="2026-03-01"), story(2, published="2026-03-02"), story(3, published=at(60 * 24)))
    assert sorted(listed(paper.page("q=ferry&from=2026-03-02&to=2026-03-02"))) == [2]
    assert sorted(listed(paper.page("q=ferry&from=2026-03-02"))) == [2, 3]


def test_a_search_has_a_feed_newest_first(paper: Paper) -> None:
    paper.publish(*(story(code) for code in range(1, 36)), bare(90))
    feed = ElementTree.fromstring(paper.page("q=ferry", "/search/feed.xml"))
    links = [item.findtext("link") or "" for item in feed.iter("item")]
    assert [int(link.split("/")[4]) for link in links] == list(range(35, 5, -1))
    assert feed.findtext("channel/title") == "ferry – Search – The Harbour Courier"
    assert 'href="/search/feed.xml?q=ferry"' in paper.page("q=ferry")


def test_labels_and_digits_are_those_of_the_site(tmp_path: Path) -> None:
    paper = Paper(tmp_path, language="fa", direction="rtl")
    paper.publish(story(1, language="fa", headline="کتاب تازه"))
    page = paper.page("q=" + quote("كتاب"))
    assert "خبرهای یافت‌شده: ۱" in page
    assert "<mark>کتاب</mark> تازه" in page
    paper.close()


def test_without_pages_there_is_nothing_to_search(tmp_path: Path) -> None:
    with pytest.raises(DamagedStore):
        Search(shelf.of(tmp_path / "pressed").store, tmp_path / "search").answer("/search", "q=ferry")


def ask(application: Application, query: str, **environ: str) -> tuple[str, dict[str, str], bytes]:
    said: list[Any] = []
    given = {"PATH_INFO": "/search", "QUERY_STRING": query, "REQUEST_METHOD": "GET", **environ}
    body = b"".join(application(given, lambda status, headers: said.extend((status, dict(headers)))))
    return said[0], said[1], body


def test_what_a_reader_has_already_is_not_sent_again(paper: Paper) -> None:
    application = Application(paper.search)
    status, headers, body = ask(application, "q=ferry", HTTP_ACCEPT_ENCODING="gzip")
    assert (status, headers["content-encoding"]) == ("200 OK", "gzip")
    again = ask(application, "q=ferry", HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=headers["etag"])
    assert (again[0], again[2]) == ("304 Not Modified", b"")
    assert ask(application, "q=ferry")[2] == zlib.decompress(body, 31)
    assert ask(application, "q=ferry", REQUEST_METHOD="HEAD")[2] == b""


def test_a_search_without_stores_asks_to_come_again(tmp_path: Path) -> None:
    status, headers, _ = ask(Application(Search(shelf.of(tmp_path / "pressed").store, tmp_path / "search")), "q=ferry")
    assert status == "503 Service Unavailable"
    assert headers["retry-after"]


@pytest.fixture(scope="module")
def courier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    made = Paper(tmp_path_factory.mktemp("courier"))
    made.publish(*(story(code) for code in range(1, 30)), bare(40, headline="<script> alert onerror"))
    yield made
    made.close()


@given(query=st.text(max_size=200), path=st.sampled_from(["/search", "/search/feed.xml", "/search/suggest"]))
def test_any_query_string_gets_a_page(courier: Paper, query: str, path: str) -> None:
    assert courier.page(query, path)
    assert courier.page("q=" + quote(query, errors="replace"), path)


def attacks() -> Iterator[str]:
    for path in sorted(ABUSE.glob("*")):
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n")[::4]:
            if path.suffix == ".jsonl" and line:
                row = json.loads(line)
                yield from (
                    value for value in (row.values() if isinstance(row, dict) else [row]) if isinstance(value, str)
                )
            else:
                yield line


@pytest.mark.skipif(not ABUSE.exists(), reason="the collection of attacks is not at hand")
def test_no_attack_that_others_collected_gets_out_of_the_page(courier: Paper) -> None:
    calm = courier.page("q=").count("<script")
    for attack in attacks():
        page = courier.page("q=" + quote(attack[:300], errors="replace"))
        assert page.count("<script") == calm, attack
        assert page.count("<form") == 2, attack


def test_a_search_process_makes_itself_ready_with_stories_and_without(paper: Paper) -> None:
    asked: list[str] = []
    answer = paper.search.answer

    def listen(path: str, query: str) -> Answer:
        asked.append(query)
        return answer(path, query)

    paper.search.answer = listen  # type: ignore[method-assign]
    paper.search.warm()
    assert asked == []
    paper.publish(story(1, headline="Night boat leaves at ten"))
    paper.search.warm()
    assert asked[:2] == ["q=Night", "q=boat"]
