"""Handing in evidence for a solution: files, links, and who may have them."""

from datetime import timedelta

import pytest

from governance import MAX_FILE_BYTES, EvidenceNotFoundError
from handlers.files import Upload
from handlers.reply import KeptFile
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, SARI, Conversation, Someone, buttons, form, plain
from tests.handlers.registering import HARMLESS, INVOICES, register

PDF = b"%PDF-1.7 ten cases, all as expected"
PNG = b"\x89PNG\r\n\x1a\n..."
NOTE = "https://selat.example/notes/invoices?v=2"


async def handed_in(
    conversation: Conversation, name: str, content: bytes | None, as_: Someone = BEN
) -> str:
    """Hand in a file as a channel does, and give what stands for it."""
    person = await conversation.person(as_)
    return await conversation.assistant.receive(person, Upload(name, content), at=conversation.at)


async def added(conversation: Conversation) -> str:
    """Register something whose tier asks for evidence, and add a file to it."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    file = await handed_in(conversation, "tests.pdf", PDF)
    return plain(await conversation.submit({"test-record": (file,)}))


async def test_a_file_is_handed_in_where_registering_ends(conversation: Conversation) -> None:
    """The tier says what is asked for; what was given is not asked for again."""
    needed = plain(await register(conversation, INVOICES))
    asked = form(await conversation.press("solutions.evidence"))
    file = await handed_in(conversation, "tests.pdf", PDF)
    done = plain(await conversation.submit({"test-record": (file,)}))
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert "- Test record:" in needed
    assert [each.name for each in asked.fields] == ["test-record", "user-note"]
    assert "Added to **SOL-0001**" in done
    assert "Test record: tests.pdf (1 kB)" in done
    assert "- User note:" in shown
    assert "- Test record:" not in shown


async def test_whoever_reviews_may_have_the_file_and_nobody_else(
    conversation: Conversation,
) -> None:
    """Byte for byte; a button that somebody copied opens nothing."""
    await added(conversation)
    await conversation.say("/review", as_=ARUN)
    await conversation.press("review.open", as_=ARUN)
    button = conversation.button("solutions.file", as_=ARUN)
    [kept] = (await conversation.press("solutions.file", as_=ARUN)).blocks
    assert isinstance(kept, KeptFile)
    theirs = await conversation.assistant.fetch(await conversation.person(ARUN), kept.key)
    copied = await conversation.do(Pressed(button.action, button.value), SARI)

    assert (theirs.name, theirs.content, theirs.media_type) == ("tests.pdf", PDF, "application/pdf")
    assert "Berkas itu tidak ada di sini" in plain(copied)
    with pytest.raises(EvidenceNotFoundError):
        await conversation.assistant.fetch(await conversation.person(SARI), kept.key)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tests.pdf", None, "tests.pdf got lost on its way"),
        ("tests.pdf", b"", "tests.pdf is empty"),
        ("tests.pdf", PDF.ljust(MAX_FILE_BYTES + 1), "tests.pdf is larger than 10 MB"),
        ("tests.exe", b"MZ", "tests.exe is not of a kind I take"),
        ("tests.pdf", b"<script>", "tests.pdf is not of a kind I take"),
        ("tests.html", b"<p>", "tests.html is not of a kind I take"),
        ("tests.csv", b"a,\xff", "tests.csv is not of a kind I take"),
        ("../../etc/passwd", b"root", "....etcpasswd is not of a kind I take"),
    ],
    ids=lambda each: repr(each)[:20],
)
async def test_what_is_not_taken_is_said_at_its_field(
    conversation: Conversation, name: str, content: bytes | None, said: str
) -> None:
    """And what came with it is there all the same, once, however often the form is sent."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    bad = await handed_in(conversation, name, content)
    for _ in range(2):
        good = await handed_in(conversation, "screen.png", PNG)
        reply = await conversation.submit({"test-record": (bad,), "user-note": (good,)})
    wrong, right = form(reply).fields

    assert said.removeprefix("....") in wrong.error
    assert (right.error, right.value) == ("", ("screen.png",))


async def test_more_files_than_a_field_takes_are_said(conversation: Conversation) -> None:
    """The first ones are there."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    many = [await handed_in(conversation, f"{n}.txt", b"%d" % n) for n in range(6)]
    [field, *_] = form(await conversation.submit({"test-record": tuple(many)})).fields

    assert field.error == "Please hand in at most 5 files here."
    assert len(field.value) == 5


async def test_a_link_is_taken_where_there_is_no_place_for_files(
    conversation: Conversation,
) -> None:
    """Anything else is not."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    wrong = form(await conversation.submit({"test-record": "in the folder"})).fields[0]
    done = plain(await conversation.submit({"test-record": NOTE}))

    assert "That is no link" in wrong.error
    assert f"[{NOTE}]" in done


async def test_nothing_handed_in_is_no_mistake(conversation: Conversation) -> None:
    """Evidence follows when it is there."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")

    assert "Nothing new was added" in plain(await conversation.submit({}))


async def test_somebody_elses_file_or_solution_is_not_to_be_had(conversation: Conversation) -> None:
    """Neither by its key nor by its reference."""
    await register(conversation, INVOICES)
    theirs = await handed_in(conversation, "tests.pdf", PDF, SARI)
    await conversation.press("solutions.evidence")
    taken = plain(await conversation.submit({"test-record": (theirs,)}))
    asked = plain(await conversation.do(Pressed("solutions.evidence", "SOL-0001"), SARI))
    sent = await conversation.do(Submitted("solutions.add", "SOL-0001", {"x": (theirs,)}), SARI)

    assert "Nothing new was added" in taken
    assert asked == plain(sent)
    assert "Hanya pemilik SOL-0001" in asked


async def test_evidence_is_talked_through_with_links(conversation: Conversation) -> None:
    """One thing after the other; what is no link is asked about again."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    first = plain(await conversation.press("solutions.talk"))
    again = plain(await conversation.say("it is in the folder"))
    second = plain(await conversation.say(NOTE))
    last = plain(await conversation.say("skip"))

    assert "Question 1 of 2" in first
    assert "**Test record**" in first
    assert "That is no link" in again
    assert "**User note**" in second
    assert f"]({NOTE})" in last.replace("<", "").replace(">", "")


async def test_talking_about_evidence_can_stop_and_wait(conversation: Conversation) -> None:
    """A question in between is answered, and it goes on where it was."""
    await register(conversation, INVOICES)
    await conversation.press("solutions.evidence")
    await conversation.press("solutions.talk")
    await conversation.say(NOTE)
    asked = await conversation.say("How long does a review take?")
    went_on = plain(await conversation.press("solutions.continue"))
    stopped = plain(await conversation.say("stop"))

    assert "solutions.continue" in {button.action for button in buttons(asked)}
    assert "**User note**" in went_on
    assert "That is all for **SOL-0001** for now" in stopped


async def test_an_owner_removes_what_was_a_mistake(conversation: Conversation) -> None:
    """It is asked for again then."""
    await added(conversation)
    [which] = form(await conversation.press("solutions.removing")).fields
    assert which.kind == "choices"
    done = await conversation.submit({"pieces": (which.choices[0].id, "unknown")})

    assert "One piece of evidence is removed" in plain(done)
    assert "- Test record:" in plain(await conversation.say("/solutions SOL-0001"))


async def test_where_no_evidence_is_asked_for_there_is_no_form(conversation: Conversation) -> None:
    """A retired solution needs none any more."""
    await register(conversation, HARMLESS)
    await conversation.do(Pressed("solutions.retire", "SOL-0001"))
    reply = await conversation.do(Pressed("solutions.evidence", "SOL-0001"))

    assert "No evidence is asked for" in plain(reply)


async def test_files_that_were_never_added_are_thrown_away(conversation: Conversation) -> None:
    """Nobody can have them meanwhile either."""
    key = await handed_in(conversation, "tests.pdf", PDF)
    with pytest.raises(EvidenceNotFoundError):
        await conversation.assistant.fetch(await conversation.person(BEN), key)
    async with conversation.database.transaction() as records:
        gone = await records.evidence.purge(before=conversation.at + timedelta(days=1))

    assert gone == 1
