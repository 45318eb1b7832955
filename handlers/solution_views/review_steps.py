"""Who decides about a case: the steps of its review, who has it, who is next, and until when."""

from governance import Policy, Review, ReviewStatus, ReviewStepRow
from handlers.reply import Card
from handlers.solution_views.summary import holder
from handlers.turn import Desk
from handlers.wording import Wording


def step_name(step: ReviewStepRow, policy: Policy, words: Wording) -> str:
    """Name whom a step asks: a title of the policy, or a role."""
    if step.role is not None:
        return words(f"review-role-{step.role.value}")
    names = {title.id: title.name.to(words.locale) for title in policy.titles}
    return names.get(step.title, step.title)


def pending_names(review: Review, policy: Policy, words: Wording) -> str:
    """Name everybody who has yet to approve, in the order they are asked."""
    pending = (step_name(step, policy, words) for step in review.steps if step.is_open)
    return ", ".join(dict.fromkeys(pending))


def turn_facts(review: Review, desk: Desk, zone: str) -> tuple[tuple[str, str], ...]:
    """Say who has a case now, who is next, and until when."""
    words, maker = desk.wording, review.solution.owner.name
    if review.status is ReviewStatus.CHANGES_REQUESTED:
        reviewer = review.reviewer.name if review.reviewer else holder(review, words)
        return ((words("solutions-with"), maker), (words("review-then"), reviewer))
    if not review.status.awaits_reviewer:
        return ()
    return (
        (words("solutions-with"), holder(review, words)),
        (words("review-asks"), pending_names(review, desk.policy, words)),
        (words("solutions-until"), words.moment(review.due_at, zone)),
    )


def show_steps(review: Review, desk: Desk, zone: str) -> tuple[Card, ...]:
    """Show every step with who approved it and when, or until when it is asked."""
    words = desk.wording
    facts = tuple(
        (step_name(step, desk.policy, words), _state(review, step, words, zone))
        for step in review.steps
    )
    return (Card(words("review-steps"), facts=facts),) if facts else ()


def _state(review: Review, step: ReviewStepRow, words: Wording, zone: str) -> str:
    if step.approved_at is not None:
        name = step.approved_by.name if step.approved_by else words("review-nobody")
        at = words.moment(step.approved_at, zone)
        return words("review-step-approved", name=name, at=at)
    until = words.moment(step.due_at, zone)
    is_later = any(each.is_open and each.position < step.position for each in review.steps)
    key = "review-step-later" if is_later else "review-step-open"
    return words(key, until=until)
