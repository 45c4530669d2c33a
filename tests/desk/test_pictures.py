"""Pictures: what they are cut to, what they may not bring along, and what is no picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import newsroom
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from PIL import Image

from dateline.desk.models import NewsImage
from dateline.desk.pictures import pixels, take_picture
from dateline.errors import CopyError


def media(row: NewsImage) -> dict[str, Image.Image]:
    """The pressed files of a picture by the end of their names."""
    folder = Path(settings.MEDIA_ROOT)
    found = sorted(folder.glob(f"{row.key}-*"))
    return {path.name.rpartition("-")[2]: Image.open(path) for path in found}


def with_exif(tags: dict[int, object], size: tuple[int, int] = (800, 600)) -> bytes:
    exif = Image.Exif()
    exif.update(tags)
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 42.0, 0.0), 3: "W", 4: (9.0, 8.0, 0.0)})
    return newsroom.jpeg(size, exif=exif)


def test_a_picture_is_cut_to_every_width_that_is_not_above_its_own() -> None:
    row = take_picture(newsroom.jpeg((1600, 900)))
    assert row.widths == [320, 640, 960, 1280]
    files = media(row)
    assert {name: image.size for name, image in files.items()} == {
        "320.webp": (320, 180),
        "640.webp": (640, 360),
        "960.webp": (960, 540),
        "1280.webp": (1280, 720),
        "16x9.jpg": (1200, 675),
        "4x3.jpg": (1200, 900),
        "1x1.jpg": (900, 900),
    }
    assert files["640.webp"].format == "WEBP"
    assert files["4x3.jpg"].format == "JPEG"


def test_a_small_picture_is_shown_as_it_is() -> None:
    row = take_picture(newsroom.jpeg((200, 100)))
    assert row.widths == [200]
    assert media(row)["200.webp"].size == (200, 100)


def test_the_same_picture_is_taken_once() -> None:
    first, second = take_picture(newsroom.jpeg()), take_picture(newsroom.jpeg(), alt="other words")
    assert first.pk == second.pk
    assert NewsImage.objects.count() == 1


def test_the_key_cannot_be_guessed_from_a_name_and_changes_with_the_focal_point() -> None:
    plain = take_picture(newsroom.jpeg(), title="minister-resigns")
    focused = take_picture(newsroom.jpeg(colour="teal"), focus=(100, 100))
    assert plain.key != focused.key
    assert "minister" not in plain.key + plain.file.name
    assert len(plain.key) == 25
    assert plain.key[2] == "/"


def test_the_crops_keep_the_focal_point_in_view() -> None:
    image = Image.new("RGB", (2000, 600), "white")
    image.paste("red", (1900, 0, 2000, 600))
    out = io.BytesIO()
    image.save(out, "PNG")
    square = media(take_picture(out.getvalue(), focus=(1950, 300)))["1x1.jpg"]
    red, green, _ = square.getpixel((square.width - 10, square.height // 2))  # type: ignore[misc]
    assert red > 200
    assert green < 60


def test_where_a_picture_was_taken_stays_with_whoever_took_it() -> None:
    row = take_picture(with_exif({271: "Camera", 306: "2026:05:21 08:30:00"}))
    for path in Path(settings.MEDIA_ROOT).rglob("*.*"):
        image = Image.open(path)
        assert not dict(image.getexif()), path
        assert "exif" not in image.info, path
    assert row.width == 800


def test_a_picture_held_sideways_is_turned_upright() -> None:
    row = take_picture(with_exif({274: 6}, (800, 600)))
    assert (row.width, row.height) == (600, 800)
    assert media(row)["320.webp"].size == (320, 427)


def test_words_in_the_file_fill_the_fields_that_were_left_empty() -> None:
    data = with_exif({270: "A tram crosses\nthe bridge", 315: "Ana Lopes"})
    row = take_picture(data, credit="Given by the desk")
    assert (row.caption, row.credit) == ("A tram crosses the bridge", "Given by the desk")


def test_words_of_xmp_come_first_and_bring_the_alternative_text() -> None:
    xmp = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/photoshop/1.0/"
        xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" p:Credit="Coast Press">
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The caption</rdf:li></rdf:Alt></dc:description>
      <dc:creator><rdf:Seq><rdf:li>Ana Lopes</rdf:li></rdf:Seq></dc:creator>
      <i:AltTextAccessibility><rdf:Alt><rdf:li>A tram</rdf:li></rdf:Alt></i:AltTextAccessibility>
      </rdf:Description></rdf:RDF></x:xmpmeta>"""
    row = take_picture(newsroom.jpeg(xmp=xmp))
    assert (row.caption, row.credit, row.alt) == ("The caption", "Ana Lopes / Coast Press", "A tram")


def test_words_of_iptc_are_read() -> None:
    def field(number: int, text: str) -> bytes:
        return b"\x1c\x02" + bytes([number]) + len(text.encode()).to_bytes(2, "big") + text.encode()

    block = field(120, "The caption, with é") + field(80, "Ana Lopes")
    resource = b"8BIM\x04\x04\x00\x00" + len(block).to_bytes(4, "big") + block + (b"\x00" if len(block) % 2 else b"")
    body = b"Photoshop 3.0\x00" + resource
    plain = newsroom.jpeg((400, 300))
    data = plain[:2] + b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body + plain[2:]
    row = take_picture(data)
    assert (row.caption, row.credit) == ("The caption, with é", "Ana Lopes")


def test_an_xml_bomb_in_the_metadata_is_no_caption() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    assert take_picture(newsroom.jpeg(xmp=bomb)).caption == ""


def test_what_cameras_write_into_every_picture_is_no_caption() -> None:
    assert take_picture(with_exif({270: "OLYMPUS DIGITAL CAMERA"})).caption == ""


def png_claiming(width: int, height: int) -> bytes:
    """A small file that says it is huge."""
    out = io.BytesIO()
    Image.new("L", (1, 1)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no picture"),
        (b"<svg onload='alert(1)'/>", "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "no picture"),
        (png_claiming(60_000, 60_000), "pixels"),
        (png_claiming(9_000, 9_000), "64,000,000"),
        (newsroom.jpeg()[:6000], "damaged"),
        (b"\xff" * (pixels.LARGEST_FILE + 1), "40 MB"),
    ],
    ids=["empty", "svg", "postscript", "bomb", "too-large", "cut-off", "too-heavy"],
)
def test_what_is_no_usable_picture_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(CopyError, match=words):
        take_picture(data)
    assert not NewsImage.objects.exists()
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.*"))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "CMYK", "I;16"])
def test_every_kind_of_colour_becomes_a_picture(mode: str) -> None:
    out = io.BytesIO()
    kind = "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (400, 300)).save(out, kind)
    assert media(take_picture(out.getvalue()))["320.webp"].size == (320, 240)


def test_of_a_moving_picture_the_first_frame_is_taken() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (400, 300), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    red = media(take_picture(out.getvalue()))["320.webp"].convert("RGB").getpixel((10, 10))
    assert red[0] > 200  # type: ignore[index]


def test_files_are_made_before_the_row_is_written() -> None:
    with CaptureQueriesContext(connection) as queries:
        take_picture(newsroom.jpeg())
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert "desk_newsimage" in written[0]


def test_a_picture_in_use_cannot_be_deleted(django_capture_on_commit_callbacks: Any) -> None:
    from dateline.desk.blocks import PlacedPicture, stream_of

    lead, inside, free = (take_picture(newsroom.jpeg(colour=one)) for one in ("red", "green", "blue"))
    with django_capture_on_commit_callbacks(execute=True):
        newsroom.story(lead_image=lead, body=stream_of([PlacedPicture(picture=inside.pk)]))
    for row in (lead, inside):
        with pytest.raises(Exception, match="cannot be deleted"), transaction.atomic():
            row.delete()
    free.delete()
