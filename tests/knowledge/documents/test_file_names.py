"""Names of files: each that no page can have is left out with the reason, and hinders nothing."""

import os
import unicodedata
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from knowledge import proofread, read_folder
from knowledge.documents.file_names import NOT_UTF8, NOT_VISIBLE, name_in_archive
from knowledge.pages import id_of

LEAVE = "# Leave\n\nEverybody has 18 days.\n"


def write(folder: Path, name: bytes) -> None:
    """Write a page under a *name* of bytes, in a folder of its own if the name has one."""
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.write_text(LEAVE, "utf-8")


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        (b"caf\xe9.md", "caf?.md", NOT_UTF8),
        ("นโยบาย.md".encode("cp874"), "??º??.md", NOT_UTF8),
        (b"\xff\xfe/leave.md", "??/leave.md", NOT_UTF8),
        (b"two\nlines.md", "two\\nlines.md", NOT_VISIBLE),
        (b"kebijakan\r\n.md", "kebijakan\\r\\n.md", NOT_VISIBLE),
        ("ngh\u2028ỉ.md".encode(), "ngh\\u2028ỉ.md", NOT_VISIBLE),
        (b"in\tfolder/leave.md", "in\\tfolder/leave.md", NOT_VISIBLE),
        ("rules\u202edm.exe.md".encode(), "rules\\u202edm.exe.md", NOT_VISIBLE),
    ],
)
def test_a_name_that_no_page_can_have_costs_its_file_alone(
    tmp_path: Path, name: bytes, shown: str, reason: str
) -> None:
    """`guildmate check` warns of it; only an error would keep the other pages from changing."""
    write(tmp_path, b"leave.md")
    write(tmp_path, name)
    reading = read_folder(tmp_path, home=tmp_path / ".home")

    assert [page.id for page in reading.pages] == ["leave"]
    [found] = [each for each in proofread(reading) if each.file != "leave.md"]
    assert (found.severity, found.file, found.message) == ("warning", shown, reason)


@pytest.mark.parametrize(
    "name", ["a b .md", " leave.md", "ללא\u200f.md", "100%.md", "q?.md", "กฎ.md", "quy-định.md"]
)
def test_other_names_are_read(tmp_path: Path, name: str) -> None:
    """Blanks, marks of right-to-left names, and what means something in an address."""
    write(tmp_path, name.encode())

    assert [page.file for page in read_folder(tmp_path).pages] == [name]


def test_a_name_is_the_same_however_its_marks_are_stored(tmp_path: Path) -> None:
    """A Mac stores letter and mark apart; links and policies are typed with both in one."""
    apart = unicodedata.normalize("NFD", "nghỉ-phép.md")
    write(tmp_path, apart.encode())
    write(tmp_path, b"links.md")
    (tmp_path / "links.md").write_text("# More\n\nSee [leave](nghỉ-phép.md#leave).\n", "utf-8")
    reading = read_folder(tmp_path)

    assert {page.id for page in reading.pages} == {"nghỉ-phép", "links"}
    assert not [each for each in proofread(reading) if each.severity == "error"]
    assert id_of(apart) == id_of("nghỉ-phép.md")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("nghỉ-phép.md".encode(), "nghỉ-phép.md"),
        ("วันลา.md".encode(), "วันลา.md"),
        ("café.md".encode("cp437"), "café.md"),
        ("วันลา.md".encode("cp874"), None),
        (b"caf\xe9.md", None),
    ],
)
def test_names_in_an_archive_are_utf8_though_it_does_not_say_so(
    tmp_path: Path, raw: bytes, name: str | None
) -> None:
    """What is neither UTF-8 nor what the format says is left out as it is in a folder."""
    stand_in = "x" * (len(raw) - 3) + ".md"
    with ZipFile(tmp_path / "handbook.zip", "w") as archive:
        archive.writestr(stand_in, LEAVE)
    packed = (tmp_path / "handbook.zip").read_bytes()
    (tmp_path / "handbook.zip").write_bytes(packed.replace(stand_in.encode(), raw))
    reading = read_folder(tmp_path)

    assert [page.file for page in reading.pages] == ([f"handbook.zip/{name}"] if name else [])
    assert [each.reason for each in reading.skipped] == ([] if name else [NOT_UTF8])


def test_a_name_in_an_archive_may_break_no_line(tmp_path: Path) -> None:
    """It could be listed and not be opened."""
    with ZipFile(tmp_path / "handbook.zip", "w") as archive:
        archive.writestr("two\nlines.md", LEAVE)
        archive.writestr("leave.md", LEAVE)
    reading = read_folder(tmp_path)

    assert [page.id for page in reading.pages] == ["handbook.zip/leave"]
    assert [each.file for each in reading.skipped] == ["handbook.zip/two\\nlines.md"]


def test_a_name_that_says_it_is_utf8_is_taken_at_its_word() -> None:
    """Box-drawing characters in a name may be meant."""
    member = ZipInfo("a─b.md")
    member.flag_bits = 0x800

    assert name_in_archive(member) == "a─b.md"
