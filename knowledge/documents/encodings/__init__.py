"""Bytes become text: by what they say they are, or by the words that come out."""

from knowledge.documents.encodings.decoding import (
    decode,
    decode_head,
    decode_html,
    list_lost_characters,
)

__all__ = ["decode", "decode_head", "decode_html", "list_lost_characters"]
