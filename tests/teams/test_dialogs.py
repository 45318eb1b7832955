"""Dialogs, searches from the message box, files and thumbs in Teams."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.settings import Settings
from governance import MAX_FILE_BYTES
from tests.handlers.registering import INVOICES
from tests.teams.conftest import Hurry, Seat, action, given, seated, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.issuer import TENANT
from tests.teams.doubles.tenant import GROUP, Failing, Tenant
from tests.teams.doubles.validity import parts
from tests.teams.test_jobs import fill

BEN, MEI, ARUN, SARI = "29:1ben", "29:1mei", "29:1arun", "29:1sari"
PDF = b"%PDF-1.7 made for a test"


def task(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a dialog shows."""
    shown: dict[str, Any] = answer["task"]["value"]
    return shown


async def opened(seat: Seat, user: str) -> dict[str, Any]:
    """Open the form of the last message as a dialog."""
    where = seat.last(user)
    body = shapes.fetch(seat.tenant, user, where, action(where, "teams.open"))
    return task(await seat.does(body))


async def test_a_form_is_filled_in_in_a_dialog_and_ends_on_its_message(seat: Seat) -> None:
    """Step after step in the window; the message shows how it ended."""
    await seat.says(BEN, "/register")
    message = seat.last(BEN)
    shown = await opened(seat, BEN)
    for _ in range(20):
        if not any(each["type"].startswith("Input.") for each in parts(shown)):
            break
        shown = task(await seat.submit(BEN, shown, "Next", INVOICES))
    done = task(await seat.submit(BEN, shown, "Register it", {}))

    assert "SOL-0001 is registered" in seen(done)
    assert seat.last(BEN)["id"] == message["id"]
    assert "SOL-0001 is registered" in seen(seat.last(BEN))
    assert len(seat.tenant.said_to(BEN)) == 1
    assert seat.tenant.refusals == []


async def test_what_is_wrong_is_shown_at_the_field_and_nothing_is_lost(seat: Seat) -> None:
    """In the dialog as on the card."""
    await seat.says(BEN, "/register")
    shown = await opened(seat, BEN)
    typed = {**INVOICES, "name": "x" * 3_000, "purpose": "Reads invoices."}
    again = task(await seat.submit(BEN, shown, "Next", typed))

    assert "\u26a0" in seen(again)
    assert "Reads invoices." in str(again)


async def test_a_dialog_that_is_sent_twice_shows_the_same_step(seat: Seat) -> None:
    """And nothing is done twice."""
    await seat.says(BEN, "/register")
    shown = await opened(seat, BEN)
    body = shapes.submit(seat.tenant, BEN, action(shown, "Next"), given(shown, INVOICES))
    first, second = await seat.does(body), await seat.does({**body, "id": "f:again"})

    assert first == second


async def test_a_dialog_of_something_gone_says_so(seat: Seat) -> None:
    """One that somebody else was shown, too."""
    await seat.says(BEN, "/register")
    where = seat.last(BEN)
    await seat.says(MEI, "hello")
    theirs = shapes.fetch(seat.tenant, MEI, where, action(where, "teams.open"))
    answer = await seat.does(theirs)

    assert answer["task"]["type"] == "message"
    assert "no longer there" in answer["task"]["value"]


async def test_a_message_of_a_group_is_asked_about(seat: Seat) -> None:
    """Its words can be changed; the answer is for the asker alone."""
    await seat.says(BEN, "hello")
    html = '<p>May <b>Zapier</b> see customer&nbsp;data?<br>Asking for <at id="0">Mei</at></p>'
    form = task(await seat.does(shapes.asked_about(seat.tenant, BEN, html)))
    about = shapes.submit(
        seat.tenant,
        BEN,
        action(form, "Ask"),
        given(form, {"question": "Which data may Zapier see?"}),
    )
    answer = task(
        await seat.does(shapes.shared({**about, "name": "composeExtension/submitAction"}))
    )

    [field] = [each for each in parts(form) if each["type"] == "Input.Text"]
    assert field["value"] == "May Zapier see customer data? Asking for @Mei"
    assert "Zapier" in seen(answer)
    assert not seat.tenant.messages[GROUP]
    assert len(seat.tenant.said_to(BEN)) == 1
    assert seat.tenant.refusals == []


async def ask_about(seat: Seat, question: str) -> dict[str, Any]:
    """Ask a question about a message, and give what the window shows then."""
    form = task(await seat.does(shapes.asked_about(seat.tenant, BEN, "<p>Hi</p>")))
    typed = given(form, {"question": question})
    about = shapes.submit(seat.tenant, BEN, action(form, "Ask"), typed)
    return task(await seat.does(shapes.shared({**about, "name": "composeExtension/submitAction"})))


async def test_a_question_about_a_message_answers_no_form(seat: Seat) -> None:
    """One that is being talked through waits."""
    await seat.says(BEN, "/register")
    await seat.press(BEN, "register.talk")
    told = await ask_about(seat, "Which data may Zapier see?")
    async with seat.app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        draft = await records.drafts.find_open(ben, "register")

    assert "Zapier" in seen(told)
    assert draft
    assert "Zapier" not in str(draft.answers)


async def test_a_question_about_a_message_is_no_command(seat: Seat) -> None:
    """Whatever it begins with: somebody else may have written it."""
    await seat.says(BEN, "hello")
    told = await ask_about(seat, "/home")

    assert "Register a solution" not in seen(told)


async def test_a_search_lists_clauses_and_writes_nothing_down(seat: Seat) -> None:
    """In a group that we are not in, by who has the app."""
    await seat.says(BEN, "hello")
    typed = shapes.searched(seat.tenant, BEN, "searchHandbook", "zapier data")
    found = await seat.does(shapes.shared(typed))
    nothing = await seat.does(shapes.searched(seat.tenant, BEN, "searchHandbook", "?!"))
    async with seat.app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        accounts = await records.people.list_accounts(ben.id)

    assert "Zapier" in str(found["composeExtension"]["attachments"][0]["preview"])
    assert nothing["composeExtension"]["type"] == "message"
    assert accounts
    assert seat.tenant.refusals == []


async def test_a_search_finds_only_solutions_one_may_read(seat: Seat) -> None:
    """One's own; nothing on the card can be pressed."""
    await seat.says(BEN, "/register")
    await fill(seat, BEN, INVOICES)
    await seat.press(BEN, "Register it")
    await seat.says(SARI, "hello")
    own = await seat.does(shapes.searched(seat.tenant, BEN, "searchSolutions", "invoice"))
    others = await seat.does(shapes.searched(seat.tenant, SARI, "searchSolutions", "invoice"))

    assert "SOL-0001" in str(own)
    assert "Action." not in str(own)
    assert "SOL-0001" not in str(others)


async def test_who_has_not_installed_the_app_is_told_how(seat: Seat) -> None:
    """Nobody can tell who they are."""
    seat.tenant.people.pop(MEI)
    body = shapes.searched(seat.tenant, BEN, "searchHandbook", "zapier")
    body["from"] = {"id": MEI, "aadObjectId": "unknown", "name": "Mei"}
    found = await seat.does(shapes.shared(body))

    assert "Add Guildmate" in found["composeExtension"]["text"]


async def booked(seat: Seat) -> dict[str, Any]:
    """Book a mentor, and give the offer of the calendar file."""
    await seat.says(BEN, "/office-hours")
    await seat.press(BEN, "Testing and quality")
    slot = action(seat.last(BEN), "office-hours.choose")
    await seat.press(BEN, slot["title"])
    await seat.press(BEN, "Book it", values={"note": "My test cases"})
    return seat.last(BEN)


async def test_a_file_is_put_where_somebody_agrees(seat: Seat) -> None:
    """The offer gives way to the file."""
    offer = await booked(seat)
    await seat.does(shapes.consented(seat.tenant, BEN, offer, "accept"))
    file = seat.last(BEN)["attachments"][0]

    assert file["contentType"] == "application/vnd.microsoft.teams.card.file.info"
    assert seat.tenant.files[file["name"]].startswith(b"BEGIN:VCALENDAR")
    assert seat.last(BEN)["id"] == offer["id"]
    assert seat.tenant.refusals == []


async def test_a_consent_that_is_sent_again_puts_the_file_once(seat: Seat) -> None:
    """A store takes a file once; what is saved stays so."""
    offer = await booked(seat)
    agreed = [shapes.consented(seat.tenant, BEN, offer, "accept") for _ in range(3)]
    await asyncio.gather(*(seat.post(each) for each in agreed))
    await seat.channel.wait_until_idle()
    seat.tenant.failing = [Failing("put", 409)]
    await seat.does(shapes.consented(seat.tenant, BEN, offer, "accept"))

    assert seat.tenant.puts.total() == 1
    assert "file.info" in str(seat.last(BEN))


async def test_a_file_that_could_not_be_put_is_put_when_it_is_agreed_to_again(seat: Seat) -> None:
    """The failure is said, and is not for ever."""
    offer = await booked(seat)
    seat.tenant.failing = [Failing("put", 503)]
    await seat.does(shapes.consented(seat.tenant, BEN, offer, "accept"))
    failed = seat.last(BEN)["text"]
    await seat.does(shapes.consented(seat.tenant, BEN, offer, "accept"))

    assert "Something went wrong" in failed
    assert "file.info" in str(seat.last(BEN))
    assert len(seat.tenant.files) == 1


async def test_a_file_that_is_not_wanted_is_not_put(seat: Seat) -> None:
    """The offer says so."""
    offer = await booked(seat)
    await seat.does(shapes.consented(seat.tenant, BEN, offer, "decline"))

    assert "was not saved" in seat.last(BEN)["text"]
    assert seat.tenant.files == {}


async def test_a_file_goes_nowhere_else(seat: Seat) -> None:
    """Neither to a foreign store nor to somebody else."""
    offer = await booked(seat)
    away = shapes.consented(seat.tenant, BEN, offer, "accept")
    away["value"]["uploadInfo"]["uploadUrl"] = "https://evil.example/put"
    await seat.does(away)
    theirs = shapes.consented(seat.tenant, MEI, offer, "accept")
    await seat.says(MEI, "hello")
    await seat.does(theirs)

    assert seat.tenant.files == {}
    assert "Something went wrong" in str(seat.tenant.said_to(BEN))


async def case_with_file(seat: Seat) -> dict[str, Any]:
    """Register something with evidence sent into the chat, and give its case."""
    await seat.says(ARUN, "hello")
    await seat.says(BEN, "/register")
    await fill(seat, BEN, INVOICES)
    await seat.press(BEN, "Register it")
    await seat.does(shapes.with_file(seat.tenant, BEN, "tests.pdf", PDF))
    asked = seat.last(BEN)
    place = next(
        each["value"]
        for part in parts(asked)
        if part["type"] == "Input.ChoiceSet"
        for each in part["choices"]
        if each["value"].endswith("test-record")
    )
    await seat.press(BEN, "solutions.handed", values={"place": place})
    await seat.deliveries()
    await seat.press(ARUN, "review.open")
    seat.tenant.files.clear()
    return seat.last(ARUN)


async def test_evidence_reaches_the_reviewer_byte_for_byte(seat: Seat) -> None:
    """Sent into the chat, added to its solution, taken out of the case; the case stays."""
    case = await case_with_file(seat)
    await seat.press(ARUN, "tests.pdf", case)
    offer = seat.last(ARUN)
    await seat.does(shapes.consented(seat.tenant, ARUN, offer, "accept"))

    assert "Added to" in seen(seat.last(BEN))
    assert seat.tenant.files == {"tests.pdf": PDF}
    assert offer["id"] != case["id"]
    assert seat.tenant.refusals == []


async def test_a_button_that_stays_can_be_pressed_again(seat: Seat) -> None:
    """At once it is the same press, sent again; a minute later the file is offered once more."""
    case = await case_with_file(seat)
    offered = []
    for wait in (0, 60, 60):
        await seat.clock.pause(wait)
        for _ in range(3):
            await seat.press(ARUN, "tests.pdf", case)
        offers = [each for each in seat.tenant.said_to(ARUN) if "file.consent" in str(each)]
        offered.append(len(offers))

    assert offered == [1, 2, 3]
    assert seat.tenant.refusals == []


async def test_a_button_that_stays_can_be_pressed_again_after_a_restart(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """Another process knows when it was pressed before."""
    async with seated(settings, tenant, clock) as seat:
        case = await case_with_file(seat)
        await seat.press(ARUN, "tests.pdf", case)
    await clock.pause(60)
    async with seated(settings, tenant, clock) as seat:
        await seat.press(ARUN, "tests.pdf", case)

    assert len([each for each in tenant.said_to(ARUN) if "file.consent" in str(each)]) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tests.exe", b"MZ", "is not of a kind I take"),
        ("tests.pdf", b"", "is empty"),
        ("tests.pdf", PDF.ljust(MAX_FILE_BYTES + 1), "is larger than 10 MB"),
    ],
)
async def test_what_is_not_taken_is_said(seat: Seat, name: str, content: bytes, said: str) -> None:
    """With the reason."""
    await seat.does(shapes.with_file(seat.tenant, BEN, name, content))

    assert said in seen(seat.last(BEN))


async def test_a_file_from_elsewhere_is_not_fetched(seat: Seat) -> None:
    """An activity could name any address."""
    body = shapes.with_file(seat.tenant, BEN, "tests.pdf", PDF)
    body["attachments"][0]["content"]["downloadUrl"] = "http://127.0.0.1:1/internal"
    await seat.does(body)

    assert "did not reach me" in seen(seat.last(BEN)) or "lost" in seen(seat.last(BEN))


async def test_a_file_that_comes_with_a_question_is_offered_to_be_kept(seat: Seat) -> None:
    """The question is answered first."""
    body = shapes.with_file(seat.tenant, BEN, "t.pdf", PDF, "Which data may Zapier see?")
    await seat.does(body)

    assert "Zapier" in seen(seat.tenant.said_to(BEN))
    assert "Keep the file as evidence" in seen(seat.tenant.said_to(BEN))


async def test_thumbs_rate_an_answer_once(seat: Seat) -> None:
    """A thumb down offers people who know more; somebody else's answer is not rated."""
    await seat.says(BEN, "Which data may Zapier see?")
    answer = next(each for each in seat.tenant.said_to(BEN) if "feedbackLoop" in str(each))
    await seat.says(MEI, "hello")
    await seat.does(shapes.rated(seat.tenant, MEI, answer, "dislike"))
    before = len(seat.tenant.said_to(BEN))
    down = shapes.rated(seat.tenant, BEN, answer, "dislike")
    again = [{**down, "id": f"f:{n}"} for n in range(3)]
    await asyncio.gather(*(seat.post(each) for each in (down, *again)))
    await seat.channel.wait_until_idle()
    async with seat.app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        place = f"teams:{TENANT}.{seat.tenant.people[BEN]['aadObjectId']}"
        asked = await records.questions.list_recent(
            ben, place, since=seat.clock.now().replace(year=2020)
        )

    assert len(seat.tenant.said_to(BEN)) == before + 1
    assert "ask.team" in str(seat.last(BEN))
    assert [each.helpful for each in asked] == [False]
