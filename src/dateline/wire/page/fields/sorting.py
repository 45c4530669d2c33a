"""Where the old site filed the story: its section and topics, its code and ids."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from dateline.wire.page.outline import Outline
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.told.jsonld import Object, texts, types
from dateline.wire.page.words import any_of, key, tidy, words

MOST_TOPICS = 30
LONGEST_NAME = 60
_BREADCRUMB = re.compile(r"breadcr|\bcrumbs?\b|you-?are-?here|krume|fil-?ariane|migas", re.IGNORECASE)
_HOME = re.compile(
    any_of(
        r"home|homepage|start|startseite|inicio|accueil|главная|strona główna|αρχική|anasayfa|ana sayfa|beranda",
        r"首页|首頁|홈|hjem|hem|etusivu|trang chủ|الرئيسية|خانه|news|\W*",
    ),
    re.IGNORECASE,
)
_CODE = re.compile(
    any_of(
        r"(?:story|news|article|item)\s*(?:code|id|no\.?|number)|код (?:новости|статьи)",
        r"کد\s*(?:خبر|مطلب)|شناسه خبر|(?:رقم|رمز|كود) (?:الخبر|المقال)|artikel-?(?:nr|id|nummer|code)",
        r"haber (?:no|kodu)",
        r"código de (?:la )?(?:noticia|nota)|código da (?:notícia|matéria)|code (?:de l['’])?(?:article|info)",
        r"codice articolo",
        r"(?:新闻|新聞|稿件|文章)(?:编号|編號|代码|代碼)|記事(?:番号|コード)|기사\s?(?:번호|코드)",
        r"mã (?:tin|bài)(?: viết)?",
        r"kode (?:berita|artikel)|lambar labari|nambari ya habari|kod artykułu|код новини|κωδικός (?:άρθρου|είδησης)",
    )
    + r"\W{0,3}(\d{2,12})(?!\d)",
    re.IGNORECASE,
)
_POST = re.compile(r"\b(?:postid|post|article|story|news|node)-?(\d{2,12})\b")
_LABEL = re.compile(r"^(?:(subjects?|topics?|tags?|keywords?|sections?|categor(?:y|ies))|[a-z_]{2,20}):(?=\S)(.+)$")
_PLAIN_WORD = re.compile(r"^[a-z][a-z\-]{2,24}$")
_NO_SECTION = words("""
    article articles news story stories post posts blog blogs index html content detail details archive archives a p
    en de fr es ru www wp
""")


def section_of(claims: Claims, objects: list[Object], outline: Outline, headline: str, address: str) -> tuple[str, str]:
    """The section and where it was found: declared, the last of the breadcrumbs, or the first word of the address."""
    for claim in claims.all("section"):
        name = re.split(r"\s*[,;|>/]\s*", claim.value)[0]
        if 2 <= len(name) <= LONGEST_NAME and not name.isdigit():
            return name, claim.origin
    for trail in (_declared_trail(objects), _shown_trail(outline)):
        names = [
            n for n in trail if 2 <= len(n) <= LONGEST_NAME and not _HOME.fullmatch(n) and key(n) not in key(headline)
        ]
        if names:
            return names[0], "breadcrumbs"
    first = unquote(urlsplit(address).path).strip("/").split("/")
    if len(first) > 1 and _PLAIN_WORD.match(first[0]) and first[0] not in _NO_SECTION:
        return first[0].replace("-", " ").capitalize(), "address"
    return "", ""


def _declared_trail(objects: list[Object]) -> list[str]:
    for thing in objects:
        if "BreadcrumbList" in types(thing) and isinstance(thing.get("itemListElement"), list):
            return [
                name
                for item in thing["itemListElement"][:10]
                if isinstance(item, dict)
                for name in (texts(item.get("name")) or texts(item.get("item")))[:1]
            ]
    return []


def _shown_trail(outline: Outline) -> list[str]:
    for box in outline.boxes:
        if box.names and box.last - box.first <= 12 and _BREADCRUMB.search(box.names):
            pieces = [
                tidy(text)
                for c in outline.chunks[box.first : box.last]
                for text, marks in c.pieces
                if any(m[0] == "a" for m in marks)
            ]
            if pieces:
                return pieces
    return []


def topics_of(claims: Claims) -> tuple[str, ...]:
    """Topics in the page's order, each once."""
    found: dict[str, str] = {}
    for claim in claims.all("topic"):
        for name in re.split(r"\s*[,;،、，]\s*", claim.value) if len(claim.value) < 3000 else ():
            if 2 <= len(name) <= LONGEST_NAME and any(c.isalpha() for c in name):
                found.setdefault(key(name), name)
    return tuple(_unlabelled(list(found.values())))[:MOST_TOPICS]


def _unlabelled(names: list[str]) -> list[str]:
    """Topics as readers have them, where several say in front of a colon of what kind they are: ``subject:Harbour``.

    Of the other kinds, such as ``path:news``, all are the machines'. One colon alone may be part of a name.
    """
    labels = [_LABEL.match(name) for name in names]
    if sum(map(bool, labels)) < 2:
        return names
    kept = [match[2] if match else name for name, match in zip(names, labels, strict=True) if not match or match[1]]
    return list({key(name): name for name in reversed(kept)}.values())[::-1]


def id_of(claims: Claims, outline: Outline, address: str) -> tuple[str, str]:
    """The id the old system had for the story, and where it was found."""
    for claim in claims.all("id"):
        if re.fullmatch(r"[\w.:\-]{2,80}", claim.value):
            return claim.value, claim.origin
    for box in outline.boxes[:400]:
        if box.tag in ("body", "article", "div") and (match := _POST.search(box.names)):
            return match[1], "page"
    parts = urlsplit(address)
    for name, values in sorted(parse_qs(parts.query).items()):
        if (
            name.lower() in ("id", "p", "aid", "articleid", "newsid", "nid", "storyid", "art_id", "pid")
            and values[0].isalnum()
        ):
            return values[0][:80], "address"
    numbers = re.findall(r"(?<![\w])(\d{4,12})(?=[^\w]|$)|[a-z_\-](\d{5,12})(?=\D|$)", unquote(parts.path))
    flat = [a or b for a, b in numbers if not re.fullmatch(r"(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?", a or b)]
    return (flat[-1], "address") if flat else ("", "")


def code_of(outline: Outline) -> int | None:
    """The whole number that the page shows readers as the story's code, if it does."""
    for chunk in outline.chunks:
        if chunk.text and len(chunk.text) < 120 and (match := _CODE.search(chunk.text)):
            return int(match[1])
    return None
