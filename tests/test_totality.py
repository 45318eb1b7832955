"""A state, kind or role that is added is missed everywhere until it has its words and its moves.

Each check is made twice: over what there is, where nothing may be missing, and over the same with
a made-up member, which must be found missing. Where ``match`` ends in ``assert_never``, ``mypy``
asks for the new member; what the database allows, ``governance/storage/test_migrations.py`` checks.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import pytest

from bot.slack.render import blocks as slack_blocks
from bot.teams.render import styles as teams_styles
from governance import (
    NEXT,
    AssessmentOutcome,
    ConversationState,
    Operation,
    ReviewStatus,
    Role,
    Verdict,
    VersionState,
)
from governance.policy import CARE_ORDER
from governance.policy.verdict import OUTCOMES
from governance.reviews.moves import AUDIT_ACTIONS, LEADS_TO
from handlers.reply import Tone
from handlers.solution_views.summary import TONES
from handlers.wording import LOCALES
from tests.test_completeness import entries

MADE_UP = "made_up"

RUNNING = frozenset({Operation.IDEA, Operation.PILOT, Operation.LIVE})
"""Of what may run, it is said where its review stands."""

WORDS: list[tuple[type[StrEnum], str, frozenset[str]]] = [
    (ReviewStatus, "review-state", frozenset()),
    (VersionState, "solutions-state", frozenset()),
    (VersionState, "solutions-next", frozenset()),
    (Operation, "solutions-state", RUNNING),
    (Operation, "solutions-next", RUNNING),
    (ConversationState, "home-room", frozenset({ConversationState.OPEN})),
    (Role, "web-role", frozenset()),
    (Verdict, "ruling-part", frozenset()),
    (Verdict, "ruling-sees", frozenset()),
]
"""Keys of the wording that end in a member of an enum, and the members that nothing is said of."""

PAGE_BLOCKS = Path(__file__).parents[1] / "bot" / "web" / "static" / "blocks.js"


def signs_of_page() -> set[str]:
    """Read which tones the page has a sign for."""
    (table,) = re.findall(
        r"^const SIGNS = \{(.+?)\};", PAGE_BLOCKS.read_text(), re.MULTILINE | re.DOTALL
    )
    return set(re.findall(r"(\w+): \"", table))


TABLES: list[tuple[type[StrEnum], Collection[Any]]] = [
    (ReviewStatus, NEXT),
    (ReviewStatus, LEADS_TO),
    (ReviewStatus, AUDIT_ACTIONS),
    (Verdict, OUTCOMES),
    (AssessmentOutcome, CARE_ORDER),
    (Tone, slack_blocks.SIGNS),
    (Tone, teams_styles.SIGNS),
    (Tone, teams_styles.STYLES),
    (Tone, signs_of_page()),
]
"""What has a row or a place for each member of an enum."""


def with_one_more(kinds: type[StrEnum]) -> type[StrEnum]:
    """Make an enum like *kinds* that somebody has added a member to, and nothing else."""
    members = {member.name: member.value for member in kinds}
    made = StrEnum(kinds.__name__, {**members, "MADE_UP": MADE_UP})  # type: ignore[misc]  # made at run time
    return cast("type[StrEnum]", made)


def missing_words(kinds: type[StrEnum], prefix: str, locale: str) -> set[str]:
    """Name the members of *kinds* that a language has no words for under a *prefix*."""
    said = entries(locale)
    return {kind for kind in kinds if f"{prefix}-{kind.value.replace('_', '-')}" not in said}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("kinds", "prefix", "silent"), WORDS, ids=[each[1] for each in WORDS])
def test_every_member_has_words(
    kinds: type[StrEnum], prefix: str, silent: frozenset[str], locale: str
) -> None:
    """In every language; one more member has them in none."""
    assert missing_words(kinds, prefix, locale) == silent
    assert missing_words(with_one_more(kinds), prefix, locale) == silent | {MADE_UP}


@pytest.mark.parametrize(("kinds", "table"), TABLES)
def test_every_member_has_its_row(kinds: type[StrEnum], table: Collection[Any]) -> None:
    """No more and no fewer; one more member has none."""
    assert set(kinds) == set(table)
    assert set(with_one_more(kinds)) - set(table) == {MADE_UP}


def test_a_status_of_a_review_is_one_thing() -> None:
    """Open or over; only what is open waits for a reviewer, and nothing open is decided."""
    for status in ReviewStatus:
        assert status.is_open or not status.awaits_reviewer
        assert not (status.is_open and status.is_decided)
        assert bool(NEXT[status]) == status.is_open


def test_what_a_page_shows_first_has_a_tone() -> None:
    """Every state of a version, and what is out of use."""
    assert set(TONES) == {*VersionState, *(set(Operation) - RUNNING)}
