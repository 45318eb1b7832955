"""Numbers that Word makes by itself, and signs that are no letters."""

import pytest

from knowledge.documents.document import Document
from knowledge.documents.office.docx import read
from knowledge.documents.office.number_formats import format_number
from knowledge.pages import compose_page, slug
from knowledge.text.sentences import sentences
from tests.fixtures.office_files import (
    a_word_file,
    in_list,
    levels,
    paragraph,
    run,
    table,
    word,
)

CLAUSES = levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))


def numbering(*definitions: str, nums: dict[int, tuple[int, str]] | None = None) -> str:
    """Write lists; *nums* are their numbers with the definition and what they change of it."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{each}</w:abstractNum>'
        for number, each in enumerate(definitions)
    )
    listed = nums or {number + 1: (number, "") for number in range(len(definitions))}
    return abstract + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{change}</w:num>'
        for number, (of, change) in listed.items()
    )


def shown(document: Document) -> list[str]:
    """Give headings and blocks as they stand on the page."""
    lines: list[str] = []
    for each in document.sections:
        lines += [each.heading.partition(" {#")[0], *each.text.splitlines()]
    return [line.replace("\\", "") for line in lines if line]


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (
            "Tujuan",
            "Persetujuan",
            ["Robot surel disetujui kepala pemasaran.", "Yang lain oleh TI."],
        ),
        ("วัตถุประสงค์", "การอนุมัติ", ["หุ่นยนต์อีเมลต้องได้รับอนุมัติ", "อื่น ๆ ฝ่ายไอทีอนุมัติ"]),
        (
            "Mục đích",
            "Phê duyệt",
            ["Robot gửi thư do trưởng phòng duyệt.", "Còn lại do CNTT duyệt."],
        ),
    ],
)
def test_a_clause_shows_the_number_that_word_gives_it(
    first: str, second: str, rules: list[str]
) -> None:
    """Headings and paragraphs; the address of a heading is without it, for it changes."""
    document = read(
        a_word_file(
            paragraph(first, style="H1", looks=in_list(1)),
            paragraph("a", looks=in_list(1, 1)),
            paragraph(second, style="H1", looks=in_list(1)),
            *(paragraph(rule, looks=in_list(1, 1)) for rule in rules),
            paragraph("b", looks=in_list(1, 2)),
            numbering=numbering(CLAUSES),
        ),
        "",
    )

    assert shown(document) == [
        f"1. {first}",
        "1.1 a",
        f"2. {second}",
        f"2.1 {rules[0]}",
        f"- 2.2 {rules[1]}",
        "  - (a) b",
    ]
    page = compose_page("rules.docx", {}, document.sections)
    assert [(each.heading, each.anchor) for each in page.sections] == [
        (f"1. {first}", slug(first)),
        (f"2. {second}", slug(second)),
    ]


def test_numbers_come_from_styles_that_are_linked_to_a_level() -> None:
    """As in nearly every template: the style names the list, and the list the style."""
    linked = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Bab"/>'
        '<w:lvlText w:val="Pasal %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:pStyle w:val="Ayat"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    document = read(
        a_word_file(
            paragraph("Umum", style="Bab"),
            paragraph("Semua staf.", style="Ayat"),
            paragraph("Tanpa nomor", style="Bab", looks=in_list(0)),
            paragraph("Khusus", style="Bab"),
            paragraph("Magang.", style="Ayat"),
            styles=style.format("Bab", "H1") + style.format("Ayat", "Normal"),
            numbering=numbering(linked),
        ),
        "",
    )

    assert shown(document) == [
        "Pasal 1 Umum",
        "1.1 Semua staf.",
        "Tanpa nomor",
        "Pasal 2 Khusus",
        "2.1 Magang.",
    ]


@pytest.mark.parametrize("lead", ["Direktur menyetujui:", "Direktur menyetujui", "ผู้อำนวยการอนุมัติ"])
def test_what_leads_a_list_in_does_not_lead_in_the_next_clause(lead: str) -> None:
    """The items are quoted with their clause, colon or not, and the clause after them is not."""
    document = read(
        a_word_file(
            paragraph("Persetujuan", style="H1", looks=in_list(1)),
            paragraph(lead, looks=in_list(1, 1)),
            paragraph("robot gaji", looks=in_list(1, 2)),
            paragraph("robot penghapus", looks=in_list(1, 2)),
            paragraph("Robot lain disetujui kepala bagian.", looks=in_list(1, 1)),
            numbering=numbering(CLAUSES),
        ),
        "",
    )

    assert [each.whole for each in sentences(document.sections[0].text)] == [
        f"1.1 {lead}",
        f"1.1 {lead} (a) robot gaji",
        f"1.1 {lead} (b) robot penghapus",
        "1.2 Robot lain disetujui kepala bagian.",
    ]


def test_lists_start_restart_and_go_on_as_word_does() -> None:
    """A second list of the same definition goes on, unless it says where it starts."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    document = read(
        a_word_file(
            paragraph("a", looks=in_list(1)),
            paragraph("b", looks=in_list(2)),
            paragraph("Jeda."),
            paragraph("c", looks=in_list(3)),
            paragraph("d", looks=in_list(3)),
            paragraph("e", looks=in_list(4)),
            numbering=numbering(
                levels(("decimal", "%1)")),
                levels(("upperRoman", "%1."), start=4),
                nums={1: (0, ""), 2: (0, ""), 3: (0, override), 4: (1, "")},
            ),
        ),
        "",
    )

    assert shown(document) == ["- 1) a", "- 2) b", "Jeda.", "- 5) c", "- 6) d", "- IV. e"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", ["1", "4", "28"]),
        ("decimalZero", ["01", "04", "28"]),
        ("lowerLetter", ["a", "d", "bb"]),
        ("upperRoman", ["I", "IV", "XXVIII"]),
        ("ordinal", ["1st", "4th", "28th"]),
        ("thaiLetters", ["ก", "ง", "ฟ"]),
        ("thaiNumbers", ["๑", "๔", "๒๘"]),
        ("ordinalText", ["First", "Fourth", "28"]),
        ("someFutureFormat", ["1", "4", "28"]),
    ],
)
def test_numbers_are_written_as_the_list_says(style: str, expected: list[str]) -> None:
    """In the formats of the languages here; any other in digits."""
    assert [format_number(number, style) for number in (1, 4, 28)] == expected


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>',
        ),
        (
            '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>',
            '<w:r><w:sym w:font="Wingdings 2" w:char="F04F"/></w:r>',
        ),
        (
            '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>',
            '<w:r><w:sym w:font="Webdings" w:char="F072"/></w:r>',
        ),
        (
            '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\u00fc</w:t></w:r>',
            '<w:r><w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0fb</w:t></w:r>',
        ),
        ("<w:r><w:t>✔</w:t></w:r>", "<w:r><w:t>✘</w:t></w:r>"),
    ],
)
@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("A tick means that the tool may be used for such data.", ("yes", "no")),
        ("Tanda centang berarti alat ini boleh dipakai untuk data tersebut.", ("ya", "tidak")),
        ("เครื่องหมายถูกหมายถึงใช้เครื่องมือกับข้อมูลนั้นได้", ("ใช่", "ไม่")),
        ("Dấu tích nghĩa là công cụ được phép dùng cho dữ liệu đó.", ("có", "không")),
    ],
)
def test_a_tick_and_a_cross_in_a_table_become_words(
    yes: str, no: str, rule: str, words: tuple[str, str]
) -> None:
    """In the language of the page, from whichever font the sign is."""
    rows = table(["Zapier", "Copilot"], [paragraph(yes), paragraph(no)])
    document = read(a_word_file(paragraph(rule), rows), "")
    signs = document.sections[0].text.splitlines()[-1].strip("| ").split(" | ")

    assert tuple(each[1:].strip() for each in signs) == words


def test_check_boxes_say_whether_they_are_checked() -> None:
    """A checked one is drawn as a crossed box in Word, which means yes."""
    box = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
    )
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/>'
        '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(
        a_word_file(paragraph(box.format(1), " Publik ", box.format(0), " Rahasia ", old, " TI")),
        "",
    )

    assert document.sections[0].text == "☑ Publik ☐ Rahasia ☑ TI"


def test_signs_that_compare_are_read_from_the_symbol_font() -> None:
    """At most and at least are opposites."""
    signs = (
        word("r", word("sym", font="Symbol", char="F0A3")),
        word("r", word("sym", font="Symbol", char="F0B3")),
    )

    assert (
        read(a_word_file(paragraph("Berat ", signs[0], "5 kg, umur ", signs[1], "17")), "")
        .sections[0]
        .text
        == "Berat ≤5 kg, umur ≥17"
    )


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (("☒", "☐"), ["☒ yes", "☐ no"]),
        (("☑", "☒"), ["☑ yes", "☒ no"]),
        (("✓ (by day)", "✗"), ["✓ yes (by day)", "✗ no"]),
        (("✓ or ✗", "2"), ["✓ or ✗", "2"]),
    ],
)
def test_a_sign_means_what_it_means_beside_the_others(
    signs: tuple[str, str], expected: list[str]
) -> None:
    """A crossed box is a choice among empty ones, and a refusal among checked ones."""
    rows = table(["First tool", "Second tool"], list(signs))
    document = read(a_word_file(paragraph("Tools that people may use."), rows), "")

    assert document.sections[0].text.splitlines()[-1].strip("| ").split(" | ") == expected


def test_a_hidden_paragraph_has_no_number() -> None:
    """What nobody sees is not counted; what is struck through is."""
    rows = [("a", ""), ("b", "<w:vanish/>"), ("c", "<w:strike/>"), ("d", "")]
    document = read(
        a_word_file(
            *(paragraph(run(text, looks), looks=in_list(1)) for text, looks in rows),
            numbering=numbering(CLAUSES),
        ),
        "",
    )

    assert shown(document) == ["- 1. a", "- 3. d"]


def test_a_bullet_that_is_a_cross_says_so() -> None:
    """A list of what to do and what not to do has its meaning in its bullets."""

    def bullets(letter: str) -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{letter}"/>'
            '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
        )

    document = read(
        a_word_file(
            paragraph("Kunci layar", looks=in_list(1)),
            paragraph("Bagikan sandi", looks=in_list(2)),
            paragraph("Biasa", looks=in_list(3)),
            numbering=numbering(bullets("\uf0fc"), bullets("\uf0fb"), bullets("\uf0a7")),
        ),
        "",
    )

    assert shown(document) == ["- ✓ Kunci layar", "- ✗ Bagikan sandi", "- Biasa"]
