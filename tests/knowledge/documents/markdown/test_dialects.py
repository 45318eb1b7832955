"""What generators and wikis add to Markdown means here what it means there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.documents.markdown.dialects import to_common_mark
from knowledge.documents.markdown.page import parse
from knowledge.pages import Page
from knowledge.text.sentences import sentences

ITEMS = "Unggah kontrak. Bagikan sandi."


def said(page: Page) -> list[str]:
    """Give the headings of a page and what can be quoted below each, in order."""
    found: list[str] = []
    for section in page.sections:
        found += [f"# {section.heading}"] if section.level else []
        found += [each.whole for each in sentences(section.text)]
    return found


def quoted(text: str) -> list[str]:
    """Give what can be quoted of a Markdown text."""
    return said(parse("page.md", text))


def left_out(text: str) -> list[tuple[str, int, int]]:
    """Give what a page leaves out: kind, words and line."""
    found = parse("page.md", text).omissions
    return [(each.kind, each.words, each.line) for each in found]


CALLOUTS = {
    "MkDocs": f'!!! danger "Jangan"\n\n    {ITEMS}\n\n    - Jual data',
    "MkDocs in a list": f'- A\n\n    !!! note "Jangan"\n        {ITEMS}\n\n        - Jual data',
    "MkDocs that folds": f'???+ danger "Jangan"\n    {ITEMS}\n\n    - Jual data\n\nText.',
    "tabs": f'=== "Jangan"\n\n    {ITEMS}\n\n    - Jual data',
    "Docusaurus": f":::danger Jangan\n{ITEMS}\n\n- Jual data\n:::",
    "Docusaurus with brackets": f":::danger[Jangan]\n\n{ITEMS}\n\n- Jual data\n\n:::",
    "VuePress": f"::: danger Jangan\n{ITEMS}\n\n* Jual data\n:::",
    "an attribute": f':::warning{{title="Jangan"}}\n{ITEMS}\n- Jual data\n:::',
    "blocks with slashes": f"/// danger | Jangan\n{ITEMS}\n\n- Jual data\n///",
    "MyST with colons": f":::{{admonition}} Jangan\n:class: big\n{ITEMS}\n\n1. Jual data\n:::",
    "GitHub and Obsidian": f"> [!DANGER]- Jangan\n> {ITEMS}\n>\n> - Jual data",
    "GitBook": f'{{% hint title="Jangan" style="danger" %}}\n{ITEMS}\n- Jual data\n{{% endhint %}}',
    "Hugo": f'{{{{< notice warning "Jangan" >}}}}\n{ITEMS}\n- Jual data\n{{{{< /notice >}}}}',
    "Hugo with Markdown": (
        f'{{{{% alert title="Jangan" %}}}}\n{ITEMS}\n\n- Jual data\n{{{{% /alert %}}}}'
    ),
    "MyST": f"```{{warning}} Jangan\n:class: big\n{ITEMS}\n\n- Jual data\n```",
    "Obsidian's ad-": f"```ad-warning\ntitle: Jangan\n{ITEMS}\n\n- Jual data\n```",
    "a component": f'<Callout type="x" title="Jangan">\n\n{ITEMS}\n\n- Jual data\n\n</Callout>',
    "a tab of a component": (
        f'<Tabs>\n<TabItem value="a" label="Jangan">\n\n{ITEMS}\n\n- Jual data\n</TabItem>\n</Tabs>'
    ),
    "a term": f"Jangan\n: {ITEMS}\n\n: Jual data",
    "HTML": f"<div class='admonition'><p class='admonition-title'>Jangan</p><p>{ITEMS}</p>"
    "<ul><li>Jual data</li></ul></div>",
}


@pytest.mark.parametrize("callout", CALLOUTS.values(), ids=CALLOUTS)
def test_the_title_of_a_callout_stays_with_each_sentence(callout: str) -> None:
    """A prohibition below "never" must not lose its never, in whatever notation."""
    found = quoted(f"# A\n\n{callout}\n")

    assert [each for each in found if each not in {"# A", "A", "Text.", "Jangan:"}] == [
        f"Jangan: {ITEMS}",
        "Jangan: Jual data",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (":::danger\nอย่าอัปโหลด\n:::", "Danger"),
        ("!!! caution\n    อย่าอัปโหลด", "Caution"),
        ("> [!WARNING]\n> อย่าอัปโหลด", "Warning"),
        ('{% hint style="danger" %}\nอย่าอัปโหลด\n{% endhint %}', "Danger"),
        ("::: {.important}\nอย่าอัปโหลด\n:::", "Important"),
        ("<Warning>อย่าอัปโหลด</Warning>", "Warning"),
        ("::: {.columns}\nอย่าอัปโหลด\n:::", ""),
        ('!!! danger ""\n    อย่าอัปโหลด', ""),
        ("<aside>\nอย่าอัปโหลด\n\n</aside>", ""),
        ("<div markdown>\nอย่าอัปโหลด\n</div>", ""),
    ],
)
def test_a_callout_without_a_title_has_that_of_its_kind(text: str, title: str) -> None:
    """As people see it; what only parts a page has none."""
    expected = [f"{title}:", f"{title}: อย่าอัปโหลด"] if title else ["อย่าอัปโหลด"]

    assert quoted(text) == expected


def test_callouts_in_callouts_and_code_in_them() -> None:
    """Markers in code are code."""
    text = (
        "::::note Ngoài\n\nMột.\n\n:::tip Trong\nHai.\n:::\n\nBa:\n\n- bốn\n\n::::\n\n"
        "```\n:::note\n!!! danger\n```\n\n1. Năm\n\n   :::warning Nóng\n   Sáu.\n   :::\n"
    )

    assert quoted(text) == [
        "Ngoài:",
        "Ngoài: Một.",
        "Trong:",
        "Trong: Hai.",
        "Ba:",
        "Ba: bốn",
        ":::note\n!!! danger",
        "Năm",
        "Năm Nóng:",
        "Nóng: Sáu.",
    ] or quoted(text)[-3:] == ["Năm", "Nóng:", "Nóng: Sáu."]


FOLDED = {
    "on lines": "<details>\n<summary>Ai trả?</summary>\n\nNhóm trả.\n\n</details>",
    "on one line": "<details><summary>Ai trả?</summary>Nhóm trả.</details>",
    "in HTML": "<details open>\n<summary><b>Ai trả?</b></summary>\n<p>Nhóm trả.</p>\n</details>",
    "MkDocs": '??? question "Ai trả?"\n    Nhóm trả.',
    "Docusaurus": ":::details Ai trả?\nNhóm trả.\n:::",
    "Mintlify": '<Accordion title="Ai trả?">\nNhóm trả.\n</Accordion>',
    "Hugo": '{{< details summary="Ai trả?" >}}\nNhóm trả.\n{{< /details >}}',
}


@pytest.mark.parametrize("folded", FOLDED.values(), ids=FOLDED)
def test_what_folds_is_a_clause_unless_other_text_follows(folded: str) -> None:
    """The text behind it would be cited as part of it."""
    assert quoted(f"# A\n\n{folded}\n") == ["# A", "# Ai trả?", "Nhóm trả."]
    assert quoted(f"# A\n\n{folded}\n\nLuôn luôn.\n") == [
        "# A",
        "Ai trả?",
        "Ai trả? Nhóm trả.",
        "Luôn luôn.",
    ]


@pytest.mark.parametrize(
    "struck",
    [
        "~~30 hari~~",
        "~30 hari~",
        "<s>30 hari</s>",
        "<del>30 hari</del>",
        "<span style='text-decoration:line-through'>30 hari</span>",
        "~~30\nhari~~",
    ],
)
def test_what_is_struck_is_no_rule_in_force(struck: str) -> None:
    """It is left out and reported, with its line; in code it is no mark."""
    text = f"# Log\n\nDisimpan {struck} 90 hari. `~~Kode~~` dan ~5 menit.\n"

    assert quoted(text) == ["# Log", "Disimpan 90 hari.", "~~Kode~~ dan ~5 menit."]
    assert left_out(text) == [("struck-through text", 2, 3)]


def test_a_list_that_a_callout_leads_in_keeps_the_title_of_it() -> None:
    """Below "never", "upload to:" is the opposite of what it says."""
    inner = ("Unggah ke:", "1. A", "Kirim.", "Bagi ke:", "- B", "1. C")
    text = '!!! danger "Jangan"\n\n' + "\n\n".join(f"    {each}" for each in inner)

    assert quoted(text) == [
        "Jangan: Unggah ke:",
        "Jangan: Unggah ke: A",
        "Jangan:",
        "Jangan: Kirim.",
        "Jangan: Bagi ke:",
        "Jangan: Bagi ke: B",
        "Jangan:",
        "Jangan: C",
    ]


def test_nothing_is_left_of_what_is_struck_whole() -> None:
    """No item, no lonely mark, and the line of what follows stays true."""
    text = (
        "# A\n\n- ~~Call~~\n- Write\n\n**~~Old rule~~**. New rule.\n\n## ~~Old~~ New\n\nText.\n\n"
        "<s>\n\nOld block.\n\n</s>\n\n## ~~Old~~\n\nLast.\n"
    )
    page = parse("page.md", text)

    assert said(page) == ["# A", "Write", "New rule.", "# New", "Text.", "# A", "Last."]
    assert [each.line for each in page.sections] == [1, 8, 18]


def test_markdown_in_html_stays_markdown() -> None:
    """An empty line in an element begins it; what folds within what folds keeps both questions."""
    text = (
        "# A\n\n<div class=x><div>\n\nTanya **Mei**.\n\n</div></div>\n\n<details>\n  <summary>"
        "Ai?</summary>\n\n  Mai.\n\n  <details>\n    <summary>Khi nào?</summary>\n    Thứ hai.\n"
        "  </details>\n</details>\n\nHết.\n"
    )

    assert quoted(text) == [
        "# A",
        "Tanya Mei.",
        "Ai?",
        "Ai? Mai.",
        "Ai? Khi nào?",
        "Khi nào? Thứ hai.",
        "Hết.",
    ]


def test_html_in_markdown_becomes_markdown() -> None:
    """Tables, lists and line breaks; what is hidden in it is not said."""
    text = (
        "# Biaya\n\n<table>\n<tr><th>Kursus</th><th>Biaya</th></tr>\n\n<tr><td>Dasar</td>"
        "<td>USD 40</td></tr>\n</table>\n\n<ul>\n<li>satu<ul><li>dua</li></ul></li></ul>\n\n"
        "<div hidden>\n\nHarga rahasia.\n\n</div>\n\n<h2 id='x'>Lain</h2>\n<p>Tanya <b>Mei</b>."
        "</p>\n\n## Akhir\n\n| A | B |\n|---|---|\n| x<br>y | <i class='fa fa-times'></i> |\n"
    )
    page = parse("page.md", text)

    assert said(page) == [
        "# Biaya",
        "Kursus: Dasar; Biaya: USD 40",
        "satu",
        "satu dua",
        "# Lain",
        "Tanya Mei.",
        "# Akhir",
        "A: x y; B: ✗",
    ]
    assert [(each.anchor, each.line) for each in page.sections] == [
        ("biaya", 1),
        ("x", 18),
        ("akhir", 21),
    ]
    assert left_out(text) == [("hidden text", 2, 12)]


def test_notes_and_abbreviations_stand_where_they_are_used() -> None:
    """Definitions are no text of their own; a note that nothing refers to is reported."""
    text = (
        "# Phép\n\nMỗi người có 12 ngày phép.[^1] Hỏi DPO[^b] trước. `[^1]`\n\n"
        "Chỉ một lần^[trừ thực tập. Luôn vậy.]. DPO là Mai.\n\n[^1]: Trừ thử việc.\n    Và thực tập"
        "\n[^b]: Bà Mai\n[^c]: Bỏ quên ở đây\n\n*[DPO]: Data Protection Officer\n"
    )

    assert quoted(text) == [
        "# Phép",
        "Mỗi người có 12 ngày phép (Trừ thử việc; Và thực tập).",
        "Hỏi DPO (Data Protection Officer) (Bà Mai) trước.",
        "[^1]",
        "Chỉ một lần (trừ thực tập; Luôn vậy).",
        "DPO là Mai.",
    ]
    assert left_out(text) == [("footnote", 4, 10)]


def test_tags_of_templates_are_removed_and_reported() -> None:
    """In code they stay; a value that they would have put there is a word that lacks."""
    text = (
        "import Tab from '@theme/Tabs';\n\n# A\n\n{% include warning.html %}\n{% if x %}Tanya "
        "{{ desk }}.{% endif %}\n\n{{< figure src='a.png' >}}\n\nPakai `{{ nama }}`. {/* lalu */}\n"
        "\n```\n{{ nama }}\n```\n\n<Chart data={x} />\n\nSelesai.\n"
    )
    page = parse("page.md", text)

    assert said(page) == ["# A", "Tanya .", "Pakai {{ nama }}.", "{{ nama }}", "Selesai."]
    tags = next(each for each in page.omissions if each.kind == "template tag")
    assert (tags.count, tags.words) == (6, 1)
    assert "comment" in {each.kind for each in page.omissions}


def test_links_attributes_and_other_marks_of_wikis() -> None:
    """They are no words."""
    text = (
        "# A {: #a1 .big }\n\n[TOC]\n\nLihat [[alat-resmi|alat resmi]], [[Kelas Data]] dan [[Alat "
        'lain|alat-lain]] di [sini](b.md){:target="_blank"}. ==Selalu== :x: tanya. ^abc123\n\n'
        "![[foto.png]] ![](alur.png) ![Alur](x.png)\n\n%%ingat ini%%\n\n- [x] Sudah\n- [ ] Belum\n"
        "\n## B {/* #b1 */}\n\nHarga {a} < 5 dan > 3, x == y, C:\\dir, 10:30, a^2.\n"
    )
    page = parse("page.md", text)

    assert said(page) == [
        "# A",
        "Lihat alat resmi, Kelas Data dan Alat lain di sini.",
        "Selalu ✗ tanya.",
        "Alur",
        "☑ Sudah",
        "☐ Belum",
        "# B",
        "Harga {a} < 5 dan > 3, x == y, C:\\dir, 10:30, a^2.",
    ]
    assert page.clauses == ("page#a1", "page#b1")
    assert {each.kind: each.places for each in page.omissions} == {
        "comment": ("line 9",),
        "picture": ("foto.png", "alur.png"),
    }


def test_plain_markdown_stays_as_it_is() -> None:
    """Not a letter of it changes, so that notes and versions of pages stay what they are."""
    text = (
        "# A\n\nText: with <b>tags</b> &amp; `code`, [a](b.md#c), a colon: and ~ 5.\n\n"
        "> quoted [x]\n\n* a\n* b\n\nSo:\n\n    code: {{ x }}\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n"
        "\n***\n\nEnd ^^\n"
    )
    page = parse("page.md", text)

    assert page.sections[0].text == text.partition("\n\n")[2].rstrip("\n")
    assert page.omissions == ()


def test_lines_stay_those_of_the_file() -> None:
    """Whatever is put together above."""
    table = "<table><tr><th>A<th>B<tr><td>1<td>2</table>"
    text = f"---\ntitle: T\n---\n{table}\n\n# B\n\n~~x~~ C\n\n## D\n"
    page = parse("page.md", text)

    assert [(each.heading, each.line) for each in page.sections] == [("T", 4), ("B", 6), ("D", 10)]
    assert [each.text_line for each in page.sections][:2] == [4, 8]


@pytest.mark.parametrize(
    "mark", [":::note\n", "<details>\n", "{% tab %}\n", "!!! note\n    x\n    "]
)
def test_many_marks_that_do_not_end_take_no_time(mark: str) -> None:
    """A broken export has thousands."""
    assert parse("page.md", "# A\n\nText.\n\n" + mark * 1_500).sections


@pytest.mark.parametrize("word", ["a", "a ", "a-b ", "_"])
def test_a_long_line_after_a_mark_takes_no_time(word: str) -> None:
    """Random bytes make one, and so does a table of marks."""
    assert parse("page.md", f"# A\n\nText.\n\n!!! {word * 5_000}!\n").sections


PIECES = st.sampled_from(
    [
        *(":::note\n", ":::\n", '!!! a "b"\n', "    x\n", "> [!NOTE]\n", "> q\n", "```\n"),
        *("~~", "~", "<details>", "</details>", "<summary>", "</summary>", "{% a %}", "{% enda %}"),
        *("{{", "}}", '<A b="c">\n', "</A>\n", "[^1]", "[^1]: n\n", "\n\n", "\n", "# h\n", "- "),
        *("| a | b |\n|---|---|\n", "<table><tr><td>", "</table>", "<div hidden>\n", "</div>\n"),
        *("`", "``", "<!--", "-->", "[[a|b]]", "{#a}", ": d\n", "T\n", "%%", "ไทย", "\t", "<dl>"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_any_mixture_of_marks_is_read(pieces: list[str]) -> None:
    """Each line of the result is one of the file, and they come in order."""
    body = "".join(pieces)
    plain = to_common_mark(body)

    assert len(plain.numbers) == plain.text.count("\n") + 1
    assert all(1 <= number <= body.count("\n") + 1 for number in plain.numbers)
