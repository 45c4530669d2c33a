"""What becomes of a page of which only the text was kept."""

from __future__ import annotations

import pickle

import pytest

from dateline.errors import CopyError
from dateline.story import Paragraph, Subhead
from dateline.wire.refusal import NoStory
from dateline.wire.text import learn, read
from text_dumps import MENU, STORIES, Told, dump, site

BRIDGE = STORIES[0]


def told(story: Told) -> str:
    """The body of a story as it is read from its page."""
    return "\n".join([f"{story.place} - {story.paragraphs[0]}", *story.paragraphs[1:]])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story.code))
def test_a_page_among_its_siblings_gives_its_story(story: Told):
    record = read(dump(story), learn(site()))
    assert record.headline == story.headline
    assert record.plain_body() == told(story)
    assert record.authors == (story.byline,)
    assert record.code == story.code
    assert record.place == story.place
    assert record.published[:10] == f"2024-11-{story.code - 4096:02}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story.code))
def test_a_plain_page_without_siblings_gives_its_story(story: Told):
    record = read(dump(story))
    assert (record.headline, record.authors, record.code) == (story.headline, (story.byline,), story.code)
    assert record.plain_body() == told(story)


def test_who_is_given_as_the_source_made_the_copy():
    assert read(dump(BRIDGE)).relay == "Coastal News Agency"


def test_the_time_of_day_is_kept():
    assert read(dump(BRIDGE)).published == "2024-11-05T08:30:00"


def test_the_day_on_which_the_pages_were_saved_is_not_that_of_the_story():
    first = (*MENU, "Sunday, 1 March 2026")
    pages = [dump(story, first=first) for story in STORIES]
    assert read(pages[0], learn(pages)).published == "2024-11-05T08:30:00"


def test_prose_that_stands_on_every_page_is_not_of_the_story():
    notice = "The Courier keeps small files on your machine so that you need not log in again each time you come back."
    pages = [dump(story, first=(*MENU, notice), last=(notice, notice)) for story in STORIES]
    record = read(pages[1], learn(pages))
    assert record.plain_body() == told(STORIES[1])
    assert record.headline == STORIES[1].headline


def test_copies_of_one_page_do_not_make_its_story_furniture():
    pages = [dump(BRIDGE)] * 6
    assert read(pages[0], learn(pages)).plain_body() == told(BRIDGE)


def test_the_title_that_a_dump_begins_with_loses_the_sites_name():
    pages = [f"{story.headline} - The Harbour Courier\n{dump(story)}" for story in STORIES]
    furniture = learn(pages)
    assert [read(page, furniture).headline for page in pages] == [story.headline for story in STORIES]


def test_text_folded_at_a_column_is_joined_again():
    words = " ".join(BRIDGE.paragraphs * 4).split()
    folded, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            folded.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = f"{BRIDGE.headline}\n\nBy Inês Duarte\n5 November 2024\n\n" + "\n".join([*folded, line]) + "\n"
    record = read(text)
    assert record.headline == BRIDGE.headline
    assert len(record.body) == 1


def test_a_short_line_between_paragraphs_is_a_subhead():
    text = f"{BRIDGE.headline}\n5 November 2024\n{BRIDGE.paragraphs[0]}\nWhat the divers saw\n" + "\n".join(
        BRIDGE.paragraphs[1:]
    )
    assert read(text).body[1] == Subhead(text="What the divers saw")


def test_readers_comments_are_no_part_of_the_body():
    comments = [
        "Comments (2)",
        "Angry Gull says:",
        "I have waited for that bridge since I was a child; I will wait on.",
    ]
    text = dump(BRIDGE).replace("Comments", "\n".join(comments))
    assert "waited" not in read(text).plain_body()


def test_markup_in_text_is_text():
    text = (
        f"{BRIDGE.headline}\n5 November 2024\n<script>alert(1)</script> {BRIDGE.paragraphs[0]}\n{BRIDGE.paragraphs[1]}"
    )
    block = read(text).body[0]
    assert isinstance(block, Paragraph)
    assert "<script" not in block.html


LANGUAGES = {
    "fa": (
        "پل متحرک بندر تا بهار بسته می‌ماند", "سه‌شنبه ۱۵ آبان ۱۴۰۳ - ۰۸:۳۰", "2024-11-05", "کد خبر: ۴۱۰۱",
        "مطالب مرتبط",
        "خدمه کشتی قایق دوم می‌خواهند", "نظرات", "آخرین اخبار",
        ("پل متحرک بندر قدیمی تا بهار بر روی همه خودروها بسته می‌ماند، اداره بندر روز سه‌شنبه اعلام کرد.",
         "غواصان در دو پایه از چهار پایه پل ترک یافتند و کارخانه فولاد تا ماه اسفند سفارش نمی‌گیرد."),
    ),
    "ar": (
        "الجسر المتحرك يبقى مغلقا حتى الربيع", "الثلاثاء 5 نوفمبر 2024 - 08:30", "2024-11-05", "رقم الخبر: 4101",
        "أخبار ذات صلة",
        "أطقم العبارة تطلب قاربا ثانيا", "التعليقات", "الأكثر قراءة",
        ("يبقى الجسر المتحرك فوق الميناء القديم مغلقا أمام حركة المرور حتى الربيع، بحسب ما أعلنه مكتب الميناء.",
         "وعثر الغواصون على شقوق في دعامتين من أصل أربع، ومصنع الفولاذ لا يقبل طلبات جديدة قبل شهر مارس."),
    ),
    "ru": (
        "Разводной мост закрыт до весны", "5 ноября 2024, 08:30", "2024-11-05", "Код новости: 4101", "Читайте также",
        "Экипажи парома просят второй катер", "Комментарии", "Популярное",
        ("Разводной мост через старую гавань останется закрытым до весны, сообщили во вторник в управлении порта.",
         "Водолазы нашли трещины в двух из четырёх опор, а завод, который делает сталь, загружен до марта."),
    ),
    "zh": (
        "旧港开合桥封闭至明年春天", "2024年11月5日 08:30", "2024-11-05", "新闻编号：4101", "相关新闻",
        "渡轮船员要求增加第二艘船只", "评论", "热门新闻",
        ("港务局周二宣布，跨越旧港的开合桥将对所有车辆封闭，直到明年春天才会重新开放通行。",
         "潜水员在四座桥墩中的两座发现裂缝，而制造新钢材的工厂订单已满，要到三月才能交货。"),
    ),
    "es": (
        "El puente del puerto sigue cerrado hasta la primavera", "5 de noviembre de 2024 - 08:30", "2024-11-05",
        "Código de la noticia: 4101", "Noticias relacionadas", "Los marineros piden un segundo barco", "Comentarios",
        "Lo más leído",
        ("El puente móvil del viejo puerto seguirá cerrado al tráfico hasta la primavera, dijo la autoridad portuaria.",
         "Los buzos hallaron grietas en dos de los cuatro pilares y la acería no acepta encargos hasta marzo."),
    ),
    "tr": (
        "Açılır köprü bahara kadar kapalı kalacak", "5 Kasım 2024 08:30", "2024-11-05", "Haber kodu: 4101",
        "İlgili haberler",
        "Vapur çalışanları ikinci tekneyi istiyor", "Yorumlar", "En çok okunanlar",
        ("Eski limanın üzerindeki açılır köprü bahara kadar trafiğe kapalı kalacak, liman müdürlüğü salı günü dedi.",
         "Dalgıçlar dört ayaktan ikisinde çatlak buldu, çeliği yapacak fabrikanın siparişleri ise marta kadar dolu."),
    ),
    "vi": (
        "Cầu quay cảng cũ đóng cửa đến mùa xuân", "05/11/2024 08:30", "2024-11-05", "Mã tin: 4101", "Tin liên quan",
        "Thuyền viên phà xin thêm chiếc thuyền thứ hai", "Bình luận", "Tin mới nhất",
        ("Cây cầu quay bắc qua cảng cũ sẽ đóng cửa với mọi phương tiện cho đến mùa xuân, cảng vụ cho biết hôm thứ Ba.",
         "Thợ lặn tìm thấy vết nứt ở hai trong bốn trụ cầu, còn nhà máy thép đã kín đơn hàng cho đến tháng Ba."),
    ),
    "ha": (
        "Gadar tashar jirgi za ta kasance a rufe har damina", "5 Nuwamba 2024 08:30", "2024-11-05",
        "Lambar labari: 4101",
        "Labarai masu alaka", "Ma'aikatan jirgi na neman jirgi na biyu", "Tsokaci", "Labaran duniya",
        ("Gadar da ke kan tsohuwar tashar jirgin ruwa za ta kasance a rufe ga dukkan motoci har damina, in ji ofishin.",
         "Masu nutso sun gano tsagewa a ginshikai biyu daga cikin hudu, kuma kamfanin karafa ba ya karbar sabon aiki."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_of_a_language_are_known(language: str):
    headline, date, day, code, related, other, comments, featured, paragraphs = LANGUAGES[language]
    lines = [date, headline, headline, code, *paragraphs, related, other, date, comments, featured, other, other, date]
    record = read("\n".join(lines))
    assert record.headline == headline
    assert record.published[:10] == day
    assert record.code == 4101
    assert record.plain_body() == "\n".join(paragraphs)


@pytest.mark.parametrize("text", ["", "\n\n", "Home\nContact\nSearch\n", "One line that is all there is."])
def test_text_that_tells_no_story_is_refused_with_a_reason(text: str):
    with pytest.raises(CopyError, match=r"no body|no headline"):
        read(text)


def test_a_refused_page_still_tells_what_it_has():
    with pytest.raises(NoStory) as refusal:
        read(f"{BRIDGE.headline}\n5 November 2024\nGallery\n1 of 12")
    assert refusal.value.found.body == ()


def test_what_was_learned_can_be_sent_to_another_process():
    furniture = learn(site())
    assert pickle.loads(pickle.dumps(furniture)) == furniture


def test_the_day_right_below_the_headline_goes_before_a_bare_one_of_another_story():
    lines = [STORIES[0].headline, "ad 15 October 2023", "Ferry", "1 November 2023"]
    assert read("\n".join([*lines, *STORIES[0].paragraphs])).published == "2023-10-15"


@pytest.mark.parametrize(("beside", "day"), [("The Courier – 13.06.2023", "2023-06-13"), ("The Courier", "")])
def test_a_day_that_only_the_title_has_is_the_storys(beside: str, day: str):
    story = STORIES[0]
    title = f"{story.headline} – {beside}"
    menu = [f"Ward {number}" for number in range(20)]
    assert read("\n".join([title, *menu, story.headline, *story.paragraphs])).published == day
