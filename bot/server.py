"""One aiohttp application: the page, and whether Guildmate is alive and ready."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from errno import EADDRINUSE

from aiohttp import web

from bot.app import App
from bot.errors import CannotStartError
from bot.web import routes
from bot.web.guard import MAX_BODY_BYTES, add_headers, guard_with
from governance import DatabaseUnreachableError, Role

SHUTDOWN_TIMEOUT_S = 10.0
"""How many seconds requests are given to finish when the server stops."""


def application(app: App) -> web.Application:
    """Build the application that serves *app*."""
    channel_routes = [route for channel in app.channels for route in channel.routes()]
    signed = {(each.method, each.path) for each in channel_routes if isinstance(each, web.RouteDef)}
    served = web.Application(middlewares=[guard_with(signed)], client_max_size=MAX_BODY_BYTES)
    served.on_response_prepare.append(add_headers)

    async def alive(_request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def ready(_request: web.Request) -> web.Response:
        database = await _reaches(app)
        status = app.handbook.status
        is_ready = database and status.passages > 0
        index = {"state": status.state, "mode": status.mode, "passages": status.passages}
        return web.json_response(
            {"ready": is_ready, "database": database, "handbook": index},
            status=200 if is_ready else 503,
        )

    served.add_routes([web.get("/healthz", alive), web.get("/readyz", ready), *routes(app)])
    served.add_routes(channel_routes)
    return served


@asynccontextmanager
async def serving(app: App, host: str, port: int) -> AsyncIterator[int]:
    """Serve *app* at *host* and *port* (0 takes a free one), and give the port.

    Raises:
        CannotStartError: If nothing can be served there.
    """
    runner = web.AppRunner(application(app), access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT_S)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise CannotStartError(_unservable(error, host, port)) from error
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def _unservable(error: OSError, host: str, port: int) -> str:
    """Say why nothing can be served at *host* and *port*, and what to do about it."""
    if error.errno == EADDRINUSE:
        return f"Port {port} on {host} is taken. Choose another one with --port."
    number = error.errno or 0  # what has no positive one is about the name of the host
    reason = os.strerror(number) if number > 0 else error.strerror or "unknown reason"
    return (
        f"Guildmate cannot listen on port {port} of {host} ({reason.lower()}). "
        "Choose others with --host and --port."
    )


async def _reaches(app: App) -> bool:
    """Tell whether the database answers."""
    try:
        async with app.database.reading() as records:
            await records.people.list_with_role(Role.LEAD)
    except DatabaseUnreachableError:
        return False
    return True
