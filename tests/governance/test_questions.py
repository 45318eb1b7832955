"""Questions asked, rated, sent to the team and replied to."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio

from governance import (
    AlreadyAnsweredError,
    AskedQuestion,
    Database,
    NotALeadError,
    Person,
    QuestionNotFoundError,
    Role,
)
from tests.fixtures.databases import NOON, Meet


@pytest_asyncio.fixture
async def asked(database: Database, ben: Person) -> AskedQuestion:
    """Return a question of Ben's that the handbook answered."""
    async with database.transaction() as records:
        return await records.questions.record(
            person=ben,
            place="web",
            question="May I use customer data in Zapier?",
            answered=True,
            mode="extractive",
            language="en",
            cited=[("approved-tools#zapier", "1.2", "a1"), ("data-classes#internal", "1.0", "b1")],
            at=NOON,
        )


async def test_a_question_is_kept_with_the_clauses_of_its_answer(
    database: Database, asked: AskedQuestion, ben: Person
) -> None:
    """In the answer's order, each with the version that was read."""
    async with database.reading() as records:
        [found] = await records.questions.list_recent(ben, "web", since=NOON)

    assert (found.question, found.person.name) == (asked.question, "Ben Ong")
    assert found.cited == (("approved-tools#zapier", "1.2"), ("data-classes#internal", "1.0"))
    assert (found.helpful, found.sent_at, found.replied_by) == (None, None, None)


async def test_a_changed_clause_leads_to_those_who_were_told_what_it_said_before(
    database: Database, asked: AskedQuestion
) -> None:
    """Whoever read the version that stands is not among them."""
    async with database.reading() as records:
        told = await records.questions.list_relying_on("approved-tools#zapier", besides="a2")
        same = await records.questions.list_relying_on("approved-tools#zapier", besides="a1")
        other = await records.questions.list_relying_on("approved-tools#power-automate")
        every = await records.questions.list_relying_on("approved-tools#zapier")

    assert [each.id for each in told] == [each.id for each in every] == [asked.id]
    assert (same, other) == ((), ())


async def test_the_record_of_changes_keeps_no_question(
    database: Database, asked: AskedQuestion
) -> None:
    """That something was asked, and what was cited, but not the words."""
    async with database.reading() as records:
        [entry] = await records.audit.list_for(asked.reference)

    assert entry.action == "question.asked"
    assert "Zapier" not in repr(entry)


async def test_the_latest_questions_of_a_conversation_come_oldest_first(
    database: Database, ben: Person, sari: Person
) -> None:
    """Not other people's, other places', or older ones."""
    async with database.transaction() as records:
        for person, place, minutes in [
            (ben, "web", 0),
            (ben, "web", 10),
            (ben, "web", 11),
            (ben, "slack", 12),
            (sari, "web", 13),
            (ben, "web", 14),
        ]:
            await records.questions.record(
                person=person,
                place=place,
                question=str(minutes),
                answered=False,
                mode="extractive",
                language="en",
                cited=[],
                at=NOON + timedelta(minutes=minutes),
            )
        since = NOON + timedelta(minutes=5)
        recent = await records.questions.list_recent(ben, "web", since=since)
        latest = await records.questions.list_recent(ben, "web", since=since, limit=2)

    assert [each.question for each in recent] == ["10", "11", "14"]
    assert [each.question for each in latest] == ["11", "14"]


async def test_people_rate_their_own_answers(
    database: Database, asked: AskedQuestion, ben: Person, sari: Person
) -> None:
    """The last word counts; other people's questions do not exist for them."""
    async with database.transaction() as records:
        await records.questions.rate(asked.id, by=ben, helpful=True, at=NOON)
        rated = await records.questions.rate(asked.id, by=ben, helpful=False, at=NOON)
        for number in (asked.id, 999):
            with pytest.raises(QuestionNotFoundError):
                await records.questions.rate(number, by=sari, helpful=True, at=NOON)

    assert rated.helpful is False


async def test_a_question_is_sent_to_the_team_once(
    database: Database, asked: AskedQuestion, ben: Person, sari: Person
) -> None:
    """By who asked it; then it waits."""
    async with database.transaction() as records:
        _, first = await records.questions.send_to_team(asked.id, by=ben, at=NOON)
        _, second = await records.questions.send_to_team(asked.id, by=ben, at=NOON)
        waiting = await records.questions.list_waiting()
        with pytest.raises(QuestionNotFoundError):
            await records.questions.send_to_team(asked.id, by=sari, at=NOON)

    assert (first, second) == (True, False)
    assert [each.id for each in waiting] == [asked.id]


async def test_a_lead_replies_once(
    database: Database, asked: AskedQuestion, ben: Person, mei: Person
) -> None:
    """Then it waits no more; a second reply is refused with the name of the first."""
    async with database.transaction() as records:
        await records.questions.send_to_team(asked.id, by=ben, at=NOON)
        replied = await records.questions.reply(asked.id, by=mei, text="Yes, when ...", at=NOON)
        waiting = await records.questions.list_waiting()
        with pytest.raises(AlreadyAnsweredError) as refusal:
            await records.questions.reply(asked.id, by=mei, text="No", at=NOON)

    assert replied.replied_by is not None
    assert (replied.reply_text, replied.replied_by.name) == ("Yes, when ...", "Mei Tan")
    assert waiting == ()
    assert refusal.value.replied_by == "Mei Tan"


async def test_of_two_replies_at_once_one_counts(
    database: Database, meet: Meet, asked: AskedQuestion, ben: Person
) -> None:
    """The other lead is told who was faster."""
    leads = [await meet(f"Lead{n} Tan", Role.LEAD) for n in range(5)]
    async with database.transaction() as records:
        await records.questions.send_to_team(asked.id, by=ben, at=NOON)

    async def reply(lead: Person) -> AskedQuestion:
        async with database.transaction() as records:
            return await records.questions.reply(asked.id, by=lead, text=lead.name, at=NOON)

    results = await asyncio.gather(*map(reply, leads), return_exceptions=True)

    lost = [result for result in results if isinstance(result, AlreadyAnsweredError)]
    [won] = [result for result in results if isinstance(result, AskedQuestion)]
    assert {refusal.replied_by for refusal in lost} == {won.reply_text}
    assert len(lost) == 4


async def test_only_a_lead_replies_and_only_to_what_was_sent(
    database: Database, asked: AskedQuestion, arun: Person, mei: Person
) -> None:
    """What nobody sent the team is not the team's to read."""
    async with database.transaction() as records:
        with pytest.raises(NotALeadError):
            await records.questions.reply(asked.id, by=arun, text="Yes", at=NOON)
        for number in (asked.id, 999):
            with pytest.raises(QuestionNotFoundError):
                await records.questions.reply(number, by=mei, text="Yes", at=NOON)


async def test_all_questions_are_listed_oldest_first(
    database: Database, ben: Person, sari: Person
) -> None:
    """Whoever asked them, wherever, with the clauses of their answers."""
    async with database.transaction() as records:
        for person, question, minutes in ((ben, "later", 5), (sari, "sooner", 0)):
            await records.questions.record(
                person=person,
                place=f"with-{person.email}",
                question=question,
                answered=True,
                mode="extractive",
                language="en",
                cited=[("a#b", "1.0", "mark")],
                at=NOON + timedelta(minutes=minutes),
            )
    async with database.reading() as records:
        found = await records.questions.list_all()

    assert [(each.question, len(each.cited)) for each in found] == [("sooner", 1), ("later", 1)]
