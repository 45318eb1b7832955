"""Who is let in: Microsoft, with a token it signed for us; and how the app proves itself."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from pydantic import SecretStr

from bot.settings import Settings, SettingsError, SlackSettings, TeamsSettings
from bot.teams import teams_channel, trouble_with_teams
from bot.teams.credentials import Credentials, token_source
from bot.teams.token_validation import is_service
from tests.teams.conftest import Hurry, Seat, seated, settings_for
from tests.teams.doubles import shapes
from tests.teams.doubles.issuer import APP, KEYS, SECRET, TENANT, Issuer, key, pem
from tests.teams.doubles.tenant import Tenant

BEN = "29:1ben"
LONG_AGO = datetime.now(UTC) - timedelta(hours=2)


def _signed(seat: Seat, **claims: Any) -> str:
    return f"Bearer {seat.tenant.issuer.token(seat.tenant.address, **claims)}"


def _unsigned(seat: Seat) -> str:
    claims = seat.tenant.issuer.claims(seat.tenant.address)
    return f"Bearer {jwt.encode(claims, '', algorithm='none', headers={'kid': 'good'})}"


def _symmetric(seat: Seat) -> str:
    claims = seat.tenant.issuer.claims(seat.tenant.address)
    return f"Bearer {jwt.encode(claims, 'a' * 40, algorithm='HS256', headers={'kid': 'good'})}"


BAD: dict[str, tuple[Callable[[Seat], str | None], int]] = {
    "none": (lambda _: None, 401),
    "empty": (lambda _: "", 401),
    "no token": (lambda _: "Bearer ", 401),
    "basic": (lambda _: "Basic YTpi", 401),
    "malformed": (lambda _: "Bearer not.a.token", 401),
    "nonsense": (lambda _: "Bearer \u00e9\u00e9", 401),
    "unsigned": (_unsigned, 401),
    "symmetric": (_symmetric, 401),
    "expired": (lambda seat: _signed(seat, exp=LONG_AGO), 401),
    "for somebody else": (lambda seat: _signed(seat, aud="another"), 401),
    "for nobody": (lambda seat: _signed(seat, aud=None), 401),
    "of another issuer": (lambda seat: _signed(seat, iss="https://elsewhere.example"), 401),
    "of an unknown key": (lambda seat: _signed(seat, signed_by="unknown"), 401),
    "of a key for others": (lambda seat: _signed(seat, signed_by="for others"), 403),
    "for another service": (lambda seat: _signed(seat, serviceurl="https://e.example"), 403),
    "for no service": (lambda seat: _signed(seat, serviceurl=None), 403),
}


@pytest.mark.parametrize("kind", BAD)
async def test_without_a_good_token_nothing_happens(seat: Seat, kind: str) -> None:
    """It is refused as such, never broken over, and no work is done."""
    make, status = BAD[kind]
    body = shapes.message(seat.tenant, BEN, "hello")
    answered, _ = await seat.post(body, make(seat))
    await seat.channel.wait_until_idle()

    assert answered == status
    assert seat.tenant.calls == []


FOREIGN: dict[str, dict[str, Any]] = {
    "another tenant": {"channelData": {"tenant": {"id": "another"}}},
    "no tenant": {"channelData": {}},
    "an odd tenant": {"channelData": "x"},
    "another channel": {"channelId": "webchat"},
    "the emulator": {"channelId": "emulator"},
}


@pytest.mark.parametrize("kind", FOREIGN)
async def test_a_good_token_of_somebody_else_is_not_enough(seat: Seat, kind: str) -> None:
    """Another tenant's token is as good as ours, but not for us."""
    body = {**shapes.message(seat.tenant, BEN, "hello"), **FOREIGN[kind]}
    body["conversation"] = {**body["conversation"], "tenantId": None}
    answered, _ = await seat.post(body)
    await seat.channel.wait_until_idle()

    assert answered == 403
    assert seat.tenant.calls == []


ODD: dict[str, tuple[Any, dict[str, str], int]] = {
    "no JSON": (b"{", {}, 400),
    "a list": (b"[]", {}, 400),
    "nothing": (b"", {}, 400),
    "no type": (b"{}", {}, 400),
    "an odd type": (b'{"type": 7}', {}, 400),
    "another kind": (b"hello", {"Content-Type": "text/plain"}, 415),
    "too much": (b'{"type": "' + b"x" * 300_000 + b'"}', {}, 413),
    "too deep": (b"[" * 100_000, {}, 400),
}


@pytest.mark.parametrize("kind", ODD)
async def test_what_is_no_activity_is_refused(seat: Seat, kind: str) -> None:
    """Whatever it is; without a token nobody even looks at it."""
    body, headers, status = ODD[kind]
    answered, _ = await seat.post(body, **headers)
    unread, _ = await seat.post(body, None, **headers)

    assert answered == status
    assert unread == (415 if status == 415 else 401)


@pytest.mark.parametrize(
    "odd",
    [b'"timestamp": "then"', b'"entities": ' + b"[" * 900 + b"]" * 900],
    ids=["time", "depth"],
)
async def test_what_the_sdk_cannot_read_is_refused(seat: Seat, odd: bytes) -> None:
    """From whom it may be."""
    said = {**shapes.message(seat.tenant, BEN, "hello"), "timestamp": None, "entities": None}
    body = b"{" + odd + b"," + json.dumps({k: v for k, v in said.items() if v}).encode()[1:]
    answered, _ = await seat.post(body, _signed(seat))

    assert answered == 400


async def test_a_token_that_is_no_text_is_refused(seat: Seat) -> None:
    """As any other that is none."""
    host, port = seat.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Authorization: Bearer \xff\xfe.\xff.\xff\r\nContent-Length: 19\r\n\r\n"
        b'{"type": "message"}'
    )
    status = await reader.readline()
    writer.close()

    assert b" 401 " in status


async def test_a_tenant_is_the_same_in_capitals(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """A directory's id has no case, neither in the settings nor in what Teams says."""
    loud = settings.teams.model_copy(update={"tenant_id": f" {{{TENANT.upper()}}} "})
    named = teams_channel(settings.model_copy(update={"teams": loud}))
    async with seated(settings, tenant, clock) as seat:
        body = shapes.message(tenant, BEN, "hello")
        body["channelData"] = {"tenant": {"id": TENANT.upper()}}
        answered, _ = await seat.post(body)
        await seat.channel.wait_until_idle()

    assert named
    assert answered == 201
    assert len(tenant.said_to(BEN)) == 1


async def test_a_new_key_is_found_soon_and_no_oftener(seat: Seat) -> None:
    """Keys change; whoever makes some up does not make us ask all the time."""
    await seat.says(BEN, "hello")
    issuer = seat.tenant.issuer
    issuer.keys["newer"] = key()
    body = shapes.message(seat.tenant, BEN, "hello")
    before, _ = await seat.post(body, _signed(seat, signed_by="newer"))
    await seat.clock.pause(600)
    after, _ = await seat.post(body, _signed(seat, signed_by="newer"))
    asked = issuer.metadata_asked
    for _ in range(20):
        await seat.post(body, _signed(seat, signed_by="made up"))

    assert (before, after) == (401, 201)
    assert issuer.metadata_asked == asked
    await seat.channel.wait_until_idle()


async def test_without_keys_nobody_can_tell(seat: Seat) -> None:
    """Microsoft tries again; when the keys cannot be had later, the known ones go on."""
    body = shapes.message(seat.tenant, BEN, "hello")
    seat.tenant.issuer.is_down = True
    down, _ = await seat.post(body)
    seat.tenant.issuer.is_down = False
    up, _ = await seat.post(body)
    seat.tenant.issuer.is_down = True
    await seat.clock.pause(48 * 3600)
    late = _signed(seat, exp=datetime.now(UTC) + timedelta(days=3))
    known, _ = await seat.post(body, late)
    await seat.channel.wait_until_idle()

    assert (down, up, known) == (503, 201, 201)


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://smba.trafficmanager.net/apac/", True),
        ("https://smba.infra.gov.teams.microsoft.us/gov", True),
        ("http://smba.trafficmanager.net/apac/", False),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://evilbotframework.com/", False),
        ("https://smba.trafficmanager.net:8443/", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_replies_go_to_microsoft_only(url: str, *, is_one: bool) -> None:
    """Whatever an activity says."""
    assert is_service(url) is is_one


async def test_the_emulator_is_let_in_where_that_is_allowed(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """From this computer alone, and not through a proxy on it."""
    trial = settings.model_copy(
        update={"teams": settings.teams.model_copy(update={"emulator": True})}
    )
    async with seated(trial, tenant, clock) as seat:
        body = {**shapes.message(tenant, BEN, "hello"), "channelId": "emulator"}
        here, _ = await seat.post(body, None)
        passed_on, _ = await seat.post(body, None, **{"X-Forwarded-For": "203.0.113.9"})
        body["serviceUrl"] = "https://elsewhere.example"
        elsewhere, _ = await seat.post(body, None)
        await seat.channel.wait_until_idle()

    assert (here, passed_on, elsewhere) == (201, 401, 401)


async def test_one_token_serves_for_all_calls_and_a_refused_one_is_replaced(seat: Seat) -> None:
    """The SDK would log in for each; a token that was taken back is got anew."""
    await seat.says(BEN, "hello")
    await seat.says(BEN, "hello again")
    first = len(seat.tenant.issuer.logins)
    seat.tenant.issuer.given.clear()
    await seat.says(BEN, "hello once more")

    assert (first, len(seat.tenant.issuer.logins)) == (1, 2)
    assert len(seat.tenant.said_to(BEN)) == 3


async def test_a_certificate_proves_the_app(issuer: Issuer, tenant: Tenant, tmp_path: Path) -> None:
    """In place of a secret."""
    file = tmp_path / "app.pem"
    file.write_bytes(pem(KEYS["good"]))
    teams = settings_for(tenant, tmp_path, app_password=None, certificate=file).teams
    token = await Credentials(token_source(teams), lambda: datetime.now(UTC)).token()

    assert token in issuer.given
    assert "client_secret" not in issuer.logins[0]


async def test_the_doctor_is_told_what_microsoft_says(tenant: Tenant, tmp_path: Path) -> None:
    """A wrong secret has a name; a good one none."""
    good = settings_for(tenant, tmp_path).teams
    wrong = settings_for(tenant, tmp_path, app_password=SecretStr("wrong")).teams
    nowhere = settings_for(tenant, tmp_path, login_url="https://127.0.0.1:9/x").teams

    assert await trouble_with_teams(good) is None
    assert await trouble_with_teams(wrong) == "invalid_client"
    assert await trouble_with_teams(nowhere) == "ConnectionError"


def _settings(**teams: Any) -> Settings:
    given = {"app_id": APP, "app_password": SecretStr(SECRET), "tenant_id": TENANT, **teams}
    return Settings(slack=SlackSettings(), teams=TeamsSettings(**given))


@pytest.mark.parametrize(
    ("teams", "said"),
    [
        ({"app_id": ""}, "TEAMS_APP_ID"),
        ({"app_id": "  "}, "TEAMS_APP_ID"),
        ({"tenant_id": ""}, "TEAMS_TENANT_ID"),
        ({"tenant_id": "common"}, "one directory id"),
        ({"tenant_id": f"{TENANT}, {TENANT}"}, "one directory id"),
        ({"app_password": None}, "TEAMS_APP_PASSWORD"),
        ({"managed_identity": True}, "One of TEAMS_APP_PASSWORD"),
        ({"app_password": None, "certificate": Path("nowhere.pem")}, "TEAMS_CERTIFICATE"),
        ({"service_urls": "http://proxy.example"}, "TEAMS_SERVICE_URLS"),
    ],
)
def test_what_would_let_anybody_in_keeps_it_from_starting(teams: dict[str, Any], said: str) -> None:
    """Above all an empty app id."""
    with pytest.raises(SettingsError, match=said):
        teams_channel(_settings(**teams))


def test_the_emulator_needs_a_computer_of_ones_own() -> None:
    """Where others come in, it could be anybody."""
    public = _settings(emulator=True).model_copy(update={"url": "https://guild.example"})

    with pytest.raises(SettingsError, match="TEAMS_EMULATOR"):
        teams_channel(public)
    assert teams_channel(_settings(emulator=True))


def test_without_settings_there_is_no_teams() -> None:
    """Nothing is asked for."""
    assert teams_channel(Settings(slack=SlackSettings(), teams=TeamsSettings())) is None
    assert teams_channel(_settings())
    assert teams_channel(_settings(app_password=None, managed_identity=True))


async def test_a_slow_issuer_holds_nobody_up(tenant: Tenant, tmp_path: Path) -> None:
    """Tokens are got in a thread."""
    credentials = Credentials(
        token_source(settings_for(tenant, tmp_path).teams), lambda: datetime.now(UTC)
    )
    tokens = await asyncio.gather(*(credentials.token() for _ in range(10)))

    assert len(set(tokens)) == len(tenant.issuer.logins) == 1
