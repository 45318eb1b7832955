"""Settings in every notation that people use, and audiences that nobody may overlook."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from knowledge import Page, Skipped, proofread, read_folder
from knowledge.documents.markdown.page import parse
from knowledge.documents.settings.audience import audience_at_top
from knowledge.documents.settings.front_matter import split_front_matter
from knowledge.pages import AudienceInvalidError, PageInvalidError

BODY = "# Travel bots\n\nTravel bots are approved by the travel desk.\n"
TOML = '+++\ntitle = "Travel bots"\naudience = "leads"\nowner = "Travel desk"\n+++\n\n'
FIELDS = '"title": "Perjalanan",\n"version": 2.10,\n"audience": "reviewers"'
READ = {
    "Hugo": (TOML, "leads"),
    "Hugo with its own end of lines": ("\n" + TOML.replace("leads", "reviewers"), "reviewers"),
    "TOML by name": ("---toml\naudience = 'leads'\n---\n", "leads"),
    "JSON by name": (f"---json\n{{{FIELDS}}}\n---\n", "reviewers"),
    "JSON between semicolons": (f";;;\n{FIELDS}\n;;;\n", "reviewers"),
    "a bare object": (f"{{\n{FIELDS}\n}}\n\n", "reviewers"),
    "four dashes": ("----\ntitle: Bot perjalanan\naudience: leads\n----\n", "leads"),
    "a comment": ("<!-- audience: leads -->\n", "leads"),
    "a comment of several lines": ("<!--\ntitle: T\naudience: leads\n-->\n", "leads"),
    "settings in a comment": ("<!--\n---\naudience: leads\n---\n-->\n", "leads"),
    "MultiMarkdown": ("Title: Bot du lịch\nAudience: leads\n\n", "leads"),
    "org-mode": ("#+title: T\n#+AUDIENCE: leads\n", "leads"),
    "a field list": (":title: T\n:audience: leads\n\n", "leads"),
    "a block of code": ("```yaml\naudience: leads\n```\n", "leads"),
    "a link that is a comment": ("[//]: # (audience: leads)\n", "leads"),
    "a field below the heading": ("# Bot\n\naudience:: leads\n\n", "leads"),
    "bold below the heading": ("# Bot\n**Audience:** Leads  \n**Owner:** Mei\n\n", "leads"),
    "below an underlined title": ("Bot\n===\naudience: leads\n\n", "leads"),
    "a table of settings": ("| Key | Value |\n|---|---|\n| Audience | Leads |\n\n", "leads"),
    "beside other settings": ("---\ntitle: T\n---\n<!-- audience: leads -->\n", "leads"),
    "everybody": ("Audience: everyone\n\n", "everyone"),
    "everybody in Vietnamese": ("Đối tượng: toàn thể nhân viên\n\n", "everyone"),
}
REFUSED = {
    "an audience nobody knows": "+++\naudience = 'bosses'\n+++\n",
    "a list of audiences": "+++\naudience = ['leads']\n+++\n",
    "within another setting": "+++\n[params]\naudience = 'leads'\n+++\n",
    "within another setting of YAML": "---\nparams:\n  access: {audience: leads}\n---\n",
    "misspelt": '{"audiense": "leads"}\n\n',
    "twice": '{"audience": "everyone", "Audience": "leads"}\n\n',
    "twice in lines": "Audience: everyone\naudience: leads\n\n",
    "in Thai": "---\nผู้อ่าน: leads\n---\n",
    "in Indonesian": "---\npembaca: leads\n---\n",
    "of two words": "---\nTarget audience: leads\n---\n",
    "a comment in Thai": "<!-- ผู้อ่าน: หัวหน้างาน -->\n",
    "lines in Vietnamese": "Tiêu đề: Bot\nĐối tượng: trưởng nhóm\n\n",
    "dashes that a word processor made": "———\naudience: lead team\n———\n",
    "one line": "{title: T, audience: the leads}\n\n",
    "below the heading": "# Bot\n\nAudience: team leads only.\n\n",
    "all of some": "# Bot\n\nAudience: all leads of the travel desk in Jakarta\n\n",
    "no end": "+++\naudience = 'leads'\n\n",
    "no TOML": "+++\naudience = leads\n+++\n",
    "no JSON": '{"audience": leads}\n\n',
}
OPEN = {
    "prose": "# Guide\n\nAudience: everyone at Selat who builds bots, and whoever helps them.\n\n",
    "deep in the text": "# Guide\n\nThis is how it is done.\n\nAudience: team leads\n\n",
    "a clause": "# Guide\n\n## Audience\n\nLeads and reviewers.\n\n",
    "a sentence": "Who is the audience of a page? It says so.\n\n",
    "a table": "| Audience | Course |\n|---|---|\n| Leads | Reviews |\n\n",
    "other fields": "Note: bring a laptop.\n\n",
    "a line across": "----\n\nWelcome.\n\n----\n\n",
}


@pytest.mark.parametrize(("top", "audience"), READ.values(), ids=READ)
def test_an_audience_is_understood_in_every_notation(top: str, audience: str) -> None:
    """Whatever generator the pages were written for."""
    assert parse("bots.md", top + BODY).audience == audience


@pytest.mark.parametrize("top", REFUSED.values(), ids=REFUSED)
def test_an_audience_that_is_not_understood_closes_the_page(tmp_path: Path, top: str) -> None:
    """It is for nobody until somebody has looked, and the report says so."""
    (tmp_path / "bots.md").write_text(top + BODY, "utf-8")
    reading = read_folder(tmp_path)

    assert reading.pages == ()
    assert [(each.file, each.closed) for each in reading.skipped] == [("bots.md", True)]


@pytest.mark.parametrize("top", OPEN.values(), ids=OPEN)
def test_a_page_that_only_speaks_of_its_audience_stays_open(top: str) -> None:
    """Only the top of a file counts, and only what reads like a setting."""
    assert parse("bots.md", top + BODY).audience == "everyone"


def test_settings_of_other_notations_are_no_text() -> None:
    """Title, owner and version are read, and lines are counted from the top of the file."""
    more = "version = 1.10\neffective = 2026-01-31\n+++\n"
    page = parse("bots.md", TOML.replace("+++\n\n", more) + BODY)

    assert (page.title, page.owner, page.version) == ("Travel bots", "Travel desk", "1.10")
    assert page.effective == date(2026, 1, 31)

    page = parse("bots.md", TOML + BODY)
    assert [(each.heading, each.line) for each in page.sections] == [("Travel bots", 7)]
    assert "audience" not in page.sections[0].text


def test_check_says_where_an_audience_is_named(tmp_path: Path) -> None:
    """With file and line, whether it was understood or not."""
    (tmp_path / "hugo.md").write_text(TOML + BODY, "utf-8")
    (tmp_path / "bot.md").write_text(f"# Bot\n\naudience: bosses\n\n{BODY}", "utf-8")
    (tmp_path / "bot.txt").write_text("Title: Bot\n\naudience: bosses\n\nText.\n", "utf-8")

    found = {(each.file, each.line): each.message for each in proofread(read_folder(tmp_path))}

    assert found["hugo.md", 1].endswith("says who this page is for, and it is read so: leads")
    assert found["bot.md", 3].startswith("line 3 reads like a setting, and its audience 'bosses'")
    assert found["bot.txt", 3].startswith("line 3 reads like a setting")


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("1.10", "1.10"),
        ("2.0", "2.0"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2026-01", "2026-01"),
        ("2026-01-31", "2026-01-31"),
        ("on", "on"),
        ("No", "No"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("~", ""),
        ("'1.10'", "1.10"),
    ],
)
def test_a_version_is_a_text(written: str, version: str) -> None:
    """As it is written, whatever YAML would make of it."""
    settings = f"---\ntitle: Khoá\nversion: {written}\neffective: 2026-9-1\n---\n"
    page = parse("keys.md", f"{settings}# Khoá\n\nĐổi khoá mỗi 60 ngày.\n")

    assert (page.version, page.effective) == (version, date(2026, 9, 1))


@pytest.mark.parametrize(
    ("name", "text", "audience"),
    [
        ("a.txt", "Audience: leads\n\nBots are approved.\n", "leads"),
        ("a.txt", "Bot perjalanan\n\nAudience: leads\n\nText.\n", "leads"),
        ("a.txt", "Bots are approved.\n\nAudience: leads\n", "everyone"),
        ("a.txt", "Pembaca: pimpinan\n\nBot disetujui.\n", None),
        ("a.csv", "# audience: leads\nBot,Desk\nTravel,Mei\n", "leads"),
        ("a.csv", "Audience,Course\nLeads,Reviews\n", "everyone"),
        ("a.csv", "Audience,leads\nBot,Desk\nTravel,Mei\n", "leads"),
        ("a.csv", "\ufeffPembaca;Reviewers\n\nBot;Meja\nJalan;Mei\n", "reviewers"),
        ("a.csv", "Judul,Bot\nAudience,team leads\n\nBot,Meja\nJalan,Mei\n", None),
        ("a.csv", "Đối tượng\ttrưởng nhóm\nBot\tBàn\nĐi lại\tMei\n", None),
        ("a.csv", "Term,Meaning\nAudience,Who reads a page\n", "everyone"),
        ("a.csv", "Bots, all of them\nare approved, then used.\nAudience,leads\n", "everyone"),
        ("a.csv", "audience: bosses\nBot,Desk\nTravel,Mei\n", None),
        ("a.html", "<!-- audience: leads --><h1>Bot</h1><p>Text.", "leads"),
        ("a.html", "<head><meta name='audience' content='leads'></head><p>Text.", "leads"),
        ("a.html", "<head>\n<meta content=ITPro name=ms.audience></head><p>Text.", None),
        ("a.html", "<meta name=audience content=all><p>Text.", "everyone"),
        ("a.html", f"<style>{'p {}' * 9_000}</style><meta name=audience content=leads>T.", "leads"),
        ("a.html", "<title>Audience: leads</title><p>Text.", "everyone"),
        ("a.html", "<body><p>Audience: leads</p><h1>Bot</h1><p>Text.", "leads"),
        ("a.html", "<h1>Bot</h1>\n<p><b>Audience:</b>&nbsp;Leads</p><p>Text.", "leads"),
        ("a.html", "<h1>Bot</h1><!-- audience: leads --><p>Text.", "leads"),
        ("a.html", "<h1>บอท</h1><p>ผู้อ่าน: หัวหน้า</p><p>Text.", None),
        ("a.html", "<h1>B</h1><table><tr><th>Audience</th>\n<td>leads</td></table>T.", "leads"),
        ("a.html", "<h1>B</h1><dl><dt>Owner<dd>Mei<dt>Pembaca</dt><dd>leads</dl>T.", "leads"),
        ("a.html", "<table><tr><th>Audience</th><th>Course</th></table>T.", "everyone"),
        ("a.html", "<h1>Bot</h1><p>Bots are used.</p><p>Audience: leads</p>", "everyone"),
        ("a.html", "<body><p>Text.</p><!-- audience: leads -->", "everyone"),
    ],
)
def test_other_texts_that_name_an_audience_are_not_open_to_all(
    tmp_path: Path, name: str, text: str, audience: str | None
) -> None:
    """None stands for a page that is closed."""
    (tmp_path / name).write_text(text, "utf-8")

    reading = read_folder(tmp_path)
    found: tuple[Page | Skipped, ...] = (*reading.pages, *reading.skipped)

    match found[0]:
        case Page() as page:
            assert page.audience == audience
        case Skipped() as skipped:
            assert (skipped.closed, audience) == (True, None)


def test_a_long_line_of_blanks_takes_no_time() -> None:
    """It took time in the square of its length."""
    begin = perf_counter()

    assert audience_at_top(" " * 50_000 + "a\nAudience: leads\n") == ("leads", 2)
    assert perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("+++\ntitle = 'T'\nowner = Mei\n+++\n", "its front matter is not valid TOML (line 3)"),
        ('{\n"title": Mei\n}\n\n', "its front matter is not valid JSON (line 2)"),
        ("---json\n{\n'title': 1}\n---\n", "its front matter is not valid JSON (line 3)"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, reason: str) -> None:
    """Counted from the top of the file."""
    with pytest.raises(PageInvalidError) as caught:
        split_front_matter(text)

    assert str(caught.value) == reason
    assert f"(line {caught.value.line})" in reason


def test_settings_that_refer_to_themselves_end() -> None:
    """YAML can say so."""
    assert split_front_matter("---\ntitle: T\nloop: &a [*a]\n---\nText.").settings["title"] == "T"
    with pytest.raises(AudienceInvalidError):
        parse("a.md", "---\nloop: &a {more: *a, audience: leads}\n---\nText.")
