"""Two sentences that cannot both hold (pure).

Built to give no false alarm: two sentences are held against each other only where they speak of
the same and neither is narrower than the other, in one language. They contradict each other where
one permits or requires what the other forbids or denies, or where they tell different amounts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

import snowballstemmer

from knowledge.text.language import language_of
from knowledge.text.modality import Stance, is_conditional, opposed, stance_of, without_stance
from knowledge.text.quantities import Amounts, amounts
from knowledge.text.sentences import Sentence
from knowledge.text.tokens import terms

FEWEST = 2
"""So many telling words two sentences must share; in Thai, so many times `THAI_WORD` runs."""

SURE = 4
"""From so many on, headings that speak of something else do not matter."""

MOST_MORE = 0.25
"""How many words of its own one of them may have, for each shared one; the other has none."""

THAI_WORD = 3
"""About how many runs of letters a Thai word makes."""

SLACK = 0.12
"""In Thai, runs across words that differ in nothing but their neighbours: so many of each one."""

_LIGHT = frozenset(
    terms(
        "employee employees staff colleague colleagues everybody everyone people person user users"
        " worker workers team member members all every each any always generally company"
        " most least limit limited maximum minimum up also even both within immediately effective"
        " make makes made get gets put take takes taken go goes do does done"
        " karyawan pegawai pekerja semua setiap seluruh orang tiap paling banyak sedikit atas"
        " maksimal dalam berhak mendapat mendapatkan memiliki memakai menggunakan digunakan dipakai"
        " dilakukan"
        " nhân viên mọi tất cả bạn người tối đa thiểu nhiều ít nhất vòng quá"
        " dùng sử dụng lần"
    )
)
"""Words that say nothing about what a rule is about: whom it is for, how it is said."""

_LIGHT_WITH_AMOUNTS = frozenset(
    terms(
        "keep kept keeps store stored retain retained delete deleted deletes erase erased remove"
        " removed last lasts cost costs price spend complete completed receive receives entitled"
        " have has allowed long often time after before within per"
        " simpan disimpan menyimpan hapus dihapus menghapus biaya harga selama lama setelah sesudah"
        " lưu giữ xóa chi phí giá thời gian"
    )
)
"""Words that may differ where amounts are compared: kept for a year is deleted after a year."""

_LIGHT_IN_THAI = re.compile(
    r"พนักงาน|ทุก(?:คน|ตัว|อย่าง)?|บริษัท|ผู้ใช้|คุณ|ควร|ของ|และ|ที่|ให้|ไว้|นี้|นั้น|มี|เป็น|การ"
    r"|ภายใน(?=\s*$)|ไม่เกิน|สูงสุด|อย่างน้อย"
)

_NARROWING = re.compile(
    r"\b(?:if|when|where|unless|except|until|during|before|after|while|in case|for|jika|kalau|bila"
    r"|apabila|selama|sebelum|setelah|sesudah|ketika|untuk|bagi|nếu|khi|trước|sau|trong thời gian"
    r"|đối với|cho)\b|หาก|ถ้า|เมื่อ|ก่อน|หลัง|ระหว่าง|ในช่วง|สำหรับ",
    re.IGNORECASE,
)
"""How the part of a sentence begins that narrows it down."""

_POINTING = re.compile(
    r"^(?:\W*\w+){0,2}\W*\b(?:it|its|they|them|their|this|these|those|such|he|she|otherwise|ini"
    r"|itu|mereka|tersebut|nó|họ|này|đó)\b|^\W*(?:มัน|นี้|สิ่งนี้|ดังกล่าว)",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of something said before, and so tells not of what."""

_PARTS = re.compile(
    r";\s+|,?\s+\b(?:but|however|whereas|while|tetapi|tapi|sedangkan|nhưng|còn)\b\s+|\s*แต่\s*"
)
_ASIDE = re.compile(
    r"\([^()]*\)"
    r"|,\s+(?:superseding|replacing|including|which|regardless of|termasuk|bao gồm)\b[^,;]*",
    re.IGNORECASE,
)
"""What is said by the way."""

_LABEL = re.compile(r"^\W*[^.:]{1,40}:\s")
_BOX = re.compile(r"\[[ xX]?\]|[☐☑☒✓✔✅✗✘□]")
_QUESTION = re.compile(r"[?？]\s*$")  # noqa: RUF001 - the full-width mark asks as well
_THAI = re.compile(r"[\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing that a sentence says."""

    language: str
    words: frozenset[str]
    narrowing: frozenset[str]
    amounts: Amounts
    stance: Stance
    is_conditional: bool


def states(sentence: Sentence) -> bool:
    """Tell a statement from rows, code, questions, labels, leads and boxes to tick.

    Whatever points back to the sentence before is not understood by itself either.
    """
    text = sentence.text.strip()
    if sentence.kind not in {"sentence", "item"}:
        return False
    is_part = sentence.leads or _QUESTION.search(text) or _LABEL.match(text) or _BOX.search(text)
    return not is_part and (" " in text or bool(_THAI.search(text))) and not _POINTING.search(text)


def contradicts(one: str, other: str, *, headings: tuple[str, str] = ("", "")) -> bool:
    """Tell whether two sentences, each below its heading, cannot both hold."""
    return any(
        _is_of_one(mine, theirs, headings, light)
        for mine, theirs in product(_parts(one), _parts(other))
        if len(mine.words & theirs.words) >= FEWEST
        for light in _conflicts(mine, theirs)
    )


def _conflicts(one: _Part, other: _Part) -> Iterator[frozenset[str]]:
    """Give the words that may differ in each way in which two parts are against each other."""
    if one.language != other.language or one.amounts.named != other.amounts.named:
        return
    if one.amounts.differs(other.amounts):
        yield _light_with_amounts()
    if one.is_conditional == other.is_conditional and opposed(one.stance, other.stance):
        yield frozenset()


def _is_of_one(one: _Part, other: _Part, headings: tuple[str, str], light: frozenset[str]) -> bool:
    """Tell whether two parts speak of the same, neither of them more narrowly."""
    mine, theirs = one.words - light, other.words - light
    heads = [frozenset(_telling(heading)) for heading in headings]
    shared = mine & theirs
    own, others = mine - theirs - heads[1], theirs - mine - heads[0]
    unit = THAI_WORD if one.language == "th" else 1
    is_enough = len(one.words if one.words == other.words else shared) >= FEWEST * unit
    if not is_enough or (own & one.narrowing) or (others & other.narrowing):
        return False
    is_off = all(head and not head & (mine | theirs) for head in heads)
    if is_off and len(shared) < SURE * unit:
        return False
    less, more = sorted((len(own), len(others)))
    slack = SLACK * len(shared) if one.language == "th" else 0
    return less <= slack and more <= MOST_MORE * len(shared) + slack


@lru_cache(maxsize=65536)
def _parts(sentence: str) -> tuple[_Part, ...]:
    """Part a sentence into the things it says."""
    parts = _PARTS.split(_ASIDE.sub(" ", sentence))
    return tuple(_part(text) for text in parts if text.strip())


def _part(text: str) -> _Part:
    told = amounts(text)
    plain = without_stance(told.rest)
    behind = _NARROWING.split(plain)[1:]
    return _Part(
        language=language_of(text),
        words=frozenset(_telling(plain)),
        narrowing=frozenset(term for each in behind for term in _telling(each)),
        amounts=told,
        stance=stance_of(told.rest),
        is_conditional=is_conditional(text),
    )


def _telling(text: str) -> Iterable[str]:
    """Give the words of a *text* that say what it is about, in the form they are compared in."""
    if _THAI.search(text):
        text = _LIGHT_IN_THAI.sub(" ", text)
    for term in terms(text):
        if term not in _LIGHT:
            yield _root(term)


@cache
def _light_with_amounts() -> frozenset[str]:
    return frozenset(map(_root, _LIGHT_WITH_AMOUNTS))


@lru_cache(maxsize=65536)
def _root(term: str) -> str:
    """Take the beginnings and endings of Bahasa Indonesia off; other words are left alone."""
    return str(snowballstemmer.stemmer("indonesian").stemWord(term)) if term.isascii() else term
