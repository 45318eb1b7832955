"""Cards of questions that wait for the governance team, as the team and as the asker see them."""

from governance import AskedQuestion
from handlers.reply import Button, Card, Tone, verbatim
from handlers.wording import Wording
from knowledge import ASKED_BACK


def team_card(asked: AskedQuestion, words: Wording, zone: str) -> Card:
    """Show a question that waits for a lead, with the button to answer it."""
    facts = []
    if asked.sent_at:
        facts.append((words("ask-since"), words.moment(asked.sent_at, zone)))
    facts.append((words("ask-handbook"), words(_handbook_said(asked))))
    return Card(
        words("ask-from", name=asked.person.name),
        status=words("ask-waiting"),
        tone=Tone.WAITING,
        facts=tuple(facts),
        markdown=quote_words(asked.question),
        buttons=(Button(words("ask-reply"), "ask.reply", str(asked.id), main=True),),
    )


def _handbook_said(asked: AskedQuestion) -> str:
    """Name the words for what the handbook made of a question."""
    if asked.mode == ASKED_BACK:
        return "ask-unsure"
    return "ask-said" if asked.answered else "ask-silent"


def own_card(asked: AskedQuestion, words: Wording, zone: str) -> Card:
    """Show a question to whoever asked it, while it waits for the team."""
    return Card(
        words("ask-own"),
        status=words("ask-waiting"),
        tone=Tone.WAITING,
        facts=((words("ask-since"), words.moment(asked.sent_at, zone)),) if asked.sent_at else (),
        markdown=quote_words(asked.question),
        buttons=(Button(words("ask-mentor"), "office-hours.start"),),
    )


def quote_words(text: str) -> str:
    """Set *text* off as somebody's own words, in which no mark means anything."""
    return f"_{' '.join(verbatim(text).split())}_"
