"""What a reply says when it is heard and not seen: in a notification, and read aloud."""

from typing import assert_never

from bot.chat.markdown import read, spoken
from handlers import Attachment, Buttons, Card, Facts, Form, KeptFile, Notice, Reply, Sources, Text


def aloud(reply: Reply) -> list[str]:
    """Say what each block of *reply* is about, without its looks; what says nothing is left out."""
    said: list[str] = []
    for block in reply.blocks:
        match block:
            case Text(markdown) | Notice(markdown):
                said.append(spoken(read(markdown)))
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
