"""The local web page: the conversation, the overview and the handbook reader."""

from aiohttp import web

from bot.app import App
from bot.web.conversation import WebConversation
from bot.web.files import WebFiles
from bot.web.identity import Identities
from bot.web.reader import Reader
from bot.web.shell import Shell

__all__ = ["routes"]


def routes(app: App) -> list[web.AbstractRouteDef]:
    """List everything the page is served by."""
    identities = Identities(app.database, has_channels=bool(app.channels))
    return [
        *Shell(app.database, identities).routes(),
        *WebConversation(app, identities).routes(),
        *WebFiles(app, identities).routes(),
        *Reader(app.handbook, identities).routes(),
    ]
