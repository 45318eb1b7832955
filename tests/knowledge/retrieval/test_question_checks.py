"""What a question asks about and a clause does not have."""

import pytest

from knowledge import Handbook, read_folder
from knowledge.retrieval.question_checks import Doubts, doubts
from tests.fixtures.handbooks import STARTER, TODAY

NEAR = (
    "Write to the office in Jakarta or in Singapore, and use Zapier for it. The office answers.",
    "The law of Singapore asks for it. Tell Zapier and the other tools what the law says.",
)
"""Texts that tell what is a name here."""

SINGAPORE = "Report a leak in Singapore within 3 days. The law is the PDPA of 2012."
REVIEWERS = "Reviewers are 8 experienced colleagues from different offices."
ROBOT = "The robot runs in our own cloud. Ask for a seat, which takes 3 working days."
HELP = "Write to help@selat.example, and somebody answers."


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("how many reviewers are there in jakarta", REVIEWERS),
        ("how many reviewers does Vietnam have?", REVIEWERS),
        ("what did the law say in 2010", SINGAPORE),
        ("does the K51 handbook say so?", SINGAPORE),
        ("how big is the fine in singapore?", SINGAPORE),
        ("denda di singapore berapa", SINGAPORE),
        ("ค่าปรับใน Singapore เท่าไร", SINGAPORE),
        ("ở Singapore bị phạt bao nhiêu", SINGAPORE),
        ("what is the phone number of the help desk", HELP),
        ("minta nomor WA dong", HELP),
        ("ขอเบอร์หน่อย", HELP),
        ("cho tôi xin số điện thoại", HELP),
        ("how much will we be billed each month for a robot seat", ROBOT),
        ("robot kena biaya bulanan berapa ya", ROBOT),
        ("โรบอตเดือนละเท่าไหร่", ROBOT),
        ("phí hằng tháng của robot là bao nhiêu", ROBOT),
        ("do helpers get an allowance for it?", HELP),
        ("what are the allowances for helpers?", HELP),
        ("what's the cost of a seat", ROBOT),
        ("berapa honor yang menjawab?", HELP),
        ("yang jawab dapat uang lembur?", HELP),
        ("เบี้ยเลี้ยงคนตอบเท่าไร", HELP),
        ("phụ cấp cho người trả lời là bao nhiêu", HELP),
        ("what's the helper's name", HELP),
        ("what version of the robot do we run", ROBOT),
        ("robotnya versi berapa", ROBOT),
        ("โรบอตเวอร์ชันไหน", ROBOT),
        ("robot đang dùng phiên bản nào", ROBOT),
        ("what is the name of the person who answers?", HELP),
        ("yang jawab namanya siapa", HELP),
        ("คนที่ตอบชื่ออะไร", HELP),
        ("người trả lời tên gì", HELP),
        ("does the k51 handbook say so?", SINGAPORE),
        ("does PL-9 count", SINGAPORE),
        ("how many people answer?", HELP),
        ("berapa orang yang menjawab?", HELP),
        ("กี่คนตอบ", HELP),
        ("có bao nhiêu người trả lời?", HELP),
    ],
)
def test_what_is_asked_for_and_not_there_is_a_doubt(question: str, clause: str) -> None:
    """A name, a year, a code, a sum, a number to call, a name, a version, a count."""
    assert sum(doubts(question, clause, NEAR)) > 0


def test_no_ask_of_the_starter_asks_for_a_kind_of_answer_that_its_clause_lacks() -> None:
    """Six thousand questions that their clauses do answer."""
    found = [
        (ask, f"{page.id}#{note.anchor}")
        for page in read_folder(STARTER).pages
        for note in page.notes.clauses
        for asks in note.asks.values()
        for ask in asks
        if doubts(ask, f"{page.title} {page.section(note.anchor).text}", ()).answer
    ]

    assert found == []


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("how many reviewers are there", REVIEWERS),
        ("how long do I have to report a leak in Singapore?", SINGAPORE),
        ("what does the PDPA of 2012 say", SINGAPORE),
        ("is it fine to report it later?", SINGAPORE),
        ("may I put a customer's phone number into it?", REVIEWERS),
        ("which version counts", "The English version counts."),
        ("robotnya versi berapa", "We run release 4.1 of the robot."),
        ("how much will we be billed for a seat", "A seat costs SGD 40 a month."),
        ("how do I get the robot to run", ROBOT),
        ("what is the name of the person who answers?", "Write to our expert Mia Wong."),
        ("what's the channel's name", 'We meet in the channel "Robots".'),
        ("what is the channel called by name", "Its name is Kite."),
        ("siapa nama yang menjawab?", "Yang menjawab bernama Sari."),
        ("người trả lời tên gì", "Người trả lời tên là Đức."),
        ("what is the name of who answers?", "Đỗ Ánh answers."),
        ("what is the name of who answers?", "- **Ánh Đỗ**: answers."),
        ("what's the mentor's name?", "| Office | Mentor |\n| --- | --- |\n| Hanoi | Ánh Đỗ |"),
        ("คนที่ตอบชื่ออะไร", "คุณสมชายตอบทุกคำถาม"),
        ("may I paste costs of a campaign into the robot", ROBOT),
        ("can allowances of drivers go in?", ROBOT),
        ("is it ok to put prices of products into the robot", ROBOT),
        ("may I key overtime pay into the robot?", ROBOT),
        ("boleh uang lembur sopir masuk robot?", ROBOT),
        ("honor pemateri boleh diketik di robot?", ROBOT),
        ("data tarif hotel boleh masuk robot?", ROBOT),
        ("ใส่เบี้ยเลี้ยงคนขับในโรบอตได้ไหม", ROBOT),
        ("พิมพ์ค่าโอทีลงโรบอตได้ไหม", ROBOT),
        ("đưa phụ cấp tài xế vào robot được không", ROBOT),
        ("what's the rule for driver names in the robot", ROBOT),
        ("tell me what to do about customers' names", ROBOT),
        ("nama siapa saja boleh masuk robot?", ROBOT),
        ("ใส่ชื่ออะไรได้บ้างในโรบอต", ROBOT),
        ("được nhập tên ai vào robot?", ROBOT),
        ("who answers b4 noon, dikit2 aja", HELP),
        ("may purchase prices go into the robot?", ROBOT),
        ("ราคาทุนใส่โรบอตได้ไหม", ROBOT),
        ("who answers?", HELP),
        ("đánh giá thế nào?", REVIEWERS),
        ("WHO ANSWERS IN THE OFFICE", HELP),
        ("", HELP),
    ],
)
def test_what_the_clause_has_or_nobody_asked_for_is_none(question: str, clause: str) -> None:
    """Nor is a word that is no name, however it is written."""
    assert doubts(question, clause, NEAR) == Doubts()


@pytest.mark.parametrize(
    "question",
    [
        "siapa presiden indonesia",
        "who is the king of Thailand",
        "who is the president of the Philippines",
    ],
)
async def test_a_far_question_that_shares_a_country_alone_is_not_there(
    starter: Handbook, question: str
) -> None:
    """Its law on personal data is not what is asked about."""
    answer = await starter.answer(question, on=TODAY)

    assert answer.band == "none"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("aturan data pribadi di indonesia apa", "personal-data-law#indonesia"),
        ("what does Thailand require of us?", "personal-data-law#thailand"),
        ("zapier bisa lihat data apa saja", "approved-tools#zapier"),
    ],
)
async def test_a_question_about_a_name_that_says_more_is_answered(
    starter: Handbook, question: str, clause: str
) -> None:
    """Of what a country's law or a tool's rule says."""
    answer = await starter.answer(question, on=TODAY)

    assert answer.band != "none"
    assert answer.citations[0].clause == clause


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("ChatGPT Enterprise thx", "approved-tools#chatgpt-enterprise"),
        ("say smth bout Zapier", "approved-tools#zapier"),
        ("Copilot Studio lemme know", "approved-tools#copilot-studio"),
        ("Zapier donk", "approved-tools#zapier"),
        ("Gemini tuh", "approved-tools#gemini"),
        ("heya DataRobot", "approved-tools#datarobot"),
    ],
)
async def test_a_tool_with_a_word_that_nothing_knows_is_asked_for(
    starter: Handbook, question: str, clause: str
) -> None:
    """Its own clause says what there is to say."""
    answer = await starter.answer(question, on=TODAY)

    assert [each.clause for each in answer.citations][:1] == [clause]


async def test_a_form_of_a_word_is_no_name(starter: Handbook) -> None:
    """That the pages write only another form of it small does not make it one."""
    assert not starter.find("reviewing translates wombats", on=TODAY).doubt
