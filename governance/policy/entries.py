"""What an entry of ``policy.yaml`` may say: tiers, rules, tools, questions and their kin."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

import cel
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

NOT_SURE = "not_sure"
"""The answer of somebody who does not know, to any question that allows it."""

OTHER_TOOL = "other"
"""The tool of somebody whose tool is not on the list."""

Answer = str | tuple[str, ...]
"""``yes``, ``no``, an option's id, free text, several options' ids, or ``not_sure``."""

Answers = Mapping[str, Answer]
"""What a maker told us, by question id. A question not asked has no entry."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that says something."""

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Clause = Annotated[str, Field(pattern=r"^[^#\s]+#[^#\s]+$", examples=["data-classes#restricted"])]
"""The address of a clause in the handbook: ``page#heading``."""


def _compiles(expression: str) -> str:
    """Refuse an *expression* that is not CEL, and say where it stops being one."""
    try:
        cel.compile(expression)
    except ValueError as error:
        place = re.search(r"<input>:\d+:(\d+)", str(error))
        where = f", from character {place[1]} on" if place else ""
        raise ValueError(f"`{expression}` cannot be read as a condition{where}") from error
    return expression


Condition = Annotated[str, AfterValidator(_compiles)]
"""A CEL expression over the answers by question id, and over ``tools`` by tool id.

``yes_no`` answers are booleans, ``choice`` and ``tool`` strings, ``choices`` and ``data`` lists.
https://github.com/google/cel-spec
"""


def _in_english(value: object) -> object:
    """Read a plain text as English."""
    return {"en": value} if isinstance(value, str) else value


def _is_none(value: object) -> bool:
    """Leave out of the content, and of its mark, what a policy does not say."""
    return value is None


Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]

_LOCALISED_SCHEMA = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": r"^[a-z]{2,3}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
            "minProperties": 1,
        },
    ]
}


class Localised(RootModel[dict[Language, Line]]):
    """A text of the policy, in one language or several; a plain string is English."""

    model_config = ConfigDict(frozen=True)

    root: Annotated[
        dict[Language, Line],
        BeforeValidator(_in_english),
        Field(min_length=1),
        WithJsonSchema(_LOCALISED_SCHEMA),
    ]

    def to(self, locale: str) -> str:
        """Say it in *locale*, else in English, else in the first language there is."""
        texts, language = self.root, locale.partition("-")[0]
        return texts.get(language) or texts.get("en") or next(iter(texts.values()))


Proof = Identifier | Localised
"""The id of an evidence, or what would show something, in words."""

Names = dict[Language, tuple[Line, ...]]
"""What people call something when they ask about it, in one language or several."""

Framework = Literal["iso-42001", "nist-ai-rmf", "eu-ai-act", "imda-agentic", "asean-guide"]

REFERENCES: Mapping[Framework, str] = {
    "iso-42001": r"(?:A\.)?\d{1,2}(?:\.\d{1,2}){0,2}",
    "nist-ai-rmf": r"(?:GOVERN|MAP|MEASURE|MANAGE) [1-6]\.\d{1,2}",
    "eu-ai-act": r"(?:Article \d{1,3}|Annex [IVX]{1,4})(?:\(\d{1,2}\))?(?:\([a-z]\))?",
    "imda-agentic": r"\d(?:\.\d){0,2}",
    "asean-guide": r"[A-G](?:\.\d){0,2}",
}
"""What a place in each framework looks like: a control, a subcategory, an article, a section."""


def _is_a_reference(maps_to: dict[Framework, tuple[str, ...]]) -> dict[Framework, tuple[str, ...]]:
    """Refuse references that cannot be in their framework."""
    for framework, references in maps_to.items():
        for reference in references:
            if not re.fullmatch(REFERENCES[framework], reference):
                raise ValueError(f"`{reference}` cannot be a place in {framework}")
    return maps_to


MapsTo = Annotated[dict[Framework, tuple[Line, ...]], AfterValidator(_is_a_reference)]
"""Places in standards and laws, by framework."""


class Entry(BaseModel):
    """What every entry of the policy shares: it is closed, and nobody changes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


WorkingDays = Annotated[int, Field(ge=1, le=60)]


class ReviewStep(Entry):
    """One decision of a review: whose, and within how many working days."""

    by: Identifier
    """A role (``reviewer`` or ``lead``) or the id of a title."""
    need: Literal["any", "all"] = "any"
    """Whether one of those who hold it decides, or each of them."""
    in_order: bool = False
    """True when it waits for the steps before it."""
    working_days: WorkingDays


class ReviewTerms(Entry):
    """Who reviews a solution of a tier, and within how many working days."""

    by: Literal["reviewer", "lead"]
    working_days: WorkingDays
    steps: tuple[ReviewStep, ...] = ()
    """The decisions that the review consists of; without any, one by *by*."""
    urgent_working_days: Annotated[WorkingDays | None, Field(exclude_if=_is_none)] = None
    """The shorter time when the maker says why it is urgent; without it there is no short cut."""


class Tier(Entry):
    """How much care a solution needs; tiers are listed least first."""

    id: Identifier
    name: Localised
    means: Localised
    clause: Clause
    review: ReviewTerms | None = None
    evidence: tuple[Identifier, ...] = ()
    training: tuple[Identifier, ...] = ()
    re_review_months: Annotated[int, Field(ge=1, le=60)] | None = None
    allowed: bool = True
    """False for what nobody builds: the review then decides how to stop it."""


class Rule(Entry):
    """One clause of the handbook that raises a solution's tier."""

    id: Identifier
    clause: Clause
    tier: Identifier
    when: Condition
    because: Localised
    stop: bool = False
    """True when nothing can be approved while it applies: another tool or another design first."""
    instead: Clause | None = None
    """For a stop: the clause on what to do with what has happened already."""
    asks: tuple[Identifier, ...] = ()
    """Titles whose holders decide too."""
    working_days: WorkingDays | None = None
    """A shorter time for the review than the tier's, when this rule applies."""
    maps_to: MapsTo = {}
    """Where standards and laws speak of the same."""


class Tool(Entry):
    """A tool makers ask about, and the data classes it may see."""

    id: Identifier
    name: Line
    clause: Clause
    approved: bool = True
    data: tuple[Identifier, ...] = ()
    with_approval: tuple[Identifier, ...] = ()
    also_called: Names = {}
    """What else it is called; several tools may share such a name."""


class DataClass(Entry):
    """A class of data, least sensitive first."""

    id: Identifier
    name: Localised
    means: Localised
    clause: Clause
    also_called: Names = {}
    """What is of this class, as people call it when they ask."""
    described_as: Names = {}
    """What a description says beside *also_called* when it is about data of this class."""


class Option(Entry):
    """One of the answers to a question of choice."""

    id: Identifier
    label: Localised
    also_called: Names = {}
    """What somebody says who means this answer when they ask about a rule."""
    described_as: Names = {}
    """What a description says beside *also_called* when this answer is the right one."""
    exclusive: bool = False
    """True for "none of these", which no other option goes with."""
    design: Localised | None = None
    """What to build otherwise so that this becomes the answer."""
    proof: Proof | None = None
    """The id of the evidence that would show it, or what would show it, in words."""


Kind = Literal["text", "person", "yes_no", "choice", "choices", "tool", "data"]


QuestionRole = Literal["name", "purpose", "backup", "already_running"]
"""What the assistant itself does with an answer: it names and describes the solution, and knows who
looks after it when the owner is away. What else follows from an answer, the policy says itself."""

KIND_OF_ROLE: dict[QuestionRole, Kind] = {
    "name": "text",
    "purpose": "text",
    "backup": "person",
    "already_running": "yes_no",
}
"""The kind that the question of each role must have."""


class Question(Entry):
    """One question of the registration form."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: Kind
    role: Annotated[QuestionRole | None, Field(exclude_if=_is_none)] = None
    """What the assistant itself does with the answer. A question whose id is the name of a role has
    it without saying so, unless another one says that it has it."""
    label: Localised
    hint: Localised | None = None
    clause: Clause | None = None
    options: tuple[Option, ...] = ()
    required: bool = True
    changeable: bool = False
    """True when a different design would change the answer, so it may be suggested."""
    design: Localised | None = None
    """What to build otherwise to change the answer; options of a choice have their own."""
    proof: Proof | None = None
    """The id of the evidence that would show it, or what would show it, in words."""
    ask_when: Condition | None = None
    """Ask only when this holds over the answers given before."""
    informs: bool = False
    """True when only readers look at the answer, and no rule does."""
    multiline: bool = False
    max_length: Annotated[int, Field(ge=1, le=3000)] = 200
    also_called: Names = {}
    """What somebody says who means "yes" when they ask about a rule; of the kind ``tool``, the
    names of tools that are not on the list."""
    described_as: Names = {}
    """What a description says beside *also_called* when "yes" is the right answer."""
    tells_of_data: bool = False
    """True when "yes" means that certain data is used: "names are removed" is then a "no"."""

    @property
    def is_fact(self) -> bool:
        """Tell whether a rule may look at the answer; texts and people are for readers."""
        return self.kind not in {"text", "person"}

    @property
    def takes_several(self) -> bool:
        """Tell whether an answer is several ids, not one."""
        return self.kind in {"choices", "data"}

    @property
    def may_be_unsure(self) -> bool:
        """Tell whether "not sure" is one of the answers."""
        return self.is_fact

    @model_validator(mode="after")
    def _has_options_when_it_needs_them(self) -> Self:
        if (self.kind in {"choice", "choices"}) != bool(self.options):
            raise ValueError("options belong to the kinds choice and choices, and to no other")
        return self


class Step(Entry):
    """One screen of the registration form."""

    id: Identifier
    title: Localised
    intro: Localised | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=6)]


class Evidence(Entry):
    """Something a maker shows before a solution is trusted."""

    id: Identifier
    name: Localised
    how: Localised
    clause: Clause
    maps_to: MapsTo = {}
    """Where standards and laws speak of the same."""
    shown_by: Literal["evidence", "backup", "step"] = "evidence"
    """Whether a file or link shows it, the backup owner who is named, or a step of the review."""


class Module(Entry):
    """One part of the training."""

    id: Identifier
    name: Localised
    about: Localised
    clause: Clause
    week: Annotated[int, Field(ge=1, le=12)]
    minutes: Annotated[int, Field(ge=5, le=600)]


class Topic(Entry):
    """What a mentor can be asked about."""

    id: Identifier
    name: Localised
    clause: Clause


class Title(Entry):
    """An office that pages name, such as the data protection officer, and who holds it."""

    id: Identifier
    name: Localised
    also_called: Names = {}
    """What else pages call it."""
    holders: tuple[Line, ...] = ()
    """E-mail addresses of those who hold it."""
    role: Literal["reviewer", "lead", "mentor", "operator"] | None = None
    """Everybody with this role holds it, where no holders are named."""

    @property
    def names(self) -> frozenset[str]:
        """Everything it is called, in small letters."""
        called = [
            *self.name.root.values(),
            *(n for each in self.also_called.values() for n in each),
        ]
        return frozenset(name.casefold() for name in called)


class Promise(Entry):
    """Something a page promises until a day, said to those whom it is for."""

    id: Identifier
    clause: Clause
    says: Localised
    when: Condition
    """To whom it is said, over the answers."""
    until: date | None = None
    """The last day on which it is said."""
    at_start: bool = False
    """True when it is said before the first question, too."""
    unless_stopped: bool = False
    """True when it cannot stand beside "stop it": it is then left out."""
