"""Old encodings of Vietnamese and Thai, known by the words of the language that come out (pure).

TCVN3 (``.VnTime``) and VNI are fonts that draw Vietnamese for the characters of Western text. They
stand in files as bytes, or as those Western characters in UTF-8.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from knowledge.documents.document import UnreadableError

MIN_SHARE = 0.9
"""The smallest share of marked words that are syllables of the language, where it is sure."""

MIN_DOUBT_SHARE = 0.6
"""From this share on a text that is not sure is refused."""

MIN_WORDS = 2
"""How many different frequent words must come out."""

_SAMPLE_CHARS = 40_000
_WORDS = tomllib.loads(files(__package__).joinpath("old_encodings.toml").read_text("utf-8"))
_VIETNAMESE: dict[str, str] = _WORDS["vietnamese"]
_LETTERS = _VIETNAMESE["letters"].split()
_CAPITALS = _VIETNAMESE["capitals"].split()
_TCVN3 = dict(zip(_VIETNAMESE["tcvn3"].split(" "), _LETTERS, strict=True)) | dict(
    zip(_VIETNAMESE["tcvn3_capitals"].split(), _CAPITALS, strict=True)
)
_VNI = dict(zip(_VIETNAMESE["vni"].split(), _LETTERS, strict=True))
_VNI_MARK = re.compile(
    f"(?=.?[^\x00-\x7f])(?:{'|'.join(sorted(_VNI, key=len, reverse=True))})", re.IGNORECASE
)
"""Looks first whether one of two characters is Western, as each of these has one."""

_WESTERN = re.compile("[\xa1-\xff]")
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0e01-\u0e5b]"
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[^\x00-\x7f]")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(_VIETNAMESE["syllable"])
_FREQUENT_VIETNAMESE = frozenset(_VIETNAMESE["frequent"].split())
_FREQUENT_THAI = re.compile("|".join(_WORDS["thai"]["frequent"].split()))
_THAI = re.compile("[\u0e01-\u0e5b]")
_MISPLACED_MARK = re.compile("(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_MIN_THAI_CHARS = 8
_UNSURE = "it seems to be Vietnamese in an old encoding (TCVN3 or VNI): save it again as UTF-8"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as one encoding gives it, and the share of its marked words that are syllables."""

    text: str
    share: float
    is_sure: bool


def restore(text: str) -> str:
    """Return *text* with the Western characters of an old font as the letters that they stand for.

    Any other text is returned as it is.

    Raises:
        UnreadableError: If it seems to be such a text, and it is not sure how it reads.
    """
    return find_conversion(text)(text)


def find_conversion(text: str) -> Callable[[str], str]:
    """Return what makes *text*, and what else is written as it is, the letters that are meant.

    Raises:
        UnreadableError: If it seems to be in such a font, and it is not sure how it reads.
    """
    sample = text[:_SAMPLE_CHARS]
    western = len(_WESTERN.findall(sample))
    if not western or len(_UNICODE_ONLY.findall(sample)) > western / 10:
        return str
    if _is_thai(sample.encode("cp1252", "replace")):
        return _from_cp874
    return _best(sample, (_from_tcvn3, _from_vni)) or str


def is_lossy(convert: Callable[[str], str]) -> bool:
    """Return whether a conversion needs a character that parsers leave out: a soft hyphen."""
    return convert is _from_tcvn3


def list_tcvn3_letters() -> dict[str, str]:
    """Return how each Vietnamese letter is written in TCVN3; capitals have tones in small."""
    return {letter: written for written, letter in _TCVN3.items()}


def list_vni_letters() -> dict[str, str]:
    """Return how each Vietnamese letter is written in VNI."""
    small = {letter: written for written, letter in _VNI.items()}
    return small | {letter.upper(): written.upper() for letter, written in small.items()}


def restore_bytes(content: bytes) -> str:
    """Return the text of *content*, if it is in an old encoding of Thai or Vietnamese.

    Raises:
        UnreadableError: If it seems to be Vietnamese, and it is not sure in which encoding.
    """
    if _is_thai(content):
        return content.decode("cp874", "replace")
    western = content.decode("latin-1")
    convert = _best(western[:_SAMPLE_CHARS], (_from_cp1258, _from_tcvn3, _from_vni))
    return convert(western) if convert else ""


def _best(
    sample: str, conversions: tuple[Callable[[str], str], ...]
) -> Callable[[str], str] | None:
    """Return the conversion that surely makes Western text Vietnamese, None if none does."""
    read = [(_reading(convert(sample)), convert) for convert in conversions]
    best, convert = max(read, key=lambda each: (each[0].is_sure, each[0].share))
    if best.is_sure:
        return convert
    if best.share >= MIN_DOUBT_SHARE and _frequent(best.text) and not _frequent(sample):
        raise UnreadableError(_UNSURE)
    return None


def _reading(text: str) -> _Reading:
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    if not marked:
        return _Reading(text, 0, is_sure=False)
    counts = Counter(marked)
    share = sum(count for word, count in counts.items() if _is_syllable(word)) / len(marked)
    return _Reading(text, share, share >= MIN_SHARE and len(_frequent(text)) >= MIN_WORDS)


def _frequent(text: str) -> set[str]:
    words = {word for word in _WORD.findall(text.lower()) if not word.isascii()}
    return words & _FREQUENT_VIETNAMESE


def _is_syllable(word: str) -> bool:
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def _from_tcvn3(western: str) -> str:
    return western.translate(_TCVN3_TABLE)


def _from_vni(western: str) -> str:
    return _VNI_MARK.sub(_vni_letter, western)


def _vni_letter(found: re.Match[str]) -> str:
    letter = _VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter


def _from_cp1258(western: str) -> str:
    text = western.encode("latin-1", "replace").decode("cp1258", "replace")
    return unicodedata.normalize("NFC", text)


def _from_cp874(western: str) -> str:
    return western.encode("cp1252", "replace").decode("cp874", "replace")


def _is_thai(content: bytes) -> bool:
    """Return whether *content* is surely Thai (windows-874, TIS-620)."""
    sample = content[:_SAMPLE_CHARS].decode("cp874", "replace")
    letters = len(_THAI.findall(sample))
    others = len(_MARKED.findall(sample)) - letters
    return (
        letters >= _MIN_THAI_CHARS
        and others <= letters / 20
        and len(_MISPLACED_MARK.findall(sample)) <= letters / 50
        and bool(_FREQUENT_THAI.search(sample))
    )


_TCVN3_TABLE = str.maketrans(_TCVN3)
