"""Several solutions at a glance: a card each, in as many queries however many there are."""

from collections.abc import Sequence

from governance import Solution
from handlers.reply import Card
from handlers.solution_views.requirements import (
    list_missing,
    list_statuses_of,
    requirement_name,
)
from handlers.solution_views.summary import standing_of
from handlers.turn import Desk, Turn


async def show_solutions(
    turn: Turn, desk: Desk, solutions: Sequence[Solution], *, is_list: bool = False
) -> list[Card]:
    """Show each of several solutions: its state, who has it, until when, and the next step.

    In a list of them people look for the reference, which then stands in the title.
    """
    if not solutions:
        return []
    words, zone = desk.wording, turn.person.zone
    reviews = await desk.records.reviews.find_latest_of(solutions)
    statuses = await list_statuses_of(turn, desk, solutions)
    cards = []
    for solution in solutions:
        missing = [
            requirement_name(each, desk.policy, words)
            for each in list_missing(statuses[solution.id])
        ]
        review = reviews.get(solution.id)
        stands = standing_of(desk.policy, solution, review, words, zone, missing=missing)
        card = Card(
            f"{solution.reference} · {solution.name}" if is_list else solution.name,
            subtitle="" if is_list else solution.reference,
            status=stands.state,
            tone=stands.tone,
            facts=stands.facts,
            buttons=(stands.button,),
        )
        cards.append(card)
    return cards
