"""Who is to decide next about a case, and what they are told: nobody before it is their turn."""

from governance import Person, Review, Role, Title
from handlers.reply import Button, Buttons, Card, Reply, Text, verbatim
from handlers.solution_views.summary import case_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def next_deciders(
    turn: Turn, desk: Desk, review: Review, *, knows_it: int | None = None
) -> tuple[Person, ...]:
    """Name who may approve a step of *review* now, each once, but never whoever speaks.

    Of those with a role it is who *knows_it* alone, by their number.
    """
    pending = [step for step in review.steps if step.is_open]
    first = min((step.position for step in pending), default=0)
    ready = [step for step in pending if step.position == first]
    roles = dict.fromkeys(step.role for step in ready if step.role is not None)
    titles = {step.title for step in ready if step.title}
    found = [
        *[each for role in roles for each in await _with_role(turn, desk, role, knows_it)],
        *await _with_titles(desk, titles),
    ]
    return tuple({each.id: each for each in found if each.id != turn.person.id}.values())


async def tell_deciders(
    turn: Turn, desk: Desk, review: Review, *, key: str, knows_it: int | None = None
) -> None:
    """Tell whoever decides next what there is to review, once for each *key*."""
    for person in await next_deciders(turn, desk, review, knows_it=knows_it):
        told = _request(desk, desk.wording_for(person), person, review)
        await desk.records.outbox.enqueue(
            person.id,
            kind="review.requested",
            reply=told.to_json(),
            key=f"review-{review.id}-{key}-{person.id}",
            at=turn.at,
        )


async def list_holders(desk: Desk, title: Title) -> tuple[Person, ...]:
    """Name the people who hold a title."""
    if title.holders:
        return await desk.records.people.list_by_email(title.holders)
    return await list_in_role(desk, title.role) if title.role else ()


async def list_in_role(desk: Desk, role: str) -> tuple[Person, ...]:
    """Name the people who have a role."""
    return await desk.records.people.list_with_role(Role(role))


async def _with_role(
    turn: Turn, desk: Desk, role: Role, knows_it: int | None
) -> tuple[Person, ...]:
    """Name whoever knows the case, else everybody who may take it, else the leads."""
    people = desk.records.people
    if knows_it is not None:
        known = await people.get(knows_it)
        if known.roles & {role, Role.LEAD}:
            return (known,)
    for each in dict.fromkeys((role, Role.LEAD)):
        found = await people.list_with_role(each)
        others = tuple(person for person in found if person.id != turn.person.id)
        if others:
            return others
    return ()


async def _with_titles(desk: Desk, asked: set[str]) -> list[Person]:
    """Name the holders of the titles that are *asked*; the leads where nobody holds one."""
    found = list[Person]()
    for title in desk.policy.titles:
        if title.id in asked:
            holders = await list_holders(desk, title)
            found += holders or await desk.records.people.list_with_role(Role.LEAD)
    return found


def _request(desk: Desk, words: Wording, person: Person, review: Review) -> Reply:
    """Tell *person* what there is to review, and until when."""
    solution = review.solution
    tier = desk.policy.tier(solution.tier)
    open_ = Button(words("register-open-review"), "review.open", str(review.id), main=True)
    said = "register-please-review" if tier.allowed else "register-please-stop"
    return Reply(
        (
            Text(words(said, maker=verbatim(solution.owner.name), reference=solution.reference)),
            Card(
                f"{solution.reference} · {solution.name}",
                subtitle=words("solutions-tier", tier=tier.name.to(words.locale)),
                facts=((words("solutions-until"), words.moment(review.due_at, person.zone)),),
                markdown=verbatim(solution.purpose),
            ),
            Buttons((open_,)),
        ),
        about=case_of(review),
    )
