"""How secret data is, by the four words that classifications use, in each of our languages.

Between two languages words cannot be compared; these four decide what is allowed, so they are.
"""

import re
from collections.abc import Iterable

_DATA = r"(?:data|datanya|informasi|information|dữ liệu|thông tin|ข้อมูล)"
_WORDS: dict[str, tuple[str, ...]] = {
    "public": (r"\bpublic\b", r"\bpublik\b", r"công khai", r"สาธารณะ"),
    "internal": (r"\binternal\b", r"nội bộ", r"ภายใน(?!\s*\d)"),
    "confidential": (
        r"\bconfidential\b",
        r"(?<!sangat )\brahasia\b",
        r"bảo mật",
        r"ข้อมูล(?:ที่เป็นความ)?ลับ(?!มาก|สุดยอด)",
    ),
    "restricted": (
        r"\brestricted\b",
        r"\bsangat rahasia\b",
        rf"\b{_DATA} (?:yang )?(?:terbatas|dibatasi)\b",
        r"tuyệt mật",
        rf"{_DATA} (?:bị )?(?:hạn chế|giới hạn)",
        r"ลับ(?:มาก|สุดยอด)",
        r"ข้อมูล(?:ที่)?(?:ถูก)?จำกัด",
    ),
}
LEVELS = {level: re.compile("|".join(words), re.IGNORECASE) for level, words in _WORDS.items()}
"""What each level is called; ``terbatas`` and ``hạn chế`` only where they are said of data, since
they also name a tier."""

_PART = re.compile(
    r"[.;:()]|,?\s+(?:and|but|or|dan|tetapi|namun|và|nhưng)\s+(?=(?:never|not|no|tidak|jangan|không)\b)"
    r"|,\s*(?=(?:but|never|not|tetapi|nhưng)\b)|\b(?:but|tetapi|nhưng)\b|แต่",
    re.IGNORECASE,
)
"""Where what is denied begins or ends; a list of levels is one part."""

_DENYING = re.compile(
    r"\b(?:never|not|no|cannot|tidak|jangan|dilarang|không|cấm)\b|n't\b|ห้าม|ไม่", re.IGNORECASE
)


def find_levels(text: str) -> frozenset[str]:
    """Name the levels that a *text* speaks of."""
    return frozenset(level for level, words in LEVELS.items() if words.search(text))


def overstates_level(claim: str, cited: Iterable[str]) -> bool:
    """Tell whether a *claim* affirms a level that what is *cited* denies, and affirms nowhere."""
    parts = [part for sentence in cited for part in _PART.split(sentence) if part]
    denied = {level for part in parts if _DENYING.search(part) for level in find_levels(part)}
    affirmed = {level for part in parts if not _DENYING.search(part) for level in find_levels(part)}
    return bool(find_levels(claim) & (denied - affirmed))
