"""The versions of a solution, newest first: what each was, who decided, and what it changed."""

from collections.abc import Mapping

from governance import Review, SolutionVersion
from handlers.files import may_read
from handlers.reply import Button, Buttons, Card, Reply, Text
from handlers.solution_views.summary import TONES, state
from handlers.solutions.detail import refuse_to_show
from handlers.solutions.short_forms import read_id
from handlers.turn import Desk, Turn

PAGE_SIZE = 5
"""How many versions are shown at once."""


async def show_versions(turn: Turn, desk: Desk) -> Reply:
    """Show one page of the versions of a solution to whoever may read it."""
    reference, _, text = turn.text.partition(".")
    solution = await desk.records.registry.get(reference)
    if not may_read(turn.person, solution):
        return refuse_to_show(desk, solution)
    versions = await desk.records.registry.list_versions(solution)
    reviews = await desk.records.reviews.list_all(solution)
    by_version = {review.version_id: review for review in reviews}
    page = read_id(text)
    newest = versions[::-1]
    shown = newest[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    before = {each.number: each for each in versions}
    cards = [_card(turn, desk, each, before.get(each.number - 1), by_version) for each in shown]
    words = desk.wording
    title = Text(words("solutions-versions-title", reference=reference, count=len(versions)))
    turning = [Button(words("solutions-open"), "solutions.open", solution.reference)]
    if len(newest) > (page + 1) * PAGE_SIZE:
        older = f"{solution.reference}.{page + 1}"
        turning.append(Button(words("solutions-versions-older"), "solutions.versions", older))
    return Reply((title, *cards, Buttons(tuple(turning))))


def _card(
    turn: Turn,
    desk: Desk,
    version: SolutionVersion,
    before: SolutionVersion | None,
    reviews: Mapping[int, Review],
) -> Card:
    words, zone, policy = desk.wording, turn.person.zone, desk.policy
    review = reviews.get(version.id)
    made = words.moment(version.made_at, zone)
    facts = [
        (words("solutions-tier-label"), policy.tier(version.tier).name.to(words.locale)),
        (words("solutions-made"), words("solutions-by", who=version.made_by.name, at=made)),
    ]
    if version.decided_at is not None:
        decider = review.reviewer.name if review and review.reviewer else words("solutions-at-once")
        at = words.moment(version.decided_at, zone)
        facts.append((words("solutions-decided"), words("solutions-by", who=decider, at=at)))
    changed = version.differs_from(before) if before is not None else ()
    if changed:
        labels = ", ".join(_label(desk, field) for field in changed)
        facts.append((words("solutions-changed"), labels))
    is_live = f" · {words('solutions-is-live')}" if version.is_live else ""
    return Card(
        words("solutions-version", number=version.number, name=version.name),
        status=f"{state(version.state, words)}{is_live}",
        tone=TONES[version.state],
        facts=tuple(facts),
    )


def _label(desk: Desk, field: str) -> str:
    """Name a question; what is no question any more is shown by its id."""
    question = desk.policy.question_for("name") if field == "name" else None
    if field == "purpose":
        question = desk.policy.question_for("purpose")
    question = question or desk.policy.questions.get(field)
    return question.label.to(desk.wording.locale) if question else field
