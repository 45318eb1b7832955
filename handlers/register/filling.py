"""How far a registration is: its steps and questions as forms, and what is still open (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from governance import (
    NOT_SURE,
    Answer,
    Answers,
    AskedStep,
    Draft,
    Policy,
    Question,
    find_deciding_questions,
    list_steps,
)
from handlers.form import (
    ChoiceField,
    ChoicesField,
    Field,
    Form,
    PersonField,
    TextField,
    Value,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.options import TOOLS, choices, tools
from handlers.wording import Wording


@dataclass(frozen=True, slots=True)
class Filling:
    """A registration being filled in: what was typed so far, right or wrong, in one language."""

    policy: Policy
    wording: Wording
    key: str
    answers: Answers
    refused: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a backup owner's address, in words, for each that was typed."""

    @classmethod
    def of(
        cls,
        draft: Draft,
        policy: Policy,
        wording: Wording,
        refused: Mapping[str, str] | None = None,
    ) -> "Filling":
        """Read a *draft*."""
        answers = _shape_answers(policy, draft.answers)
        return cls(policy, wording, draft.key, answers, refused or {})

    def with_answers(self, values: Mapping[str, Value]) -> "Filling":
        """Add what was typed; an older answer to the same question gives way."""
        return replace(self, answers={**self.answers, **values})

    @property
    def steps(self) -> tuple[AskedStep, ...]:
        """The steps these answers lead through."""
        return list_steps(self.policy, self.answers)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions these answers lead through, in order."""
        return tuple(question for asked in self.steps for question in asked.questions)

    def errors(self, form: Form) -> dict[str, str]:
        """Say what is wrong at each field of *form*."""
        backup = self.policy.question_for("backup")
        named = str(self.answers.get(backup.id, "")) if backup is not None else ""
        asks = backup is not None and any(each.name == backup.id for each in form.fields)
        unknown = {backup.id: self.refused[named]} if backup and named in self.refused else {}
        wrong = errors_in_words(mistakes(form, clean(form, self.answers)), self.wording)
        return {**(unknown if asks else {}), **wrong}

    def is_open(self, question: Question) -> bool:
        """Tell whether *question* still wants an answer, or a better one."""
        alone = Form("", "", "", (self._field(question),), "")
        return question.id not in self.answers or bool(self.errors(alone))

    @property
    def first_open(self) -> AskedStep | None:
        """The first step with something left to answer."""
        return next((each for each in self.steps if any(map(self.is_open, each.questions))), None)

    @property
    def next_open(self) -> int:
        """Where the first question is that is left to answer; the number of all when none is."""
        asked = self.questions
        return next((n for n, question in enumerate(asked) if self.is_open(question)), len(asked))

    def asks(self, step_id: str) -> bool:
        """Tell whether these answers lead through the step *step_id*."""
        return any(asked.step.id == step_id for asked in self.steps)

    def step_at(self, step_id: str) -> int:
        """Tell where the step *step_id* is; the last one when it is no longer asked."""
        ids = [asked.step.id for asked in self.steps]
        return ids.index(step_id) if step_id in ids else len(ids) - 1

    def question_at(self, question_id: str) -> int:
        """Tell where a question is; the first open one when it is no longer asked."""
        ids = [question.id for question in self.questions]
        return ids.index(question_id) if question_id in ids else self.next_open

    def step_form(self, position: int) -> Form:
        """Show one step, with everything typed in it so far."""
        asked, locale = self.steps[position], self.wording.locale
        decides = find_deciding_questions(self.policy, asked.step)
        return Form(
            action="register.step",
            key=f"{self.key}.{asked.step.id}",
            title=asked.step.title.to(locale),
            fields=tuple(
                _mark_deciding(self._field(each)) if each.id in decides else self._field(each)
                for each in asked.questions
            ),
            submit=self.wording("form-next"),
            intro=asked.step.intro.to(locale) if asked.step.intro else "",
            step=position + 1,
            steps=len(self.steps),
            back="register.back" if position else "",
            again="register.again",
        )

    def question_form(self, position: int) -> Form:
        """Show one question alone, as the conversation asks it."""
        asked = self.questions
        return Form(
            action="register.answer",
            key=f"{self.key}.{asked[position].id}",
            title=self.wording("register-progress", n=position + 1, of=len(asked)),
            fields=(self._field(asked[position]),),
            submit=self.wording("form-next"),
            back="register.previous" if position else "",
        )

    def with_errors(self, form: Form) -> Form:
        """Show *form* with what is wrong at its fields."""
        return refill(form, {}, self.errors(form))

    def _field(self, question: Question) -> Field:
        """Ask *question* as a field, with the answer it has."""
        given = self.answers.get(question.id, "")
        name, label = question.id, question.label.to(self.wording.locale)
        one = given if isinstance(given, str) else " ".join(given)
        several = ((given,) if given else ()) if isinstance(given, str) else given
        hint, required = self._hint(question), question.required
        match question.kind:
            case "text":
                return TextField(
                    name, label, hint, one, required, question.multiline, question.max_length
                )
            case "person":
                return PersonField(name, label, hint, one, required)
            case "choices" | "data":
                return ChoicesField(
                    name,
                    label,
                    choices(self.policy, question, self.wording),
                    hint,
                    several,
                    required,
                    _alone(question),
                )
            case "tool":
                listed = tools(self.policy, self.wording.locale)
                return ChoiceField(name, label, listed, hint, one, required, source=TOOLS)
            case "yes_no" | "choice":
                return ChoiceField(
                    name, label, choices(self.policy, question, self.wording), hint, one, required
                )
            case _:
                assert_never(question.kind)

    def _hint(self, question: Question) -> str:
        hint = question.hint.to(self.wording.locale) if question.hint else ""
        unsure = self.wording("register-not-sure-is-fine") if question.may_be_unsure else ""
        return f"{hint} {unsure}".strip()


def _alone(question: Question) -> str:
    """Name the answers that no other goes with."""
    exclusive = (option.id for option in question.options if option.exclusive)
    return " ".join([*exclusive, NOT_SURE])


def _mark_deciding(asked: Field) -> Field:
    """Say of a field that other fields follow from it."""
    return replace(asked, decides=True) if isinstance(asked, ChoiceField | ChoicesField) else asked


def _shape_answers(policy: Policy, answers: Answers) -> dict[str, Answer]:
    """Give each answer the shape of its question, as storage knows only lists."""
    return {
        id_: answer if isinstance(answer, str) else tuple(answer)
        for id_, answer in answers.items()
        if id_ in policy.questions
    }
