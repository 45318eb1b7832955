"""Mentors who have set their hours, and makers who choose one."""

from handlers.reply import Button, Reply
from tests.fixtures.conversation import BEN, LINH, NATTAYA, Conversation, Someone, buttons


async def mentors_are_there(conversation: Conversation) -> None:
    """Let Linh be there on Tuesdays and Nattaya from Tuesday to Friday, for testing."""
    for mentor, days in ((LINH, ("1",)), (NATTAYA, ("1", "2", "3", "4"))):
        await conversation.say("/office-hours", as_=mentor)
        await conversation.press("Set my hours", as_=mentor)
        hours = {"from": "14:00", "until": "15:00", "minutes": "30"}
        await conversation.submit({"topics": ("testing",), "days": days, **hours}, as_=mentor)


def slots(reply: Reply) -> list[Button]:
    """List the slots a reply offers."""
    return [button for button in buttons(reply) if button.action == "office-hours.choose"]


async def free(conversation: Conversation, *, as_: Someone = BEN) -> Reply:
    """Ask for the free slots of the topic "testing"."""
    reply = await conversation.say("/office-hours", as_=as_)
    topic = next(button for button in buttons(reply) if button.value == "testing")
    return await conversation.press(topic.label, as_=as_)
