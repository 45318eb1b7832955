"""Parser of plain text: decoding, and conversion of its lines to Markdown (pure)."""

import codecs
import re

from charset_normalizer import from_bytes

from knowledge.documents.document import Document, UnreadableError, from_markdown
from knowledge.documents.markdown_blocks import escape, join_blocks, render_heading, render_item

MAX_CHAOS = 0.02
"""Guessed encodings above this charset-normalizer chaos ratio are refused."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES = 4_000
_SAMPLE_BYTES = 200_000
_ITEM = re.compile(r"^(\s*)(?:[-*+•◦▪‣–—·]|[o]|(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]))\s+(\S.*)$")  # noqa: RUF001 - people type every dash
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,}|~{3,})\s*$")


def decode(content: bytes) -> str:
    """Decode *content*: by its byte order mark, as UTF-8, or by a guess that is safe.

    Raises:
        UnreadableError: If it is no text, or its encoding is uncertain.
    """
    text = _decode(content)
    if "\0" in text:
        raise UnreadableError("it is not a text file")
    if not text.strip():
        raise UnreadableError("it is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_head(content: bytes, *, most: int = _HEAD_BYTES) -> str:
    """Decode the first *most* bytes, replacing what is invalid."""
    said = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    return content[:most].decode(said, "replace").replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes) -> str:
    said = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(said)
    except UnicodeDecodeError:
        if b"\0" in content:
            raise UnreadableError("it is not a text file") from None
    guess = from_bytes(content[:_SAMPLE_BYTES]).best()
    unsure = UnreadableError("it is not UTF-8 text: save it again as UTF-8")
    if guess is None or guess.chaos > MAX_CHAOS or (guess.coherence == 0 and not guess.languages):
        raise unsure
    try:
        return content.decode(guess.encoding)
    except UnicodeDecodeError as error:
        raise unsure from error


def read(content: bytes, _name: str) -> Document:
    """Parse plain text: paragraphs, lists, and underlined headings."""
    blocks: list[str] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            blocks.append(_block(paragraph))
            paragraph.clear()

    for line in decode(content).split("\n"):
        if _UNDERLINE.match(line) and len(paragraph) == 1:
            blocks.append(render_heading(paragraph.pop(), 1 if "=" in line else 2))
        elif _UNDERLINE.match(line) or not line.strip():
            close()
        elif _ITEM.match(line):
            close()
            paragraph.append(line)
        else:
            paragraph.append(line)
    close()
    return from_markdown("", join_blocks(blocks))


def _block(lines: list[str]) -> str:
    found = _ITEM.match(lines[0])
    if found is None:
        return escape(" ".join(lines))
    indent, number, text = found.groups()
    whole = " ".join([f"{number} {text}" if number else text, *lines[1:]])
    return render_item(whole, len(indent.expandtabs(4)) // 2)
