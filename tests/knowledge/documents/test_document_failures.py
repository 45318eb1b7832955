"""Files that cannot be read, each left out with its reason while all others are read."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from knowledge import Limits, read_folder
from tests.fixtures import documents as make

pytestmark = pytest.mark.slow  # files that hang, in processes that are ended

QUICK = Limits(seconds=8, megabytes=300)


def test_every_bad_file_is_named_and_the_good_one_is_read(tmp_path: Path) -> None:
    """The reasons are in words for whoever keeps the handbook."""
    good = make.a_pdf([[("text", make.HOTELS)]])
    files = {
        "good.pdf": good,
        "scan.pdf": make.a_scan(),
        "locked.pdf": make.a_pdf([[("text", make.HOTELS)]], is_locked=True),
        "cut.pdf": good[:200],
        "cut.docx": make.a_docx()[:-500],
        "broken.xlsx": make.a_zip({"xl/workbook.xml": b"<workbook"}),
        "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "old.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "text.pptx": b"These are just words.",
        "rich.txt": b"{\\rtf1 Hello}",
        "other.docx": make.a_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "empty.pdf": b"",
        "empty.docx": make.a_zip({"word/document.xml": b"<a/>"}),
        "blank.html": b"<html><body><script>1</script></body></html>",
        "deep.html": b"<div>" * 50_000 + b"Text",
        "picture.png": b"\x89PNG",
        "unsure.txt": bytes(range(128, 256)) * 20,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "huge.pdf").touch()
    os.truncate(tmp_path / "huge.pdf", 50_000_001)
    reading = read_folder(tmp_path)
    reasons = {each.file: each.reason for each in reading.skipped}

    assert {"good.pdf", "deep.html"} >= {page.id for page in reading.pages} >= {"good.pdf"}
    reasons.pop("deep.html", None)
    assert reasons == {
        "scan.pdf": "its pages are pictures without text: run text recognition (OCR) on it",
        "locked.pdf": "it is protected with a password",
        "cut.pdf": "it is damaged and cannot be opened",
        "cut.docx": "it is damaged and cannot be opened",
        "broken.xlsx": "it is damaged and cannot be opened",
        "locked.docx": "it is protected with a password",
        "old.xlsx": "it is in an old Office format: save it as .docx, .pptx or .xlsx",
        "text.pptx": "its name says PowerPoint, but it is something else",
        "rich.txt": "it is RTF: save it as .docx",
        "other.docx": "it is an archive of another kind than its name says",
        "empty.pdf": "it is empty",
        "empty.docx": "it is damaged and cannot be read",
        "blank.html": "the page is empty",
        "picture.png": "files of this kind are not read",
        "unsure.txt": "it is not UTF-8 text: save it again as UTF-8",
        "huge.pdf": "it is larger than 50 MB",
    }


def test_nothing_in_an_archive_gets_out_of_it(tmp_path: Path) -> None:
    """Nor does it unpack to more than there is room for."""
    link = ZipInfo("link.md")
    link.external_attr = 0o120777 << 16
    with ZipFile(tmp_path / "odd.zip", "w") as archive:
        archive.writestr("../../evil.md", "# Evil")
        archive.writestr("/etc/evil.md", "# Evil")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", make.a_zip({"page.md": b"# Page"}))
        archive.writestr("packed.md", "# Packed", compress_type=ZIP_LZMA)
        archive.writestr("good.md", "# Good\n\nText.")
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_DEFLATED) as archive:
        for number in range(11):
            archive.writestr(f"{number}.md", b"\0" * 50_000_000)
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04")
    reading = read_folder(tmp_path)

    assert [page.id for page in reading.pages] == ["odd.zip/good"]
    assert {each.file: each.reason for each in reading.skipped} == {
        "bomb.zip": "it unpacks to more than 500 MB",
        "cut.zip": "it is damaged and cannot be opened",
        "odd.zip/../../evil.md": "its path leads out of the archive",
        "odd.zip//etc/evil.md": "its path leads out of the archive",
        "odd.zip/link.md": "it is a link, and links in archives are not followed",
        "odd.zip/inner.zip": "it is an archive inside an archive, which is not opened",
        "odd.zip/packed.md": "it is packed in a way that is not read: pack it again as a plain zip",
    }
    assert not (tmp_path.parent / "evil.md").exists()


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        ("hang", "reading it takes longer than 8 seconds"),
        ("hang_in_c", "reading it takes longer than 8 seconds"),
        ("eat_memory", "reading it takes too much memory"),
        ("crash", "its reader crashed on it: it is probably damaged"),
        ("chatter", "it is damaged and cannot be read"),
    ],
)
def test_a_reader_that_misbehaves_stops_nothing(tmp_path: Path, reader: str, reason: str) -> None:
    """Its process is ended, and the files after it are read by another."""
    (tmp_path / "a.pdf").write_bytes(make.a_pdf([[("text", make.HOTELS)]]))
    for name in ("b.html", "c.html"):
        (tmp_path / name).write_text(make.HTML, encoding="utf-8")
    bad = f"tests.fixtures.readers:{reader}"
    reading = read_folder(
        tmp_path,
        limits=QUICK,
        readers={"pdf": bad, "html": "knowledge.documents.html.reader:read"},
    )

    assert [(each.file, each.reason) for each in reading.skipped] == [("a.pdf", reason)]
    assert [page.id for page in reading.pages] == ["b.html", "c.html"]


def test_markdown_that_no_parser_comes_to_an_end_with_is_left_out(tmp_path: Path) -> None:
    """Real Markdown: half a million brackets that nobody closed."""
    (tmp_path / "odd.md").write_text("# Odd\n\n" + "![[" * 200_000, encoding="utf-8")
    (tmp_path / "open.md").write_text("# Open\n\n" + "<!--" * 20_000, encoding="utf-8")
    (tmp_path / "good.md").write_text("# Good\n\n" + "Text. " * 20_000, encoding="utf-8")
    reading = read_folder(tmp_path, limits=QUICK)

    assert [(each.file, each.reason) for each in reading.skipped] == [
        ("odd.md", "reading it takes longer than 8 seconds")
    ]
    assert [page.id for page in reading.pages] == ["good", "open"]


def test_a_file_that_unpacks_without_end_is_left_out(tmp_path: Path) -> None:
    """A real one: a workbook of a few kilobytes whose one sheet is 150 megabytes."""
    cell = b'<c t="inlineStr"><is><t>' + b"a" * 150_000_000 + b"</t></is></c>"
    rows = b'<row r="1">' + cell + b"</row>"
    book = tmp_path / "bomb.xlsx"
    name = "http://schemas.openxmlformats.org"
    with ZipFile(book, "w", ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{name}/package/2006/content-types"><Override'
            ' PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        relation = f"{name}/officeDocument/2006/relationships"
        for place, kind, target in (
            ("_rels/.rels", "officeDocument", "xl/workbook.xml"),
            ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml"),
        ):
            packed.writestr(
                place,
                f'<Relationships xmlns="{name}/package/2006/relationships"><Relationship Id="r1"'
                f' Type="{relation}/{kind}" Target="{target}"/></Relationships>',
            )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{name}/spreadsheetml/2006/main" xmlns:r="{relation}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{name}/spreadsheetml/2006/main"><sheetData>'.encode()
            + rows
            + b"</sheetData></worksheet>",
        )
    reading = read_folder(tmp_path, limits=Limits(seconds=20, megabytes=100))

    [skipped] = reading.skipped
    assert book.stat().st_size < 1_000_000
    assert skipped.reason in {
        "it is damaged and cannot be opened",
        "reading it takes too much memory",
        "it is damaged and cannot be read",
        "its reader crashed on it: it is probably damaged",
    }


def test_odd_names_and_links_cost_their_file_alone(tmp_path: Path) -> None:
    """A name that is not UTF-8, a link to itself, and a line of .gitignore that means nothing."""
    (tmp_path / "leave.md").write_text("# Leave\n\nEverybody has 18 days.\n", "utf-8")
    (tmp_path / "drafts.md").write_text("# Drafts\n\nNot for everybody.\n", "utf-8")
    (tmp_path / ".gitignore").write_text("!\ndrafts.md\n", "utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")).write_text("# Coffee\n", "utf-8")
    (tmp_path / "round.md").symlink_to("round.md")

    reading = read_folder(tmp_path, home=tmp_path / ".home")

    assert [page.id for page in reading.pages] == ["leave"]
    assert sorted(each.file for each in reading.skipped) == ["caf?.md", "round.md"]


@pytest.mark.parametrize("odd", ["nowhere", "circle", "outside", "queue", "huge"])
def test_a_list_of_what_to_pass_over_that_is_no_file_passes_over_nothing(
    tmp_path: Path, odd: str
) -> None:
    """A link to nothing, to itself or out of the folder, and what never ends, stop no run."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "leave.md").write_text("# Leave\n\nEverybody has 18 days.\n", "utf-8")
    (tmp_path / "list").write_text("leave.md\n", "utf-8")
    list_ = folder / ".gitignore"
    match odd:
        case "nowhere":
            list_.symlink_to("gone")
        case "circle":
            list_.symlink_to(".gitignore")
        case "outside":
            list_.symlink_to(tmp_path / "list")
        case "queue":
            os.mkfifo(list_)
        case _:
            list_.write_text("leave.md\n" * 50_000, "utf-8")

    assert [page.id for page in read_folder(folder).pages] == ["leave"]
