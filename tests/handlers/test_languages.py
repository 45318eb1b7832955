"""The three jobs in Thai and in Vietnamese, from the first word to the last."""

from datetime import UTC, datetime

import pytest

from governance import NOT_SURE, Policy
from handlers.form import Value
from handlers.phrase_match import means
from handlers.register.typed_answer import parse_answer
from tests.fixtures.conversation import LINH, Conversation, Someone, plain
from tests.handlers.office_hours.mentor_hours import mentors_are_there, slots
from tests.handlers.registering import INVOICES, fill

SOMCHAI = Someone("Somchai Jaidee", "somchai@selat.example", "th", "Asia/Bangkok")
IN_FORCE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""A day on which the handbook's pages are in force."""
HUONG = Someone("Huong Nguyen", "huong@selat.example", "vi", "Asia/Ho_Chi_Minh")


@pytest.fixture
def kind_of_database() -> str:
    """What is said does not depend on where it is kept."""
    return "sqlite"


async def test_a_question_is_answered_in_thai_words(conversation: Conversation) -> None:
    """The handbook's own sentences, with everything around them in Thai."""
    conversation.at = IN_FORCE
    said = plain(await conversation.say("ใส่ข้อมูลลูกค้าใน ChatGPT Enterprise ได้ไหม", as_=SOMCHAI))

    assert "ที่มาในคู่มือ" in said
    assert "/handbook/approved-tools#" in said
    assert "ฉบับ 1.1 · ใช้ตั้งแต่ 1 กันยายน 2026" in said
    assert "[👍 มีประโยชน์]" in said


async def test_what_the_handbook_does_not_say_is_said_in_thai(conversation: Conversation) -> None:
    """And a colleague is offered."""
    conversation.at = IN_FORCE
    said = plain(await conversation.say("สูตรต้มยำกุ้งทำยังไง", as_=SOMCHAI))

    assert "คู่มือไม่ได้เขียนเรื่องนี้ไว้ จึงขอไม่เดา" in said
    assert "หัวข้อที่ใกล้เคียงที่สุด" in said
    assert "[ถามทีมกำกับดูแล] [จองเมนเทอร์]" in said


async def test_a_solution_is_registered_in_thai(conversation: Conversation) -> None:
    """From the sentence, which names what was built, to the reference and its tier."""
    reply = await conversation.say("ผมสร้างบอทที่อ่านใบแจ้งหนี้จากซัพพลายเออร์", as_=SOMCHAI)
    begun = plain(reply)
    await fill(conversation, INVOICES, as_=SOMCHAI)
    said = plain(await conversation.press("ลงทะเบียน", as_=SOMCHAI))

    assert "เข้าใจว่าหมายถึง: **ลงทะเบียนโซลูชัน**" in begun
    assert "ทำอะไร และทำให้ใคร: บอทที่อ่านใบแจ้งหนี้จากซัพพลายเออร์" in begun
    assert "ลงทะเบียน **SOL-0001** แล้ว: Invoice reader" in said
    assert "ระดับ: จำกัด" in said
    assert "นำผลลัพธ์ไปใช้โดยไม่มีใครตรวจ (จำกัด)" in said
    assert "รอผู้ตรวจสอบ ภายใน พฤ. 5 มี.ค. 2026, 17:00 น. Bangkok" in said


async def test_a_mentor_is_booked_in_thai(conversation: Conversation) -> None:
    """A topic, a slot, both clocks; the mentor is told in her own language."""
    await mentors_are_there(conversation)
    await conversation.say("อยากปรึกษาเมนเทอร์หน่อยครับ", as_=SOMCHAI)
    offered = await conversation.press("การทดสอบและคุณภาพ", as_=SOMCHAI)
    shown = plain(offered)
    slot = slots(offered)[0]
    await conversation.press(slot.label, as_=SOMCHAI)
    said = plain(await conversation.submit({"note": "เคสทดสอบ"}, as_=SOMCHAI))
    (told,) = await conversation.received(LINH)
    await conversation.press("ดูการจองของฉัน", as_=SOMCHAI)
    cancelled = plain(await conversation.press("ยกเลิก", as_=SOMCHAI))

    assert "วันอังคารที่ 3 มีนาคม" in shown
    assert "จอง **BKG-0001** กับ Linh Tran แล้ว" in said
    assert "เวลาของเมนเทอร์: อ. 3 มี.ค. 2026, 14:00 น. Ho Chi Minh" in said
    assert "Somchai Jaidee has booked you" in plain(told)
    assert "ยกเลิก **BKG-0001** แล้ว" in cancelled


async def test_the_conversation_understands_thai(conversation: Conversation) -> None:
    """With and without courtesies: yes, no, not sure, back, stop."""
    await conversation.say("/register ตัวอ่านเมนู", as_=SOMCHAI)
    await conversation.press("register.talk", as_=SOMCHAI)
    said = [
        plain(await conversation.say(text, as_=SOMCHAI))
        for text in ("อ่านเมนู", "ข้ามครับ", "ใช่ครับ", "ไม่แน่ใจ", "ไม่มีข้อใดตรง", "ย้อนกลับ", "หยุดไว้ก่อนนะครับ")
    ]

    assert "ที่ผ่านมาเคยเกิดปัญหาใช่หรือไม่" in said[2]
    assert "ช่วยงานในเรื่องเหล่านี้หรือไม่" in said[3]
    assert "ทำสิ่งใดในนี้หรือไม่" in said[4]
    assert "ช่วยงานในเรื่องเหล่านี้หรือไม่" in said[5]
    assert "คำตอบทั้งหมดบันทึกไว้แล้ว" in said[6]


async def test_a_question_is_answered_in_vietnamese_words(conversation: Conversation) -> None:
    """With its marks and without them."""
    conversation.at = IN_FORCE
    marked, bare = [
        plain(await conversation.say(text, as_=HUONG))
        for text in (
            "Có được đưa dữ liệu khách hàng vào ChatGPT Enterprise không?",
            "co duoc dua du lieu khach hang vao ChatGPT Enterprise khong",
        )
    ]

    assert "Nguồn trong sổ tay" in marked
    assert "phiên bản 1.1 · có hiệu lực từ 1 tháng 9, 2026" in marked
    assert "/handbook/approved-tools#" in marked
    assert "/handbook/approved-tools#" in bare


async def test_a_solution_is_registered_in_vietnamese(conversation: Conversation) -> None:
    """From the sentence, which names what was built, to the reference and its tier."""
    reply = await conversation.say("Tôi đã tạo bot đọc hóa đơn của nhà cung cấp", as_=HUONG)
    begun = plain(reply)
    await fill(conversation, INVOICES, as_=HUONG)
    said = plain(await conversation.press("Đăng ký", as_=HUONG))

    assert "Tôi hiểu ý bạn là: **Đăng ký giải pháp**" in begun
    assert "Nó làm gì, và cho ai?: Bot đọc hóa đơn của nhà cung cấp" in begun
    assert "Đã đăng ký **SOL-0001**: Invoice reader" in said
    assert "Mức: Hạn chế" in said
    assert "Chờ người xét duyệt, hạn Th 5, 5 thg 3 2026, 17:00 Ho Chi Minh" in said


async def test_a_mentor_is_booked_in_vietnamese(conversation: Conversation) -> None:
    """A topic, a slot, both clocks, and it can be cancelled."""
    await mentors_are_there(conversation)
    await conversation.say("cho em đặt lịch với mentor ạ", as_=HUONG)
    offered = await conversation.press("Kiểm thử và chất lượng", as_=HUONG)
    shown = plain(offered)
    slot = slots(offered)[0]
    await conversation.press(slot.label, as_=HUONG)
    said = plain(await conversation.submit({"note": ""}, as_=HUONG))
    await conversation.press("Xem lịch hẹn của tôi", as_=HUONG)
    cancelled = plain(await conversation.press("Hủy lịch hẹn", as_=HUONG))

    assert "Thứ Ba, 3 tháng 3" in shown
    assert "Đã đặt **BKG-0001** với Linh Tran" in said
    assert "Giờ của bạn: Th 3, 3 thg 3 2026, 14:00 Ho Chi Minh" in said
    assert "Đã hủy **BKG-0001**" in cancelled


async def test_the_conversation_understands_vietnamese(conversation: Conversation) -> None:
    """With marks and without: yes, no, not sure, back, stop."""
    await conversation.say("/register Đọc thực đơn", as_=HUONG)
    await conversation.press("register.talk", as_=HUONG)
    said = [
        plain(await conversation.say(text, as_=HUONG))
        for text in (
            "Đọc thực đơn",
            "bỏ qua",
            "dạ có",
            "khong chac",
            "không có",
            "quay lai",
            "để sau nhé",
        )
    ]

    assert "Đến nay nó có gây ra vấn đề gì không?" in said[2]
    assert "Nó có hỗ trợ việc nào sau đây không?" in said[3]
    assert "Nó có làm việc nào sau đây không?" in said[4]
    assert "Nó có hỗ trợ việc nào sau đây không?" in said[5]
    assert "Mọi câu trả lời đã được lưu" in said[6]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("already_running", "ใช่ค่ะ", "yes"),
        ("already_running", "ไม่", "no"),
        ("already_running", "ไม่ใช้", None),
        ("already_running", "ยังครับ", "no"),
        ("already_running", "ไม่ทราบค่ะ", "not_sure"),
        ("human_check", "มีคนสุ่มตรวจ", "samples"),
        ("human_check", "มีคนตรวจ", "every"),
        ("data", "สาธารณะและภายใน", ("public", "internal")),
        ("data", "ลับ", ("confidential",)),
        ("backup", "ข้ามข้อนี้", ""),
        ("already_running", "rồi ạ", "yes"),
        ("already_running", "chưa", "no"),
        ("already_running", "khong", "no"),
        ("already_running", "ko biết", "not_sure"),
        ("human_check", "không ai kiểm tra", "none"),
        ("data", "Công khai và Nội bộ", ("public", "internal")),
        ("data", "bảo mật", ("confidential",)),
        ("data", "Tuyệt mật", ("restricted",)),
        ("backup", "không có ai", ""),
    ],
)
def test_a_typed_answer_is_read(
    question: str, text: str, answer: Value | None, policy: Policy
) -> None:
    """By its label, its first words, with courtesies, joined by "and"."""
    assert parse_answer(policy, policy.questions[question], text) == answer


def test_marks_may_be_typed_apart_from_their_letters() -> None:
    """Some keyboards send a letter and its accent as two."""
    assert means("register-words-back", "quay la\u0323i")


@pytest.mark.parametrize(
    "said", ["no", "No.", "nope", "tidak", "nggak", "ไม่", "ไม่ครับ", "không", "khong"]
)
def test_a_no_is_never_not_sure(policy: Policy, said: str) -> None:
    """It is a no to a question of yes or no; anywhere else it is an option, or asked again."""
    for question in policy.questions.values():
        if question.is_fact and question.kind != "person":
            read = parse_answer(policy, question, said)

            assert read != NOT_SURE
            assert read != (NOT_SURE,)
            assert read == "no" or question.kind != "yes_no"
