"""HTML is read as a person sees it: what folds is content, what is hidden or struck is not."""

import pytest

from knowledge.documents.html.reader import read
from knowledge.text.sentences import sentences


def said(html: str) -> list[str]:
    """Give the headings of a page and what can be quoted below each, in order."""
    found: list[str] = []
    for section in read(html.encode(), "page.html").sections:
        found += [f"# {section.heading}"] if section.heading else []
        found += [each.whole for each in sentences(section.text)]
    return found


def left_out(html: str) -> list[tuple[str, int, int]]:
    """Give what a page leaves out: kind, words and line."""
    found = read(html.encode(), "page.html").omissions
    return [(each.kind, each.words, each.line) for each in found]


FOLDED = {
    "a button in a heading": (
        "<h1>Rekaman</h1><h2><button aria-expanded='false'>Bolehkah merekam rapat?</button></h2>"
        "<div hidden><p>Minta izin semua peserta dahulu.</p></div>"
    ),
    "a button that names its panel": (
        "<h1>Rekaman</h1><button aria-controls='c1'>Bolehkah merekam rapat?</button><p id='x'></p>"
        "<div id='c1' style='display: none'>Minta izin semua peserta dahulu.</div>"
    ),
    "Bootstrap": (
        "<h1>Rekaman</h1><div class='card'><h2><a data-toggle='collapse' href='#c1'>Bolehkah"
        " merekam rapat?</a></h2><div id='c1' class='collapse'>Minta izin semua peserta dahulu."
        "</div></div>"
    ),
    "a script": (
        "<h1>Rekaman</h1><h2>Bolehkah merekam rapat?</h2><a onclick=\"show('c1')\">+</a>"
        "<div id='c1' style='display:none'>Minta izin semua peserta dahulu.</div>"
    ),
    "details": (
        "<h1>Rekaman</h1><details><summary>Bolehkah merekam rapat?</summary>Minta izin semua"
        " peserta dahulu.</details>"
    ),
    "a button before its panel": (
        "<h1>Rekaman</h1><button class='accordion' onclick='f()'>Bolehkah merekam rapat?</button>"
        "<div class='panel' style='display:none'>Minta izin semua peserta dahulu.</div>"
    ),
    "a heading that is pressed": (
        "<h1>Rekaman</h1><h2 onclick='show(this)'>Bolehkah merekam rapat?</h2><div style='display:"
        "none'>Minta izin semua peserta dahulu.</div>"
    ),
    "a box": (
        "<h1>Rekaman</h1><h2>Bolehkah merekam rapat?</h2><input type=checkbox id=a><label for=a>+"
        "</label><div style='display:none'>Minta izin semua peserta dahulu.</div>"
    ),
    "tabs": (
        "<h1>Rekaman</h1><div><ul role='tablist'><li role='tab'>Bolehkah merekam rapat?</li></ul>"
        "<div role='tabpanel' hidden>Minta izin semua peserta dahulu.</div></div>"
    ),
    "Confluence": (
        "<h1>Rekaman</h1><div class='expand-container'><div class='expand-control'><span>Bolehkah"
        " merekam rapat?</span></div><div class='expand-content'>Minta izin semua peserta dahulu."
        "</div></div>"
    ),
}


@pytest.mark.parametrize("html", FOLDED.values(), ids=FOLDED)
def test_what_folds_is_a_clause_below_its_question(html: str) -> None:
    """However a page folds it."""
    expected = ["# Rekaman", "# Bolehkah merekam rapat?", "Minta izin semua peserta dahulu."]

    assert [each for each in said(html) if each != "+"] == expected
    assert left_out(html) == []


def test_a_question_that_other_text_follows_is_no_heading() -> None:
    """The text behind it would be cited as part of it."""
    html = "<h1>A</h1><details><summary>Ai trả?</summary><p>Nhóm trả.</p></details><p>Luôn luôn."

    assert said(html) == ["# A", "Ai trả?", "Ai trả? Nhóm trả.", "Luôn luôn."]


HIDDEN = {
    "hidden": "<div hidden>ราคาภายใน 41000 บาท</div>",
    "display": "<p style='color:red; display : none'>ราคาภายใน 41000 บาท</p>",
    "visibility": "<p>ราคา <span style='visibility:hidden'>ราคาภายใน 41000 บาท</span></p>",
    "a class": "<style>.x, p.y {color:red;display:none}</style><p class=y>ราคาภายใน 41000 บาท</p>",
    "an id": "<style>#x{display:none}</style><p id=x>ราคาภายใน 41000 บาท</p>",
    "a tag and two classes": (
        "<style>p.a.b{display:none} .a .b, b:hover{display:none}</style>"
        "<p class='b a'>ราคาภายใน 41000 บาท</p>"
    ),
    "a template": "<template><p>ราคาภายใน 41000 บาท</p></template>",
    "a dialog": "<dialog>ราคาภายใน 41000 บาท</dialog>",
    "Word": "<p><span style='mso-hide:all'>ราคาภายใน 41000 บาท</span></p>",
    "a utility": "<div class='d-none'>ราคาภายใน 41000 บาท</div>",
    "a modal that nothing opens": "<div class=modal aria-hidden=true>ราคาภายใน 41000 บาท</div>",
}


@pytest.mark.parametrize("html", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_for_good_is_never_said(html: str) -> None:
    """It is reported with its words and its line."""
    page = f"<h1>ราคา</h1>\n<p>ถามฝ่ายไอที</p>\n{html}"

    assert "41000" not in repr(said(page))
    assert left_out(page) == [("hidden text", 3, 3)]


@pytest.mark.parametrize(
    "html",
    [
        "<div class='d-none d-md-block'>Ask Mei.</div>",
        "<style>@media print {.x {display:none} .y{}} .z{}</style><p class=x>Ask Mei.</p>",
        "<div hidden='until-found'>Ask Mei.</div>",
        "<p role=alert>Ask Mei.</p>",
        "<div class='modal' id=m aria-hidden=true>Ask Mei.</div><a href='#m'></a>",
        "<main><aside>Ask Mei.</aside></main>",
        "<p><span aria-hidden=true>Ask Mei.</span></p>",
        "<p><span aria-hidden=true>Ask</span><span class='sr-only'>Ask</span> Mei.</p>",
        "<article><header><p>Ask Mei.</p></header></article>",
        "<article><p>Ask Mei.</p><footer>Edit this page</footer></article>",
        "<div id=breadcrumb-section><ol><li>Home</ol></div><p>Ask Mei.</p><div id=footer>C</div>",
        "<style>p.a.b{display:none} .c p{display:none}</style><p class=a>Ask Mei.</p>",
        "<p>Ask <ruby>Mei<rp>(</rp><rt>May</rt><rp>)</rp></ruby>.</p>",
    ],
)
def test_what_a_person_can_see_is_said(html: str) -> None:
    """On a screen of usual width."""
    assert said(html) == ["Ask Mei."]
    assert left_out(html) == []


STRUCK = {
    "s": "<s>30 hari</s>",
    "del": "<del>30 hari</del>",
    "strike": "<strike>30 hari</strike>",
    "a style": "<span style='text-decoration: line-through'>30 hari</span>",
    "another style": "<span style='text-decoration-line:underline line-through'>30 hari</span>",
    "a class": "<span class='line-through'>30 hari</span>",
    "Google Docs": (
        "<style>.c7{color:#000;text-decoration:line-through}</style><span class=c7>30 hari</span>"
    ),
}


@pytest.mark.parametrize("struck", STRUCK.values(), ids=STRUCK)
def test_what_is_struck_is_no_rule_in_force(struck: str) -> None:
    """It is left out, and reported."""
    html = f"<h1>Log</h1>\n<p>Log disimpan {struck} <ins>90 hari</ins>.</p>"

    assert said(html) == ["# Log", "Log disimpan 90 hari."]
    assert left_out(html) == [("struck-through text", 2, 2)]


def test_struck_items_and_headings_leave_nothing_behind() -> None:
    """An empty item would be a riddle."""
    html = "<h1>A</h1><h2><del>Old</del></h2><ul><li><s>Call</s></li><li>Write</li></ul>"

    assert said(html) == ["# A", "Write"]


ICONS = {
    "Font Awesome": "<i class='fas fa-check' aria-hidden=true></i>|<i class='fa fa-times'></i>",
    "Bootstrap": "<i class='bi bi-check-lg'></i>|<i class='bi bi-x-lg'></i>",
    "Glyphicons": "<i class='glyphicon-ok'></i>|<i class='glyphicon glyphicon-remove'></i>",
    "plain classes": "<span class='icon-check'></span>|<span class='icon-cross'></span>",
    "Confluence": "<img class='emoticon' alt='(tick)'>|<img class='emoticon' alt='(cross)'>",
    "storage": "<ac:emoticon ac:name='tick'/></ac:emoticon>|<ac:emoticon ac:name='cross'/>",
    "drawings": "<svg><use href='#icon-check'/></svg>|<svg class='icon icon-cross'><path/></svg>",
    "ligatures": (
        "<i class='material-icons'>check_circle</i>|<i class='material-icons' aria-hidden=true>"
        "cancel</i>"
    ),
    "pictures": "<img src='/i/green-check.png'>|<img alt='' src='/i/red-cross.svg'>",
    "words": "<i class='fa fa-thumbs-up'></i>|<span role=img aria-label='not allowed'></span>",
    "signs": "<i class='material-symbols-outlined'>done</i>|<i class='fa fa-ban'></i>",
    "names": "<img alt='check mark'>|<img alt='red cross'>",
}


@pytest.mark.parametrize("icons", ICONS.values(), ids=ICONS)
def test_an_icon_that_says_yes_or_no_says_it(icons: str) -> None:
    """It is all there is in the cell."""
    yes, no = icons.split("|")
    html = f"<table><tr><th>Tool<th>May<tr><td>Copilot<td>{yes}<tr><td>Zapier<td>{no}</table>"

    copilot, zapier = said(html)

    assert copilot == "Tool: Copilot; May: ✓ yes"
    assert zapier == "Tool: Zapier; May: ✗ no"


def test_a_sign_in_a_cell_is_said_in_the_language_of_the_page() -> None:
    """Also one of a symbol font, as Word exports it."""
    cell = "<span style='font-family:Wingdings'>{}</span>"
    html = (
        "<p>Alat apa yang boleh dipakai untuk data pelanggan, dan mana yang tidak boleh.</p><table>"
        f"<tr><th>Alat<th>Boleh<tr><td>A<td>{cell.format('ü')}<tr><td>B<td>🚫<tr><td>C<td>"
        f"{cell.format('û')}</table>"
    )

    assert said(html)[1:] == [
        "Alat: A; Boleh: ✓ ya",
        "Alat: B; Boleh: 🚫 tidak",
        "Alat: C; Boleh: ✗ tidak",
    ]


def test_a_picture_says_what_it_is_called_and_is_else_reported() -> None:
    """One that only decorates is neither."""
    html = (
        "<p>Boleh: <img class=emoji alt='✅'></p><p><img alt='Ya'></p><img src='/alur%20kerja.png'"
        "><img src=dot.gif width=1 height=1><img src=line.png alt=''>\n<iframe title='Video'>"
        "</iframe><canvas></canvas><svg><text>Mulai</text></svg>"
    )

    assert said(html) == ["Boleh: ✅", "Ya", "Mulai"]
    assert [(each.kind, each.places) for each in read(html.encode(), "a.html").omissions] == [
        ("picture", ("alur kerja.png", "line 2")),
        ("embedded file", ("Video",)),
    ]
