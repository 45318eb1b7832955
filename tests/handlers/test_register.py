"""Registering a solution, as conversations."""

import asyncio

import pytest

from governance import Policy
from handlers.form import Value
from handlers.phrase_match import means
from handlers.register.typed_answer import parse_answer
from handlers.reply import Sources
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    buttons,
    form,
    plain,
)
from tests.handlers.registering import HARMLESS, INVOICES, WATCHING, fill, register

UNSURE = {**HARMLESS, "personal_data": "not_sure", "cross_border": "not_sure"}
"""Somebody who does not know whether the data is about people."""


async def test_a_sentence_begins_a_registration(conversation: Conversation) -> None:
    """What was said becomes the purpose, without the words that only introduce it."""
    reply = await conversation.say("I built a bot that reads supplier invoices")

    assert "There is no penalty" in plain(reply)
    assert {field.name: field.value for field in form(reply).fields} == {
        "name": "",
        "purpose": "A bot that reads supplier invoices",
        "backup": "",
        "already_running": "",
    }


@pytest.mark.parametrize(
    ("text", "prefilled"),
    [
        ("", {}),
        ("Invoice reader", {"name": "Invoice reader"}),
        ("I want to register a solution", {}),
        ("saya mau daftarkan bot", {}),
        (
            "saya membuat bot yang membaca faktur pemasok.",
            {"purpose": "Bot yang membaca faktur pemasok"},
        ),
        (
            "It sorts the mails of six offices by language",
            {"purpose": "It sorts the mails of six offices by language"},
        ),
    ],
)
async def test_what_was_said_is_filled_in(
    text: str, prefilled: dict[str, str], conversation: Conversation
) -> None:
    """A short text is a name, a longer one a purpose, and a bare wish is neither."""
    reply = await conversation.say(f"/register {text}")

    assert {each.name: each.value for each in form(reply).fields if each.value} == prefilled


async def test_every_question_of_fact_has_not_sure(conversation: Conversation) -> None:
    """And says that it is a good answer."""
    await conversation.say("/register")
    reply = await conversation.submit(
        {"name": "Menu reader", "purpose": "Menus", "already_running": "no"}
    )

    assert plain(reply).count("I am not sure") == len(form(reply).fields)
    assert all("Not sure is fine" in field.hint for field in form(reply).fields)


async def test_mistakes_are_said_at_the_field_and_nothing_typed_is_lost(
    conversation: Conversation,
) -> None:
    """Also in a step that is wrong, and also after coming back to it."""
    await conversation.say("/register")
    reply = await conversation.submit({"name": "N" * 200, "purpose": "Reads menus"})
    errors = {field.name: field.error for field in form(reply).fields}
    await conversation.say("/register")
    again = await conversation.press("Continue")

    assert errors["name"] == "This has 200 characters; please keep it to 80."
    assert errors["purpose"] == ""
    assert errors["already_running"] == "Please fill this in."
    assert {field.name: field.value for field in form(again).fields} == {
        "name": "N" * 200,
        "purpose": "Reads menus",
        "backup": "",
        "already_running": "",
    }


async def test_a_question_that_depends_on_another_appears_in_its_step(
    conversation: Conversation,
) -> None:
    """Something that runs already may have had a problem; something new has not."""
    await conversation.say("/register")
    first = {"name": "Menu reader", "purpose": "Menus", "already_running": "yes"}
    reply = await conversation.submit(first)
    one_more = [field.name for field in form(reply).fields]
    reply = await conversation.submit({"already_running": "no"})

    assert one_more == ["name", "purpose", "backup", "already_running", "problem_seen"]
    assert form(reply).title == "What it does"


async def test_back_keeps_what_was_typed(conversation: Conversation) -> None:
    """The half-filled step is as it was left."""
    await conversation.say("/register")
    reply = await conversation.submit(
        {"name": "Menu reader", "purpose": "Menus", "already_running": "no"}
    )
    shown = form(reply)
    reply = await conversation.do(Pressed(shown.back, shown.key, {"human_check": "every"}))
    title = form(reply).title
    reply = await conversation.submit({})

    assert title == "About your solution"
    assert {field.value for field in form(reply).fields if field.name == "human_check"} == {"every"}


async def test_the_summary_shows_every_answer_and_changes_a_step(
    conversation: Conversation,
) -> None:
    """Changing one step leads back to the summary."""
    await conversation.say("/register")
    summary = plain(await fill(conversation, HARMLESS))
    reply = await conversation.press("Change")
    changed = plain(await conversation.submit({"name": "Lunch reader"}))

    assert "What do you call it?: Menu reader" in summary
    assert "Which classes of data does it see?: Public" in summary
    assert form(reply).title == "About your solution"
    assert "What do you call it?: Lunch reader" in changed
    assert "[Register it]" in changed


async def test_a_harmless_solution_is_approved_at_once(conversation: Conversation) -> None:
    """Reference, tier, and no review."""
    said = plain(await register(conversation, HARMLESS))

    assert "**SOL-0001** is registered: Menu reader" in said
    assert "Tier: Minimal" in said
    assert "No rule of the handbook asks for more care" in said
    assert "Training: What AI can and cannot do" in said
    assert "Review:" not in said


async def test_the_outcome_says_why_what_next_and_what_would_lower_it(
    conversation: Conversation,
) -> None:
    """Every rule that fired with its clause; who reviews, until when; the way down."""
    said = plain(await register(conversation, INVOICES))

    assert "Tier: Limited" in said
    assert "(Limited) [1]" in said
    assert "/handbook/" in said
    assert "Review: Waiting for a reviewer, by Thu 5 Mar 2026, 17:00 Singapore" in said
    assert "There already: A named backup owner" in said
    assert "Let a person who knows the work look at every result" in said
    assert "To show it: Plan for the human check." in said
    assert "were “" not in said
    assert "tier Minimal" in said


async def test_what_runs_already_is_promised_no_penalty(conversation: Conversation) -> None:
    """With the clause that promises it."""
    reply = await register(conversation, INVOICES)
    promised = next(block for block in reply.blocks if isinstance(block, Sources))

    assert "There is no penalty for telling us" in plain(reply)
    assert "You may keep using it while it is reviewed" in plain(reply)
    assert [source.path for source in promised.sources] == [
        "/handbook/shadow-ai#the-no-penalty-promise",
        "/handbook/registration#something-already-running",
    ]
    assert {source.n for source in promised.sources} == {0}


async def test_not_sure_is_the_careful_side_and_says_what_to_find_out(
    conversation: Conversation,
) -> None:
    """The rule names the question that would settle it."""
    said = plain(await register(conversation, UNSURE))

    assert "Tier: High" in said
    assert "because you were not sure about “Is any of it about people?”" in said


async def test_reviewers_are_told_with_a_button_to_the_case(conversation: Conversation) -> None:
    """Everybody who may take it, and nobody else."""
    await register(conversation, INVOICES)
    told = [len(await conversation.received(each)) for each in (ARUN, NATTAYA, MEI, BEN)]
    (message,) = await conversation.received(ARUN)

    assert told == [1, 1, 0, 0]
    assert "Ben Ong asks for a review of **SOL-0001**" in plain(message)
    assert [button.action for button in buttons(message)] == ["review.open"]


async def test_what_nobody_builds_is_said_kindly_and_the_lead_is_told(
    conversation: Conversation,
) -> None:
    """Not to be built, somebody helps, and what would be possible instead."""
    reply = await register(conversation, WATCHING)
    told = [plain(each) for each in await conversation.received(MEI)]

    assert "Please do not build it this way" in plain(reply)
    assert "You did the right thing" in plain(reply)
    assert len(told) == 1
    assert "which the handbook does not allow" in told[0]
    assert await conversation.received(ARUN) == []


async def test_a_confirmation_that_arrives_twice_gives_one_record(
    conversation: Conversation,
) -> None:
    """One after the other, and both at once."""
    await conversation.say("/register")
    summary = await fill(conversation, INVOICES)
    button = conversation.button("register.confirm", reply=summary)
    press = Pressed(button.action, button.value)
    both = [
        plain(each) for each in await asyncio.gather(conversation.do(press), conversation.do(press))
    ]
    third = plain(await conversation.do(press))
    mine = plain(await conversation.say("/solutions"))

    assert sorted("Nothing was registered twice" in said for said in both) == [False, True]
    assert "**SOL-0001** was already registered" in third
    assert "SOL-0002" not in mine
    assert len(await conversation.received(ARUN)) == 1


async def test_a_step_that_arrives_twice_is_saved_once_and_harms_nothing(
    conversation: Conversation,
) -> None:
    """The second leads where the first one led."""
    first = form(await conversation.say("/register"))
    values: dict[str, Value] = {"name": "Menus", "purpose": "Menus", "already_running": "no"}
    one = await conversation.do(Submitted(first.action, first.key, values))
    two = await conversation.do(Submitted(first.action, first.key, values))

    assert plain(one) == plain(two)


async def test_an_open_registration_is_continued_or_started_over(
    conversation: Conversation,
) -> None:
    """Starting over asks once more, as it throws answers away."""
    await conversation.say("/register Invoice reader")
    reply = await conversation.say("/register Menu reader")
    over = conversation.button("Start over")
    continued = form(await conversation.press("Continue", reply=reply))
    fresh = form(await conversation.press("Start over", reply=reply))

    assert "You have an unfinished registration: **Invoice reader**" in plain(reply)
    assert over.confirm
    assert continued.fields[0].value == "Invoice reader"
    assert fresh.fields[0].value == "Menu reader"


async def test_the_conversation_asks_one_question_at_a_time(conversation: Conversation) -> None:
    """Typed answers are understood: labels, numbers, several at once, not sure, back."""
    await conversation.say("/register")
    await conversation.press("Answer one by one here instead")
    said = [
        plain(await conversation.say(text))
        for text in ("Menu reader", "Reads the menu", "skip", "no", "none of these", "back", "6")
    ]

    assert "Question 2 of" in said[0]
    assert "Who is your backup owner?" in said[1]
    assert "Does it help with any of these?" in said[3]
    assert "Does it do any of these?" in said[4]
    assert "(x) None of these" in said[5]
    assert "Does it do any of these?" in said[6]


async def test_the_conversation_leads_to_the_same_record(conversation: Conversation) -> None:
    """From the first question to the reference, without a form."""
    await conversation.say("/register Menu reader")
    await conversation.press("register.talk")
    typed = (
        "It reads the menu",
        "arun@selat.example",
        "not sure",
        "not sure",
        "none of these",
        "8",
        "none of these",
        "a person checks every result",
        "no",
        "public, internal",
        "no",
        "no",
        "power platform with ai builder",
        "only me",
        "n",
        "no",
        "it sends nothing",
        "nope",
        "no",
    )
    said = [plain(await conversation.say(text)) for text in typed]
    done = plain(await conversation.say("yes"))

    assert "Which classes of data does it see?: Public, Internal" in said[-1]
    assert "**SOL-0001** is registered: Menu reader" in done


async def test_an_answer_that_is_not_understood_is_asked_again(
    conversation: Conversation,
) -> None:
    """With the way out for somebody who meant to ask something."""
    await conversation.say("/register Menu reader")
    await conversation.press("register.talk")
    await conversation.say("It reads the menu")
    reply = await conversation.say("my colleague Tom")

    assert "could not match that" in plain(reply)
    assert "Who is your backup owner?" in plain(reply)
    assert conversation.button("ask.question").value == "my colleague Tom"


@pytest.mark.parametrize(
    "question",
    ["btw how long does a review take", "eh tinjauan berapa lama sih", "duyệt mất mấy ngày vậy"],
)
async def test_a_question_beside_a_text_needs_no_mark(
    conversation: Conversation, question: str
) -> None:
    """It is answered, the form waits on, and one press takes it for the text after all."""
    await conversation.say("/register Menu reader")
    await conversation.press("register.talk")
    reply = await conversation.say(question)
    after = plain(await conversation.say("It reads what the menu says when it changes"))

    assert conversation.button("register.said", reply=reply)
    assert "waits for your answer" in plain(reply)
    assert "Who is your backup owner?" in after


async def test_the_conversation_can_stop_and_go_on(conversation: Conversation) -> None:
    """What is typed after "stop" is no answer any more."""
    await conversation.say("/register Menu reader")
    await conversation.press("register.talk")
    await conversation.say("It reads the menu")
    stopped = plain(await conversation.say("stop"))
    other = plain(await conversation.say("which tools are approved?"))
    await conversation.say("/register")
    again = plain(await conversation.press("Continue"))

    assert "Everything you answered is saved" in stopped
    assert "Who is your backup owner?" not in other
    assert "Who is your backup owner?" in again
    assert "Question 3 of" in again


async def test_the_conversation_can_become_a_form(conversation: Conversation) -> None:
    """At the step with the first question left to answer."""
    await conversation.say("/register Menu reader")
    await conversation.press("register.talk")
    await conversation.say("It reads the menu")
    reply = await conversation.press("Show it as a form instead")

    assert {field.name: field.value for field in form(reply).fields} == {
        "name": "Menu reader",
        "purpose": "It reads the menu",
        "backup": "",
        "already_running": "",
    }


async def test_somebody_elses_draft_is_closed_to_me(conversation: Conversation) -> None:
    """A key is no permission."""
    await conversation.say("/register Menu reader")
    talk = conversation.button("register.talk")
    reply = await conversation.do(Pressed(talk.action, talk.value), ARUN)

    assert plain(reply).startswith("That form is closed already")


async def test_a_registration_in_bahasa_indonesia(conversation: Conversation) -> None:
    """From the sentence to the outcome, and the reviewer reads it in English."""
    reply = await conversation.say("Saya membuat bot yang membaca faktur pemasok", as_=SARI)
    begun = plain(reply)
    await fill(conversation, INVOICES, as_=SARI)
    said = plain(await conversation.press("Daftarkan", as_=SARI))
    (told,) = await conversation.received(ARUN)

    assert "Tidak ada sanksi" in begun
    assert "Bot yang membaca faktur pemasok" in begun
    assert "**SOL-0001** sudah terdaftar: Invoice reader" in said
    assert "Tingkat: Terbatas" in said
    assert "Tinjauan: Menunggu peninjau, paling lambat Kam 5 Mar 2026, 17:00 Jakarta" in said
    assert "Sari Wulandari asks for a review" in plain(told)


async def test_the_conversation_understands_bahasa_indonesia(conversation: Conversation) -> None:
    """Ya, tidak, tidak yakin, kembali, nanti saja."""
    await conversation.say("/register Pembaca menu", as_=SARI)
    await conversation.press("register.talk", as_=SARI)
    said = [
        plain(await conversation.say(text, as_=SARI))
        for text in (
            "Membaca menu",
            "lewati",
            "ya",
            "tidak yakin",
            "tidak ada",
            "kembali",
            "nanti saja",
        )
    ]

    assert "Apakah pernah menimbulkan masalah?" in said[2]
    assert "Apakah solusi ini membantu" in said[3]
    assert "Apakah solusi ini melakukan" in said[4]
    assert "Apakah solusi ini membantu" in said[5]
    assert "Semua jawaban tersimpan" in said[6]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("already_running", "Ya", "yes"),
        ("already_running", "2", "no"),
        ("already_running", "3", "not_sure"),
        ("already_running", "perhaps", None),
        ("human_check", "a person checks samples", "samples"),
        ("human_check", "Seseorang memeriksa setiap hasil", "every"),
        ("human_check", "a person checks", None),
        ("human_check", "nobody", "none"),
        ("data", "public and Rahasia", ("public", "confidential")),
        ("data", "1, 2, 2", ("public", "internal")),
        ("data", "tidak yakin", ("not_sure",)),
        ("data", "public, secret", None),
        ("area", "hiring, pay, shifts, performance or dismissal", ("people",)),
        ("name", "  Menu reader ", "Menu reader"),
        ("backup", "skip", ""),
        ("backup", "arun@selat.example", "arun@selat.example"),
        ("backup", "Arun", None),
    ],
)
def test_a_typed_answer_is_read(
    question: str, text: str, answer: Value | None, policy: Policy
) -> None:
    """In either language, by label, by number, or by the first words of a label."""
    assert parse_answer(policy, policy.questions[question], text) == answer


def test_words_mean_the_same_in_every_language() -> None:
    """Somebody may answer in the other language than the one they read."""
    assert means("register-words-stop", "Nanti saja.")
    assert means("register-words-back", "BACK")
    assert not means("register-words-back", "backwards")


async def test_a_step_shows_what_follows_from_an_answer_at_once(
    conversation: Conversation,
) -> None:
    """Where the channel asks for it; everything typed stays, and nothing is called wrong yet."""
    await conversation.say("/register")
    shown = form(conversation.last[BEN.email])
    deciding = [each.name for each in shown.fields if getattr(each, "decides", False)]
    typed = {"name": "Menu reader", "already_running": "yes"}
    again = form(await conversation.do(Pressed(shown.again, shown.key, typed)))
    less = form(
        await conversation.do(Pressed(again.again, again.key, {**typed, "already_running": "no"}))
    )

    assert deciding == ["already_running"]
    assert {each.name for each in again.fields} - {each.name for each in shown.fields} == {
        "problem_seen"
    }
    assert {each.name: each.value for each in again.fields}["name"] == "Menu reader"
    assert not any(each.error for each in again.fields)
    assert [each.name for each in less.fields] == [each.name for each in shown.fields]


async def test_a_step_is_taken_as_it_was_sent(conversation: Conversation) -> None:
    """Whatever of it was saved last: two quick changes may have come in any order."""
    await conversation.say("/register")
    shown = form(conversation.last[BEN.email])
    typed = {"name": "Menu", "purpose": "Menus", "already_running": "no"}
    await conversation.do(Pressed(shown.again, shown.key, typed))
    whole = {**typed, "already_running": "yes", "problem_seen": "no"}
    reply = await conversation.do(Submitted(shown.action, shown.key, whole))

    assert form(reply).title == "What it does"


async def test_a_secret_in_what_was_said_is_not_kept_in_a_button(
    conversation: Conversation,
) -> None:
    """A reply is kept; starting over begins with what is left."""
    await conversation.say("/register Invoice reader")
    await conversation.say("/register Menu reader, my password is Hunter22")

    assert "Hunter22" not in conversation.button("Start over").value
    assert "Menu reader" in conversation.button("Start over").value
