"""Versions of pages: which one applies on a day, and what is asked of another day."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Embedder, Handbook, PageNotFoundError, read_folder
from knowledge.documents.markdown.page import parse
from knowledge.evaluation.page_checks import proofread
from knowledge.history.as_of import Editions
from knowledge.history.page_versions import ABSENT, Version, VersionHistory
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from tests.fixtures.handbooks import LEAVE, TRAVEL

JANUARY, MARCH, JUNE = date(2026, 1, 10), date(2026, 3, 10), date(2026, 6, 10)
QUESTION = "How many days of annual leave are there a year?"
OPEN = """---
title: Mentors
owner: People team
version: "1.0"
effective: 2026-01-01
review_by: 2027-01-01
audience: everyone
---

# Mentors

## Fees

A mentor of the quartz programme is paid 70 dollars an hour.
"""


@dataclass
class Calendar:
    """A day that a test turns over."""

    day: date = field(default=JANUARY)

    def __call__(self) -> date:
        """Tell the day."""
        return self.day


@pytest.fixture(params=["by words", "by meaning"])
def kept(
    request: pytest.FixtureRequest, folder: Path, tmp_path: Path, e5: Embedder
) -> Callable[[Calendar], Handbook]:
    """Open the handbook of two pages, as a new process would."""
    embedder = e5 if request.param == "by meaning" else None

    def open_(today: Calendar) -> Handbook:
        return Handbook(folder, home=tmp_path / "home", embedder=embedder, today=today)

    return open_


def write(folder: Path, name: str, text: str, **settings: str) -> None:
    """Write a page, with some settings of its front matter put in or replaced."""
    for key, value in settings.items():
        lines = [line for line in text.splitlines(keepends=True) if not line.startswith(f"{key}:")]
        text = "".join([lines[0], f"{key}: {value}\n", *lines[1:]])
    (folder / name).write_text(text, encoding="utf-8")


async def said(handbook: Handbook, question: str, on: date) -> str:
    """Give the text of an answer, or nothing."""
    answer = await handbook.answer(question, on=on)
    return answer.text if answer.answered else ""


async def test_a_day_in_the_past_is_answered_as_the_page_read_then(
    kept: Callable[[Calendar], Handbook], folder: Path
) -> None:
    """Also by a process that was started later, and cited with an address that stays."""
    today = Calendar()
    first = kept(today)
    await first.refresh()
    today.day = MARCH
    write(folder, "leave.md", LEAVE.replace("18 days", "21 days"), version='"2.2"')
    await first.refresh()
    await first.close()
    again = kept(today)
    await again.refresh()
    then = await again.answer(QUESTION, on=JANUARY)
    now = await again.answer(QUESTION, on=MARCH)
    [cited] = then.citations
    shown = again.page("leave", version=cited.mark)
    await again.close()

    assert "18 days" in then.text
    assert "21 days" in now.text
    assert (cited.version, now.citations[0].version) == ("2.1", "2.2")
    assert cited.path == f"/handbook/leave?version={cited.mark}#annual-leave"
    assert now.citations[0].path == "/handbook/leave#annual-leave"
    assert "18 days" in shown.section("annual-leave").text


async def test_a_text_whose_day_has_not_come_leaves_the_one_before_in_force(
    kept: Callable[[Calendar], Handbook], folder: Path
) -> None:
    """It is put into the folder in March and applies from June."""
    today = Calendar()
    handbook = kept(today)
    await handbook.refresh()
    today.day = MARCH
    later = LEAVE.replace("18 days", "25 days")
    write(folder, "leave.md", later, effective=JUNE.isoformat())
    await handbook.refresh()
    before = await said(handbook, QUESTION, JUNE - timedelta(days=1))
    after = await said(handbook, QUESTION, JUNE)
    listed = {page.id: page.effective for page in handbook.pages(on=MARCH)}
    await handbook.close()

    assert "18 days" in before
    assert "25 days" in after
    assert listed == {"leave": date(2026, 1, 1), "travel": date(2026, 1, 1)}


async def test_a_page_that_is_gone_is_known_on_the_days_before(
    kept: Callable[[Calendar], Handbook], folder: Path
) -> None:
    """And on no day after."""
    today = Calendar()
    handbook = kept(today)
    await handbook.refresh()
    today.day = MARCH
    (folder / "leave.md").unlink()
    await handbook.refresh()
    before, after = await said(handbook, QUESTION, JANUARY), await said(handbook, QUESTION, MARCH)
    await handbook.close()

    assert "18 days" in before
    assert "18 days" not in after


async def test_a_superseded_page_is_not_cited_as_current(
    kept: Callable[[Calendar], Handbook], folder: Path
) -> None:
    """From the day on which what takes its place applies."""
    write(
        folder,
        "leave-2026.md",
        LEAVE.replace("18 days", "30 days"),
        supersedes="leave.md",
        effective=MARCH.isoformat(),
    )
    handbook = kept(Calendar())
    await handbook.refresh()
    before = await handbook.answer(QUESTION, on=JANUARY)
    after = await handbook.answer(QUESTION, on=MARCH)
    await handbook.close()

    assert {each.page for each in before.citations} == {"leave"}
    assert {each.page for each in after.citations} == {"leave-2026"}
    assert "18 days" not in after.text


@pytest.mark.parametrize("is_gone", [False, True], ids=["still there", "gone since"])
async def test_who_may_not_see_a_page_now_does_not_see_what_it_said_before(
    folder: Path, tmp_path: Path, e5: Embedder, *, is_gone: bool
) -> None:
    """In an answer, in the list of pages, or by its address; a lead sees it."""
    today = Calendar()
    write(folder, "mentors.md", OPEN)
    handbook = Handbook(folder, home=tmp_path / "home", embedder=e5, today=today)
    await handbook.refresh()
    today.day = MARCH
    write(folder, "mentors.md", OPEN, audience="leads")
    await handbook.refresh()
    if is_gone:
        today.day = JUNE
        (folder / "mentors.md").unlink()
        await handbook.refresh()
    question = "What is a mentor of the quartz programme paid?"
    leads = frozenset({"everyone", "reviewers", "leads"})
    told = await handbook.answer(question, on=JANUARY)
    lead = await handbook.answer(question, on=JANUARY, audiences=leads)
    [cited] = lead.citations
    listed = [page.id for page in handbook.pages(on=JANUARY)]
    with pytest.raises(PageNotFoundError):
        handbook.page("mentors", version=cited.mark)
    seen = handbook.versions("mentors")
    known = handbook.versions("mentors", audiences=leads)
    await handbook.close()

    shown = (*told.citations, *told.nearest)
    assert "mentors" not in {each.page for each in shown}
    assert "70 dollars" not in told.text
    assert "70 dollars" in lead.text
    assert (len(seen), len(known)) == (0, 2)
    assert listed == ["leave", "travel"]


async def test_what_cannot_be_kept_does_not_keep_answers_away(folder: Path, tmp_path: Path) -> None:
    """The file of versions is no database; the folder as it is still answers."""
    kept = tmp_path / "home" / "knowledge" / "versions.sqlite3"
    kept.mkdir(parents=True)
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None, today=Calendar())
    await handbook.read()

    assert "18 days" in await said(handbook, QUESTION, JANUARY)


def test_a_page_that_supersedes_what_is_not_there_is_reported(tmp_path: Path) -> None:
    """And so is one that is superseded by the page it supersedes."""
    write(tmp_path, "leave.md", LEAVE, supersedes="[travel, holidays]")
    write(tmp_path, "travel.md", TRAVEL, supersedes="leave.md")
    found = [(each.file, each.message) for each in proofread(read_folder(tmp_path))]

    assert found == [
        ("leave.md", "it supersedes 'travel', which supersedes it in turn, so neither does"),
        ("leave.md", "it supersedes 'holidays', and there is no such other page"),
        ("travel.md", "it supersedes 'leave', which supersedes it in turn, so neither does"),
    ]


DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))


@given(
    seen=st.lists(DAYS, min_size=1, max_size=6).map(sorted),
    effective=st.lists(st.none() | DAYS, min_size=6, max_size=6),
    on=DAYS,
)
def test_a_version_applies_only_once_it_has_begun(
    seen: list[date], effective: list[date | None], on: date
) -> None:
    """And never before it was seen where it names no day of its own."""
    versions = [
        Version("page", f"m{n}", begins, (), day)
        for n, (day, begins) in enumerate(zip(seen, effective, strict=False))
    ]
    found = VersionHistory({"page": versions}).in_force(on).get("page")

    if found is None:
        assert versions[0].effective is not None
        assert versions[0].effective > on
    elif found.effective is not None:
        assert found.effective <= on
    else:
        assert found is versions[0] or found.seen <= on


@given(on=DAYS, gone=DAYS)
def test_an_absent_page_is_in_force_on_no_day_after(on: date, gone: date) -> None:
    """It is on every day before."""
    was = Version("page", "m", None, (), date(2025, 1, 1))
    history = VersionHistory({"page": [was, Version("page", ABSENT, None, (), gone)]})

    assert ("page" in history.in_force(on)) == (on < gone)


def test_pages_that_supersede_each_other_in_a_circle_replace_nothing() -> None:
    """However many they are; what one of them replaces besides is replaced."""
    after = {"one": ("two", "old"), "two": ("three",), "three": ("one",), "old": ()}
    pages = {page: [Version(page, page, JANUARY, olds, JANUARY)] for page, olds in after.items()}

    assert set(VersionHistory(pages).in_force(MARCH)) == {"one", "two", "three"}


async def test_a_page_that_comes_back_says_nothing_about_the_days_before(
    folder: Path, tmp_path: Path
) -> None:
    """Although it names a day long ago: it was gone in between, and before it read otherwise."""
    today = Calendar()
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None, today=today)
    await handbook.refresh()
    today.day = MARCH
    (folder / "leave.md").unlink()
    await handbook.refresh()
    today.day = JUNE
    write(folder, "leave.md", LEAVE.replace("18 days", "21 days"))
    await handbook.refresh()
    told = [await said(handbook, QUESTION, day) for day in (JANUARY, date(2026, 4, 1), JUNE)]
    await handbook.close()

    assert "18 days" in told[0]
    assert "days" not in told[1]
    assert "21 days" in told[2]


async def test_a_page_with_a_slip_in_its_settings_is_not_gone(folder: Path, tmp_path: Path) -> None:
    """What it said before stays in force until it can be read again."""
    today = Calendar()
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None, today=today)
    await handbook.refresh()
    today.day = MARCH
    write(folder, "leave.md", LEAVE, effective="soon")
    await handbook.refresh()
    told = await said(handbook, QUESTION, JUNE)
    await handbook.close()

    assert "18 days" in told


def test_who_asks_for_one_day_does_not_wait_for_another() -> None:
    """The index of an old edition takes a while to make; that of another day is made meanwhile."""
    page = parse("leave.md", "# Leave\n\nThere are 18 days a year.\n")
    first = Version("leave", "a", None, (), JANUARY, 1)
    second = Version("leave", "b", None, (), MARCH, 2)
    third = Version("leave", "c", None, (), JUNE, 3)
    made: list[str] = []
    begun, go_on = Event(), Event()

    def index(_passages: object) -> None:
        made.append("one")
        if len(made) == 1:
            begun.set()
            assert go_on.wait(20)

    editions = Editions(
        Corpus.build([page]),
        {"leave": "c"},
        VersionHistory({"leave": [first, second, third]}),
        lambda _: page,
        index,
    )
    dense = cast("DenseIndex", object())
    with ThreadPoolExecutor(3) as pool:
        slow = pool.submit(editions.on, JANUARY, dense)
        assert begun.wait(20)
        again = pool.submit(editions.on, JANUARY, dense)
        other = pool.submit(editions.on, MARCH, dense).result(timeout=20)
        go_on.set()
        same = slow.result(timeout=20) is again.result(timeout=20)

    assert other.marks == {"leave": "b"}
    assert same
    assert len(made) == 2
