"""The registration form: which questions are asked, and which answers are kept."""

from dataclasses import dataclass
from typing import assert_never

from governance.policy import (
    NOT_SURE,
    OTHER_TOOL,
    Answer,
    Answers,
    Localised,
    Policy,
    Question,
    Step,
)


@dataclass(frozen=True, slots=True)
class AskedStep:
    """A step of the form, with those of its questions that are asked."""

    step: Step
    questions: tuple[Question, ...]


def list_steps(policy: Policy, answers: Answers) -> tuple[AskedStep, ...]:
    """List the steps of the form that *answers* call for; steps without questions are left out."""
    asked = (AskedStep(step, _asked_in(policy, step, answers)) for step in policy.intake)
    return tuple(step for step in asked if step.questions)


def _asked_in(policy: Policy, step: Step, answers: Answers) -> tuple[Question, ...]:
    """List the questions of a *step* that *answers* call for.

    What follows from another question of the same step waits until that one has an answer.
    """
    asked: list[Question] = []
    for question in step.questions:
        rests_on = policy.conditions.rests_on(question.ask_when) if question.ask_when else ()
        open_ = any(each.id in rests_on and not answers.get(each.id) for each in asked)
        if not open_ and policy.conditions.is_asked(question, answers):
            asked.append(question)
    return tuple(asked)


def find_deciding_questions(policy: Policy, step: Step) -> frozenset[str]:
    """Name the questions of a *step* whose answers decide what else that step asks."""
    own = {question.id for question in step.questions}
    asked = (question.ask_when for question in step.questions if question.ask_when)
    return frozenset(id_ for when in asked for id_ in policy.conditions.rests_on(when)) & own


def list_choices(policy: Policy, question: Question) -> tuple[tuple[str, Localised | None], ...]:
    """List what *question* offers, as ids and labels; "not sure" is not among them.

    A choice that every policy has (yes, no, another tool) has no label: whoever asks words it.
    """
    match question.kind:
        case "yes_no":
            return (("yes", None), ("no", None))
        case "tool":
            listed = ((tool.id, Localised({"en": tool.name})) for tool in policy.tools)
            return (*listed, (OTHER_TOOL, None))
        case "data":
            return tuple((each.id, each.name) for each in policy.data_classes)
        case "choice" | "choices" | "text" | "person":
            return tuple((option.id, option.label) for option in question.options)
        case _:
            assert_never(question.kind)


def prune_answers(policy: Policy, answers: Answers) -> Answers:
    """Leave out answers that the policy has no use for.

    That is answers to questions that cannot be asked any more or are not in the policy, and answers
    that the policy no longer offers: the question is asked again. What only waits for another
    answer of its step is kept.
    """
    questions = policy.questions.items()
    asked = {id_: each for id_, each in questions if policy.conditions.is_asked(each, answers)}
    return {
        id_: answer
        for id_, answer in answers.items()
        if id_ in asked and _is_offered(policy, asked[id_], answer)
    }


def _is_offered(policy: Policy, question: Question, answer: Answer) -> bool:
    if not question.is_fact or not answer or answer in (NOT_SURE, (NOT_SURE,), [NOT_SURE]):
        return True
    return policy.conditions.value(question, answer) is not None
