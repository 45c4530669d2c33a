"""A person who uses a page by keyboard and by what a screen reader says of it: by roles and names, and by no sight."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

FAR = 120
"""Steps after which somebody gives up looking for something."""


class Listener:
    def __init__(self, page: Page) -> None:
        self.page = page
        self._tree = page.context.new_cdp_session(page)

    def hears(self) -> tuple[str, str]:
        """Role and name of what has the keyboard, as the browser tells assistive software."""
        focused = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        asked: dict[str, Any] = {"objectId": focused, "fetchRelatives": False}
        node = self._tree.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        return tuple(str(node.get(part, {}).get("value", "")) for part in ("role", "name"))  # type: ignore[return-value]

    def goes_to(self, role: str, name: str, key: str = "Tab") -> None:
        """Press a key until something of that role and name has the keyboard."""
        heard = []
        for _ in range(FAR):
            self.page.keyboard.press(key)
            heard.append(self.hears())
            if heard[-1] == (role, name):
                return
        raise AssertionError(f"no {role} is called {name!r} among {list(dict.fromkeys(heard))}")

    def writes(self, field: str, words: str) -> None:
        self.goes_to("textbox", field)
        self.page.keyboard.insert_text(words)

    def presses(self, role: str, name: str) -> None:
        self.goes_to(role, name)
        self.page.keyboard.press("Enter")
