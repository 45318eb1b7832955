"""What a search from the message box finds, as Teams lists it.

https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
"""

from collections.abc import Iterator
from html import escape

from bot.chat.markdown import shorten
from bot.chat.plain_text import plain_text_of
from bot.teams.render import limits
from bot.teams.render.answer_messages import is_answer
from bot.teams.render.cards import ADAPTIVE, CardRenderer, public
from bot.teams.render.rich_text import JSON, clean
from handlers import Block, Card, Reply, Source, Sources, Text

THUMBNAIL = "application/vnd.microsoft.card.thumbnail"


def results(reply: Reply, renderer: CardRenderer) -> JSON:
    """List what *reply* found: the answer as a whole, then each clause and each card.

    What is chosen goes into somebody's message as a card, with nothing on it to press.
    """
    found = list(_list_results(reply, renderer))[: limits.MAX_RESULTS]
    if not found:
        return {"type": "message", "text": renderer.words("chat-nothing-found")}
    return {"type": "result", "attachmentLayout": "list", "attachments": found}


def _list_results(reply: Reply, renderer: CardRenderer) -> Iterator[JSON]:
    if is_answer(reply):
        said = " ".join(plain_text_of(Reply(tuple(filter(_is_text, reply.blocks)))))
        yield _result(reply, said, "", renderer)
    for block in reply.blocks:
        match block:
            case Sources(sources):
                for source in sources:
                    yield _clause(source, renderer)
            case Card():
                about = " · ".join(filter(None, (block.subtitle, block.status)))
                yield _result(Reply((block,)), block.title, about, renderer)
            case _:
                continue


def _is_text(block: Block) -> bool:
    return isinstance(block, Text)


def _clause(source: Source, renderer: CardRenderer) -> JSON:
    alone = Reply((Sources((source,), ""),))
    return _result(alone, source.title or source.path, source.quote or source.details, renderer)


def _result(reply: Reply, title: str, text: str, renderer: CardRenderer) -> JSON:
    """Render a result with its preview, whose text is HTML, and the card that it becomes."""
    preview = {
        "title": shorten(clean(title), limits.MAX_PREVIEW_CHARS) or "-",
        "text": escape(shorten(clean(text), limits.MAX_PREVIEW_CHARS)),
    }
    card = renderer.card(public(reply))
    listed = {"contentType": THUMBNAIL, "content": preview}
    return {"contentType": ADAPTIVE, "content": card, "preview": listed}
