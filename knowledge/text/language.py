"""The language somebody writes in: English, Bahasa Indonesia, Thai or Vietnamese."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("en", "id", "th", "vi")
"""The languages people ask in; everything else counts as the likest of them."""

MIN_WORDS = 3
"""In fewer words than this, none of them telling, there is no language to be seen."""

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽềểễệếỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

_TELLING = {
    "en": "a about an and any are be by can do does for from how i if in is it may my need not of"
    " on or our should that the there this to was we what when where which who why will with you",
    "id": "ada adalah agar aku akan anda apa apakah atau bagaimana bagi belum berapa bisa boleh"
    " buat cara dalam dan dapat dari dengan di harus ingin ini itu jika kalau kami kapan karena ke"
    " kenapa kita mana mau mengapa oleh pada perlu saja sampai sangat saya sebuah siapa sudah"
    " tentang tidak untuk yang alat berkas daftar karyawan kontraktor pakai pelanggan peninjauan"
    " pribadi rahasia solusi gimana",
    "vi": "bao cac chua cho chung con cong cua dang dat duoc du gi giai giup hen huy"
    " khach khi khong ky la lam lau lich minh muon nao ngay nhan nhieu nhu nhung phai phap quy sao"
    " the thi thoi toi trong va vao vien voi xem xet xin",
}
"""Words that give a language away in a short question; Vietnamese as typed without its marks."""


def language_of(text: str) -> str:
    """Name the language of *text*: en, id, th or vi; English when there is nothing to go by."""
    if _THAI.search(text):
        return "th"
    if _VIETNAMESE.search(text):
        return "vi"
    words = _WORD.findall(text.lower())
    if not words:
        return "en"
    counts = {
        language: sum(word in telling for word in words)
        for language, telling in _telling_words().items()
    }
    ranked = sorted(counts.values(), reverse=True)
    if ranked[0] > ranked[1]:
        return max(counts, key=lambda language: counts[language])
    if len(words) < MIN_WORDS:
        return "en"
    return str(_identifier().classify(text)[0])


def load_identifier() -> None:
    """Load what tells languages apart, which takes a moment, once: not while somebody waits."""
    _identifier()


@cache
def _telling_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _TELLING.items()}


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "id"])  # the other two were seen by their letters
    return identifier
