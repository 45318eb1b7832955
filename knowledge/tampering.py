"""Sentences of a page that give orders to a language model (pure).

That a model takes pages for nothing but text cannot be promised by its prompt alone. So what
plainly speaks to a model is neither given to one nor quoted, with the paragraph it stands in, and
proves nothing. On the page itself people still read it.
"""

import re

from knowledge.passages import Passage

_ORDER = re.compile(
    # English
    r"\b(?:ignore|disregard|forget|override)\b(?:\W+\w+){0,5}?\W+"
    r"(?:instructions?|prompts?|rules|guidelines|above|previous|everything)\b"
    r"|\b(?:instructions?|prompts?|rules)\b(?:\W+\w+){0,3}?\W+(?:are void|no longer apply)\b"
    r"|\bsystem (?:prompt|message|override)\b|\byou are now (?:an?|dan|un\w+|free)\b"
    r"|\bnew instructions?\s*:"
    r"|\b(?:reply|answer|respond)\b(?:\W+\w+){0,4}?\W+"
    r"(?:only with|with only|without cit\w+|exactly)\b"
    r"|\bwithout (?:citations?|citing|sources)\b|\bas an? (?:ai|language model|assistant)\b"
    r"|\b(?:note|message|attention) (?:to|for) (?:the |any )?(?:ai|assistant|model|llm|bot)s?\b"
    r"|^\W*(?:system|assistant)\s*:"
    # Bahasa Indonesia and Malay
    r"|\b(?:abaikan|lupakan|hiraukan)\b(?:\W+\w+){0,4}?\W+(?:instruksi|perintah|arahan|aturan)"
    r"|\b(?:jawab|balas)\b(?:\W+\w+){0,4}?\W+(?:hanya dengan|tanpa kutipan|tanpa sumber)"
    r"|\b(?:kamu|anda) sekarang adalah\b|^\W*(?:sistem|asisten)\s*:"
    # Vietnamese
    r"|(?:bỏ qua|phớt lờ|quên)(?:\W+\w+){0,4}?\W+(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc)"
    r"|(?:trả lời)(?:\W+\w+){0,4}?\W+(?:không trích dẫn|không cần nguồn|chỉ bằng)"
    r"|bây giờ bạn là|^\W*(?:hệ thống|trợ lý)\s*:"
    # Thai
    r"|(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม).{0,20}(?:คำสั่ง|คำแนะนำ|กฎ)"
    r"|ตอบ.{0,12}(?:โดยไม่อ้างอิง|ไม่ต้องอ้างอิง|เท่านั้นว่า)|ตอนนี้คุณคือ|^\W*(?:ระบบ|ผู้ช่วย)\s*:"
    # marks of chat templates
    r"|<\|[^|<>]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>",
    re.IGNORECASE | re.MULTILINE,
)


def gives_orders(text: str) -> bool:
    """Tell whether a *text* speaks to a language model."""
    return bool(_ORDER.search(text))


def honest_places(passage: Passage) -> tuple[int, ...]:
    """Number the sentences of a *passage* whose paragraph gives no orders."""
    tampered = {each.block for each in passage.sentences if gives_orders(each.whole)}
    return tuple(
        place for place, each in enumerate(passage.sentences) if each.block not in tampered
    )
