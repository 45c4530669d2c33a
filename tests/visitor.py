"""A browser without scripts at a running site: follows links and redirects, presses buttons, keeps cookies.

Their way may lead over other servers on this machine; a cookie goes back to where it came from alone.
"""

from __future__ import annotations

import re
from html import unescape
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BUTTON = re.compile(r"<button\b[^>]*>(.*?)</button>", re.DOTALL)
INPUT = re.compile(r"<input\b([^>]*)>")


class Visitor:
    def __init__(self, site: str, port: int) -> None:
        """``site`` is the public address of the site that answers on a port of this machine."""
        self.site, self.port = site, port
        self.address = f"{site}/"
        self.status = 0
        self.page = ""
        self.passed: list[str] = []
        self.cookies: dict[str, dict[str, str]] = {}

    def goes(self, address: str, fields: dict[str, str] | None = None) -> Visitor:
        """Ask for an address, or send a form there, and be led on until there is a page."""
        self.passed = []
        to = self._ask(address, fields)
        while to:
            assert len(self.passed) < 20, self.passed
            to = self._ask(to, None)
        return self

    def follows(self, words: str) -> Visitor:
        """Go where the link of these words leads."""
        found = [unescape(to) for to, text in LINK.findall(self.page) if words in re.sub("<[^>]*>", "", text)]
        assert found, f"no link says {words!r} on {self.address}: {self.words()}"
        return self.goes(found[0])

    def presses(self, words: str, **typed: str) -> Visitor:
        """Send the form whose button has these words."""
        found = [(tag, inside) for tag, inside in FORM.findall(self.page) if words in "".join(BUTTON.findall(inside))]
        assert found, f"no button says {words!r} on {self.address}: {self.words()}"
        tag, inside = found[0]
        given = {_of(one, "name"): _of(one, "value") for one in INPUT.findall(inside) if _of(one, "name")}
        return self.goes(_of(tag, "action") or self.address, given | typed)

    def words(self) -> str:
        """The text of the page."""
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", self.page)))

    def _ask(self, address: str, fields: dict[str, str] | None) -> str:
        """One request; where its answer leads on, or nothing."""
        self.address = urljoin(self.address, address)
        self.passed.append(self.address)
        parts = urlsplit(self.address)
        host = f"{parts.scheme}://{parts.netloc}"
        jar = self.cookies.setdefault(host, {})
        headers = {"host": parts.netloc, "cookie": "; ".join(f"{name}={value}" for name, value in jar.items())}
        body = None
        if fields is not None:
            body = urlencode(fields)
            headers |= {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"}
        line = HTTPConnection("127.0.0.1", self.port if host == self.site else parts.port, timeout=30)
        target = parts._replace(scheme="", netloc="", fragment="").geturl()
        line.request("GET" if fields is None else "POST", target, body, headers)
        answer: Any = line.getresponse()
        for cookie in answer.headers.get_all("set-cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            jar[name] = value
        self.status, self.page = answer.status, answer.read().decode()
        line.close()
        return answer.headers.get("location", "") if 300 <= answer.status < 400 else ""


def _of(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
