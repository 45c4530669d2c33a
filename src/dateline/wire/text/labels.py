"""The wording of the labels between the parts of a page's text: related stories, comments, featured stories, place.

Each line is one language's, as its papers word it; a new language is a new line. None is one paper's own.
"""

from __future__ import annotations

import re

from dateline.wire.page.words import any_of

MOST = 60
"""Letters of a label; a longer line is none."""

_RELATED = (
    r"related(?: (?:articles?|stories|content|topics?|links?|news|coverage|posts|items|reports?))?",
    r"read (?:more|also|next)",
    r"see also|more (?:on this(?: story)?|from|about|stories|news|in|like this).{0,30}",
    r"you (?:may|might) also like|also read",
    r"recommended(?: for you)?|similar (?:news|stories|articles)|from the archives?",
    r"earlier (?:reports|stories|coverage)",
    r"(?:mehr )?zum thema|verwandte (?:artikel|themen|beiträge)|auch interessant",
    r"das könnte sie auch interessieren|mehr dazu",
    r"lesen sie auch|ähnliche (?:artikel|beiträge)|weitere (?:artikel|meldungen|nachrichten)(?: zum thema)?",
    r"(?:articles?|sujets?|contenus?) (?:liés|similaires|connexes|associés)|(?:à )?lire aussi|voir aussi",
    r"sur le même (?:sujet|thème)",
    r"(?:noticias?|artículos?|notas?|contenidos?) relacionad[oa]s?|te puede interesar|le[ae] también",
    r"más (?:noticias|sobre).{0,30}",
    r"(?:notícias?|artigos?|matérias?|conteúdos?) relacionad[oa]s?|leia (?:também|mais)|veja (?:também|mais)",
    r"saiba mais",
    r"(?:articoli|notizie) correlat[ie]|leggi anche|potrebbe interessarti|ti potrebbe interessare",
    r"gerelateerde? (?:artikelen|berichten|nieuws)|lees ook|les også|läs (?:också|mer)|læs også|lue myös",
    r"relaterade? .{0,20}",
    r"(?:powiązane|podobne) (?:artykuły|tematy)|czytaj (?:też|także|również)|zobacz (?:też|także|również)",
    r"související.{0,20}",
    r"čtěte (?:také|dále)|articole similare|citește și|vezi și|kapcsolódó (?:cikkek|hírek)",
    r"σχετικά (?:άρθρα|θέματα|νέα)|διαβάστε (?:ακόμα|επίσης)",
    r"(?:материалы|новости|статьи|ещё|еще|сюжеты)? ?по теме|читайте (?:также|ещё|еще)",
    r"похожие (?:новости|материалы|статьи)|другие новости",
    r"(?:связанные|рекомендуемые) (?:новости|материалы)|читайте також|(?:новини|матеріали) за темою",
    r"свързани (?:новини|статии)|вижте още",
    r"ilgili (?:haber(?:ler)?|içerikler|konular)|benzer haberler|bunlar da ilginizi çekebilir|diğer haberler",
    r"(?:tin|bài(?: viết)?) liên quan|xem thêm|đọc thêm|tin cùng chuyên mục|(?:berita|artikel) terkait",
    r"baca juga|lihat juga",
    r"labarai (?:masu alaka|makamanta)|karin (?:labarai|bayani)|habari (?:zinazohusiana|zaidi)|soma (?:zaidi|pia)",
    r"(?:أخبار|مواضيع|موضوعات|مقالات|مواد) (?:ذات صلة|مشابهة|متعلقة)|ذات صلة|اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)",
    r"المزيد من .{0,20}|اخبار متعلقه",
    r"(?:اخبار|مطالب|خبرهای|مقالات) (?:مرتبط|مشابه)|مرتبط(?:‌ها)?|بیشتر بخوانید|همچنین بخوانید",
    r"متعلقہ (?:خبریں|مضامین)|مزید پڑھیں",
    r"כתבות (?:נוספות|קשורות)|קראו (?:עוד|גם)|相关(?:阅读|新闻|报道|文章|链接|推荐)",
    r"相關(?:閱讀|新聞|報導|文章|連結)|延伸(?:阅读|閱讀)|推荐阅读|推薦閱讀",
    r"関連(?:記事|ニュース|リンク|トピックス)|あわせて読みたい|こちらも|관련\s?(?:기사|뉴스)",
    r"함께 볼 ?만한 (?:기사|뉴스)|ข่าวที่เกี่ยวข้อง",
    r"संबंधित (?:खबरें|समाचार|लेख)|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|সম্পর্কিত (?:খবর|সংবাদ)|tags?|topics?",
    r"share (?:this|on|via).{0,20}",
)
_COMMENTS = (
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?",
    r"(?:leave|add|post|write|submit|view|show|read)(?: (?:a|your|the|all|new|reader|\d+))* (?:comments?|reply)",
    r"(?:no|reader|readers['’]?|your|user|latest|top|all|facebook) comments?.{0,12}|have your say",
    r"join the (?:discussion|conversation)|discussion|responses?|(?:leave a )?reply",
    r"(?:\d+ )?(?:leser)?kommentare?(?: \(?\d+\)?)?|kommentar (?:schreiben|verfassen|abgeben|hinterlassen)",
    r"diskussion|leser(?:briefe|meinungen|post)|ihre meinung",
    r"(?:\d+ )?commentaires?(?: \(?\d+\)?)?|(?:laisser|ajouter|poster|écrire) un commentaire|réagir",
    r"(?:vos )?réactions",
    r"(?:\d+ )?comentarios?(?: \(?\d+\)?)?|(?:deja|escribe|añade|publica)(?:r|nos)? (?:un|tu|su) comentario",
    r"opiniones",
    r"(?:\d+ )?comentários?(?: \(?\d+\)?)?|deixe (?:um|seu|o seu) comentário|comente",
    r"(?:\d+ )?commenti(?: \(?\d+\)?)?|lascia un commento",
    (
        r"(?:\d+ )?(?:reacties|kommentarer|kommentit|komentarze|komentáře|komentari|comentarii|"
        r"hozzászólás(?:ok)?|σχόλια)(?: \(?\d+\)?)?"
    ),
    r"dodaj komentarz|skriv (?:en )?kommentar|geef een reactie|lasă un comentariu|přidat komentář",
    r"(?:\d+ )?(?:комментари[ийея]+|коментар[іи]?|отзывы|обсуждение)(?: \(?\d+\)?)?",
    r"(?:оставить|добавить|написать) комментарий",
    r"(?:\d+ )?yorum(?:lar)?(?: \(?\d+\)?)?|yorum (?:yap|yaz|ekle)\w*",
    r"(?:\d+ )?(?:bình luận|ý kiến)(?: \(?\d+\)?)?|(?:gửi|viết) bình luận|(?:\d+ )?komentar(?: \(?\d+\)?)?",
    r"tulis komentar",
    (
        r".{2,40} (?:says|said|wrote|schreibt|sagt|dice|scrive|ha dicho|disse|a dit|написал|пишет|schreef|"
        r"skriver|pisze)\s?:"
    ),
    r"ra['’]ayoyi|sharhi|tsokaci|maoni|andika maoni",
    r"(?:ال)?تعليق(?:ات)?(?: \(?\d+\)?)?|(?:أضف|اترك|اكتب|شارك ب)\s?(?:تعليق\w*|رد\w*)",
    r"(?:نظرات|دیدگاه(?:‌ها)?|نظر)(?: \(?\d+\)?)?(?: (?:شما|کاربران|خوانندگان))?|(?:ارسال|ثبت) (?:نظر|دیدگاه)",
    r"تبصرے|آراء القراء",
    r"תגובות|הוסף תגובה",
    (
        r"(?:\d+ ?)?(?:条|條|則)?(?:评论|評論|留言|网友评论|網友評論|发表评论|發表評論|我要评论|"
        r"跟帖)(?:[(（]?\d+[)）]?)?"
    ),
    r"コメント(?:する|一覧)?(?:[(（]?\d+[)）]?)?|댓글(?: ?\d+)?|의견|ความคิดเห็น|टिप्पणि\w*|মন্তব্য",
)
_FEATURED = (
    r"featured(?: (?:stories|news|articles?|posts?|videos?))?",
    (
        r"(?:top|latest|breaking|recent|popular|trending|other|today['’]s|main) (?:stories|news|articles|posts|"
        r"headlines|videos)"
    ),
    r"most (?:read|popular|viewed|shared|commented|recent|emailed)(?: .{0,20})?",
    r"editor['’]?s['’]? (?:picks?|choice)|trending(?: now)?|popular(?: now)?|in pictures|don['’]t miss",
    r"must[ -]reads?|spotlight|headlines",
    r"meistgelesen\w*|am meisten (?:gelesen|diskutiert)|top-?(?:themen|news|artikel)",
    r"neueste (?:artikel|nachrichten|beiträge)|aktuelle (?:nachrichten|meldungen)|empfehlungen",
    r"beliebt(?:este)?.{0,20}",
    r"(?:les )?plus (?:lus?|populaires|consultés|commentés)|à la une",
    r"derni(?:ères?|ers) (?:infos?|actualités|articles|nouvelles|news)|actualités",
    r"(?:lo |las )?m[áa]s (?:le[íi]d[oa]s?|vist[oa]s?|populares|comentad[oa]s?|recientes)|destacad[oa]s?",
    r"últimas? (?:noticias|hora)|noticias destacadas|tendencias",
    r"mais (?:lid[oa]s?|vist[oa]s?|populares|recentes)|destaques?|últimas(?: notícias)?",
    r"(?:le )?più (?:lett[ei]|vist[ei])|ultime notizie|in evidenza|i più letti",
    r"meest gelezen|laatste nieuws|mest (?:läst|lest|læst)a?e?|siste nytt|senaste nytt|seneste nyt|luetuimmat",
    r"uusimmat|najczęściej czytane|najnowsze(?: wiadomości)?|najpopularniejsze|nejčtenější|nejnovější",
    r"cele mai citite|ultimele știri|legolvasottabb|legfrissebb|τελευταία νέα|ροή ειδήσεων|δημοφιλή",
    r"(?:самое )?(?:популярное|читаемое|главное|важное|обсуждаемое)",
    r"(?:последние|главные|свежие|топ|лента|другие|все) новост(?:и|ей)|главные темы|выбор редакции|рекомендуем",
    r"сейчас читают|найпопулярніше|останні новини",
    (
        r"(?:en )?(?:çok okunan(?:lar)?|son (?:dakika|haberler)|öne çıkan(?:lar)?(?: haberler)?|"
        r"popüler(?: haberler)?|manşet(?:ler)?|günün (?:manşetleri|haberleri))"
    ),
    r"(?:tin |bài )?(?:nổi bật|mới nhất|đọc nhiều(?: nhất)?|xem nhiều)|tin (?:mới|khác|nóng)",
    r"(?:berita )?(?:terpopuler|terkini|terbaru|populer|pilihan)|labaran (?:duniya|yau|da dumi-dumi)",
    r"manyan labarai|labarai|habari (?:kuu|mpya)",
    r"(?:ال)?(?:أكثر|الأكثر) (?:قراءة|مشاهدة|تداولا|شيوعا|قراءةً)",
    r"(?:آخر|أهم|أحدث|احدث|اخر) (?:الأخبار|الاخبار|المواضيع|الأنباء)|مختارات|أخبار مميزة|الرئيسية|أبرز الأخبار",
    r"قصص مختارة",
    (
        r"(?:پربازدید(?:ترین)?(?:‌ها)?|پربیننده(?:‌ترین)?(?:‌ها)?|آخرین (?:اخبار|خبرها|مطالب)|(?:اخبار|مطالب|"
        r"گزارش‌های) (?:ویژه|برگزیده|مهم|روز)|برگزیده(?:‌ها)?|تازه‌ترین.{0,20}|مهم‌ترین.{0,20}|منتخب)"
    ),
    r"تازہ ترین|مقبول ترین",
    (
        r"(?:热门|熱門|头条|頭條|最新|推荐|推薦|精选|精選|焦点|焦點|今日|即时|即時|要闻|要聞|排行)(?:新闻|新聞|"
        r"文章|阅读|閱讀|推荐|推薦|排行|消息|要闻|头条)?(?:榜)?"
    ),
    r"点击排行",
    r"編輯推薦|编辑推荐|特色(?:报道|文章)",
    r"(?:アクセス)?ランキング|人気(?:記事|ニュース)?|おすすめ(?:記事)?|新着(?:記事|ニュース)?",
    r"注目(?:記事|ニュース)?|많이 본 (?:뉴스|기사)|인기 ?(?:기사|뉴스)",
    r"최신 ?(?:기사|뉴스)|주요 ?(?:기사|뉴스)|추천 ?(?:기사|뉴스)|ข่าวล่าสุด|ยอดนิยม|ताज़ा खबरें|ताजा समाचार|সর্বশেষ",
    r"সর্বাধিক পঠিত|חדשות אחרונות|הנקראות ביותר",
)
_PLACE = (
    (
        r"(?:place|location|city|filed from|ort|lieu|ville|lugar|ciudad|local|cidade|luogo|plaats|plats|sted|"
        r"paikka|miejsce|místo|loc|helyszín|τόπος)"
    ),
    (
        r"(?:место|город|место события|місце|yer|şehir|địa điểm|nơi|lokasi|tempat|wuri|mahali|المكان|مکان|محل|"
        r"شهر|מיקום|地点|地點|場所|장소|지역|สถานที่|स्थान|স্থান)"
    ),
)
_ENDS = r"\W*(?:\d{1,6}\W*)?"

RELATED = re.compile(r"\W*" + any_of(*_RELATED) + _ENDS, re.IGNORECASE)
COMMENTS = re.compile(r"\W*" + any_of(*_COMMENTS) + _ENDS, re.IGNORECASE)
FEATURED = re.compile(r"\W*" + any_of(*_FEATURED) + _ENDS, re.IGNORECASE)
PLACE = re.compile(r"\W*" + any_of(*_PLACE) + r"\s*[:：]\s*(\S.{0,60})", re.IGNORECASE)
