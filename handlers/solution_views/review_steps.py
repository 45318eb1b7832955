"""Who decides about a case: the steps of its review, who has it, who is next, and until when."""

from governance import Policy, Review, ReviewStatus, ReviewStepRow, Role, list_unasked
from handlers.reply import Card, Tone
from handlers.solution_views.summary import holder
from handlers.turn import Desk
from handlers.wording import Wording


def step_name(step: ReviewStepRow, policy: Policy, words: Wording) -> str:
    """Name whom a step asks: a title of the policy, or a role."""
    return _asked_name(step.role, step.title, policy, words)


def unasked_names(review: Review, policy: Policy, words: Wording) -> tuple[str, ...]:
    """Name whom today's rules ask and the review does not; they are asked at its approval."""
    asked = list_unasked(policy, review)
    return tuple(dict.fromkeys(_asked_name(each.role, each.title, policy, words) for each in asked))


def _asked_name(role: Role | None, title: str, policy: Policy, words: Wording) -> str:
    if role is not None:
        return words(f"review-role-{role.value}")
    names = {each.id: each.name.to(words.locale) for each in policy.titles}
    return names.get(title, title)


def pending_names(review: Review, policy: Policy, words: Wording) -> str:
    """Name everybody who has yet to approve, in the order they are asked."""
    pending = (step_name(step, policy, words) for step in review.steps if step.is_open)
    return ", ".join(dict.fromkeys((*pending, *unasked_names(review, policy, words))))


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
    later = unasked_names(review, desk.policy, words)
    said = words("review-steps-earlier-rules", who=", ".join(later)) if later else ""
    tone = Tone.CAREFUL if later else Tone.PLAIN
    return (Card(words("review-steps"), tone=tone, facts=facts, markdown=said),) if facts else ()


def _state(review: Review, step: ReviewStepRow, words: Wording, zone: str) -> str:
    if step.approved_at is not None:
        name = step.approved_by.name if step.approved_by else words("review-nobody")
        at = words.moment(step.approved_at, zone)
        return words("review-step-approved", name=name, at=at)
    until = words.moment(step.due_at, zone)
    is_later = any(each.is_open and each.position < step.position for each in review.steps)
    key = "review-step-later" if is_later else "review-step-open"
    return words(key, until=until)
