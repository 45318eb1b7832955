"""Parses Teams activities into events: who did what, and where the reply belongs.

Activities are as in https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.teams.connector import Address
from bot.teams.render.actions import ABOUT, ASK, QUESTION, carried_in, pressed_or_submitted
from bot.teams.token_validation import EMULATOR, tenant_of
from handlers import COMMANDS, Pressed, Said, Submitted, What

Body = Mapping[str, Any]

MAX_CHARS = 40_000
"""Characters read of a message."""

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
"""The kind of attachment that a file of a personal chat is."""

NO_TEXT = Said("")
"""What somebody did who only opened or searched something."""

STAYS, STAMP = "stays", "stamp"
"""What a card's actions carry: that the message stays as it is, and which reply it shows."""

RESULT_MESSAGE = "shown"
"""What a dialog's actions carry: the message that shows how it ends."""

_MENTION = re.compile(r"<at[^>]*>(.*?)</at>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?:br|/p|/div)\s*/?>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^>]*>")
_NAMES = frozenset(command.name for command in COMMANDS)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did something: their *id* in the directory, their *user* in Teams, and what is known."""

    id: str
    user: str
    name: str = ""
    locale: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class TeamsOrigin:
    """Where something happened.

    *message* is the message that was pressed on, where it gives way to the reply; *private* a
    chat with one person.
    """

    to: Address
    private: bool = True
    message: str = ""


@dataclass(frozen=True, slots=True)
class TeamsEvent:
    """One thing that somebody did in Teams; *id* is its dedupe key."""

    id: str
    sender: Sender
    what: What
    origin: TeamsOrigin
    files: tuple[Mapping[str, Any], ...] = ()
    """The files that came with it, as Teams describes them."""
    alone: bool = False
    """Done in a dialog, where nobody else sees what comes of it."""


def parse_message(body: Body) -> TeamsEvent | None:
    """Read a message to us; nothing when it is meant for somebody else, or says nothing."""
    origin, sender = _origin_of(body), sender_of(body)
    if isinstance(body.get("value"), dict):
        return parse_press(body, body["value"])
    mentioned, said = _without_mention(body)
    if not origin.private and not mentioned:
        return None
    files = tuple(_files(body))
    if not said and not files:
        return None
    name = _event_id("message", origin.to.conversation, str(body.get("id") or ""))
    return TeamsEvent(name, sender, Said(_as_command(said)), origin, files)


def parse_installation(body: Body) -> TeamsEvent:
    """Read that somebody has installed the app, as the wish to see where they are."""
    origin = _origin_of(body)
    name = _event_id("installed", origin.to.conversation, str(body.get("id") or ""))
    return TeamsEvent(name, sender_of(body), Said("/home"), origin)


def parse_press(body: Body, data: Body) -> TeamsEvent | None:
    """Read what somebody did on a card; nothing when it is none of ours."""
    what = pressed_or_submitted(data)
    if what is None:
        return None
    carried, at = carried_in(data), _origin_of(body)
    shown = str(body.get("replyToId") or "")
    stays = STAYS in carried
    name = _event_id(
        "press",
        at.to.conversation,
        sender_of(body).id,
        shown,
        carried.get(STAMP, ""),
        _digest_input(what),
    )
    origin = TeamsOrigin(at.to, at.private, "" if stays else shown)
    return TeamsEvent(name, sender_of(body), _question_in(what), origin)


def invoke_id(body: Body) -> str:
    """Name an invoke, as it is named when it is sent again."""
    return _event_id("invoke", sender_of(body).id, str(body.get("id") or ""))


def parse_dialog(body: Body, data: Body) -> TeamsEvent | None:
    """Read what somebody did in a dialog; nothing when it is none of ours."""
    what = pressed_or_submitted(data)
    if what is None:
        return None
    carried, at = carried_in(data), _origin_of(body)
    name = _event_id("dialog", sender_of(body).id, carried.get(STAMP, ""), _digest_input(what))
    origin = TeamsOrigin(at.to, at.private, carried.get(RESULT_MESSAGE, ""))
    return TeamsEvent(name, sender_of(body), _question_in(what), origin, alone=True)


def parse_lookup(body: Body) -> TeamsEvent:
    """Read who does something that is no turn, such as opening a dialog or searching."""
    name = _event_id("alone", sender_of(body).id, str(body.get("id") or ""))
    return TeamsEvent(name, sender_of(body), NO_TEXT, _origin_of(body), alone=True)


def parse_rating(body: Body, reaction: str) -> TeamsEvent:
    """Read that somebody rated a message by a thumb of Teams."""
    shown = str(body.get("replyToId") or "")
    name = _event_id("thumb", address_of(body).conversation, sender_of(body).id, shown, reaction)
    return TeamsEvent(name, sender_of(body), NO_TEXT, _origin_of(body), alone=True)


def sender_of(body: Body) -> Sender:
    """Say who did something."""
    who = _dict(body, "from")
    clients = (each for each in _list(body, "entities") if each.get("type") == "clientInfo")
    client = next(clients, {})
    is_trial = body.get("channelId") == EMULATOR  # which knows no directory
    return Sender(
        str(who.get("aadObjectId") or (is_trial and who.get("id")) or ""),
        str(who.get("id") or ""),
        str(who.get("name") or ""),
        str(body.get("locale") or client.get("locale") or ""),
        str(body.get("localTimezone") or client.get("timezone") or ""),
    )


def address_of(body: Body) -> Address:
    """Say where a conversation is."""
    conversation = _dict(body, "conversation")
    return Address(
        str(body.get("serviceUrl") or ""), str(conversation.get("id") or ""), tenant_of(body)
    )


def is_private(body: Body) -> bool:
    """Return whether it is a chat with one person; what does not say so is taken for shared."""
    return bool(_dict(body, "conversation").get("conversationType") == "personal")


def members(body: Body, change: str) -> tuple[str, ...]:
    """Name who was added to a conversation, or removed from it."""
    return tuple(str(each.get("id") or "") for each in _list(body, change))


def plain_text(content: str) -> str:
    """Read the HTML of a message as what was typed."""
    plain = _ANY_TAG.sub("", _TAG.sub("\n", _MENTION.sub(r"@\1", content)))
    return html.unescape(plain).replace("\u00a0", " ").strip()[:MAX_CHARS]


def is_question(event: TeamsEvent) -> bool:
    """Return whether somebody asked the handbook something, and did nothing else."""
    return isinstance(event.what, Pressed) and event.what.action == ASK


def stamp(turn: str) -> str:
    """Name a turn shortly, on everything that can be pressed of its reply."""
    return sha256(turn.encode()).hexdigest()[:16]


def _origin_of(body: Body) -> TeamsOrigin:
    return TeamsOrigin(address_of(body), is_private(body))


def _without_mention(body: Body) -> tuple[bool, str]:
    """Return whether we are mentioned, and what is said without that."""
    said = str(body.get("text") or "")
    us, is_ours = _dict(body, "recipient"), False
    for entity in _list(body, "entities"):
        mentioned = _dict(entity, "mentioned")
        if entity.get("type") == "mention" and mentioned.get("id") == us.get("id"):
            is_ours = True
            said = said.replace(str(entity.get("text") or "\0"), "")
    return is_ours, html.unescape(_MENTION.sub(r"@\1", said)).replace("\u00a0", " ").strip()[
        :MAX_CHARS
    ]


def _as_command(said: str) -> str:
    """Parse the bare name of a command as the command, as Teams' list of commands writes it."""
    word = said.strip().lower()
    return f"/{word}" if word in _NAMES else said


def _question_in(what: Pressed | Submitted) -> Pressed | Submitted:
    """Parse the form that asks about a message as the question in it."""
    if isinstance(what, Submitted) and what.action == ABOUT:
        return Pressed(ASK, str(what.values.get(QUESTION, "")).strip())
    return what


def _files(body: Body) -> Iterator[Mapping[str, Any]]:
    for each in _list(body, "attachments"):
        content = each.get("content")
        if each.get("contentType") == DOWNLOAD and isinstance(content, dict):
            yield {
                "name": str(each.get("name") or "-"),
                "url": str(content.get("downloadUrl") or ""),
            }


def _digest_input(what: Pressed | Submitted) -> str:
    key = what.key if isinstance(what, Submitted) else what.value
    return json.dumps([what.kind, what.action, key, dict(what.values)], sort_keys=True)


def _event_id(kind: str, *parts: str) -> str:
    """Name what happened by everything that tells it from anything else."""
    return f"{kind}.{sha256(json.dumps(parts).encode()).hexdigest()[:32]}"


def _dict(body: Body, name: str) -> Mapping[str, Any]:
    found = body.get(name)
    return found if isinstance(found, dict) else {}


def _list(body: Body, name: str) -> list[Mapping[str, Any]]:
    found = body.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
