"""A picture's way from a file to readers."""

from __future__ import annotations

import io
import re

from PIL import Image
from playwright.sync_api import expect

from deskhand import Seat


def test_a_picture_is_uploaded_with_its_words_and_published_with_a_story(seat: Seat) -> None:
    hand = seat("editor")
    hand.open("/desk/images/add/")
    hand.page.set_input_files("#id_file", {"name": "tram-depot.jpg", "mimeType": "image/jpeg", "buffer": jpeg()})
    expect(hand.page.locator("#id_title")).to_have_value("tram-depot")
    hand.page.fill("#id_alt", "A yellow tram stands before its depot at dusk")
    hand.page.fill("#id_credit", "Edda Brink")
    with hand.page.expect_navigation():
        hand.page.get_by_role("button", name="Upload").click()
    assert "Picture 'tram-depot' added" in hand.said()

    hand.begin("Old depot becomes a market hall", "The first stalls open in spring.")
    hand.turn_to("pictures")
    hand.page.get_by_role("button", name="Choose a picture").click()
    hand.page.locator(".modal").get_by_role("link", name="tram-depot").click()
    expect(hand.page.locator("#tab-pictures .chooser__title").first).to_have_text("tram-depot")
    assert "is out" in hand.press("Publish")
    page = hand.read(f"/s/{hand.code()}").text
    assert 'alt="A yellow tram stands before its depot at dusk"' in page
    assert "Edda Brink" in page
    shown = re.search(r'src="(/media/[^"]+\.webp)"', page)
    assert shown
    assert hand.site.ask(shown[1]).body[8:12] == b"WEBP"


def jpeg() -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", (1600, 900), "steelblue")
    picture.paste("goldenrod", (200, 500, 1400, 800))
    picture.save(out, "JPEG")
    return out.getvalue()
