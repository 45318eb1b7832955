"""Extracts an answer from ranked passages: a few sentences of the handbook, each cited.

Without a language model the answer is made of the handbook's own sentences, never of others.
When the handbook does not say, the answer says so and names the nearest clauses (pure).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from urllib.parse import quote as url_quoted

from knowledge.answers.prompt_injection import trusted_before, trusted_places
from knowledge.answers.quoting import add_context, add_list_items, piece_places, render_quote
from knowledge.index.corpus import Corpus
from knowledge.index.passages import Passage, full_title
from knowledge.models.language_model import Fallback
from knowledge.privacy.masking import PrivateKind
from knowledge.retrieval.clarification import ClarifyingChoice
from knowledge.retrieval.ranking import Ranked, SearchResult
from knowledge.text.sentences import count_words

Mode = Literal["extractive", "generated", "asked back"]

ASKED_BACK: Final = "asked back"
"""The mode of an answer that asks what an unclear question is about."""

MAX_SENTENCES = 4
MAX_WORDS = 130
MAX_PASSAGES = 3
MAX_NEAREST = 3

MAX_SHOWN_WORDS = 200
"""Words after which nothing is added, continuations of long sentences included."""

MAX_PASSAGE_GAP = 0.04
MAX_SENTENCE_GAP = 0.05
MAX_LEXICAL_GAP = 0.3
"""How far below the best a passage or a sentence may score and still belong to the answer: by
meaning, by meaning, and by words alone."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands in the handbook.

    *n* is its number in the answer, 0 for a clause that is only near. *clause* is its address,
    *path* the same in the handbook reader; *mark* names the version of the page exactly.
    """

    n: int
    page: str
    clause: str
    title: str
    quote: str
    version: str
    effective: date | None
    owner: str
    review_by: date | None
    path: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of the answer, and the numbers of the citations it rests on."""

    text: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the handbook says to a question, or the clauses that come nearest when it does not.

    *question* is what was looked for, with what is private in it covered up, and *masked* tells
    what that was. *fallback* says why a model that could have written the answer did not.
    *conflicts* names the citations that contradict each other, by their numbers.
    """

    answered: bool
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    mode: Mode
    language: str
    ms: float
    question: str = ""
    masked: tuple[PrivateKind, ...] = ()
    fallback: Fallback | None = None
    conflicts: tuple[tuple[int, int], ...] = ()
    choices: tuple[ClarifyingChoice, ...] = ()
    """What the question may be about, when it is asked back which; it is then not answered."""
    short: str = ""
    """What the first cited clause says in short, in the asker's language, by a current note."""

    @property
    def text(self) -> str:
        """The claims as one text, with the numbers of their citations."""
        return "\n\n".join(
            f"{claim.text} {''.join(f'[{n}]' for n in claim.cites)}" for claim in self.claims
        )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may become part of the answer, with its score."""

    ranked: Ranked
    at: int
    score: float


def extract(
    found: SearchResult, corpus: Corpus, *, answered: bool, language: str, ms: float
) -> Answer:
    """Build the answer from what was *found*, or the nearest clauses if it is not *answered*."""
    chosen = _choose(found) if answered else {}
    if not chosen:
        near = _nearest(found.ranked, corpus)
        return Answer(
            answered=False,
            claims=(),
            citations=(),
            nearest=near,
            mode="extractive",
            language=language,
            ms=ms,
        )
    claims, citations = _claims(chosen, corpus)
    return Answer(
        answered=True,
        claims=claims,
        citations=citations,
        nearest=(),
        mode="extractive",
        language=language,
        ms=ms,
    )


def ask_back(choices: tuple[ClarifyingChoice, ...], *, language: str) -> Answer:
    """Build the answer that asks back which of *choices* is meant."""
    return Answer(
        answered=False,
        claims=(),
        citations=(),
        nearest=(),
        mode=ASKED_BACK,
        language=language,
        ms=0.0,
        choices=choices,
    )


def _choose(found: SearchResult) -> dict[str, tuple[Passage, tuple[int, ...]]]:
    """Select sentences, the best passage's best one first; each passage keeps reading order."""
    in_order = tuple(_candidates(found))
    if not in_order:
        return {}
    candidates = sorted(in_order, key=lambda each: -each.score)
    lead = next(each for each in candidates if each.ranked is in_order[0].ranked)
    gap = MAX_SENTENCE_GAP if found.usual else MAX_LEXICAL_GAP
    chosen: dict[str, tuple[Passage, tuple[int, ...]]] = {}
    said: set[str] = set()
    words = shown = sentences = 0
    for each in (lead, *candidates):
        is_far = each.score < candidates[0].score - gap
        if sentences and (sentences >= MAX_SENTENCES or is_far):
            break
        passage = each.ranked.passage
        _, already = chosen.get(passage.id, (passage, ()))
        wanted = set(add_list_items(passage, add_context(passage, each.at))) - set(already)
        wanted.intersection_update((*trusted_before(passage), *trusted_places(passage)))
        rest = set(piece_places(passage, each.at)) - {each.at}
        size = sum(count_words(passage.at(at).text) for at in wanted - rest)
        is_said = _normalise(passage.sentences[each.at].text) in said
        if sentences and (is_said or words + size > MAX_WORDS or shown > MAX_SHOWN_WORDS):
            continue
        chosen[passage.id] = (passage, tuple(sorted({*already, *wanted})))
        said |= {_normalise(passage.at(at).text) for at in wanted}
        words += size
        shown += sum(count_words(passage.at(at).text) for at in wanted)
        sentences += bool(wanted)
    return chosen


def _candidates(found: SearchResult) -> Iterable[_Candidate]:
    best = found.ranked[0].score
    gap = MAX_PASSAGE_GAP if found.usual else MAX_LEXICAL_GAP
    for ranked in found.ranked[:MAX_PASSAGES]:
        if ranked.score >= best - gap:
            for at in _quotable(ranked.passage):
                yield _Candidate(ranked, at, ranked.sentence_scores[at] + ranked.score - best)


def _quotable(passage: Passage) -> Sequence[int]:
    """Return the places worth quoting: no bare links or long code unless there is nothing else."""
    honest = trusted_places(passage)
    return [at for at in honest if passage.sentences[at].is_quotable] or honest


def _normalise(text: str) -> str:
    """Normalise case and white space."""
    return " ".join(text.lower().split())


def _claims(
    chosen: dict[str, tuple[Passage, tuple[int, ...]]], corpus: Corpus
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Build claims and citations, clauses numbered in order of appearance."""
    quotes: dict[str, list[str]] = {}
    passages: dict[str, Passage] = {}
    claims: list[Claim] = []
    for passage, places in chosen.values():
        text = render_quote(passage, places)
        passages.setdefault(passage.clause, passage)
        quotes.setdefault(passage.clause, []).append(text)
        claims.append(Claim(text, (list(quotes).index(passage.clause) + 1,)))
    citations = tuple(
        cite(number, passages[clause], corpus, quote="\n".join(texts))
        for number, (clause, texts) in enumerate(quotes.items(), start=1)
    )
    return tuple(claims), citations


def _nearest(ranked: Sequence[Ranked], corpus: Corpus) -> tuple[Citation, ...]:
    clauses: dict[str, Ranked] = {}
    for each in ranked:
        clauses.setdefault(each.passage.clause, each)
    return tuple(
        cite(0, each.passage, corpus, quote=_best_sentence(each))
        for each in list(clauses.values())[:MAX_NEAREST]
    )


def _best_sentence(ranked: Ranked) -> str:
    places = trusted_places(ranked.passage)
    best = max(places, key=ranked.sentence_scores.__getitem__, default=None)
    return "" if best is None else render_quote(ranked.passage, add_context(ranked.passage, best))


def cite(n: int, passage: Passage, corpus: Corpus, *, quote: str) -> Citation:
    """Build the citation number *n* of a *passage*'s clause, with its quote."""
    page = corpus.page_of(passage)
    return Citation(
        n=n,
        page=page.id,
        clause=passage.clause,
        title=full_title(page, page.section(passage.anchor)),
        quote=quote,
        version=page.version,
        effective=page.effective,
        owner=page.owner,
        review_by=page.review_by,
        path=f"/handbook/{url_quoted(page.id)}#{url_quoted(passage.anchor)}",
    )
