"""Who answers for a solution, as conversations: backup owner, hand-over, take-over."""

from bot.jobs.reminders import remind_of_ownerless
from governance import Operation
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    SARI,
    Conversation,
    Someone,
    buttons,
    form,
    plain,
)
from tests.fixtures.databases import Run
from tests.handlers.registering import HARMLESS, INVOICES, fill, register


async def name_backup(conversation: Conversation, someone: Someone) -> str:
    """Let Ben name the backup owner of SOL-0001."""
    await conversation.do(Pressed("solutions.backing", "SOL-0001"))
    return plain(await conversation.submit({"person": someone.email}))


async def test_a_backup_owner_is_named_and_told(conversation: Conversation) -> None:
    """From the page; who it was before is told as well, and what is missing shrinks."""
    await register(conversation, INVOICES)
    before = plain(await conversation.say("/solutions SOL-0001"))
    done = await name_backup(conversation, SARI)
    after = plain(await conversation.say("/solutions SOL-0001"))
    [told] = await conversation.received(SARI)
    [former] = await conversation.received(LINH)

    assert "Backup owner: Linh Tran" in before
    assert "Sari Wulandari is the backup owner of **SOL-0001** now." in done
    assert "Backup owner: Sari Wulandari" in after
    assert "Ben Ong menunjuk Anda" in plain(told)
    assert "instead of you" in plain(former)


async def test_naming_oneself_or_nobody_known_is_said_at_the_field(
    conversation: Conversation,
) -> None:
    """Nothing typed is lost."""
    await register(conversation, HARMLESS)
    await conversation.do(Pressed("solutions.backing", "SOL-0001"))
    own = form(await conversation.submit({"person": BEN.email})).fields[0]
    unknown = form(await conversation.submit({"person": "kai@selat.example"})).fields[0]

    assert own.error == "That is you. Please name somebody else."
    assert unknown.error.startswith("I do not know anybody at kai@selat.example")
    assert unknown.value == "kai@selat.example"


async def test_registering_says_it_at_the_field_too(conversation: Conversation) -> None:
    """Nothing is registered with a backup owner who is none."""
    await conversation.say("/register")
    await fill(conversation, {**INVOICES, "backup": BEN.email})
    wrong = next(each for each in form(conversation.last[BEN.email]).fields if each.error)
    reply = await fill(conversation, INVOICES)

    assert (wrong.name, wrong.error) == ("backup", "That is you. Please name somebody else.")
    assert "register.confirm" in {button.action for button in buttons(reply)}


async def test_a_backup_owner_opens_pauses_and_takes_over(conversation: Conversation) -> None:
    """The owner is told of each, and backs it up afterwards."""
    await register(conversation, {**INVOICES, "backup": SARI.email})
    listed = plain(await conversation.say("/solutions", as_=SARI))
    home = plain(await conversation.say("/home", as_=SARI))
    await conversation.say("/solutions SOL-0001", as_=SARI)
    await conversation.press("solutions.pausing", as_=SARI)
    paused = plain(await conversation.submit({"text": "Jumlahnya salah"}, as_=SARI))
    await conversation.say("/solutions SOL-0001", as_=SARI)
    confirm = conversation.button("solutions.accept", as_=SARI).confirm
    taken = plain(await conversation.press("solutions.accept", as_=SARI))
    told = [plain(each) for each in await conversation.received(BEN)]
    mine = plain(await conversation.say("/solutions SOL-0001"))

    assert "SOL-0001 · Invoice reader" in listed
    assert "Solusi yang saya jaga" in home
    assert "**SOL-0001** dijeda" in paused
    assert "Ambil alih SOL-0001?" in confirm
    assert "kini milik Anda" in taken
    assert "Sari Wulandari has paused **SOL-0001** (Invoice reader)." in told[0]
    assert "Sari Wulandari says: Jumlahnya salah" in told[0]
    assert "Sari Wulandari is the owner of **SOL-0001** (Invoice reader) now." in told[1]
    assert "Backup owner: Ben Ong" in mine


async def test_a_solution_is_handed_over_to_who_accepts(conversation: Conversation) -> None:
    """Until then it stays where it is, and who was asked may look at it."""
    await register(conversation, HARMLESS)
    await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.offering")
    asked = plain(await conversation.submit({"person": SARI.email}))
    stays = plain(await conversation.say("/solutions SOL-0001"))
    [told] = await conversation.received(SARI)
    looked = plain(await conversation.do(Pressed("solutions.open", "SOL-0001"), SARI))
    await conversation.press("solutions.accept", as_=SARI, reply=told)
    owner = plain(await conversation.say("/solutions SOL-0001", as_=SARI))

    assert "Until then it stays yours" in asked
    assert "Owner: Ben Ong" in stays
    assert "Ben Ong has asked Sari Wulandari to take this over." in stays
    assert "[Take the offer back]" in stays
    assert "Summarises the canteen's menu" in looked
    assert "Pemilik: Sari Wulandari" in owner


async def test_who_declines_has_nothing_to_do_with_it_any_more(
    conversation: Conversation,
) -> None:
    """The owner is told; the old button does nothing more."""
    await register(conversation, HARMLESS)
    await conversation.do(Submitted("solutions.offer", "SOL-0001", {"person": SARI.email}))
    [told] = await conversation.received(SARI)
    await conversation.press("solutions.decline", as_=SARI, reply=told)
    again = plain(await conversation.press("solutions.accept", as_=SARI, reply=told))
    seen = plain(await conversation.say("/solutions SOL-0001", as_=SARI))

    assert "Sari Wulandari does not take over" in plain((await conversation.received(BEN))[-1])
    assert "is yours now" not in again
    assert "kini milik Anda" not in again
    assert "SOL-0001 milik Ben Ong" in seen


async def test_an_offer_is_taken_back(conversation: Conversation) -> None:
    """Whoever was asked is told."""
    await register(conversation, HARMLESS)
    await conversation.do(Submitted("solutions.offer", "SOL-0001", {"person": SARI.email}))
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Take the offer back")

    assert "tidak lagi meminta Anda" in plain((await conversation.received(SARI))[-1])
    assert "has asked" not in plain(await conversation.say("/solutions SOL-0001"))


async def test_strangers_name_and_offer_nothing(conversation: Conversation) -> None:
    """By no button of somebody else's."""
    await register(conversation, HARMLESS)
    said = [
        plain(await conversation.do(what, ARUN))
        for what in (
            Pressed("solutions.backing", "SOL-0001"),
            Submitted("solutions.backup", "SOL-0001", {"person": ARUN.email}),
            Submitted("solutions.offer", "SOL-0001", {"person": ARUN.email}),
            Pressed("solutions.accept", "SOL-0001"),
            Pressed("solutions.decline", "SOL-0001"),
        )
    ]

    assert all("Only the " in each for each in said)
    assert "Owner: Ben Ong" in plain(await conversation.say("/solutions SOL-0001"))


async def test_what_nobody_answers_for_goes_to_the_lead(
    conversation: Conversation, run: Run
) -> None:
    """Told once; the lead pauses it and offers it to whom the department names."""
    await register(conversation, {**INVOICES, "backup": ""})
    await register(conversation, INVOICES)
    await remind_of_ownerless(conversation.database, at=conversation.at)
    before = await conversation.received(MEI)
    await run(f"UPDATE people SET is_active = FALSE WHERE email = '{BEN.email}'")  # noqa: S608 - an address of ours
    for _ in range(2):
        await remind_of_ownerless(conversation.database, at=conversation.at)
    [told] = [each for each in await conversation.received(MEI) if each not in before]
    page = await conversation.press("Open the solution", as_=MEI, reply=told)
    await conversation.press("solutions.pausing", as_=MEI)
    await conversation.submit({"text": "Nobody answers for it."}, as_=MEI)
    await conversation.press("solutions.offering", as_=MEI, reply=page)
    offered = plain(await conversation.submit({"person": SARI.email}, as_=MEI))
    await conversation.do(Pressed("solutions.accept", "SOL-0001"), SARI)
    async with conversation.database.reading() as records:
        solution = await records.registry.get("SOL-0001")
        left = await records.registry.list_ownerless()

    assert "The owner of this solution has left, and it has no backup owner." in plain(told)
    assert "SOL-0001" in plain(told)
    assert "Owner: Ben Ong, who has left: nobody owns it now" in plain(page)
    assert SARI.name in offered
    assert (solution.owner.name, solution.operation) == (SARI.name, Operation.PAUSED)
    assert left == ()


async def test_only_the_owner_offers_what_is_theirs(conversation: Conversation) -> None:
    """A lead does so only where the owner has left."""
    await register(conversation, INVOICES)
    page = await conversation.say("/solutions SOL-0001", as_=MEI)
    said = plain(await conversation.do(Pressed("solutions.offering", "SOL-0001"), MEI))

    assert "solutions.offering" not in {each.action for each in buttons(page)}
    assert "Only" in said
