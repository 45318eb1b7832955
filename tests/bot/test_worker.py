"""What happens without being asked."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from structlog.testing import capture_logs

from bot import clock
from bot.app import App, opened
from bot.rulebook import starter
from bot.settings import Settings
from bot.worker import Job, Worker, repeat, working
from handlers.reply import Reply
from handlers.turn import Place, Said, Turn
from knowledge import Progress


async def test_a_turn_that_was_only_accepted_is_answered_by_the_next_process(
    settings: Settings,
) -> None:
    """Accepted, then the power went: the answer is owed when somebody starts it again."""
    async with opened(settings) as app:
        async with app.database.reading() as office:
            ben = await office.people.by_email("ben@selat.example")
        turn = Turn("t-1", ben, Place("web", "c"), Said("Who reviews a solution?"), clock.now())
        await app.assistant.accept(turn)
    async with opened(settings) as app:
        worker = Worker(app, grace=timedelta())
        await worker.answer_late_turns()
        await worker.answer_late_turns()
        accepted = await app.assistant.accept(turn)
        async with app.database.reading() as office:
            owed = await office.outbox.since(ben.id, after=0)

    assert accepted.reply is not None
    assert [Reply.from_json(message.reply) for message in owed] == [accepted.reply]


async def test_a_turn_that_is_being_answered_is_left_alone(app: App) -> None:
    """Some answers take a while; that is no reason to give them twice."""
    async with app.database.reading() as office:
        ben = await office.people.by_email("ben@selat.example")
    turn = Turn("t-1", ben, Place("web", "c"), Said("Who reviews a solution?"), clock.now())
    await app.assistant.accept(turn)
    await Worker(app).answer_late_turns()

    assert (await app.assistant.accept(turn)).reply is None


async def test_a_changed_handbook_is_taken_into_use(settings: Settings, tmp_path: Path) -> None:
    """Pages and policy both, without a restart."""
    folder = Path(shutil.copytree(starter(), tmp_path / "handbook"))
    async with opened(settings.model_copy(update={"handbook": folder})) as app:
        worker = Worker(app)
        await worker.prepare()
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
    async with opened(settings.model_copy(update={"handbook": folder})) as app:
        worker, policy = Worker(app), app.assistant.policy
        await worker.prepare()
        _swap(folder / "policy.yaml", "tiers:", "teirs:")
        with capture_logs() as logs:
            await worker.watch_handbook()
        broken = app.warning, app.assistant.policy
        (folder / "policy.yaml").write_text(good + "\n", encoding="utf-8")
        await worker.watch_handbook()
        mended = app.warning

    assert broken == (True, policy)
    assert not mended
    assert "handbook.refused" in [entry["event"] for entry in logs]


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
