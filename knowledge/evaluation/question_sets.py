"""Questions that people asked, made into a question set that a person goes on with (pure).

Each question comes once, with a first guess at the clauses that answer it. Whether the handbook
answers it is left undecided: that is the judgement which a set is measured against, and nobody
should take it from the answers that are to be measured. Nothing in a set tells who asked.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from knowledge.privacy.masking import mask
from knowledge.retrieval.follow_ups import depends_on_context

SOMEBODY = "[name]"
SOME_REFERENCE = "[reference]"
"""What stands in place of a name, and of a record's reference."""

MIN_NAME_CHARS = 3
"""A part of a name with fewer letters is a word as often as not."""

_ADDRESS = re.compile(r"([^\s()<>\[\]\"']+?)(?:\.md)?#([\w-]+)")
_REFERENCE = re.compile(r"\b(?:SOL|BKG|QST|PER|REV)-\d+\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """One time that something was asked.

    *before* are the questions of the same conversation just before it, oldest first; *cited* the
    clauses of the answer. *helpful* is the thumb, *reply* what the governance team wrote, and
    *chosen* the clause that the asker pressed when it was asked back what was meant.
    """

    question: str
    language: str
    before: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    helpful: bool | None = None
    reply: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question of the set to be, the clauses that may answer it, and how often it was asked.

    *vouched* are the clauses that somebody said answer it: the asker, by a thumb or a choice, or
    the team in a reply.
    """

    question: str
    language: str
    history: tuple[str, ...]
    clauses: tuple[str, ...]
    times: int
    thumbs_up: int
    thumbs_down: int
    replies: int
    vouched: tuple[str, ...] = ()


def draft_questions(
    askings: Iterable[LoggedQuestion], *, clauses: Collection[str], names: Iterable[str] = ()
) -> tuple[QuestionDraft, ...]:
    """Make each question that was asked a draft, in the order in which they were first asked.

    Only *clauses* that the handbook has are guessed. *names* of people are covered up, and
    whatever else in a question is private or a reference to a record.
    """
    listed = list(askings)
    cover = _Redactor.of(names, [each.question for each in listed])
    same: dict[tuple[str, ...], list[LoggedQuestion]] = {}
    texts: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for each in listed:
        question = cover.redact(each.question)
        before = each.before if depends_on_context(each.question) else ()
        history = tuple(cover.redact(earlier) for earlier in before)
        key = tuple(map(_even, (*history, question)))
        if any(key):
            texts.setdefault(key, (question, history))
            same.setdefault(key, []).append(each)
    return tuple(
        QuestionDraft(
            question=texts[key][0],
            language=asked[0].language,
            history=texts[key][1],
            clauses=_guess(asked, clauses),
            times=len(asked),
            thumbs_up=sum(each.helpful is True for each in asked),
            thumbs_down=sum(each.helpful is False for each in asked),
            replies=sum(bool(each.reply) for each in asked),
            vouched=_vouched(asked, clauses),
        )
        for key, asked in same.items()
    )


def to_jsonl(drafts: Iterable[QuestionDraft]) -> Iterator[str]:
    """Write each draft as a line of a question set, undecided."""
    for number, draft in enumerate(drafts, 1):
        line: dict[str, object] = {
            "id": f"asked-{number:03}",
            "question": draft.question,
            "lang": draft.language,
            "answerable": None,
            "clauses": list(draft.clauses),
            "asked": {
                "times": draft.times,
                "thumbs_up": draft.thumbs_up,
                "thumbs_down": draft.thumbs_down,
                "replies": draft.replies,
            },
        }
        if draft.history:
            line["history"] = [{"role": "user", "text": text} for text in draft.history]
        yield json.dumps(line, ensure_ascii=False)


def _guess(asked: Sequence[LoggedQuestion], clauses: Collection[str]) -> tuple[str, ...]:
    """Guess which *clauses* answer: those somebody vouches for; else the cited.

    What somebody was shown in vain is no guess: they said so, or the team had to reply.
    """
    in_vain = {
        clause
        for each in asked
        if each.helpful is False or (each.reply and not each.helpful)
        for clause in each.cited
    }
    cited = [clause for each in asked for clause in each.cited if clause not in in_vain]
    guess = dict.fromkeys(_vouched(asked, clauses) or cited)
    return tuple(clause for clause in guess if clause in clauses)


def _vouched(asked: Sequence[LoggedQuestion], clauses: Collection[str]) -> tuple[str, ...]:
    """Return the *clauses* that the team named, that were chosen, and that helped."""
    named = [clause for each in asked for clause in _named(each.reply, clauses)]
    chosen = [each.chosen for each in asked if each.chosen]
    helped = [clause for each in asked if each.helpful for clause in each.cited]
    vouched = dict.fromkeys([*named, *chosen, *helped])
    return tuple(clause for clause in vouched if clause in clauses)


def _named(reply: str, clauses: Collection[str]) -> Iterator[str]:
    """Find the *clauses* that a reply names by their addresses, or by links that end in them."""
    for page, anchor in _ADDRESS.findall(unquote(reply)):
        steps = page.split("/")
        ends = (f"{'/'.join(steps[start:])}#{anchor}" for start in range(len(steps)))
        yield from (end for end in ends if end in clauses)


def _even(text: str) -> str:
    """Write *text* so that the same question looks the same."""
    return " ".join(_WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class _Redactor:
    """What covers up who and what is meant."""

    names: re.Pattern[str] | None

    @classmethod
    def of(cls, names: Iterable[str], questions: Sequence[str]) -> "_Redactor":
        """Know people by whole names and parts of them, but for parts that somewhere are words."""
        whole = {" ".join(name.split()) for name in names} - {""}
        plain = [mask(text).text for text in questions]
        words = {word for text in plain for word in _WORD.findall(text) if word.islower()}
        parts = {
            part
            for name in whole
            for part in name.split()
            if len(part) >= MIN_NAME_CHARS and part.lower() not in words
        }
        wanted = [
            *(f"(?i:{_spaced(name)})" for name in sorted(whole, key=len, reverse=True)),
            *(re.escape(part) for part in sorted(parts, key=len, reverse=True)),
        ]
        return cls(re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)") if wanted else None)

    def redact(self, text: str) -> str:
        """Cover up what is private in a *text*, references, and names."""
        text = _REFERENCE.sub(SOME_REFERENCE, mask(text).text)
        return self.names.sub(SOMEBODY, text) if self.names else text


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
