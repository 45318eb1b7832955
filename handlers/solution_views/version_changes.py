"""What changed from one version of a solution to another, in words."""

from governance import Answer, Policy, SolutionVersion
from handlers.reply import Card
from handlers.solution_views.assessment import answer_label
from handlers.turn import Desk
from handlers.wording import Wording


def show_changes(
    desk: Desk, before: SolutionVersion, after: SolutionVersion, *, where: str
) -> tuple[Card, ...]:
    """Show each difference as before and after; *where* names the earlier version."""
    words = desk.wording
    facts = tuple(
        (
            field_label(desk.policy, field, words),
            words(
                "review-change",
                before=field_value(desk.policy, before, field, words),
                after=field_value(desk.policy, after, field, words),
            ),
        )
        for field in differing_fields(desk.policy, before, after)
    )
    return (Card(words("review-changes", where=where), facts=facts),) if facts else ()


def differing_fields(
    policy: Policy, one: SolutionVersion, other: SolutionVersion
) -> tuple[str, ...]:
    """Name what differs between two versions, each once: a name has a question of its own."""
    fields = other.differs_from(one)
    asked = {
        question.id
        for role, question in (
            ("name", policy.question_for("name")),
            ("purpose", policy.question_for("purpose")),
        )
        if role in fields and question is not None
    }
    return tuple(each for each in fields if each in {"name", "purpose"} or each not in asked)


def field_label(policy: Policy, field: str, words: Wording) -> str:
    """Name the question behind a *field*; one that the policy does not ask any more, by its id."""
    match field:
        case "name" | "purpose":
            asked = policy.question_for(field)
        case _:
            asked = policy.questions.get(field)
    return asked.label.to(words.locale) if asked is not None else field


def field_value(policy: Policy, version: SolutionVersion, field: str, words: Wording) -> str:
    """Say what a *version* has in a field, as people read it."""
    if field in {"name", "purpose"}:
        return str(getattr(version, field))
    answer: Answer = version.answers.get(field, "")
    asked = policy.questions.get(field)
    if asked is not None:
        return answer_label(policy, asked, answer, words)
    given = answer if isinstance(answer, str) else ", ".join(answer)
    return given or words("solutions-no-answer")
