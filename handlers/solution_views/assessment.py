"""What is shown of a solution's answers: in words, with the rules they fire and the way down."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from governance import (
    NOT_SURE,
    REFERENCES,
    Answer,
    Answers,
    Assessment,
    Change,
    ClauseText,
    FiredRule,
    Framework,
    Lowering,
    Policy,
    Question,
    Review,
    Rule,
    assess,
    list_choices,
    list_steps,
    plan_review,
    suggest_lower_tiers,
)
from handlers.citations import cite
from handlers.options import choices
from handlers.reply import Block, Button, Card, Text, verbatim
from handlers.solution_views.deadlines import review_terms
from handlers.solution_views.summary import holder
from handlers.turn import Desk, Turn
from handlers.wording import Wording


def answer_label(policy: Policy, question: Question, answer: Answer, wording: Wording) -> str:
    """Say an *answer* as people read it."""
    if not answer:
        return wording("solutions-no-answer")
    given = (answer,) if isinstance(answer, str) else answer
    if not question.is_fact:
        return ", ".join(given)
    labels = {each.id: each.label for each in choices(policy, question, wording)}
    return ", ".join(labels.get(each, each) for each in given)


def answer_cards(
    desk: Desk,
    answers: Answers,
    *,
    change: str = "",
    key: str = "",
    remarks: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Card, ...]:
    """Show *answers* step by step; *change* is the action of a button to change a step of *key*.

    *remarks* are what was said about answers, as lines of Markdown by ``answer:<question>``.
    """
    locale = desk.wording.locale
    return tuple(
        Card(
            asked.step.title.to(locale),
            facts=tuple(
                (
                    question.label.to(locale),
                    answer_label(desk.policy, question, answers.get(question.id, ""), desk.wording),
                )
                for question in asked.questions
            ),
            markdown="\n".join(_remarks(asked.questions, remarks or {}, locale)),
            buttons=(Button(desk.wording("register-change"), change, f"{key}.{asked.step.id}"),)
            if change
            else (),
        )
        for asked in list_steps(desk.policy, answers)
    )


def _remarks(
    questions: Iterable[Question], remarks: Mapping[str, Sequence[str]], locale: str
) -> list[str]:
    """Name each question that something was said about, with what was said."""
    lines: list[str] = []
    for question in questions:
        if said := remarks.get(f"answer:{question.id}", ()):
            title = f"**{question.label.to(locale)}**"
            lines += [*([""] if lines else []), title, "", *said]
    return lines


def show_reasons(
    turn: Turn,
    desk: Desk,
    answers: Answers,
    assessment: Assessment,
    *,
    stored: Mapping[str, ClauseText] | None = None,
) -> tuple[Block, ...]:
    """Say why a solution is in its tier: every rule that fired, with its clause.

    A clause that read otherwise when this was *stored* is shown as it read then.
    """
    words = desk.wording
    if not assessment.fired:
        return (
            Text(words("solutions-no-rule")),
            cite(
                turn,
                desk,
                (assessment.tier.clause,),
                label=words("solutions-clauses"),
                numbered=False,
            ),
        )
    clauses = list(dict.fromkeys(fired.rule.clause for fired in assessment.fired))
    lines = [
        f"- {_reason_in_words(desk, answers, fired)} [{clauses.index(fired.rule.clause) + 1}]"
        for fired in assessment.fired
    ]
    return (
        Text("\n".join([words("solutions-why"), "", *lines])),
        cite(turn, desk, clauses, label=words("solutions-clauses"), stored=stored),
    )


FRAMEWORKS: Mapping[Framework, str] = {
    "iso-42001": "ISO/IEC 42001",
    "nist-ai-rmf": "NIST AI RMF",
    "eu-ai-act": "EU AI Act",
    "imda-agentic": "IMDA Agentic AI",
    "asean-guide": "ASEAN Guide on AI",
}
"""What each standard or law that rules refer to is called."""


def show_standards(desk: Desk, assessment: Assessment) -> tuple[Block, ...]:
    """Say in one line where standards and laws ask for what the tier and its rules ask."""
    asking = [
        *(fired.rule.maps_to for fired in assessment.fired),
        *(each.maps_to for each in desk.policy.evidence if each.id in assessment.tier.evidence),
    ]
    places = [
        f"{FRAMEWORKS[framework]} {', '.join(found)}"
        for framework in REFERENCES
        if (found := dict.fromkeys(place for each in asking for place in each.get(framework, ())))
    ]
    return (Text(desk.wording("solutions-maps-to", places="; ".join(places))),) if places else ()


def _reason_in_words(desk: Desk, answers: Answers, fired: FiredRule) -> str:
    """Say why one rule fired, and what to find out when it fired only to be careful."""
    words, locale = desk.wording, desk.wording.locale
    tier = desk.policy.tier(fired.rule.tier).name.to(locale)
    said = words("solutions-because", because=fired.rule.because.to(locale), tier=tier)
    unsure = list(_unsure_questions(desk.policy, answers, fired, desk.wording))
    if fired.sure or not unsure:
        return said
    return f"{said} {words('solutions-unsure', questions='; '.join(unsure))}"


def _unsure_questions(
    policy: Policy, answers: Answers, fired: FiredRule, wording: Wording
) -> Iterator[str]:
    """Name the unsure questions without which a rule would not have fired as it did."""
    for question in policy.questions.values():
        if answers.get(question.id) in (NOT_SURE, (NOT_SURE,)) and _decides(
            policy, answers, fired, question
        ):
            yield wording("solutions-quoted", text=question.label.to(wording.locale))


def _decides(policy: Policy, answers: Answers, fired: FiredRule, question: Question) -> bool:
    """Tell whether some definite answer to *question* would settle the rule."""
    ids = [id_ for id_, _ in list_choices(policy, question)]
    several = question.takes_several
    settled = (
        assess(policy, {**answers, question.id: (id_,) if several else id_}).fired for id_ in ids
    )
    return any(fired not in outcome for outcome in settled)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from answers: the tier, and the designs that would bring a lower one."""

    assessment: Assessment
    ways_down: tuple[str, ...]


async def outlook(desk: Desk, answers: Answers) -> Outlook:
    """Work out what follows from *answers*, away from the event loop."""
    assessment = await asyncio.to_thread(assess, desk.policy, answers)
    lowerings = await asyncio.to_thread(suggest_lower_tiers, desk.policy, answers)
    return Outlook(assessment, tuple(_way_down(desk, lowering) for lowering in lowerings))


def _way_down(desk: Desk, lowering: Lowering) -> str:
    """Say one other design that would bring a lower tier."""
    words = desk.wording
    designs = " ".join(_design(desk.policy, change, words) for change in lowering.changes)
    tier = lowering.tier.name.to(words.locale)
    return words("solutions-would-lower", designs=designs, tier=tier)


def _design(policy: Policy, change: Change, wording: Wording) -> str:
    """Say what to build otherwise, and what would show it."""
    design = change.design.to(wording.locale) if change.design else ""
    if change.question.kind in {"tool", "data"}:
        answer = answer_label(policy, change.question, change.after, wording)
        design = wording("solutions-design-with", design=design, answer=answer)
    return wording("solutions-shown-by", design=design, proof=_proof(policy, change, wording))


def _proof(policy: Policy, change: Change, wording: Wording) -> str:
    """Name the evidence that would show a change, or say what would."""
    proof = change.proof
    if isinstance(proof, str):
        named = (each.name.to(wording.locale) for each in policy.evidence if each.id == proof)
        return next(named, proof)
    return proof.to(wording.locale).rstrip(".") if proof else ""


def why_sooner(policy: Policy, assessment: Assessment, tier_id: str) -> Rule | None:
    """Find the rule for which a review is due before the time of the tier that holds, if any."""
    return plan_review(policy, assessment, review_terms(policy, tier_id)).reason


def show_review(
    desk: Desk, review: Review | None, assessment: Assessment, zone: str
) -> tuple[Block, ...]:
    """Say who decides, until when, and for which rule sooner than the tier's own time."""
    if review is None or not review.status.awaits_reviewer:
        return ()
    words, sooner = desk.wording, why_sooner(desk.policy, assessment, review.version.effective_tier)
    until, who = words.moment(review.due_at, zone), verbatim(holder(review, words))
    said = words("solutions-need-review", who=who, until=until)
    return (Text(f"{said}. {sooner.because.to(words.locale)}" if sooner else said),)
