"""What comes in from Slack: proved, taken once, answered where it belongs; and when Slack fails."""

import asyncio
import json
import time
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.chat.channel import UndeliverableError
from bot.settings import Settings, SettingsError, SlackSettings
from bot.slack import slack_channel
from governance import Database
from handlers import Button, Buttons, Reply
from tests.slack.conftest import Seat, seen
from tests.slack.doubles.web_api import US, Failing

BEN, SARI, MEI = "U0BEN", "U0SARI", "U0MEI"
ZAPIER = "Which data may Zapier see?"
QUESTION = json.dumps({"type": "event_callback", "event": {"type": "message"}}).encode()


@pytest.mark.parametrize(
    ("late", "secret"), [(0, "wrong"), (-400, ""), (400, "")], ids=["forged", "stale", "early"]
)
async def test_what_is_not_proved_is_refused(seat: Seat, late: int, secret: str) -> None:
    """Another secret, or a request from long ago."""
    proof = {"secret": secret} if secret else {}
    status, _ = await seat.post("events", QUESTION, at=int(time.time()) + late, **proof)

    assert status == 401
    assert seat.workspace.calls == []


async def test_the_page_stays_closed_to_other_addresses(seat: Seat) -> None:
    """What is let in for Slack opens nothing else."""
    async with seat.session.post(f"{seat.address}/api/turns", json={}) as response:
        assert response.status == 403


@pytest.mark.parametrize("path", ["/", "/api/me", "/handbook/welcome"])
async def test_the_page_is_off_once_people_use_slack(seat: Seat, path: str) -> None:
    """Its people of the demonstration could do what real ones may; alive is all it says."""
    async with seat.session.get(f"{seat.address}{path}", headers={"Accept": "*/*"}) as response:
        said = await response.text()
        assert response.status == 403
    async with seat.session.get(f"{seat.address}/healthz") as response:
        assert response.status == 200

    assert "chat channel" in said


async def test_slack_can_verify_the_address(seat: Seat) -> None:
    """With the challenge it sends when the address is set."""
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB"}).encode()

    assert (await seat.post("events", body)) == (200, '{"challenge": "3eZbrw1aB"}')


async def test_a_repeat_has_one_effect(seat: Seat) -> None:
    """Events that are sent again, presses and modals that arrive twice, at once or later."""
    message = seat.message(BEN, ZAPIER)
    await asyncio.gather(seat.event(message), seat.event(message))
    await seat.event(message, event_id="EvAgain")
    press = seat.pressing(BEN, "ask.helpful", seat.last(BEN))
    await asyncio.gather(seat.interact(press), seat.interact(press))

    assert len(seat.workspace.said_to(BEN)) == 2
    assert seat.workspace.refusals == []


async def test_one_person_on_both_channels(seat: Seat) -> None:
    """The address in the profile joins Slack to what is known; the clock is the profile's."""
    await seat.says(SARI, "/home")
    async with seat.app.database.reading() as records:
        sari = await records.people.get_by_email("sari@selat.example")
        accounts = await records.people.list_accounts(sari.id)

    assert {each.channel for each in accounts} == {"web", "slack"}
    assert sari.zone == "Asia/Jakarta"


async def test_answers_are_in_the_language_of_the_profile(seat: Seat) -> None:
    """Frames and buttons too."""
    await seat.command("U0LY", "/ai-register")

    assert seat.modal["close"]["text"] == "Đóng"


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("U0GUS", "does not answer guest accounts"),
        ("U0EVA", "hanya menjawab rekan"),
        ("U0DAN", ""),
        ("U0BOT", ""),
        ("U0NOBODY", "could not find out who you are"),
    ],
)
async def test_strangers_are_told_and_not_served(seat: Seat, user: str, said: str) -> None:
    """Guests, other organisations, the departed, bots, and whom Slack does not know."""
    await seat.event(seat.message(user, ZAPIER))
    told = seat.workspace.said_to(user)

    assert said in "".join(seen(each["blocks"]) for each in told)
    assert len(told) == bool(said)
    async with seat.app.database.reading() as records:
        assert len(await records.people.list_all()) == 6


async def test_bots_and_edits_are_no_turns(seat: Seat) -> None:
    """Nor is what we said ourselves."""
    await seat.event(seat.message(BEN, ZAPIER, bot_id="B1"))
    await seat.event(seat.message(BEN, ZAPIER, subtype="message_changed"))

    assert seat.workspace.calls == []


async def test_in_a_channel_it_answers_a_mention_and_its_thread(seat: Seat) -> None:
    """Everything else there is not for it."""
    there = {"channel": "C0GENERAL", "channel_type": "channel"}
    await seat.event(seat.message(BEN, "lunch?", **there))
    asked = seat.message(BEN, f"<@{US}> {ZAPIER}", **there)
    await seat.event({**asked, "type": "app_mention"})
    await seat.event(asked)
    thread = {"thread_ts": asked["ts"], **there}
    await seat.event(seat.message(MEI, "so what?", **thread))
    await seat.event(seat.message(BEN, "and for contractors?", **thread))
    told = seat.workspace.messages["C0GENERAL"]

    assert [each["thread_ts"] for each in told] == [asked["ts"]] * 2
    assert "[1] " in seen(told[0]["blocks"])
    assert seat.workspace.refusals == []


async def test_what_is_personal_goes_to_the_person(seat: Seat) -> None:
    """A channel reads that it was sent, and not what."""
    asked = seat.message(BEN, f"<@{US}> /register", channel="C0GENERAL", channel_type="channel")
    await seat.event({**asked, "type": "app_mention"})

    assert "C0GENERAL" not in seat.workspace.messages
    assert "only you can read it" in seen(seat.workspace.whispers[0]["blocks"])
    assert seat.workspace.said_to(BEN)


async def test_private_first_and_then_shared(seat: Seat) -> None:
    """Where the lead wants it so; the asker decides, and nobody else."""
    asked = seat.message(BEN, f"<@{US}> {ZAPIER}", channel="C0PRIVATE", channel_type="channel")
    await seat.event({**asked, "type": "app_mention"})
    [whisper] = seat.workspace.whispers
    hidden = {**whisper, "ts": "1.1"}
    await seat.press(MEI, "slack.share", hidden)
    assert "C0PRIVATE" not in seat.workspace.messages
    await seat.press(BEN, "slack.share", hidden)
    [shared] = seat.workspace.messages["C0PRIVATE"]

    assert shared["thread_ts"] == asked["ts"]
    assert "[1] " in seen(shared["blocks"])


async def test_where_it_is_no_member_it_answers_in_person(seat: Seat) -> None:
    """What cannot be whispered in a channel comes as a message."""
    asked = seat.message(BEN, f"<@{US}> {ZAPIER}", channel="CSTRANGE", channel_type="channel")
    await seat.event({**asked, "type": "app_mention"})

    assert "[1] " in seen(seat.last(BEN)["blocks"])


async def test_a_command_in_a_channel_is_answered_in_person(seat: Seat) -> None:
    """And says so where it was typed."""
    await seat.command(BEN, "/ai-ask", ZAPIER)

    assert "[1] " in seen(seat.last(BEN)["blocks"])
    assert "our conversation" in seat.workspace.responses[0]


async def test_shortcuts_ask_and_register(seat: Seat) -> None:
    """What a colleague wrote becomes the question, or the purpose."""
    message = {"type": "message", "text": ZAPIER, "ts": "1.1", "user": MEI}
    shortcut = {"type": "message_action", "user": {"id": BEN}, "message": message}
    channel = {"channel": {"id": "C0GENERAL"}}
    await seat.interact({**shortcut, **channel, "callback_id": "ask_about", "action_ts": "1.1"})
    answer = seen(seat.last(BEN)["blocks"])
    told = {**message, "text": "Reads the canteen's menu and posts a summary every morning"}
    await seat.interact(
        {**shortcut, **channel, "message": told, "callback_id": "register_this", "action_ts": "1.2"}
    )
    purpose = seat.modal["blocks"]
    await seat.interact({"type": "shortcut", "user": {"id": MEI}, "callback_id": "register"})

    assert "[1] " in answer
    assert "Reads the canteen's menu" in json.dumps(purpose)
    assert len(seat.workspace.views) == 2
    assert seat.workspace.refusals == []


async def test_what_is_wrong_is_shown_at_the_field(seat: Seat) -> None:
    """The modal stays, with everything typed in it."""
    await seat.command(BEN, "/ai-register")
    answer = await seat.submit(BEN, {"name": "x" * 500})

    assert answer["response_action"] == "errors"
    assert set(answer["errors"]) <= {block.get("block_id") for block in seat.modal["blocks"]}


async def test_a_modal_sent_twice_shows_the_same_step(seat: Seat) -> None:
    """And leaves no second draft."""
    await seat.command(BEN, "/ai-register")
    sending = seat.submitting(
        BEN, {"name": "Menu", "purpose": "Reads it.", "already_running": "no"}
    )
    first, second = await seat.interact(sending), await seat.interact(sending)

    assert first == second
    assert json.loads(first[1])["response_action"] == "update"


async def test_back_keeps_what_was_typed(seat: Seat) -> None:
    """A step back and forth again."""
    await seat.command(BEN, "/ai-register")
    await seat.submit(BEN, {"name": "Menu", "purpose": "Reads it.", "already_running": "no"})
    await seat.press(BEN, "slack.back", seat.modal)

    assert "Menu" in json.dumps(seat.modal["blocks"])


async def test_a_late_trigger_leaves_the_form_in_a_message(seat: Seat) -> None:
    """Its button opens it, for the one it belongs to."""
    await seat.command(BEN, "/ai-register", trigger_id="old1")
    waiting = seat.last(BEN)
    assert seat.workspace.views == {}
    await seat.press(MEI, "slack.open", waiting)
    assert seat.workspace.views == {}
    await seat.press(BEN, "slack.open", waiting)

    assert "submit" in seat.modal


async def test_a_form_can_be_talked_through(seat: Seat) -> None:
    """Question by question in the conversation, without a modal."""
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "register.talk", seat.modal)
    first = seen(seat.last(BEN)["blocks"])
    second = seen((await seat.says(BEN, "Menu reader"))["blocks"])

    assert "1 of" in first
    assert "2 of" in second
    assert "our conversation" in seen(seat.modal["blocks"])
    assert seat.workspace.refusals == []


async def test_home_shows_the_overview_and_what_changes(seat: Seat) -> None:
    """Published when it is opened, and again when something happened; a newer one gives way."""
    opened = {"type": "app_home_opened", "user": BEN, "channel": "D0BEN", "tab": "home"}
    await seat.event(opened)
    before = seen(seat.workspace.homes[BEN]["blocks"])
    seat.workspace.homes[BEN]["hash"] = "changed elsewhere"
    await seat.press(BEN, "register.start", seat.workspace.homes[BEN])
    after = seen(seat.workspace.homes[BEN]["blocks"])

    assert before != after
    assert "submit" in seat.modal
    assert [fault for fault in seat.workspace.refusals if "hash_conflict" not in fault] == []


async def test_the_conversation_opens_with_suggestions(seat: Seat) -> None:
    """In the agent's pane."""
    await seat.event(
        {"type": "app_home_opened", "user": BEN, "channel": "D0BEN", "tab": "messages"}
    )

    assert "assistant.threads.setSuggestedPrompts" in [method for method, _ in seat.workspace.calls]
    assert seat.workspace.refusals == []


FAILURES = (
    Failing("chat.postMessage", 429),
    Failing("chat.postMessage", 500),
    Failing("chat.postMessage", 500, after=True),
    Failing("users.info", 503, times=2),
    Failing("assistant.threads.setStatus", error="method_not_supported"),
    Failing("conversations.open", 429, retry_after=20),
)


@pytest.mark.parametrize("failing", FAILURES, ids=lambda each: f"{each.method} {each.status}")
async def test_a_failure_that_passes_is_not_noticed(seat: Seat, failing: Failing) -> None:
    """One answer, whatever became of the first call."""
    seat.workspace.failing = [replace(failing)]
    await seat.command(BEN, "/ai-ask", ZAPIER)
    await seat.says(BEN, ZAPIER)

    assert len(seat.workspace.said_to(BEN)) == 2


@pytest.mark.parametrize(
    "failing",
    [
        Failing("chat.postMessage", 429, retry_after=600),
        Failing("chat.postMessage", 500, times=9),
        Failing("chat.postMessage", error="token_revoked"),
        Failing("chat.postMessage", error="account_inactive"),
        Failing("chat.postMessage", error="not_in_channel"),
    ],
    ids=lambda each: each.error or str(each.status),
)
async def test_what_slack_does_not_take_is_owed(seat: Seat, failing: Failing) -> None:
    """And arrives, once, when it is well again."""
    seat.workspace.failing = [replace(failing)]
    await seat.event(seat.message(BEN, ZAPIER))
    assert seat.workspace.said_to(BEN) == []
    seat.workspace.failing = []
    assert await seat.deliveries() == 1

    assert "[1] " in seen(seat.last(BEN)["blocks"])


async def test_a_message_that_has_gone_is_written_anew(seat: Seat) -> None:
    """A card that somebody deleted while it was pressed."""
    await seat.command(BEN, "/ai-help")
    card = seat.last(BEN)
    seat.workspace.messages["D0BEN"] = []
    await seat.press(BEN, "office-hours.start", card)

    assert len(seat.workspace.said_to(BEN)) == 1


async def test_a_closed_modal_loses_nothing(seat: Seat) -> None:
    """A step that took its time waits in the conversation."""
    await seat.command(BEN, "/ai-register")
    modal = seat.modal
    seat.workspace.views.clear()
    await seat.press(BEN, "register.form", await _spoken(seat, modal))

    assert seat.workspace.views or "Fill it in" in seen(seat.last(BEN)["blocks"])


async def _spoken(seat: Seat, modal: dict[str, object]) -> dict[str, object]:
    """Go over to talking, from a modal that is not there any more."""
    await seat.press(BEN, "register.talk", modal)
    return seat.last(BEN)


async def test_an_unreachable_database_is_said(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for an answer that does not come."""
    await seat.says(BEN, "hello")
    await seat.app.database.close()

    def gone(_self: Database) -> None:
        raise RuntimeError

    monkeypatch.setattr(Database, "transaction", gone)
    said = await seat.says(BEN, ZAPIER)

    assert "could not take that in" in seen(said["blocks"])


async def test_a_delivery_names_what_is_in_vain(seat: Seat) -> None:
    """Somebody who left is given up at once."""
    with pytest.raises(UndeliverableError) as found:
        await seat.channel.deliver("U0DAN", Reply.text("x"), locale="en", key="k")

    assert (found.value.reason, found.value.is_final) == ("user_disabled", True)


async def test_a_delivery_tried_again_is_not_doubled(seat: Seat) -> None:
    """When the answer to the first attempt was lost on its way."""
    seat.workspace.failing = [Failing("chat.postMessage", 500, after=True)]
    reply = Reply.text("Your office hour begins soon.").then(
        Buttons((Button("See", "home.start"),))
    )
    await seat.channel.deliver(BEN, reply, locale="en", key="k")

    assert len(seat.workspace.said_to(BEN)) == 1


async def test_neither_log_nor_metadata_tells_about_people(seat: Seat) -> None:
    """Not what was said, not by whom, not what came of it."""
    seat.workspace.failing = [Failing("chat.postMessage", error="token_revoked")]
    with capture_logs() as logs:
        await seat.event(seat.message(BEN, "May my colleague Zaphod see salaries?"))
        await seat.says(MEI, ZAPIER)
    metadata = json.dumps([each["metadata"] for each in seat.workspace.said_to(MEI)])

    assert "Zaphod" not in repr(logs)
    assert "selat.example" not in repr(logs)
    assert set(json.loads(metadata)[0]["event_payload"]) == {"key"}
    assert MEI not in metadata


async def test_an_unknown_press_is_answered(seat: Seat) -> None:
    """From another release, or another app's block."""
    await seat.says(BEN, "hello")
    card = {
        "ts": "1.1",
        "channel": "D0BEN",
        "blocks": [
            {
                "type": "actions",
                "elements": [
                    {"type": "button", "action_id": "gone.away#1", "text": {"text": "Old"}}
                ],
            }
        ],
    }
    await seat.press(BEN, "Old", card)

    assert len(seat.workspace.said_to(BEN)) == 2


@pytest.mark.parametrize("path", ["events", "commands", "interactive"])
async def test_nonsense_that_is_signed_breaks_nothing(seat: Seat, path: str) -> None:
    """It is refused, and the next request is served."""
    bodies = (b"{}", b"", b"payload=%7B%7D", b"payload=x", urlencode({"command": "/x"}).encode())
    for body in bodies:
        status, _ = await seat.post(path, body)
        assert status in {200, 400, 404, 500}
    assert "Hello Ben" in seen((await seat.says(BEN, "hello"))["blocks"])


def test_it_is_a_channel_when_there_is_a_token_and_a_proof() -> None:
    """Without a token nothing; without a proof of who sends, no start."""
    token = SecretStr("xoxb-1")

    assert slack_channel(Settings(slack=SlackSettings())) is None
    assert slack_channel(
        Settings(slack=SlackSettings(bot_token=token, signing_secret=SecretStr("s")))
    )
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET"):
        slack_channel(Settings(slack=SlackSettings(bot_token=token)))
