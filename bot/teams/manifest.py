"""The app package: what Teams has to know to show the app, made from what the assistant can do.

https://learn.microsoft.com/microsoft-365/extensibility/schema
"""

import json
from importlib.resources import files
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from handlers import COMMANDS
from handlers.wording import LOCALES, Wording, wording

ICONS = files("bot.teams") / "icons"
"""A full-colour icon of 192 x 192 pixels, and a white outline of 32 x 32.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
"""

VERSION = "1.30"
"""Of the schema."""

APP_VERSION = "1.0.0"
"""Of the app as Teams counts it; it goes up whenever what is written here changes."""

SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}"

SCOPES = ("personal", "team", "groupChat")
COMMANDS_SHOWN = 12
MAX_TITLE_CHARS = 32
MAX_HINT_CHARS = 128

ASK_ABOUT, HANDBOOK, SOLUTIONS = "askAbout", "searchHandbook", "searchSolutions"
"""The commands of the message extension: about a message, and from the message box."""
LOOKED_FOR = "words"
"""The parameter of a search."""


def manifest(url: str, app_id: str) -> dict[str, Any]:
    """Build the manifest of an app that is reached at *url* and is known as *app_id*."""
    address, words = url.rstrip("/"), wording()
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": APP_VERSION,
        "id": app_id,
        "developer": {
            "name": "Guildmate",
            "websiteUrl": address,
            "privacyUrl": address,
            "termsOfUseUrl": address,
        },
        "name": {"short": "Guildmate", "full": "Guildmate, for citizen AI developers"},
        "description": {"short": words("chat-app-short"), "full": words("chat-app-full")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0e6656",
        "localizationInfo": {
            "defaultLanguageTag": LOCALES[0],
            "additionalLanguages": [
                {"languageTag": locale, "file": f"{locale}.json"} for locale in LOCALES[1:]
            ],
        },
        "bots": [
            {
                "botId": app_id,
                "scopes": list(SCOPES),
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": [
                    {"scopes": [scope], "commands": _commands(words)} for scope in SCOPES
                ],
            }
        ],
        "composeExtensions": [{"botId": app_id, "commands": _extension(words)}],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [urlsplit(address).netloc],
        "defaultInstallScope": "personal",
    }


def localization(words: Wording) -> dict[str, str]:
    """Say in another language what the manifest says in English."""
    said = {
        "name.short": "Guildmate",
        "description.short": words("chat-app-short"),
        "description.full": words("chat-app-full"),
    }
    for n in range(len(SCOPES)):
        for m, command in enumerate(_commands(words)):
            place = f"bots[0].commandLists[{n}].commands[{m}].description"
            said[place] = command["description"]
    for n, offered in enumerate(_extension(words)):
        place = f"composeExtensions[0].commands[{n}]"
        said |= {f"{place}.{name}": offered[name] for name in ("title", "description")}
        for m, parameter in enumerate(offered.get("parameters", ())):
            for name in ("title", "description"):
                said[f"{place}.parameters[{m}].{name}"] = parameter[name]
    return {"$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json", **said}


def package(url: str, app_id: str) -> bytes:
    """Pack the app: the manifest, its other languages and the icons, the same for the same."""
    contents = {
        "manifest.json": _to_json_bytes(manifest(url, app_id)),
        **{name: (ICONS / name).read_bytes() for name in ("color.png", "outline.png")},
        **{f"{each}.json": _to_json_bytes(localization(wording(each))) for each in LOCALES[1:]},
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def _to_json_bytes(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _commands(words: Wording) -> list[dict[str, str]]:
    """Offer each of the assistant's commands by its name, which is what is sent."""
    return [
        {"title": command.name, "description": words(f"{command.name}-summary")}
        for command in COMMANDS[:COMMANDS_SHOWN]
    ]


def _extension(words: Wording) -> list[dict[str, Any]]:
    """Offer to ask about a message, and to search from the message box."""
    looked_for = {
        "name": LOOKED_FOR,
        "title": words("chat-search-word")[:MAX_TITLE_CHARS],
        "description": words("chat-search-word-hint")[:MAX_HINT_CHARS],
        "inputType": "text",
    }
    about = {
        "id": ASK_ABOUT,
        "type": "action",
        "context": ["message"],
        "title": words("chat-ask-about")[:MAX_TITLE_CHARS],
        "description": words("chat-ask-about-hint")[:MAX_HINT_CHARS],
        "fetchTask": True,
    }
    searches = [
        {
            "id": id_,
            "type": "query",
            "context": ["compose", "commandBox"],
            "title": words(key)[:MAX_TITLE_CHARS],
            "description": words(f"{key}-hint")[:MAX_HINT_CHARS],
            "parameters": [looked_for],
        }
        for id_, key in ((HANDBOOK, "chat-search-handbook"), (SOLUTIONS, "chat-search-solutions"))
    ]
    return [about, *searches]
