"""The wording of what stands between paragraphs and is no text of the story: links to others, advertisements, rights.

Each line is one language's, as its papers word it; a new language is a new line. None is one paper's own.
"""

from __future__ import annotations

import re

from dateline.wire.page.words import any_of

_LABELS = (
    # English
    r"read (?:more|also|next|the full)|also read|see also|more (?:on|from|about|stories|news|in)\b|recommended",
    r"related(?: (?:articles?|stories|content|topics|links?|news|coverage|posts))?\b|don['’]t miss|must read",
    r"you (?:may|might) (?:also )?(?:like|be interested)|advertisement|advert\b|advertising|sponsored",
    r"continue reading",
    r"(?:story|article) continues|skip (?:to|past|ad|advert)|sign up|subscribe|follow us|like us on|join us",
    r"share (?:this|on|via)|tweet\b|click here|listen to this|watch:? (?:also|now|video|live)|newsletter|>>|›",
    # German
    r"lesen sie (?:auch|hier|mehr|dazu)|mehr (?:zum thema|dazu|lesen|aus|von|infos?)|auch interessant|passend dazu",
    r"das könnte sie|zum thema|weitere (?:artikel|nachrichten|infos?)|anzeige\b|werbung\b|weiterlesen",
    r"jetzt (?:abonnieren|lesen|anmelden)",
    r"(?:empfohlener )?(?:redaktioneller|externer) inhalt|an dieser stelle finden sie",
    # French, Spanish, Portuguese, Italian
    r"lire (?:aussi|la suite|également)|à lire|voir aussi|sur le même (?:sujet|thème)|publicité\b|la suite après",
    r"lea también|lee también|[lt]e puede interesar|leer más|ver más|más información|publicidad\b",
    r"noticias? relacionadas?|síguenos|leia (?:também|mais)|saiba mais|veja (?:também|mais)|publicidade",
    r"leggi anche|potrebbe interessarti|pubblicità",
    # Dutch, Norwegian, Danish, Swedish, Finnish
    r"lees (?:ook|meer)|advertentie|les også|læs også|läs (?:också|mer|även)|annons\b|lue myös|mainos\b",
    # Polish, Czech, Slovak, Romanian, Hungarian
    r"czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również|więcej)|przeczytaj|polecamy|reklama\b",
    r"więcej na",
    r"čtěte (?:také|dále)|přečtěte|čítajte|reklam[aă]\b|citește și|vezi și|olvass|kapcsolódó|hirdetés",
    # Russian, Ukrainian, Bulgarian
    r"читайте (?:также|ещё|еще|на|нас|в)|читать (?:также|далее|дальше|полностью)|смотрите также|см\. также|по теме",
    r"подписывайтесь|реклама\b|(?:ещё|новости|материалы) по теме|читай(?:те)? також|дивіться також|вижте|прочетете",
    # Greek, Turkish, Indonesian, Vietnamese
    r"διαβάστε|δείτε (?:επίσης|ακόμα|περισσότερα)|σχετικά (?:άρθρα|θέματα)|διαφήμιση",
    r"ayrıca bakınız|ilgili haber|okumaya devam|bunları da|(?:baca|simak|lihat) juga|iklan|xem thêm|đọc thêm",
    # Chinese, Japanese, Korean
    r"延伸閱讀|延伸阅读|相关(?:阅读|新闻|报道|文章)|相關(?:新聞|報導|文章)|更多(?:新聞|新闻|精彩)|推荐阅读",
    r"点击(?:查看|进入)|關連",
    r"関連(?:記事|ニュース)|続きを読む|あわせて読みたい|この記事|관련\s?기사|더보기|광고\b",
    # Arabic, Persian, Hebrew, Thai, Hindi, Bengali, Gujarati
    r"اقرأ (?:أيضا|أيضاً|المزيد)|إقرأ|شاهد أيضا|مواضيع ذات|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|קראו (?:עוד|גם)",
    r"อ่าน(?:เพิ่มเติม|ข่าว)|ข่าวที่เกี่ยวข้อง|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|આ પણ વાંચો",
)
_RIGHTS = (
    r"©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits|tutti i diritti",
    r"все права|wszelkie prawa|版权|著作權|無断転載|무단\s?전재|저작권자",
)
CHANGED = re.compile(
    any_of(
        r"modif|updat|lastmod|edited|aktuali|actuali|mise à jour|обновл|оновлен|更新|갱신|수정",
        r"aggiorn|atuali|düzenle|güncelle|gewijzigd|uppdatera|oppdatert|opdateret|päivite|frissítve|ενημερώθηκε",
        r"تحديث|بروزرسانی|به‌روز|עודכן|cập nhật|diperbarui",
    ),
    re.IGNORECASE,
)
"""What stands beside the time of a change, in text and in the names of elements."""
PUBLISHED = re.compile(
    r"\W*"
    + any_of(
        r"(?:first |originally )?(?:published|posted|created|released)|(?:publication |publish )?date",
        r"datum|veröffentlicht|publiziert|erstellt|publiée?|publicado|fecha(?: de publicación)?|data|pubblicato",
        r"gepubliceerd|publicerad|publisert|offentliggjort|julkaistu|opublikowano|publikováno|zverejnené|közzétéve",
        r"megjelent|publicat|опубликовано|опубліковано|публикувано|дата|δημοσιεύ\w+|yayın\w*|giriş(?: tarihi)?|ngày",
        r"diterbitkan|tanggal",
        r"发布|發布|發表|发表|公開|掲載|입력|등록|تاریخ|انتشار|نُشر|نشر|تاريخ|פורסם",
    )
    + r"\b",
    re.IGNORECASE,
)
"""How a line begins that tells the time of publication."""
_LABEL = re.compile(r"^\W*" + any_of(*_LABELS), re.IGNORECASE)
_RIGHTS_LINE = re.compile(r"^\W*" + any_of(*_RIGHTS), re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a text begins as the labels of links to other pages, of advertisements and of sign-up boxes do."""
    return bool(_LABEL.match(text[:80]))


def is_rights_line(text: str) -> bool:
    """Whether a text is a line about copyright."""
    return len(text) < 300 and bool(_RIGHTS_LINE.match(text[:60]))
