"""``guildmate run`` as a process of its own: how it starts, how it fails, how it ends."""

import os
import subprocess
from pathlib import Path
from socket import socket
from uuid import uuid4

import aiohttp
import pytest

from bot.rulebook import starter
from tests.bot.conftest import GUILDMATE, Page, Running
from tests.handlers.registering import INVOICES

pytestmark = pytest.mark.slow  # each starts a process


def _run(home: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Start it where it cannot start."""
    env = {**os.environ, "GUILDMATE_HOME": str(home), "GUILDMATE_EMBEDDER": "none", **variables}
    return subprocess.run(  # noqa: S603 - our own command
        [GUILDMATE, "run", *words], env=env, capture_output=True, text=True, timeout=60, check=False
    )


def _is_one_sentence(ended: subprocess.CompletedProcess[str], said: str) -> bool:
    lines = ended.stderr.splitlines()
    return len(lines) == 1 and said in lines[0] and "Traceback" not in ended.stderr


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    """With what to do about it."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = _run(tmp_path / "home", "--port", port)

    assert ended.returncode == 1
    assert _is_one_sentence(ended, f"Port {port} on 127.0.0.1 is taken.")


def test_a_home_that_cannot_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "home").write_text("")
    ended = _run(tmp_path / "home")

    assert ended.returncode == 1
    assert _is_one_sentence(ended, "cannot be written to")


def test_a_broken_handbook_is_a_sentence(tmp_path: Path, free_port: int) -> None:
    """With the first mistake's file and line."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    policy = (starter() / "policy.yaml").read_text(encoding="utf-8")
    (folder / "policy.yaml").write_text(policy, encoding="utf-8")
    (folder / "welcome.md").write_text("# Welcome\n\nHello.\n")
    ended = _run(tmp_path / "home", "--port", str(free_port), GUILDMATE_HANDBOOK=str(folder))

    assert ended.returncode == 1
    assert _is_one_sentence(ended, "policy.yaml:")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "guild.example"])  # noqa: S104 - refused
def test_it_listens_on_this_computer_only(tmp_path: Path, host: str) -> None:
    """While anybody can be anybody, nobody else may come."""
    ended = _run(tmp_path / "home", "--host", host)

    assert ended.returncode == 2
    assert _is_one_sentence(ended, "does not listen on")


def test_it_answers_and_ends_when_told(running: Running) -> None:
    """From the command to the page, and quietly out again."""
    running.start()

    assert running.stop() == 0


async def test_a_registration_survives_a_power_cut(running: Running) -> None:
    """Killed in the middle of the form, started again, and finished."""
    running.start()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        page = Page(session, running.address)
        await page.post("/api/identity", {"person": "ben"})
        reply = await _submit(page, await page.say("/register"))
        running.kill()
        running.start()
        home = await page.get("/api/home")
        reply = await _continue(page)
        steps = 0
        while _form(reply) and steps < 10:
            reply, steps = await _submit(page, reply), steps + 1
        reply = await _press(page, reply, "register.confirm")

    assert "Invoice reader" in str(home)
    assert "SOL-0001" in str(reply)


async def _continue(page: Page) -> dict[str, object]:
    """Go on where the overview says that something is unfinished."""
    _, home = await page.get("/api/home")
    return await _press(page, home, "register.continue")


def _form(reply: object) -> dict[str, object] | None:
    blocks = reply["blocks"] if isinstance(reply, dict) else []
    return next((block for block in blocks if block["kind"] == "form"), None)


async def _submit(page: Page, reply: object) -> dict[str, object]:
    """Fill in the form of *reply* and send it, twice."""
    form = _form(reply)
    assert form, reply
    fields = form["fields"]
    assert isinstance(fields, list)
    values = {field["name"]: INVOICES[field["name"]] for field in fields}
    turn = {"kind": "submitted", "action": form["action"], "key": form["key"], "values": values}
    sent = turn | {"id": str(uuid4()), "conversation": page.conversation}
    first, second = [(await page.post("/api/turns", sent))[1] for _ in range(2)]
    assert first == second
    return dict(first)


async def _press(page: Page, reply: object, action: str) -> dict[str, object]:
    """Press the button of *reply* that stands for *action*."""
    blocks = reply["blocks"] if isinstance(reply, dict) else []
    buttons = [button for block in blocks for button in block.get("buttons", [])]
    button = next(button for button in buttons if button["action"] == action)
    turn = {"kind": "pressed", "action": action, "value": button["value"]}
    sent = turn | {"id": str(uuid4()), "conversation": page.conversation}
    return dict((await page.post("/api/turns", sent))[1])
