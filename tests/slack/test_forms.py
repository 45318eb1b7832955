"""Modals that are more than fields: files in them, questions that follow, options to look up."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import web
from yarl import URL

from bot.slack.files import is_slack_url
from governance import MAX_FILE_BYTES
from tests.slack.conftest import Seat, seen
from tests.slack.doubles.web_api import Failing
from tests.slack.test_jobs import WITH_BACKUP, fill

BEN, ARUN, MEI = "U0BEN", "U0ARUN", "U0MEI"
PDF = b"%PDF-1.7 ten cases"
ABOUT = {"name": "Menu", "purpose": "Reads it.", "already_running": "no"}


def uploaded(seat: Seat, name: str, content: bytes, *, whole: bool = True) -> dict[str, Any]:
    """Put a file into Slack, and give what it says of it in a modal."""
    key = f"F{len(seat.workspace.uploads)}IN"
    seat.workspace.uploads[key] = content
    file = {"id": key, "name": name, "size": len(content)}
    address = f"{seat.workspace.address}/download/{key}"
    return {**file, "url_private_download": address} if whole else file


async def asked_for_evidence(seat: Seat) -> None:
    """Register something whose tier asks for evidence, and open the form for it."""
    await seat.says(ARUN, "hello")
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, WITH_BACKUP)
    await seat.press(BEN, "Register it", seat.modal)
    await seat.press(BEN, "Add evidence", seat.last(BEN))


async def test_evidence_reaches_the_reviewer_byte_for_byte(seat: Seat) -> None:
    """Handed in through a modal, taken out of the case; the case stays as it was."""
    await asked_for_evidence(seat)
    file = uploaded(seat, "tests.pdf", PDF, whole=False)
    await seat.submit(BEN, {"test-record": [file]})
    await seat.deliveries()
    await seat.press(ARUN, "review.open", seat.last(ARUN))
    case = seat.last(ARUN)
    await seat.press(ARUN, "tests.pdf", case)
    [sent] = seat.workspace.files.values()

    assert "Added to SOL-0001" in seen(seat.modal["blocks"])
    assert (sent["content"], sent["name"], sent["channel"]) == (PDF, "tests.pdf", "D0ARUN")
    assert "Invoice reader" in seen(
        next(each for each in seat.workspace.said_to(ARUN) if each["ts"] == case["ts"])["blocks"]
    )
    assert seat.workspace.refusals == []


async def test_a_file_from_a_modal_comes_into_the_conversation(seat: Seat) -> None:
    """And the card that shows how the form ended stays."""
    await asked_for_evidence(seat)
    await seat.submit(BEN, {"test-record": [uploaded(seat, "tests.pdf", PDF)]})
    before = len(seat.workspace.said_to(BEN))
    await seat.press(BEN, "solutions.file", seat.modal)

    assert [each["content"] for each in seat.workspace.files.values()] == [PDF]
    assert len(seat.workspace.said_to(BEN)) == before + 1
    assert seat.workspace.refusals == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tests.exe", b"MZ", "is not of a kind I take"),
        ("tests.pdf", b"", "is empty"),
        ("tests.pdf", PDF.ljust(MAX_FILE_BYTES + 1), "is larger than 10 MB"),
    ],
    ids=["kind", "empty", "size"],
)
async def test_what_is_not_taken_is_said_at_the_field(
    seat: Seat, name: str, content: bytes, said: str
) -> None:
    """Put right, the same modal is sent again and taken."""
    await asked_for_evidence(seat)
    wrong = await seat.submit(BEN, {"test-record": [uploaded(seat, name, content)]})
    right = await seat.submit(BEN, {"test-record": [uploaded(seat, "tests.pdf", PDF)]})

    assert said in json.dumps(wrong)
    assert right["response_action"] == "update"
    assert "Added to SOL-0001" in seen(seat.modal["blocks"])


@pytest.mark.parametrize(("times", "said"), [(1, "Added to SOL-0001"), (9, "got lost on its way")])
async def test_a_download_that_fails_is_tried_again(seat: Seat, times: int, said: str) -> None:
    """Then it is said at the field; nobody believes it was handed in."""
    await asked_for_evidence(seat)
    seat.workspace.downloads_fail = times
    answer = await seat.submit(BEN, {"test-record": [uploaded(seat, "tests.pdf", PDF)]})

    assert said in json.dumps(answer) + seen(seat.modal["blocks"])


async def test_without_the_right_to_read_files_none_is_taken_for_one(seat: Seat) -> None:
    """Slack shows a page to sign in on then."""
    await asked_for_evidence(seat)
    page = {"name": "notes.txt", "url_private_download": f"{seat.workspace.address}/download/no"}
    seat.channel._dispatcher._files._token = "revoked"  # noqa: S105, SLF001 - a token that opens nothing
    answer = await seat.submit(BEN, {"test-record": [page]})

    assert "got lost on its way" in json.dumps(answer)


async def test_a_file_from_elsewhere_is_not_asked_for(seat: Seat) -> None:
    """Whoever is asked would see our token; a file that Slack only names is none of Slack's."""
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.headers.get("Authorization", ""))
        return web.Response(body=PDF)

    app = web.Application()
    app.add_routes([web.get("/tests.pdf", elsewhere)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/tests.pdf"
    external = {**uploaded(seat, "tests.pdf", PDF), "is_external": True}
    await asked_for_evidence(seat)
    said = [
        json.dumps(await seat.submit(BEN, {"test-record": [file]}))
        for file in ({"id": "F1", "name": "tests.pdf", "url_private_download": address}, external)
    ]
    await runner.cleanup()

    assert asked == []
    assert all("got lost on its way" in each for each in said)


@pytest.mark.parametrize(
    ("url", "is_theirs"),
    [
        ("https://files.slack.com/files-pri/T1-F1/download/a.pdf", True),
        ("https://slack-files.com/T1-F1", True),
        ("https://proxy.selat.example/files/a.pdf", True),
        ("http://files.slack.com/a.pdf", False),
        ("https://files.slack.com:8443/a.pdf", False),
        ("https://slack.com.evil.example/a.pdf", False),
        ("https://evilslack.com/a.pdf", False),
        ("https://slack.com@evil.example/a.pdf", False),
        ("http://proxy.selat.example/a.pdf", False),
        ("/a.pdf", False),
        ("", False),
    ],
)
def test_the_token_goes_to_slack_alone(url: str, *, is_theirs: bool) -> None:
    """And to where the operator has put a proxy for it."""
    assert is_slack_url(URL(url), URL("https://proxy.selat.example")) is is_theirs


async def test_a_question_that_follows_appears_in_the_open_modal(seat: Seat) -> None:
    """And goes again; what was typed stays."""
    await seat.command(BEN, "/ai-register")
    fields = [_fields(seat)]
    for answer in ("yes", "no"):
        await seat.interact(
            seat.changing(BEN, "already_running", {**ABOUT, "already_running": answer})
        )
        fields.append(_fields(seat))

    assert [("problem_seen" in each) for each in fields] == [False, True, False]
    assert "Menu" in json.dumps(seat.modal["blocks"])
    assert seat.workspace.refusals == []


async def test_the_last_of_two_quick_changes_is_shown(seat: Seat) -> None:
    """Though both were made in the modal as it was, and whichever is answered first."""
    await seat.command(BEN, "/ai-register")
    changes = [
        seat.changing(BEN, "already_running", {**ABOUT, "already_running": answer})
        for answer in ("no", "yes")
    ]
    await asyncio.gather(*map(seat.interact, changes))

    assert "problem_seen" in _fields(seat)


async def test_a_change_never_brings_back_a_modal_that_was_sent(seat: Seat) -> None:
    """It comes late, and the next step stands."""
    await seat.command(BEN, "/ai-register")
    late = seat.changing(BEN, "already_running", {**ABOUT, "already_running": "yes"})
    await seat.submit(BEN, ABOUT)
    step = seat.modal["title"]["text"]
    await seat.interact(late)

    assert seat.modal["title"]["text"] == step


async def test_a_change_that_slack_does_not_show_is_no_loss(seat: Seat) -> None:
    """The form asks when it is sent."""
    await seat.command(BEN, "/ai-register")
    seat.workspace.failing = [Failing("views.update", error="not_found")]
    await seat.interact(seat.changing(BEN, "already_running", {**ABOUT, "already_running": "yes"}))
    assert "problem_seen" not in _fields(seat)
    await seat.submit(BEN, {**ABOUT, "already_running": "yes"})

    assert "problem_seen" in _fields(seat)


async def test_a_tool_is_found_by_typing(seat: Seat) -> None:
    """The one that was chosen is shown again, and the question that follows from it."""
    await seat.command(BEN, "/ai-register")
    answers = {**WITH_BACKUP, "already_running": "no"}
    while "tool" not in _fields(seat):
        await seat.submit(BEN, answers)
    found = await seat.look_up(BEN, "tool", "zap")
    everything = await seat.look_up(BEN, "tool", "")
    await seat.interact(seat.changing(BEN, "tool", {**answers, "tool": "other"}))

    assert found == ["zapier", "other", "not_sure"]
    assert len(everything) > len(found)
    assert "tool_name" in _fields(seat)
    assert '"initial_option"' in json.dumps(seat.modal["blocks"])
    assert seat.workspace.refusals == []


async def test_a_reviewer_finds_a_solution_by_typing(seat: Seat) -> None:
    """And a maker nobody else's."""
    await asked_for_evidence(seat)
    await seat.command(ARUN, "/ai-solutions")
    await seat.press(ARUN, "Find a solution", seat.last(ARUN))
    found = await seat.look_up(ARUN, "solution", "invoice")
    others = await seat.look_up("U0LINH", "solution", "invoice")
    strangers = await seat.look_up("U0GUS", "solution", "invoice")
    await seat.submit(ARUN, {"solution": found[0]})

    assert (found, others, strangers) == (["SOL-0001"], [], [])
    assert "SOL-0001 · Invoice reader" in seen(seat.last(ARUN)["blocks"])
    assert seat.workspace.refusals == []


def _fields(seat: Seat) -> list[str]:
    """Name the fields of the modal that is open."""
    return [
        block["block_id"].partition(".")[2]
        for block in seat.modal["blocks"]
        if block["type"] == "input"
    ]
