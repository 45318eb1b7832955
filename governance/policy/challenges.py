"""Where the words of a description say otherwise than the answers (pure).

Words alone decide nothing: a contradiction is put to whoever answered, and shown to whoever
reviews. Only what asks for more care than the answer is a contradiction worth asking about.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from governance.policy.assess import assess, is_lower
from governance.policy.descriptions import Meaning, Said
from governance.policy.entries import NOT_SURE, OTHER_TOOL, Answer, Answers, Question
from governance.policy.policy_document import Policy


@dataclass(frozen=True, slots=True)
class Challenge:
    """An answer, what the words *say* instead, and these words as they stand in a text."""

    question: Question
    answer: Answer
    says: Answer
    quote: str
    text: str
    """The id of the question whose answer the words stand in."""
    start: int
    end: int


def challenges(
    policy: Policy, answers: Answers, texts: Mapping[str, str] | None = None
) -> tuple[Challenge, ...]:
    """Hold what *texts* say against the *answers*, one contradiction for each wrong answer.

    Without *texts*, the answers in free text are read.
    """
    told = _texts(policy, answers) if texts is None else texts
    found: dict[tuple[str, str], Challenge] = {}
    for id_, text in told.items():
        for said in policy.descriptions.find(text):
            for meaning in said.meanings:
                challenge = _compare(policy, answers, said, meaning, (id_, text))
                if challenge is not None:
                    found.setdefault((meaning.question, meaning.value), challenge)
    return _sort(policy, list(found.values()))


def list_contradictions(
    policy: Policy, name: str, purpose: str, answers: Answers
) -> tuple[Challenge, ...]:
    """List every contradiction of what is registered as *name* for *purpose* with its *answers*.

    The answers in free text are read, and of name and purpose what is not among these.
    """
    told = _texts(policy, answers)
    registered = {"name": name, "purpose": purpose}
    more = {
        id_: text
        for id_, text in registered.items()
        if not any(text in known for known in told.values())
    }
    return challenges(policy, answers, told | more)


def _texts(policy: Policy, answers: Answers) -> dict[str, str]:
    return {
        id_: answer
        for id_, question in policy.questions.items()
        if question.kind == "text" and isinstance(answer := answers.get(id_), str)
    }


def _compare(
    policy: Policy, answers: Answers, said: Said, meaning: Meaning, text: tuple[str, str]
) -> Challenge | None:
    """Hold one thing that a *text*, by id, says against its answer; None where they agree."""
    question = policy.questions[meaning.question]
    answer = answers.get(question.id)
    if not answer or answer in (NOT_SURE, (NOT_SURE,), [NOT_SURE]):
        return None
    if not policy.conditions.is_asked(question, answers):
        return None
    says = _correct(policy, answers, question, meaning.value, said)
    if says is None:
        return None
    id_, written = text
    quote = written[said.start : said.end]
    return Challenge(question, answer, says, quote, id_, said.start, said.end)


def _correct(
    policy: Policy, answers: Answers, question: Question, value: str, said: Said
) -> Answer | None:
    """Say what the answer would be by the words; None where it says so, or worse, already."""
    answer = answers[question.id]
    ticked = (answer,) if isinstance(answer, str) else tuple(answer)
    if value in ticked or _asks_for_less(policy, answers, question, value):
        return None
    match question.kind:
        case "choices" | "data":
            exclusive = {option.id for option in question.options if option.exclusive}
            order = policy.conditions.options(question)
            return tuple(
                id_ for id_ in order if id_ == value or (id_ in ticked and id_ not in exclusive)
            )
        case "tool" if not _is_unapproved(policy, question, ticked, said):
            return None
        case _:
            return value


def _asks_for_less(policy: Policy, answers: Answers, question: Question, value: str) -> bool:
    """Tell whether *value* asks for less care than the answer, which then needs no question."""
    if question.kind == "choice":
        told = {**answers, question.id: value}
        return is_lower(assess(policy, told), assess(policy, answers))
    if question.kind == "data":
        order, ticked = policy.conditions.options(question), answers[question.id]
        most = max((order.index(id_) for id_ in ticked if id_ in order), default=-1)
        return order.index(value) <= most
    return False


def _is_unapproved(policy: Policy, question: Question, ticked: tuple[str, ...], said: Said) -> bool:
    """Tell whether only tools that nobody approved are meant, and the answer is none of them."""
    meant = {each.value for each in said.meanings if each.question == question.id}
    approved = {tool.id for tool in policy.tools if tool.approved}
    return not meant & (approved | set(ticked)) and OTHER_TOOL not in ticked


def _sort(policy: Policy, found: list[Challenge]) -> tuple[Challenge, ...]:
    """Sort contradictions in the form's order, with the most sensitive class of data alone."""
    order = list(policy.questions)
    found.sort(key=lambda each: (order.index(each.question.id), -len(each.says)))
    kept: dict[str, Challenge] = {}
    for each in found:
        before = kept.get(each.question.id)
        if before is None or each.question.kind == "choices":
            kept[each.question.id] = each if before is None else _both(before, each)
        elif each.question.kind == "data" and _rank(policy, each) > _rank(policy, before):
            kept[each.question.id] = each
    return tuple(kept.values())


def _both(one: Challenge, other: Challenge) -> Challenge:
    """Join two contradictions of one question of several choices; the first is quoted."""
    says = tuple(dict.fromkeys((*one.says, *other.says)))
    return Challenge(one.question, one.answer, says, one.quote, one.text, one.start, one.end)


def _rank(policy: Policy, challenge: Challenge) -> int:
    order = policy.conditions.options(challenge.question)
    return max(order.index(id_) for id_ in challenge.says)
