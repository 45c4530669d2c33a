"""A reader in a real browser: comments, confirms, replies, reports, changes and deletes; without script, by keyboard.

The site is a real one with all its processes; letters lie in its outbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

import sites
import waiting

pytestmark = pytest.mark.slow

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page."""
    found = Axe().run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"]}).response
    assert found["passes"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    """A site with one story out, on which nobody's first comments are held, at the address that its letters name."""
    folder = sites.copy(tmp_path_factory.mktemp("talk"))
    server = sites.Server(folder)
    toml = folder / "dateline.toml"
    toml.write_text(re.sub(r"(?m)^url = .*$", f'url = "http://localhost:{server.port}"', toml.read_text()))
    with sites.desk(folder) as desk:
        desk.do("published('New bridge opens to trams')")
        desk.do("from dateline.discuss import doors; doors.rule('site', None, hold_first=0, seconds_least=0)", names={})
    server.start()
    server.ready()
    waiting.until(lambda: server.ask("/discuss/account/login/").status == 200, "comments are taken", 60, 0.1)
    yield server
    server.stop()


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    kind: dict[str, Any] = getattr(request, "param", {"java_script_enabled": False})
    found = chromium.new_context(**kind)
    found.set_default_timeout(20_000)
    yield found
    found.close()


def story(site: sites.Server) -> str:
    return f"http://localhost:{site.port}/news/1"


def letter(site: sites.Server, to: str) -> str:
    """The text of the newest letter to an address, once it is there."""

    def find() -> str:
        files = sorted((site.site / "outbox").glob("*.eml"), reverse=True)
        for file in files:
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if mail["To"] == to:
                return str(mail.get_content())
        return ""

    return waiting.until(find, f"a letter to {to}", 30, 0.1)


def link(site: sites.Server, to: str) -> str:
    found = re.search(r"http://localhost:\d+/discuss/\S+", letter(site, to))
    assert found
    return found[0]


def write(page: Page, text: str, name: str, email: str) -> None:
    page.get_by_label("Your comment").fill(text)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Send the comment").click()


def commented(page: Page, site: sites.Server, text: str, name: str, scripts: bool = False) -> str:
    """Write a first comment and confirm it; the address of the comment."""
    email = f"{name.split()[0].lower()}@reader.example"
    if scripts:
        # The story's own script would send the form from the page; that is tested where it is.
        page.goto(f"http://localhost:{site.port}/discuss/1/write")
    else:
        page.goto(story(site))
        page.locator("#write > summary").click()
    write(page, text, name, email)
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    page.goto(link(site, email))
    page.get_by_role("button", name="Confirm and post it").click()
    expect(page.get_by_text(text)).to_be_visible()
    return page.url


def test_a_reader_without_script_comments_replies_changes_deletes_and_reports(
    site: sites.Server, context: BrowserContext, chromium: Browser
) -> None:
    page = context.new_page()
    where = commented(page, site, "The queue at the stop reached the fish hall.", "Ines Prado")
    number = int(where.rpartition("#comment-")[2])
    assert {cookie["name"]: cookie["path"] for cookie in context.cookies()} == {
        "discuss_session": "/discuss/",
        "discuss": "/",
    }

    comment = page.locator(f"#comment-{number}")
    comment.get_by_role("link", name="Reply").click()
    expect(page.get_by_text("The queue at the stop")).to_be_visible()
    page.get_by_label("Your comment").fill("And it was raining.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_text("And it was raining.")).to_be_visible()

    page.goto(f"http://localhost:{site.port}/discuss/1/mine")
    page.locator(f"#comment-{number}").get_by_role("link", name="Change").click()
    page.get_by_label("Your comment").fill("The queue at the stop reached the old fish hall.")
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_text("the old fish hall")).to_be_visible()

    with chromium.new_context(java_script_enabled=False) as other:
        reporting = other.new_page()
        reporting.goto(story(site))
        reporting.locator(f"#comment-{number}").get_by_role("link", name="Report").click()
        reporting.get_by_label("False or misleading").check()
        reporting.get_by_role("button", name="Send the report").click()
        expect(reporting.get_by_text("Your report has come in")).to_be_visible()
        assert other.cookies() == []

    page.goto(f"http://localhost:{site.port}/discuss/1/mine")
    page.locator(f"#comment-{number}").get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("Your comment is gone.")).to_be_visible()
    page.goto(story(site))
    expect(page.get_by_text("the old fish hall")).to_have_count(0)
    expect(page.get_by_text("And it was raining.")).to_be_visible()


@pytest.mark.parametrize("context", [{}], indirect=True)
def test_a_comment_is_written_and_confirmed_by_keyboard_alone(site: sites.Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"http://localhost:{site.port}/discuss/1/write")
    page.get_by_label("Your comment").focus()
    page.keyboard.type("My brother waited an hour.")
    page.keyboard.press("Tab")
    page.keyboard.type("Tome Faria")
    page.keyboard.press("Tab")
    page.keyboard.type("tome@reader.example")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    page.goto(link(site, "tome@reader.example"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("My brother waited an hour.")).to_be_visible()


@pytest.mark.parametrize("context", [{"bypass_csp": True}], indirect=True)
def test_axe_finds_nothing_on_the_pages_of_readers(site: sites.Server, context: BrowserContext) -> None:
    page = context.new_page()
    where = commented(page, site, "A comment for everybody to read.", "Rita Melo", True)
    number = where.rpartition("#comment-")[2]
    found = {}
    for way in (
        *("1/write", f"1/write?to={number}", "1/mine", f"1/edit?comment={number}", f"1/delete?comment={number}"),
        *(f"1/report?comment={number}", "me", "me/erase", "nowhere", "unsubscribe/x"),
        *("account/email/", "account/password/set/", "account/2fa/", "account/2fa/webauthn/", "account/logout/"),
    ):
        page.goto(f"http://localhost:{site.port}/discuss/{way}")
        found[way] = violations(page)
    context.clear_cookies()
    for way in ("account/login/", "account/signup/", "account/login/code/", "account/password/reset/", "1/write"):
        page.goto(f"http://localhost:{site.port}/discuss/{way}")
        found[f"{way}, signed out"] = violations(page)
    assert {way: wrong for way, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("context", [{}], indirect=True)
def test_somebody_makes_a_passkey_and_signs_in_with_it(site: sites.Server, context: BrowserContext) -> None:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    commented(page, site, "Somebody with a passkey.", "Lia Couto", True)
    base = f"http://localhost:{site.port}/discuss"
    page.goto(f"{base}/account/2fa/webauthn/add/")
    passwordless = page.get_by_label("Passwordless")
    if passwordless.count():
        passwordless.check()
    page.locator("#mfa_webauthn_add").click()
    # Not before it is kept: whoever leaves the page sooner has no passkey.
    page.wait_for_url(lambda url: "/account/2fa/" in url and "/add" not in url)
    page.goto(f"{base}/account/logout/")
    page.get_by_role("button", name="Sign Out").click()
    page.goto(f"{base}/account/login/")
    page.locator("#passkey_login").click()
    page.wait_for_url(f"{base}/me")
    expect(page.get_by_label("It stands above")).to_have_value("Lia Couto")
    assert refused == []
