"""One's own solutions, as conversations."""

from handlers.form import Value
from handlers.reply import Card
from handlers.turn import Pressed
from tests.fixtures.conversation import ARUN, BEN, MEI, NATTAYA, SARI, Conversation, buttons, plain
from tests.handlers.registering import HARMLESS, INVOICES, WATCHING, register


async def change(conversation: Conversation, values: dict[str, Value]) -> str:
    """Change answers of the first step of SOL-0001 and save them."""
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Change my answers")
    await conversation.press("register.change")
    await conversation.submit(values)
    return plain(await conversation.press("Save the changes"))


async def test_somebody_without_solutions_is_invited(conversation: Conversation) -> None:
    """An empty list says how it fills."""
    reply = await conversation.say("/solutions")

    assert "You have not registered anything yet" in plain(reply)
    assert [button.action for button in buttons(reply)] == ["register.start"]


async def test_mine_are_shown_with_state_holder_date_and_next_step(
    conversation: Conversation,
) -> None:
    """Newest first, one main button each, and nobody else's."""
    await register(conversation, INVOICES)
    await register(conversation, HARMLESS)
    await register(conversation, WATCHING, as_=SARI)
    reply = await conversation.say("/solutions")
    cards = [block for block in reply.blocks if isinstance(block, Card)]
    facts = dict(cards[1].facts)

    assert [card.title for card in cards] == ["SOL-0002 · Menu reader", "SOL-0001 · Invoice reader"]
    assert [card.status for card in cards] == ["Approved", "Waiting for a reviewer"]
    assert facts["Tier"] == "Limited"
    assert facts["Who has it"] == "Waiting for a reviewer"
    assert facts["Until"] == "Thu 5 Mar 2026, 17:00 Singapore"
    assert facts["Next step"] == "Still missing: Test record, and 4 more things."
    assert all([button.main for button in card.buttons] == [True] for card in cards)


async def test_plain_language_finds_my_solutions(conversation: Conversation) -> None:
    """In both languages."""
    await register(conversation, HARMLESS)
    await register(conversation, HARMLESS, as_=SARI)
    english = plain(await conversation.say("show me my solutions"))
    indonesian = plain(await conversation.say("tampilkan solusi saya", as_=SARI))

    assert "SOL-0001" in english
    assert "Solusi Anda" in indonesian
    assert "SOL-0002" in indonesian


async def test_the_owner_reads_everything(conversation: Conversation) -> None:
    """Answers, reasons with clauses, what is needed, what would lower the tier."""
    await register(conversation, INVOICES)
    said = plain(await conversation.say("/solutions sol-0001"))

    assert "Owner: Ben Ong" in said
    assert "Who checks its results before they are used?: Nobody checks" in said
    assert "Why this tier" in said
    assert "What is needed next" in said
    assert "What would bring a lower tier" in said


async def test_only_owner_reviewers_and_leads_see_answers(conversation: Conversation) -> None:
    """Others are told whom to ask."""
    await register(conversation, INVOICES)
    said = {
        each.email: plain(await conversation.say("/solutions SOL-0001", as_=each))
        for each in (BEN, ARUN, NATTAYA, MEI, SARI)
    }

    assert "Reads supplier invoices" not in said.pop(SARI.email)
    assert all("Reads supplier invoices" in each for each in said.values())


async def test_a_stranger_is_refused_in_words(conversation: Conversation) -> None:
    """In their own language."""
    await register(conversation, INVOICES)

    assert plain(await conversation.say("/solutions SOL-0001", as_=SARI)) == (
        "SOL-0001 milik Ben Ong. Hanya pemilik, peninjau, dan pimpinan tata kelola yang dapat "
        "melihat isinya; silakan tanyakan kepada Ben Ong."
    )


async def test_an_unknown_reference_is_refused_in_words(conversation: Conversation) -> None:
    """With what references look like."""
    said = plain(await conversation.say("/solutions SOL-0042"))

    assert said.startswith("I know of no solution SOL-0042. References look like SOL-0042.")


async def test_changed_answers_are_kept(conversation: Conversation) -> None:
    """A new name is the name from then on, and what was not changed stays."""
    await register(conversation, HARMLESS)
    said = await change(conversation, {"name": "Lunch reader"})
    mine = plain(await conversation.say("/solutions SOL-0001"))

    assert "The changes to **SOL-0001** are saved: Lunch reader" in said
    assert "SOL-0001 · Lunch reader" in mine
    assert "Summarises the canteen's menu for our team." in mine


async def test_a_change_that_asks_for_a_review_tells_the_reviewers(
    conversation: Conversation,
) -> None:
    """The same record, another tier."""
    await register(conversation, HARMLESS)
    await conversation.say("/solutions SOL-0001")
    summary = await conversation.press("Change my answers")
    steps = [button for button in buttons(summary) if button.action == "register.change"]
    await conversation.do(Pressed(steps[1].action, steps[1].value))
    await conversation.submit({"human_check": "none"})
    said = plain(await conversation.press("Save the changes"))

    assert "The changes to **SOL-0001** are saved: Menu reader" in said
    assert "Tier: Limited" in said
    assert len(await conversation.received(ARUN)) == 1
    assert "Waiting for a reviewer" in plain(await conversation.say("/solutions"))


async def test_changes_saved_twice_are_saved_once(conversation: Conversation) -> None:
    """And the second confirmation says so."""
    await register(conversation, HARMLESS)
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Change my answers")
    button = conversation.button("Save the changes")
    await conversation.do(Pressed(button.action, button.value))
    again = plain(await conversation.do(Pressed(button.action, button.value)))

    assert "were already saved" in again


async def test_changing_leaves_an_unfinished_registration_alone(
    conversation: Conversation,
) -> None:
    """Two things can be half done at once."""
    await register(conversation, HARMLESS)
    await conversation.say("/register Another one")
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Change my answers")
    await conversation.press("Save the changes")
    said = plain(await conversation.say("/register"))

    assert "**Another one**" in said


async def test_only_the_owner_changes_answers(conversation: Conversation) -> None:
    """A reviewer may read them, not write them."""
    await register(conversation, HARMLESS)
    said = plain(await conversation.do(Pressed("register.revise", "SOL-0001"), ARUN))

    assert said == "Only Ben Ong, who owns it, can change these answers."


async def test_retiring_asks_once_more_and_ends_the_review(conversation: Conversation) -> None:
    """The record stays."""
    await register(conversation, INVOICES)
    await conversation.say("/solutions SOL-0001")
    confirm = conversation.button("Retire it").confirm
    said = plain(await conversation.press("Retire it"))

    assert confirm.startswith("Retire SOL-0001?")
    assert "**SOL-0001** is retired" in said
    assert "Retired" in plain(await conversation.say("/solutions"))
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."


async def test_what_is_retired_is_not_changed_any_more(conversation: Conversation) -> None:
    """Also not from a button of an older message."""
    await register(conversation, HARMLESS)
    await conversation.do(Pressed("solutions.retire", "SOL-0001"))
    said = plain(await conversation.do(Pressed("register.revise", "SOL-0001")))

    assert said == "This solution is retired, so nothing was changed."


async def test_only_the_owner_retires(conversation: Conversation) -> None:
    """A forged button changes nothing."""
    await register(conversation, HARMLESS)
    said = plain(await conversation.do(Pressed("solutions.retire", "SOL-0001"), SARI))

    assert said.startswith("Hanya pemilik SOL-0001 yang dapat melakukan itu.")
    assert "Approved" in plain(await conversation.say("/solutions"))


async def test_nobody_reads_a_strangers_registration_by_saving(
    conversation: Conversation,
) -> None:
    """A forged button of a form shows nothing of it."""
    await register(conversation, INVOICES)
    said = plain(await conversation.do(Pressed("register.save", "SOL-0001.x"), SARI))

    assert said.startswith("Hanya pemilik SOL-0001 yang dapat melakukan itu.")
    assert "Invoice reader" not in said
