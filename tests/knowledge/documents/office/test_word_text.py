"""What a Word document says where its text stands in something, beside it, or is left out."""

import pytest

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.office.docx import read
from tests.fixtures.office_files import a_word_file, cell, paragraph, run, table, word

STRUCK = "<w:strike/>"
HIDDEN = "<w:vanish/>"


def text_of(document: Document) -> list[str]:
    """Give the blocks of a document."""
    return [block for each in document.sections for block in each.text.split("\n\n") if block]


def texts(*body: str, **settings: str) -> list[str]:
    """Read a document with this body."""
    return text_of(read(a_word_file(*body, **settings), ""))  # type: ignore[arg-type]


def left_out(document: Document) -> list[tuple[str, tuple[str, ...], int]]:
    """Give what is left out of a document, where, and of how many words."""
    return [(each.kind, each.places, each.words) for each in document.omissions]


def note(kind: str, *lines: str, number: int = 2) -> str:
    """Write a footnote or endnote of *lines*."""
    inner = "".join(paragraph(each) for each in lines)
    first = f'<w:{kind} w:type="separator" w:id="0"/>'
    return f'<w:{kind}s>{first}<w:{kind} w:id="{number}">{inner}</w:{kind}></w:{kind}s>'


@pytest.mark.parametrize(
    ("said", "kind", "lines", "expected"),
    [
        (
            "Karyawan boleh bekerja dari rumah.",
            "footnote",
            ["Kecuali magang. Mereka bekerja di kantor."],
            "Karyawan boleh bekerja dari rumah (Kecuali magang; Mereka bekerja di kantor).",
        ),
        (
            "พนักงานนำข้อมูลออกนอกบริษัทได้",
            "endnote",
            ["ยกเว้นข้อมูลลูกค้า"],
            "พนักงานนำข้อมูลออกนอกบริษัทได้ (ยกเว้นข้อมูลลูกค้า)",
        ),
        (
            "Nhân viên được dùng máy riêng,",
            "footnote",
            ["Trừ phòng kế toán."],
            "Nhân viên được dùng máy riêng (Trừ phòng kế toán),",
        ),
    ],
)
def test_a_note_stands_inside_the_sentence_that_it_is_about(
    said: str, kind: str, lines: list[str], expected: str
) -> None:
    """Whoever quotes the sentence quotes its exception as well, of however many sentences."""
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    content = a_word_file(paragraph(said, mark), parts={f"{kind}s": note(kind, *lines)})

    assert text_of(read(content, "")) == [expected]


def test_a_note_in_the_midst_of_a_sentence_parts_no_words() -> None:
    """Nor are the words around it put together, in a script without spaces either."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {"footnotes": note("footnote", "ตามข้อ ๓")}

    content = a_word_file(paragraph("ลูกจ้าง", mark, "ลาได้สิบวัน", "ต่อปี"), parts=parts)
    assert text_of(read(content, "")) == ["ลูกจ้าง (ตามข้อ ๓) ลาได้สิบวันต่อปี"]


def test_a_note_to_a_heading_stands_below_it() -> None:
    """A heading is an address, and no place for a sentence."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = a_word_file(
        paragraph("Perjalanan", mark, style="H1"),
        parts={"footnotes": note("footnote", "Berlaku sejak Mei.")},
    )
    document = read(content, "")

    assert [(each.heading, each.text) for each in document.sections] == [
        ("Perjalanan", "Berlaku sejak Mei")
    ]


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:dir w:val="ltr">{}</w:dir>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:hyperlink>{}</w:hyperlink>",
        '<w:fldSimple w:instr="DOCPROPERTY x">{}</w:fldSimple>',
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>ji kan</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase>"
            "</w:ruby></w:r>"
        ),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice>'
            "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
        ),
    ],
)
@pytest.mark.parametrize("words", ["setiap tiga bulan", "ทุกสามเดือน", "ba tháng một lần"])
def test_what_stands_around_words_hides_none_and_doubles_none(wrapper: str, words: str) -> None:
    """Whatever a program puts around a few words of a sentence."""
    inside = wrapper.replace("{}", run(words))

    assert texts(paragraph("Cadangan: ", inside, ".")) == [f"Cadangan: {words}."]


@pytest.mark.parametrize("wrapper", ["customXml", "sdt"])
def test_what_stands_around_paragraphs_rows_and_cells_hides_none(wrapper: str) -> None:
    """Content controls hold blocks, rows and cells as well."""

    def wrapped(inner: str) -> str:
        content = f"<w:sdtContent>{inner}</w:sdtContent>" if wrapper == "sdt" else inner
        return f"<w:{wrapper}>{content}</w:{wrapper}>"

    first = f"<w:tr>{cell('Kota')}{wrapped(cell('Batas'))}</w:tr>"
    second = wrapped(f"<w:tr>{cell('Medan')}{cell(wrapped(paragraph('90')))}</w:tr>")
    body = wrapped(paragraph("Batas hotel.") + f"<w:tbl>{first}{second}</w:tbl>")

    assert texts(body) == ["Batas hotel.", "| Kota | Batas |\n| --- | --- |\n| Medan | 90 |"]


def test_a_field_shows_its_result_and_not_its_code() -> None:
    """Also where a field stands in the code of another, over several paragraphs."""
    code = [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>IF </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("7"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("tiga puluh hari"),
    ]
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert texts(paragraph("Tenggat ", *code), paragraph(" kerja", end, ".")) == [
        "Tenggat tiga puluh hari",
        "kerja.",
    ]


def box(lines: str) -> str:
    """Write a text box as Word does: the drawing, and the same once more for older programs."""
    inner = f"<w:txbxContent>{lines}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    "words", ["Cuti paling lama lima hari.", "ลาได้ไม่เกินห้าวัน", "Nghỉ tối đa năm ngày."]
)
def test_a_text_box_is_read_once_below_its_paragraph(words: str) -> None:
    """With its lists and its tables, drawn in either way."""
    old = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(words)}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    inside = paragraph(words) + table(["A", "B"], ["1", "2"])

    expected = ["Lihat kotak.", words, "| A | B |\n| --- | --- |\n| 1 | 2 |"]
    assert texts(paragraph("Lihat kotak.", box(inside))) == expected
    assert texts(paragraph("Lihat kotak.", old)) == expected[:2]


def test_struck_and_hidden_text_is_left_out_and_reported() -> None:
    """By a run's own properties or by its style, unless the run says otherwise."""
    content = a_word_file(
        paragraph("Kata sandi", style="H1"),
        paragraph(
            run("Delapan huruf. ", STRUCK),
            run("Dua belas. ", '<w:rStyle w:val="Old"/>'),
            "Enam belas.",
        ),
        paragraph(run("Rahasia umum. ", HIDDEN), run("Jelas.", '<w:strike w:val="0"/>')),
        paragraph(
            "Tidak tampak sama sekali.",
            run("Tampak.", '<w:vanish w:val="false"/>'),
            style="StillGone",
        ),
    )
    document = read(content, "")

    assert text_of(document) == ["Enam belas.", "Jelas.", "Tampak."]
    assert left_out(document) == [
        ("struck-through text", ("under Kata sandi",), 4),
        ("hidden text", ("under Kata sandi",), 6),
    ]


def test_what_a_tracked_change_took_out_is_no_text() -> None:
    """Runs, rows and the end of a paragraph; what it put in is."""
    gone = "<w:del><w:r><w:delText>sepuluh</w:delText></w:r></w:del>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Medan')}{cell('10')}</w:tr>"
    rows = "".join(word("tr", cell(a) + cell(b)) for a, b in [("Kota", "Hari"), ("Bogor", "20")])
    document = read(
        a_word_file(
            paragraph(
                "Dalam ",
                gone,
                f"<w:ins>{run('dua puluh')}</w:ins>",
                " hari",
                looks="<w:rPr><w:del/></w:rPr>",
            ),
            paragraph(" kerja."),
            f"<w:tbl>{rows}{row}</w:tbl>",
        ),
        "",
    )

    assert text_of(document) == [
        "Dalam dua puluh hari kerja.",
        "| Kota | Hari |\n| --- | --- |\n| Bogor | 20 |",
    ]
    assert left_out(document) == [("deleted text", (), 3)]


def test_comments_pictures_and_embedded_files_are_reported() -> None:
    """An icon has its words in the sentence; the name of a file is no word."""
    comment = (
        f'<w:comments><w:comment w:id="1">{paragraph("Apakah ini benar?")}</w:comment></w:comments>'
    )
    document = read(
        a_word_file(
            paragraph("Persetujuan", style="H1"),
            paragraph("Benar.", '<w:r><w:commentReference w:id="1"/></w:r>'),
            paragraph("Tekan", picture("tombol hijau", size=200_000)),
            paragraph(picture("Alur persetujuan anggaran", size=4_000_000)),
            paragraph(picture("scan001.png", size=4_000_000)),
            paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
            parts={"comments": comment},
        ),
        "",
    )

    assert text_of(document) == ["Benar.", "Tekan tombol hijau", "Alur persetujuan anggaran"]
    assert left_out(document) == [
        ("comment", ("under Persetujuan",), 3),
        ("picture", ("Alur persetujuan anggaran, under Persetujuan", "under Persetujuan"), 0),
        ("embedded file", ("under Persetujuan",), 0),
    ]


def picture(words: str, *, size: int) -> str:
    """Write a picture of so many EMU in both directions, with words for whoever cannot see it."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/><wp:docPr id="1" name="x"'
        f' descr="{words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{words}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def test_a_chart_in_a_document_is_read_as_a_table() -> None:
    """One that refers to nothing is reported."""
    chart = (
        "<c:chartSpace><c:chart><c:plotArea><c:ser><c:tx><c:v>Cuti</c:v></c:tx>"
        '<c:cat><c:pt idx="0"><c:v>Staf</c:v></c:pt></c:cat>'
        '<c:val><c:pt idx="0"><c:v>12</c:v></c:pt></c:val></c:ser></c:plotArea></c:chart>'
        "</c:chartSpace>"
    )
    drawn = '<w:r><w:drawing><c:chart r:id="{}"/></w:drawing></w:r>'
    document = read(
        a_word_file(
            paragraph("Hak cuti.", drawn.format("chart")),
            paragraph("Tidak ada.", drawn.format("lost")),
            parts={"chart": chart},
        ),
        "",
    )

    assert text_of(document) == [
        "Hak cuti.",
        "|  | Cuti |\n| --- | --- |\n| Staf | 12 |",
        "Tidak ada.",
    ]
    assert left_out(document) == [("chart", (), 0)]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Templat surat 2017", [paragraph("Kebijakan vendor", style="Judul")], "Kebijakan vendor"),
        ("Mẫu công văn", [paragraph("Quy định", style="H1")], ""),
        ("Aturan cuti", [paragraph("Cuti", style="H1")], "Aturan cuti"),
    ],
)
def test_the_title_is_what_stands_in_style_title(
    title: str, body: list[str], expected: str
) -> None:
    """Before the property, which often is that of the template."""
    assert read(a_word_file(*body, title=title), "").title == expected


@pytest.mark.parametrize("words", ["Makro ditandatangani TI.", "มาโครต้องลงนามโดยฝ่ายไอที"])
def test_strict_files_and_files_with_macros_are_read(words: str) -> None:
    """Whatever they are called; a macro is never run, only the text is read."""
    body = [paragraph("Makro", style="H1"), paragraph(words)]

    assert text_of(read(a_word_file(*body, is_strict=True), "")) == [words]
    assert text_of(read(a_word_file(*body, macros=True), "")) == [words]


def test_a_table_of_contents_is_passed_over() -> None:
    """It repeats the headings, whether it is a control or paragraphs in its styles."""
    toc = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    entry = paragraph("Cuti 4", style="T1")
    content = a_word_file(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{entry}</w:sdtContent></w:sdt>",
        entry,
        paragraph("Cuti", style="H1"),
        paragraph("Dua belas hari."),
        styles=toc,
    )

    assert text_of(read(content, "")) == ["Dua belas hari."]


def test_a_field_without_an_end_hides_nothing() -> None:
    """Files that programs write are not always right."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(paragraph("Cuti", begin), paragraph("Dua belas hari.")) == [
        "Cuti",
        "Dua belas hari.",
    ]


def test_a_document_of_several_bodies_is_read_whole() -> None:
    """Word refuses such a file, and its text is there."""
    second = f"</w:body><w:body>{paragraph('Kedua.')}"

    assert texts(paragraph("Pertama."), second) == ["Pertama.", "Kedua."]


def test_an_archive_without_a_document_is_refused() -> None:
    """With a reason for people."""
    with pytest.raises(UnreadableError, match="damaged"):
        read(b"PK\x03\x04", "")


def test_line_breaks_part_sentences_and_are_no_paragraphs() -> None:
    """As a person sees them; in a heading they are spaces."""
    lines = run("Alamat") + "<w:r><w:br/></w:r>" + run("Jalan Sudirman 5")

    assert texts(paragraph(lines)) == ["Alamat\\\nJalan Sudirman 5"]
    assert read(a_word_file(paragraph(lines, style="H1")), "").sections[0].heading == (
        "Alamat Jalan Sudirman 5"
    )


def test_equations_are_read_in_a_line() -> None:
    """A fraction keeps its stroke, a power its caret."""
    power = (
        "<m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    )
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f>"
    math = f'<m:oMath xmlns:m="urn:m">{half}{power}</m:oMath>'

    assert texts(paragraph("Luas ", math)) == ["Luas (1)/(n)r^2"]
