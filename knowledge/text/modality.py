"""Whether a sentence permits, requires, forbids or exempts, or merely says that something is so.

In the languages people write in (pure).
"""

import re
from typing import Literal

from knowledge.text.negation import is_negative

Modality = Literal["permits", "requires", "forbids", "exempts", "affirms", "denies"]

_EXEMPTS = re.compile(
    r"\b(?:needs?|need) not\b|\bneedn['’]t\b"  # noqa: RUF001 - people type both apostrophes
    r"|\b(?:not|n['’]t|no longer)\s+(?:\w+\s+)?(?:need|have to|require|required|necessary"  # noqa: RUF001 - as people type
    r"|mandatory|compulsory|obliged|needed)\b"
    r"|\bno need\b|\bno (?:[\w'’-]+ ){1,3}(?:is|are) (?:required|needed|necessary)\b"  # noqa: RUF001 - as people type
    r"|\b(?:optional|voluntary)\b"
    r"|\b(?:tidak|tak) (?:\w+ )?(?:perlu|wajib|harus|diwajibkan|diperlukan|membutuhkan"
    r"|memerlukan)\b"
    r"|\b(?:opsional|sukarela)\b"
    r"|\bkhông (?:cần|bắt buộc|yêu cầu|phải (?!là))|\b(?:tùy chọn|tự nguyện)\b"
    r"|ไม่(?:จำเป็น)?ต้อง|ไม่จำเป็น|ไม่บังคับ|โดยสมัครใจ",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:may|must|can|shall|should) (?:not|never)\b|\bcannot\b|\bcan['’]t\b|\bmustn['’]t\b"  # noqa: RUF001 - as people type
    r"|\bnever\b|\b(?:prohibited|forbidden|banned|disallowed|off limits)\b"
    r"|\b(?:not|no longer) (?:allowed|permitted|approved|authori[sz]ed)\b|\b(?:do not|don['’]t)\b"  # noqa: RUF001 - as people type
    r"|\b(?:tidak|tak) (?:boleh|dapat|bisa|diizinkan|diperbolehkan|diperkenankan)\b"
    r"|\b(?:dilarang|terlarang|jangan)\b"
    r"|\bkhông (?:được|thể|nên)\b|\b(?:cấm|nghiêm cấm|đừng)\b"
    r"|ห้าม|ต้องไม่|ไม่(?:อนุญาต|สามารถ|ควร)|อย่า",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    r"\b(?:must|shall|required?|requires|mandatory|compulsory|obligatory|(?:have|has) to"
    r"|needs?|needed|necessary)\b"
    r"|\b(?:wajib|harus|perlu|diwajibkan|diharuskan|diperlukan|memerlukan|membutuhkan)\b"
    r"|\b(?:phải|bắt buộc|cần|yêu cầu)\b|ต้อง|จำเป็น|บังคับ",
    re.IGNORECASE,
)
_PERMITS = re.compile(
    r"\b(?:may|can|allowed|permitted|allows?|permits?)\b"
    r"|\b(?:boleh|dapat|bisa|diizinkan|diperbolehkan|diperkenankan)\b"
    r"|\b(?:được phép|có thể|cho phép)\b|สามารถ|อนุญาต|ได้\s*$",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(
    r"\b(?:without|unless|except|until|only|other than|subject to|tanpa|kecuali|hanya|sebelum ada"
    r"|trừ|chỉ|nếu không|khi chưa|mà không)\b|โดยไม่|ยกเว้น|เว้นแต่|เท่านั้น|เฉพาะ|จนกว่า",
    re.IGNORECASE,
)
"""Words after which a "not" is no plain "not": what is forbidden without is allowed with."""

_MODAL = re.compile(
    rf"{_EXEMPTS.pattern}|{_FORBIDS.pattern}|{_REQUIRES.pattern}|{_PERMITS.pattern}"
    r"|\b(?:tidak|không|bukan|được|bị)\b|ไม่(?:ได้)?|ได้(?:รับ)?|มิได้",
    re.IGNORECASE,
)

_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        ("permits", "forbids"),
        ("permits", "denies"),
        ("requires", "forbids"),
        ("requires", "exempts"),
        ("requires", "denies"),
        ("affirms", "forbids"),
        ("affirms", "denies"),
    )
)
"""What cannot both hold of one thing; what is allowed may well be needless, for example."""


_IDIOM = re.compile(
    r"\bnot limited to\b|\btidak terbatas pada\b|\bkhông giới hạn\b|ไม่จำกัด|\bno\. ?\d",
    re.IGNORECASE,
)
"""Words with a "not" in them that deny nothing."""


def classify_modality(text: str) -> Modality:
    """Tell how a *text* means what it says."""
    text = _IDIOM.sub(" ", text)
    if _EXEMPTS.search(text):
        return "exempts"
    if _FORBIDS.search(text):
        return "forbids"
    if is_negative(text):
        return "denies"
    if _REQUIRES.search(text):
        return "requires"
    return "permits" if _PERMITS.search(text) else "affirms"


def are_incompatible(one: Modality, other: Modality) -> bool:
    """Tell whether two stances cannot both be taken."""
    return frozenset({one, other}) in _OPPOSED


def is_conditional(text: str) -> bool:
    """Tell whether a *text* says "only", "unless" or "without": its "not" is no plain one then."""
    return bool(_NOT_WITHOUT.search(text))


def strip_modals(text: str) -> str:
    """Take the words out of a *text* that tell its stance."""
    return _MODAL.sub(" ", text)
