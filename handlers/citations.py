"""Clauses of the handbook as sources: what a rule, a tier or a hint rests on."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import zip_longest
from urllib.parse import quote
from zoneinfo import ZoneInfo

from governance import ClauseText, Person, Role, SolutionVersion
from handlers.reply import Source, Sources
from handlers.turn import Desk, Turn
from handlers.wording import Wording
from knowledge import Page

_MARKUP = re.compile(r"\[([^\]]+)\]\([^)]*\)|\*\*|`")
"""What a quote does without: links keep their words, emphasis keeps nothing."""

EVERY_AUDIENCE = frozenset({"everyone", "reviewers", "leads"})
"""Whoever pages are for; what is kept of one is shown to nobody whom it is not for."""

QUOTE_MAX_CHARS = 280
"""How many characters of a clause are shown under its title."""


def audiences(person: Person) -> frozenset[str]:
    """Say which pages of the handbook are for *person*."""
    allowed = {"everyone"}
    if Role.REVIEWER in person.roles:
        allowed.add("reviewers")
    if Role.LEAD in person.roles:
        allowed |= {"reviewers", "leads"}
    return frozenset(allowed)


def day_of(person: Person, at: datetime) -> date:
    """Say which day a moment is where *person* lives."""
    return at.astimezone(ZoneInfo(person.zone)).date()


def next_headings(
    desk: Desk, clauses: Iterable[str], *, on: date, audiences: frozenset[str]
) -> tuple[str, ...]:
    """Name the headings that stand after *clauses* on their pages, the next of each one first."""
    named = tuple(dict.fromkeys(clauses))
    pages = {page.id: page for page in desk.handbook.pages(on=on, audiences=audiences)}
    after = [list(_headings_after(clause, pages, named)) for clause in named]
    in_turn = (heading for each in zip_longest(*after) for heading in each if heading)
    return tuple(dict.fromkeys(in_turn))


def _headings_after(clause: str, pages: Mapping[str, Page], named: Container[str]) -> Iterator[str]:
    id_, _, anchor = clause.partition("#")
    sections = iter(pages[id_].sections if id_ in pages else ())
    for section in sections:
        if section.anchor == anchor:
            break
    for section in sections:
        if f"{id_}#{section.anchor}" not in named and section.text.strip():
            yield section.heading


def read_clauses(turn: Turn, desk: Desk, clauses: Iterable[str]) -> dict[str, ClauseText]:
    """Say how *clauses* read today, for the record; those in no page in force are left out."""
    today = day_of(turn.person, turn.at)
    pages = {page.id: page for page in desk.handbook.pages(on=today, audiences=EVERY_AUDIENCE)}
    found = {}
    for clause in clauses:
        id_, _, anchor = clause.partition("#")
        sections = pages[id_].sections if id_ in pages else ()
        for section in sections:
            if section.anchor == anchor:
                mark = desk.handbook.in_force(id_, on=today)
                found[clause] = ClauseText(mark, section.text)
    return found


def stored_clauses(version: SolutionVersion) -> dict[str, ClauseText]:
    """Say how the clauses of the rules read that a version was assessed by."""
    return {
        str(rule["clause"]): ClauseText(str(rule["mark"]), str(rule.get("text", "")))
        for rule in version.rules
    }


def cite(  # noqa: PLR0913 - what is cited has this many parts
    turn: Turn,
    desk: Desk,
    clauses: Iterable[str],
    *,
    label: str,
    numbered: bool = True,
    stored: Mapping[str, ClauseText] | None = None,
) -> Sources:
    """Show *clauses*, *numbered* from 1 in the order they are first named.

    Those that read otherwise in *stored* are shown as they read there.
    """
    today = day_of(turn.person, turn.at)
    pages = {
        page.id: page for page in desk.handbook.pages(on=today, audiences=audiences(turn.person))
    }
    return Sources(
        tuple(
            _as_stored(
                _source(
                    turn, desk, n if numbered else 0, clause, pages.get(clause.partition("#")[0])
                ),
                desk,
                clause,
                (stored or {}).get(clause),
                on=today,
            )
            for n, clause in enumerate(dict.fromkeys(clauses), start=1)
        ),
        label,
    )


def _source(turn: Turn, desk: Desk, n: int, clause: str, page: Page | None) -> Source:
    """Show one *clause* of *page*; a page that is not for this person is only named."""
    path = f"/handbook/{quote(clause, safe='/#')}"
    if page is None:
        return Source(n, clause, path, "", "")
    anchor = clause.partition("#")[2]
    section = next((each for each in page.sections if each.anchor == anchor), None)
    words = desk.wording
    return Source(
        n,
        f"{page.title} \u203a {section.heading}" if section else page.title,
        path,
        _first_paragraph(section.text) if section else "",
        _details(page, words),
        _warnings(page, turn, words),
    )


def _as_stored(
    source: Source, desk: Desk, clause: str, stored: ClauseText | None, *, on: date
) -> Source:
    """Show a clause in the version that was in force when something was assessed by it."""
    page = clause.partition("#")[0]
    is_shown = bool(source.details)
    if stored is None or not is_shown or not stored.mark:
        return source
    if stored.mark == desk.handbook.in_force(page, on=on):
        return source
    path, _, anchor = source.path.partition("#")
    return replace(
        source,
        path=f"{path}?version={stored.mark}#{anchor}",
        quote=_first_paragraph(stored.text),
        details=desk.wording("solutions-clause-then"),
    )


def _details(page: Page, words: Wording) -> str:
    """Say what kind of text this is: its version, since when, and whose."""
    facts = {"version": page.version, "owner": page.owner}
    if page.effective is None:
        return words("solutions-clause-undated", **facts)
    return words("solutions-clause", since=words.date(page.effective), **facts)


def _warnings(page: Page, turn: Turn, words: Wording) -> str:
    """Warn of a page that has gaps, or that nobody has looked at in time."""
    warnings = [words("ask-page-partial")] if page.is_partial else []
    if page.review_by is not None and page.review_by < day_of(turn.person, turn.at):
        warnings.append(words("solutions-clause-stale", on=words.date(page.review_by)))
    return " ".join(warnings)


def _first_paragraph(text: str) -> str:
    """Give the first paragraph of *text*, cut at a word when it is long."""
    first = next((part for part in text.split("\n\n") if part.strip()), "")
    first = " ".join(_MARKUP.sub(lambda found: found[1] or "", first).split())
    if len(first) <= QUOTE_MAX_CHARS:
        return first
    return first[:QUOTE_MAX_CHARS].rsplit(" ", 1)[0] + " …"
