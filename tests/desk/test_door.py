"""The door of the desk: signing in, what every answer says about itself, its own files."""

from __future__ import annotations

from typing import Any

import newsroom
import pytest
from django.core.cache import cache
from django.test import Client

from dateline.desk.pictures import take_picture
from dateline.desk.room import addresses
from dateline.desk.room.login import PER_ACCOUNT, PER_ADDRESS


@pytest.fixture(autouse=True)
def _nobody_tried() -> None:
    cache.clear()


def sign_in(password: str, login: str = "rui-editor@courier.example", address: str = "192.0.2.1") -> Any:
    words = {"username": login, "password": password, "next": "/desk/"}
    return Client().post("/desk/login/", words, REMOTE_ADDR=address)


def test_the_login_page_is_the_papers() -> None:
    page = Client().get("/desk/login/").content.decode()
    assert "The Harbour Courier" in page
    assert "Wagtail" not in page.split("<noscript", 1)[0]


def test_signing_in_leads_to_the_dashboard() -> None:
    newsroom.account("editor")
    assert sign_in(newsroom.PASSWORD)["Location"] == "/desk/"


def test_guessing_a_password_is_slowed_down_for_the_account_whatever_the_address() -> None:
    newsroom.account("editor")
    for n in range(PER_ACCOUNT):
        assert sign_in("guess", address=f"192.0.2.{n}").status_code == 200
    assert b"Too many attempts" in sign_in(newsroom.PASSWORD, address="192.0.2.99").content
    assert b"Too many attempts" not in sign_in("guess", login="ana@courier.example").content


def test_guessing_many_accounts_is_slowed_down_for_the_address() -> None:
    newsroom.account("editor")
    for n in range(PER_ADDRESS):
        sign_in("guess", login=f"guess{n}@courier.example")
    assert b"Too many attempts" in sign_in(newsroom.PASSWORD).content
    assert sign_in(newsroom.PASSWORD, address="198.51.100.7").status_code == 302


def test_a_right_password_forgives_the_wrong_ones_before_it() -> None:
    newsroom.account("editor")
    for _ in range(3):
        for _ in range(PER_ACCOUNT - 1):
            sign_in("guess")
        assert sign_in(newsroom.PASSWORD).status_code == 302


@pytest.mark.parametrize("login", ["", "x" * 10_000, "a b\x00c", "é" * 300])
def test_any_login_can_be_tried(login: str) -> None:
    assert sign_in("guess", login=login).status_code == 200


def test_every_answer_keeps_to_itself() -> None:
    client = Client()
    client.force_login(newsroom.account("editor"))
    row = newsroom.story()
    for url in ("/desk/", addresses.story("list"), addresses.story("edit", row.pk), "/desk/login/"):
        response = client.get(url)
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "script-src-attr 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "script-src 'self';" in client.get(addresses.story("list"))["Content-Security-Policy"]


@pytest.mark.parametrize(
    "url", ["/desk/", "/desk/snippets/desk/story/", "/desk/users/", "/desk/account/", "/desk/images/"]
)
def test_the_editors_browser_is_told_to_call_nobody(url: str) -> None:
    client = Client()
    client.force_login(newsroom.account("administrator"))
    page = client.get(url).content.decode()
    for outside in ("gravatar", "releases.wagtail", "//fonts.", "cdn."):
        assert outside not in page


def test_cookies_are_for_the_desk_alone() -> None:
    newsroom.account("editor")
    response = sign_in(newsroom.PASSWORD)
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/desk/"}
    assert response.cookies["desk_session"]["httponly"]


def test_the_desks_own_files_come_squeezed_and_are_kept() -> None:
    client = Client()
    plain = client.get("/desk/static/desk/desk.css")
    squeezed = client.get("/desk/static/wagtailadmin/js/core.js?v=1", headers={"accept-encoding": "gzip"})
    assert plain.status_code == 200
    assert "max-age=3600" in plain["Cache-Control"]
    assert squeezed["Content-Encoding"] == "gzip"
    assert "immutable" in squeezed["Cache-Control"]
    again = client.get("/desk/static/desk/desk.css", headers={"if-modified-since": plain["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["../settings.py", "nothing.css", "desk/../../models/story.py", "%2e%2e/apps.py"])
def test_no_other_file_can_be_had(name: str) -> None:
    client = Client()
    client.force_login(newsroom.account("editor"))
    for place in ("static", "media", "originals/originals"):
        assert client.get(f"/desk/{place}/{name}").status_code in (400, 404)


def test_originals_are_for_those_at_the_desk() -> None:
    row = take_picture(newsroom.jpeg())
    url = row.file.url
    assert Client().get(url).status_code == 302
    client = Client()
    client.force_login(newsroom.account("reporter"))
    assert client.get(url).status_code == 200


def test_a_picture_is_uploaded_described_and_safe() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    from dateline.desk.models import NewsImage

    exif = Image.Exif()
    exif[270] = "Trees by the quay"
    client = Client()
    client.force_login(newsroom.account("reporter"))
    upload = SimpleUploadedFile("secret-plan.jpg", newsroom.jpeg(exif=exif), "image/jpeg")
    root = newsroom.root_collection()
    client.post("/desk/images/add/", {"title": "Quay", "file": upload, "collection": root, "alt": "Trees"})
    row = NewsImage.objects.get()
    assert (row.caption, row.alt, bool(row.key), row.widths) == (
        "Trees by the quay",
        "Trees",
        True,
        [320, 640, 960, 1280],
    )
    assert "secret" not in row.file.name
    fake = SimpleUploadedFile("fake.jpg", b"%PDF-1.7", "image/jpeg")
    page = client.post("/desk/images/add/", {"title": "Fake", "file": fake, "collection": root}).content.decode()
    assert NewsImage.objects.count() == 1
    assert "not a valid" in page.lower() or "valid image" in page.lower()


def test_moving_the_focal_point_makes_new_files_under_a_new_key() -> None:
    row = take_picture(newsroom.jpeg(), alt="A tram")
    before = row.key
    client = Client()
    client.force_login(newsroom.account("editor"))
    focus = {f"focal_point_{name}": value for name, value in {"x": 100, "y": 100, "width": 50, "height": 50}.items()}
    root = newsroom.root_collection()
    client.post(f"/desk/images/{row.pk}/", {"title": "Tram", "alt": "A tram", "collection": root, **focus})
    row.refresh_from_db()
    assert row.key != before
    assert row.focal_point_x == 100


def test_a_renamed_person_is_offered_to_the_stories_already_out(shown: Any) -> None:
    from dateline.desk.models import Byline

    ana = newsroom.person()
    row = newsroom.published(bylines=[Byline(person=ana)])
    client = Client()
    client.force_login(newsroom.account("editor"))
    page = client.post(f"/desk/snippets/desk/person/edit/{ana.pk}/", {"name": "Ana Maria Lopes"}, follow=True)
    assert f"/desk/refresh/person/{ana.pk}/" in page.content.decode()
    assert shown(f"story:{row.pk}")["bylines"][0]["name"] == "Ana Lopes"
    client.post(f"/desk/refresh/person/{ana.pk}/")
    assert shown(f"story:{row.pk}")["bylines"][0]["name"] == "Ana Maria Lopes"


@pytest.mark.parametrize("kind", ["person", "topic", "source", "picture"])
def test_deleting_what_a_story_uses_is_refused_in_words(kind: str) -> None:
    from dateline.desk.models import Byline, StoryCredit

    rows = {
        "person": newsroom.person(),
        "topic": newsroom.topic(),
        "source": newsroom.source(),
        "picture": take_picture(newsroom.jpeg(), alt="A tram"),
    }
    chain = [StoryCredit(kind="agency", source=rows["source"])]
    signed = [Byline(person=rows["person"])]
    newsroom.published(bylines=signed, credits=chain, topics=[rows["topic"]], lead_image=rows["picture"])
    client = Client()
    client.force_login(newsroom.account("editor"))
    number = rows[kind].pk
    single = f"/desk/images/{number}/delete/" if kind == "picture" else f"/desk/snippets/desk/{kind}/delete/{number}/"
    name = "newsimage" if kind == "picture" else kind
    for url in (single, f"/desk/bulk/desk/{name}/delete/?next=/desk/&id={number}"):
        page = client.post(url, follow=True).content.decode()
        assert "cannot be deleted" in page
    assert type(rows[kind]).objects.filter(pk=number).exists()


def test_an_address_the_desk_does_not_have_is_answered_in_its_own_words(client: Client) -> None:
    client.force_login(newsroom.account("editor"))
    response = client.get("/desk/nowhere/")
    assert response.status_code == 404
    assert "This is not at the desk" in response.content.decode()
