"""What keeps a solution from being approved: a stop, or something that is not known yet."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import assert_never

from governance import (
    Answers,
    Assessment,
    AssessmentOutcome,
    Review,
    Rule,
    add_working_days,
    find_office,
    review_plan,
    to_find_out,
    tools_instead,
)
from handlers.citations import audiences, cite, day_of
from handlers.reply import Block, Button, Card, Tone
from handlers.turn import Desk, Turn


def show_obstacle(
    turn: Turn, desk: Desk, answers: Answers, assessment: Assessment, review: Review | None
) -> tuple[Block, ...]:
    """Say what is to be found out, or what comes first; nothing where a review may approve."""
    match assessment.outcome:
        case AssessmentOutcome.STOP:
            return _show_stop(turn, desk, answers, assessment)
        case AssessmentOutcome.ON_HOLD:
            return (_show_hold(turn, desk, answers, assessment, review),)
        case AssessmentOutcome.TIER:
            return ()
        case _:
            assert_never(assessment.outcome)


def _show_stop(
    turn: Turn, desk: Desk, answers: Answers, assessment: Assessment
) -> tuple[Block, ...]:
    """Say that nothing can be approved like this, which tools may, and what to do now."""
    words = desk.wording
    stops = [each.rule for each in assessment.fired if each.sure and each.rule.stop]
    tools = ", ".join(tool.name for tool in tools_instead(desk.policy, answers))
    lines = [
        *(f"- {rule.because.to(words.locale)}" for rule in stops),
        "",
        words("solutions-stop-why"),
        *(["", words("solutions-stop-tools", tools=tools)] if tools else []),
    ]
    card = Card(
        words("solutions-stop-title"),
        subtitle=words("solutions-tier", tier=assessment.tier.name.to(words.locale)),
        tone=Tone.BAD,
        markdown="\n".join(lines),
        buttons=(Button(words("register-book"), "office-hours.start"),),
    )
    clauses = dict.fromkeys(rule.instead for rule in stops if rule.instead)
    if not clauses:
        return (card,)
    return card, cite(turn, desk, clauses, label=words("solutions-stop-instead"), numbered=False)


def _show_hold(
    turn: Turn, desk: Desk, answers: Answers, assessment: Assessment, review: Review | None
) -> Card:
    """Say what to find out, from whom and by when; nobody is asked to stop for not knowing."""
    words = desk.wording
    until = words.moment(_until(turn, desk, assessment, review), turn.person.zone)
    lines = [
        words(
            "solutions-hold-ask",
            question=question.label.to(words.locale),
            who=_whom(turn, desk, rules),
            until=until,
        )
        for question, rules in to_find_out(desk.policy, answers, assessment)
    ]
    return Card(
        words("solutions-hold-title"),
        subtitle=words("solutions-tier", tier=assessment.tier.name.to(words.locale)),
        tone=Tone.CAREFUL,
        markdown="\n".join([words("solutions-hold-why"), "", *(f"- {line}" for line in lines)]),
        buttons=(Button(words("register-book"), "office-hours.start"),),
    )


def _until(turn: Turn, desk: Desk, assessment: Assessment, review: Review | None) -> datetime:
    """Take the review's own date, or count its working days from now."""
    if review is not None and review.decided_at is None:
        return review.due_at
    plan = review_plan(desk.policy, assessment)
    office = find_office(desk.policy, turn.person.zone)
    closed = {holiday.on for holiday in office.holidays}
    days = plan.working_days if plan else 1
    return add_working_days(turn.at, days, zone=office.zone, holidays=closed)


def _whom(turn: Turn, desk: Desk, rules: Iterable[Rule]) -> str:
    """Name whom to ask: the titles that the rules ask, else the owners of their pages."""
    names = dict.fromkeys(name for rule in rules for name in _names(turn, desk, rule))
    return ", ".join(names) or desk.wording("solutions-hold-mentor")


def _names(turn: Turn, desk: Desk, rule: Rule) -> Iterator[str]:
    locale = desk.wording.locale
    asked = [title.name.to(locale) for title in desk.policy.titles if title.id in rule.asks]
    if asked:
        yield from asked
        return
    today, page_id = day_of(turn.person, turn.at), rule.clause.partition("#")[0]
    for page in desk.handbook.pages(on=today, audiences=audiences(turn.person)):
        if page.id == page_id and page.owner:
            title = desk.policy.find_title(page.owner)
            yield title.name.to(locale) if title else page.owner
