"""What shows a tone at a glance: a sign before a text, a style of a box."""

from bot.chat.markdown import Paragraph, Run
from handlers import Tone

SIGNS = {
    Tone.PLAIN: "",
    Tone.GOOD: "✅",
    Tone.WAITING: "⏳",
    Tone.CAREFUL: "⚠️",
    Tone.BAD: "⛔",
}
STYLES = {
    Tone.PLAIN: "emphasis",
    Tone.GOOD: "good",
    Tone.WAITING: "accent",
    Tone.CAREFUL: "warning",
    Tone.BAD: "attention",
}


def with_sign(tone: Tone, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Prefix a text with the sign of *tone*."""
    if not SIGNS[tone] or not paragraphs:
        return paragraphs
    first, *others = paragraphs
    if first.kind != "text":
        return [Paragraph((Run(SIGNS[tone]),)), *paragraphs]
    return [Paragraph((Run(f"{SIGNS[tone]} "), *first.runs)), *others]
