"""Who wrote the story: names out of what the page declares and out of its byline, in the byline's order.

A declared author that is only the site's own name gives way to a byline that names somebody; it is kept if nobody else
is named, for then the desk signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.wire.page.declared import Claims
from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.moments import find, weekdays
from dateline.wire.page.outline import AUTHOR, BY, Box, Chunk, Line, Mark
from dateline.wire.page.words import key, tidy

MOST_PEOPLE = 30
LONGEST_NAME = 60
LONGEST_LINE = 200
SURE = 1.4
"""A byline of so many points goes before a declared author that is only the site."""

_BY = (
    r"written by|reported by|story by|text by|words by|posted by|published by|submitted by|article by|report by|analysis by|opinion by|by"
    r"|von unserem redakteur|ein kommentar von|kommentar von|ein beitrag von|ein artikel von|eine analyse von|von|vom|verfasst von|text|autorin|autoren|autor/in|autor|redakteur|redaktion"
    r"|escrito por|publicado por|por|autora|autores|autor|texto|par|propos recueillis par|publié par|auteurs|auteur|di|scritto da|a cura di|da|autore|testo"
    r"|door|auteur|geschreven door|av|af|skriven av|tekst|skrevet af|skrevet av|kirjoittanut|teksti|napisał|napisała|autorka|tekst|opracował|opracowała"
    r"|автор статьи|автор текста|автор|авторы|текст|написал|опубликовал|корреспондент|από τον|από την|από|του|της|γράφει ο|γράφει η|συντάκτης|συντάκτρια|επιμέλεια"
    r"|yazan|haber|muhabir|tác giả|theo|oleh|penulis|reporter|writer|author|authors|szerző|írta|scris de|de|redactor|autorius|autori"
    r"|文/图|文／图|文/|文／|文|記者|记者|作者|撰文|採訪|采访|編輯|编辑|作者名|取材・文|글|기자|بقلم|كتب|كتبت|الكاتب|نویسنده|כתב|מאת"
)
_PREFIX = re.compile(rf"^(?:{_BY})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
_PREFIX_WITH_COLON = re.compile(r"^[^\W\d_]{2,14}(?:/in|in|es|s)?\s?[:：]\s*(?=\S)")
_AND = re.compile(
    r"\s*[;|•·/]\s*|\s+(?:and|und|y|et|e|og|och|en|ja|i|a|и|та|и|και|ve|và|dan|oraz|és|și|si|ir|un|și|with|mit|con|و|和|與|与|及)\s+|\s*[&＆+、]\s*|\s+[–—-]\s+"
)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+|\S{1,64}@\S{1,255}")
_PARENTHESES = re.compile(r"\s*[(（\[][^()（）\[\]]{0,80}[)）\]]")
_NOT_NAME = re.compile(r"https?:|www\.|[<>{}=#@_:\[\]|\x22]|\d{2}|[!?]|\.(?:com|de|net|org)/")
_TITLE_AFTER = re.compile(
    r"\s+(?:기자|특파원|선임기자|인턴기자|논설위원|记者|記者|編集委員|編輯|编辑|staff\s+writer|senior\s+\w+|(?:chief\s+|deputy\s+|political\s+|news\s+)?(?:reporter|correspondent|editor|writer|redakteurin|redakteur|redactie|redactor|korrespondent(?:in)?))$",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(r"^(?:dr\.?\s+med\.?|prof\.?\s+dr\.?|dr\.|prof\.|mag\.|dipl\.-\w+\.?|記者|记者|本報記者|本报记者|通讯员)\s*", re.IGNORECASE)
_DESK = re.compile(
    r"redak(?:tion|cja|ce\b)|redactie|redaction|rédaction|redacci[oó]n|redação|redazione|newsroom|newsdesk|editorial|webmaster|administrator|agentur|zeitung|редакци"
    r"|\b(?:staff|team|admin|desk|agency|press|news|media|online|magazine?|editors?|guest|contributors?|unknown|anonymous|developer|tv|radio|correspondent|service|nachrichten|university|institute)\b"
    r"|\.(?:com|de|at|ch|net|org|ru|pl|gr|cn|is|it|fr|es|tv|uk|mk)\b",
    re.IGNORECASE,
)
AGENCIES = frozenset(
    "ap afp dpa reuters apa ansa efe pap tass itartass rianovosti риановости тасс итартасс interfax интерфакс xinhua 新华社 新華社 sda ats keystonesda belga anp"
    " pti ani ians kyodo 共同 jiji 時事 yonhap 연합뉴스 뉴시스 cna 中央社 anadoluajansı aa iha dha tt ntb ritzau stt lusa mti ctk čtk tasr agerpres btabg bta hina tanjug"
    " associatedpress agencefrancepresse deutschepresseagentur theassociatedpress canadianpress thecanadianpress aap pa pamedia bloomberg upi sid epd kna afxp mena spa wam petra irna isna fars mehr antara bernama vna ttxvn".split()
)
_MENU = re.compile(
    r"\b(?:comments?|kommentare?|view|share|teilen|menu|search|suche|log ?in|anmelden|more|mehr|photos?|bild(?:er)?|fotos?|videos?|list|read|home|page|about|contact|kontakt|privacy|terms|save|print|subscribe|newsletter|follow|updated|published|aktualisiert|source|news)\b",
    re.IGNORECASE,
)
"""Words of buttons and menus, which stand where bylines stand."""
_WORD = re.compile(r"[^\W\d_]")
_AUTHOR_ADDRESS = re.compile(r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|redakteur|reporter|reporters|journalist|journalists|contributor|contributors|people|person|profile|profil|profiles|staff|by|writers?|users?|member|columnist)s?[/=?]", re.IGNORECASE)
_BARE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
_RIGHT = re.compile(r"right", re.IGNORECASE)
"""Many papers set the reporter's name to the right below the story."""
_LAST_WORD = re.compile(r"(?:\s+(?:am|on|le|el|il|den|op|w|в|the))?[\s,|]*([^\W\d_]{2,12})(?:\s(?:am|on|den))?[\s,|]*$")
_TIME = re.compile(r"^[\s,|]*(?:um\s|at\s|à\s|a las\s)?[\d:.h\s]{2,8}(?:uhr|am|pm|a\.m\.|p\.m\.|hrs\.?|h)?", re.IGNORECASE)
_PARTICLES = frozenset("de la las los del da do dos das di van von der den des du le el al bin ibn ben abu zu zum zur af av y e ter ten te st d of und".split())


@dataclass(frozen=True, slots=True)
class People:
    names: tuple[str, ...] = ()
    origin: str = ""


def choose(claims: Claims, around: Sequence[Line], site_names: Iterable[str]) -> People:
    """The people of the byline. ``around`` are the lines near the headline and the end."""
    sites = {words_of(name) for name in site_names} - {""}
    firms = {words_of(name) for name in claims.of("desk", "json-ld")}
    points, shown = _byline(around, sites)
    desks: list[People] = []
    for people in _declared(claims):
        persons = [n for n in people.names if not is_desk(n, sites) and words_of(n) not in firms]
        if persons and not _is_doubtful(persons, people.origin):
            names = tuple(n for n in people.names if n in persons or not _is_site(n, sites))
            return People(_in_full(names, shown, around), people.origin)
        if people.names:
            desks.append(people)
    if shown and (not desks or (points >= SURE and all(is_person(name, sites) for name in shown.names))):
        return shown
    return desks[0] if desks else People()


def _is_doubtful(persons: list[str], origin: str) -> bool:
    """Whether a declared author may be a login, or a brand that nothing else on the page tells to be one."""
    only = persons[0]
    return len(persons) == 1 and " " not in only and only.isascii() and (only == only.lower() or origin.startswith("meta"))


def _in_full(names: tuple[str, ...], shown: People | None, around: Sequence[Line]) -> tuple[str, ...]:
    """Names, those that are one word only made whole from what stands on the page."""
    if all(" " in name or not name.isascii() for name in names):
        return names
    known = [*(shown.names if shown else ()), *(chunk.text for _, chunk in around if _BARE.fullmatch(chunk.text))]
    whole = {name.split()[0]: name for name in reversed(known) if " " in name}
    return tuple(whole.get(name, name) for name in names)



def _declared(claims: Claims) -> Iterator[People]:
    """Declared authors by source, the surest source first."""
    origins = dict.fromkeys(claim.origin for claim in claims.all("author"))
    for origin in sorted(origins, key=_rank):
        if names := distinct(name for value in claims.of("author", origin) for name in split(value)):
            yield People(names, origin)


def _rank(origin: str) -> int:
    order = ("json-ld", "microdata", "meta:author", "meta:article:author")
    return order.index(origin) if origin in order else len(order) + (origin.startswith("json-ld:"))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(key(name), name)
    found.pop("", None)
    return tuple(found.values())[:MOST_PEOPLE]


def split(text: str) -> list[str]:
    """The names in a byline such as ``By A. Writer, B. Author and C. Third, Reuters``.

    Where some parts look like names of people, those that do not are functions and places.
    """
    text = _ADDRESS.sub(" ", _PARENTHESES.sub("", tidy(text[: LONGEST_LINE * 3])))
    parts = [clean(part) for part in re.split(r"\s*,\s*", _AND.sub(",", _unprefixed(text)))]
    names = [part for part in parts if is_name(part)]
    people = [name for name in names if _is_capital(name)]
    return [n for n in people if " " in n or not n.isascii()] or people or names[:1]


def _is_capital(name: str) -> bool:
    """Whether every word begins with a capital or is a particle of names; scripts without capitals pass."""
    return len(name.split()) <= 5 and all(not w[0].islower() or w.lower().strip("’'") in _PARTICLES for w in name.split())


def _unprefixed(text: str) -> str:
    for _ in range(3):
        shorter = _PREFIX.sub("", text)
        if shorter == text or not shorter.strip():
            break
        text = shorter
    return text.strip(" :,.-–—|")


def clean(name: str) -> str:
    """A name without title and function."""
    name = _TITLE_BEFORE.sub("", _TITLE_AFTER.sub("", _unprefixed(name.strip(" :,;.-–—|·•*\"“”'"))))
    return name.strip(" :,;-–—|·•*\"“”")


def is_name(name: str) -> bool:
    """Whether a text could be what somebody, or a desk, is called."""
    return 2 <= len(name) <= LONGEST_NAME and len(name.split()) <= 6 and bool(_WORD.search(name)) and not _NOT_NAME.search(name)


def words_of(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def is_desk(name: str, sites: set[str]) -> bool:
    """Whether a name is a newsroom's, an agency's or a site's rather than a person's."""
    return _is_site(name, sites) or is_agency(name) or bool(_DESK.search(name))


def _is_site(name: str, sites: set[str]) -> bool:
    words = f" {words_of(name)} "
    return any(f" {s} " in words for s in sites if len(s) > 3 or words == f" {s} ")


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return key(name) in AGENCIES


def is_person(name: str, sites: set[str]) -> bool:
    """Whether a name looks like a person's."""
    if any(c.isdecimal() for c in name) or (name.isascii() and len(name) < 3):
        return False
    return not is_desk(name, sites) and not _MENU.search(name) and _is_capital(name) and name.casefold() not in _PARTICLES


def _byline(around: Sequence[Line], sites: set[str]) -> tuple[float, People | None]:
    """The likeliest byline among the lines near headline and end; names of people go before those of desks."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    again = {name for name, times in Counter(chunk.text for _, chunk in around).items() if times > 1}
    for distance, chunk in around:
        if chunk.text and len(chunk.text) <= LONGEST_LINE and not _is_elsewhere(chunk):
            for points, text in _readings(chunk, again):
                names = distinct(n for n in split(text) if not _MENU.search(n))
                people = tuple(n for n in names if is_person(n, sites))
                points += 0.3 * min(3, len(people)) - distance * 0.1 - 0.8 * (not people) - 0.7 * (len(people) == 1 and " " not in people[0] and people[0].isascii())
                if names and points > best[0] and not all(map(is_agency, names)):
                    best = (points, people or names)
    return best[0], People(best[1], "byline") if best[1] else None


def _is_elsewhere(chunk: Chunk) -> bool:
    """Whether a chunk stands among readers' comments or under a picture, whose people did not write the story."""
    box: Box | None = chunk.box
    for _ in range(5):
        if box is None:
            return False
        if kind_of(box.tag, box.names) & (Kind.COMMENTS | Kind.CAPTION):
            return True
        box = box.parent
    return False


def _readings(chunk: Chunk, again: set[str]) -> Iterator[tuple[float, str]]:
    """What in a chunk may be a byline, and how likely.

    A link to an author, a named box, "By", a line with the date, a line set to the right; the name alone is one if it
    stands above the story and below it.
    """
    if chunk.text in again and _BARE.fullmatch(chunk.text):
        yield 0.9, chunk.text
    marked = [text for text, marks in chunk.pieces if 1 < len(text) < LONGEST_NAME and any(_tells_author(m) for m in marks)]
    if marked:
        yield 2.0, ", ".join(marked)
    if len(chunk.text) < LONGEST_NAME and _RIGHT.search(chunk.box.element.get("style", "") + chunk.box.element.get("align", "")):
        yield 1.2, chunk.text
    named = any(box is not None and AUTHOR.search(box.names) for box in (chunk.box, chunk.box.parent))
    line, dated = _undated(" | ".join(t for t in (tidy(text) for text, _ in chunk.pieces) if t))
    prefixed = bool(_PREFIX.match(line)) and len(line) < 90
    if named or prefixed or (dated and len(line) < LONGEST_NAME):
        yield 1.6 * named + 1.5 * prefixed + 0.8 * dated, line


def _tells_author(mark: Mark) -> bool:
    """Whether text in a mark is named an author, or links to the page of one."""
    return mark == BY or (mark[0] == "a" and bool(_AUTHOR_ADDRESS.search(mark[1])))


def _undated(line: str) -> tuple[str, bool]:
    """A line without its dates and what stands behind the first of them, and whether it had any."""
    spans = sorted((f.start, f.end) for f in find(line))
    if not spans:
        return line, False
    before, after = line[: spans[0][0]], line[spans[-1][1] :]
    if (match := _LAST_WORD.search(before)) and match[1].casefold() in weekdays():
        before = before[: match.start()]
    before = before.strip(" |,-–—:")
    return (before or _TIME.sub("", after).strip(" |,-–—:")), True
