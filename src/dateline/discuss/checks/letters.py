"""Letters that look like others, letters that are read as others, and letters that are not there to be read.

The tables of what ``folding`` does. Look-alikes are the ones that people use to slip a word past a list, a selection
from Unicode's confusables (UTS 39) and from the letters of other kinds that are typed for fun.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

_ALIKE = {
    "a": "аαɑᴀɐ∀ꭺᎪ",
    "b": "ьвʙЬβᏴƅ",
    "c": "сϲᴄⅽꮯᏟↄ",
    "d": "ԁᴅꓒᎠժɗ",
    "e": "еєεᴇҽꬲɛᎬǝəɘ",
    "f": "ғꞙꜰϝƒẝք",
    "g": "ɡɢցԍᶃ",
    "h": "һнʜհᏂᎻɥη",
    "i": "іıɪιᎥӏɩ",
    "j": "јϳᴊɟ",
    "k": "кκᴋᏦ",
    "l": "ʟⅼӀᏞ",
    "m": "мᴍⅿᎷɯ",
    "n": "пոɴռᴎ",
    "o": "оοᴏօ௦൦",
    "p": "рρᴘᏢ",
    "q": "ԛզգ",
    "r": "гᴦʀꮁɹя",
    "s": "ѕꜱꮪᏚʂ",
    "t": "тτᴛᎢʇ",
    "u": "υսᴜʋ",
    "v": "ѵνᴠⅴ",
    "w": "ԝѡᴡɯωш",
    "x": "хχⅹ",
    "y": "уүγʏყʎ",
    "z": "ᴢᏃʐ",
}
LOOKALIKES = {ord(other): letter for letter, others in _ALIKE.items() for other in others.casefold()}
"""By code point: the Latin letter that it is taken for. In lower case, as folded text is."""

DIGITS = str.maketrans("01345789@$!|+€£¢", "oieastbgasiiteic")
"""Digits and signs that are read as letters. ``l`` becomes ``i`` beside it, since 1 is read as either."""
SIGNS = frozenset("01345789@$!|+€£¢")

_PICTURED = ((0x1F1E6, 26), (0x1F150, 26), (0x1F170, 26))
"""Letters in flags, black circles and black squares: Unicode's compatibility forms do not name them."""
PICTURED = {first + n: chr(ord("a") + n) for first, many in _PICTURED for n in range(many)}

UNSEEN = dict.fromkeys(
    chain(
        (0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0x640),
        *(range(a, b) for a, b in ((0x180B, 0x180E), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070))),
        *(range(a, b) for a, b in ((0xFE00, 0xFE10), (0xFFF9, 0xFFFC), (0xE0000, 0xE0200))),
    )
)
"""What takes no room, turns the line around or is only drawn as nothing; Arabic's tatweel, which only stretches."""

MARKS = dict.fromkeys(
    chain.from_iterable(
        range(a, b)
        for a, b in (
            *((0x300, 0x370), (0x483, 0x48A), (0x591, 0x5BE), (0x5BF, 0x5C8), (0x610, 0x61B), (0x64B, 0x660)),
            *((0x670, 0x671), (0x6D6, 0x6EE), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE20, 0xFE30)),
        )
    )
)
"""Marks that are put on letters: accents, and the vowels of Arabic and Hebrew. Those of Indian scripts are letters."""

ARABIC = {
    ord(other): letter
    for letter, others in {"ا": "أإآٱ", "ي": "ىیےئ", "ك": "ک", "ه": "ةۀہھ", "و": "ؤ"}.items()
    for other in others
}
"""Letters that are typed one for the other in Arabic, Persian and Urdu."""

OWN = {
    "az": "çəğıöşü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøå",
    "de": "äöü",
    "es": "ñ",
    "et": "äöõü",
    "fi": "åäö",
    "hu": "öőüű",
    "is": "áðéíóúýþæö",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "pl": "ąćęłńóśźż",
    "pt": "ãõç",
    "ro": "ăâîșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sv": "åäö",
    "tr": "çğıöşü",
    "vi": "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
}
"""Letters with marks that make another word in a language: Spanish *año* is not *ano*, German *schwül* not *schwul*."""

DOTTED = {ord("I"): "ı", ord("İ"): "i"}
"""In Turkish and Azerbaijani the small letter of I has no dot: *SIK* is *sık*."""


def plain_letters(language: str) -> dict[int, str]:
    """By code point: the letter under the marks, for Latin and Greek letters that are not the language's own."""
    own = frozenset(OWN.get(language, ""))
    table = {ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("æ"): "ae", ord("œ"): "oe", ord("ð"): "d", ord("ё"): "е"}
    for code in chain(range(0xE0, 0x250), range(0x1E00, 0x1F00), range(0x370, 0x400), range(0x1F00, 0x2000)):
        first = unicodedata.normalize("NFD", chr(code))[0]
        if first != chr(code):
            table[code] = first
    return {code: letter for code, letter in table.items() if chr(code) not in own}
