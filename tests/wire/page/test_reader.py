"""What becomes of a saved page, told by pages of one trait each."""

from __future__ import annotations

import json
import pickle

import pytest

from dateline.errors import CopyError
from dateline.story import Items, Paragraph, Quote, Subhead
from dateline.wire.page import read
from dateline.wire.record import FoundImage
from saved_pages import FIRST, HEADLINE, PARAGRAPHS, SECOND, TEASER, THIRD, article, json_ld, meta, page, paragraphs

WHOLE = "\n".join(PARAGRAPHS)


def test_a_plain_page_gives_headline_and_body():
    record = read(page())
    assert record.headline == HEADLINE
    assert record.plain_body() == WHOLE
    assert record.language == "en"
    assert record.direction == "ltr"


def test_a_record_can_be_sent_to_another_process():
    record = read(page())
    assert pickle.loads(pickle.dumps(record)) == record


def test_the_same_bytes_give_the_same_record():
    assert read(page()) == read(page())


def test_a_story_in_a_graph_is_read_with_the_people_it_refers_to():
    graph = json_ld(
        {"@type": "WebSite", "@id": "#site", "name": "The Harbour Courier"},
        {"@type": "Person", "@id": "#ines", "name": "Inês Duarte"},
        {"@type": "Person", "@id": "#tom", "name": "Tom Weller"},
        {
            "@type": ["NewsArticle"],
            "headline": HEADLINE,
            "author": [{"@id": "#ines"}, {"@id": "#tom"}],
            "datePublished": "2024-11-05T08:30:00+01:00",
            "dateModified": "2024-11-05T09:10:00+01:00",
            "publisher": {"@type": "Organization", "name": "The Harbour Courier"},
            "articleSection": "Harbour",
            "keywords": ["bridge", "ferry"],
            "image": {"@type": "ImageObject", "url": "https://courier.example/img/bridge.jpg"},
        },
    )
    record = read(page(head=graph))
    assert record.authors == ("Inês Duarte", "Tom Weller")
    assert record.published == "2024-11-05T08:30:00+01:00"
    assert record.updated == "2024-11-05T09:10:00+01:00"
    assert record.source == "The Harbour Courier"
    assert record.section == "Harbour"
    assert record.topics == ("bridge", "ferry")
    assert record.image == FoundImage(address="https://courier.example/img/bridge.jpg")
    assert record.origins["authors"] == record.origins["published"] == "json-ld"


def test_of_several_declared_stories_the_one_of_this_page_is_read():
    listed = {"@type": "NewsArticle", "headline": "Another story about the fish market", "datePublished": "2019-01-01"}
    own = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2024-11-05"}
    assert read(page(head=json_ld(listed, own))).published == "2024-11-05"


def test_broken_json_is_mended():
    broken = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-05",}</script>'
    assert read(page(head=broken)).published == "2024-11-05"


def test_what_is_past_mending_is_picked_from():
    broken = '<script type="application/ld+json">{"@type": NewsArticle "datePublished": "2024-11-05", oops</script>'
    assert read(page(head=broken)).published == "2024-11-05"


def test_microdata_is_read():
    marked = f"""<div itemscope itemtype="http://schema.org/NewsArticle">
        <h1 itemprop="headline">{HEADLINE}</h1>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Inês Duarte</b></span>
        <time itemprop="datePublished" datetime="2024-11-05T08:30:00Z">yesterday</time>
        <div itemprop="articleBody">{paragraphs()}</div></div>"""
    record = read(page(marked))
    assert record.authors == ("Inês Duarte",)
    assert record.published == "2024-11-05T08:30:00+00:00"
    assert record.plain_body() == WHOLE


def test_rdfa_is_read():
    marked = f"""<div typeof="schema:NewsArticle"><h1 property="schema:headline">{HEADLINE}</h1>
        <span property="schema:datePublished" content="2024-11-05">on Tuesday</span>{paragraphs()}</div>"""
    assert read(page(marked)).published == "2024-11-05"


def test_the_authors_of_comments_marked_up_are_not_the_storys():
    comment = """<div itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Angry Gull</span>
        <p itemprop="text">I have waited for that bridge since I was a child and will wait on.</p></div>"""
    marked = f"""<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{HEADLINE}</h1>
        <span itemprop="author">Inês Duarte</span>{paragraphs()}</div><div id="comments">{comment}</div>"""
    record = read(page(marked))
    assert record.authors == ("Inês Duarte",)
    assert "waited" not in record.plain_body()


def test_open_graph_and_meta_are_read():
    head = meta(
        og__title=HEADLINE, og__site_name="The Harbour Courier", og__url="https://courier.example/harbour/4711-bridge",
        article__published_time="2024-11-05T08:30:00+01:00", article__section="Harbour", article__tag="bridge",
        og__image="/img/bridge.jpg", og__locale="en_GB",
    ) + '<meta name="author" content="Inês Duarte">'  # fmt: skip
    record = read(page(head=head, html="<html>"))
    assert record.authors == ("Inês Duarte",)
    assert record.published == "2024-11-05T08:30:00+01:00"
    assert (record.section, record.topics, record.source) == ("Harbour", ("bridge",), "The Harbour Courier")
    assert record.url == "https://courier.example/harbour/4711-bridge"
    assert record.image is not None
    assert record.image.address == "https://courier.example/img/bridge.jpg"
    assert record.language == "en-GB"
    assert record.external_id == "4711"


def test_the_sites_name_is_no_part_of_the_headline():
    head = meta(og__site_name="The Harbour Courier", og__title=f"{HEADLINE} | The Harbour Courier")
    body = f"<div>{paragraphs()}</div>"
    assert read(page(body, head=head, title=f"The Harbour Courier - {HEADLINE}")).headline == HEADLINE


def test_a_logo_in_a_top_heading_is_not_the_headline():
    body = f"<header><h1>The Harbour Courier</h1></header><h2 class='entry-title'>{HEADLINE}</h2>{paragraphs()}"
    assert read(page(body, title=f"{HEADLINE} - The Harbour Courier")).headline == HEADLINE


def test_an_old_table_layout_in_windows_1251():
    first = "Разводной мост через старую гавань останется закрытым до весны, сообщили во вторник в управлении порта."
    second = "Водолазы нашли трещины в двух из четырёх опор, а завод, который делает сталь, загружен заказами до марта."
    menu = "".join(f'<tr><td><a href="/r{i}.html">Раздел номер {i}</a></td></tr>' for i in range(9))
    text = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
        <title>Мост закрыт до весны</title></head><body><table><tr><td><table>{menu}</table></td>
        <td><font size="4"><b>Мост закрыт до весны</b></font><br><br>{first}<br><br>{second}<br></td></tr></table>"""
    record = read(text.encode("cp1251"))
    assert record.headline == "Мост закрыт до весны"
    assert record.plain_body() == f"{first}\n{second}"
    assert record.language == "ru"


def test_an_arabic_page_runs_right_to_left():
    first = (
        "أعلنت إدارة الميناء يوم الثلاثاء أن الجسر المتحرك فوق الميناء القديم سيبقى مغلقا أمام حركة السير حتى الربيع."
    )
    second = "وعثر الغواصون على تشققات في اثنتين من الدعائم الأربع، وتعمل عبارة صغيرة كل عشرين دقيقة منذ السادسة صباحا."
    body = f"<h1>الجسر مغلق حتى الربيع</h1><div class='date'>٥ نوفمبر ٢٠٢٤</div>{paragraphs(first, second)}"
    record = read(page(body, title="الجسر مغلق حتى الربيع", html='<html dir="rtl" lang="ar">'))
    assert (record.language, record.direction) == ("ar", "rtl")
    assert record.published == "2024-11-05"
    assert record.plain_body() == f"{first}\n{second}"


def test_chinese_without_spaces():
    first = "港务局周二表示，旧港口上的旋转桥将继续对所有车辆关闭，直到明年春天才能重新开放通行。"
    second = "潜水员在四个桥墩中的两个上发现了裂缝，在此之前小渡轮每二十分钟一班，费用由市政府承担。"
    body = f"<h1>旋转桥关闭至春天</h1><div class='info'>2024年11月05日 08:30</div>{paragraphs(first, second)}"
    record = read(page(body, title="旋转桥关闭至春天_新闻中心", html='<html lang="zh-CN">'))
    assert record.headline == "旋转桥关闭至春天"
    assert record.plain_body() == f"{first}\n{second}"
    assert record.published == "2024-11-05T08:30:00"


def test_a_template_in_english_makes_no_greek_story_english():
    first = (
        "Η κινητή γέφυρα πάνω από το παλιό λιμάνι μένει κλειστή έως την άνοιξη, ανακοίνωσε την Τρίτη το λιμεναρχείο."
    )
    assert read(page(f"<h1>Η γέφυρα μένει κλειστή</h1>{paragraphs(first, first[::-1])}")).language == "el"


def test_two_authors_in_one_string():
    head = '<meta name="author" content="By Inês Duarte and Tom Weller">'
    assert read(page(head=head)).authors == ("Inês Duarte", "Tom Weller")


def test_a_byline_on_the_page_goes_before_a_declared_author_that_is_only_the_site():
    head = meta(og__site_name="The Harbour Courier") + '<meta name="author" content="The Harbour Courier">'
    record = read(page(article(above='<p class="byline">By Inês Duarte</p>'), head=head))
    assert record.authors == ("Inês Duarte",)
    assert record.origins["authors"] == "byline"


def test_the_desk_signs_if_nobody_is_named():
    head = json_ld(headline=HEADLINE, author={"@type": "Organization", "name": "Harbour Courier Newsroom"})
    assert read(page(head=head)).authors == ("Harbour Courier Newsroom",)


def test_the_agencys_dateline_tells_place_and_agency():
    told = f"PORT HALLOW, Nov 5 (Reuters) - {FIRST}"
    record = read(page(article(body=paragraphs(told, SECOND))))
    assert (record.place, record.agency) == ("PORT HALLOW", "Reuters")
    assert record.plain_body().startswith("PORT HALLOW, Nov 5")


def test_a_date_only_in_the_address():
    head = '<link rel="canonical" href="https://courier.example/2024/11/05/bridge">'
    record = read(page(head=head))
    assert record.published == "2024-11-05"
    assert record.origins["published"] == "address"


def test_a_time_with_its_zone_beside_the_headline():
    record = read(page(article(above="<div class='meta'>Published Tuesday, 5 November 2024, 8:30 pm CET</div>")))
    assert record.published == "2024-11-05T20:30:00+01:00"
    assert record.plain_body() == WHOLE


@pytest.mark.parametrize(
    ("attribute", "told"),
    [
        ('data-date="18. März 2020"', "2020-03-18"),
        ('data-time="1594448702" title="11:25 PM"', "2020-07-11T06:25:02+00:00"),
        ('data-timestamp="1594448702000"', "2020-07-11T06:25:02+00:00"),
        ('data-time="1200"', ""),
        ('data-date="99999999999999999999"', ""),
        ('class="updated" data-time="1594448702"', ""),
    ],
)
def test_a_time_that_only_the_pages_scripts_would_show(attribute: str, told: str):
    html = page(article(above=f"<span {attribute}></span>"), html='<html lang="de">')
    assert read(html).published == told


def test_a_page_without_any_date_is_undated():
    assert read(page()).published == ""


def test_a_standfirst_between_headline_and_body_is_kept_apart():
    summary = "Cracks in two piers keep traffic off the bridge; a ferry that costs nothing takes its place."
    record = read(page(article(above=f'<p class="standfirst">{summary}</p>')))
    assert record.standfirst == summary
    assert record.shown
    assert [b.html for b in record.body if isinstance(b, Paragraph)] == list(PARAGRAPHS)
    assert record.plain_body() == f"{summary}\n{WHOLE}"


def test_a_standfirst_that_is_the_first_paragraph_over_again_is_dropped():
    record = read(
        page(article(above=f'<p class="standfirst">{FIRST}</p>'), head=meta(og__description=FIRST[:80] + "…"))
    )
    assert record.standfirst == ""
    assert record.plain_body() == WHOLE


def test_a_summary_that_only_machines_see_is_no_part_of_the_body():
    record = read(page(head=meta(og__description="What the closed bridge means for those who cross it every day.")))
    assert record.standfirst == "What the closed bridge means for those who cross it every day."
    assert not record.shown
    assert record.plain_body() == WHOLE


def test_a_kicker_above_the_headline():
    body = f'<div class="kicker">Old harbour</div>{article()}'
    assert read(page(body)).kicker == "Old harbour"


def test_furniture_around_and_between_paragraphs_is_left_out():
    body = (
        f'<p>{FIRST}</p><div class="share-buttons">Share this with your friends and family on every network.</div>'
        f'<p>Read more: <a href="/other">A long story about the ferry and its captain</a></p><p>{SECOND}</p>'
        "<aside>The Courier has covered the harbour since before there was a bridge over it.</aside>"
        f'<form class="newsletter-signup"><p>Get our newsletter every morning, free of charge.</p></form><p>{THIRD}</p>'
        "<p>© 2024 The Harbour Courier. All rights reserved.</p>"
    )
    below = (
        '<div class="related-stories"><h3>Related</h3><p>The ferry that could, and the captain who would not.</p></div>'
    )
    record = read(page(article(body=body, below=below)))
    assert record.plain_body() == WHOLE


def test_teasers_of_other_stories_are_left_out_whatever_their_box_is_called():
    teaser = f'<div class="k7"><a href="/s">A headline of another story than this</a><p>{TEASER}</p></div>'
    record = read(page(article(below=f"<div>{teaser * 6}</div>")))
    assert record.plain_body() == WHOLE


def test_readers_comments_are_left_out_however_long():
    comment = "<div class='c'><p>I have waited for that bridge since I was a child, and I shall wait on.</p></div>"
    record = read(page(article(below=f"<section id='comments'>{comment * 30}</section>")))
    assert record.plain_body() == WHOLE


def test_the_blocks_of_a_body():
    body = f"""<p>{FIRST}</p><h2>Two piers of four</h2><p>{SECOND}</p>
        <ul><li>six boats a day</li><li>two <b>crews</b></li></ul>
        <blockquote><p>“It is a fine old bridge, but it is an old bridge.”</p>
        <footer>— Harbour master Rui Prado</footer></blockquote>
        <figure><img src='/img/piers.jpg' alt='Piers'><figcaption>The cracked piers at low tide.</figcaption></figure>
        <p>{THIRD}</p>"""
    record = read(page(article(body=body)), address="https://courier.example/a/b")
    picture = "https://courier.example/img/piers.jpg"
    assert record.body == (
        Paragraph(html=FIRST),
        Subhead(text="Two piers of four"),
        Paragraph(html=SECOND),
        Items(items=("six boats a day", "two <strong>crews</strong>")),
        Quote(html="“It is a fine old bridge, but it is an old bridge.”", attribution="Harbour master Rui Prado"),
        FoundImage(address=picture, alt="Piers", caption="The cracked piers at low tide."),
        Paragraph(html=THIRD),
    )


def test_a_bold_line_by_itself_is_a_subhead():
    record = read(page(article(body=f"<p>{FIRST}</p><p><b>What happens next</b></p><p>{SECOND}</p>")))
    assert record.body[1] == Subhead(text="What happens next")


def test_links_are_made_absolute_and_only_safe_ones_stay():
    links = ("../plan?x=1&y=2", "javascript:alert(1)", "mailto:port@courier.example")
    told = FIRST + "".join(
        f' <a href="{link}">{word}</a>' for link, word in zip(links, ("Plan", "trap", "mail"), strict=True)
    )
    record = read(page(article(body=paragraphs(told, SECOND))), address="https://courier.example/a/b/c")
    first = record.body[0]
    assert isinstance(first, Paragraph)
    assert '<a href="https://courier.example/a/plan?x=1&amp;y=2">Plan</a>' in first.html
    assert '<a href="mailto:port@courier.example">mail</a>' in first.html
    assert "javascript" not in first.html
    assert "trap" in first.html


def test_the_lead_image_is_the_one_shown_with_its_caption_and_credit():
    figure = """<figure><img src="/img/bridge-640x360.jpg" alt="The bridge" width="640"><figcaption>
        <span>The bridge on Tuesday.</span><p class="credit">Photo: Inês Duarte</p></figcaption></figure>"""
    head = meta(og__image="https://courier.example/img/bridge.jpg", og__url="https://courier.example/a")
    image = read(page(article(above=figure), head=head)).image
    assert image == FoundImage(
        address="https://courier.example/img/bridge-640x360.jpg",
        alt="The bridge",
        caption="The bridge on Tuesday.",
        credit="Photo: Inês Duarte",
    )


def test_a_lazily_loaded_picture_is_found_behind_its_placeholder():
    figure = (
        '<figure><img src="data:image/gif;base64,R0lGOD" data-src="https://courier.example/img/bridge.jpg"></figure>'
    )
    image = read(page(article(above=figure))).image
    assert image is not None
    assert image.address == "https://courier.example/img/bridge.jpg"


def test_a_story_that_only_scripts_would_show_is_read_from_what_the_page_declares():
    head = json_ld(headline=HEADLINE, articleBody="\n".join(PARAGRAPHS * 2), datePublished="2024-11-05")
    record = read(page("<div id='root'></div>", head=head))
    assert record.plain_body() == "\n".join(PARAGRAPHS * 2)
    assert record.origins["body"] == "json-ld"


def test_the_code_that_a_page_shows_is_kept():
    assert read(page(article(above="<div>Story code: 86412</div>"))).code == 86412


def test_the_section_comes_from_the_breadcrumbs_if_nothing_declares_it():
    trail = '<div class="breadcrumbs"><a href="/">Home</a> › <a href="/harbour">Harbour</a></div>'
    record = read(page(trail + article()))
    assert (record.section, record.origins["section"]) == ("Harbour", "breadcrumbs")


def test_every_other_address_a_page_declares_is_kept():
    head = (
        '<link rel="canonical" href="https://courier.example/harbour/bridge"><link rel="shortlink" href="/?p=4711">'
        + meta(og__url="https://www.courier.example/harbour/bridge")
    )
    record = read(page(head=head), address="http://courier.example/bridge.asp?id=7")
    assert record.url == "https://courier.example/harbour/bridge"
    assert record.addresses == (
        "https://www.courier.example/harbour/bridge",
        "http://courier.example/?p=4711",
        "http://courier.example/bridge.asp?id=7",
    )


def test_a_canonical_address_that_is_only_the_front_is_passed_over():
    head = '<link rel="canonical" href="https://courier.example/">'
    assert (
        read(page(head=head), address="https://courier.example/harbour/bridge").url
        == "https://courier.example/harbour/bridge"
    )


def test_a_relayed_story_names_whom_it_is_from():
    record = read(page(article(below="<p>Source: The Upriver Gazette</p>")))
    assert record.relay == "The Upriver Gazette"
    assert record.agency == ""


def in_a_script(headline: str, markup: str) -> bytes:
    state = json.dumps({"queries": [{"data": {"title": headline, "published": True, "text": markup}}]})
    pushed = json.dumps(f"5:{state}")
    return page(f"<h1>{HEADLINE}</h1><div id='app'></div><script>self.queue.push([1,{pushed}])</script>")


def test_the_body_of_a_page_that_its_script_fills_is_read_from_the_script():
    record = read(in_a_script(HEADLINE, paragraphs()))
    assert record.plain_body() == WHOLE
    assert record.origins["body"] == "script"


def test_a_text_in_a_script_that_is_not_near_the_headline_is_not_the_body():
    with pytest.raises(CopyError, match="no body"):
        read(in_a_script("All about our newsletters", paragraphs()))


def test_of_days_declared_with_the_same_weight_the_earlier_is_the_publication():
    head = meta(article__published_time="2024-11-05T08:30:00+01:00")
    marked = f"""<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{HEADLINE}</h1>
        <span itemprop="datePublished" content="2024-11-09T10:00:00+01:00">new</span>{paragraphs()}</div>"""
    assert read(page(marked, head=head)).published == "2024-11-05T08:30:00+01:00"


def test_a_line_that_says_it_is_the_date_goes_before_the_date_of_a_picture():
    body = f"""<h1>{HEADLINE}</h1><div>The old bridge before it was closed, 2 November 2024</div>{paragraphs()}
        <ul><li>Topic Harbour</li><li>Date 5 November 2024</li></ul>"""
    assert read(page(body)).published == "2024-11-05"


def test_a_heading_with_its_section_before_it_gives_way_to_the_declared_headline():
    heading = f"<h1><span>Harbour news</span> {HEADLINE}</h1>"
    assert read(page(heading + paragraphs(), head=meta(og__title=HEADLINE))).headline == HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "PUBLISHED: April 24, 2020 at 9:11 a.m. | UPDATED: April 25, 2020 at 7:02 a.m.",
        "Ana Duarte and Tom Weller | 24.04.2020 - Updated : 25.04.2020",
    ],
)
def test_a_line_that_tells_when_the_story_was_out_is_none_of_its_text(line: str) -> None:
    record = read(page(f"<h1>{HEADLINE}</h1><div>{paragraphs(line, *PARAGRAPHS)}</div>"))
    assert record.plain_body() == "\n".join(PARAGRAPHS)


def test_a_sentence_about_a_change_on_a_day_is_text() -> None:
    told = "The plan was modified on 24 April 2020."
    assert told in read(page(article(body=paragraphs(*PARAGRAPHS, told, *PARAGRAPHS[:1])))).plain_body()


def test_neither_the_day_nor_the_caption_of_a_picture_is_the_standfirst() -> None:
    standfirst = "Whoever has to cross the water this winter takes the small ferry."
    above = f"""<p>{standfirst}</p><p>Ana Duarte, 24.04.2020, 17:59 reading time</p>
        <figure><img src="/a.jpg" width="900">
        <figcaption>The bridge stood open when it was seen last.</figcaption></figure>"""
    assert read(page(article(above=above))).standfirst == standfirst
