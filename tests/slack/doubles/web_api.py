"""A workspace: people, conversations and views behind a Web API that refuses what Slack refuses.

Errors and arguments are those of https://docs.slack.dev/reference/methods. What people would see
is read from it; whatever the product sends that Slack would not take stands in ``refusals``.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.slack.doubles.validity import message_faults, view_faults

TEAM = "T0GUILD"
TOKEN = "xoxb-not-a-secret"  # noqa: S105 - the double takes any
US = "U0GUILDMATE"


def user(name: str, zone: str, locale: str = "en-GB", **more: Any) -> dict[str, Any]:
    """Make a user as ``users.info`` shows one."""
    first = name.split(maxsplit=1)[0].lower()
    return {
        "id": f"U0{first.upper()}",
        "team_id": TEAM,
        "name": first,
        "real_name": name,
        "locale": locale,
        "tz": zone,
        "profile": {"real_name": name, "email": f"{first}@selat.example"},
        **more,
    }


PEOPLE = (
    user("Ben Ong", "Asia/Singapore"),
    user("Sari Wulandari", "Asia/Jakarta", "id-ID"),
    user("Arun Pillai", "Asia/Singapore"),
    user("Linh Tran", "Asia/Ho_Chi_Minh", "vi-VN"),
    user("Mei Tan", "Asia/Singapore"),
    user("Ly Pham", "Asia/Ho_Chi_Minh", "vi-VN"),
    user("Gus Guest", "Asia/Singapore", is_restricted=True),
    user("Eva External", "Asia/Jakarta", "id-ID", team_id="T0OTHER", is_stranger=False),
    user("Dan Deactivated", "Asia/Singapore", deleted=True),
    user("Bot Other", "UTC", is_bot=True),
)


@dataclass(slots=True)
class Failing:
    """How calls fail: by *method* (``*`` is each), with a status and an error, so many *times*.

    *after* does what was asked all the same, as when an answer is lost on its way.
    """

    method: str
    status: int = 200
    error: str = ""
    times: int = 1
    after: bool = False
    retry_after: int = 1
    hangs: bool = False
    """No answer ever comes."""


@dataclass(slots=True)
class Workspace:
    """Everything that Slack knows."""

    address: str = ""
    socket: str = ""
    asked_for_socket: asyncio.Event = field(default_factory=asyncio.Event)
    people: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {each["id"]: each for each in PEOPLE}
    )
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    whispers: list[dict[str, Any]] = field(default_factory=list)
    responses: list[str] = field(default_factory=list)
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    homes: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    failing: list[Failing] = field(default_factory=list)
    each_fails_once: bool = False
    installed: dict[str, Any] = field(default_factory=dict)
    """Where the app is installed, if that is not the one workspace."""
    groups: dict[str, set[str]] = field(default_factory=dict)
    """Who is in each user group."""
    uploads: dict[str, bytes] = field(default_factory=dict)
    """What people put into file fields."""
    downloads_fail: int = 0
    """How often taking a file fails."""
    streams_left: int = 20
    """How many more streams may be begun in this minute."""
    streams_end: str = ""
    """Why a stream is over when more is to be written, if it is."""
    _failed: Counter[str] = field(default_factory=Counter)
    _number: int = 1_000

    def next(self) -> str:
        """Give the next number, as Slack writes times."""
        self._number += 1
        return f"1790000000.{self._number:06}"

    def room(self, user_id: str) -> str:
        """Name the conversation with one user."""
        return f"D{user_id[1:]}"

    def said_to(self, user_id: str) -> list[dict[str, Any]]:
        """List the messages in the conversation with one user, oldest first."""
        return self.messages.get(self.room(user_id), [])

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of the Web API."""
        method = request.match_info["method"]
        given = await _given(request)
        self.calls.append((method, given))
        failing = self._fails(method, given)
        if failing and not failing.after:
            return await _failed(failing)
        if method == "apps.connections.open":
            self.asked_for_socket.set()
            return web.json_response({"ok": bool(self.socket), "url": self.socket})
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        done = getattr(self, method.replace(".", "_"))(given)
        if "error" in done:
            self.refusals.append(f"{method}: {done['error']}")
        return (
            await _failed(failing)
            if failing
            else web.json_response({"ok": "error" not in done} | done)
        )

    async def take_file(self, request: web.Request) -> web.Response:
        """Take the content of a file."""
        self.files[request.match_info["file"]]["content"] = await request.read()
        return web.Response(text="OK")

    async def give_file(self, request: web.Request) -> web.Response:
        """Give a file to whoever has the token; to all others a page to sign in on."""
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        if self.downloads_fail > 0:
            self.downloads_fail -= 1
            return web.Response(status=503)
        return web.Response(body=self.uploads[request.match_info["file"]])

    async def take_response(self, request: web.Request) -> web.Response:
        """Take what is said below a command."""
        self.responses.append((await request.json())["text"])
        return web.Response(text="ok")

    def _fails(self, method: str, given: Mapping[str, Any]) -> Failing | None:
        if self.each_fails_once:
            name = f"{method} {json.dumps(given, sort_keys=True)}"
            self._failed[name] += 1
            kinds = (Failing(method, 429), Failing(method, 503), Failing(method, 503, after=True))
            return kinds[len(self._failed) % 3] if self._failed[name] == 1 else None
        for each in self.failing:
            if each.method in {method, "*"} and each.times > 0:
                each.times -= 1
                return each
        return None

    def auth_test(self, _given: Mapping[str, Any]) -> dict[str, Any]:
        """Say whose token it is, and where the app is installed."""
        return {"team_id": TEAM, "user_id": US, "is_enterprise_install": False, **self.installed}

    def conversations_open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Find the conversation with somebody."""
        known = self.people.get(given["users"])
        if known is None:
            return {"error": "user_not_found"}
        if known.get("deleted"):
            return {"error": "user_disabled"}
        return {"channel": {"id": self.room(given["users"])}}

    def users_info(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Show a profile."""
        known = self.people.get(given["user"])
        return {"user": known} if known else {"error": "user_not_found"}

    def users_lookupByEmail(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Find somebody by address."""
        found = [p for p in self.people.values() if p["profile"]["email"] == given["email"]]
        return {"user": found[0]} if found else {"error": "users_not_found"}

    def chat_postMessage(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Post a message."""
        channel = str(given["channel"])
        channel = self.room(channel) if channel[0] == "U" else channel
        if fault := self._message_fault(given):
            return fault
        if channel.startswith("CGONE"):
            return {"error": "channel_not_found"}
        message = {**given, "channel": channel, "ts": self.next()}
        self.messages.setdefault(channel, []).append(message)
        return {"channel": channel, "ts": message["ts"], "message": message}

    def chat_postEphemeral(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Show a message to one person."""
        if fault := self._message_fault(given):
            return fault
        if str(given["channel"]).startswith("CSTRANGE"):
            return {"error": "not_in_channel"}
        self.whispers.append(dict(given))
        return {"message_ts": self.next()}

    def chat_update(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Change a message."""
        if fault := self._message_fault(given):
            return fault
        message = self._message(given)
        if message is None or message.get("streaming"):
            return {"error": "streaming_state_conflict" if message else "message_not_found"}
        message.update(given)
        return {"channel": given["channel"], "ts": given["ts"]}

    def chat_delete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Take a message away."""
        message = self._message(given)
        if message is None:
            return {"error": "message_not_found"}
        self.messages[given["channel"]].remove(message)
        return {"channel": given["channel"], "ts": given["ts"]}

    def chat_startStream(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Begin a message that is written bit by bit."""
        if not given.get("thread_ts"):
            return {"error": "invalid_arguments"}
        for wanted in ("recipient_user_id", "recipient_team_id"):
            if not given.get(wanted) and not given["channel"].startswith("D"):
                return {"error": f"missing_{wanted}"}
        if self.streams_left == 0:
            return {"error": "ratelimited"}
        if fault := self._chunk_fault([], given):
            return fault
        self.streams_left -= 1
        message = {
            "channel": given["channel"],
            "thread_ts": given["thread_ts"],
            "ts": self.next(),
            "streaming": True,
            "blocks": [block for chunk in given["chunks"] for block in chunk["blocks"]],
        }
        self.messages.setdefault(given["channel"], []).append(message)
        return {"channel": given["channel"], "ts": message["ts"]}

    def chat_appendStream(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Write on."""
        message = self._message(given)
        if message is None or not message.get("streaming"):
            return {"error": "message_not_in_streaming_state" if message else "message_not_found"}
        if self.streams_end:
            message["streaming"] = False
            return {"error": self.streams_end}
        if fault := self._chunk_fault(message["blocks"], given):
            return fault
        message["blocks"] += [block for chunk in given["chunks"] for block in chunk["blocks"]]
        return {"channel": given["channel"], "ts": given["ts"]}

    def chat_stopStream(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """End a message that was written bit by bit, with blocks below it."""
        message = self._message(given)
        if message is None or not message.get("streaming"):
            return {"error": "message_not_in_streaming_state" if message else "message_not_found"}
        below = list(given.get("blocks") or [])
        faults = message_faults([*message["blocks"], *below])
        faults += message_faults(below) if below else []
        self.refusals += faults
        if faults:
            return {"error": "invalid_blocks"}
        message.update(streaming=False, blocks=[*message["blocks"], *below])
        message["metadata"] = given.get("metadata")
        return {"channel": given["channel"], "ts": given["ts"], "message": message}

    def _message(self, given: Mapping[str, Any]) -> dict[str, Any] | None:
        told = self.messages.get(given["channel"], [])
        return next((each for each in told if each["ts"] == given["ts"]), None)

    def _chunk_fault(
        self, before: list[dict[str, Any]], given: Mapping[str, Any]
    ) -> dict[str, Any] | None:
        if given.get("markdown_text"):
            return {"error": "streaming_mode_mismatch"}
        chunks = given.get("chunks") or []
        if not chunks or any(set(each) != {"type", "blocks"} for each in chunks):
            return {"error": "invalid_chunks"}
        faults = message_faults([*before, *(block for each in chunks for block in each["blocks"])])
        self.refusals += faults
        return {"error": "invalid_blocks"} if faults else None

    def conversations_history(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """List the latest messages of a conversation."""
        told = self.messages.get(given["channel"], [])
        latest = [each for each in told if not each.get("thread_ts")][::-1]
        return {"messages": latest[: int(given.get("limit", 100))]}

    def usergroups_users_list(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Say who is in a user group."""
        members = self.groups.get(str(given.get("usergroup")))
        return {"error": "no_such_subteam"} if members is None else {"users": sorted(members)}

    def conversations_replies(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """List a thread."""
        told = self.messages.get(given["channel"], [])
        asked = next((each for each in told if each["ts"] == given["ts"]), {})
        root = asked.get("thread_ts") or given["ts"]
        thread = [each for each in told if root in {each["ts"], each.get("thread_ts")}]
        return {"messages": thread[: int(given.get("limit", 1000))]}

    def views_open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Open a modal."""
        trigger = str(given["trigger_id"])
        if trigger.startswith("old"):
            return {"error": "expired_trigger_id"}
        if trigger in self.used:
            return {"error": "exchanged_trigger_id"}
        self.used.add(trigger)
        return self._view(f"V{len(self.views)}", given["view"])

    def views_update(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Change a modal."""
        before = self.views.get(given["view_id"])
        if before is None:
            return {"error": "not_found"}
        if given.get("hash") not in {None, before["hash"]}:
            return {"error": "hash_conflict"}
        return self._view(given["view_id"], given["view"])

    def views_publish(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Publish somebody's home."""
        before = self.homes.get(given["user_id"])
        if before and given.get("hash") not in {None, before["hash"]}:
            return {"error": "hash_conflict"}
        if faults := view_faults(given["view"]):
            self.refusals += faults
            return {"error": "invalid_arguments"}
        view = {**given["view"], "hash": self.next()}
        self.homes[given["user_id"]] = view
        return {"view": view}

    def assistant_threads_setStatus(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Say what is being done."""
        missing = {"channel_id", "thread_ts", "status"} - set(given)
        return {"error": "invalid_arguments"} if missing else {}

    def assistant_threads_setSuggestedPrompts(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Offer sentences to begin with."""
        is_right = 1 <= len(given["prompts"]) <= 4 and "thread_ts" not in given
        return {} if is_right else {"error": "invalid_arguments"}

    def files_getUploadURLExternal(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Say where a file goes."""
        name = f"F{len(self.files)}"
        self.files[name] = {"name": given["filename"], "length": int(given["length"])}
        return {"upload_url": f"{self.address}/upload/{name}", "file_id": name}

    def files_completeUploadExternal(self, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802 - Slack's name
        """Put files into a conversation."""
        for each in given["files"]:
            self.files[each["id"]]["channel"] = given["channel_id"]
        return {"files": given["files"]}

    def files_info(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Say where a file is."""
        if given["file"] not in self.uploads:
            return {"error": "file_not_found"}
        return {"file": {"url_private_download": f"{self.address}/download/{given['file']}"}}

    def _view(self, name: str, view: Mapping[str, Any]) -> dict[str, Any]:
        if faults := view_faults(view):
            self.refusals += faults
            return {"error": "invalid_arguments"}
        self.views[name] = {**view, "id": name, "hash": self.next(), "state": {"values": {}}}
        return {"view": self.views[name]}

    def _message_fault(self, given: Mapping[str, Any]) -> dict[str, Any] | None:
        faults = message_faults(given.get("blocks"))
        if not given.get("text") or len(given["text"]) > 4_000:
            faults.append("no_text")
        self.refusals += faults
        return {"error": "invalid_blocks"} if faults else None


async def _failed(failing: Failing) -> web.Response:
    if failing.hangs:
        await asyncio.Event().wait()
    headers = {"Retry-After": str(failing.retry_after)} if failing.status == 429 else {}
    error = failing.error or ("ratelimited" if failing.status == 429 else "internal_error")
    body = {"ok": False, "error": error}
    return web.json_response(body, status=failing.status, headers=headers)


async def _given(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return {**request.query, **await request.post()}


@asynccontextmanager
async def slack_at_home() -> AsyncIterator[Workspace]:
    """Serve a workspace on this computer."""
    workspace = Workspace()
    app = web.Application(client_max_size=2**24)
    app.add_routes(
        [
            web.route("*", "/api/{method}", workspace.answer),
            web.post("/upload/{file}", workspace.take_file),
            web.get("/download/{file}", workspace.give_file),
            web.post("/respond", workspace.take_response),
        ]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    workspace.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield workspace
    finally:
        await runner.cleanup()
