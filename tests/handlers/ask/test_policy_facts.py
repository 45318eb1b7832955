"""Facts about the rules: what is said where a question may not ask for permission, and where."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from governance import Fact, Mentions, Outcome, Policy, Verdict, fact_on
from handlers.ask.policy_answer import is_ruled, ruling_on
from handlers.ask.policy_question import read_question
from handlers.ask.policy_wording import fact_in_words, ruling_in_words
from handlers.reply import Sources, Text
from handlers.wording import LOCALES, wording
from tests.fixtures.conversation import SARI, Conversation, plain
from tests.handlers.ask.test_ask import IN_FORCE

ORDER = {"yes": "allowed", "approval": "only once a reviewer has agreed", "no": "never"}


@pytest.fixture
def conversation(conversation: Conversation) -> Conversation:
    """A conversation while the starter handbook is in force."""
    conversation.at = IN_FORCE
    return conversation


def of(policy: Policy, question: str, before: Sequence[str] = ()) -> Fact | None:
    """State the fact about what a question names."""
    return fact_on(policy, read_question(question, policy, before).names)


def test_every_fact_about_a_tool_is_what_its_entry_says(policy: Policy) -> None:
    """For every tool and every class of data, by what the entries of the tools say themselves."""
    for tool in policy.tools:
        for data in policy.data_classes:
            fact = fact_on(policy, Mentions("", tools=(tool.id,), data=(data.id,)))
            assert fact is not None
            said = {access.data.id: access.verdict for access in (*fact.accesses, *fact.beside)}
            assert said == {
                each.id: Verdict.YES
                if each.id in tool.data
                else Verdict.APPROVAL
                if each.id in tool.with_approval
                else Verdict.NO
                for each in policy.data_classes
            }
            assert [access.data.id for access in fact.accesses] == [data.id]
            first = f"{tool.name} and {data.name.to('en')} data: {ORDER[said[data.id]]}."
            assert fact_in_words(fact, wording("en")).startswith(first)
            assert tool.clause in fact.clauses


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("customer data going through Make, thoughts", "Make and Confidential data: never."),
        ("is it forbidden to put customer orders into ChatGPT Enterprise", "data: allowed."),
        ("can't I put customer data into Zapier?", "data: only once a reviewer has agreed."),
        ("What may I put into Gemini?", "Gemini (company Workspace): allowed (Public, Internal);"),
        ("kalau slip gaji di chatgpt gratis gimana", "Restricted data: never. Public: allowed."),
        ("ai được đưa dữ liệu khách hàng vào Zapier", "Zapier and Confidential data: only once"),
        ("ใครใส่เงินเดือนใน Zapier ได้บ้าง", "Zapier and Restricted data: never."),
        ("which tool for passport scans, copilot studio or zapier", "(Copilot Studio); never (Zap"),
        (
            "we plan to record the call with Otter.ai",
            "This holds for Otter.ai. The tool is not on the list:",
        ),
        ("our published price list in Perplexity", "until then use it with public or made-up"),
        ("ใช้ n8n กับข้อมูลซัพพลายเออร์ได้เลยไหม", "for n8n. The tool is not on the list:"),
        ("data supplier lewat n8n aja kali ya", "for n8n. The tool is not on the list:"),
        ("cho dữ liệu nhà cung cấp vào n8n nhé", "for n8n. The tool is not on the list:"),
        ("mau bikin bot yg langsung nolak pelamar", "A solution that does this is never allowed."),
        ("จะทำแชตบอทตอบลูกค้าใน LINE", "reviewed first, at least in the High tier."),
        ("định làm camera nhận mặt nhân viên", "A solution that does this is never allowed."),
        ("db password in chatgpt enterprise", "Passwords and keys go into no AI tool at all."),
    ],
)
def test_a_fact_is_said_whatever_was_meant(policy: Policy, question: str, said: str) -> None:
    """It has no "yes" and no "no", which could be taken for the answer to what was asked."""
    fact = of(policy, question)

    assert ruling_on(question, policy) is None
    assert fact is not None
    assert said in fact_in_words(fact, wording("en"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("payslips, Zapier", "“payslips” counts as Restricted data."),
        ("Slip gaji lewat Zapier", "“Slip gaji” counts as Restricted data."),
        ("สลิปเงินเดือนกับ Zapier", "“สลิปเงินเดือน” counts as Restricted data."),
        ("Bảng lương với Zapier", "“Bảng lương” counts as Restricted data."),
    ],
)
def test_what_the_words_stand_for_is_said(policy: Policy, question: str, said: str) -> None:
    """As they were written; where the class itself was named, nothing is implied."""
    fact, named = of(policy, question), of(policy, "restricted data, Zapier")

    assert fact is not None
    assert named is not None
    assert fact_in_words(fact, wording("en")).endswith(said)
    assert "counts as" not in fact_in_words(named, wording("en"))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_fact_has_words(policy: Policy, locale: str) -> None:
    """In each language, without a hole."""
    for question in ("payslips, Zapier", "payslips?", "Claude", "a bot to monitor employees"):
        fact = of(policy, question)
        assert fact is not None
        assert fact_in_words(fact, wording(locale))


@pytest.mark.parametrize(
    ("question", "before", "outcome"),
    [
        ("and in ChatGPT Enterprise?", ["Can I put customer names in Zapier?"], Outcome.YES),
        ("and make?", ["can i put customer addresses in zapier?"], Outcome.NO),
        (
            "what about their NRIC numbers then",
            ["Can I put customer names in Zapier?", "and in ChatGPT Enterprise?"],
            Outcome.NO,
        ),
        ("kalo di power automate?", ["data pelanggan di appsheet boleh ga?"], Outcome.YES),
        ("terus kalau slip gaji gimana", ["boleh masukin data pelanggan ke Zapier?"], Outcome.NO),
        ("แล้ว Gemini ล่ะ", ["ใส่ข้อมูลลูกค้าใน Make ได้ไหม"], Outcome.CONDITIONS),
        ("con copilot studio thi sao", ["dua hop dong vao gemini duoc khong"], Outcome.YES),
        ("còn bảng lương thì sao ạ", ["đưa hợp đồng vào Gemini được không"], Outcome.NO),
        ("what about Malaysia?", ["Can I put customer names in Zapier?"], None),
        ("and in ChatGPT Enterprise?", ["how do I book a mentor?"], None),
        ("and who owns Make?", ["Can I put customer names in Zapier?"], None),
    ],
)
def test_a_follow_up_takes_up_what_it_does_not_name(
    policy: Policy, question: str, before: list[str], outcome: Outcome | None
) -> None:
    """The tool, the data, and how sure the question before was put."""
    ruling = ruling_on(question, policy, before)

    assert (ruling.outcome if ruling else None) is outcome


@pytest.mark.parametrize(
    "question",
    ["how do I book a mentor?", "what is a solution?", "make sure it works", "apa itu mentor"],
)
def test_nothing_is_said_where_nothing_is_named(policy: Policy, question: str) -> None:
    """Nor is the word "make" a tool."""
    assert not is_ruled(question, policy)


@pytest.mark.parametrize(
    "question",
    [
        "Hi team, may I put customer names into ChatGPT? Thanks!",
        "May I put customer names into ChatGPT? 🙏",
        "Dear all, may I put customer names into ChatGPT? Best regards",
        "Sorry to bother you 🙈 may I put customer names into ChatGPT pls",
        "Halo kak, boleh masukkan nama pelanggan ke ChatGPT? Makasih 🙏",
        "สวัสดีค่ะ ใส่ชื่อลูกค้าใน ChatGPT ได้ไหมคะ ขอบคุณค่ะ",
        "Chào cả nhà, tôi có được đưa tên khách hàng vào ChatGPT không ạ? Cảm ơn nhiều",
    ],
)
def test_courtesy_around_a_question_changes_nothing(policy: Policy, question: str) -> None:
    """Nor does decoration."""
    ruling = ruling_on(question, policy)

    assert ruling is not None
    assert ruling_in_words(ruling, wording("en")).startswith(
        "That depends on the tool. For Confidential data: yes (ChatGPT Enterprise); "
        "no (ChatGPT free or personal account)."
    )


async def test_a_fact_never_stands_before_another_answer(conversation: Conversation) -> None:
    """Who asks who owns a tool, or what a licence costs, is not told what the tool may see."""
    for question in (
        "who owns Zapier?",
        "how much does a licence for Zapier cost?",
        "how many tokens per month do we get in chatgpt enterprise?",
        "Magkano po ang license ng DataRobot per user?",
        "is midjourney output copyrighted in malaysia?",
    ):
        said = plain(await conversation.say(question))
        assert "allowed (" not in said
        assert "not on the list, so" not in said


async def test_where_the_way_is_asked_the_clause_that_says_it_stays(
    conversation: Conversation,
) -> None:
    """The fact stands above it."""
    reply = await conversation.say("how do I get my manager to let me put payslips in Zapier")
    text = next(block for block in reply.blocks if isinstance(block, Text)).markdown

    assert text.startswith("Zapier and Restricted data: never.")


async def test_a_fact_comes_first_with_its_clause(conversation: Conversation) -> None:
    """In the asker's language, also where the pages alone have no answer."""
    reply = await conversation.say("jadi data pelanggan lewat Make, gimana menurutmu", as_=SARI)
    text = next(block for block in reply.blocks if isinstance(block, Text)).markdown
    sources = next(block for block in reply.blocks if isinstance(block, Sources)).sources

    assert text.startswith("Make dan data Rahasia: tidak pernah boleh. Publik, Internal: boleh.")
    assert "“data pelanggan” termasuk data Rahasia." in text
    assert "/handbook/approved-tools#make" in {source.path for source in sources}


RUNNING = [
    ("contracts in power automate, wait for approval or just go?", "en"),
    ("agent in copilot studio with purchase prices ok?", "en"),
    ("boleh data pelanggan masuk flow power automate tiap minggu?", "id"),
    ("ทำโฟลว์ใน power automate ดึงราคาทุนมาสรุปทุกสัปดาห์ได้ไหม", "th"),
    ("flow power automate đọc danh sách khách mỗi tối được không", "vi"),
]
"""Questions about data that the tool may see, for something that runs."""


@pytest.mark.parametrize(("question", "language"), RUNNING)
async def test_who_lets_something_run_is_told_to_register_it_first(
    policy: Policy, conversation: Conversation, question: str, language: str
) -> None:
    """In the words of the policy, with the clause that says so."""
    assert policy.registering
    someone = replace(SARI, locale=language, email=f"{language}@selat.example")
    shown = plain(await conversation.say(question, as_=someone))

    assert policy.registering.says.to(language) in shown
    assert policy.registering.clause in shown


@pytest.mark.parametrize(
    "question",
    [
        "can I put customer names in ChatGPT Enterprise",
        "may zapier see payslips in a daily flow",
        "customer names in a Zapier flow ok?",
        "is a scheduled flow in power automate allowed",
    ],
)
async def test_nothing_is_to_be_registered_that_may_not_be_or_does_not_run(
    policy: Policy, conversation: Conversation, question: str
) -> None:
    """Nor where no data is named, or a reviewer agrees first anyway."""
    assert policy.registering
    shown = plain(await conversation.say(question))

    assert policy.registering.says.to("en") not in shown
