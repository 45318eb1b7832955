"""What every request passes: the right address, the right origin, and no error without words."""

from collections.abc import Awaitable, Callable, Collection
from html import escape
from urllib.parse import urlsplit
from uuid import uuid4

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware
from multidict import istr

from bot.web.identity import (
    ChatSetUpError,
    NobodyError,
    NotDemonstrationError,
    SomebodyElseError,
    locale_of,
)
from bot.web.payloads import UnreadableError
from governance import MAX_FILE_BYTES, DatabaseUnreachableError, EvidenceNotFoundError
from handlers import log_failure
from handlers.wording import Wording, wording
from knowledge import PageNotFoundError

log = structlog.get_logger()

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""The names of this computer that a request may be addressed to."""

FORWARDED = frozenset(map(istr, ("Forwarded", "X-Forwarded-For", "Via")))
"""What a proxy adds, which passes on requests of people who do not sit at this computer."""

MAX_BODY_BYTES = 256 * 1024
"""How many bytes a request may carry."""

FILES_PATH = "/api/files"
"""Where a file is sent to, as it is."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

WORDS: web.RequestKey[Wording] = web.RequestKey("words", Wording)
"""The words in the language of whoever sent a request, once that is known."""

REFUSALS: dict[type[Exception], tuple[int, str]] = {
    DatabaseUnreachableError: (503, "refusal-records-unreachable"),
    EvidenceNotFoundError: (404, "refusal-evidence-not-found"),
    NobodyError: (404, "web-nobody"),
    ChatSetUpError: (403, "web-chat-set-up"),
    NotDemonstrationError: (403, "web-not-demonstration"),
    PageNotFoundError: (404, "web-page-not-found"),
    UnreadableError: (400, "web-unreadable"),
}
"""The status of each refusal, and the words for it."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class RefusedError(Exception):
    """A request is not served: a *status*, and the key of the words that say why."""

    def __init__(self, status: int, key: str) -> None:
        """Remember the *status* and the *key*."""
        super().__init__(key)
        self.status = status
        self.key = key


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser what it must not do with a response."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")


def guard_with(signed: Collection[tuple[str, str]] = ()) -> Middleware:
    """Build the middleware that every request passes.

    *signed* are the methods and paths that are served to the outside: each route authenticates
    its requests itself.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await _guard(request, handler, signed)

    return guard


async def _guard(
    request: web.Request, handler: Handler, signed: Collection[tuple[str, str]]
) -> web.StreamResponse:
    """Let through what may come in; whatever goes wrong becomes a sentence."""
    try:
        if not _is_signed(request, signed):
            _check_origin(request)
        return await handler(request)
    except (web.HTTPRedirection, web.HTTPNotModified):
        raise
    except web.HTTPException as error:
        return _refuse(request, error.status, "web-not-here")
    except RefusedError as error:
        return _refuse(request, error.status, error.key)
    except tuple(REFUSALS) as error:
        log.info("request.refused", refusal=type(error).__name__)
        return _refuse(request, *next(REFUSALS[k] for k in type(error).__mro__ if k in REFUSALS))
    except SomebodyElseError as error:
        log.info("request.refused", refusal=type(error).__name__)
        request[WORDS] = wording(error.person.locale)
        return _refuse(request, 409, "web-somebody-else", name=error.person.name)
    except Exception as error:  # noqa: BLE001 - the last resort: nobody is left without words
        reference = uuid4().hex[:8]
        log_failure("request.failed", error, reference=reference, path=request.path)
        return _refuse(request, 500, "web-broken", reference=reference)


def _is_signed(request: web.Request, signed: Collection[tuple[str, str]]) -> bool:
    resource = request.match_info.route.resource
    return resource is not None and (request.method, resource.canonical) in signed


def _check_origin(request: web.Request) -> None:
    """Refuse what another page, or another name for this computer, sends here.

    Raises:
        RefusedError: If the request is not from this page, at its own address.
    """
    if _hostname_of(request) not in LOOPBACK or not FORWARDED.isdisjoint(request.headers):
        raise RefusedError(403, "web-refused-host")
    if request.path.startswith("/api/") and _is_from_elsewhere(request):
        raise RefusedError(403, "web-refused-origin")
    if request.method in {"GET", "HEAD"}:
        return
    if request.headers.get("Origin") != f"{request.scheme}://{request.headers['Host']}":
        raise RefusedError(403, "web-refused-origin")
    is_file = request.path == FILES_PATH
    if request.content_type != ("application/octet-stream" if is_file else "application/json"):
        raise RefusedError(415, "web-unreadable")
    if (request.content_length or 0) > (
        MAX_FILE_BYTES + MAX_BODY_BYTES if is_file else MAX_BODY_BYTES
    ):
        raise RefusedError(413, "web-too-large")


def _is_from_elsewhere(request: web.Request) -> bool:
    """Tell whether the browser says that another site's page sends *request*.

    Another port of this computer is the same site, and another page all the same.
    https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
    """
    return request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}


def _hostname_of(request: web.Request) -> str | None:
    """The name a request is addressed to, without the port."""
    try:
        return urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        return None


async def body_of(request: web.Request) -> str:
    """Read what came with *request*.

    Raises:
        RefusedError: If it is too large.
        UnreadableError: If it is no text.
    """
    try:
        return (await request.read()).decode()
    except web.HTTPRequestEntityTooLarge as error:
        raise RefusedError(413, "web-too-large") from error
    except UnicodeDecodeError as error:
        raise UnreadableError("body: not UTF-8") from error


def _refuse(request: web.Request, status: int, key: str, **facts: str) -> web.Response:
    words = request.get(WORDS) or wording(locale_of(request))
    sentence = words(key, **facts)
    if request.path.startswith("/api/"):
        return web.json_response({"error": sentence}, status=status)
    return web.Response(
        text=_sentence_page(sentence, words), content_type="text/html", status=status
    )


def _sentence_page(sentence: str, words: Wording) -> str:
    """Draw a page with one sentence on it."""
    return (
        f'<!doctype html><html lang="{words.locale}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(words('web-title'))}</title>"
        '<link rel="stylesheet" href="/static/style.css"></head><body class="alone">'
        f'<main class="hello"><h1>{escape(sentence)}</h1>'
        f'<p><a href="/">{escape(words("web-back-home"))}</a></p></main></body></html>'
    )
