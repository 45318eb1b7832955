"""Bytes become text: by what they say they are, or by the words that come out."""

from knowledge.documents.encodings.decoding import (
    decode,
    decode_head,
    decode_html,
    list_lost_characters,
    restore_document,
)
from knowledge.documents.encodings.old_encodings import find_conversion

__all__ = [
    "decode",
    "decode_head",
    "decode_html",
    "find_conversion",
    "list_lost_characters",
    "restore_document",
]
