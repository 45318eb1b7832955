"""Who may post to us: Microsoft's Bot Service alone, by a token it signed, for our tenant.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import jwt
import structlog
from jwt import InvalidTokenError, PyJWK, PyJWTError

log = structlog.get_logger()

TEAMS = "msteams"
"""What Teams calls itself in every activity."""

EMULATOR = "emulator"
"""What the Bot Framework Emulator calls itself."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""The names of this computer."""

ALGORITHM = "RS256"
LEEWAY = timedelta(minutes=5)
"""How far clocks may be apart, as the protocol allows."""

KEYS_TTL = timedelta(hours=24)
"""How long published keys are used; new ones are published at least that long before their use."""
KEYS_RETRY_INTERVAL = timedelta(minutes=5)
"""How often at most a key that is not known makes us look whether it has been published."""

FETCH_TIMEOUT = aiohttp.ClientTimeout(total=10)

SERVICES = (
    "smba.trafficmanager.net",
    ".botframework.com",
    ".botframework.azure.us",
    ".infra.teams.microsoft.com",
    ".infra.gcc.teams.microsoft.com",
    ".infra.gov.teams.microsoft.us",
    ".infra.dod.teams.microsoft.us",
)
"""Hosts of Microsoft's that replies may go to; one that begins with a dot stands for all below."""


class NotAllowedError(Exception):
    """A request is refused with *status*: 401 without a good token, 403 with one that is not ours.

    503 is for the time in which nobody can tell.
    """

    def __init__(self, status: int, why: str) -> None:
        """Remember the *status*, and *why* for the log; nothing that was sent is in it."""
        super().__init__(why)
        self.status = status
        self.why = why


@dataclass(frozen=True, slots=True)
class TokenRules:
    """Whose activities are taken: for the app, of the tenant, by the issuer, via the services."""

    app_id: str
    tenant: str
    issuer: str
    metadata_url: str
    services: Collection[str] = ()
    """Addresses beside Microsoft's own that replies may go to."""
    emulator: bool = False
    """Whether the emulator on this computer may post without a token."""


class TokenVerifier:
    """Validates the token and the origin of an activity."""

    def __init__(self, rules: TokenRules, session: aiohttp.ClientSession) -> None:
        """Validate by *rules*, with the signing keys that *session* fetches."""
        self._rules = rules
        self._keys = SigningKeys(rules.metadata_url, session)

    def check(self, claims: Mapping[str, Any], activity: Mapping[str, Any]) -> None:
        """Check channel, service URL and tenant of an *activity* against the *claims* of its token.

        Raises:
            NotAllowedError: If any of them does not match.
        """
        service = str(activity.get("serviceUrl") or "")
        if activity.get("channelId") != TEAMS:
            raise NotAllowedError(403, "another channel")
        if not service or str(claims.get("serviceurl") or "") != service:
            raise NotAllowedError(403, "another service")
        if not is_service(service, self._rules.services):
            raise NotAllowedError(403, "a service nobody knows")
        if tenant_of(activity).lower() != self._rules.tenant.lower():
            raise NotAllowedError(403, "another tenant")

    def may_be_trial(self, remote: str | None) -> bool:
        """Return whether the emulator may post without a token from where this comes from."""
        return self._rules.emulator and remote in LOOPBACK

    def is_trial(self, activity: Mapping[str, Any]) -> bool:
        """Return whether *activity* is of the emulator, for answers to this computer."""
        return activity.get("channelId") == EMULATOR and _host(activity) in LOOPBACK

    async def verify(self, header: str, *, at: datetime) -> Mapping[str, Any]:
        """Validate the bearer token of an Authorization *header* and return its claims.

        Raises:
            NotAllowedError: If there is no token, or it is not valid *at* that time.
        """
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotAllowedError(401, "no token")
        try:
            head = jwt.get_unverified_header(token)
            if head.get("alg") != ALGORITHM:
                raise NotAllowedError(401, "not signed as it should be")
            key = await self._keys.find(str(head.get("kid") or ""), at)
            if key is None:
                raise NotAllowedError(401, "an unknown key")
            claims: Mapping[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=[ALGORITHM],
                audience=self._rules.app_id,
                issuer=self._rules.issuer,
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (InvalidTokenError, ValueError) as error:  # such as bytes that are no text
            raise NotAllowedError(401, type(error).__name__) from error
        if key.endorsements and TEAMS not in key.endorsements:
            raise NotAllowedError(403, "a key that is not for Teams")
        return claims


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A published key, and the channels it may sign for; none named is all."""

    key: PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """The keys that an issuer publishes."""

    def __init__(self, metadata_url: str, session: aiohttp.ClientSession) -> None:
        """Get them by *session* from where *metadata_url* says."""
        self._url = metadata_url
        self._session = session
        self._known: Mapping[str, SigningKey] = {}
        self._asked: datetime | None = None
        self._lock = asyncio.Lock()

    async def find(self, name: str, at: datetime) -> SigningKey | None:
        """Find a key, in what is known or by asking again.

        Raises:
            NotAllowedError: If there is nothing to go by, since nobody answers.
        """
        if name not in self._known or self._is_older(KEYS_TTL, at):
            async with self._lock:
                patience = KEYS_TTL if name in self._known else KEYS_RETRY_INTERVAL
                if self._is_older(patience, at):
                    await self._ask(at)
        return self._known.get(name)

    def _is_older(self, age: timedelta, at: datetime) -> bool:
        return self._asked is None or at - self._asked > age

    async def _ask(self, at: datetime) -> None:
        """Fetch the published keys; if that fails, keep using the known ones."""
        try:
            place = await self._read(self._url)
            published = await self._read(str(place["jwks_uri"]))
            self._known = dict(filter(None, map(_key, published["keys"])))
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            log.warning("teams.no_keys", kind=type(error).__name__)
            if not self._known:
                raise NotAllowedError(503, "no keys to go by") from error
        self._asked = at

    async def _read(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=FETCH_TIMEOUT) as response:
            response.raise_for_status()
            return dict(await response.json(content_type=None))


def _key(published: Mapping[str, Any]) -> tuple[str, SigningKey] | None:
    """Read one key; one of a kind that nothing is signed with here is left out."""
    try:
        key = PyJWK(dict(published), algorithm=ALGORITHM)
    except PyJWTError:
        return None
    return str(published["kid"]), SigningKey(key, frozenset(published.get("endorsements") or ()))


def tenant_of(activity: Mapping[str, Any]) -> str:
    """Name the tenant that an activity comes from, as Teams says it."""
    data = activity.get("channelData")
    tenant = data.get("tenant") if isinstance(data, dict) else None
    said = tenant.get("id") if isinstance(tenant, dict) else None
    conversation = activity.get("conversation")
    kept = conversation.get("tenantId") if isinstance(conversation, dict) else None
    return str(said or kept or "")


def _host(activity: Mapping[str, Any]) -> str | None:
    try:
        return urlsplit(str(activity.get("serviceUrl") or "")).hostname
    except ValueError:
        return None


def is_service(url: str, others: Collection[str] = ()) -> bool:
    """Return whether replies may go to *url*: one of Microsoft's over https, or one of *others*."""
    try:
        parts = urlsplit(url)
        named = [urlsplit(each) for each in others]
    except ValueError:
        return False
    if any((parts.scheme, parts.netloc) == (each.scheme, each.netloc) for each in named):
        return True
    host = (parts.hostname or "").lower()
    is_known = any(
        host == each or (each.startswith(".") and host.endswith(each)) for each in SERVICES
    )
    return parts.scheme == "https" and is_known and parts.port in {None, 443}
