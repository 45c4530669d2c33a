"""What on a page is not the story: told by the names of boxes and by the wording of common labels.

Names are the words that people who build sites use everywhere, in the languages they build them in; none belongs to
one site. A name is only a hint: the choosers weigh it against what the box holds.
"""

from __future__ import annotations

import re
from enum import IntFlag
from functools import lru_cache


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


_COMMENTS = frozenset(
    "comment comments commentlist commentary commenting commentform disqus respond replies livefyre kommentar kommentare kommentarer"
    " comentarios comentario komentarze komentarz commentaires commentaire commenti reacties reaktionen reactions fbcomments usercomments leserkommentare"
    " yorum yorumlar discuss".split()
)
_STRONG = frozenset(
    "related relateds recommend recommended recommendation recommendations recommends recirc recirculation trending popular mostread mostviewed outbrain"
    " taboola newsletter newsletters signup subscribe subscription subscriptions readmore seealso readalso morestories moreabout morefrom"
    " share sharing sharebar sharebuttons sharedaddy shareaholic addthis addtoany social socials sns bookmark bookmarks teilen compartir partager"
    " nav navi navbar navigation menu submenu breadcrumb breadcrumbs breadcrump crumbs pagination pager paging"
    " ad ads adv advert adverts advertisement advertising adsense adbox adslot adunit dfp sponsor sponsored werbung anzeige reklama reklam publicidad publicite"
    " tags taglist tagcloud cookie cookies consent gdpr onetrust login signin register"
    " footer copyright copyrights sidebar disclaimer byline bylines author authors autor autoren auteur autore donate donation poll polls vote votes survey quiz privacy email".split()
)
_WEAK = frozenset(
    "teaser teasers promo promos promotion rail toolbar tools tool utility utilities print rating ratings form forms tab tabs prev next previous"
    " widget widgets carousel slider slideshow gallery similar ticker popup modal overlay tooltip lightbox player banner banners meta postmeta metadata"
    " facebook twitter whatsapp telegram dateline timestamp datetime pubdate topics keywords tag aside infobox factbox box"
    " counter counters views embed assessment paywall regwall hidden hide skip search archive aktuell latest newest recent more".split()
)
_STRONG_START = re.compile(
    r"^(?:author|byline|related|recommend|newsletter|share(?!d)|social|sidebar|breadcrumb|advert|sponsor|footer|subscri|signup|cookie|tagcloud|outbrain|taboola)"
)
_PICTURE = frozenset("photo photos image images img picture pictures foto fotos bild bilder imagen imagenes zdjecie resim hinhanh thumbnail thumb media video videos".split())
_CAPTION = frozenset("caption captions wpcaption credit credits photocredit imgcaption imagecaption legend bildunterschrift figcaption".split())
_STANDFIRST = frozenset(
    "standfirst lead lede leadtext intro introduction summary chapo chapeau deck dek subtitle subtitulo subheadline subhead subheading excerpt sapo abstract"
    " vorspann anleser anreisser bajada entradilla ingress manchet anons sinossi sommario catenaccio description perex zajawka spot".split()
)
_BODY_WORD = re.compile(
    r"^(?:.*[-_])?(?:article|story|news|post|entry|page|text|content|main|blog|single|detail|item|artikel|noticia|nota|articulo|haber|tekst|texto)?[-_]?"
    r"(?:body|bodytext|fulltext|text|txt|content|contents|copy|richtext|texto|contenido|corpus|paragraphs?|inhalt|icerik|tekst)(?:[-_].*)?$|articlebody|hentry",
    re.IGNORECASE,
)
_POSTED = re.compile(r"\b(?:hentry|type-post|post-\d+|status-publish)\b")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_STATE = re.compile(r"^(?:has|no|with|without|not|is|js|hide|if|on|off)[-_]|[:\[\]()%!]")
_TAGS = {"nav": Kind.STRONG, "footer": Kind.STRONG, "aside": Kind.STRONG, "figcaption": Kind.CAPTION, "figure": Kind.CAPTION, "form": Kind.WEAK,
         "fieldset": Kind.WEAK, "legend": Kind.WEAK, "address": Kind.WEAK, "dialog": Kind.STRONG, "summary": Kind.NONE}  # fmt: skip
_EXCUSED = dict.fromkeys(("p", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "tbody", "blockquote"), Kind.WEAK | Kind.PICTURE) | {
    "article": Kind.STRONG | Kind.WEAK | Kind.PICTURE
}
_WHOLE = frozenset({"html", "body", "main"})


@lru_cache(maxsize=16384)
def kind_of(tag: str, names: str) -> Kind:
    """What the tag and the names (class, id, role) of a box say."""
    kind = _TAGS.get(tag, Kind.NONE)
    if tag in _WHOLE or not names or _POSTED.search(names):
        return Kind.NONE if tag in _WHOLE else kind
    for word in names.split()[:24]:
        if not _STATE.search(word):
            kind |= _kind_of_word(word)
    return kind & ~_EXCUSED.get(tag, Kind.NONE)


def _kind_of_word(word: str) -> Kind:
    tokens = {token.lower() for token in _TOKEN.findall(word)}
    kind = Kind.NONE
    for names, flag in ((_COMMENTS, Kind.COMMENTS), (_CAPTION, Kind.CAPTION), (_STRONG, Kind.STRONG), (_WEAK, Kind.WEAK), (_STANDFIRST, Kind.STANDFIRST), (_PICTURE, Kind.PICTURE)):
        if tokens & names or word.lower() in names:
            kind |= flag
    if any(_STRONG_START.match(token) for token in tokens):
        kind |= Kind.STRONG
    if not kind & (Kind.COMMENTS | Kind.CAPTION | Kind.STRONG) and _BODY_WORD.search(word):
        kind |= Kind.BODY
    return kind


_LABEL = re.compile(
    r"^\W*(?:"
    r"read (?:more|also|next|the full)|also read|see also|related(?: (?:articles?|stories|content|topics|links?|news|coverage|posts))?\b|more (?:on|from|about|stories|news|in)\b|recommended|must read|don['’]t miss|you (?:may|might) (?:also )?(?:like|be interested)"
    r"|advertisement|advert\b|advertising|sponsored|continue reading|story continues|article continues|skip (?:to|past|ad|advert)|sign up|subscribe|follow us|like us on|join us|share (?:this|on|via)|tweet\b|click here|listen to this|watch:? (?:also|now|video|live)"
    r"|lesen sie (?:auch|hier|mehr|dazu)|mehr (?:zum thema|dazu|lesen|aus|von|infos?)|auch interessant|passend dazu|das könnte sie|zum thema|weitere (?:artikel|nachrichten|infos?)|anzeige\b|werbung\b|weiterlesen|jetzt (?:abonnieren|lesen|anmelden)|newsletter|(?:empfohlener )?(?:redaktioneller|externer) inhalt|an dieser stelle finden sie"
    r"|lire (?:aussi|la suite|également)|à lire|voir aussi|sur le même (?:sujet|thème)|publicité\b|la suite après|lea también|lee también|le puede interesar|te puede interesar|leer más|ver más|más información|publicidad\b|noticias? relacionadas?|síguenos"
    r"|leia (?:também|mais)|saiba mais|veja (?:também|mais)|publicidade|leggi anche|potrebbe interessarti|pubblicità|lees ook|lees meer|advertentie|les også|læs også|läs (?:också|mer|även)|annons\b|lue myös|mainos\b"
    r"|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również|więcej)|przeczytaj|polecamy|reklama\b|więcej na|čtěte (?:také|také|dále)|přečtěte|čítajte|reklam[aă]\b|citește și|vezi și|olvass|kapcsolódó|hirdetés"
    r"|читайте (?:также|ещё|еще|на|нас|в)|читать (?:также|далее|дальше|полностью)|смотрите также|см\. также|по теме|подписывайтесь|реклама\b|ещё по теме|новости по теме|материалы по теме|читай(?:те)? також|дивіться також|вижте|прочетете"
    r"|διαβάστε|δείτε (?:επίσης|ακόμα|περισσότερα)|σχετικά (?:άρθρα|θέματα)|διαφήμιση"
    r"|ayrıca bakınız|ilgili haber|okumaya devam|bunları da|baca juga|simak juga|lihat juga|iklan|xem thêm|đọc thêm|>>|›"
    r"|延伸閱讀|延伸阅读|相关(?:阅读|新闻|报道|文章)|相關(?:新聞|報導|文章)|更多(?:新聞|新闻|精彩)|推荐阅读|点击(?:查看|进入)|關連|関連(?:記事|ニュース)|続きを読む|あわせて読みたい|この記事|관련기사|관련 기사|더보기|광고\b"
    r"|اقرأ (?:أيضا|أيضاً|المزيد)|إقرأ|شاهد أيضا|مواضيع ذات|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|קראו (?:עוד|גם)|อ่าน(?:เพิ่มเติม|ข่าว)|ข่าวที่เกี่ยวข้อง|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|આ પણ વાંચો"
    r")",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"^\W*(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits|tutti i diritti|все права|wszelkie prawa|版权|著作權|無断転載|무단\s?전재|저작권자)", re.IGNORECASE
)


def is_label(text: str) -> bool:
    """Whether a text begins as the labels of links to other pages, of advertisements and of sign-up boxes do."""
    return bool(_LABEL.match(text[:80]))


def is_rights_line(text: str) -> bool:
    """Whether a text is a line about copyright."""
    return len(text) < 300 and bool(_RIGHTS.match(text[:60]))
