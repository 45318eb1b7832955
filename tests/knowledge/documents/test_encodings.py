"""Text in any encoding is read where it is sure, refused where it is not, and never gibberish."""

import unicodedata
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from knowledge import proofread, read_folder
from knowledge.documents.document import UnreadableError
from knowledge.documents.encodings import decode, decode_head, decode_html
from knowledge.documents.encodings.old_encodings import list_tcvn3_letters, list_vni_letters

VIETNAMESE = (
    "Nhân viên không được chia sẻ mật khẩu. Quyền nghỉ phép của người lao động được quy định tại"
    " Điều 3; ở mỗi bộ phận, trưởng phòng duyệt trong ba ngày."
)
THAI = "พนักงานต้องแจ้งลาพักร้อนล่วงหน้า 14 วัน และต้องได้รับอนุมัติจากหัวหน้างาน"
INDONESIAN = "Karyawan berhak atas cuti 12 hari — tidak boleh “diuangkan”, kecuali disetujui."


def in_font(text: str, letters: dict[str, str]) -> str:
    """Write *text* as somebody types it in an old font whose *letters* these are."""
    small = {letter.lower(): mark for letter, mark in letters.items()}
    return "".join(letters.get(each, small.get(each.lower(), each)) for each in text)


def in_windows_1258(text: str) -> bytes:
    """Write *text* with its tones apart, as the encoding has them."""
    written = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(each for each in marks if each in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(each for each in marks if each not in tone))
        written += (base + tone).encode("cp1258")
    return written


TCVN3, VNI = in_font(VIETNAMESE, list_tcvn3_letters()), in_font(VIETNAMESE, list_vni_letters())


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (VIETNAMESE.encode(), VIETNAMESE),
        (unicodedata.normalize("NFD", VIETNAMESE).encode(), VIETNAMESE),
        (in_windows_1258(VIETNAMESE), VIETNAMESE),
        (TCVN3.encode("latin-1"), VIETNAMESE),
        (VNI.encode("cp1252"), VIETNAMESE),
        (TCVN3.encode(), VIETNAMESE),
        (VNI.encode(), VIETNAMESE),
        (in_font(VIETNAMESE.upper(), list_vni_letters()).encode("cp1252"), VIETNAMESE.upper()),
        (THAI.encode("cp874"), THAI),
        (THAI.encode("cp874").decode("latin-1").encode(), THAI),
        (THAI.encode("utf-16-le"), THAI),
        (THAI.encode("utf-16"), THAI),
        (INDONESIAN.encode("cp1252"), INDONESIAN),
        (INDONESIAN.encode("utf-16-be"), INDONESIAN),
        (VIETNAMESE.encode("utf-16-be"), VIETNAMESE),
    ],
)
def test_text_is_read_by_what_comes_out(content: bytes, text: str) -> None:
    """Words of the language prove an encoding that nothing names."""
    assert unicodedata.normalize("NFC", decode(content)) == text
    assert decode_head(text.encode("utf-16-le")) == text


@pytest.mark.parametrize(
    "text",
    [
        "Le café est payé par la société où travaillent les employés à condition d’être prévu.",  # noqa: RUF001 - typed so
        "Die Prüfung der Verträge übernimmt die Rechtsabteilung; größere Änderungen meldet man.",
        "A opção não é válida; a avaliação é anual e também há exceções à regra da empresa.",
        "El año próximo habrá más días de vacaciones, según la política que aprobó la dirección.",
    ],
)
def test_other_languages_are_not_taken_for_an_old_font(text: str) -> None:
    """Their accents stay what they are, in UTF-8 and in the encoding of Windows."""
    assert decode(text.encode()) == text
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("windows-874", "cp874", "ลา 3 วัน"),
        ("TIS-620", "cp874", "ลา 3 วัน"),
        ("iso-8859-11", "cp874", "ลา 3 วัน"),
        ("windows-1252", "cp1252", "Größe"),
        ("latin1", "cp1252", "„Maß“"),
        ("x-sjis", "cp932", "休暇は三日です"),
        ("windows-1258", "cp1258", "Phép năm"),
        ("utf-8", "utf-8", "Nghỉ phép"),
    ],
)
def test_a_page_says_its_encoding_by_a_name_that_browsers_know(
    label: str, codec: str, text: str
) -> None:
    """Short as it is, so that nothing but the name tells."""
    for head in (
        f'<meta charset="{label}">',
        f"<META http-equiv='Content-Type' content='text/html; charset={label}'>",
        f'<?xml version="1.0" encoding="{label}"?>',
    ):
        page = f"{head}<p>{text}</p>"
        assert decode_html(page.encode(codec)) == page


def test_a_page_in_an_old_font_says_that_it_is_western() -> None:
    """What it names is how its bytes are read, and its words are read on."""
    page = f"<meta charset=iso-8859-1><p>{TCVN3}</p>"

    assert VIETNAMESE in decode_html(page.encode("latin-1"))


def test_a_name_that_is_wrong_or_unknown_is_passed_over() -> None:
    """UTF-8 is never so by chance."""
    for label in ("windows-874", "x-unknown", "x-user-defined"):
        page = f'<meta charset="{label}"><p>{VIETNAMESE}</p>'
        assert decode_html(page.encode()) == page


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(128, 256)) * 20,
        "ลา 5".encode("cp874"),
        b"The caf\xe9 is paid for.",
        "Những xyzàq wrtạz pưk; không được brậzt klủrp".encode("utf-16-le")[:-1].replace(
            b"\0", b""
        ),
    ],
)
def test_what_is_not_sure_is_refused(content: bytes) -> None:
    """Nothing is indexed that nobody could have written."""
    with pytest.raises(UnreadableError, match="save it again as UTF-8"):
        decode(content)


def test_an_old_font_that_is_half_sure_is_refused_for_what_it_is() -> None:
    """A text of which too many words are none after all."""
    odd = " ".join(f"x\xb5z{number}\xf7q" for number in range(4))
    with pytest.raises(UnreadableError, match="TCVN3 or VNI"):
        decode(f"{TCVN3} {odd}".encode("latin-1"))


@pytest.mark.parametrize("name", ["leave.md", "leave.txt", "leave.csv"])
def test_a_few_bad_bytes_cost_themselves_and_are_reported(tmp_path: Path, name: str) -> None:
    """The rest of the text is read, and `guildmate check` says where something is missing."""
    text = "\n\n".join([THAI] * 4).encode()
    (tmp_path / name).write_bytes(text + b"\n\n\xff" + THAI.encode())
    reading = read_folder(tmp_path)

    assert THAI in reading.pages[0].sections[0].text
    [found] = [each for each in proofread(reading) if "unreadable" in each.message]
    assert (found.line, found.message) == (9, "unreadable part was not read: line 9")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_who_a_page_is_for_is_understood_in_every_encoding(tmp_path: Path, codec: str) -> None:
    """Settings are read as the text below them is."""
    page = f"---\ntitle: Leave\naudience: leads\n---\n# Leave\n\n{INDONESIAN}\n"
    (tmp_path / "leave.md").write_bytes(page.encode(codec))

    assert [each.audience for each in read_folder(tmp_path).pages] == ["leads"]


@pytest.mark.parametrize("letters", [list_tcvn3_letters(), list_vni_letters()])
def test_an_old_font_is_read_in_workbooks_too(tmp_path: Path, letters: dict[str, str]) -> None:
    """Programs store the Western letters that the font draws as Vietnamese ones."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Quy"
    for row in (["Nội dung", "Người duyệt"], [VIETNAMESE, "Trưởng phòng"]):
        sheet.append([in_font(each, letters) for each in row])
    book.save(tmp_path / "quy-dinh.xlsm")
    [page] = read_folder(tmp_path).pages

    assert VIETNAMESE in page.sections[1].text
    assert "Trưởng phòng" in page.sections[1].text


def test_an_old_font_in_another_document_is_refused_where_a_letter_is_lost(tmp_path: Path) -> None:
    """One letter of TCVN3 is a soft hyphen, which no parser keeps; VNI has no such letter."""
    for name, letters in (("a.docx", list_tcvn3_letters()), ("b.docx", list_vni_letters())):
        document = docx.Document()
        document.add_paragraph(in_font(VIETNAMESE, letters))
        document.save(str(tmp_path / name))
    reading = read_folder(tmp_path)

    assert VIETNAMESE in reading.pages[0].sections[0].text
    [skipped] = reading.skipped
    assert (skipped.file, "old font (TCVN3)" in skipped.reason) == ("a.docx", True)


@pytest.mark.parametrize("text", [VIETNAMESE, THAI, INDONESIAN])
def test_text_that_was_encoded_twice_is_read_as_it_was_meant(text: str) -> None:
    """A program took UTF-8 for Western letters; what only speaks of that stays as it is."""
    western = "".join(
        bytes([each]).decode("cp1252", "ignore") or chr(each) for each in text.encode()
    )

    assert decode(western.encode()) == text
    assert decode(f"{western} ฿".encode()) == f"{western} ฿"
    assert decode("“Ã©” is an é, ²³.".encode()) == "“Ã©” is an é, ²³."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"ผู้อ่าน: leads\n\n{THAI}\n".encode("cp874")),
        ("a.csv", f"ผู้อ่าน,leads\nเรื่อง,กฎ\nลา,{THAI}\n".encode("cp874")),
        ("a.html", f"<meta charset=tis-620><h1>ลา</h1><p>ผู้อ่าน: leads</p>{THAI}".encode("cp874")),
        ("a.txt", in_font(f"Đối tượng: leads\n\n{VIETNAMESE}", list_tcvn3_letters()).encode()),
        ("a.txt", in_windows_1258(f"Đối tượng: leads\n\n{VIETNAMESE}")),
    ],
)
def test_who_a_page_is_for_is_understood_in_its_own_language(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """A page for fewer in an old encoding was open to everyone."""
    (tmp_path / name).write_bytes(content)

    assert [each.audience for each in read_folder(tmp_path).pages] == ["leads"]
