"""Who signs what Teams posts, and gives the app its tokens: a real issuer with keys of its own.

What it publishes is as at https://login.botframework.com/v1/.well-known/openidconfiguration; tokens
are given over https, since MSAL asks nobody else, with a certificate that is made for the run.
"""

import json
import ssl
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from jwt.algorithms import RSAAlgorithm

APP = "6f9b2c1e-8d34-4a57-9e60-2b1f7c8d9a03"
TENANT = "0d2a4c1b-6b1e-4a52-8f5e-7f1f9f3f2b11"
SECRET = "not-a-secret"  # noqa: S105 - the issuer knows no other
ISSUER = "https://issuer.example"


def key() -> rsa.RSAPrivateKey:
    """Make a key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


KEYS = {"good": key(), "for others": key()}
"""What is published: a key for Teams, and one for another channel."""

UNKNOWN = key()
"""A key that nobody publishes."""


@dataclass(slots=True)
class Issuer:
    """An issuer at an *address*, and at a *secure* one that the file *authority* vouches for."""

    address: str = ""
    secure: str = ""
    authority: str = ""
    keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=lambda: dict(KEYS))
    logins: list[dict[str, str]] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    metadata_asked: int = 0
    is_down: bool = False
    lasts: int = 3600

    @property
    def metadata_url(self) -> str:
        """Where the keys are said to be."""
        return f"{self.address}/.well-known/openidconfiguration"

    @property
    def login_url(self) -> str:
        """Where the app gets its tokens."""
        return f"{self.secure}/{TENANT}"

    def token(self, service: str, *, signed_by: str = "good", **claims: Any) -> str:
        """Sign what Teams would say of a request."""
        return jwt.encode(
            self.claims(service, **claims),
            self.keys.get(signed_by, UNKNOWN),
            algorithm="RS256",
            headers={"kid": signed_by},
        )

    def claims(self, service: str, **claims: Any) -> dict[str, Any]:
        """Say what Teams would of a request."""
        now = datetime.now(UTC)
        said = {
            "iss": ISSUER,
            "aud": APP,
            "nbf": now - timedelta(minutes=1),
            "exp": now + timedelta(hours=1),
            "serviceurl": service,
        }
        return {name: value for name, value in {**said, **claims}.items() if value is not None}

    async def metadata(self, _request: web.Request) -> web.Response:
        """Say where the keys are."""
        self.metadata_asked += 1
        if self.is_down:
            return web.Response(status=503)
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.address}/keys"})

    async def published(self, _request: web.Request) -> web.Response:
        """Publish the keys, each with the channels it may sign for."""
        endorsed = {"good": ["msteams", "skype"], "for others": ["webchat"]}
        keys = [
            {
                **json.loads(RSAAlgorithm.to_jwk(each.public_key())),
                "kid": name,
                "use": "sig",
                "endorsements": endorsed.get(name, ["msteams"]),
            }
            for name, each in self.keys.items()
        ]
        return web.json_response({"keys": [*keys, {"kty": "oct", "kid": "odd", "k": "AAAA"}]})

    async def authority_of(self, _request: web.Request) -> web.Response:
        """Say where tokens are given."""
        return web.json_response(
            {
                "issuer": self.login_url,
                "authorization_endpoint": f"{self.login_url}/oauth2/v2.0/authorize",
                "token_endpoint": f"{self.login_url}/oauth2/v2.0/token",
            }
        )

    async def login(self, request: web.Request) -> web.Response:
        """Give the app a token if it can prove itself."""
        asked = {name: str(value) for name, value in (await request.post()).items()}
        self.logins.append(asked)
        proven = asked.get("client_secret") == SECRET or self._is_certified(asked)
        if asked.get("client_id") != APP or not proven:
            return web.json_response({"error": "invalid_client"}, status=401)
        token = f"token-{len(self.logins)}"
        self.given.add(token)
        return web.json_response(
            {"token_type": "Bearer", "expires_in": self.lasts, "access_token": token}
        )

    def _is_certified(self, asked: dict[str, str]) -> bool:
        """Tell whether the app proved itself by the certificate of the good key."""
        assertion = asked.get("client_assertion", "")
        if not assertion:
            return False
        public = KEYS["good"].public_key()
        algorithms = [jwt.get_unverified_header(assertion)["alg"]]
        claims = jwt.decode(assertion, public, algorithms=algorithms, options={"verify_aud": False})
        return bool(claims["iss"] == APP)


def certificate(private: rsa.RSAPrivateKey) -> bytes:
    """Vouch for this computer, for a day."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "issuer.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(private, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def pem(private: rsa.RSAPrivateKey) -> bytes:
    """Write a private key down, with a certificate for it."""
    written = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return written + certificate(private)


@asynccontextmanager
async def issuer_at_home() -> AsyncIterator[Issuer]:
    """Run an issuer: what it publishes over http, and where tokens are given over https."""
    issuer = Issuer()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "issuer.pem"
        file.write_bytes(pem(KEYS["good"]))
        secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        secure.load_cert_chain(file)
        trusted = Path(folder) / "authority.pem"
        trusted.write_bytes(file.read_bytes()[file.read_bytes().index(b"-----BEGIN CERT") :])
        issuer.authority = str(trusted)
        served = web.Application()
        served.add_routes(
            [
                web.get("/.well-known/openidconfiguration", issuer.metadata),
                web.get("/keys", issuer.published),
                web.get(f"/{TENANT}/v2.0/.well-known/openid-configuration", issuer.authority_of),
                web.post(f"/{TENANT}/oauth2/v2.0/token", issuer.login),
            ]
        )
        runner = web.AppRunner(served, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=secure).start()
        plain, guarded = (each[1] for each in runner.addresses)
        issuer.address, issuer.secure = f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{guarded}"
        try:
            yield issuer
        finally:
            await runner.cleanup()
