"""What happens without being asked."""

import asyncio
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from bot import clock
from bot.app import App, library, open_app
from bot.jobs.worker import Job, Worker, repeat, working
from bot.rulebook import starter
from bot.settings import Settings
from handlers import Intents, Upload
from handlers.reply import Reply
from handlers.turn import Place, Said, Turn
from knowledge import EmbedderUnavailableError, Progress
from knowledge.models.embedder import Vector


async def test_a_turn_that_was_only_accepted_is_answered_by_the_next_process(
    settings: Settings,
) -> None:
    """Accepted, then the power went: the answer is owed when somebody starts it again."""
    async with open_app(settings) as app:
        async with app.database.reading() as records:
            ben = await records.people.get_by_email("ben@selat.example")
        turn = Turn("t-1", ben, Place("web", "c"), Said("Who reviews a solution?"), clock.now())
        await app.assistant.accept(turn)
    async with open_app(settings) as app:
        worker = Worker(app, grace=timedelta())
        await worker.answer_late_turns()
        await worker.answer_late_turns()
        accepted = await app.assistant.accept(turn)
        async with app.database.reading() as records:
            owed = await records.outbox.list_since(ben.id, after=0)

    assert accepted.reply is not None
    assert [Reply.from_json(message.reply) for message in owed] == [accepted.reply]


async def test_a_turn_that_is_being_answered_is_left_alone(app: App) -> None:
    """Some answers take a while; that is no reason to give them twice."""
    async with app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
    turn = Turn("t-1", ben, Place("web", "c"), Said("Who reviews a solution?"), clock.now())
    await app.assistant.accept(turn)
    await Worker(app).answer_late_turns()

    assert (await app.assistant.accept(turn)).reply is None


async def test_a_file_that_was_added_to_nothing_goes_after_a_week(app: App) -> None:
    """Not before: whoever handed it in may only have been called away."""
    async with app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
    old, new = clock.now() - timedelta(days=8), clock.now() - timedelta(days=6)
    for at, content in ((old, b"old"), (new, b"new")):
        await app.assistant.receive(ben, Upload("notes.txt", content), at=at)
    await Worker(app).forget()
    async with app.database.transaction() as records:
        left = await records.evidence.purge(before=clock.now())

    assert left == 1


async def test_a_changed_handbook_is_taken_into_use(settings: Settings, tmp_path: Path) -> None:
    """Pages and policy both, without a restart, beside names that no page can have."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    _name_oddly(folder)
    async with open_app(settings.model_copy(update={"handbook": folder})) as app:
        worker = Worker(app)
        await worker.keep_handbook()
        _swap(folder / "policy.yaml", "version:", 'version: "7.0" #')
        (folder / "new-page.md").write_text("---\ntitle: News\n---\n## Tea\nThere is tea.\n")
        await worker.watch_handbook()

        assert app.assistant.policy.version == "7.0"
        assert app.handbook.page("new-page").title == "News"
        assert not app.warning


async def test_a_change_with_mistakes_keeps_the_last_good_handbook(
    settings: Settings, tmp_path: Path
) -> None:
    """The page says so until somebody has put it right."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    good = (folder / "policy.yaml").read_text(encoding="utf-8")
    async with open_app(settings.model_copy(update={"handbook": folder})) as app:
        worker, policy = Worker(app), app.assistant.policy
        await worker.keep_handbook()
        _swap(folder / "policy.yaml", "tiers:", "teirs:")
        with capture_logs() as logs:
            await worker.watch_handbook()
        broken = app.warning, app.assistant.policy
        (folder / "policy.yaml").write_text(good + "\n", encoding="utf-8")
        await worker.watch_handbook()
        mended = app.warning

    assert broken == ("web-handbook-broken", policy)
    assert not mended
    assert "handbook.refused" in [entry["event"] for entry in logs]


async def test_a_page_that_is_closed_is_closed_whatever_is_wrong_with_another(
    settings: Settings, tmp_path: Path
) -> None:
    """The folder is not taken over, and yet the page is not for everybody any more."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    async with open_app(settings.model_copy(update={"handbook": folder})) as app:
        worker = Worker(app)
        await worker.keep_handbook()
        _swap(folder / "review.md", "audience: everyone", "audience: leads")
        _swap(folder / "policy.yaml", "tiers:", "tears:")
        await worker.watch_handbook()
        shown = {each.id for each in app.handbook.pages(on=clock.today())}

    assert app.warning == "web-handbook-broken"
    assert "review" not in shown
    assert "approved-tools" in shown


async def test_a_page_that_is_closed_with_a_slip_is_closed_at_once(
    settings: Settings, tmp_path: Path
) -> None:
    """Although the rest of the last good handbook stays in use; taken back, it is open again."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    page = folder / "review.md"
    good = page.stat()
    async with open_app(settings.model_copy(update={"handbook": folder})) as app:
        worker = Worker(app)
        await worker.keep_handbook()
        _swap(page, "audience: everyone", "audience: leader00")
        await worker.watch_handbook()
        broken = {each.id for each in app.handbook.pages(on=clock.today())}
        _swap(page, "audience: leader00", "audience: everyone")
        os.utime(page, ns=(good.st_atime_ns, good.st_mtime_ns))
        await worker.watch_handbook()
        mended = {each.id for each in app.handbook.pages(on=clock.today())}

    assert mended - broken == {"review"}


def _swap(file: Path, before: str, after: str) -> None:
    """Change the first *before* in *file*."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


async def test_a_job_that_fails_is_told_and_done_again() -> None:
    """One bad moment does not end what people rely on."""
    done: list[int] = []

    async def work() -> None:
        done.append(1)
        if len(done) < 3:
            raise RuntimeError
        raise asyncio.CancelledError

    with capture_logs() as logs:
        await asyncio.gather(repeat(Job("try", 0, work)), return_exceptions=True)

    assert len(done) == 3
    assert [entry["event"] for entry in logs] == ["job.failed", "job.failed"]


async def _until(is_so: Callable[[], bool]) -> None:
    """Wait until something that nobody announces is so."""
    for _ in range(1000):
        if is_so():
            return
        await asyncio.sleep(0.01)


async def test_it_makes_the_index_and_stops_when_told(app: App) -> None:
    """The work ends with the block it is done for."""
    told: list[Progress] = []
    async with working(Worker(app, progress=told.append)):
        await _until(lambda: app.handbook.status.state == "complete")

    assert app.handbook.status.passages


async def test_a_page_with_mistakes_is_not_taken_over(settings: Settings, tmp_path: Path) -> None:
    """What ``guildmate check`` fails for keeps the last good pages, until it is taken back."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    async with open_app(settings.model_copy(update={"handbook": folder})) as app:
        worker = Worker(app)
        await worker.keep_handbook()
        (folder / "new-page.md").write_text("# News\n\n## Tea\n\n[Gone](gone.md#nowhere)\n")
        await worker.watch_handbook()
        broken = app.warning, {page.id for page in app.handbook.pages(on=clock.now().date())}
        (folder / "new-page.md").unlink()
        await worker.watch_handbook()
        mended = app.warning

    assert broken[0] == "web-handbook-broken"
    assert "new-page" not in broken[1]
    assert mended == ""


async def test_it_starts_with_mistakes_in_pages_and_warns(
    settings: Settings, tmp_path: Path
) -> None:
    """There is no last good handbook to keep; what can be read is in use."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    (folder / "new-page.md").write_text("# News\n\n## Tea\n\n[Gone](gone.md#nowhere)\n")
    with capture_logs() as logs:
        async with open_app(settings.model_copy(update={"handbook": folder})) as app:
            await Worker(app).keep_handbook()
            warning, pages = app.warning, app.handbook.pages(on=clock.now().date())

    assert warning == "web-handbook-mistakes"
    assert "new-page" in {page.id for page in pages}
    assert "handbook.has_mistakes" in [entry["event"] for entry in logs]


class Sleeper:
    """An embedder that does not answer until it is woken."""

    id = "sleeper"
    dimensions = 4
    threads = 1
    awake = False

    def query(self, text: str) -> Vector:
        """Embed one text."""
        row: Vector = self.passages([text])[0]
        return row

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed texts, each as its length has it."""
        if not self.awake:
            raise EmbedderUnavailableError(self.id, "ConnectionError")
        rows = np.array([[1, *(len(text) >> n & 1 for n in range(3))] for text in texts])
        unit: Vector = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit


async def test_an_embedder_that_comes_back_is_used(settings: Settings, app: App) -> None:
    """Meanwhile the index is honestly failed, and the embedder is not asked all the time."""
    sleeper = Sleeper()
    async with library(settings.model_copy(update={"home": settings.home / "x"}), sleeper) as book:
        await book.read()
        intents = Intents(sleeper, home=settings.home / "y")
        running = replace(
            app, handbook=book, assistant=replace(app.assistant, handbook=book, intents=intents)
        )
        patient, hasty = Worker(running), Worker(running, retry=timedelta())
        for worker in (patient, hasty):
            with pytest.raises(EmbedderUnavailableError):
                await worker.keep_handbook()
        failed = book.status.state
        sleeper.awake = True
        await patient.keep_handbook()
        too_soon = book.status.state
        await hasty.keep_handbook()
        then = book.status.state, book.status.mode

    assert (failed, too_soon) == ("failed", "failed")
    assert then == ("complete", "hybrid")
    assert (patient.is_prepared, hasty.is_prepared) == (False, True)


def _name_oddly(folder: Path) -> None:
    """Put files into *folder* whose names no page can have, all of them links to themselves."""
    for name in (b"caf\xe9.md", b"two\nlines.md", b"itself.txt"):
        link = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        link.symlink_to(link.name)
