"""WordPress's own notation made into HTML: blocks between comments, paragraphs by blank lines, shortcodes.

A shortcode nobody here knows stands for something that the old site's plugins made: what it holds stays, itself does
not, and it is told which ones were met, so that nothing goes in silence.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

from dateline.wire.page.inline import resolve

_BLOCK = re.compile(r"<!--\s*(/?)wp:([a-z][\w/\-]*)\s*(\{[^<>]*?\}\s*)?(/?)-->")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_RAW = re.compile(r"(<(pre|script|style|textarea|svg|table|ul|ol|dl)\b.*?(?:</\2\s*>|$))", re.DOTALL | re.IGNORECASE)
_SHORTCODE = re.compile(r"(?<!\[)\[(/?)([A-Za-z][\w\-]{1,40})((?:\s[^\[\]<>]{0,2000}|=[^\[\]<>]{0,500})?)(/?)\](?!\])")
_ESCAPED = re.compile(r"\[(\[[A-Za-z/][^\[\]]{0,300}\])\]")
_ATTRIBUTE = re.compile(r"""([\w\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|(?:"([^"]*)"|(\S+))""")
_CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\]]{0,2000})\](.{0,8000}?)\[/(?:wp_)?caption\]", re.DOTALL)
_IMAGE = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_LONE = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$", re.MULTILINE)
_MEDIA = ("src", "mp4", "mp3", "m4v", "webm", "ogv", "ogg", "wav", "m4a", "url", "href", "id")
_SHOWN = frozenset(
    {
        "embed",
        "video",
        "audio",
        "youtube",
        "vimeo",
        "tweet",
        "twitter",
        "instagram",
        "soundcloud",
        "facebook",
        "playlist",
    }
    | {"wpvideo", "dailymotion", "flickr", "slideshare", "ted", "spotify", "tiktok", "kickstarter", "vine", "wistia"}
)


def to_html(text: str, pictures: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The HTML of a post's content, and the names of the shortcodes that could not be made into anything.

    ``pictures`` are the addresses of pictures of the export by their numbers, as far as the piece carries them.
    """
    has_blocks = "<!-- wp:" in text
    text = _blocks(text, pictures) if has_blocks else _COMMENT.sub("", text)
    text, unknown = _shortcodes(text, pictures)
    if not has_blocks:
        text = broken(text)
    return text, unknown


def _blocks(text: str, pictures: Mapping[str, str]) -> str:
    """Blocks hold their HTML between comments; those that hold none are made by the server and told of here."""

    def open_block(match: re.Match[str]) -> str:
        if match[1]:
            return ""
        given = _json(match[3] or "")
        if match[4] or match[2].startswith(("embed", "core-embed")):
            return _dynamic(match[2], given, pictures)
        return ""

    return _COMMENT.sub("", _BLOCK.sub(open_block, text))


def _dynamic(name: str, given: Mapping[str, object], pictures: Mapping[str, str]) -> str:
    if name in ("image", "core/image") and (address := pictures.get(str(given.get("id", "")))):
        return f'<figure><img src="{html.escape(address)}"></figure>'
    return ""


def _json(text: str) -> Mapping[str, object]:
    try:
        value = json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _shortcodes(text: str, pictures: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    unknown: dict[str, None] = {}
    closed = set(re.findall(r"\[/([A-Za-z][\w\-]{1,40})\]", text))

    def replace(match: re.Match[str]) -> str:
        name = match[2].lower()
        given = attributes(match[3])
        if name == "gallery":
            return _gallery(given, pictures)
        if name in _SHOWN:
            return "" if match[1] else _shown(name, given)
        if not _is_code(match, closed):
            return match[0]
        unknown.setdefault(name)
        return ""

    text = _CAPTION.sub(_caption, text)
    text = re.sub(r"\[embed\b[^\]]{0,300}\]\s*(\S{1,2000}?)\s*\[/embed\]", r"\n\1\n", text)
    return _ESCAPED.sub(r"\1", _SHORTCODE.sub(replace, text)), tuple(unknown)


def _is_code(match: re.Match[str], closed: set[str]) -> bool:
    """Whether brackets are a shortcode rather than an author's: closed, or with values, or named as only code is."""
    if match[1] or match[4] or match[2] in closed:
        return True
    return "=" in match[3] or (not match[3].strip() and bool(re.search(r"[_\-]", match[2])))


def attributes(text: str) -> dict[str, str]:
    """The attributes of a shortcode; those without a name by their number from ``"0"``."""
    found: dict[str, str] = {}
    number = 0
    for match in _ATTRIBUTE.finditer(html.unescape(text.replace("“", '"').replace("”", '"'))):
        if match[1]:
            found[match[1].lower()] = match[2] or match[3] or match[4] or ""
        else:
            found[str(number)] = match[5] or match[6] or ""
            number += 1
    return found


def _caption(match: re.Match[str]) -> str:
    image = _IMAGE.match(match[2])
    if not image:
        return match[2]
    caption = attributes(match[1]).get("caption", "") or image[2].strip()
    return f"<figure>{image[1]}<figcaption>{caption}</figcaption></figure>"


def _gallery(given: Mapping[str, str], pictures: Mapping[str, str]) -> str:
    numbers = re.findall(r"\d+", given.get("ids", "") or given.get("include", ""))
    found = [pictures[number] for number in numbers if number in pictures]
    return "".join(f'<figure><img src="{html.escape(address)}"></figure>' for address in found)


def _shown(name: str, given: Mapping[str, str]) -> str:
    values = [given[key] for key in (*_MEDIA, "0") if key in given] + list(given.values())
    address = next((found for value in values if (found := resolve(value.lstrip("="), ""))), "")
    code = next((value for value in values if re.fullmatch(r"[\w\-]{6,20}", value)), "")
    if not address and name in ("youtube", "vimeo") and code:
        address = f"https://www.youtube.com/watch?v={code}" if name == "youtube" else f"https://vimeo.com/{code}"
    return f"\n\n{address}\n\n" if address else ""


def broken(text: str) -> str:
    """Text whose lines are parted as WordPress parts them: a blank line ends a paragraph, a line break stays one."""
    text = _LONE.sub(r"<div>\1</div>", text.replace("\r\n", "\n").replace("\r", "\n"))
    parts = _RAW.split(text)
    # Three parts to a match: what is before it, the whole of it, and the name of its element.
    return "".join(
        part if i % 3 == 1 else part.strip("\n").replace("\n", "<br>") if i % 3 == 0 else ""
        for i, part in enumerate(parts)
    )
