"""Asking the handbook, and the people behind it, as a conversation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from governance import Database, Policy
from handlers.assistant import Assistant
from handlers.intent import Intents
from handlers.reply import Notice, Sources, Text, Tone
from handlers.turn import Place, Pressed, Said
from handlers.wording import wording
from knowledge import Embedder, Handbook
from tests.fixtures.conversation import (
    BEN,
    MEI,
    SARI,
    Conversation,
    buttons,
    plain,
)
from tests.fixtures.databases import Run
from tests.fixtures.handbooks import ROOT, STARTER

IN_FORCE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""A day on which every page of the starter handbook is in force."""

CHATGPT = "Which data may ChatGPT Enterprise see?"
RULED = "May I put customer e-mails into ChatGPT?"
UNKNOWN = "Who won the football world cup in 1998?"


@pytest.fixture
def conversation(conversation: Conversation) -> Conversation:
    """A conversation while the starter handbook is in force."""
    conversation.at = IN_FORCE
    return conversation


async def test_an_answer_is_the_handbooks_own_words_with_their_clause(
    conversation: Conversation,
) -> None:
    """Each sentence points at its clause, with version, date and owner."""
    reply = await conversation.say(CHATGPT)
    sources = next(block for block in reply.blocks if isinstance(block, Sources))
    said = plain(reply)

    assert "**ChatGPT Enterprise** [1]\n\n**ChatGPT Enterprise may see public," in said
    assert "and never restricted data.** Conversations in our ChatGPT Enterprise workspace" in said
    assert said.count("Conversations in our ChatGPT Enterprise workspace") == 1
    assert [each.n for each in sources.sources] == [1]
    assert sources.sources[0].path == "/handbook/approved-tools#chatgpt-enterprise"
    assert sources.sources[0].title == "Approved tools › ChatGPT Enterprise"  # noqa: RUF001 - as people read it
    assert "version 1.1 · in force since 1 September 2026 · IT platform owner" in said


async def test_the_words_around_an_answer_are_in_the_persons_language(
    conversation: Conversation,
) -> None:
    """The handbook is in English, its frame in Bahasa Indonesia."""
    said = plain(
        await conversation.say("Data apa yang boleh dilihat ChatGPT Enterprise?", as_=SARI)
    )

    assert "Di mana ini tertulis" in said
    assert "versi 1.1 · berlaku sejak 1 September 2026" in said
    assert "[👍 Membantu]" in said


async def test_pages_that_contradict_each_other_are_both_shown_with_a_warning(
    database: Database, policy: Policy, tmp_path: Path
) -> None:
    """Above the sources, in the person's language, and not to be overlooked."""
    corpus = ROOT / "tests" / "evals" / "versions" / "corpus"
    handbook = Handbook(corpus, home=tmp_path, embedder=None)
    await handbook.read()
    intents = Intents(None, home=tmp_path)
    talk = Conversation(Assistant(database, handbook, policy, intents), database, at=IN_FORCE)
    asked = "How long are the logs of a chatbot kept?"
    reply = await talk.say(asked)
    sari = plain(await talk.say(asked, as_=SARI))
    kinds = [type(block).__name__ for block in reply.blocks]
    notice = next(block for block in reply.blocks if isinstance(block, Notice))

    assert kinds[:3] == ["Text", "Notice", "Sources"]
    assert notice.tone is Tone.CAREFUL
    assert notice.markdown.startswith("[1] and [2] contradict each other")
    assert "[1] dan [2] saling bertentangan" in sari


async def test_a_clause_past_its_review_is_marked(conversation: Conversation) -> None:
    """Somebody who relies on an old page should know."""
    conversation.at = datetime(2031, 1, 1, 4, 0, tzinfo=UTC)

    assert "should have been reviewed by" in plain(await conversation.say(CHATGPT))


async def test_an_answer_from_a_page_with_gaps_says_so(
    database: Database, policy: Policy, tmp_path: Path
) -> None:
    """Beside its source, in the person's language, whatever format the page has."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tea.md").write_text(
        "# Tea\n\n## Tea break\n\nThe tea break begins at {{ site.tea }} in the kitchen.\n", "utf-8"
    )
    (folder / "fire.html").write_text(
        "<h1>Fire</h1><h2>Fire drill</h2><p>The fire drill is on Monday.</p>", "utf-8"
    )
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None)
    await handbook.read()
    intents = Intents(None, home=tmp_path)
    talk = Conversation(Assistant(database, handbook, policy, intents), database, at=IN_FORCE)
    tea = plain(await talk.say("When does the tea break begin?"))
    sari = plain(await talk.say("When does the tea break begin?", as_=SARI))
    fire = plain(await talk.say("When is the fire drill?"))
    await handbook.close()

    assert wording("en")("ask-page-partial") in tea
    assert wording("id")("ask-page-partial") in sari
    assert "on Monday" in fire
    assert wording("en")("ask-page-partial") not in fire


async def test_what_the_handbook_does_not_say_is_not_answered(conversation: Conversation) -> None:
    """It says so, shows what comes nearest as such, and offers people."""
    reply = await conversation.say(UNKNOWN)
    said = plain(reply)

    assert "The handbook does not say this" in said
    assert "Nearest headings" in said
    assert [each.action for each in buttons(reply)][:3] == ["ask.clause"] * 3
    assert "[Ask the governance team] [Book a mentor]" in said
    assert "[👍 Helpful]" not in said


async def test_who_reads_the_clause_in_their_language_is_told_nothing_in_short(
    conversation: Conversation,
) -> None:
    """In another one the note comes first, and says which text counts."""
    conversation.at = IN_FORCE
    english = plain(await conversation.say("How long does a review take?"))
    indonesian = plain(await conversation.say("Berapa lama peninjauan?", as_=SARI))

    assert english.startswith("**How long a review takes** [1]")
    assert "the English text counts" not in english
    assert "yang berlaku adalah teks bahasa Inggrisnya" in indonesian
    assert indonesian.index("yang berlaku adalah") < indonesian.index("**How long a review takes**")


async def test_a_press_on_a_heading_shows_its_clause_whole(conversation: Conversation) -> None:
    """Whatever comes near; a clause that is gone is said to be, and no other is shown."""
    asked = await conversation.say(UNKNOWN)
    offered = next(each for each in buttons(asked) if each.action == "ask.clause")
    shown = await conversation.press(offered.label)
    gone = await conversation.do(Pressed("ask.clause", "no-page#nothing"))

    texts = [block.markdown for block in shown.blocks if isinstance(block, Text)]
    assert texts[-1].startswith(f"**{offered.label}** [1]\n\n")
    assert len(texts) <= 2  # in short, and whole
    assert f"(/handbook/{offered.value})" in plain(shown)
    assert plain(gone) == "That clause is not in the handbook any more. Please ask again."
    async with conversation.database.reading() as records:
        *_, asked_first, chosen = await records.questions.list_all()
    assert (asked_first.question, asked_first.answered) == (UNKNOWN, False)
    assert chosen.question == f"{offered.label}: {UNKNOWN}"
    assert [clause for clause, _ in chosen.cited] == [offered.value]


async def test_a_clause_for_fewer_is_not_shown_by_its_address(
    database: Database, policy: Policy, intents: Intents, tmp_path: Path
) -> None:
    """To nobody else, and not to a lead where others read along."""
    (tmp_path / "pages").mkdir()
    front = "---\ntitle: Desk\naudience: leads\n---\n"
    (tmp_path / "pages" / "desk.md").write_text(f"{front}# Desk\n\n## Keys\n\nIn the safe.\n")
    handbook = Handbook(tmp_path / "pages", home=tmp_path / "home", embedder=None)
    await handbook.read()
    talk = Conversation(Assistant(database, handbook, policy, intents), database, at=IN_FORCE)
    press = Pressed("ask.clause", "desk#keys")
    turn = replace(await talk.turn(press, MEI), place=Place("web", "team", private=False))

    assert "In the safe." in plain(await talk.do(press, MEI))
    assert "safe" not in plain(await talk.do(press, BEN))
    assert "safe" not in plain((await talk.assistant.respond(turn)).reply)
    await handbook.close()


async def test_other_clauses_are_only_linked(conversation: Conversation) -> None:
    """One line each, below what answers, with nothing of their text."""
    reply = await conversation.say("How long does a review take?")
    cited, also = (block for block in reply.blocks if isinstance(block, Sources))

    assert len(cited.sources) == 1
    assert also.label == "See also"
    assert 0 < len(also.sources) <= 2
    assert {(each.n, each.quote, each.details) for each in also.sources} == {(0, "", "")}


async def test_a_follow_up_is_understood(conversation: Conversation) -> None:
    """What was asked just before is what "and" refers to."""
    await conversation.say(CHATGPT)
    said = plain(await conversation.say("And restricted data?"))

    assert "/handbook/approved-tools" in said or "/handbook/data-classes" in said


async def test_an_unclear_question_is_asked_back_with_choices(conversation: Conversation) -> None:
    """A press asks the whole question, and its clause answers."""
    asked = await conversation.say("how long?")
    said = plain(await conversation.press("How long a review takes"))

    assert plain(asked).startswith("Which of these do you mean?")
    assert [button.action for button in buttons(asked)][-1] == "ask.team"
    assert "(/handbook/review#how-long-a-review-takes)" in said


async def test_none_of_the_choices_leads_to_the_team(conversation: Conversation) -> None:
    """Who see that it was not answered by any."""
    await conversation.say("how long?")
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)

    assert "_how long?_" in plain(received)
    assert "Asked back, and nothing it named was meant" in plain(received)


async def test_nobody_is_asked_back_twice_in_a_row(conversation: Conversation) -> None:
    """Whatever is said next gets what the handbook has."""
    await conversation.say("how long?")
    said = plain(await conversation.say("how many days?"))

    assert "Which of these do you mean?" not in said


async def test_a_typed_word_says_what_an_unclear_question_is_about(
    conversation: Conversation,
) -> None:
    """As well as a press."""
    await conversation.say("how long?")
    said = plain(await conversation.say("a review of high tier"))

    assert "Where this is written" in said
    assert "review#" in said


async def test_what_was_asked_before_makes_a_question_clear(conversation: Conversation) -> None:
    """Nobody is asked what they have just said."""
    await conversation.say("How does the review of a high tier solution work?")
    said = plain(await conversation.say("how long does it take?"))

    assert "Which of these do you mean?" not in said
    assert "review#" in said


async def test_the_conversation_before_is_forgotten_after_a_while(
    assistant: Assistant, conversation: Conversation
) -> None:
    """Tomorrow's "and" is about something else."""
    await conversation.say(CHATGPT)
    conversation.wait(timedelta(hours=1))
    turn = await conversation.turn(Pressed("ask.question", "And then?"))
    async with assistant.database.reading() as records:
        since = conversation.at - timedelta(minutes=30)
        recent = await records.questions.list_recent(turn.person, "web:with-ben", since=since)

    assert recent == ()


async def test_what_is_private_in_a_question_is_covered_up_and_not_kept(
    conversation: Conversation,
) -> None:
    """The person is told kindly, and the record holds none of it."""
    said = plain(await conversation.say(f"{CHATGPT} Ask me at ben@selat.example"))
    ben = await conversation.person(BEN)
    async with conversation.database.reading() as records:
        (asked,) = await records.questions.list_recent(
            ben, "web:with-ben@selat.example", since=conversation.at - timedelta(minutes=1)
        )

    assert "Your question held an e-mail address, which I covered up" in said
    assert asked.question == f"{CHATGPT} Ask me at [e-mail address]"


async def test_an_answer_says_how_one_could_go_on(conversation: Conversation) -> None:
    """With what stands next on the page, which it can answer; in the person's language."""
    sources = [
        block
        for as_ in (BEN, SARI)
        for block in (await conversation.say(CHATGPT, as_=as_)).blocks
        if isinstance(block, Sources) and block.next
    ]
    reply = await conversation.say(sources[0].next[0])

    assert [each.next[0] for each in sources] == [
        "What about “Power Platform with AI Builder”?",
        "Bagaimana dengan “Power Platform with AI Builder”?",
    ]
    assert "[1]" in plain(reply)


async def test_a_thumb_up_is_thanked_for(conversation: Conversation) -> None:
    """Shortly."""
    await conversation.say(CHATGPT)

    assert plain(await conversation.press("👍 Helpful")) == "Thank you, noted."


async def test_a_thumb_down_leads_to_people(conversation: Conversation) -> None:
    """Nobody is left with an answer that did not help."""
    await conversation.say(CHATGPT)
    reply = await conversation.press("👎 Not helpful")

    assert [button.action for button in buttons(reply)] == ["ask.team", "office-hours.start"]


async def test_nobody_rates_what_somebody_else_asked(conversation: Conversation) -> None:
    """Nor a question that never was."""
    await conversation.say(CHATGPT)
    button = conversation.button("ask.helpful")
    others = await conversation.do(Pressed(button.action, button.value), SARI)
    nobodys = await conversation.do(Pressed("ask.helpful", "what?"), SARI)
    too_big = await conversation.do(Pressed("ask.helpful", "9" * 40), SARI)

    assert "Pertanyaan itu sudah tidak saya simpan" in plain(others)
    assert plain(others) == plain(nobodys) == plain(too_big)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "What would you like to know?"),
        ("   \n ", "What would you like to know?"),
        ("🎉🎉", "I can only read words."),
        ("?!…", "I can only read words."),
        ("a" * 10_000, "This has 10,000 characters, and I read up to 2,000."),
        ("/ask", "What would you like to know?"),
    ],
)
async def test_what_is_no_question_gets_a_clear_sentence(
    conversation: Conversation, text: str, said: str
) -> None:
    """Never an error, never silence."""
    assert said in plain(await conversation.say(text))


@pytest.mark.parametrize(
    "text",
    [
        "ห้ามใช้ข้อมูลอะไรกับ ChatGPT",
        "ChatGPT có được xem dữ liệu mật không?",
        "什么是机密数据",
        "ما هذا؟",
    ],
)
async def test_a_question_in_any_script_gets_an_answer_or_an_honest_no(
    conversation: Conversation, text: str
) -> None:
    """In whichever language it is asked."""
    said = plain(await conversation.say(text))

    assert "Where this is written" in said or "The handbook does not say" in said


async def test_answers_say_that_they_will_get_better_while_the_handbook_is_read(
    database: Database,
    policy: Policy,
    intents: Intents,
    e5: Embedder,
    tmp_path: Path,
) -> None:
    """One quiet line, until the embeddings are there."""
    unread = Handbook(STARTER, home=tmp_path, embedder=e5)
    talk = Conversation(Assistant(database, unread, policy, intents), database, at=IN_FORCE)
    said = plain(await talk.say(CHATGPT))
    await unread.close()

    assert "Where this is written" in said
    assert "answers get better in a moment" in said


async def test_where_others_read_along_only_everybodys_pages_answer(
    database: Database, policy: Policy, intents: Intents, tmp_path: Path
) -> None:
    """What is for leads is said to a lead alone."""
    folder = tmp_path / "pages"
    folder.mkdir()
    front = "---\ntitle: Desk\naudience: leads\n---\n"
    (folder / "desk.md").write_text(f"{front}# Desk\n\n## Keys\n\nThe desk key is in the safe.\n")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=None)
    talk = Conversation(Assistant(database, handbook, policy, intents), database, at=IN_FORCE)
    turn = await talk.turn(Said("Where is the desk key?"), MEI)
    alone = await talk.assistant.respond(turn)
    before_others = await talk.assistant.respond(
        replace(turn, id="turn-2", place=Place("web", "team", private=False))
    )
    await handbook.close()

    assert "The desk key is in the safe." in plain(alone.reply)
    assert "safe" not in plain(before_others.reply)


async def test_what_is_private_in_a_question_is_kept_nowhere(
    conversation: Conversation, run: Run
) -> None:
    """Neither as it came in, nor as it was asked, nor in the button that asks it after all."""
    await conversation.say("May I send sari.dewi@pelanggan.example our prices by a chatbot?")
    tables = [
        await run(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
        for table in ("inbox", "questions", "cited_clauses", "audit_entries", "outbox")
    ]
    await conversation.say("I built a bot that writes to sari.dewi@pelanggan.example")

    assert "pelanggan" not in str(tables)
    assert "[e-mail address]" in str(tables)
    assert "[e-mail address]" in conversation.button("ask.instead").value
