"""What slides say beside their text: notes, tables, charts, diagrams, and what is left out."""

import pytest

from knowledge.documents.document import Document
from knowledge.documents.office.pptx import read
from knowledge.text.sentences import sentences
from tests.fixtures.office_files import a_presentation, frame, shape

CHART = (
    "<c:chartSpace><c:chart><c:title><c:tx><a:t>{title}</a:t></c:tx></c:title><c:plotArea><c:ser>"
    '<c:tx><c:v>2025</c:v></c:tx><c:cat><c:pt idx="0"><c:v>{first}</c:v></c:pt><c:pt idx="1">'
    "<c:v>{second}</c:v></c:pt></c:cat><c:val><c:numCache><c:formatCode>0%</c:formatCode>"
    '<c:pt idx="0"><c:v>0.2</c:v></c:pt><c:pt idx="1"><c:v>0.35</c:v></c:pt></c:numCache></c:val>'
    "</c:ser></c:plotArea></c:chart></c:chartSpace>"
)


def shown(document: Document) -> list[tuple[str, list[str]]]:
    """Give each clause with its lines."""
    return [
        (each.anchor, [line for line in each.text.splitlines() if line])
        for each in document.sections
    ]


@pytest.mark.parametrize(
    ("title", "text", "notes"),
    [
        ("Peluncuran", "Empat langkah.", ["Langkah keempat perlu daftar periksa.", "Tanya TI."]),
        ("การเปิดตัว", "สี่ขั้นตอน", ["ขั้นที่สี่ต้องมีลายเซ็นของผู้ดูแลข้อมูล"]),
        ("Ra mắt", "Bốn bước.", ["Bước bốn cần chữ ký của người quản lý dữ liệu."]),
    ],
)
def test_speaker_notes_stand_below_their_slide(title: str, text: str, notes: list[str]) -> None:
    """Led in as notes, so that a quotation says so; the slide's picture and number are none."""
    beside = shape("3", placeholder="sldNum") + shape(*notes, placeholder="body")
    content = a_presentation(
        shape(title, placeholder="ctrTitle") + shape(text, placeholder="subTitle"),
        notes={1: beside},
        title="Office Theme Template",
    )
    document = read(content, "")

    assert document.title == title
    assert shown(document) == [("slide-1", [text, "Notes:", *(f"- {each}" for each in notes)])]
    assert sentences(document.sections[0].text)[-1].whole == f"Notes: {notes[-1]}"


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Pangsa robot", "Jakarta", "Hanoi"),
        ("สัดส่วน", "กรุงเทพ", "เชียงใหม่"),
        ("Tỷ lệ", "Huế", "Hà Nội"),
    ],
)
def test_a_chart_is_read_as_a_table(title: str, first: str, second: str) -> None:
    """Its values as the chart shows them."""
    chart = CHART.format(title=title, first=first, second=second)
    slide = shape("Robot", placeholder="title") + frame('<c:chart r:id="chart"/>')
    document = read(a_presentation(slide, parts={"chart": chart}), "")

    assert shown(document)[0][1] == [
        title,
        "|  | 2025 |",
        "| --- | --- |",
        f"| {first} | 20% |",
        f"| {second} | 35% |",
    ]


def test_a_chart_without_values_is_reported() -> None:
    """They are in a file that is not there."""
    document = read(a_presentation(shape("Robot") + frame('<c:chart r:id="chart"/>')), "")

    assert [(each.kind, each.places) for each in document.omissions] == [("chart", ("slide 1",))]


def picture(words: str, *, size: int) -> str:
    """Write a picture of so many EMU in both directions, with words for whoever cannot see it.

    PowerPoint gives each an extension, whose element is called as the one that says the size.
    """
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="1" name="x" descr="{words}"><a:extLst><a:ext uri="{{1}}"/>'
        "</a:extLst></p:cNvPr></p:nvPicPr><p:blipFill>"
        f'<a:blip r:embed="{words}"/></p:blipFill><p:spPr><a:xfrm><a:ext cx="{size}" cy="{size}"/>'
        "</a:xfrm></p:spPr></p:pic>"
    )


def test_pictures_are_reported_once_and_icons_are_not() -> None:
    """The words for either are read; the name of a file is no word."""
    chart = picture("Alur persetujuan", size=4_000_000)
    icon, scan = picture("tombol hijau", size=640_000), picture("scan001.png", size=640_001)
    document = read(a_presentation(icon + chart + scan + scan), "")

    assert shown(document)[0][1] == ["tombol hijau", "Alur persetujuan"]
    assert [(each.kind, each.places, each.count) for each in document.omissions] == [
        ("picture", ("Alur persetujuan, slide 1", "slide 1"), 2)
    ]


@pytest.mark.parametrize("words", [("Daftar", "Uji", "Rilis"), ("ลงทะเบียน", "ทดสอบ", "ปล่อย")])
def test_a_diagram_is_read_as_a_list(words: tuple[str, str, str]) -> None:
    """In the order and the depth in which it is drawn, without what only says how."""
    points = "".join(
        f'<dgm:pt modelId="{n}"><dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for n, word in enumerate(words, 1)
    )
    lines = [("0", "2", 1), ("0", "1", 0), ("1", "3", 0)]
    inner = "".join(f'<dgm:cxn srcId="{a}" destId="{b}" srcOrd="{n}"/>' for a, b, n in lines)
    drawn = (
        '<dgm:pt modelId="9" type="parTrans"><dgm:t><a:p><a:r><a:t>x</a:t></a:r></a:p></dgm:t>'
        "</dgm:pt>"
    )
    data = (
        f'<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/>{points}{drawn}</dgm:ptLst>'
        f"<dgm:cxnLst>{inner}</dgm:cxnLst></dgm:dataModel>"
    )
    document = read(a_presentation(frame('<dgm:relIds r:dm="data"/>'), parts={"data": data}), "")

    assert shown(document)[0][1] == [f"- {words[0]}", f"  - {words[2]}", f"- {words[1]}"]


def test_merged_cells_count_wherever_they_span() -> None:
    """Down and across; two header rows become one."""

    def cell(text: str, looks: str = "") -> str:
        return f"<a:tc {looks}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"

    gone, below = cell("", 'hMerge="1"'), cell("", 'vMerge="1"')
    rows = [
        [cell("Alat", 'rowSpan="2"'), cell("Data", 'gridSpan="2"'), gone],
        [below, cell("publik"), cell("rahasia")],
        [cell("Zapier"), cell("tanya TI", 'gridSpan="2" rowSpan="2"'), gone],
        [cell("Copilot"), cell("", 'gridSpan="2" vMerge="1"'), cell("", 'hMerge="1" vMerge="1"')],
    ]
    table = "".join(f"<a:tr>{''.join(row)}</a:tr>" for row in rows)
    document = read(a_presentation(frame(f"<a:tbl><a:tblPr/>{table}</a:tbl>")), "")

    assert shown(document)[0][1] == [
        "| Alat | Data publik | Data rahasia |",
        "| --- | --- | --- |",
        "| Zapier | tanya TI | tanya TI |",
        "| Copilot | tanya TI | tanya TI |",
    ]


def test_signs_are_said_in_the_language_of_the_whole_deck() -> None:
    """A slide with a table of names alone says nothing about its language."""
    cells = [["Tool", "Data"], ["Zapier", "✗"]]
    rows = "".join(
        "<a:tr>"
        + "".join(
            f"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"
            for text in row
        )
        + "</a:tr>"
        for row in cells
    )
    first = shape("Kebijakan alat untuk semua karyawan yang memakai data pelanggan.")
    document = read(a_presentation(first, frame(f"<a:tbl>{rows}</a:tbl>")), "")

    assert document.sections[1].text.splitlines()[-1] == "| Zapier | ✗ tidak |"


def test_what_is_struck_or_hidden_is_left_out_and_reported() -> None:
    """Runs, shapes and whole slides; the numbers of the slides stay those that people see."""
    struck = (
        '<a:r><a:rPr strike="sngStrike"/><a:t>Delapan huruf. </a:t></a:r>'
        "<a:r><a:t>Dua belas.</a:t></a:r>"
    )
    document = read(
        a_presentation(
            shape("Sandi", placeholder="title")
            + shape(struck)
            + shape("Rahasia", looks='hidden="1"'),
            'show="0"|' + shape("Slide lama sekali"),
            shape("Akhir", placeholder="title"),
        ),
        "",
    )

    assert shown(document) == [("slide-1", ["Dua belas."]), ("slide-3", [])]
    assert [(each.kind, each.places, each.words) for each in document.omissions] == [
        ("struck-through text", ("slide 1",), 2),
        ("hidden text", ("slide 1", "slide 2"), 4),
    ]


def test_automatic_numbers_and_bullets_that_are_signs_are_read() -> None:
    """Each list counts for itself, and goes on around what is deeper."""

    def line(text: str, looks: str, level: int = 0) -> str:
        return f'<a:pPr lvl="{level}">{looks}</a:pPr><a:r><a:t>{text}</a:t></a:r>'

    number, letter = '<a:buAutoNum type="arabicPeriod"/>', '<a:buAutoNum type="alphaLcParenR"/>'
    cross = '<a:buFont typeface="Wingdings"/><a:buChar char="\u00fb"/>'
    slide = shape(
        line("Daftar", number),
        line("formulir", letter, 1),
        line("bukti", letter, 1),
        line("Uji", number),
        line("Bagikan sandi", cross),
        line("Catatan", "<a:buNone/>"),
        line("Mulai", number),
        placeholder="body",
    )

    assert shown(read(a_presentation(slide), ""))[0][1] == [
        "- 1\\. Daftar",
        "  - a) formulir",
        "  - b) bukti",
        "- 2\\. Uji",
        "- ✗ Bagikan sandi",
        "Catatan",
        "- 1\\. Mulai",
    ]


def test_what_stands_on_every_slide_is_read_once() -> None:
    """Nothing disappears: on the first slide it is read, and the others are free of it."""
    slides = [shape("Hanya untuk karyawan") + shape(f"Aturan {n}") for n in range(1, 4)]
    document = read(a_presentation(*slides), "")

    assert shown(document) == [
        ("slide-1", ["Hanya untuk karyawan", "Aturan 1"]),
        ("slide-2", ["Aturan 2"]),
        ("slide-3", ["Aturan 3"]),
    ]


def test_groups_alternatives_and_strict_files_are_read() -> None:
    """A shape in a group in a group; of alternatives the first that can be read, and only that."""
    inner = shape("Dalam grup")
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="x">{shape("Satu")}</mc:Choice>'
        f"<mc:Fallback>{shape('Dua')}</mc:Fallback></mc:AlternateContent>"
    )
    slide = f"<p:grpSp><p:grpSp>{inner}</p:grpSp></p:grpSp>{both}"

    for is_strict in (False, True):
        document = read(a_presentation(slide, is_strict=is_strict), "")
        assert shown(document) == [("slide-1", ["Dalam grup", "Satu"])]
