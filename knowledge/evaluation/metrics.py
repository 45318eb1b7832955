"""Retrieval and answer metrics over question sets: hits, MRR, nDCG, citations, refusals.

A set is a folder with ``queries.jsonl`` and a ``corpus`` folder of pages. A passage is relevant if
it is from a gold document and shares at least half of the character 5-grams of the shorter text
with the gold text, or if its clause is a gold clause.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from math import log2
from pathlib import Path, PurePosixPath
from statistics import fmean, quantiles
from time import perf_counter
from typing import Any

from knowledge.answers.extractive import Answer
from knowledge.errors import QuestionSetInvalidError
from knowledge.handbook import Handbook
from knowledge.index.calibration import Calibration, Weights
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder
from knowledge.retrieval.confidence import Confidence, confidence, fit_weights
from knowledge.retrieval.follow_ups import Exchange

MAX_RANK = 10
"""The rank down to which passages are judged."""

BUDGET_CHARS = 4000
"""The budget of text that a reader, or a language model, is given."""

FOLDS = 5

SPEED_SAMPLE_SIZE = 32
"""How many passages the speed of embedding is measured on."""

_SPEED_BATCH_SIZE = 4
_NGRAM_CHARS = 5
_MIN_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold text, and the documents that contain it."""

    documents: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a set, the user's *history* before it, and its gold texts or clauses.

    It is asked of the documents in its *scope*, if there is one.
    """

    id: str
    question: str
    language: str
    is_answerable: bool
    gold: tuple[Gold, ...] = ()
    clauses: frozenset[str] = frozenset()
    history: tuple[str, ...] = ()
    scope: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class QueryOutcome:
    """The judged result of one question.

    *ranks* has for each of the first passages whether it is relevant, *golds* counts the gold
    texts, *in_budget* is whether a relevant passage is within the first 4,000 characters, and
    *cited* has the gold texts in each citation. *sure* is the confidence that decided; *asked_back*
    is whether a clarifying question was asked instead.
    """

    query: Query
    ranks: tuple[bool, ...]
    golds: int
    in_budget: bool
    answered: bool
    cited: tuple[frozenset[int], ...]
    sure: Confidence
    ms: float
    asked_back: bool = False

    @property
    def first(self) -> int | None:
        """The rank of the first relevant passage, from 0."""
        return next((place for place, hit in enumerate(self.ranks) if hit), None)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The decided questions of a set, and the number of undecided ones."""

    queries: tuple[Query, ...]
    undecided: int = 0


def read_queries(file: Path, *, limit: int | None = None) -> tuple[Query, ...]:
    """Read the decided questions in *file*, or *limit* of them, sampled evenly.

    Raises:
        QuestionSetInvalidError: If there is no such file, or a line of it is no question.
    """
    return read_question_set(file, limit=limit).queries


def read_question_set(file: Path, *, limit: int | None = None) -> QuestionSet:
    """Read a set; questions not yet marked as answerable or not are counted and left out.

    Raises:
        QuestionSetInvalidError: If there is no such file, or a line of it is no question, or
            none is decided.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")  # JSON may hold other line ends
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionSetInvalidError(file, 0, "it cannot be read") from error
    read = [_query(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    found = [query for query in read if query is not None]
    if not read:
        raise QuestionSetInvalidError(file, 0, "there is no question in it")
    if not found:
        reason = 'no question in it is decided; say of each whether it is "answerable"'
        raise QuestionSetInvalidError(file, 0, reason)
    undecided = len(read) - len(found)
    if limit is not None and limit < len(found):
        found = [found[place * len(found) // limit] for place in range(limit)]
    return QuestionSet(tuple(found), undecided)


def _answerable(data: dict[str, object]) -> bool | None:
    """Read whether it is answerable; strings such as "false" are refused."""
    decided = data["answerable"]
    if not isinstance(decided, bool | None) or isinstance(data.get("clauses"), str):
        raise TypeError(decided)
    return decided


def _query(file: Path, number: int, line: str) -> Query | None:
    """Parse a question; None if it is undecided."""
    try:
        data = json.loads(line)
        is_answerable = _answerable(data)
        if is_answerable is None and data["question"]:
            return None
        return Query(
            id=str(data.get("id", number)),
            question=str(data["question"]),
            language=str(data.get("lang", "")),
            is_answerable=bool(is_answerable),
            gold=tuple(_gold(each) for each in data.get("gold") or ()),
            clauses=frozenset(data.get("clauses") or () if is_answerable else ()),
            history=tuple(
                str(turn["text"]) for turn in data.get("history") or () if turn["role"] == "user"
            ),
            scope=_documents(data.get("scope") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = "it is not a question with its text and whether it can be answered"
        raise QuestionSetInvalidError(file, number, reason) from error


def _gold(data: dict[str, Any]) -> Gold:
    documents = _documents((data["doc"], *(data.get("also_in") or ())))
    return Gold(documents, str(data["text"]))


def _documents(named: Iterable[str]) -> frozenset[str]:
    if isinstance(named, str):
        raise TypeError(named)
    return frozenset(PurePosixPath(each).as_posix() for each in named)


async def judge_queries(
    handbook: Handbook,
    queries: Sequence[Query],
    *,
    on: date,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[QueryOutcome, ...]:
    """Ask *handbook* each of the *queries*, and judge the passages and the answer."""
    files = {page.id: page.file for page in handbook.pages(on=on)}
    judged: list[QueryOutcome] = []
    for number, query in enumerate(queries):
        progress(number, len(queries))
        judged.append(await _outcome(handbook, query, files, on))
    progress(len(queries), len(queries))
    return tuple(judged)


async def _outcome(
    handbook: Handbook, query: Query, files: dict[str, str], on: date
) -> QueryOutcome:
    before = [Exchange(each) for each in query.history]
    within = {page for page, file in files.items() if file in query.scope} if query.scope else None
    found = await asyncio.to_thread(
        handbook.find, query.question, on=on, before=before, within=within
    )
    answer = await handbook.answer(query.question, on=on, before=before, within=within)
    judge = _Judge(query, files)
    passages = [each.passage for each in found.ranked]
    ranks = tuple(bool(judge.golds_in(each)) for each in passages[:MAX_RANK])
    return QueryOutcome(
        query=query,
        ranks=ranks,
        golds=judge.count,
        in_budget=any(judge.golds_in(each, most=room) for each, room in _within(passages)),
        answered=answer.answered,
        cited=_cited(answer, passages, judge),
        sure=confidence(found),
        ms=answer.ms,
        asked_back=bool(answer.choices),
    )


def _within(passages: Iterable[Passage]) -> Iterable[tuple[Passage, int]]:
    """Yield passages within the budget, each with the characters left."""
    room = BUDGET_CHARS
    for passage in passages:
        if room <= 0:
            return
        yield passage, room
        room -= len(passage.text)


def _cited(
    answer: Answer, passages: Sequence[Passage], judge: "_Judge"
) -> tuple[frozenset[int], ...]:
    """Return for each citation the gold texts in the passages that it quotes."""
    return tuple(
        frozenset().union(
            *(
                judge.golds_in(passage)
                for passage in passages
                if passage.clause == citation.clause and _is_quoted(passage, citation.quote)
            )
        )
        for citation in answer.citations
    )


def _is_quoted(passage: Passage, quote: str) -> bool:
    return any(each.text in quote for each in passage.sentences)


class _Judge:
    """Decides which gold texts of a question a passage contains."""

    def __init__(self, query: Query, files: dict[str, str]) -> None:
        self._golds = [(gold.documents, _runs(gold.text)) for gold in query.gold]
        self._clauses = sorted(query.clauses)
        self._files = files
        self.count = len(self._golds) or min(1, len(self._clauses))

    def golds_in(self, passage: Passage, *, most: int | None = None) -> frozenset[int]:
        """Return the numbers of the gold texts in the first *most* characters of a *passage*.

        Gold clauses count as one text, since each of them answers, if half of the passage is there.
        """
        text = passage.text[:most]
        if not self._golds:
            is_there = len(text) >= len(passage.text) / 2
            named = passage.clause in self._clauses
            return frozenset([0]) if named and is_there else frozenset()
        file, runs = self._files[passage.page], _runs(text)
        return frozenset(
            number
            for number, (documents, wanted) in enumerate(self._golds)
            if file in documents
            and len(runs & wanted) >= _MIN_OVERLAP * min(len(runs), len(wanted))
        )


def _runs(text: str) -> frozenset[str]:
    """Return the character 5-grams of *text*, ignoring case and white space."""
    even = " ".join(text.lower().split())
    return frozenset(
        even[at : at + _NGRAM_CHARS] for at in range(max(1, len(even) - _NGRAM_CHARS + 1))
    )


def compute_metrics(judged: Sequence[QueryOutcome]) -> dict[str, float | int | None]:
    """Compute all metrics; one that a set cannot tell is None."""
    answerable = [each for each in judged if each.query.is_answerable]
    found = [each for each in answerable if each.golds]
    told: dict[str, float | int | None] = {
        "questions": len(judged),
        "answerable": len(answerable),
        **{f"hit@{k}": _mean([any(each.ranks[:k]) for each in found]) for k in (1, 5, 10)},
        "relevant@4k": _mean([each.in_budget for each in found]),
        "mrr@10": _mean([_reciprocal(each) for each in found]),
        "ndcg@10": _mean([_ndcg(each) for each in found]),
    }
    cited = [bool(golds) for each in judged for golds in each.cited]
    held = [len(frozenset().union(*each.cited)) / each.golds for each in found]
    said = _mean([each.answered for each in answerable])
    sure = [
        each for each in judged if each.answered and (each.golds or not each.query.is_answerable)
    ]
    refused = _mean([not each.answered for each in judged if not each.query.is_answerable])
    times = [each.ms for each in judged]
    p50, p95 = _percentiles(times)
    return {
        **told,
        "citation_precision": _mean(cited),
        "citation_recall": _mean(held),
        "answered_answerable": said,
        "shown_answerable": _mean([each.answered or bool(each.cited) for each in answerable]),
        "right_of_answered": _mean([bool(each.cited and each.cited[0]) for each in sure]),
        "asked_back_answerable": _mean([each.asked_back for each in answerable]),
        "refused_unanswerable": refused,
        "balanced_accuracy": None if said is None or refused is None else (said + refused) / 2,
        "ms_p50": p50,
        "ms_p95": p95,
    }


def fit_calibration(judged: Sequence[QueryOutcome]) -> Calibration:
    """Fit weights for every language pair with enough questions of both kinds."""
    weights: dict[str, Weights] = {}
    for pair in sorted({each.sure.pair for each in judged} - {""}):
        own = [each for each in judged if each.sure.pair == pair]
        good = [each.sure for each in own if each.query.is_answerable]
        bad = [each.sure for each in own if not each.query.is_answerable]
        if own_weights := fit_weights(good, bad):
            weights[pair] = own_weights
    return Calibration(weights)


def cross_validate(judged: Sequence[QueryOutcome]) -> tuple[QueryOutcome, ...]:
    """Decide each fifth of the questions with weights fitted on the other four (5-fold)."""
    again: list[QueryOutcome] = []
    for fold in range(FOLDS):
        others = fit_calibration([each for at, each in enumerate(judged) if at % FOLDS != fold])
        for each in judged[fold::FOLDS]:
            band = each.sure.band(others)
            is_shown = band != "none" and not each.asked_back
            answered = band == "sure" and not each.asked_back
            again.append(replace(each, answered=answered, cited=each.cited if is_shown else ()))
    return tuple(again)


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def _reciprocal(outcome: QueryOutcome) -> float:
    return 0.0 if outcome.first is None else 1 / (outcome.first + 1)


def _ndcg(outcome: QueryOutcome) -> float:
    """Return the normalised discounted cumulative gain with binary relevance."""
    gained = sum(1 / log2(place + 2) for place, hit in enumerate(outcome.ranks) if hit)
    count = max(sum(outcome.ranks), min(outcome.golds, MAX_RANK))
    return gained / sum(1 / log2(place + 2) for place in range(count))


def _percentiles(times: Sequence[float]) -> tuple[float | None, float | None]:
    if not times:
        return None, None
    if len(times) == 1:
        return times[0], times[0]
    cut = quantiles(times, n=20, method="inclusive")
    return cut[9], cut[18]


def embedding_speed(embedder: Embedder, found: Sequence[Passage]) -> float | None:
    """Measure how many passages a second are embedded, on an even sample."""
    some = [each.text for each in found[:: max(1, len(found) // SPEED_SAMPLE_SIZE)]][
        :SPEED_SAMPLE_SIZE
    ]
    if not some:
        return None
    embedder.query("the model is loaded before the clock starts")
    batches = [
        some[start : start + _SPEED_BATCH_SIZE] for start in range(0, len(some), _SPEED_BATCH_SIZE)
    ]
    started = perf_counter()
    with ThreadPoolExecutor(embedder.threads) as pool:
        list(pool.map(embedder.passages, batches))
    return len(some) / (perf_counter() - started)
