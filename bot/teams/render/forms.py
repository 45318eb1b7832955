"""Forms as inputs of a card, where they stand or in a dialog, and what comes back from them.

What an input is called and how its value is read is in ``bot.teams.render.actions``. What is
wrong with a field stands below it, drawn again with everything that was typed.
"""

from bot.chat.markdown import shorten
from bot.chat.reply_kinds import form_in
from bot.teams.render import limits
from bot.teams.render.actions import ABOUT, QUESTION, carried_in, pressed_or_submitted, values_in
from bot.teams.render.cards import ADAPTIVE, CardRenderer
from bot.teams.render.rich_text import JSON, clean, line
from handlers import Form, Reply, TextField

__all__ = ["about", "carried_in", "dialog", "pressed_or_submitted", "values_in"]


def dialog(reply: Reply, renderer: CardRenderer) -> JSON:
    """Render *reply* as what a dialog shows: a task info with its title, its size and one card.

    *renderer* draws ``in_dialog``; what it carries comes back with whatever is done there.
    """
    form = form_in(reply)
    drawn = renderer.cards(reply)
    card = drawn[0]
    if len(drawn) > 1:
        more = line(renderer.words("chat-more"), italic=True)
        card = {**card, "body": [*card["body"], *more]}
    named = shorten(form.title if form else "", limits.MAX_TITLE_CHARS) or "Guildmate"
    shown = {"contentType": ADAPTIVE, "content": card}
    return {
        "title": clean(named),
        "height": "large" if form else "medium",
        "width": "medium",
        "card": shown,
    }


def about(said: str, renderer: CardRenderer) -> Reply:
    """Ask what somebody wants to know about a message that *said* something."""
    words = renderer.words
    question = TextField(
        QUESTION,
        words("chat-question"),
        value=shorten(said, limits.MAX_QUESTION_CHARS),
        multiline=True,
        max_length=limits.MAX_QUESTION_CHARS,
    )
    intro = words("chat-ask-about-intro")
    title = words("chat-ask-about")
    return Reply((Form(ABOUT, ABOUT, title, (question,), words("chat-ask"), intro),))
