"""Stories as WXR, read by a plain XML parser and by our own reader of such files."""

from __future__ import annotations

from lxml import etree

from builders import bare, byline, full, site, story
from dateline.story import Paragraph, Story
from dateline.syndicate import wxr

SPACES = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
}


def parse(*stories: Story) -> etree._Element:
    text = wxr.head(site(), [byline()]) + "".join(wxr.item(one, site()) for one in stories) + wxr.TAIL
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))


def post(one: Story) -> etree._Element:
    return parse(one).xpath("//item[wp:post_type='post']", namespaces=SPACES)[0]


def say(node: etree._Element, name: str) -> str:
    return str(node.findtext(name, namespaces=SPACES) or "")


def meta(node: etree._Element) -> dict[str, str]:
    rows = node.iterfind("wp:postmeta", SPACES)
    return {say(row, "wp:meta_key"): say(row, "wp:meta_value") for row in rows}


def test_the_file_names_the_site_its_people_and_its_sections() -> None:
    channel = parse().find("channel")
    assert channel is not None
    assert say(channel, "wp:wxr_version") == "1.2"
    assert [say(one, "wp:author_display_name") for one in channel.iterfind("wp:author", SPACES)] == ["Ana Lopes"]
    assert [say(one, "wp:cat_name") for one in channel.iterfind("wp:category", SPACES)] == [
        "Harbour",
        "World",
        "Culture",
    ]


def test_a_post_tells_the_story() -> None:
    found = post(full(5))
    assert say(found, "title") == full(5).headline
    assert say(found, "wp:post_id") == "5"
    assert say(found, "wp:post_name") == full(5).slug
    assert say(found, "wp:status") == "publish"
    assert say(found, "dc:creator") == "ana-lopes"
    assert "<em>closed</em>" in say(found, "content:encoded")
    assert [(one.get("domain"), one.text) for one in found.iterfind("category")] == [
        ("category", "Harbour"),
        ("post_tag", "Ferries"),
        ("post_tag", "Ports & piers"),
    ]


def test_what_wordpress_has_no_word_for_is_kept_beside() -> None:
    kept = meta(post(full(5)))
    assert kept["dateline_kicker"] == "Crossings"
    assert "Marta Vaz" not in kept["dateline_bylines"]
    assert "Rui Costa" in kept["dateline_bylines"]
    assert "An earlier version named the wrong pier." in kept["dateline_corrections"]


def test_the_lead_picture_is_an_attachment_of_its_own() -> None:
    (attached,) = parse(full(5)).xpath("//item[wp:post_type='attachment']", namespaces=SPACES)
    assert say(attached, "wp:post_id") == meta(post(full(5)))["_thumbnail_id"]
    assert say(attached, "wp:attachment_url").startswith("https://courier.example/media/")


def test_a_story_without_a_date_has_the_one_that_means_none() -> None:
    assert say(post(bare(5, published="")), "wp:post_date_gmt") == "0000-00-00 00:00:00"
    assert say(post(bare(5, published="0001-01-01")), "wp:post_date_gmt") == "0001-01-01 00:00:00"


def test_no_text_ends_its_element() -> None:
    odd = story(5, headline="a ]]> b", body=(Paragraph(html="]]&gt; and ]]>"),), slug='x"y')
    found = post(odd)
    assert say(found, "title") == "a ]]> b"
    assert say(found, "content:encoded") == "<p>]]&gt; and ]]></p>"
