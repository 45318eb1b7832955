"""Extracts an answer from ranked passages: the clause that answers, whole, and where it stands.

Without a language model the answer is made of the handbook's own words, never of others. Where the
best clause may not be what was asked for it is shown as the nearest one; where the handbook does
not say, only the headings that come nearest are named (pure).
"""

import posixpath
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal
from urllib.parse import quote as url_quoted
from urllib.parse import unquote, urlsplit

from knowledge.answers.block_markdown import Target, render_text
from knowledge.answers.excerpt import Excerpt, excerpt
from knowledge.answers.prompt_injection import quotable_places
from knowledge.answers.quoting import add_context, render_quote
from knowledge.index.corpus import Corpus
from knowledge.index.passages import Passage, full_title
from knowledge.models.language_model import Fallback
from knowledge.pages import Page, id_of
from knowledge.privacy.masking import PrivateKind
from knowledge.retrieval.clarification import ClarifyingChoice
from knowledge.retrieval.confidence import Band
from knowledge.retrieval.ranking import Ranked, SearchResult
from knowledge.text.language import language_of
from knowledge.text.sentences import Sentence, sentences
from knowledge.text.tokens import tokenize

Mode = Literal["extractive", "generated", "asked back"]

ASKED_BACK: Final = "asked back"
"""The mode of an answer that asks what an unclear question is about."""

MAX_NEAREST = 3
MAX_SEE_ALSO = 2
"""How many clauses are named when nothing answers, and beside one that does."""

MAX_EMPHASISED = 2
"""How many sentences of a clause can be in bold for what it was asked about; more tell nothing."""

MAX_ROWS = 4
"""How many rows of a table can be what was asked for."""

MAX_ROW_GAP = 0.03
MAX_LEXICAL_ROW_GAP = 0.1
"""How far below the best row another may score and still be asked for: by meaning, by words."""

READER = "/handbook/"
"""What the address of a clause in the handbook reader begins with."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands in the handbook.

    *n* is its number in the answer, 0 for a clause that is only near. *clause* is its address, and
    *path* the same in the handbook reader; *heading* is its own, and *title* has those above it as
    well. *mark* names the version of the page exactly, and *is_partial* says that parts of the page
    could not be read.
    """

    n: int
    page: str
    clause: str
    heading: str
    title: str
    quote: str
    version: str
    effective: date | None
    owner: str
    review_by: date | None
    path: str
    mark: str = ""
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of the answer, and the numbers of the citations it rests on.

    Where it is a clause, *shown* is the same in small Markdown, with what answers in bold, and
    *heading* is that of the clause.
    """

    text: str
    cites: tuple[int, ...]
    shown: str = ""
    heading: str = ""
    quote: str = ""
    """What a model's sentence in another language rests on, verbatim: it is the model's wording."""
    is_ruling: bool = False
    """Whether it says what the rules come to, which stands before what a clause says in short."""

    @property
    def marks(self) -> str:
        """The numbers of its citations as they stand in a text."""
        return "".join(f"[{n}]" for n in self.cites)

    @property
    def markdown(self) -> str:
        """What is shown of it: a clause below its heading, anything else as it is."""
        if self.heading:
            return f"**{render_text(self.heading)}** {self.marks}\n\n{self.shown}"
        beside = f"\n\u201c{self.quote}\u201d" if self.quote else ""
        return f"{self.shown or self.text} {self.marks}{beside}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the handbook says to a question, or the clauses that come nearest when it does not.

    *band* is ``sure`` of an answer, ``unsure`` where the nearest clause is shown as such, and
    ``none`` where nothing is. The clause that is shown is the first of the *citations*; *nearest*
    are those to be named beside it, or instead. *short* says in one or two sentences, in the
    asker's language, what the clause says. *question* is what was looked for, with what is private
    in it covered up, and *masked* tells what that was. *fallback* says why a model that could have
    written the answer did not. *conflicts* names the citations that contradict each other, by
    their numbers.
    """

    band: Band
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
    def answered(self) -> bool:
        """Whether it is sure to answer the question."""
        return self.band == "sure"

    @property
    def text(self) -> str:
        """The claims as one plain text, with the numbers of their citations."""
        return "\n\n".join(f"{claim.text} {claim.marks}" for claim in self.claims)

    @property
    def markdown(self) -> str:
        """The claims as they are shown, with the numbers of their citations."""
        return "\n\n".join(claim.markdown for claim in self.claims)

    @property
    def in_order(self) -> list[Citation]:
        """The citations by number, as they are listed below the answer."""
        return sorted(self.citations, key=lambda each: each.n)

    @property
    def in_parts(self) -> tuple[str, str]:
        """The same in two: what the rules come to, if that is said first, and what follows it."""
        count = 1 if self.claims and self.claims[0].is_ruling else 0
        parts = self.claims[:count], self.claims[count:]
        first, rest = ("\n\n".join(claim.markdown for claim in part) for part in parts)
        return first, rest


def extract(
    found: SearchResult,
    corpus: Corpus,
    *,
    band: Band,
    language: str,
    hidden: Collection[str] = (),
) -> Answer:
    """Build the answer from what was *found*: its best clause, unless the *band* is ``none``.

    Nothing leads to the pages that are *hidden*.
    """
    clauses = _by_clause(found.ranked)
    best = next((each for each in clauses if quotable_places(each.passage)), None)
    if band == "none" or best is None:
        return refuse(found, corpus, language=language)
    shown = show(best.passage, corpus, _answering(best, found), hidden)
    linked = [each for path in shown.links if (each := _passage_at(path, corpus))][:1]
    others = (each.passage for each in clauses)
    own = [best.passage.clause]
    near = _distinct([*linked, *others], own)[:MAX_SEE_ALSO]
    given = Answer(
        band=band,
        claims=(Claim(shown.text, (1,), shown.markdown, _heading(best.passage, corpus)),),
        citations=(cite(1, best.passage, corpus, quote=shown.text),),
        nearest=tuple(cite(0, each, corpus, quote="") for each in near),
        mode="extractive",
        language=language,
        ms=0.0,
    )
    contacts = [each for each in linked if _has_contact(each, corpus) and "@" not in shown.text]
    return add_clause(given, contacts[0], (), corpus, hidden) if contacts else given


def add_clause(
    given: Answer,
    passage: Passage,
    answers: Sequence[Sentence],
    corpus: Corpus,
    hidden: Collection[str] = (),
) -> Answer:
    """Show the clause of another *passage* below an answer, unless it is there already."""
    if passage.clause in {each.clause for each in given.citations}:
        return given
    n = len(given.citations) + 1
    shown = show(passage, corpus, answers, hidden)
    return replace(
        given,
        claims=(*given.claims, Claim(shown.text, (n,), shown.markdown, _heading(passage, corpus))),
        citations=(*given.citations, cite(n, passage, corpus, quote=shown.text)),
        nearest=tuple(each for each in given.nearest if each.clause != passage.clause),
    )


def add_second_part(
    given: Answer,
    found: Iterable[tuple[Ranked | None, SearchResult]],
    corpus: Corpus,
    hidden: Collection[str] = (),
) -> Answer:
    """Show below an answer the first clause *found* for a part of its question that it leaves."""
    shown = {each.clause for each in given.citations}
    for best, part in found:
        if best and best.passage.clause not in shown:
            return add_clause(given, best.passage, _answering(best, part), corpus, hidden)
    return given


def _has_contact(passage: Passage, corpus: Corpus) -> bool:
    """Tell whether the clause of a *passage* says whom to write to."""
    return "@" in corpus.page_of(passage).section(passage.anchor).text


def refuse(found: SearchResult, corpus: Corpus, *, language: str) -> Answer:
    """Build the answer that names the nearest clauses, and shows none."""
    near = _distinct(each.passage for each in found.ranked)[:MAX_NEAREST]
    return Answer(
        band="none",
        claims=(),
        citations=(),
        nearest=tuple(cite(0, each, corpus, quote="") for each in near),
        mode="extractive",
        language=language,
        ms=0.0,
    )


def answer_with(
    passage: Passage, corpus: Corpus, *, hidden: Collection[str] = (), about: Collection[str] = ()
) -> Answer:
    """Build the answer that is the clause of a *passage*, which was asked for by its address.

    The sentences that name what it is asked *about* are emphasised, if they are few.
    """
    body = corpus.page_of(passage).section(passage.anchor).text
    wanted = [names for each in about if (names := set(tokenize(each)))]
    told = [
        each
        for each in (sentences(body) if wanted else ())
        if any(names <= set(tokenize(each.text)) for names in wanted)
    ]
    shown = show(passage, corpus, told if len(told) <= MAX_EMPHASISED else (), hidden)
    return Answer(
        band="sure",
        claims=(Claim(shown.text, (1,), shown.markdown, _heading(passage, corpus)),),
        citations=(cite(1, passage, corpus, quote=shown.text),),
        nearest=(),
        mode="extractive",
        language=language_of(passage.text),
        ms=0.0,
    )


def ask_back(choices: tuple[ClarifyingChoice, ...], *, language: str) -> Answer:
    """Build the answer that asks back which of *choices* is meant."""
    return Answer(
        band="unsure",
        claims=(),
        citations=(),
        nearest=(),
        mode=ASKED_BACK,
        language=language,
        ms=0.0,
        choices=choices,
    )


def show(
    passage: Passage, corpus: Corpus, answers: Sequence[Sentence], hidden: Collection[str] = ()
) -> Excerpt:
    """Cut the clause of a *passage* down to what *answers*, the best sentence of it first."""
    page = corpus.page_of(passage)
    body = page.section(passage.anchor).text
    return excerpt(body, answers, _target(page, corpus, hidden))


def _heading(passage: Passage, corpus: Corpus) -> str:
    """Give the heading of a clause, below those above it where other clauses bear it as well."""
    if passage.heading not in corpus.shared_headings:
        return passage.heading
    page = corpus.page_of(passage)
    return full_title(page, page.section(passage.anchor))


def _by_clause(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Keep the best passage of each clause."""
    clauses: dict[str, Ranked] = {}
    for each in ranked:
        clauses.setdefault(each.passage.clause, each)
    return list(clauses.values())


def _distinct(found: Iterable[Passage], without: Collection[str] = ()) -> list[Passage]:
    """Keep the first passage of each clause, but for those of clauses to be left out."""
    clauses: dict[str, Passage] = {}
    for each in found:
        if each.clause not in without:
            clauses.setdefault(each.clause, each)
    return list(clauses.values())


def _answering(best: Ranked, found: SearchResult) -> list[Sentence]:
    """Choose what answers in a passage: its best sentence, or rows of a table."""
    own, scores = best.passage.sentences, best.sentence_scores
    places = quotable_places(best.passage)
    in_order = sorted(places, key=lambda at: -scores[at])
    lead = next((at for at in in_order if own[at].is_quotable), in_order[0])
    gap = MAX_ROW_GAP if found.usual else MAX_LEXICAL_ROW_GAP
    rows = [at for at in in_order if own[at].kind == "row" and scores[at] >= scores[lead] - gap]
    return [own[at] for at in dict.fromkeys((lead, *rows[:MAX_ROWS]))]


def _target(page: Page, corpus: Corpus, hidden: Collection[str]) -> Target:
    """Map the links of a *page* to the handbook reader; those that lead nowhere are left out."""

    def target(href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme in {"http", "https"}:
            return href
        if parts.scheme or parts.netloc:
            return ""
        beside = posixpath.join(posixpath.dirname(page.id), unquote(parts.path))
        id_ = id_of(posixpath.normpath(beside)) if parts.path else page.id
        other = corpus.pages.get(id_)
        if other is None or id_ in hidden:
            return ""
        anchors = {section.anchor for section in other.sections}
        return reader_path(id_, parts.fragment if parts.fragment in anchors else "")

    return target


def _passage_at(path: str, corpus: Corpus) -> Passage | None:
    """Find the first passage of the clause at a *path* of the handbook reader."""
    clause = unquote(path.removeprefix(READER))
    return next((each for each in corpus.passages if each.clause == clause), None)


def reader_path(page: str, anchor: str) -> str:
    """Return the address of a clause in the handbook reader."""
    return f"{READER}{url_quoted(page)}{f'#{url_quoted(anchor)}' if anchor else ''}"


def cite(n: int, passage: Passage, corpus: Corpus, *, quote: str) -> Citation:
    """Build the citation number *n* of a *passage*'s clause, with its quote."""
    page = corpus.page_of(passage)
    return Citation(
        n=n,
        page=page.id,
        clause=passage.clause,
        heading=passage.heading,
        title=full_title(page, page.section(passage.anchor)),
        quote=quote,
        version=page.version,
        effective=page.effective,
        owner=page.owner,
        review_by=page.review_by,
        path=reader_path(page.id, passage.anchor),
        is_partial=page.is_partial,
    )


def cite_opening(n: int, passage: Passage, corpus: Corpus) -> Citation:
    """Build the citation number *n* of a *passage*'s clause, with its first words."""
    first = quotable_places(passage)[:1]
    quote = render_quote(passage, add_context(passage, first[0]) if first else ())
    return cite(n, passage, corpus, quote=quote)
