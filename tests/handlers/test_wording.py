"""Words in a person's language, and dates as people write them."""

from datetime import UTC, date, datetime

import pytest

from handlers.wording import LOCALES, beginning, ending, wording

AT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


def test_a_language_has_its_own_words() -> None:
    """English is not what a person in Jakarta reads."""
    assert wording("en")("form-next") == "Next"
    assert wording("id")("form-next") == "Lanjut"


@pytest.mark.parametrize("locale", ["id-ID", "id_ID", "ID"])
def test_a_region_speaks_its_language(locale: str) -> None:
    """Channels name languages in several ways."""
    assert wording(locale).locale == "id"


def test_a_language_without_words_reads_english() -> None:
    """Until somebody has written the words."""
    assert wording("fil").locale == "en"
    assert wording("id").to("ms")("form-send") == "Send"


def test_facts_are_put_in_as_the_language_writes_them() -> None:
    """Ten thousand has a comma here and a point there."""
    facts = {"is": 12000, "most": 3000}

    assert "12,000" in wording("en")("form-too-long", **facts)
    assert "12.000" in wording("id")("form-too-long", **facts)


def test_a_key_that_does_not_exist_is_a_mistake() -> None:
    """It is found by the first test that says it, not by a person."""
    with pytest.raises(KeyError):
        wording()("form-nothing")


def test_a_missing_fact_is_a_mistake() -> None:
    """Nobody ever reads a placeholder."""
    with pytest.raises(KeyError, match="form-too-long"):
        wording()("form-too-long")


def test_a_message_of_several_lines_is_a_list() -> None:
    """One example a line, without the spaces around it."""
    lines = wording().lines("intent-help")

    assert "what can you do?" in lines
    assert all(line == line.strip() and line for line in lines)


@pytest.mark.parametrize(
    ("locale", "day", "moment"),
    [
        ("en", "Monday 30 November", "Mon 30 Nov 2026, 14:00 Jakarta"),
        ("id", "Senin 30 November", "Sen 30 Nov 2026, 14:00 Jakarta"),
        ("th", "วันจันทร์ที่ 30 พฤศจิกายน", "จ. 30 พ.ย. 2026, 14:00 น. Jakarta"),
        ("vi", "Thứ Hai, 30 tháng 11", "Th 2, 30 thg 11 2026, 14:00 Jakarta"),
    ],
)
def test_times_are_told_as_the_clock_on_the_wall_shows_them(
    locale: str, day: str, moment: str
) -> None:
    """In the person's zone and language."""
    words = wording(locale)

    assert words.day(AT, "Asia/Jakarta") == day
    assert words.moment(AT, "Asia/Jakarta") == moment
    assert words.time(AT, "Asia/Ho_Chi_Minh") == "14:00"
    assert words.moment(AT, "Asia/Ho_Chi_Minh").endswith("Ho Chi Minh")


def test_a_date_has_its_month_in_words() -> None:
    """So that 3/4 is never April for one and March for another."""
    assert wording("en").date(date(2026, 9, 1)) == "1 September 2026"
    assert wording("id").date(date(2026, 8, 1)) == "1 Agustus 2026"
    assert wording("th").date(date(2026, 8, 1)) == "1 สิงหาคม 2026"
    assert wording("vi").date(date(2026, 8, 1)) == "1 tháng 8, 2026"


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("register it", "register", "it"),
        ("ลงทะเบียนบอทหน่อย", "ลงทะเบียน", "หน่อย"),
        ("đăng ký bot nhé", "đăng ký", "nhé"),
        ("จองเลย", "จอง", "เลย"),
    ],
)
def test_words_are_found_at_the_beginning_and_the_end(text: str, begins: str, ends: str) -> None:
    """With spaces between words or without."""
    assert beginning(begins).match(text)
    assert ending(ends).search(text)


@pytest.mark.parametrize(
    ("text", "part"), [("registering", "register"), ("đăng kýa", "đăng ký"), ("ยังไง", "ย")]
)
def test_a_part_of_a_word_is_no_word(text: str, part: str) -> None:
    """A Thai vowel belongs to the letter before it."""
    assert not beginning(part).match(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_file_of_a_language_can_be_read(locale: str) -> None:
    """Something that is not Fluent would silently take its words away."""
    assert wording(locale).locale == locale
