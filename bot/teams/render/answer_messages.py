"""Answers as messages: their text with ``[n]``, and the clauses as Teams' own citations.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chat.links import Link
from bot.chat.markdown import Paragraph, Run, label_prefix, parse, shorten
from bot.chat.plain_text import plain_text_of
from bot.chat.reply_kinds import has_answer_blocks_only
from bot.teams.render import limits, rich_text
from bot.teams.render.rich_text import JSON, clean
from bot.teams.render.styles import SIGNS, with_sign
from handlers import Button, Buttons, Notice, Reply, Source, Sources, Text, Tone

RATINGS = ("ask.helpful", "ask.unhelpful")
"""The actions of the buttons that Teams' own thumbs stand for."""


def is_answer(reply: Reply) -> bool:
    """Return whether *reply* is a text that cites clauses by their numbers."""
    has_text = any(isinstance(block, Text) for block in reply.blocks)
    return (
        has_answer_blocks_only(reply) and has_text and any(source.n for source in _sources(reply))
    )


def is_said(reply: Reply) -> bool:
    """Return whether there is nothing in *reply* but words."""
    return bool(reply.blocks) and all(isinstance(each, Text | Notice) for each in reply.blocks)


def is_by_model(reply: Reply) -> bool:
    """Return whether a language model wrote any of *reply*."""
    return any(isinstance(block, Text) and block.by_model for block in reply.blocks)


def rating(reply: Reply, *, helpful: bool) -> Button | None:
    """Find the button of *reply* that a thumb of Teams stands for."""
    wanted = RATINGS[0] if helpful else RATINGS[1]
    return next((each for each in _buttons(reply) if each.action == wanted), None)


def others(reply: Reply) -> Reply:
    """Keep of an answer the buttons that no thumb stands for."""
    kept = (
        replace(block, buttons=tuple(each for each in block.buttons if each.action not in RATINGS))
        for block in reply.blocks
        if isinstance(block, Buttons)
    )
    return Reply(tuple(block for block in kept if block.buttons))


def texts(reply: Reply, to: Link, empty: str) -> list[JSON]:
    """Render what *reply* says as messages, *empty* when there is nothing to read.

    Thumbs are below the last one where the reply is to be rated.
    """
    sources = _sources(reply)
    listed = {source.n: source for source in sources if 0 < source.n <= limits.MAX_CITATIONS}
    said = [*_paragraphs(reply), *_unlisted_sources(sources, listed), *_see_also(reply)]
    by_model = is_by_model(reply)
    summary = shorten(" ".join(plain_text_of(reply)), limits.MAX_SUMMARY_CHARS) or empty
    drawn: list[JSON] = []
    for text in rich_text.messages(said, to, listed.keys()) or [rich_text.escape(empty)]:
        claims = [_claim(source, to) for n, source in listed.items() if f"[{n}]" in text]
        message: JSON = {
            "type": "message",
            "text": text,
            "textFormat": "markdown",
            "summary": summary,
        }
        entities = [entity(claims, by_model=by_model)] if claims or by_model else []
        drawn.append({**message, **({"entities": entities} if entities else {})})
    if rating(reply, helpful=True):
        drawn[-1]["channelData"] = {"feedbackLoop": {"type": "default"}}
    return drawn


def follow_ups(reply: Reply) -> tuple[str, ...]:
    """Return the questions that could follow an answer."""
    lists = (block.next for block in reply.blocks if isinstance(block, Sources))
    return tuple(question for each in lists for question in each)


def with_suggestions(drawn: Sequence[JSON], suggested: Sequence[str]) -> tuple[JSON, ...]:
    """Attach suggestions to the last message; one with attachments shows none."""
    said = [shorten(clean(each), limits.MAX_SUGGESTION_CHARS) for each in suggested if each.strip()]
    if not said or not drawn or "attachments" in drawn[-1]:
        return tuple(drawn)
    actions = [
        {"type": "imBack", "title": each, "value": each} for each in said[: limits.MAX_SUGGESTIONS]
    ]
    return (*drawn[:-1], {**drawn[-1], "suggestedActions": {"actions": actions}})


def _sources(reply: Reply) -> list[Source]:
    return [each for block in reply.blocks if isinstance(block, Sources) for each in block.sources]


def _buttons(reply: Reply) -> list[Button]:
    return [each for block in reply.blocks if isinstance(block, Buttons) for each in block.buttons]


def _paragraphs(reply: Reply) -> list[Paragraph]:
    """Read everything that *reply* says in prose."""
    said: list[Paragraph] = []
    for block in reply.blocks:
        match block:
            case Text(markdown):
                said += parse(markdown)
            case Notice(markdown, tone):
                said += with_sign(tone, parse(markdown))
            case _:
                continue
    return said


def _unlisted_sources(sources: Sequence[Source], listed: Mapping[int, Source]) -> list[Paragraph]:
    """Say in words what no citation can: clauses beyond those, and pages that are past review."""
    said: list[Paragraph] = []
    for source in sources:
        number = f"[{source.n}] " if source.n else ""
        where = f"{number}{source.title or source.path}"
        if source.n not in listed and (source.n or source.quote or source.details):
            about = " — ".join(filter(None, (source.details, source.quote)))
            said.append(Paragraph((Run(where, bold=True, href=source.path), Run(f" {about}"))))
        if source.warning.strip():
            sign = SIGNS[Tone.CAREFUL]
            said.append(Paragraph((Run(f"{sign} {number}"), Run(source.warning))))
    return said


def _see_also(reply: Reply) -> list[Paragraph]:
    """Name in one line the clauses that are only linked."""
    said: list[Paragraph] = []
    for block in reply.blocks:
        linked = [
            Run(each.title or each.path, href=each.path)
            for each in (block.sources if isinstance(block, Sources) else ())
            if not (each.n or each.quote or each.details)
        ]
        if linked and isinstance(block, Sources):
            apart = [run for each in linked for run in (Run(" · "), each)][1:]
            said.append(Paragraph((Run(label_prefix(block.label), bold=True), *apart)))
    return said


def entity(claims: Sequence[JSON] = (), *, by_model: bool) -> JSON:
    """Make the entity of a message; it carries the AI label only when a model wrote the text."""
    return {
        "type": "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "@id": "",
        **({"additionalType": ["AIGeneratedContent"]} if by_model else {}),
        **({"citation": list(claims)} if claims else {}),
    }


def _claim(source: Source, to: Link) -> JSON:
    """Say which clause it is, which version of it, and how it begins."""
    name = shorten(clean(source.title or source.path), limits.MAX_CITED_NAME_CHARS) or "-"
    said = " — ".join(each for each in (source.details, source.quote) if each.strip())
    url = to(source.path)
    return {
        "@type": "Claim",
        "position": source.n,
        "appearance": {
            "@type": "DigitalDocument",
            "name": name,
            "abstract": shorten(clean(said), limits.MAX_CITED_ABSTRACT_CHARS) or name,
            **({"url": url} if url else {}),
        },
    }
