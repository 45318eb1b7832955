"""The plain text of a reply, for notifications and screen readers."""

from typing import assert_never

from bot.chat.markdown import parse, plain_text
from handlers import Attachment, Buttons, Card, Facts, Form, KeptFile, Notice, Reply, Sources, Text


def plain_text_of(reply: Reply) -> list[str]:
    """Return one line of plain text per block of *reply*; blocks without text are left out."""
    said: list[str] = []
    for block in reply.blocks:
        match block:
            case Text(markdown) | Notice(markdown):
                said.append(plain_text(parse(markdown)))
            case Card():
                said.append(". ".join(filter(None, (block.title, block.subtitle, block.status))))
            case Form():
                said += [block.title, *(each.label for each in block.fields)]
            case Facts(pairs):
                said += [f"{name}: {value}" for name, value in pairs]
            case Sources(label=label) | Buttons(label=label):
                said.append(label)
            case Attachment(label=label) | KeptFile(label=label):
                said.append(label)
            case _:
                assert_never(block)
    return [each for each in said if each.strip()]
