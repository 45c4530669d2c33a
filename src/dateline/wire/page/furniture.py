"""What on a page is not the story, as far as the names of its boxes tell.

The names are the words that people who build sites use everywhere, in the languages they build them in; none belongs
to one site. A name is only a hint: ``body`` weighs it against what the box holds.
"""

from __future__ import annotations

import re
from enum import IntFlag
from functools import lru_cache

from dateline.wire.page.words import words


class Kind(IntFlag):
    """What the tag and the names of a box say about it."""

    NONE = 0
    BODY = 1
    STANDFIRST = 2
    WEAK = 4
    """Likely furniture, unless it holds prose."""
    STRONG = 8
    """Furniture, whatever it holds."""
    COMMENTS = 16
    CAPTION = 32
    PICTURE = 64
    """A picture's: what little text it holds is a caption."""


MOST_NAMES = 24
"""A box with more classes than this is looked at no closer."""

_COMMENTS = words("""
    comment comments commentlist commentary commenting commentform disqus discuss respond replies livefyre reactions
    fbcomments usercomments kommentar kommentare kommentarer leserkommentare comentario comentarios komentarz komentarze
    commentaire commentaires commenti reacties reaktionen yorum yorumlar
""")
_STRONG = words("""
    related relateds recommend recommended recommendation recommendations recommends recirc recirculation trending
    popular mostread mostviewed outbrain taboola readmore seealso readalso morestories moreabout morefrom
    newsletter newsletters signup subscribe subscription subscriptions login signin register donate donation email
    share sharing sharebar sharebuttons sharedaddy shareaholic addthis addtoany social socials sns bookmark bookmarks
    teilen compartir partager poll polls vote votes survey quiz
    nav navi navbar navigation menu submenu breadcrumb breadcrumbs breadcrump crumbs pagination pager paging
    ad ads adv advert adverts advertisement advertising adsense adbox adslot adunit dfp sponsor sponsored
    werbung anzeige reklama reklam publicidad publicite
    tags taglist tagcloud cookie cookies consent gdpr onetrust privacy footer copyright copyrights sidebar disclaimer
    byline bylines author authors autor autoren auteur autore
""")
_STRONG_START = re.compile(
    r"author|byline|related|recommend|newsletter|share(?!d)|social|sidebar|breadcrumb|advert|sponsor|footer|subscri"
    r"|signup|cookie|tagcloud|outbrain|taboola"
)
_WEAK = words("""
    teaser teasers promo promos promotion rail toolbar tools tool utility utilities print rating ratings form forms
    tab tabs prev next previous widget widgets carousel slider slideshow gallery similar ticker popup modal overlay
    tooltip lightbox player banner banners meta postmeta metadata facebook twitter whatsapp telegram
    dateline timestamp datetime pubdate topics keywords tag aside infobox factbox box counter counters views embed
    assessment paywall regwall hidden hide skip search archive aktuell latest newest recent more
""")
_PICTURE = words("""
    photo photos image images img picture pictures foto fotos bild bilder imagen imagenes zdjecie resim hinhanh
    thumbnail thumb media video videos
""")
_CAPTION = words("""
    caption captions wpcaption credit credits photocredit imgcaption imagecaption legend bildunterschrift figcaption
""")
_STANDFIRST = words("""
    standfirst lead lede leadtext intro introduction summary chapo chapeau deck dek subtitle subtitulo subheadline
    subhead subheading excerpt sapo abstract vorspann anleser anreisser bajada entradilla ingress manchet anons sinossi
    sommario catenaccio description perex zajawka spot
""")
_BODY_WORD = re.compile(
    r"(?:.*[-_])?"
    r"(?:article|story|news|post|entry|page|text|content|main|blog|single|detail|item|artikel|noticia|nota|articulo"
    r"|haber|tekst|texto)?[-_]?"
    r"(?:body|bodytext|fulltext|text|txt|content|contents|copy|richtext|texto|contenido|corpus|paragraphs?|inhalt|icerik"
    r"|tekst)(?:[-_].*)?|.*(?:articlebody|hentry).*",
    re.IGNORECASE,
)
# WordPress and its kin name the box of a story after its author, its tags and its section.
_POSTED = re.compile(r"\b(?:hentry|type-post|post-\d+|status-publish)\b")
_STATE = re.compile(r"^(?:has|no|with|without|not|is|js|hide|if|on|off)[-_]|[:\[\]()%!]")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_BY_WORDS = (
    (_COMMENTS, Kind.COMMENTS),
    (_CAPTION, Kind.CAPTION),
    (_STRONG, Kind.STRONG),
    (_WEAK, Kind.WEAK),
    (_STANDFIRST, Kind.STANDFIRST),
    (_PICTURE, Kind.PICTURE),
)
_BY_TAG = (
    dict.fromkeys(("nav", "footer", "aside"), Kind.STRONG)
    | dict.fromkeys(("figcaption", "figure"), Kind.CAPTION)
    | dict.fromkeys(("form", "fieldset", "legend", "address"), Kind.WEAK)
)
_EXCUSED = dict.fromkeys(
    ("p", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "tbody", "blockquote"), Kind.WEAK | Kind.PICTURE
) | {"article": Kind.STRONG | Kind.WEAK | Kind.PICTURE}
"""Kinds that elements of such tags are not, whatever their names."""
_WHOLE = frozenset({"html", "body", "main"})


@lru_cache(maxsize=16384)
def kind_of(tag: str, names: str) -> Kind:
    """What the tag and the names (class, id, role) of a box say."""
    if tag in _WHOLE:
        return Kind.NONE
    kind = _BY_TAG.get(tag, Kind.NONE)
    if names and not _POSTED.search(names):
        for word in names.split()[:MOST_NAMES]:
            if not _STATE.search(word):
                kind |= _kind_of_word(word)
    return kind & ~_EXCUSED.get(tag, Kind.NONE)


def _kind_of_word(word: str) -> Kind:
    tokens = {token.lower() for token in _TOKEN.findall(word)} | {word.lower()}
    kind = Kind.NONE
    for known, flag in _BY_WORDS:
        if tokens & known:
            kind |= flag
    if any(_STRONG_START.match(token) for token in tokens):
        kind |= Kind.STRONG
    if not kind & (Kind.COMMENTS | Kind.CAPTION | Kind.STRONG) and _BODY_WORD.fullmatch(word):
        kind |= Kind.BODY
    return kind
