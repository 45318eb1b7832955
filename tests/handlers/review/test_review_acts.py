"""What a reviewer does beside deciding: comments, handing a case on, pausing; as conversations."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from governance import EvidenceNotFoundError, Policy, Slot
from handlers.assistant import Assistant
from handlers.files import Upload
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    Someone,
    form,
    plain,
)
from tests.handlers.attempts.gaming import coach
from tests.handlers.registering import INVOICES, hand_in_evidence, register
from tests.handlers.review.test_review_case import HIRING, offered, open_case


async def actions(conversation: Conversation) -> Sequence[str]:
    """Name what the audit notes about SOL-0001."""
    async with conversation.database.reading() as records:
        return [entry.action for entry in await records.audit.list_for("SOL-0001")]


async def say_about(conversation: Conversation, about: str, text: str, as_: Someone = ARUN) -> str:
    """Comment on something in the first case."""
    await open_case(conversation, as_=as_)
    asked = form(await conversation.press("Comment", as_=as_))
    choices = {choice.label: choice.id for choice in getattr(asked.fields[0], "choices", ())}
    chosen = next(id_ for label, id_ in choices.items() if about in (label, id_))
    return plain(await conversation.submit({"about": chosen, "comment": text}, as_=as_))


async def test_a_comment_stands_beside_what_it_is_about(conversation: Conversation) -> None:
    """An answer, a requirement or the whole; the maker and the backup owner are told."""
    await register(conversation, INVOICES, as_=SARI)
    question = "Who checks its results before they are used?"
    await say_about(conversation, "answer:human_check", "Could you check samples?")
    await say_about(conversation, "whole", "Well described.")
    asked = form(await conversation.press("Comment", as_=ARUN))
    about = next(
        each for each in getattr(asked.fields[0], "choices", ()) if "requirement" in each.id
    )
    case = await say_about(conversation, about.id, "The newest one, please.")
    told = [plain(each) for each in await conversation.received(SARI)]

    assert f"**{question}**\n\n- **Arun Pillai**" in case
    assert f"**{about.label}**\n\n- **Arun Pillai**" in case
    assert "Well described." in case.partition("What has been said so far")[2]
    assert len(told) == 3
    assert "Arun Pillai menulis sesuatu tentang **SOL-0001**." in told[0]
    assert "Could you check samples?" in told[0]
    assert len(await conversation.received(LINH)) == 3
    assert (await actions(conversation)).count("review.commented") == 3


async def test_replies_stand_under_a_comment_and_ticks_at_it(conversation: Conversation) -> None:
    """Whoever has the case is told of what another says."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    await say_about(conversation, "answer:human_check", "Could you check samples?")
    await say_about(conversation, "comment:1", "Ten a week would do.", NATTAYA)
    ben = await conversation.person(BEN)
    async with conversation.database.transaction() as records:
        await records.comments.add(1, "I will.", by=ben, at=conversation.at, reply_to=1)
        await records.comments.settle(1, 1, by=ben, at=conversation.at)
    case = plain(await open_case(conversation))
    first, ours, theirs = (
        case.index(text) for text in ("Could you check samples? ✓ dealt with", "Ten a", "I will.")
    )

    assert first < ours < theirs
    assert "Nattaya Srisuk has written something" in plain((await conversation.received(ARUN))[-1])


async def test_an_empty_comment_is_asked_again(conversation: Conversation) -> None:
    """Said at the field, and nobody is told."""
    await register(conversation, INVOICES)

    assert "! Please fill this in." in await say_about(conversation, "whole", " ")
    assert await conversation.received(BEN) == []


async def test_a_case_is_given_to_somebody_with_few_others(conversation: Conversation) -> None:
    """Each name says how many they have; they, the maker and who had it are told."""
    await register(conversation, INVOICES)
    await register(conversation, INVOICES, as_=SARI)
    await conversation.do(Pressed("review.take", "2"), NATTAYA)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    asked = plain(await conversation.press("Give it to…", as_=ARUN))
    names = {
        c.label: c.id for c in getattr(form(conversation.last[ARUN.email]).fields[0], "choices", ())
    }
    nattaya = names["Nattaya Srisuk (1 open review)"]
    given = plain(await conversation.submit({"to": nattaya}, as_=ARUN))

    assert "Mei Tan (0 open reviews)" in asked
    assert "Ben Ong" not in asked
    assert "Linh Tran" not in asked
    assert "Nattaya Srisuk has it now and is being told." in given
    assert "Who has it: Nattaya Srisuk" in given
    told = plain((await conversation.received(NATTAYA))[-1])
    assert told.startswith("Arun Pillai has given you the review of **SOL-0001** (Invoice reader).")
    maker = plain((await conversation.received(BEN))[-1])
    assert maker.startswith("Nattaya Srisuk has the review of **SOL-0001** now.")
    assert "review.delegated" in await actions(conversation)


async def test_only_who_has_a_case_or_leads_gives_it_on(conversation: Conversation) -> None:
    """And to nobody who is too close to it; who had it before a lead did is told."""
    await register(conversation, {**INVOICES, "backup": NATTAYA.email})
    await conversation.do(Pressed("review.take", "1"), ARUN)
    lead = await open_case(conversation, as_=MEI)
    asked = plain(await conversation.do(Pressed("review.giving", "1"), MEI))
    case = await open_case(conversation, as_=NATTAYA)
    await conversation.do(Pressed("review.return", "1"), ARUN)
    free = await open_case(conversation, as_=MEI)

    assert "review.giving" not in offered(lead)
    assert "review.giving" in offered(free)
    assert "review.giving" not in offered(case)
    assert "There is nobody else who may decide this." in asked


async def test_a_running_solution_is_paused_and_goes_on(conversation: Conversation) -> None:
    """In one press with a reason; owner and backup owner are told, and who did it stands."""
    await register(conversation, INVOICES)
    await open_case(conversation)
    await conversation.press("Pause it", as_=ARUN)
    empty = plain(await conversation.submit({"reason": ""}, as_=ARUN))
    paused = plain(await conversation.submit({"reason": "It misreads totals."}, as_=ARUN))
    told = [plain((await conversation.received(each))[-1]) for each in (BEN, LINH)]
    again = plain(await conversation.press("Let it go on", as_=ARUN))
    heard = plain((await conversation.received(BEN))[-1])

    assert "! Please fill this in." in empty
    assert "SOL-0001 is paused" in paused
    assert "Paused: Arun Pillai, Mon 2 Mar 2026, 20:00 Singapore: It misreads totals." in paused
    for each in told:
        assert "Arun Pillai has paused **SOL-0001**" in each
        assert "It misreads totals." in each
    assert "SOL-0001 goes on" in again
    assert "lets **SOL-0001** (Invoice reader) go on" in heard
    assert {"solution.paused", "solution.resumed"} <= set(await actions(conversation))


async def test_what_does_not_run_is_not_paused(conversation: Conversation) -> None:
    """There is nothing to stop."""
    await register(conversation, HIRING)

    assert "review.pausing" not in offered(await open_case(conversation))


async def test_whoever_holds_a_title_decides_their_step(
    conversation: Conversation, assistant: Assistant, policy: Policy
) -> None:
    """By address, without a role: told once, they open the case, comment and approve their part."""
    titles = tuple(
        title.model_copy(update={"holders": (SARI.email,), "role": None})
        if title.id == "human-resources"
        else title
        for title in policy.titles
    )
    named = policy.model_copy(update={"titles": titles})
    conversation.assistant = replace(assistant, policy=named)
    await register(conversation, {**HIRING, "backup": NATTAYA.email})
    await hand_in_evidence(conversation)
    told = await conversation.received(SARI)
    ben, sari = await conversation.person(BEN), await conversation.person(SARI)
    key = await conversation.assistant.receive(
        ben, Upload("plan.txt", b"Two people look."), at=conversation.at
    )
    async with conversation.database.transaction() as records:
        solution = await records.registry.get("SOL-0001")
        await records.evidence.add(solution, "user-note", [key], by=ben, at=conversation.at)
    file = await conversation.assistant.fetch(sari, key)
    with pytest.raises(EvidenceNotFoundError):
        await conversation.assistant.fetch(await conversation.person(LINH), key)
    queue = plain(await conversation.say("/review", as_=SARI))
    await conversation.press("Buka", as_=SARI)
    await conversation.press("Setujui", as_=SARI)
    part = plain(await conversation.submit({"comment": ""}, as_=SARI))
    case = await open_case(conversation)

    assert len(told) == 1
    assert file.content == b"Two people look."
    assert "SOL-0001" in queue
    assert "Bagian Anda dari SOL-0001 disetujui." in part
    assert "Human Resources: Approved by Sari Wulandari" in plain(case)
    assert "Still to decide: A reviewer" in plain(case)
    linh = plain(await conversation.say("/review", as_=LINH))
    assert "is for reviewers and governance leads" in linh


async def test_a_mentor_who_coached_may_comment_and_does_not_decide(
    conversation: Conversation,
) -> None:
    """Also when they review others."""
    await register(conversation, INVOICES)
    nattaya, ben = await conversation.person(NATTAYA), await conversation.person(BEN)
    starts_at = datetime(2026, 3, 3, 2, tzinfo=UTC)
    slot = Slot(nattaya.id, starts_at, starts_at + timedelta(minutes=30))
    async with conversation.database.transaction() as records:
        await records.office_hours.set_hours(
            nattaya,
            topics={"prompts"},
            weekdays=[1],
            start=time(9),
            end=time(11),
            zone=nattaya.zone,
            minutes=30,
            at=conversation.at,
        )
        await records.office_hours.book(
            key="k1", slot=slot, maker=ben, topic="prompts", note="SOL-0001", at=conversation.at
        )
    queue = plain(await conversation.say("/review", as_=NATTAYA))
    case = await open_case(conversation, as_=NATTAYA)
    said = await say_about(conversation, "whole", "It works as we planned it.", NATTAYA)

    assert queue == "No review waits for you."
    assert not offered(case) & {"review.take", "review.asking", "review.rejecting"}
    assert "It works as we planned it." in said


async def test_a_mentor_without_another_role_comments_and_reads_nothing_else(
    conversation: Conversation,
) -> None:
    """Whoever was booked about it, and no other mentor; what they are told is their own thread."""
    await register(conversation, {**INVOICES, "backup": BEN.email}, as_=SARI)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    stranger = plain(await open_case(conversation, as_=LINH))
    await coach(conversation, LINH, SARI)
    nothing = plain(await conversation.say("/solutions SOL-0001", as_=LINH))
    page = plain(await conversation.press("review.open", as_=LINH))
    asked = form(await conversation.press("review.commenting", as_=LINH)).fields[0]
    case = plain(await conversation.submit({"about": "whole", "comment": "Well made."}, as_=LINH))
    decided = plain(await conversation.do(Submitted("review.approve", "1.x", {}), LINH))

    assert "Only somebody with the reviewer's role" in stranger
    assert "Reads supplier invoices" not in nothing + page + case
    assert "You coached **SOL-0001**" in page
    assert [each.id for each in getattr(asked, "choices", ())] == ["whole"]
    assert "Well made." in case
    assert "for reviewers and governance leads" in decided
    for someone in (SARI, ARUN):
        assert "Well made." in " ".join(map(plain, await conversation.received(someone)))


async def test_whoever_is_away_leaves_all_they_have_to_somebody(conversation: Conversation) -> None:
    """In one go, but for what that one may not decide; each maker and the cover are told."""
    await register(conversation, INVOICES)
    await register(conversation, {**INVOICES, "backup": NATTAYA.email}, as_=SARI)
    empty = await conversation.say("/review", as_=ARUN)
    for number in ("1", "2"):
        await conversation.do(Pressed("review.take", number), ARUN)
    await conversation.say("/review", as_=ARUN)
    asked = form(await conversation.press("I will be away", as_=ARUN)).fields[0]
    names = {each.label.partition(" (")[0]: each.id for each in getattr(asked, "choices", ())}
    done = plain(await conversation.submit({"to": names[NATTAYA.name]}, as_=ARUN))
    told = plain((await conversation.received(NATTAYA))[-1])
    maker = plain((await conversation.received(BEN))[-1])
    queue = plain(await conversation.say("/review", as_=ARUN))

    assert "review.leaving" not in offered(empty)
    assert set(names) == {NATTAYA.name, MEI.name}
    assert "Nattaya Srisuk has SOL-0001 now" in done
    assert "may not decide SOL-0002: it is still yours" in done
    assert "has given you the review of **SOL-0001**" in told
    assert "Nattaya Srisuk has the review of **SOL-0001** now" in maker
    assert "Who has it: Nattaya Srisuk" in queue
    assert "Who has it: Arun Pillai" in queue
