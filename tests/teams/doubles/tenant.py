"""A tenant of Teams: people and chats behind a Bot Connector that refuses what Teams refuses.

Paths and errors are those of https://learn.microsoft.com/azure/bot-service/rest-api; what people
would see is read from it. What the product sends that Teams would not take stands in ``refusals``.
"""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiohttp import web

from tests.teams.doubles.issuer import APP, TENANT, Issuer
from tests.teams.doubles.validity import message_faults

JSON = dict[str, Any]

US = f"28:{APP}"
CHANNEL = "19:general@thread.tacv2"
GROUP = "19:project@thread.v2"


def member(name: str, zone: str, locale: str = "en-SG", **more: Any) -> JSON:
    """Make somebody as the roster shows them."""
    first = name.split(maxsplit=1)[0].lower()
    return {
        "id": f"29:1{first}",
        "name": name,
        "aadObjectId": f"00000000-0000-0000-0000-{first:0>12}",
        "givenName": name.split(maxsplit=1)[0],
        "surname": name.rsplit(maxsplit=1)[-1],
        "email": f"{first}@selat.example",
        "userPrincipalName": f"{first}@selat.example",
        "tenantId": TENANT,
        "userRole": "user",
        "zone": zone,
        "locale": locale,
        **more,
    }


PEOPLE = (
    member("Ben Ong", "Asia/Singapore"),
    member("Sari Wulandari", "Asia/Jakarta", "id-ID"),
    member("Arun Pillai", "Asia/Singapore"),
    member("Linh Tran", "Asia/Ho_Chi_Minh", "vi-VN"),
    member("Mei Tan", "Asia/Singapore"),
    member("Ly Pham", "Asia/Ho_Chi_Minh", "vi-VN"),
    member(
        "Gus Guest",
        "Asia/Singapore",
        userRole="guest",
        userPrincipalName="gus_out.example#EXT#@selat.example",
    ),
    member("Eva External", "Europe/Paris", tenantId="another"),
)


@dataclass(slots=True)
class Failing:
    """How calls fail: by *kind* (``*`` is each), with a status and a code, so many *times*.

    The first *well* of them are taken as they should be.
    *after* does what was asked all the same, as when an answer is lost on its way; a *status* of 0
    is a connection that breaks.
    """

    kind: str
    status: int = 502
    code: str = "BadGateway"
    times: int = 1
    after: bool = False
    retry_after: int | None = None
    well: int = 0


@dataclass(slots=True)
class TeamsStream:
    """An answer on its way."""

    sequence: int
    text: str = ""
    is_over: bool = False
    at: float = 0.0


@dataclass(slots=True)
class Tenant:
    """Everything that Teams knows."""

    issuer: Issuer
    address: str = ""
    tick: Callable[[], float] = monotonic
    people: dict[str, JSON] = field(default_factory=lambda: {each["id"]: each for each in PEOPLE})
    messages: dict[str, dict[str, JSON]] = field(default_factory=lambda: defaultdict(dict))
    typing: Counter[str] = field(default_factory=Counter)
    streams: dict[str, TeamsStream] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    calls: list[tuple[str, JSON]] = field(default_factory=list)
    failing: list[Failing] = field(default_factory=list)
    each_fails_once: bool = False
    without_the_app: set[str] = field(default_factory=set)
    blocked_by: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    """What people put into a chat, and what was put into their files, by name."""
    puts: Counter[str] = field(default_factory=Counter)
    """How often each was put there."""
    slow: dict[str, float] = field(default_factory=dict)
    """How many seconds calls take, by kind."""
    paced: bool = True
    _gone: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _failed: Counter[str] = field(default_factory=Counter)
    _number: int = 1_790_000_000_000

    def next(self) -> str:
        """Give the next number, as Teams names messages."""
        self._number += 1
        return str(self._number)

    def chat(self, user: str) -> str:
        """Name the chat with one person."""
        return f"a:chat-{user.removeprefix('29:1')}"

    def said_to(self, user: str) -> list[JSON]:
        """List the messages in the chat with one person, oldest first."""
        return list(self.messages[self.chat(user)].values())

    async def send(self, request: web.Request) -> web.Response:
        """Take an activity into a conversation."""
        conversation, activity = request.match_info["conversation"], await request.json()
        return await self._answered(
            request, "send", activity, conversation, lambda: self._sent(conversation, activity)
        )

    async def update(self, request: web.Request) -> web.Response:
        """Let an activity stand in place of another."""
        conversation, activity = request.match_info["conversation"], await request.json()
        id_ = request.match_info["activity"]

        def put() -> JSON:
            if id_ not in self.messages[conversation]:
                return _error(404, "ActivityNotFoundInConversation")
            if faults := self._faults(activity):
                return self._refused(faults)
            self.messages[conversation][id_] = {**activity, "id": id_}
            return {"id": id_}

        return await self._answered(request, "update", activity, conversation, put)

    async def delete(self, request: web.Request) -> web.Response:
        """Take away a message."""
        conversation, id_ = request.match_info["conversation"], request.match_info["activity"]

        def take() -> JSON:
            gone = self.messages[conversation].pop(id_, None)
            return {} if gone else _error(404, "ActivityNotFoundInConversation")

        return await self._answered(request, "delete", {}, conversation, take)

    async def begin(self, request: web.Request) -> web.Response:
        """Begin the chat with one person, if they have the app."""
        asked = await request.json()

        def found() -> JSON:
            user = asked["members"][0]["id"]
            if asked["bot"]["id"] != US or asked["channelData"]["tenant"]["id"] != TENANT:
                return _error(400, "BadArgument")
            if user not in self.people or user in self.without_the_app:
                return _error(403, "BotNotInConversationRoster")
            return {"id": self.chat(user)}

        return await self._answered(request, "begin", asked, "", found)

    async def who(self, request: web.Request) -> web.Response:
        """Say who somebody is."""
        conversation, user = request.match_info["conversation"], request.match_info["user"]

        def found() -> JSON:
            if conversation in self._closed:
                return _error(403, "BotNotInConversationRoster")
            shown = self.people.get(user)
            hidden = {"zone", "locale"}
            return (
                {name: value for name, value in shown.items() if name not in hidden}
                if shown
                else _error(404, "MemberNotFoundInConversation")
            )

        return await self._answered(request, "who", {}, conversation, found)

    async def give(self, request: web.Request) -> web.Response:
        """Give a file that somebody put into a chat."""
        content = self.files.get(request.match_info["file"])
        return web.Response(body=content) if content is not None else web.Response(status=404)

    async def take(self, request: web.Request) -> web.Response:
        """Take a file to where somebody agreed to have it."""
        content = await request.read()
        wanted = f"bytes 0-{len(content) - 1}/{len(content)}"
        if request.headers.get("Content-Range") != wanted:
            self.refusals.append(f"Content-Range: {request.headers.get('Content-Range')}")
            return web.Response(status=416)
        self.puts[request.match_info["file"]] += 1
        if self._fails("put", ""):
            return web.Response(status=503)
        self.files[request.match_info["file"]] = content
        return web.json_response({"id": "drive-item"}, status=201)

    @property
    def _closed(self) -> set[str]:
        return {self.chat(user) for user in self.without_the_app | self.blocked_by}

    async def _answered(
        self,
        request: web.Request,
        kind: str,
        given: JSON,
        conversation: str,
        done: Callable[[], JSON],
    ) -> web.Response:
        """Answer one call, or fail as was asked for."""
        self.calls.append((kind, given))
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.issuer.given:
            return _response(_error(401, "Unauthorized"))
        await asyncio.sleep(self.slow.get(kind, 0))
        failing = self._fails(kind, conversation)
        if failing and not failing.after:
            return await _failed(request, failing)
        if self._is_too_often(conversation):
            self.refusals.append(f"too often in {conversation}")
            return _response(_error(429, "Throttled"))
        answer = done()
        return await _failed(request, failing) if failing else _response(answer)

    def _fails(self, kind: str, conversation: str) -> Failing | None:
        for failing in self.failing:
            if failing.kind not in {"*", kind}:
                continue
            if failing.well:
                failing.well -= 1
            elif failing.times:
                failing.times -= 1
                return failing
        if self.each_fails_once:
            self._failed[f"{kind} {conversation}"] += 1
            return Failing(kind) if self._failed[f"{kind} {conversation}"] % 2 else None
        return None

    def _is_too_often(self, conversation: str) -> bool:
        """Hold a thread to seven calls a second and sixty in thirty."""
        if not self.paced or not conversation:
            return False
        now, gone = self.tick(), self._gone[conversation]
        gone.append(now)
        while gone and gone[0] <= now - 30:
            gone.popleft()
        return len(gone) > 60 or len([each for each in gone if each > now - 1]) > 7

    def _sent(self, conversation: str, activity: JSON) -> JSON:  # noqa: PLR0911 - one for each kind
        if conversation in {self.chat(each) for each in self.blocked_by}:
            return _error(403, "MessageWritesBlocked")
        if conversation in self._closed:
            return _error(403, "BotNotInConversationRoster")
        if activity.get("from") != {"id": US} or activity.get("channelId") != "msteams":
            return self._refused(["it is not from us"])
        stream = _stream_of(activity)
        if stream is not None:
            return self._streamed(conversation, activity, stream)
        if activity["type"] == "typing":
            self.typing[conversation] += 1
            return {"id": self.next()}
        if faults := self._faults(activity):
            return self._refused(faults)
        return self._kept(conversation, activity, self.next())

    def _streamed(self, conversation: str, activity: JSON, info: JSON) -> JSON:
        """Take a part of a stream as Teams does: in order, slowly, and only ever more."""
        if not conversation.startswith("a:"):
            return self._refused(["ContentStreamNotAllowed"], 403)
        id_, kind = str(info.get("streamId") or ""), info["streamType"]
        if not id_:
            id_ = self.next()
            self.streams[id_] = TeamsStream(0, at=self.tick() - 2)
        stream = self.streams[id_]
        faults = _stream_faults(stream, activity, info, self.tick())
        if faults:
            return self._refused(faults, 403)
        stream.at = self.tick()
        if kind != "final":
            stream.sequence = info["streamSequence"]
            stream.text = activity["text"] if kind == "streaming" else ""
            return {"id": id_}
        stream.is_over = True
        said = {**activity, "entities": [e for e in activity["entities"] if e is not info]}
        if not said["entities"]:
            del said["entities"]
        if faults := self._faults(said):
            return self._refused(faults)
        return self._kept(conversation, said, id_)

    def _kept(self, conversation: str, activity: JSON, id_: str) -> JSON:
        self.messages[conversation][id_] = {**activity, "id": id_}
        return {"id": id_}

    def _faults(self, activity: JSON) -> list[str]:
        ours = {"channelId", "from", "conversation", "id"}
        return message_faults({name: v for name, v in activity.items() if name not in ours})

    def _refused(self, faults: list[str], status: int = 400) -> JSON:
        self.refusals += faults
        too_large = any("MessageSizeTooBig" in each for each in faults)
        return _error(
            413 if too_large else status, "MessageSizeTooBig" if too_large else "BadArgument"
        )


def _stream_of(activity: JSON) -> JSON | None:
    found = (each for each in activity.get("entities", ()) if each["type"] == "streaminfo")
    return next(found, None)


def _stream_faults(stream: TeamsStream, activity: JSON, info: JSON, now: float) -> list[str]:
    text = activity.get("text", "")
    checks = {
        "the stream is over": stream.is_over,
        "faster than once a second": now - stream.at < 1,
        "text was taken back": not text.startswith(stream.text),
    }
    if info["streamType"] == "final":
        checks["a final that is none"] = "streamSequence" in info or activity["type"] != "message"
    else:
        checks |= {
            "out of sequence": info.get("streamSequence") != stream.sequence + 1,
            "more than text on its way": activity["type"] != "typing"
            or bool(set(activity) & {"attachments", "channelData"}),
            "a long notice": info["streamType"] == "informative" and len(text) > 1_000,
        }
    return [fault for fault, is_one in checks.items() if is_one]


def _error(status: int, code: str) -> JSON:
    return {"status": status, "error": {"code": code, "message": code}}


def _response(answer: JSON) -> web.Response:
    if "error" in answer:
        return web.json_response({"error": answer["error"]}, status=answer["status"])
    return web.json_response(answer, status=200)


async def _failed(request: web.Request, failing: Failing) -> web.Response:
    if not failing.status:
        assert request.transport
        request.transport.close()
        await asyncio.sleep(0)
    wait = {} if failing.retry_after is None else {"Retry-After": str(failing.retry_after)}
    body = {"error": {"code": failing.code, "message": failing.code}}
    return web.json_response(body, status=failing.status or 500, headers=wait)


@asynccontextmanager
async def teams_at_home(issuer: Issuer) -> AsyncIterator[Tenant]:
    """Run a tenant whose calls need a token of *issuer*."""
    tenant = Tenant(issuer)
    served = web.Application(client_max_size=20 * 2**20)
    there = "/v3/conversations/{conversation}"
    served.add_routes(
        [
            web.post("/v3/conversations", tenant.begin),
            web.post(f"{there}/activities", tenant.send),
            web.put(f"{there}/activities/{{activity}}", tenant.update),
            web.delete(f"{there}/activities/{{activity}}", tenant.delete),
            web.get(f"{there}/members/{{user}}", tenant.who),
            web.get("/files/{file}", tenant.give),
            web.put("/files/{file}", tenant.take),
        ]
    )
    runner = web.AppRunner(served, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    tenant.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield tenant
    finally:
        await runner.cleanup()
