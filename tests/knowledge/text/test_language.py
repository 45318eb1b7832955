"""The language somebody writes in."""

import pytest

from knowledge import language_of


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
    ],
)
def test_four_languages_are_told_apart(text: str, language: str) -> None:
    """In short questions too, and Vietnamese typed without its marks."""
    assert language_of(text) == language
