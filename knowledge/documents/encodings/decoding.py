"""Decodes text by its byte order mark, as UTF-8, by the name it gives, or by a guess (pure)."""

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import replace

import webencodings
from charset_normalizer import from_bytes

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.encodings.old_encodings import (
    find_conversion,
    is_lossy,
    restore,
    restore_bytes,
)
from knowledge.omissions import Omission, OmissionLog

MAX_CHAOS = 0.02
"""Guessed encodings above this charset-normalizer chaos ratio are refused."""

MAX_LOST_SHARE = 0.01
"""The largest share of characters of a text in a known encoding that may be unreadable."""

LOST = "\ufffd"
"""Stands in a decoded text where bytes are no character."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES = 4_000
_SAMPLE_BYTES = 200_000
_MIN_PRINTABLE_SHARE = 0.98
_GUESSED = (
    *(f"cp{number}" for number in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257)),
    *("koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
"""What people's programs wrote; charset-normalizer knows many more that look alike."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""",
    re.IGNORECASE,
)
_WESTERN_BYTES = {ord(bytes([n]).decode("cp1252", "ignore") or chr(n)): n for n in range(128, 160)}
_TWICE = re.compile("[\u00c2-\u00c6\u00e0-\u00e2][\x80-\xbf\u0152-\u0192\u02c6-\u2122]")
"""Two Western letters that are the beginning of one letter in UTF-8."""
_NO_TEXT = "it is not a text file"
_OLD_FONT = "it is Vietnamese in an old font (TCVN3): convert its text to Unicode and save it again"
_UNSURE = "it is not UTF-8 text: save it again as UTF-8"


def decode(content: bytes, label: str = "") -> str:
    """Decode *content*; *label* is the name of the encoding that it gives, as browsers know it.

    Old Vietnamese and Thai encodings are recognised by the words that they give. A few characters
    that cannot be read are replaced with `LOST`.

    Raises:
        UnreadableError: If it is no text, or its encoding is uncertain.
    """
    text = restore(_read_once(_decode(content, label)))
    if "\0" in text:
        raise UnreadableError(_NO_TEXT)
    if not text.strip():
        raise UnreadableError("it is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_html(content: bytes) -> str:
    """Decode a page of HTML, by the encoding that its head names, if any.

    Raises:
        UnreadableError: If it is no text, or its encoding is uncertain.
    """
    named = _CHARSET.search(content[:_HEAD_BYTES])
    return decode(content, named[1].decode("ascii") if named else "")


def decode_head(content: bytes, *, most: int = _HEAD_BYTES) -> str:
    """Decode the first *most* bytes, replacing what is invalid."""
    head = content[:most]
    said = _said(content) or (_wide_codec(head) if b"\0" in head else "utf-8")
    return head.decode(said or "utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def list_lost_characters(text: str) -> tuple[Omission, ...]:
    """Tell how many characters of a decoded *text* could not be read, and in which line."""
    log = OmissionLog()
    for number, line in enumerate(text.split("\n") if LOST in text else (), 1):
        if lost := line.count(LOST):
            log.add("unreadable part", f"line {number}", words=lost, line=number, count=lost)
    return log.list_omissions()


def restore_document(document: Document) -> Document:
    """Return a *document* whose program stored the letters of an old font with the right ones.

    Raises:
        UnreadableError: If it is in such a font, and it is not sure how it reads.
    """
    convert = find_conversion("\n".join(f"{s.heading}\n{s.text}" for s in document.sections))
    if convert is str:
        return document
    if is_lossy(convert):
        raise UnreadableError(_OLD_FONT)
    sections = (
        replace(
            each,
            heading=convert(each.heading),
            anchor=convert(each.anchor),
            trail=tuple(map(convert, each.trail)),
            text=convert(each.text),
        )
        for each in document.sections
    )
    return Document(convert(document.title), tuple(sections), document.omissions)


def _said(content: bytes) -> str:
    return next((name for mark, name in _MARKS if content.startswith(mark)), "")


def _decode(content: bytes, label: str) -> str:
    said = _said(content)
    if not said and b"\0" in content:
        said = "" if len(content) % 2 else _wide_codec(content[:_SAMPLE_BYTES])
        if not said:
            raise UnreadableError(_NO_TEXT)
    codec = _codec(label)
    if not said and codec.startswith("iso2022") and b"\x1b" in content:
        said = codec  # it is ASCII, and as such UTF-8 too
    try:
        return content.decode(said or "utf-8")
    except UnicodeDecodeError:
        pass
    for known in filter(None, (said or "utf-8", codec)):
        text = content.decode(known, "replace")
        if _is_hardly_damaged(text, is_sure=known == codec):
            return unicodedata.normalize("NFC", text) if known == "cp1258" else text
    return restore_bytes(content) or _guess(content)


def _read_once(text: str) -> str:
    """Return what a *text* said before its UTF-8 was taken for Western letters and saved again."""
    western = text.translate(_WESTERN_BYTES) if len(_TWICE.findall(text)) > 1 else ""
    try:
        return western.encode("latin-1").decode("utf-8-sig") or text
    except UnicodeError:
        return text


def _codec(label: str) -> str:
    """Return Python's name of the encoding that browsers know by *label*; empty if none."""
    found = webencodings.lookup(label) if label else None
    name = found.codec_info.name if found else ""
    return "" if name in {"x-user-defined", "replacement", "utf-8"} else name


def _is_hardly_damaged(text: str, *, is_sure: bool) -> bool:
    """Return whether nearly all of a text was decoded; unless *is_sure*, its letters must show it.

    A text of ASCII letters with a few others is in some old encoding, and not in damaged UTF-8.
    """
    lost = text.count(LOST)
    others = sum(character > "\x7f" for character in text) - lost
    return lost <= MAX_LOST_SHARE * len(text) and (is_sure or others >= 10 * lost)


def _wide_codec(content: bytes) -> str:
    """Return which UTF-16 text without a byte order mark is in; empty if it is no text."""
    even = content[: len(content) // 2 * 2]
    zeros = even[0::2].count(0), even[1::2].count(0)
    if sum(zeros) < len(even) / 100:
        return ""
    for codec in ("utf-16-le", "utf-16-be") if zeros[1] >= zeros[0] else ("utf-16-be", "utf-16-le"):
        text = even.decode(codec, "ignore")
        if text and _is_prose(text):
            return codec
    return ""


def _is_prose(text: str) -> bool:
    """Return whether *text* is made of characters that people write, mostly of one script."""
    kinds = Counter(unicodedata.category(each)[0] for each in text if each not in "\r\n\t")
    printable = sum(count for kind, count in kinds.items() if kind != "C")
    rows = Counter(ord(each) >> 8 for each in text)
    return printable >= _MIN_PRINTABLE_SHARE * max(1, kinds.total()) and sum(
        count for _, count in rows.most_common(3)
    ) >= 0.9 * len(text)


def _guess(content: bytes) -> str:
    sample = content[:_SAMPLE_BYTES]
    guess = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    western = from_bytes(sample, cp_isolation=["cp1252"]).best()
    if guess is None or guess.chaos > MAX_CHAOS or (guess.coherence == 0 and not guess.languages):
        raise UnreadableError(_UNSURE)
    if western and (western.chaos, -western.coherence) <= (guess.chaos, -guess.coherence):
        guess = western  # of equals the one that nearly every Western file is in
    try:
        return content.decode(guess.encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(_UNSURE) from error
