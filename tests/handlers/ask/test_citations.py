"""Clauses as sources, on the day it is for whoever asks."""

from datetime import date, timedelta
from pathlib import Path

from governance import Database, Person, Policy
from handlers.citations import cite, day_of
from handlers.reply import Source
from handlers.turn import Desk, Place, Said, Turn
from handlers.wording import wording
from knowledge import Handbook
from tests.fixtures.databases import NOON

EVENING = NOON + timedelta(hours=8)
"""Still Monday in UTC, and Tuesday already in Jakarta."""


async def test_a_page_is_as_old_as_it_is_where_somebody_lives(
    database: Database, sari: Person, policy: Policy, tmp_path: Path
) -> None:
    """In force from, and overdue after, midnight of their own clock, as in answers."""
    (tmp_path / "tea.md").write_text(
        "---\ntitle: Tea\nowner: Mei\nversion: 1\neffective: 2026-03-03\n"
        "review_by: 2026-03-02\n---\n# Tea\n\n## Hours\n\nTea is at four.\n"
    )
    handbook = Handbook(tmp_path, home=tmp_path / "index", embedder=None)
    await handbook.read()
    turn = Turn("t", sari, Place("web", "c"), Said("tea"), EVENING)
    async with database.reading() as records:
        desk = Desk(records, handbook, policy, wording("en"))
        shown = cite(turn, desk, ["tea#hours"], label="Clauses").sources
    await handbook.close()

    assert day_of(sari, EVENING) == date(2026, 3, 3)
    assert [_told(source) for source in shown] == [("Tea \u203a Hours", True)]


def _told(source: Source) -> tuple[str, bool]:
    return source.title, bool(source.warning)
