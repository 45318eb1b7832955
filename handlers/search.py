"""Searching without a conversation: what is found is listed, to be put into a message elsewhere.

It is no turn and nothing of it is written down: it happens with every letter that somebody types.
"""

from datetime import datetime
from typing import Literal

from governance import Database, Person
from handlers.ask import EVERYONE, QUESTION_MAX_CHARS, source, sources
from handlers.citations import day_of
from handlers.files import READER_ROLES
from handlers.reply import Card, Reply, Sources, Text, Tone
from handlers.solution_views.summary import TONES, state, status_of
from handlers.wording import wording
from knowledge import Handbook

SearchKind = Literal["handbook", "solutions"]
"""What can be searched."""

MAX_RESULTS = 10


async def search_handbook(text: str, *, person: Person, handbook: Handbook, at: datetime) -> Reply:
    """Find what the handbook says, in its own words, on pages that everybody may read.

    What is found may be shown to anybody, so who looks for it makes no difference.
    """
    asked, on = text.strip()[:QUESTION_MAX_CHARS], day_of(person, at)
    if not any(map(str.isalnum, asked)):
        return Reply()
    answer = await handbook.answer(asked, on=on, audiences=EVERYONE, quoting=True)
    words = wording(person.locale)
    if answer.answered:
        cited = sources(answer, on, words)
        return Reply((Text(answer.markdown), Sources(cited, words("ask-sources"))))
    nearest = tuple(source(each, on, words, n=0) for each in answer.nearest)
    return Reply((Sources(nearest, words("ask-nearest")),)) if nearest else Reply()


async def search_solutions(text: str, *, person: Person, database: Database) -> Reply:
    """Find solutions that *person* may read; only their names and how they stand are listed."""
    owner = None if READER_ROLES & person.roles else person
    words = wording(person.locale)
    async with database.reading() as records:
        found = await records.registry.search(text.strip(), owner=owner, limit=MAX_RESULTS)
    cards = (
        Card(
            f"{each.reference} · {each.name}",
            each.owner.name,
            state(status_of(each), words),
            TONES.get(status_of(each), Tone.PLAIN),
        )
        for each in found
    )
    return Reply(tuple(cards))
