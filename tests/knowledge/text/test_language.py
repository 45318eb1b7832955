"""The language somebody writes in."""

import pytest

from knowledge import is_surely_in, language_of
from knowledge.text.tokens import strip_marks


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("May I put customer data in ChatGPT?", "en"),
        ("who approves this", "en"),
        ("Zapier?", "en"),
        ("", "en"),
        ("42", "en"),
        ("zqx vvk", "en"),
        ("bolehkah saya memakai data pelanggan di ChatGPT?", "id"),
        ("berapa lama peninjauan", "id"),
        ("siapa yang meninjau solusi saya", "id"),
        ("ฉันใส่ข้อมูลลูกค้าใน ChatGPT ได้ไหม", "th"),
        ("tôi có được dùng dữ liệu khách hàng không", "vi"),
        ("toi co duoc dung du lieu khach hang khong", "vi"),
        ("giai phap cua toi", "vi"),
        ("huy lich hen", "vi"),
        ("con nhan vien thoi vu thi sao", "vi"),
        ("khi nao can dang ky", "vi"),
        ("Zapier dùng được không", "vi"),
        ("ข้อมูลลับ", "th"),
        ("PDPA คืออะไร", "th"),
        ("data pribadi", "id"),
        ("daftar bot", "id"),
        ("peninjauan berapa lama", "id"),
        ("AI tools", "en"),
        ("shadow AI", "en"),
        ("what can mentors do", "en"),
        ("data classes", "en"),
        ("Ask Nguyễn Thị Bưởi in Hà Nội before you share a file with the customer.", "en"),
        ("Who is Đặng Văn Lâm and may he see this?", "en"),
        ("Customers write to สมชาย first, and he answers them within a day.", "en"),
        ("how many days of nghỉ phép do I have", "en"),
        ("What does the notice “Không được dùng dữ liệu khách hàng” mean?", "en"),
        ('Apa arti "Report an incident at once to the security desk"?', "id"),
        ("ข้อความ “Please report the incident to the security desk at once” แปลว่าอะไร", "th"),
        ("bolehkah saya masukin data gaji karyawan ke zapier?", "id"),
        ("gan mau tanya, kalo chatbot utk customer di whatsapp itu tier apa ya?", "id"),
        ("boleh ga absen karyawan pake face recognition?", "id"),
        ("gimana cara booking mentor", "id"),
        ("Kak, deadline besok nih, can I get urgent review for limited tier gak?", "id"),
        ("masukin data customer ke Gemini gimana", "id"),
        ("eh bro can meh put customer hp number inside Copilot Studio, boss say ok one", "en"),
        ("Pwede ba gamitin yung n8n for our invoices? Sabi ng IT okay daw", "en"),
        ("Magkano po ang license ng DataRobot per user?", "en"),
        ("ขอ urgent review for limited tier ได้ไหมคะ", "th"),
        ("Zalo có cho nhân viên dùng không", "vi"),
        ("mình up file customer lên ChatGPT được ko", "vi"),
        ("CHÍNH SÁCH NGHỈ PHÉP", "vi"),
        ("Quy Định Nghỉ Phép Năm", "vi"),
        ("CAN I USE CLAUDE", "en"),
    ],
)
def test_four_languages_are_told_apart(text: str, language: str) -> None:
    """In short questions too, as people type and mix them; names and quotations do not count."""
    assert language_of(text) == language


NAMES = ("Huyền", "Đặng", "Bưởi", "Phạm Văn Đức", "Lê Thị Mỹ Duyên", "Vũ Đỗ", "Quỳnh")
REMARKS = {
    "en": ("said it is down", "will review the flow", "may use Copilot", "booked a mentor for us"),
    "id": ("sudah tanya soal gaji", "belum setuju", "mau pakai bot ini"),
}


@pytest.mark.parametrize("language", REMARKS)
def test_a_name_that_stands_first_is_no_language(language: str) -> None:
    """However many parts it has."""
    wrong = [
        f"{name} {remark}"
        for name in NAMES
        for remark in REMARKS[language]
        if language_of(f"{name} {remark}") != language
    ]

    assert not wrong


def test_a_word_that_stands_first_with_a_capital_is_no_name() -> None:
    """Where the rest is in its language too, or in none."""
    said = ("Gửi cho IT", "Hủy booking mentor", "Duyệt Zapier", "Dùng Make được ko", "Đăng ký bot")

    assert {language_of(each) for each in said} == {"vi"}


VIETNAMESE = (
    "ai ký",
    "mất bao lâu",
    "mức cao ai ký",
    "cần ai ký",
    "do ai quyết",
    "hỏi ở đâu",
    "bị từ chối thì sao",
    "ai trả tiền",
    "sửa lại ở đâu",
    "bot tự gửi mail",
    "có mất phí ko",
    "bảng lương",
    "bot lỗi",
    "sửa bot",
    "chào, tôi cần giúp",
)


@pytest.mark.parametrize("said", VIETNAMESE)
def test_short_vietnamese_needs_no_marks(said: str) -> None:
    """Some of its syllables are English words as well."""
    assert {language_of(said), language_of(strip_marks(said))} == {"vi"}


@pytest.mark.parametrize(
    "said",
    [
        *("can I do it", "may I ask", "do they", "to whom", "in or on", "a bad day", "ban it"),
        *("too many", "hang on", "long then", "who can", "no bot", "fake data", "internal memo"),
        *("Hi Sam", "Hi Ken", "Hi Lan", "hi Tran", "Hi bot", "hi AI", "hi", "go", "hang", "van"),
        *("my bot hang", "the bot hang", "bot hang", "bot ran", "song bot", "my van", "tin can"),
    ],
)
def test_short_english_is_no_other_language(said: str) -> None:
    """Though its words are syllables of Vietnamese, or look Indonesian."""
    assert language_of(said) == "en"


@pytest.mark.parametrize(
    "said", ["makasih ya", "seberapa sering", "tiga langkah", "biayanya ditanggung", "selama uji"]
)
def test_two_words_tell_indonesian(said: str) -> None:
    """Where it is probable enough."""
    assert language_of(said) == "id"


@pytest.mark.parametrize(
    ("said", "code", "is_sure"),
    [
        ("siapa yang meninjau solusi saya", "id", True),
        ("can we share it with you", "en", True),
        ("toi khong duoc xem", "vi", True),
        ("tôi hỏi", "vi", True),
        ("ขอถามหน่อย", "th", True),
        ("ขอ urgent review ได้ไหม", "th", True),
        ("siapa yang meninjau solusi saya", "en", False),
        ("Magkano ang lisensya nito", "id", False),
        ("makasih banget", "id", False),
        ("Zapier?", "en", False),
        ("mat bao lau", "vi", True),
        ("bang hoi", "vi", False),
        ("Ask สมชาย about the review of it", "th", False),
        ("“siapa yang meninjau solusi saya”", "id", False),
        ("", "en", False),
    ],
)
def test_a_text_is_surely_in_what_its_words_tell(said: str, code: str, *, is_sure: bool) -> None:
    """By its letters or two words; not by what is only likest to it, nor by what is quoted."""
    assert is_surely_in(said, code) is is_sure
