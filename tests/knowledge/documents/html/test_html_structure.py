"""Tables, lists, notes and callouts of HTML keep what belongs together."""

import pytest

from tests.knowledge.documents.html.test_html_shown import left_out, said

INNER = "<table><tr><th>Jenis</th><th>Batas</th></tr><tr><td>pesan</td><td>{}</td></tr></table>"


def test_a_table_in_a_cell_goes_with_the_row_around_it() -> None:
    """Each of its rows carries the outer cells."""
    html = (
        "<table><tr><th>Alat</th><th>Batas</th></tr>"
        f"<tr><td>Copilot</td><td>{INNER.format(500)}</td></tr>"
        f"<tr><td>Power Apps</td><td>{INNER.format(200)}</td></tr></table>"
    )

    assert said(html) == [
        "Alat: Copilot; Jenis: pesan; Batas: 500",
        "Alat: Power Apps; Jenis: pesan; Batas: 200",
    ]


def test_nested_tables_of_other_shapes() -> None:
    """With other names in each row, a row without one, and one without names."""
    html = (
        "<table><tr><td>Công cụ</td><td>Giới hạn</td><td>Ai</td></tr>"
        "<tr><td>A</td><td><table><tr><td>Loại</td><td>Số</td></tr><tr><td>tin</td><td>5</td></tr>"
        "<tr><td>tệp</td><td>2</td></tr></table></td><td>Mai</td></tr>"
        "<tr><td>B</td><td>không</td><td>Lan</td></tr>"
        "<tr><td>C</td><td><table><tr><td>tùy</td></tr></table></td><td>Hoa</td></tr></table>"
    )

    assert said(html) == [
        "Công cụ: A; Ai: Mai; Loại: tin; Số: 5",
        "Công cụ: A; Ai: Mai; Loại: tệp; Số: 2",
        "Công cụ: B; Giới hạn: không; Ai: Lan",
        "Công cụ: C; Ai: Hoa; Giới hạn: tùy",
    ]


def test_a_table_without_names_is_read_as_pairs() -> None:
    """A number does not name the numbers below it, in a cell of another table neither."""
    pairs = "<table><tr><td>Pesan</td><td>{}</td></tr><tr><td>Berkas:</td><td>{}</td></tr></table>"
    nested = (
        "<table><tr><th>Alat</th><th>Batas</th></tr>"
        f"<tr><td>Copilot</td><td>{pairs.format(500, 5)}</td></tr>"
        f"<tr><td>Power Apps</td><td>{pairs.format(200, 2)}</td></tr></table>"
    )

    named = "<table><tr><td>Alat<td>2025<td>Biaya 26<tr><td>A<td>USD 4<td>5</table>"

    assert said(named)[0] == "Alat: A; 2025: USD 4; Biaya 26: 5"
    assert said(pairs.format("20 sehari", "3")) == ["Pesan: 20 sehari", "Berkas: 3"]
    assert said(nested) == [
        "Alat: Copilot; Batas: Pesan: 500",
        "Alat: Copilot; Batas: Berkas: 5",
        "Alat: Power Apps; Batas: Pesan: 200",
        "Alat: Power Apps; Batas: Berkas: 2",
    ]


def test_a_table_that_only_places_things_is_read_cell_by_cell() -> None:
    """Old pages and mails are made so."""
    html = (
        "<table><tr><td><h2>Menu</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>"
        "<table role=presentation><tr><td>Three.</td><td>Four.</td></tr></table>"
        f"<table><tr><td>{INNER.format(5)}</td><td>{INNER.format(6)}</td></tr></table>"
    )

    assert said(html) == [
        "# Menu",
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Jenis: pesan; Batas: 5",
        "Jenis: pesan; Batas: 6",
    ]


def test_a_table_may_name_its_rows_and_have_two_rows_of_names() -> None:
    """As page properties do, and reports."""
    html = (
        "<table><tr><th>Chủ</th><td>Mai</td></tr><tr><th>Bản</th><td>1.10</td></tr></table>"
        "<table><tr><th rowspan=2>Tool</th><th colspan=2>Limit</th></tr><tr><th>Day</th><th>Month"
        "</th></tr><tr><td>A</td><td>1</td><td>2</td></tr></table>"
    )

    assert said(html) == ["Chủ: Mai", "Bản: 1.10", "Tool: A; Limit Day: 1; Limit Month: 2"]


def test_lists_keep_their_numbers_their_depth_and_their_cells() -> None:
    """A numbered list goes on where it says."""
    html = (
        "<ol start=3><li>Tanya<ul><li>Mei<li>Tom</ul><li><p>Tunggu</p><p>dua hari</p></ol>"
        "<table><tr><th>A<th>B<tr><td><ul><li>x<li>y</ul><td>z</table>"
    )

    assert said(html) == ["Tanya", "Tanya Mei", "Tanya Tom", "Tunggu dua hari", "A: x; y; B: z"]


CALLOUTS = {
    "MkDocs": "<div class='admonition danger'><p class='admonition-title'>Jangan</p>{}</div>",
    "Confluence": (
        "<div class='confluence-information-macro confluence-information-macro-warning'><p"
        " class='title'>Jangan</p><span class='aui-icon'></span><div"
        " class='confluence-information-macro-body'>{}</div></div>"
    ),
    "Bootstrap": "<div class='alert' role=alert><h4 class='alert-heading'>Jangan</h4>{}</div>",
    "GitHub": (
        "<div class='markdown-alert'><p class='markdown-alert-title'><svg><path/></svg>Jangan</p>{}"
        "</div>"
    ),
    "Docusaurus": (
        "<div class='theme-admonition alert'><div class='admonitionHeading_x'><span><svg/></span>"
        "Jangan</div><div class='admonitionContent_y'>{}</div></div>"
    ),
    "Confluence storage": (
        "<ac:structured-macro ac:name='warning'><ac:parameter ac:name='title'>Jangan"
        "</ac:parameter><ac:rich-text-body>{}</ac:rich-text-body></ac:structured-macro>"
    ),
    "terms": "<dl><dt>Jangan</dt><dd>{}</dd></dl>",
}


@pytest.mark.parametrize("callout", CALLOUTS.values(), ids=CALLOUTS)
def test_the_title_of_a_callout_stays_with_each_sentence(callout: str) -> None:
    """Without "never", what is below it says the opposite."""
    inner = "<p>Unggah kontrak. Bagikan sandi.</p><ul><li>Jual data</li></ul>"

    assert said(f"<h1>A</h1>{callout.format(inner)}<p>Tanya Mei.</p>") == [
        "# A",
        "Jangan:",
        "Jangan: Unggah kontrak. Bagikan sandi.",
        "Jangan: Jual data",
        "Tanya Mei.",
    ]


def test_whatever_a_callout_holds_keeps_its_title() -> None:
    """Below "never", "upload to:" is the opposite of what it says."""
    html = (
        "<div class=admonition><p class=admonition-title>Jangan</p><p>Unggah ke:</p><ol><li>A</ol>"
        "<p>Kirim.</p><p>Bagi ke:</p><ul><li>B</ul><ol><li>C</ol></div>"
    )

    assert said(html) == [
        "Jangan: Unggah ke:",
        "Jangan: Unggah ke: A",
        "Jangan:",
        "Jangan: Kirim.",
        "Jangan: Bagi ke:",
        "Jangan: Bagi ke: B",
        "Jangan:",
        "Jangan: C",
    ]


NOTES = {
    "pandoc": (
        "<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a>",
        "<section class='footnotes'><ol><li id='fn1'><p>{}<a href='#fnref1'>↩︎</a></ol></section>",
    ),
    "aside": (
        "<sup><a href='#n1'>*</a></sup>",
        "<aside id='n1' role='doc-footnote'><p>{}</p></aside>",
    ),
    "GitHub": (
        "<sup><a href='#user-content-fn-1' id='user-content-fnref-1' data-footnote-ref>1</a></sup>",
        (
            "<section class='footnotes'><h2 class='sr-only'>Footnotes</h2><ol><li id="
            "'user-content-fn-1'><p>{} <a href='#user-content-fnref-1'>↩</a></ol></section>"
        ),
    ),
    "Word": (
        "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> {}</div>",
    ),
    "Google Docs": (
        "<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>",
        "<hr><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;{}</span></p></div>",
    ),
    "no link": ("<sup>1</sup>", "<div class=footnotes><p class='footnote'>1 {}</p></div>"),
    "a table": (
        "<a href='#t1' id='r1'>1</a>",
        "<table><tr><td id='t1'><a href='#r1'>1</a> {}</td></tr></table>",
    ),
}


@pytest.mark.parametrize(("mark", "note"), NOTES.values(), ids=NOTES)
def test_a_footnote_stands_in_its_sentence(mark: str, note: str) -> None:
    """And nowhere else."""
    text = "Trừ nhân viên thử việc."
    html = f"<h1>Phép</h1><p><span>Mỗi người có 12 ngày phép.</span>{mark} Hỏi Mai.</p>"

    assert said(html + note.format(text)) == [
        "# Phép",
        "Mỗi người có 12 ngày phép (Trừ nhân viên thử việc).",
        "Hỏi Mai.",
    ]


def test_tasks_say_whether_they_are_done() -> None:
    """As GitHub, Notion and Confluence export them."""
    html = (
        "<ul><li class=task-list-item><input type=checkbox checked disabled> Tanya"
        "<li><div class='checkbox checkbox-off'></div> Tulis</ul>"
        "<ul class=inline-task-list><li class=checked>Latih<li>Tanda tangan</ul>"
    )

    assert said(html) == ["☑ Tanya", "☐ Tulis", "☑ Latih", "☐ Tanda tangan"]


def test_a_link_to_another_clause_is_no_footnote() -> None:
    """Nothing leads back from there."""
    html = "<p>See <a href='#b'>2</a>.</p><h2 id=b>B</h2><p>Text.</p><p id=c>More.</p>"

    assert said(html) == ["See 2.", "# B {#b}", "Text.", "More."]


def test_comments_of_a_document_are_reported() -> None:
    """They are nobody's rule."""
    html = (
        "<p>ลาได้ 12 วัน<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p>\n"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>ถามฝ่ายบุคคล อีกครั้ง</span></p></div>"
        "\n<!-- ยังไม่ได้ตรวจ -->"
    )

    assert said(html) == ["ลาได้ 12 วัน"]
    assert [kind for kind, _, _ in left_out(html)] == ["comment"]


def test_words_exports_keep_their_lists_and_abbreviations_their_meaning() -> None:
    """Word writes paragraphs with a mark; an abbreviation is spelt out once."""
    html = (
        "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·"
        "<span>&nbsp;</span></span><![endif]>Ajukan<o:p></o:p></p><p style='mso-list:l0 level2'>"
        "<span style='mso-list:Ignore'>a.</span>kepada atasan</p>"
        "<p>Hanya <abbr title='Data Protection Officer'>DPO</abbr>.</p><p><abbr title='Data"
        " Protection Officer'>DPO</abbr> itu Mei.</p>"
    )

    assert said(html) == [
        "Ajukan",
        "Ajukan a. kepada atasan",
        "Hanya DPO (Data Protection Officer).",
        "DPO itu Mei.",
    ]
