"""The handbook's index: what is embedded, when answers switch, who may see what."""

import asyncio
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from knowledge import (
    EmbedderUnavailableError,
    Handbook,
    HandbookEmptyError,
    HandbookNotFoundError,
    PageNotFoundError,
    Progress,
)
from tests.fixtures.handbooks import LEAVE, MODELS, TODAY, CountingEmbedder

HOTELS = "travel#hotels"

AGAIN = """
import asyncio, sys
from datetime import date
from pathlib import Path
from knowledge import Handbook, embedder_named

async def main():
    folder, home, models = map(Path, sys.argv[1:])
    handbook = Handbook(folder, home=home, embedder=embedder_named("e5", models=models))
    report = await handbook.refresh()
    answer = await handbook.answer("What does a hotel room cost at most?", on=date(2026, 11, 23))
    print(report.embedded, answer.citations[0].clause, "chromadb" in sys.modules)

asyncio.run(main())
"""
"""A second process that refreshes an unchanged handbook and answers from it."""


async def _clauses(handbook: Handbook, question: str, **how: object) -> list[str]:
    answer = await handbook.answer(question, on=TODAY, **how)  # type: ignore[arg-type]  # as given
    return [citation.clause for citation in answer.citations]


async def test_words_answer_before_anything_is_embedded(
    handbook: Handbook, counting: CountingEmbedder
) -> None:
    """Reading is enough for a first answer."""
    answer = await handbook.answer("How much may a hotel cost?", on=TODAY)

    assert [citation.clause for citation in answer.citations] == [HOTELS]
    assert (handbook.status.mode, handbook.status.pages) == ("lexical", 2)
    assert counting.embedded == []


async def test_a_refresh_tells_what_it_did(handbook: Handbook, folder: Path) -> None:
    """What was added, changed, removed and skipped, since the last complete index."""
    (folder / "form.pdf").write_bytes(b"%PDF")
    heard: list[Progress] = []
    first = await handbook.refresh(heard.append)
    (folder / "leave.md").write_text(LEAVE.replace("18 days", "20 days"), encoding="utf-8")
    (folder / "travel.md").unlink()
    (folder / "new.md").write_text("# New\n\nA new page.\n", encoding="utf-8")
    second = await handbook.refresh()

    assert first.added == ("leave.md", "travel.md")
    assert [each.file for each in first.skipped] == ["form.pdf"]
    assert heard[0].total == heard[-1].done == heard[-1].total > 10
    assert (second.added, second.changed, second.removed) == (
        ("new.md",),
        ("leave.md",),
        ("travel.md",),
    )
    assert handbook.status.state == "complete"
    assert handbook.status.mode == first.mode == "hybrid"


async def test_only_what_changed_is_embedded(
    handbook: Handbook, folder: Path, counting: CountingEmbedder
) -> None:
    """One changed sentence costs its passage and itself."""
    await handbook.refresh()
    counting.embedded.clear()
    (folder / "leave.md").write_text(LEAVE.replace("18 days", "20 days"), encoding="utf-8")
    report = await handbook.refresh()

    assert report.embedded == 2
    assert sorted(counting.embedded) == [
        "Everybody has 20 days of annual leave a year.",
        "Everybody has 20 days of annual leave a year. It grows by one day after five years.",
    ]


async def test_a_restart_embeds_nothing(
    handbook: Handbook, folder: Path, tmp_path: Path, counting: CountingEmbedder
) -> None:
    """A new process opens the complete index as soon as it has read the pages."""
    await handbook.refresh()
    counting.embedded.clear()
    again = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await again.read()
    mode = again.status.mode
    report = await again.refresh()
    await again.close()

    assert (mode, report.embedded, counting.embedded) == ("hybrid", 0, [])
    assert (report.added, report.changed, report.removed) == ((), (), ())


def test_nothing_that_is_slow_to_start_is_started_for_what_has_not_changed(
    handbook: Handbook, folder: Path, tmp_path: Path
) -> None:
    """The next process answers by meaning all the same, by looking at every passage."""
    asyncio.run(handbook.refresh())
    told = subprocess.run(  # noqa: S603 - this Python and a text of ours
        [sys.executable, "-c", AGAIN, str(folder), str(tmp_path / "home"), str(MODELS)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()[-1]

    assert told == f"0 {HOTELS} False"


@pytest.mark.parametrize(
    "damage", [("passages.npy", 0), ("titles.npy", 100), ("contents.json", 100)]
)
async def test_a_damaged_index_is_made_again(
    handbook: Handbook,
    folder: Path,
    tmp_path: Path,
    counting: CountingEmbedder,
    damage: tuple[str, int],
) -> None:
    """Words answer until it is, and nothing has to be embedded for it."""
    await handbook.refresh()
    await handbook.close()
    [damaged] = (tmp_path / "home").rglob(damage[0])
    os.truncate(damaged, damage[1])
    again = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await again.read()
    before = again.status.mode
    report = await again.refresh()
    await again.close()

    assert before == "lexical"
    assert (report.mode, report.embedded) == ("hybrid", 0)


async def test_the_same_words_cut_into_other_sentences_are_indexed_anew(
    handbook: Handbook, folder: Path, tmp_path: Path, counting: CountingEmbedder
) -> None:
    """Two spaces at the end of a line make two sentences of one; the passage reads as before."""
    page = "# Lunch\n\nLunch is free for all{}\nfrom twelve to two.\n"
    (folder / "lunch.md").write_text(page.format(""), encoding="utf-8")
    await handbook.refresh()
    counting.embedded.clear()
    (folder / "lunch.md").write_text(page.format("  "), encoding="utf-8")
    report = await handbook.refresh()
    again = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await again.read()
    told = [await each.answer("Is lunch free?", on=TODAY) for each in (handbook, again)]
    await again.close()

    assert (report.changed, report.embedded) == (("lunch.md",), 2)
    assert sorted(counting.embedded) == ["Lunch is free for all", "from twelve to two."]
    assert [each.citations[0].clause for each in told] == ["lunch#lunch"] * 2


async def test_an_index_with_vectors_of_other_sentences_is_made_again(
    handbook: Handbook, folder: Path, tmp_path: Path, counting: CountingEmbedder
) -> None:
    """However that came about; until then such a passage counts as not embedded."""
    await handbook.refresh()
    await handbook.close()
    [contents] = (tmp_path / "home").rglob("contents.json")
    kept = json.loads(contents.read_text(encoding="utf-8"))
    kept["starts"][1] -= 1
    contents.write_text(json.dumps(kept), encoding="utf-8")
    again = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await again.read()
    before = await again.answer("How many days of annual leave do I have?", on=TODAY)
    await again.refresh()
    [mended] = (tmp_path / "home").rglob("contents.json")
    await again.close()

    assert before.citations[0].clause == "leave#annual-leave"
    assert json.loads(mended.read_text(encoding="utf-8"))["starts"][1] == kept["starts"][1] + 1


async def test_a_killed_run_is_finished_by_the_next(
    handbook: Handbook, counting: CountingEmbedder, folder: Path
) -> None:
    """What was embedded before the end is kept, and words answer meanwhile."""
    pages = [f"# Page {n}\n\n" + f"Sentence {n} of many. " * 3 for n in range(20)]
    for number, text in enumerate(pages):
        (folder / f"p{number}.md").write_text(text, encoding="utf-8")
    counting.limit = 40
    with pytest.raises(EmbedderUnavailableError):
        await handbook.refresh()
    state, kept = handbook.status.state, set(counting.embedded)
    counting.limit = None
    counting.embedded.clear()
    await handbook.refresh()

    assert (state, handbook.status.state) == ("failed", "complete")
    assert len(kept) == 32
    assert not kept & set(counting.embedded)


async def test_the_last_complete_index_serves_while_the_next_is_made(
    handbook: Handbook, folder: Path, counting: CountingEmbedder
) -> None:
    """Questions in another language go on being answered, by meaning."""
    await handbook.refresh()
    (folder / "leave.md").write_text(LEAVE.replace("a year", "yearly"), encoding="utf-8")
    loop, seen = asyncio.get_running_loop(), []

    def ask() -> None:
        asked = _clauses(handbook, "berapa biaya hotel per malam?")
        clauses = asyncio.run_coroutine_threadsafe(asked, loop).result()
        seen.append((handbook.status.state, handbook.status.mode, clauses))

    counting.on_batch = ask
    await handbook.refresh()

    assert seen[0] == ("embedding", "hybrid", [HOTELS])


async def test_a_removed_page_disappears_at_once(handbook: Handbook, folder: Path) -> None:
    """Before anything else is done, and it is never cited again."""
    await handbook.refresh()
    (folder / "travel.md").unlink()
    await handbook.read()
    answer = await handbook.answer("How much may a hotel cost?", on=TODAY)

    assert not answer.answered
    assert {citation.page for citation in answer.nearest} == {"leave"}
    with pytest.raises(PageNotFoundError):
        handbook.page("travel")


async def test_nobody_hears_of_a_page_for_others(handbook: Handbook, folder: Path) -> None:
    """Neither in answers, nor among the nearest clauses, nor in the list of pages."""
    hidden = "---\naudience: leads\n---\n# Bonus\n\nThe bonus pool is 12 percent of profit.\n"
    (folder / "bonus.md").write_text(hidden, encoding="utf-8")
    await handbook.refresh()
    question = "How big is the bonus pool?"
    answer = await handbook.answer(question, on=TODAY)
    leads = frozenset({"everyone", "reviewers", "leads"})

    assert not answer.answered
    assert "bonus" not in {citation.page for citation in answer.nearest}
    assert "bonus" not in {page.id for page in handbook.pages(on=TODAY)}
    with pytest.raises(PageNotFoundError):
        handbook.page("bonus")
    assert await _clauses(handbook, question, audiences=leads) == ["bonus#bonus"]
    assert handbook.page("bonus", audiences=leads).title == "Bonus"


async def test_a_page_is_not_used_before_its_day(handbook: Handbook, folder: Path) -> None:
    """On the day it takes effect it is."""
    later = "---\neffective: 2027-01-01\n---\n# Pets\n\nDogs may come to the office on Fridays.\n"
    (folder / "pets.md").write_text(later, encoding="utf-8")
    await handbook.refresh()
    question = "May dogs come to the office?"
    before = await handbook.answer(question, on=date(2026, 12, 31))
    after = await handbook.answer(question, on=date(2027, 1, 1))

    assert not before.answered
    assert "pets" not in {citation.page for citation in before.nearest}
    assert [citation.clause for citation in after.citations] == ["pets#pets"]
    assert "pets" in {page.id for page in handbook.pages(on=date(2027, 1, 1))}


async def test_without_an_embedder_words_are_all_there_is(folder: Path, tmp_path: Path) -> None:
    """And that is complete."""
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None)
    report = await handbook.refresh()
    answer = await handbook.answer("When do I need a doctor's note?", on=TODAY)
    await handbook.close()

    assert (report.mode, report.embedded, handbook.status.state) == ("lexical", 0, "complete")
    assert answer.text == (
        "Tell your lead before ten in the morning. "
        "A doctor's note is needed from the third day on. [1]"
    )


async def test_pages_of_nothing_but_headings_are_an_empty_handbook(
    handbook: Handbook, folder: Path, tmp_path: Path
) -> None:
    """They are named, and the pages before stay in service; beside others one does no harm."""
    (folder / "leave.md").write_text("# Leave\n\n## Sick leave\n", encoding="utf-8")
    report = await handbook.refresh()
    (folder / "travel.md").unlink()
    with pytest.raises(HandbookEmptyError) as caught:
        await handbook.read()
    with pytest.raises(HandbookEmptyError):
        await Handbook(folder, home=tmp_path / "new", embedder=None).refresh()

    assert (report.pages, report.passages) == (2, 2)
    assert caught.value.skipped == (("leave.md", "it has nothing but headings"),)
    assert await _clauses(handbook, "How much may a hotel cost?") == [HOTELS]


async def test_a_folder_that_empties_leaves_the_pages_before_in_service(
    handbook: Handbook, folder: Path, tmp_path: Path
) -> None:
    """A mistake in a folder silences nobody; a folder that was never there is named."""
    for name in ("leave.md", "travel.md"):
        (folder / name).unlink()
    with pytest.raises(HandbookEmptyError):
        await handbook.read()

    assert handbook.status.state == "failed"
    assert await _clauses(handbook, "How much may a hotel cost?") == [HOTELS]
    with pytest.raises(HandbookNotFoundError):
        await Handbook(tmp_path / "no", home=tmp_path / "home", embedder=None).read()


async def test_two_refreshes_at_once_run_one_after_the_other(
    handbook: Handbook, counting: CountingEmbedder
) -> None:
    """The second finds everything done."""
    reports = await asyncio.gather(handbook.refresh(), handbook.refresh())

    assert sorted(report.embedded for report in reports) == [0, len(counting.embedded)]


async def test_closing_stops_the_embedding_at_the_next_batch(
    handbook: Handbook, counting: CountingEmbedder, folder: Path
) -> None:
    """Nobody who ends the program waits for the rest."""
    for number in range(30):
        (folder / f"p{number}.md").write_text(f"# P{number}\n\nText {number}.", encoding="utf-8")
    loop = asyncio.get_running_loop()
    started = asyncio.Event()

    def tell() -> None:
        loop.call_soon_threadsafe(started.set)

    counting.on_batch = tell
    refresh = asyncio.ensure_future(handbook.refresh())
    await started.wait()
    await handbook.close()
    report = await refresh

    assert 0 < len(counting.embedded) <= 48
    assert report.mode == "lexical"
