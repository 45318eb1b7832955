"""How the app proves itself to Microsoft: a secret, a certificate, or the machine it runs on."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import requests
import structlog
from msal import ConfidentialClientApplication, ManagedIdentityClient, UserAssignedManagedIdentity

from bot.settings import SettingsError, TeamsSettings

log = structlog.get_logger()

LOGIN_URL = "https://login.microsoftonline.com"
LOGIN_TIMEOUT_S = 10
"""Seconds that a token may take."""
RENEWAL_MARGIN = timedelta(minutes=5)
"""How long before its end a token is renewed."""

Acquire = Callable[[], dict[str, Any]]
"""Gets a token, in a thread; what comes back is MSAL's own description of it."""


class NoTokenError(Exception):
    """Microsoft gave no token; *code* is its word for why."""

    def __init__(self, code: str) -> None:
        """Remember the *code*."""
        super().__init__(code)
        self.code = code


class Credentials:
    """The token that every call carries, got when it is needed and kept while it is good."""

    def __init__(self, acquire: Acquire, now: Callable[[], datetime]) -> None:
        """Get tokens by *acquire*, and tell their age by the clock *now*."""
        self._acquire = acquire
        self._now = now
        self._token = ""
        self._ends: datetime | None = None
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """Give a token that is good for some minutes.

        Raises:
            NoTokenError: If Microsoft gives none, or does not answer.
        """
        async with self._lock:
            if not self._token or not self._ends or self._now() >= self._ends:
                await self._renew()
            return self._token

    def invalidate(self, token: str) -> None:
        """Record that a *token* was refused, so that the next call has another."""
        if token == self._token:
            self._token = ""

    async def _renew(self) -> None:
        try:
            got = await asyncio.to_thread(self._acquire)
        except (requests.RequestException, ValueError, OSError) as error:
            raise NoTokenError(type(error).__name__) from error
        if "access_token" not in got:
            raise NoTokenError(str(got.get("error") or "unknown"))
        self._token = str(got["access_token"])
        lasts = timedelta(seconds=float(got.get("expires_in") or 0))
        self._ends = self._now() + max(lasts - RENEWAL_MARGIN, lasts / 2)


def token_source(settings: TeamsSettings) -> Acquire:
    """Choose how tokens are got.

    Raises:
        SettingsError: If the certificate cannot be read.
    """
    scope = settings.scope.removesuffix("/.default")
    if settings.managed_identity:
        machine = ManagedIdentityClient(
            UserAssignedManagedIdentity(client_id=settings.app_id), http_client=_TimeoutSession()
        )
        return lambda: dict(machine.acquire_token_for_client(resource=scope))
    proof = _certificate(settings.certificate) if settings.certificate else _secret(settings)
    made: list[ConfidentialClientApplication] = []

    def acquire() -> dict[str, Any]:
        """Make the client with its first use: it asks where to log in."""
        if not made:
            login = settings.login_url or f"{LOGIN_URL}/{settings.tenant_id}"
            made.append(
                ConfidentialClientApplication(
                    settings.app_id,
                    client_credential=proof,
                    authority=login,
                    http_client=_TimeoutSession(),
                    instance_discovery=False if settings.login_url else None,
                )
            )
        made[0].remove_tokens_for_client()  # the one that is kept is old, or was refused
        return dict(made[0].acquire_token_for_client([f"{scope}/.default"]))

    return acquire


def _secret(settings: TeamsSettings) -> str:
    return settings.app_password.get_secret_value() if settings.app_password else ""


def _certificate(file: Path) -> dict[str, str]:
    """Read the private key and the certificate from one PEM *file*.

    Raises:
        SettingsError: If it cannot be read, or holds anything else.
    """
    try:
        pem = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"TEAMS_CERTIFICATE cannot be read: {file}") from error
    if "PRIVATE KEY-----" not in pem or "-----BEGIN CERTIFICATE-----" not in pem:
        raise SettingsError("TEAMS_CERTIFICATE has to hold the private key and the certificate.")
    return {"private_key": pem, "public_certificate": pem}


class _TimeoutSession(requests.Session):
    """A client that does not wait for ever, and keeps no connection from one hour to the next."""

    def request(self, *given: Any, **named: Any) -> requests.Response:
        """Make a request, within a limit."""
        self.headers["Connection"] = "close"
        return super().request(*given, **{"timeout": LOGIN_TIMEOUT_S, **named})
