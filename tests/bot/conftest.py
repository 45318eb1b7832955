"""A whole Guildmate for a test, in a folder of its own, and a page that talks to it."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import guildmate
from bot.app import App, open_app
from bot.server import serving
from bot.settings import Settings
from tests.bot.forked import Forked, fork_guildmate
from tests.fixtures.handbooks import finish

GUILDMATE = str(Path(sys.executable).with_name("guildmate"))
"""The console script, as it was installed."""

Typed = Callable[..., Result]
"""Types a command: its words, and variables of the environment as keywords."""


@dataclass(slots=True)
class Page:
    """What the page does in the browser, without one."""

    session: aiohttp.ClientSession
    address: str
    conversation: str = field(default_factory=lambda: str(uuid4()))

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        """Fetch something."""
        async with self.session.get(f"{self.address}{path}", headers=headers) as response:
            return response.status, await _body(response)

    async def post(self, path: str, body: object, **headers: str) -> tuple[int, Any]:
        """Send something, as the page's own script would."""
        sent = {"Origin": self.address, **headers}
        async with self.session.post(f"{self.address}{path}", json=body, headers=sent) as response:
            return response.status, await _body(response)

    async def say(self, text: str, *, id_: str = "") -> Any:
        """Say *text* and get the reply."""
        turn = {"kind": "said", "text": text, "id": id_ or str(uuid4())}
        status, reply = await self.post("/api/turns", turn | {"conversation": self.conversation})
        assert status == 200, reply
        return reply


async def _body(response: aiohttp.ClientResponse) -> Any:
    if response.content_type == "application/json":
        return await response.json()
    return await response.text()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a new home, searched by words alone."""
    return Settings(home=tmp_path / "home", embedder="none")


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which Guildmate was started and stopped once, to be copied."""
    home = tmp_path_factory.mktemp("lived-in") / "home"

    async def start_and_stop() -> None:
        async with open_app(Settings(home=home, embedder="none")):
            pass

    finish(start_and_stop())
    return home


@pytest.fixture
async def app(settings: Settings, lived_in: Path) -> AsyncIterator[App]:
    """Everything running but the server."""
    shutil.copytree(lived_in, settings.home)
    async with open_app(settings) as app:
        yield app


@pytest.fixture
async def page(app: App) -> AsyncIterator[Page]:
    """A page in front of a real server."""
    jar = aiohttp.CookieJar(unsafe=True)  # it keeps cookies of an address without a name too
    async with (
        serving(app, "127.0.0.1", 0) as port,
        aiohttp.ClientSession(cookie_jar=jar) as session,
    ):
        yield Page(session, f"http://127.0.0.1:{port}")


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on."""
    with socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass(slots=True)
class Running:
    """A real ``guildmate run``, in a process of its own."""

    home: Path
    port: int
    env: Mapping[str, str] = field(default_factory=dict)
    forked: bool = False
    """Whether it need not be started as a user would."""
    process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, within: float = 120.0) -> None:
        """Start it, and wait until it answers, *within* so many seconds."""
        started = time.monotonic()
        env = {**os.environ, "GUILDMATE_HOME": str(self.home), "GUILDMATE_EMBEDDER": "none"}
        self.process = self._launch(("run", "--port", str(self.port)), {**env, **self.env})
        while not self._answers():
            assert self.process.poll() is None, "guildmate run ended"
            assert time.monotonic() - started < within, "guildmate run does not answer"
            time.sleep(0.05)

    def _launch(
        self, words: tuple[str, ...], env: Mapping[str, str]
    ) -> subprocess.Popen[bytes] | Forked:
        if self.forked:
            return fork_guildmate(words, env)
        return subprocess.Popen(  # noqa: S603 - our own command
            [GUILDMATE, *words], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self) -> int:
        """Ask it to stop, and give its exit code."""
        assert self.process
        self.process.terminate()
        return self.process.wait(timeout=20)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as response:  # noqa: S310 - our own address
                return bool(response.status == 200)
        except OSError:
            return False


@pytest.fixture
def running(tmp_path: Path, free_port: int) -> Iterator[Running]:
    """A Guildmate that a test may start and kill."""
    running = Running(tmp_path / "home", free_port)
    yield running
    running.kill()


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Type a command in a home of its own; variables as keywords."""

    def type_(*words: str, **variables: str) -> Result:
        env = {"GUILDMATE_HOME": str(tmp_path / "home"), "GUILDMATE_EMBEDDER": "none", **variables}
        return CliRunner().invoke(guildmate, words, env=env)

    return type_
