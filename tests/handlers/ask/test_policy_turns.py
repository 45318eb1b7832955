"""What the rules say where a question goes on from another, or tells an act the other way round."""

import pytest

from governance import Outcome, Policy
from handlers.ask.policy_answer import fact_of, ruling_on
from handlers.ask.policy_question import read_question
from handlers.reply import Notice, Text
from tests.fixtures.conversation import BEN, SARI, Conversation, Someone, plain
from tests.handlers.ask.test_ask import IN_FORCE

CUSTOMERS = {
    "en": "can I put customer data in ChatGPT Enterprise",
    "id": "boleh masukin data pelanggan ke chatgpt ga",
    "th": "ใส่ชื่อลูกค้าใน ChatGPT ได้ไหม",
    "vi": "đưa dữ liệu khách hàng vào chatgpt enterprise được không",
}
"""Questions about confidential data, in four languages."""

NOT_DONE = [
    "is a bot that never pays invoices by itself ok",
    "can refunds be prepared by itself and released by a person",
    "can applicants be rejected by the bot if a person checks every case",
    "can employees be monitored by their manager without AI",
    "bot yang tidak pernah bayar otomatis boleh ga",
    "pelamar ditolak oleh HR secara manual boleh ga",
    "บอทที่ไม่จ่ายเงินเองได้ไหม",
    "บอทเตรียมการคืนเงินแล้วคนโอนเอง ได้ไหม",
    "bot không tự động thanh toán thì được không",
    "không phải dữ liệu cá nhân, chỉ là giá niêm yết, vào Make được không",
]
"""What a rule forbids, but denied, done by people, or only prepared."""


@pytest.mark.parametrize(
    ("language", "goes_on", "tool", "outcome"),
    [
        ("en", "and the free one?", "chatgpt-personal", Outcome.NO),
        ("en", "what about my personal account", "chatgpt-personal", Outcome.NO),
        ("id", "kalau yang gratis?", "chatgpt-personal", Outcome.NO),
        ("th", "แล้วแบบฟรีล่ะ", "chatgpt-personal", Outcome.NO),
        ("vi", "còn bản miễn phí thì sao", "chatgpt-personal", Outcome.NO),
        ("en", "and the company one?", "chatgpt-enterprise", Outcome.YES),
        ("th", "แล้วของบริษัทล่ะ", "chatgpt-enterprise", Outcome.YES),
        ("vi", "còn bản công ty thì sao", "chatgpt-enterprise", Outcome.YES),
    ],
)
def test_another_variant_of_the_tool_takes_its_place(
    policy: Policy, language: str, goes_on: str, tool: str, outcome: Outcome
) -> None:
    """And is ruled on with the data that was named before."""
    before = (CUSTOMERS[language],)
    asked = read_question(goes_on, policy, before)
    ruling = ruling_on(goes_on, policy, before)

    assert (asked.names.tools, asked.names.data) == ((tool,), ("confidential",))
    assert ruling is None or ruling.outcome is outcome
    assert ruling or not asked.surely_in


@pytest.mark.parametrize(
    ("before", "goes_on", "tool", "outcome"),
    [
        ("may Zapier see our payslips?", "ok what abt appsheet then", "appsheet", Outcome.NO),
        ("may Zapier see our payslips?", "then power automate how", "power-platform", None),
        ("may Zapier see our payslips?", "eh sa gemini naman?", "gemini", Outcome.NO),
        ("slip gaji boleh masuk DataRobot?", "kalo via zapier gmn", "zapier", Outcome.NO),
        ("slip gaji boleh masuk DataRobot?", "klo diganti ke appsheet dong", "appsheet", None),
        ("ใส่เงินเดือนใน Zapier ได้ไหม", "งั้นถ้าเป็น gemini อ่ะ", "gemini", Outcome.NO),
        ("ใส่เงินเดือนใน Zapier ได้ไหม", "แล้วถ้าเปลี่ยนเป็น appsheet ได้ปะ", "appsheet", Outcome.NO),
        (
            "đưa bảng lương vào Zapier được không",
            "còn bên Gemini thì thế nào",
            "gemini",
            Outcome.NO,
        ),
        ("dua bang luong vao Zapier duoc ko", "the doi sang appsheet thi sao", "appsheet", None),
        ("may Zapier see our payslips?", "appsheet can or not", "appsheet", Outcome.NO),
        ("may Zapier see our payslips?", "n appsheet leh can anot", "appsheet", Outcome.NO),
        ("slip gaji boleh masuk DataRobot?", "di gemini?", "gemini", Outcome.NO),
        ("slip gaji boleh masuk DataRobot?", "zapier aman jg?", "zapier", Outcome.NO),
        ("ใส่เงินเดือนใน Zapier ได้ไหม", "แล้วถ้าใช้ appsheet แทน", "appsheet", Outcome.NO),
        (
            "đưa bảng lương vào Zapier được không",
            "nếu dùng gemini thì được chứ",
            "gemini",
            Outcome.NO,
        ),
    ],
)
def test_another_tool_keeps_the_data_however_it_is_put(
    policy: Policy, before: str, goes_on: str, tool: str, outcome: Outcome | None
) -> None:
    """In the words in which people go on, mixed and unmarked."""
    asked = read_question(goes_on, policy, (before,))
    ruling = ruling_on(goes_on, policy, (before,))

    assert (asked.names.tools, asked.names.data) == ((tool,), ("restricted",))
    assert outcome is None or (ruling and ruling.outcome is outcome)


@pytest.mark.parametrize(
    "goes_on",
    [
        "how do I get a zapier licence",
        "what is appsheet for",
        "who reviews copilot studio bots",
        "berapa lama izin zapier",
        "ใครดูแล appsheet",
        "ai duyệt bot copilot studio",
        "can i use zapier in my work",
        "boleh pakai zapier di kantor",
        "ขอสิทธิ์ appsheet ยังไง",
        "xin quyền appsheet ở đâu",
    ],
)
def test_what_asks_for_something_else_takes_up_no_data(policy: Policy, goes_on: str) -> None:
    """It names a tool, and asks nothing about data."""
    asked = read_question(goes_on, policy, ("may Zapier see our payslips?",))

    assert not asked.names.data


@pytest.mark.parametrize(
    ("before", "goes_on", "tool", "outcome"),
    [
        (
            "Can I put customer names in Zapier?",
            "then purchase prices? if a reviewer says ok?",
            "Zapier",
            Outcome.CONDITIONS,
        ),
        (
            "Can I put customer names in Make?",
            "then purchase prices? if a reviewer says ok?",
            "Make",
            Outcome.NO,
        ),
        (
            "boleh masukkan nama pelanggan ke Zapier?",
            "terus gaji? kalau peninjau setuju?",
            "Zapier",
            Outcome.NO,
        ),
        (
            "ใส่ชื่อลูกค้าใน Zapier ได้ไหม",
            "แล้วราคาต้นทุนล่ะ ถ้าผู้ตรวจสอบอนุมัติ",
            "Zapier",
            Outcome.CONDITIONS,
        ),
        (
            "đưa tên khách hàng vào Zapier được không",
            "còn giá mua thì sao? nếu người duyệt đồng ý?",
            "Zapier",
            Outcome.CONDITIONS,
        ),
    ],
)
def test_other_data_keeps_the_tool_and_an_approval_changes_no_outcome(
    policy: Policy, before: str, goes_on: str, tool: str, outcome: Outcome
) -> None:
    """What a reviewer would say only matters where the table asks for it."""
    ruling = ruling_on(goes_on, policy, (before,))

    assert ruling
    assert (ruling.outcome, {each.tool for each in ruling.accesses}) == (outcome, {tool})


@pytest.mark.parametrize(
    "goes_on",
    ["and without customer names?", "and salaries without names?", "if the reviewer agrees, who?"],
)
def test_a_follow_up_that_takes_data_away_is_not_ruled_on(policy: Policy, goes_on: str) -> None:
    """Nor one that asks for something else."""
    assert ruling_on(goes_on, policy, ("can I put customer names in Zapier?",)) is None


def test_who_pays_for_it_says_not_whose_it_is(policy: Policy) -> None:
    """A plan that somebody pays for may be the company's or their own, so both are named."""
    ruling = ruling_on("what about the paid plan", policy, (CUSTOMERS["en"],))

    assert ruling
    assert ruling.outcome is Outcome.CONDITIONS
    assert {each.tool for each in ruling.accesses} == {
        "ChatGPT Enterprise",
        "ChatGPT free or personal account",
    }


def test_the_free_version_of_any_tool_is_ruled_on(policy: Policy) -> None:
    """The tool's own entry is of the company's version."""
    before = ("can I put customer names into Zapier?",)
    ruling = ruling_on("and the free one?", policy, before)

    assert ruling
    assert [rule.id for rule in ruling.rules] == ["personal-account-may-not-see-data"]
    assert ruling_on("and the free one?", policy, ("how long does a review take?",)) is None


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("refund kecil boleh ga ditransfer AI sendiri", "releases-payments"),
        ("tagihan dibayarin bot boleh nggak", "releases-payments"),
        ("can small refunds be transferred by the AI", "releases-payments"),
        ("ให้บอทโอนเงินคืนลูกค้าเองได้ไหม", "releases-payments"),
        ("cho bot tự chuyển tiền cho khách được không", "releases-payments"),
        ("applicants below the bar get rejected automatically, ok?", "decides-alone-about-people"),
        ("bot yg langsung nolak pelamar yg nilainya kurang", "decides-alone-about-people"),
        ("can our staff be watched by a camera with AI", "watching-people"),
        ("karyawan gudang dipantau pakai AI boleh ga", "watching-people"),
        ("nhân viên bị theo dõi bằng AI có được không", "watching-people"),
        ("can customers be scored by a bot for loyalty", "scoring-people"),
        ("suara bos ditiru bot boleh ga", "deceiving-people"),
        ("a camera that tells us if guests look annoyed, ok?", "watching-people"),
    ],
)
def test_an_act_is_known_however_it_is_put(policy: Policy, question: str, rule: str) -> None:
    """In the passive, with words between and in colloquial verbs; as a ruling or a fact."""
    asked = read_question(question, policy)
    fact = fact_of(asked, policy)

    assert fact
    assert fact.acts
    assert rule in {each.id for each in fact.acts.rules}


@pytest.mark.parametrize("question", NOT_DONE)
def test_what_is_not_done_is_not_ruled_on(policy: Policy, question: str) -> None:
    """Neither a ruling nor a fact speaks of it as if it were."""
    fact = fact_of(read_question(question, policy), policy)

    assert ruling_on(question, policy) is None
    assert not (fact and fact.acts)


async def test_what_a_clause_says_in_short_follows_the_ruling(conversation: Conversation) -> None:
    """First the ruling in the asker's language, then the short text, then the clause itself."""
    conversation.at = IN_FORCE
    reply = await conversation.say("boleh ga data gaji masuk zapier", as_=SARI)
    first, short, notice, clause = reply.blocks[:4]

    assert isinstance(first, Text)
    assert first.markdown.startswith("Tidak: Zapier tidak boleh melihat")
    assert isinstance(short, Text)
    assert short.markdown.startswith("Zapier boleh melihat data publik")
    assert isinstance(notice, Notice)
    assert isinstance(clause, Text)
    assert clause.markdown.startswith("**Zapier** [1]")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("our salary list in Zapier, ok?", "**Restricted data never goes through Zapier.**"),
        ("slip gaji boleh masuk Zapier ga", "**Restricted data never goes through Zapier.**"),
        ("ใส่รายชื่อลูกค้าใน Make ได้ไหม", "**If your scenario needs confidential data, move"),
        ("đưa tên khách hàng vào Make được không", "**If your scenario needs confidential data"),
        ("someone pasted salaries in Zapier and it leaked", "**Restricted data never goes through"),
    ],
)
async def test_what_a_clause_says_of_the_data_is_in_bold(
    conversation: Conversation, question: str, told: str
) -> None:
    """And not the sentence before it that allows other data."""
    conversation.at = IN_FORCE
    shown = plain(await conversation.say(question))

    assert told in shown
    assert "**Zapier may see" not in shown
    assert "**Make may see" not in shown


@pytest.mark.parametrize(
    ("asker", "question", "begins"),
    [
        (BEN, "slip gaji boleh masuk ke Make ga", "Tidak: Make tidak boleh"),
        (BEN, "ใส่สลิปเงินเดือนใน Make ได้ไหม", "ไม่ได้: Make"),
        (BEN, "đưa bảng lương vào Make được không", "Không: Make không được"),
        (SARI, "May I put payslips into Make?", "No: Make may not see"),
        (BEN, "pwede ba ilagay ang payslip sa Make", "Make"),
        (SARI, "payslip Make ok?", "Tidak: Make tidak boleh"),
    ],
)
async def test_the_rules_are_said_in_the_language_of_the_question(
    conversation: Conversation, asker: Someone, question: str, begins: str
) -> None:
    """Where its words surely say which; else in the one that the asker chose."""
    conversation.at = IN_FORCE
    shown = plain(await conversation.say(question, as_=asker))

    assert shown.startswith(begins)


async def test_harm_is_told_in_short_in_the_askers_language(conversation: Conversation) -> None:
    """Whatever language the few words of a report are taken for."""
    conversation.at = IN_FORCE
    reply = await conversation.say("bot salah kirim faktur ke pelanggan", as_=SARI)
    short, clause = (block for block in reply.blocks[:3] if isinstance(block, Text))

    assert "security@selat.example" in short.markdown
    assert "matikan" in short.markdown.casefold()
    assert clause.markdown.startswith("**When something goes wrong** [1]")


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("I pasted the API key of our shop into ChatGPT just now", "Restricted"),
        ("em lỡ dán mật khẩu vào chatgpt rồi", "Restricted"),
        ("our flow keeps opening the same ticket since last night", ""),
    ],
)
async def test_harm_by_secrets_is_told_what_forbids_it_as_well(
    conversation: Conversation, said: str, beside: str
) -> None:
    """What to do now comes first; of harm that breaks no rule named, nothing is added."""
    conversation.at = IN_FORCE
    shown = plain(await conversation.say(said))

    first, _, rest = shown.partition("**When something goes wrong** [1]")
    assert "security@" in rest
    assert "Restricted" not in first
    assert ("**Restricted** [2]" in rest) is bool(beside)


@pytest.mark.parametrize(
    ("before", "goes_on", "heading"),
    [
        (
            "what training do I need for high tier",
            "and if I already know the topic",
            "If you already know the subject",
        ),
        ("berapa hari reviewnya?", "nah kalo udah lewat harinya?", "If a review is late"),
        (
            "ให้โฟลว์บันทึกลง SAP เองได้ไหม",
            "แล้วถ้าไม่มีใครเช็กทีละรายการล่ะ",
            "Writing without a check",
        ),
    ],
)
async def test_a_varied_condition_is_answered_by_its_own_clause(
    conversation: Conversation, before: str, goes_on: str, heading: str
) -> None:
    """Not by the one that was shown for the question before."""
    conversation.at = IN_FORCE
    await conversation.say(before)
    shown = plain(await conversation.say(goes_on))

    assert f"**{heading}** [1]" in shown


@pytest.mark.parametrize(
    ("before", "goes_on"),
    [
        ("how long does it take to get AppSheet access", "and copilot studio?"),
        ("berapa lama dapat akses AppSheet", "kalau copilot studio?"),
        ("who owns the contracts that Zapier reads?", "and make?"),
    ],
)
def test_what_goes_on_from_another_matter_is_told_no_rule(
    policy: Policy, before: str, goes_on: str
) -> None:
    """It asks for what the question before it asked for, of another tool."""
    asked = read_question(goes_on, policy, (before,))

    assert asked.is_elsewhere
    assert not asked.is_bare
    assert ruling_on(goes_on, policy, (before,)) is None
