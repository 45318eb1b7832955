"""The forms of decisions: what each one asks of whoever decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from governance import Condition, Review, is_approvable
from handlers.form import Choice, ChoiceField, Field, Form, TextField, Value
from handlers.review.cases import missing_notice
from handlers.review.rights import Rights, revision
from handlers.turn import Desk, Turn

COMMENT_MAX_CHARS = 1000
"""How many characters a comment may have."""

CONDITION_DAYS = ("14", "30", "90", "180")
"""Within how many days a condition may be asked for."""

DEFAULT_CONDITION_DAYS = "30"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: *way* says what would be possible instead of what was rejected."""

    comment: str
    way: str
    override: str
    conditions: tuple[Condition, ...]


def decision_form(review: Review, turn: Turn, desk: Desk, decision: str, rights: Rights) -> Form:
    """Ask for the words of a *decision* about the revision that was looked at."""
    words, solution = desk.wording, review.solution
    intro = missing_notice(rights, desk).markdown if decision == "override" else ""
    return Form(
        action=f"review.{decision}",
        key=f"{review.id}.{revision(turn)}",
        title=words(f"review-{decision}-title", reference=solution.reference),
        fields=_fields(review, desk, decision),
        submit=words(f"review-{decision}-submit"),
        intro=intro,
    )


def read_decision(decision: str, values: dict[str, Value], *, at: datetime) -> Decision:
    """Take a decision from the cleaned values of its form."""
    said = str(values["comment"])
    days = int(str(values.get("until", "")) or DEFAULT_CONDITION_DAYS)
    texts = [line.strip() for line in str(values.get("conditions", "")).splitlines()]
    is_override = decision == "override"
    return Decision(
        comment="" if is_override else said,
        way=str(values.get("way", "")),
        override=said if is_override else "",
        conditions=tuple(Condition(text, at + timedelta(days=days)) for text in texts if text),
    )


def _fields(review: Review, desk: Desk, decision: str) -> tuple[Field, ...]:
    words, maker = desk.wording, review.solution.owner.name
    is_stop = decision == "reject" and not is_approvable(desk.policy, review.version)
    comment = TextField(
        "comment",
        words(f"review-{decision}-label"),
        hint=words(f"review-{'stop' if is_stop else decision}-hint", maker=maker),
        required=decision != "approve",
        multiline=True,
        max_length=COMMENT_MAX_CHARS,
    )
    if decision == "ask":
        return (comment,)
    if decision == "reject":
        way = TextField(
            "way",
            words("review-way-label"),
            hint=words("review-way-hint"),
            multiline=True,
            max_length=COMMENT_MAX_CHARS,
        )
        return comment, way
    return (comment, *_condition_fields(desk))


def _condition_fields(desk: Desk) -> tuple[Field, ...]:
    """Ask for conditions, one a line, and until when they are to be met."""
    words = desk.wording
    conditions = TextField(
        "conditions",
        words("review-conditions-label"),
        hint=words("review-conditions-hint"),
        required=False,
        multiline=True,
        max_length=COMMENT_MAX_CHARS,
    )
    until = ChoiceField(
        "until",
        words("review-conditions-until"),
        tuple(
            Choice(days, words("review-conditions-days", count=int(days)))
            for days in CONDITION_DAYS
        ),
        value=DEFAULT_CONDITION_DAYS,
        required=False,
    )
    return conditions, until
