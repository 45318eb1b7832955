"""Activities as Teams sends them, as small functions.

The shapes are those of https://learn.microsoft.com/microsoftteams/platform/bots and of what
Microsoft's own SDKs keep for their tests.
"""

from typing import Any

from tests.teams.doubles.issuer import TENANT
from tests.teams.doubles.tenant import CHANNEL, GROUP, US, Tenant

JSON = dict[str, Any]

MENTION = "<at>Guildmate</at>"


def activity(tenant: Tenant, user: str, kind: str, **more: Any) -> JSON:
    """Make an activity of somebody in their own chat with us."""
    who, id_ = tenant.people[user], tenant.next()
    return {
        "type": kind,
        "id": id_,
        "timestamp": "2026-03-02T12:00:00.123Z",
        "localTimestamp": "2026-03-02T20:00:00.123+08:00",
        "channelId": "msteams",
        "serviceUrl": tenant.address,
        "from": {"id": user, "name": who["name"], "aadObjectId": who["aadObjectId"]},
        "conversation": {
            "conversationType": "personal",
            "tenantId": TENANT,
            "id": tenant.chat(user),
        },
        "recipient": {"id": US, "name": "Guildmate"},
        "entities": [
            {
                "locale": who["locale"],
                "country": "SG",
                "platform": "Web",
                "timezone": who["zone"],
                "type": "clientInfo",
            }
        ],
        "channelData": {"tenant": {"id": TENANT}},
        "locale": who["locale"],
        "localTimezone": who["zone"],
        **more,
    }


def message(tenant: Tenant, user: str, text: str, **more: Any) -> JSON:
    """Say something in one's own chat."""
    return activity(tenant, user, "message", textFormat="plain", text=text, **more)


def mention(tenant: Tenant, user: str, text: str, where: str = CHANNEL, **more: Any) -> JSON:
    """Say something to us where others read along."""
    said = message(tenant, user, f"{MENTION} {text}", **more)
    mentioned = {"mentioned": {"id": US, "name": "Guildmate"}, "text": MENTION, "type": "mention"}
    kind = "channel" if where == CHANNEL else "groupChat"
    thread = f"{where};messageid={said['id']}" if where == CHANNEL else where
    team = {"team": {"id": "19:team@thread.tacv2"}, "channel": {"id": CHANNEL}}
    html = {"contentType": "text/html", "content": f"<p><span>Guildmate</span> {text}</p>"}
    return {
        **said,
        "entities": [mentioned, *said["entities"]],
        "attachments": [html],
        "conversation": {
            "isGroup": True,
            "conversationType": kind,
            "tenantId": TENANT,
            "id": thread,
        },
        "channelData": {**(team if where == CHANNEL else {}), "tenant": {"id": TENANT}},
    }


def with_file(tenant: Tenant, user: str, name: str, content: bytes, text: str = "") -> JSON:
    """Send a file in one's own chat."""
    tenant.files[name] = content
    file = {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "content": {
            "downloadUrl": f"{tenant.address}/files/{name}",
            "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
            "fileType": name.rpartition(".")[2],
        },
        "contentUrl": f"https://selat.sharepoint.com/personal/{name}",
        "name": name,
    }
    return message(tenant, user, text, attachments=[file])


def invoke(tenant: Tenant, user: str, name: str, value: JSON, **more: Any) -> JSON:
    """Ask for something that is answered at once."""
    asked = activity(tenant, user, "invoke", name=name, value=value, **more)
    return {**asked, "id": f"f:{asked['id']}"}


def press(  # noqa: PLR0913, PLR0917 - what Teams tells of a press
    tenant: Tenant, user: str, on: JSON, action: JSON, values: JSON, trigger: str = "manual"
) -> JSON:
    """Press an action of a card that stands in a message."""
    data = {**action["data"], **values}
    done = {"type": "Action.Execute", "id": "", "verb": action["verb"], "data": data}
    value = {"action": done, "trigger": trigger}
    return invoke(tenant, user, "adaptiveCard/action", value, replyToId=on["id"])


def fetch(tenant: Tenant, user: str, on: JSON, action: JSON) -> JSON:
    """Open a dialog from a card."""
    value = {"data": action["data"], "context": {"theme": "default"}}
    return invoke(tenant, user, "task/fetch", value, replyToId=on["id"])


def submit(tenant: Tenant, user: str, action: JSON, values: JSON) -> JSON:
    """Submit what a dialog asks."""
    value = {"data": {**action["data"], **values}, "context": {"theme": "default"}}
    return invoke(tenant, user, "task/submit", value)


def searched(tenant: Tenant, user: str, command: str, words: str) -> JSON:
    """Type in the search of the message box."""
    value = {
        "commandId": command,
        "parameters": [{"name": "words", "value": words}],
        "queryOptions": {"skip": 0, "count": 25},
    }
    return invoke(tenant, user, "composeExtension/query", value)


def asked_about(tenant: Tenant, user: str, html: str) -> JSON:
    """Choose "Ask about this message" on a message of a channel."""
    value = {
        "commandId": "askAbout",
        "commandContext": "message",
        "requestId": "b5bd8f5b1b3f4d8d9f1f",
        "messagePayload": {
            "id": "1790000000001",
            "messageType": "message",
            "from": {"user": {"userIdentityType": "aadUser", "displayName": "Mei Tan"}},
            "body": {"contentType": "html", "content": html},
        },
        "context": {"theme": "default"},
    }
    return shared(invoke(tenant, user, "composeExtension/fetchTask", value))


def consented(tenant: Tenant, user: str, offer: JSON, answer: str) -> JSON:
    """Say whether one wants a file that is offered."""
    content = offer["attachments"][0]["content"]
    name = offer["attachments"][0]["name"]
    place = {
        "contentUrl": f"https://selat.sharepoint.com/personal/{name}",
        "name": name,
        "uploadUrl": f"{tenant.address}/files/{name}",
        "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
        "fileType": name.rpartition(".")[2],
    }
    value = {
        "type": "fileUpload",
        "action": answer,
        "context": content["acceptContext"],
        **({"uploadInfo": place} if answer == "accept" else {}),
    }
    return invoke(tenant, user, "fileConsent/invoke", value, replyToId=offer["id"])


def rated(tenant: Tenant, user: str, on: JSON, reaction: str) -> JSON:
    """Rate an answer by Teams' own thumbs."""
    said = {"reaction": reaction, "feedback": '{"feedbackText":""}'}
    value = {"actionName": "feedback", "actionValue": said}
    return invoke(tenant, user, "message/submitAction", value, replyToId=on["id"])


def installation(tenant: Tenant, user: str, action: str) -> JSON:
    """Install the app for oneself, or take it away."""
    return activity(tenant, user, "installationUpdate", action=action)


def joined(tenant: Tenant, user: str) -> JSON:
    """Take us into one's own chat."""
    return activity(tenant, user, "conversationUpdate", membersAdded=[{"id": US}])


def shared(body: JSON) -> JSON:
    """Let it happen in a group chat that we are not in."""
    place = {"conversationType": "groupChat", "isGroup": True, "tenantId": TENANT, "id": GROUP}
    return {**body, "conversation": place}


def reaction(tenant: Tenant, user: str, on: JSON) -> JSON:
    """Put a heart on a message."""
    return activity(
        tenant, user, "messageReaction", reactionsAdded=[{"type": "heart"}], replyToId=on["id"]
    )
