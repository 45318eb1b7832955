"""A made-up third channel: what it declares is wired everywhere, and is named nowhere else."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest
import typer
from aiohttp import web
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from typer.testing import CliRunner

from bot.app import CHANNELS, open_app
from bot.chat.channel import ChannelDeclaration, Service, UndeliverableError
from bot.cli.doctor import examine
from bot.cli.manifest import manifest_commands
from bot.health import CheckResult
from bot.server import serving
from bot.settings import Settings, SettingsError, read_settings
from handlers import Reply


class PigeonSettings(BaseSettings):
    """The loft that people reach Guildmate by; none unless its token is set."""

    model_config = SettingsConfigDict(env_prefix="PIGEON_", env_ignore_empty=True)

    token: SecretStr | None = None
    wings: int = Field(default=2, ge=2)


class RunningPigeons:
    """A loft with its doors open."""

    name = "pigeon"

    def __init__(self) -> None:
        """Open the doors."""
        self.is_open = True

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Deliver nothing: it rains."""
        raise UndeliverableError(f"{external_id} {locale} {key} {len(reply.blocks)}")

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List where pigeons land."""
        return [
            web.post("/pigeon/{loft}/land", self._land),
            web.get("/pigeon/{loft}", self._land),
        ]

    async def retry_pending(self, *, before: datetime) -> None:
        """Forget what came before."""

    async def sync_cards(self) -> None:
        """Show no cards."""

    async def close(self) -> None:
        """Close the doors."""
        self.is_open = False

    async def _land(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != "coo":
            raise web.HTTPUnauthorized
        return web.json_response({"landed": request.match_info["loft"]})


class Pigeons:
    """A loft with its doors shut."""

    async def open(self, service: Service) -> RunningPigeons:
        """Open the doors."""
        assert service.assistant
        return RunningPigeons()


def configure(_settings: Settings) -> Pigeons | None:
    """Set up the loft, if there is a token."""
    return Pigeons() if read_settings(PigeonSettings).token else None


async def check(_settings: Settings) -> CheckResult:
    """Look whether pigeons are in."""
    return CheckResult("ok", f"{read_settings(PigeonSettings).wings} wings.")


def write_manifest(colour: str = "grey") -> None:
    """Describe the pigeon."""
    typer.echo(f"A {colour} pigeon.")


PIGEON = ChannelDeclaration("pigeon", PigeonSettings, configure, check, write_manifest)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a home of the test's own."""
    return Settings(home=tmp_path / "home", embedder="none")


async def called(address: str, path: str, method: str = "POST") -> int:
    """Call as a platform does from outside, under the public name; give the status."""
    headers = {"Host": "guild.example", "Authorization": "coo"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, f"{address}{path}", data=b"coo") as response,
    ):
        return response.status


async def test_a_declared_channel_is_opened_reached_and_closed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says that it is posted to passes the guard, and nothing beside it."""
    monkeypatch.setenv("PIGEON_TOKEN", "coo")
    async with open_app(settings, [PIGEON]) as app, serving(app, "127.0.0.1", 0) as port:
        (channel,) = app.channels
        address = f"http://127.0.0.1:{port}"
        statuses = [
            await called(address, path)
            for path in ("/pigeon/north/land", "/pigeon/north", "/pigeon/", "/slack/events", "/")
        ]

        fetched = [await called(address, path, "GET") for path in ("/pigeon/north", "/readyz")]

    assert statuses == [200, 403, 403, 403, 403]
    assert fetched == [200, 403]
    assert isinstance(channel, RunningPigeons)
    assert not channel.is_open


async def test_a_channel_that_is_not_set_up_is_not_opened(settings: Settings) -> None:
    """Its paths are nobody's."""
    async with open_app(settings, [PIGEON]) as app, serving(app, "127.0.0.1", 0) as port:
        status = await called(f"http://127.0.0.1:{port}", "/pigeon/north/land")

    assert (app.channels, status) == ((), 403)


async def test_what_a_declared_channel_is_badly_set_to_is_a_sentence(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its class being listed anywhere."""
    monkeypatch.setenv("PIGEON_WINGS", "1")
    with pytest.raises(SettingsError, match=r"^The setting PIGEON_WINGS cannot be used: .+greater"):
        read_settings(PIGEON.settings)
    with pytest.raises(SettingsError, match="PIGEON_WINGS"):
        async with open_app(settings, [PIGEON]):
            """It does not come to this."""


async def test_the_doctor_asks_a_declared_channel(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After everything else; what it is badly set to is said there as well."""
    well = await examine(settings, [PIGEON])
    monkeypatch.setenv("PIGEON_WINGS", "none")
    badly = await examine(settings, [PIGEON])

    assert list(well)[-1] == "pigeon"
    assert well["pigeon"] == CheckResult("ok", "2 wings.")
    assert badly["pigeon"].health == "wrong"
    assert "The setting PIGEON_WINGS cannot be used: " in badly["pigeon"].said


def test_a_declared_channel_has_its_manifest_command() -> None:
    """Named like it, with options of its own."""
    commands = manifest_commands([*CHANNELS, PIGEON])
    drawn = CliRunner().invoke(commands, ["pigeon", "--colour", "white"])
    shown = CliRunner().invoke(commands, ["--help"])

    assert drawn.output == "A white pigeon.\n"
    assert all(each.name in shown.output for each in (*CHANNELS, PIGEON))


@pytest.mark.parametrize("declared", CHANNELS, ids=lambda each: each.name)
def test_every_channel_is_declared_whole(declared: ChannelDeclaration) -> None:
    """Its settings have a prefix of their own, which begins with its name."""
    prefix = declared.settings.model_config.get("env_prefix", "")

    assert prefix == f"{declared.name.upper()}_"
    assert declared.configure(Settings()) is None
