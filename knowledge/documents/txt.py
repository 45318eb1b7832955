"""Parser of plain text: conversion of its lines to Markdown (pure)."""

import re
from dataclasses import replace

from knowledge.documents.document import Document, from_markdown
from knowledge.documents.encodings import decode, list_lost_characters
from knowledge.documents.markdown_blocks import escape, join_blocks, render_heading, render_item

_ITEM = re.compile(r"^(\s*)(?:[-*+•◦▪‣–—·]|[o]|(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]))\s+(\S.*)$")  # noqa: RUF001 - people type every dash
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,}|~{3,})\s*$")


def read(content: bytes, _name: str) -> Document:
    """Parse plain text: paragraphs, lists, and underlined headings."""
    blocks: list[str] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            blocks.append(_block(paragraph))
            paragraph.clear()

    text = decode(content)
    for line in text.split("\n"):
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
    document = from_markdown("", join_blocks(blocks))
    return replace(document, omissions=list_lost_characters(text))


def _block(lines: list[str]) -> str:
    found = _ITEM.match(lines[0])
    if found is None:
        return escape(" ".join(lines))
    indent, number, text = found.groups()
    whole = " ".join([f"{number} {text}" if number else text, *lines[1:]])
    return render_item(whole, len(indent.expandtabs(4)) // 2)
