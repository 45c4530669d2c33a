"""Names of people, desks and agencies: taken out of a byline, cleaned, and told from one another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.wire.page.words import any_of, key, tidy, words

MOST_PEOPLE = 30
LONGEST_NAME = 60
LONGEST_LINE = 200

_BY = (
    r"(?:written|reported|posted|published|submitted|created)? ?by|(?:article|report|analysis|opinion) ?by",
    r"(?:story|text|words|words written|(?:post )?author) ?by",
    r"(?:ein |eine )?(?:kommentar|beitrag|gastbeitrag|artikel|analyse|interview|kolumne|reportage|bericht)? ?von",
    r"(?:verfasst|erstellt|eingestellt|geschrieben|veröffentlicht) ?von|von unserem redakteur|vom|text|redaktion",
    r"autorin|autoren|autor/in|autor|redakteur|escribe|escrito por|publicado por|por|autora|autores|texto",
    r"propos recueillis par|publié par|par|auteurs?|scritto da|a cura di|autore|testo|di|da|de",
    r"geschreven door|door|skriven av|skrevet a[fv]|a[vf]|tekst|kirjoittanut|teksti|napisała?|autorka|opracowała?",
    r"автор(?: статьи| текста)?|авторы|текст|написал|опубликовал|корреспондент",
    r"από τ[ονη]+|από|του|της|γράφει [οη]|συντάκτης|συντάκτρια|επιμέλεια",
    r"yazan|haber|muhabir|tác giả|theo|oleh|penulis|reporter|writer|authors?|szerző|írta|scris de",
    r"redactor|autorius|autori",
    r"文[/／]图|文[/／]|文|記者|记者|作者名?|撰文|採訪|采访|編輯|编辑|取材・文|글|기자",
    r"بقلم|كتبت?|الكاتب|نویسنده|כתב|מאת",
)
PREFIX = re.compile("^" + any_of(*_BY) + r"(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
"""What stands before the names of a byline."""
_GLUED = re.compile(r"^(?:By|Von|Por|Par|Door)(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""A prefix that lost its space with its markup."""
_OFFICE = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z])(?:[A-Z][a-z]+\s?){0,3}?"
    r"(?:Reporter|Correspondent|Editor|Writer|Journalist|Redakteur(?:in)?|Korrespondent(?:in)?)$"
)
"""What the bearer of a name does, where it lost its space."""
_AND = re.compile(
    r"\s*[;|•·/&＆+、]\s*|\s+[–—-]\s+"
    r"|\s+(?:and|und|y|et|e|og|och|en|ja|i|a|и|та|και|ve|và|dan|oraz|és|și|si|ir|un|with|mit|con|و|和|與|与|及)\s+"
)
_BEHIND = re.compile(
    r"\s*(?:\d+ (?:minutes?|hours?|days?|weeks?) ago|\s(?:follow|folgen|seguir)"
    r"|\s(?:photos?|fotos?|bild(?:er)?|pictures)\s?:.*)$",
    re.IGNORECASE,
)
"""What stands in one line with names and is none of them: how old the story is, a button, whose pictures they are."""
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+|\S{1,64}@\S{1,255}")
_PARENTHESES = re.compile(r"\s*[(（\[][^()（）\[\]]{0,80}[)）\]]")
_NOT_NAME = re.compile(r"https?:|www\.|[<>{}=#@_:：\[\]|\x22]|\d{2}|[!?]|\.(?:com|de|net|org)/")
_TITLE_AFTER = re.compile(
    r"\s+(?:기자|특파원|선임기자|인턴기자|논설위원|记者|記者|編集委員|編輯|编辑|staff\s+writer|senior\s+\w+"
    r"|(?:chief\s+|deputy\s+|political\s+|news\s+)?(?:reporter|correspondent|editor|writer)"
    r"|redakteur(?:in)?|redactie|redactor|korrespondent(?:in)?)$",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"^(?:dr\.?\s+med\.?|prof\.?\s+dr\.?|dr\.|prof\.|mag\.|dipl\.-\w+\.?|本報記者|本报记者|記者|记者|通讯员)\s*",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"redak(?:tion|cja|ce\b)|redactie|redaction|rédaction|redacci[oó]n|redação|redazione|редакци|newsroom|newsdesk"
    r"|editorial|webmaster|administrator|agentur|zeitung"
    r"|\b(?:staff|team|admin|desk|agency|press|news|media|online|magazine?|editors?|guest|contributors?|unknown"
    r"|anonymous|developer|tv|radio|correspondent|service|nachrichten|university|institute)\b"
    r"|\.(?:com|de|at|ch|net|org|ru|pl|gr|cn|is|it|fr|es|tv|uk|mk)\b",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"\b(?:comments?|kommentare?|view|share|teilen|menu|search|suche|log ?in|anmelden|more|mehr|photos?|bild(?:er)?"
    r"|fotos?|videos?|list|read|home|page|about|contact|kontakt|privacy|terms|save|print|subscribe|newsletter|follow"
    r"|updated|published|aktualisiert|source|news|key points|feedback|plugin|toggle|navigation|skip|last modified"
    r"|inhalt|abschnitt|abo|fragen|zurück|übersicht|überblick|themen|artikel|noticias?|haberler|navegación)\b",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"(?:d|l|dell|dall|o)['’][A-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_PARTICLES = words("""
    de la las los del da do dos das di van von der den des du le el al bin ibn ben abu zu zum zur af av y e ter ten te
    st d of und
""")
_AGENCIES = words("""
    ap afp dpa reuters apa ansa efe pap tass itartass rianovosti риановости тасс итартасс interfax интерфакс xinhua
    新华社 新華社 sda ats keystonesda belga anp pti ani ians kyodo 共同 jiji 時事 yonhap 연합뉴스 뉴시스 cna 中央社
    anadoluajansı aa iha dha tt ntb ritzau stt lusa mti ctk čtk tasr agerpres btabg bta hina tanjug aap pa pamedia
    associatedpress theassociatedpress agencefrancepresse deutschepresseagentur canadianpress thecanadianpress
    bloomberg upi sid epd kna afxp mena spa wam petra irna isna fars mehr antara bernama vna ttxvn
""")


def split(text: str) -> list[str]:
    """The names in a byline such as ``By A. Writer, B. Author and C. Third, Reuters``.

    Where some parts look like names of people, those that do not are functions and places.
    """
    text = _BEHIND.sub("", _ADDRESS.sub(" ", _PARENTHESES.sub("", tidy(text[: LONGEST_LINE * 3]))))
    parts = [clean(part) for part in re.split(r"\s*,\s*", _AND.sub(",", _unprefixed(text)))]
    names = [part for part in parts if is_name(part)]
    people = [name for name in names if _has_capitals(name)]
    return [name for name in people if " " in name or not name.isascii()] or people or names[:1]


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(key(name), name)
    found.pop("", None)
    return tuple(found.values())[:MOST_PEOPLE]


def clean(name: str) -> str:
    """A name without title and function."""
    name = _OFFICE.sub("", _unprefixed(name.strip(" :,;.-–—|·•*\"“”'")))
    return _once(_TITLE_BEFORE.sub("", _TITLE_AFTER.sub("", name)).strip(' :,;-–—|·•*"“”'))


def _once(name: str) -> str:
    """A name that stands twice, as it does behind a portrait that has it as its alternative."""
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half > 1 and parts[:half] == parts[half:] else name


def _unprefixed(text: str) -> str:
    text = _GLUED.sub("", text)
    for _ in range(3):
        shorter = PREFIX.sub("", text)
        if shorter == text or not shorter.strip():
            break
        text = shorter
    return text.strip(" :,.-–—|")


def is_name(name: str) -> bool:
    """Whether a text could be what somebody, or a desk, is called."""
    short = 2 <= len(name) <= LONGEST_NAME and len(name.split()) <= 6
    return short and bool(_LETTER.search(name)) and not _NOT_NAME.search(name)


def is_person(name: str, sites: set[str]) -> bool:
    """Whether a name looks like a person's; ``sites`` are the words of the site's own names."""
    if any(c.isdecimal() for c in name) or (name.isascii() and len(name) < 3) or name.casefold() in _PARTICLES:
        return False
    return not is_desk(name, sites) and not is_button(name) and _has_capitals(name)


def _has_capitals(name: str) -> bool:
    """Whether every word begins with a capital or is a particle of names; scripts without capitals pass."""
    parts = name.split()
    return len(parts) <= 5 and all(
        not w[0].islower() or w.lower().strip("’'") in _PARTICLES or _ELIDED.match(w) for w in parts
    )


def is_desk(name: str, sites: set[str]) -> bool:
    """Whether a name is a newsroom's, an agency's or a site's rather than a person's."""
    return is_site(name, sites) or is_agency(name) or bool(_DESK.search(name))


def is_site(name: str, sites: set[str]) -> bool:
    """Whether a name has one of the site's own in it."""
    spoken = f" {words_of(name)} "
    return any(f" {site} " in spoken for site in sites if len(site) > 3 or spoken == f" {site} ")


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return key(name) in _AGENCIES


def is_button(name: str) -> bool:
    """Whether a text has a word of buttons and menus, which stand where bylines stand."""
    return bool(_MENU.search(name))


def words_of(name: str) -> str:
    """The words of a name with single spaces, in lower case."""
    return " ".join(re.findall(r"\w+", name.casefold()))
