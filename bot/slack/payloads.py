"""Parses Slack payloads into events: who did what, and where the reply belongs."""

import html
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from bot.slack.people import SLACK
from bot.slack.render.blocks import STAYS
from bot.slack.render.forms import BACK, GIVEN, ModalState, files_in, people_in, values_in
from handlers import Place, Pressed, Said, Submitted, What

Body = Mapping[str, Any]

MAX_CHARS = 40_000
"""Characters read of a message; Slack accepts no more either."""

ASK_ABOUT, REGISTER_THIS, REGISTER = "ask_about", "register_this", "register"
"""What the shortcuts are called back by."""

ASK = "ask.question"
"""The action that asks the handbook, whatever is waited for in the conversation."""

_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


@dataclass(frozen=True, slots=True)
class SlackOrigin:
    """Where an event happened, and how it can be answered there.

    *message* is the message that was pressed on, which a card gives way to; *thread* the thread
    to answer in. *trigger* opens a modal within three seconds; *view* is the modal it came from.
    """

    channel: str = ""
    thread: str = ""
    message: str = ""
    private: bool = True
    trigger: str = ""
    view: str = ""
    kept: ModalState = field(default_factory=ModalState)
    about: str = ""
    """The channel that a command was typed in, whose reply is in our conversation."""
    answer_to: str = ""
    """Where a command typed in a channel is told that its reply is in our conversation."""
    hash: str = ""
    """Which version of the view it was."""
    changed: str = ""
    """When a field was changed from which others follow; empty for everything else."""


@dataclass(frozen=True, slots=True)
class SlackEvent:
    """One thing that somebody did in Slack; *id* is its dedupe key."""

    id: str
    user: str
    what: What
    origin: SlackOrigin
    people: Mapping[str, str] = field(default_factory=dict)
    """The fields that hold a Slack user in place of an e-mail address."""
    files: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    """The fields that hold files, as Slack describes them."""
    is_follow_up: bool = False
    """Said in a channel's thread to nobody in particular: only for us if we are talking there."""


def parse_message(body: Body) -> SlackEvent | None:
    """Read a message to us, a mention, or what is said in a thread; nothing for all others."""
    event = body["event"]
    is_new = event.get("subtype") in {None, "file_share", "thread_broadcast"}
    if not is_new or event.get("bot_id") or not event.get("user") or not event.get("ts"):
        return None
    private = event.get("channel_type") == "im" or str(event["channel"]).startswith("D")
    mentioned = event["type"] == "app_mention"
    if not private and not mentioned and (_mentions_us(body) or not event.get("thread_ts")):
        return None
    said = plain_text(str(event.get("text", "")), ours=_us(body))
    thread = str(event.get("thread_ts") or ("" if private else event["ts"]))
    origin = SlackOrigin(event["channel"], thread, private=private)
    name = f"{event['channel']}.{event['ts']}"
    follow_up = not private and not mentioned
    return SlackEvent(name, event["user"], Said(said), origin, is_follow_up=follow_up)


def parse_command(body: Body, names: Collection[str]) -> SlackEvent:
    """Read a slash command: its last word names one of ours by *names* or the end of one."""
    typed = str(body["command"]).removeprefix("/")
    word = next((each for each in names if typed.endswith(short_name(each))), typed)
    said = html.unescape(str(body.get("text") or ""))[:MAX_CHARS]
    elsewhere = not str(body.get("channel_id", "")).startswith("D")
    answer_to = str(body.get("response_url", "")) if elsewhere else ""
    about = str(body.get("channel_id", "")) if elsewhere else ""
    origin = SlackOrigin(trigger=str(body.get("trigger_id", "")), about=about, answer_to=answer_to)
    name = f"command.{body['trigger_id']}"
    return SlackEvent(name, body["user_id"], Said(f"/{word} {said}".strip()), origin)


def short_name(name: str) -> str:
    """Return the word that a command has in Slack: the last one of its name."""
    return name.rpartition("-")[2]


def parse_shortcut(body: Body) -> SlackEvent:
    """Read a shortcut: the whole workspace's, or that of one message."""
    text = plain_text(str((body.get("message") or {}).get("text", "")))
    name = f"shortcut.{body.get('action_ts') or body['trigger_id']}.{body['user']['id']}"
    if body["callback_id"] == ASK_ABOUT:  # somebody else's words: no command, and no answer
        return SlackEvent(name, body["user"]["id"], Pressed(ASK, text), SlackOrigin())
    origin = SlackOrigin(trigger=str(body.get("trigger_id", "")))
    return SlackEvent(name, body["user"]["id"], Said(f"/register {text[:2_000]}".strip()), origin)


def parse_press(body: Body) -> SlackEvent | None:
    """Read a pressed button, of a message, a modal or the home, or a field that was changed."""
    action, view = body["actions"][0], body.get("view") or {}
    kept = ModalState.from_json(view.get("private_metadata", ""))
    state = view.get("state") or {}
    named = str(action["action_id"]).partition("#")[0]
    values = values_in(state)
    origin = _origin_of(body, kept)
    if named.partition(".")[0] == GIVEN:
        if not kept.again or not origin.view:
            return None
        origin = replace(origin, changed=str(action["action_ts"]))
        what = Pressed(kept.again, kept.key, values)
    elif named == BACK:
        what = Pressed(kept.back, kept.key, values)
    else:
        what = Pressed(named, str(action.get("value") or ""), values)
    name = f"press.{action['action_ts']}.{body['user']['id']}"
    return SlackEvent(name, body["user"]["id"], what, origin, people_in(state))


def parse_submission(body: Body) -> SlackEvent:
    """Read a modal that was sent.

    One that is sent again with something put right is another turn, though its hash is the same.
    """
    view = body["view"]
    kept = ModalState.from_json(view.get("private_metadata", ""))
    state = view.get("state") or {}
    what = Submitted(kept.action, kept.key, values_in(state))
    given = sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()[:16]
    name = f"view.{view['id']}.{view.get('hash', '')}.{given}"
    origin = SlackOrigin(view=view["id"], kept=kept, hash=str(view.get("hash", "")))
    return SlackEvent(name, body["user"]["id"], what, origin, people_in(state), files_in(state))


def parse_close(body: Body) -> SlackEvent:
    """Read that a modal was closed."""
    view = body["view"]
    kept = ModalState.from_json(view.get("private_metadata", ""))
    origin = SlackOrigin(view=view["id"], kept=kept)
    return SlackEvent(
        f"closed.{view['id']}", body["user"]["id"], Pressed(kept.action, kept.key), origin
    )


def parse_lookup(body: Body) -> tuple[str, str, str]:
    """Read what somebody types to look an option up: who, the source, the text."""
    source = str(body["action_id"]).partition(".")[2]
    return str(body["user"]["id"]), source, str(body.get("value") or "")


def place_of(event: SlackEvent, team: str) -> Place:
    """Name where something was done, in our *team*."""
    origin = event.origin
    room = f"{team}.{origin.channel}.{origin.thread}"
    about = origin.about or ("" if origin.private else origin.channel)
    return Place(
        SLACK,
        f"{team}.{event.user}" if origin.private else room,
        origin.private,
        room=f"{team}.{about}" if about else "",
    )


def _origin_of(body: Body, kept: ModalState) -> SlackOrigin:
    """Say where a button was pressed."""
    view, box = body.get("view") or {}, body.get("container") or {}
    trigger = str(body.get("trigger_id", ""))
    if view.get("type") == "modal":
        return SlackOrigin(view=view["id"], kept=kept, hash=str(view.get("hash", "")))
    if view:
        return SlackOrigin(trigger=trigger)
    channel = str(box.get("channel_id") or (body.get("channel") or {}).get("id", ""))
    stays = str(body["actions"][0].get("block_id", "")).startswith(STAYS)
    message = "" if stays or box.get("is_ephemeral") else str(box.get("message_ts", ""))
    return SlackOrigin(
        channel,
        str(box.get("thread_ts") or ""),
        message,
        private=channel.startswith("D"),
        trigger=trigger,
    )


def plain_text(text: str, *, ours: str = "") -> str:
    """Read what Slack wrote down as what was typed: mentions of us go, links become addresses."""
    plain = _MARKED.sub(lambda found: _replace_markup(found, ours), text)
    return html.unescape(plain).strip()[:MAX_CHARS]


def _replace_markup(found: re.Match[str], ours: str) -> str:
    target, label = found[1], found[2]
    if ours and target == f"@{ours}":
        return ""
    if target[:1] in {"@", "#", "!"}:
        return f"{target[:1] if label else ''}{label or ''}"
    return target.removeprefix("mailto:")


def _us(body: Body) -> str:
    """Name our own user, as Slack says it with every event."""
    return next((str(each["user_id"]) for each in body.get("authorizations") or ()), "")


def _mentions_us(body: Body) -> bool:
    us = _us(body)
    return bool(us) and f"<@{us}" in str(body["event"].get("text", ""))
