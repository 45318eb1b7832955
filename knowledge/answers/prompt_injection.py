"""Sentences of a page that give orders to a language model (pure).

That a model takes pages for nothing but text cannot be promised by its prompt alone. So what
plainly speaks to a model is neither given to one nor quoted, with the paragraph it stands in, and
proves nothing. On the page itself people still read it.
"""

import re
from functools import lru_cache

from knowledge.index.passages import Passage

_START = r"(?:^|[.!?:;,>\"“”»]\s*|\b(?:and|then|now|please|dan|lalu|tolong|mohon|hãy|và)\s+)"
"""Where an order begins. "Staff who ignore the rules" and "never ignore the rules" give none."""

_ORDER = re.compile(
    # English
    rf"{_START}(?:ignore|disregard|forget|override)\b(?:\W+\w+){{0,4}}?\W+"
    r"(?:instructions?|prompts?|rules|guidelines|above|everything (?:above|before|you)"
    r"|previous (?:question|message|text)s?)\b"
    r"|(?<!not )(?<!never )(?<!n't )\b(?:ignore|disregard|forget|override)\b(?:\W+\w+){0,2}?\W+"
    r"(?:your|previous|prior|preceding|earlier)\W+(?:\w+\W+)?(?:instructions?|prompts?|questions?)\b"
    r"|\b(?:your|previous|prior|preceding|above|earlier) (?:instructions?|prompts?|rules)\b"
    r"(?:\W+\w+){0,3}?\W+(?:are void|no longer apply)\b"
    r"|\bsystem (?:prompt |message )?override\b"
    r"|\byou are now (?:an? |the )?(?:ai|assistant|bot|model|dan|un\w+|free)\b"
    r"|\bnew instructions?\s*:"
    r"|\b(?:reply|answer|respond)\b(?:\W+\w+){0,4}?\W+without (?:cit\w+|sources)\b"
    r"|\b(?:reply|answer|respond)\b(?:\W+\w+){0,4}?\W+(?:only with|with only|exactly)\W+"
    r"(?-i:[A-Z][A-Z0-9_-]{3,})"
    r"|\bas an? (?:ai|language)(?: language)? (?:model|assistant)\W+(?:you|i)\b"
    r"|\b(?:note|message|attention) (?:to|for) (?:the |any )?(?:ai|assistant|model|llm|bot)s?\s*:"
    r"|^\W*(?:system|assistant)\s*:(?:\W+\w+){4}"
    # Bahasa Indonesia and Malay
    rf"|{_START}(?:abaikan|lupakan|hiraukan)\b(?:\W+\w+){{0,4}}?\W+"
    r"(?:instruksi|perintah|arahan|aturan)"
    r"|\b(?:jawab|balas)\b(?:\W+\w+){0,4}?\W+(?:tanpa kutipan|tanpa sumber)"
    r"|\b(?:kamu|anda) sekarang adalah (?:ai|asisten|bot|model)\b"
    r"|^\W*(?:sistem|asisten)\s*:(?:\W+\w+){4}"
    # Vietnamese
    rf"|{_START}(?:bỏ qua|phớt lờ|quên)(?:\W+\w+){{0,4}}?\W+(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc)"
    r"|(?:trả lời)(?:\W+\w+){0,4}?\W+(?:không trích dẫn|không cần nguồn)"
    r"|bây giờ bạn là (?:ai|trợ lý|bot|mô hình)\b|^\W*(?:hệ thống|trợ lý)\s*:(?:\W+\w+){4}"
    # Thai, which writes no spaces
    r"|(?<!อย่า)(?<!ห้าม)(?<!ไม่)(?<!ที่)(?<!การ)"
    r"(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม).{0,20}(?:คำสั่ง|คำแนะนำ|กฎ)"
    r"|ตอบ.{0,12}(?:โดยไม่อ้างอิง|ไม่ต้องอ้างอิง|เท่านั้นว่า)"
    r"|ตอนนี้คุณคือ(?:เอไอ|ผู้ช่วย|บอท)|^\W*(?:ระบบ|ผู้ช่วย)\s*:(?:\W+\w+){4}"
    # marks of chat templates
    r"|<\|[^|<>]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(20_000)
def is_injection(text: str) -> bool:
    """Tell whether a *text* speaks to a language model."""
    return bool(_ORDER.search(text))


def trusted_before(passage: Passage) -> range:
    """Number the sentences of the paragraph before a *passage*, unless it gives orders."""
    is_honest = not any(is_injection(each.whole) for each in passage.before)
    return range(-len(passage.before) if is_honest else 0, 0)


def trusted_places(passage: Passage) -> tuple[int, ...]:
    """Number the sentences of a *passage* whose paragraph gives no orders."""
    tampered = {each.block for each in passage.sentences if is_injection(each.whole)}
    return tuple(
        place for place, each in enumerate(passage.sentences) if each.block not in tampered
    )
