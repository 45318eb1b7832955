"""The log: what happened, and nothing of what anybody said."""

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import NoReturn

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import App
from bot.chat.channel import UndeliverableError
from bot.jobs.deliveries import deliver
from bot.jobs.worker import Job, repeat
from bot.logs import start_log
from bot.settings import Settings
from bot.web.guard import guard_with
from governance import Person
from tests.bot.jobs.test_deliveries import Recorder, sari

__all__ = ["sari"]

QUESTION = "May ben@selat.example see the swordfish file?"
"""What must stand in no log."""


@pytest.fixture(params=["json", "text"])
def log_format(request: pytest.FixtureRequest, settings: Settings) -> Iterator[str]:
    """Write the log as an operator would have it, and leave no trace of that."""
    handlers = logging.getLogger().handlers[:]
    start_log(settings.model_copy(update={"log_format": request.param, "log": "debug"}))
    yield request.param
    structlog.reset_defaults()
    logging.getLogger().handlers[:] = handlers


def fail(question: str = QUESTION) -> NoReturn:
    """Fail with what somebody said in a variable, in the text, and in a cause's text."""
    known: dict[str, str] = {}
    try:
        answer = known[question]
    except KeyError as error:
        raise RuntimeError(f"no answer to {question}") from error
    raise AssertionError(answer)


def _is_clean(written: str) -> bool:
    return not any(part in written for part in ("swordfish", "selat.example"))


async def _failing_job() -> None:
    async def work() -> None:
        try:
            fail()
        finally:
            asyncio.current_task().cancel()  # type: ignore[union-attr]  # a task runs this

    await asyncio.gather(repeat(Job("try", 0, work)), return_exceptions=True)


async def _failing_request() -> None:
    async def broken(_request: web.Request) -> web.Response:
        fail()

    served = web.Application(middlewares=[guard_with()])
    served.add_routes([web.get("/api/broken", broken)])
    async with TestClient(TestServer(served)) as client:
        await client.get("/api/broken")


def _failing_library() -> None:
    said, error = "Task exception was never retrieved\nfuture: %r", _caught()
    logging.getLogger("asyncio").log(logging.ERROR, said, error, exc_info=error)
    structlog.get_logger().debug("command.failed", exc_info=_caught())


def _caught() -> Exception:
    try:
        fail()
    except RuntimeError as error:
        return error


async def test_a_failure_is_written_down_without_what_was_said(
    log_format: str, app: App, sari: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever it breaks: a request, a job, a delivery, a command, a library."""
    capsys.readouterr()
    await _failing_request()
    await _failing_job()
    pigeon = Recorder(failures=[RuntimeError(QUESTION), UndeliverableError("down")])
    async with app.database.transaction() as records:
        owed = await records.outbox.list_since(sari.id, after=0)
    await deliver(app.database, [pigeon], at=owed[0].owed_at)
    _failing_library()
    written = capsys.readouterr().err

    assert _is_clean(written)
    for event in (
        "request.failed",
        "job.failed",
        "delivery.broken",
        "command.failed",
        "library.complained",
    ):
        assert event in written
    if log_format == "json":
        lines = [json.loads(line) for line in written.splitlines()]
        failed = next(line for line in lines if line["event"] == "request.failed")
        assert failed["error"] == "RuntimeError"
        assert failed["cause"]["error"] == "KeyError"
        assert any("test_logs.py" in call for call in failed["calls"])
