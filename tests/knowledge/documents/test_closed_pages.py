"""A page that somebody closes, with a slip: what it said before is not shown meanwhile."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge import Handbook, HandbookEmptyError, PageNotFoundError
from tests.fixtures import documents as make
from tests.fixtures.handbooks import LEAVE, TRAVEL

pytestmark = pytest.mark.slow  # readers run in processes of their own

ANYBODY = frozenset({"everyone"})
JANUARY, MARCH = date(2026, 1, 10), date(2026, 3, 10)
QUESTION = "How many days of annual leave are there a year?"
PDF = make.a_pdf([[("text", make.HOTELS)]])
HOTELS = "How much may a hotel cost a night?"

Opened = Callable[[], Handbook]


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Opened:
    """Open the handbook of two pages, as a new process would."""
    return lambda: Handbook(folder, home=tmp_path / "home", embedder=None, today=lambda: MARCH)


def with_settings(lines: str) -> bytes:
    """Give the page about leave, with more *lines* in its front matter."""
    return LEAVE.replace("---\n", f"---\n{lines}\n", 1).encode()


CLOSED = {
    "a misspelt audience": with_settings("audience: lead"),
    "a misspelt name": with_settings("audiense: leads"),
    "another slip": with_settings("audience: leads\nreviewers: [Mei"),
    "a slip in both": with_settings("audiense: leads\nreviewers: [Mei"),
    "said twice": with_settings("audience: everyone\naudience: leads"),
    "on one line": b"---\n{title: Leave, audience: leads\n---\n# Leave\n\nText.\n",
    "a tag": with_settings("!!str audience: lead"),
    "a list": with_settings("audience: [leads]"),
    "after a line": with_settings("audience:\n  leads\nreviewers: [Mei"),
    "no end": b"---\naudience: leads\n\n# Leave\n\nText.\n",
    "another encoding": with_settings("audience: leads").decode().encode("utf-32-le"),
    "old line ends": with_settings("audience: lead").replace(b"\n", b"\r"),
}


@pytest.mark.parametrize("content", CLOSED.values(), ids=CLOSED)
async def test_a_page_being_closed_with_a_slip_is_closed(
    opened: Opened, folder: Path, content: bytes
) -> None:
    """For now, for the days before, and for whoever kept the address of a version."""
    before = opened()
    await before.refresh()
    [(version, _)] = before.versions("leave")
    await before.close()
    (folder / "leave.md").write_bytes(content)
    handbook = opened()
    report = await handbook.refresh()
    told = [await handbook.answer(QUESTION, on=day) for day in (JANUARY, MARCH)]
    await handbook.close()

    assert [each.file for each in report.skipped] == ["leave.md"]
    assert (report.removed, report.outdated) == (("leave.md",), ())
    assert "18 days" not in repr(told)
    assert handbook.versions("leave") == ()
    with pytest.raises(PageNotFoundError):
        handbook.page("leave", version=version.mark)


@pytest.mark.parametrize(
    "beside",
    [
        {"hotels.pdf.yaml": b"audience: lead"},
        {"hotels.pdf.yaml": b"audience: leads\nowner: [Mei"},
        {"hotels.yaml": b"audience: leads"},
        {"hotels.pdf.yaml": b"# \n" * 40_000 + b"audience: leads"},
    ],
    ids=["misspelt", "another slip", "another place", "too long"],
)
async def test_settings_beside_a_file_close_it_as_well(
    opened: Opened, folder: Path, beside: dict[str, bytes]
) -> None:
    """Whatever is wrong with them."""
    (folder / "hotels.pdf").write_bytes(PDF)
    (folder / "travel.md").unlink()
    handbook = opened()
    await handbook.refresh()
    before = await handbook.answer(HOTELS, on=MARCH)
    for name, content in beside.items():
        (folder / name).write_bytes(content)
    await handbook.refresh()
    after = await handbook.answer(HOTELS, on=MARCH)
    await handbook.close()

    assert [each.page for each in before.citations] == ["hotels.pdf"]
    assert "hotels.pdf" not in repr(after)


@pytest.mark.parametrize("audience", ["", "audience: everyone", "audience: 'everyone' # all"])
async def test_an_older_text_that_is_still_used_is_reported(
    opened: Opened, folder: Path, audience: str
) -> None:
    """Where the slip leaves no doubt that the page is for everyone."""
    handbook = opened()
    await handbook.refresh()
    (folder / "leave.md").write_bytes(with_settings(f"{audience}\nreviewers: [Mei"))
    report = await handbook.refresh()
    told = await handbook.answer(QUESTION, on=MARCH)
    await handbook.close()

    assert "18 days" in told.text
    assert (report.removed, report.outdated) == ((), ("leave.md",))


async def test_a_page_that_can_be_read_again_is_used_again(opened: Opened, folder: Path) -> None:
    """By those it is for, with the versions that it had."""
    handbook = opened()
    await handbook.refresh()
    (folder / "leave.md").write_bytes(with_settings("audience: lead"))
    await handbook.refresh()
    (folder / "leave.md").write_bytes(with_settings("audience: leads"))
    await handbook.refresh()
    leads = ANYBODY | {"leads"}
    told = [await handbook.answer(QUESTION, on=MARCH, audiences=who) for who in (leads, ANYBODY)]
    versions = handbook.versions("leave", audiences=leads)
    await handbook.close()

    assert ["18 days" in each.text for each in told] == [True, False]
    assert len(versions) == 2
    assert handbook.versions("leave") == ()


async def test_what_a_closed_page_replaces_stays_replaced(opened: Opened, folder: Path) -> None:
    """An older rule is no better for it."""
    (folder / "leave.md").write_bytes(with_settings("supersedes: travel"))
    (folder / "tea.md").write_text("# Tea\n\nTea is at four.\n", encoding="utf-8")
    handbook = opened()
    await handbook.refresh()
    (folder / "leave.md").write_bytes(with_settings("supersedes: travel\naudience: lead"))
    await handbook.refresh()
    told = await handbook.answer(HOTELS, on=MARCH)
    await handbook.close()

    assert "150 dollars" in TRAVEL
    assert "150 dollars" not in repr(told)


async def test_the_only_page_being_closed_is_closed_too(opened: Opened, folder: Path) -> None:
    """Although the pages before stay in service where none can be read."""
    handbook = opened()
    await handbook.refresh()
    (folder / "leave.md").write_bytes(with_settings("audience: lead"))
    (folder / "travel.md").write_text(TRAVEL.replace("2026-01-01", "soon"), encoding="utf-8")
    with pytest.raises(HandbookEmptyError):
        await handbook.refresh()
    told = [await handbook.answer(each, on=MARCH) for each in (QUESTION, HOTELS)]
    await handbook.close()

    assert ["18 days" in told[0].text, "150 dollars" in told[1].text] == [False, True]
