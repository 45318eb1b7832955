"""What lifts and lowers a clause, apart from how alike it is."""

import pytest

from knowledge import Handbook
from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus
from knowledge.retrieval.clarification import clarify
from knowledge.retrieval.edition_names import editions_in, editions_of
from knowledge.retrieval.follow_ups import SearchQuery
from knowledge.retrieval.ranking import SearchResult, search
from knowledge.text.tokens import strip_marks
from tests.fixtures.handbooks import TODAY


def found(question: str, *texts: str) -> SearchResult:
    """Look a *question* up by its words in pages that read like *texts*."""
    corpus = Corpus.build(parse(f"page-{n}.md", text) for n, text in enumerate(texts))
    seen = corpus.open_to(corpus.pages.keys(), frozenset({"everyone"}))
    return search(SearchQuery(question), corpus, seen, None)


@pytest.mark.parametrize(
    ("question", "heading", "other", "text"),
    [
        ("What is the notice period?", "Notice period", "Period", "The notice is two months."),
        (
            "Nghỉ phép năm là bao nhiêu ngày?",
            "Nghỉ phép năm",
            "Năm nghỉ",
            "Phép năm là 12 ngày nghỉ.",
        ),
    ],
)
def test_a_heading_that_stands_in_the_question_lifts_its_clause(
    question: str, heading: str, other: str, text: str
) -> None:
    """Of two clauses of the same text and the same words."""
    pages = (f"# A\n\n## {each}\n\n{text}" for each in (other, heading))
    best, second = found(question, *pages).ranked
    assert best.passage.heading == heading
    assert best.score > second.score


@pytest.mark.parametrize(
    ("text", "lifts"),
    [
        ("Orders of customers may go into Zapier or Zap.", True),
        ("Orders of customers may go into Zapier or Zap. A zapier builds zaps.", False),
    ],
)
def test_a_heading_that_is_a_name_lifts_its_clause(text: str, *, lifts: bool) -> None:
    """A word that pages write small as well is none, such as "make" or "testing"."""
    pages = (f"# A\n\n## {each}\n\n{text}" for each in ("Zapier", "Zap"))
    named, other = found("may orders go into zapier", *pages).ranked
    assert named.passage.heading == "Zapier"
    assert (named.score - other.score > 0.05) == lifts


def test_the_longer_a_question_the_less_a_name_in_it_is_what_is_asked() -> None:
    """How long before Zapier goes, are we told? is about more than Zapier."""
    text = "Orders of customers may go into Zapier or Zap."
    pages = [f"# A\n\n## {each}\n\n{text}" for each in ("Zapier", "Zap")]
    leads = []
    for question in (
        "orders into zapier",
        "orders into zapier, for whom, by which way and how soon",
    ):
        named, other = found(question, *pages).ranked
        leads.append(named.score - other.score)
    assert leads[0] > leads[1] > 0


@pytest.mark.parametrize(
    ("title", "asks_more", "asks_meaning"),
    [
        ("Glossary", "who may run a robot at night", "what is a robot"),
        ("Glosarium", "siapa boleh menjalankan robot malam hari", "robot itu apa"),
        ("อภิธานศัพท์", "ใครใช้ robot ตอนกลางคืนได้", "robot คืออะไร"),
        ("Thuật ngữ", "ai được chạy robot ban đêm", "robot là gì"),
    ],
)
def test_a_glossary_is_for_who_asks_what_something_is(
    title: str, asks_more: str, asks_meaning: str
) -> None:
    """Elsewhere the word that it explains is only what the question is about."""
    text = "A robot runs at night."
    for question, falls in ((asks_more, True), (asks_meaning, False)):
        glossary, rules = (
            found(question, f"# {each}\n\n## Machines\n\n{text}").ranked[0]
            for each in (title, "Rules")
        )
        assert (glossary.score < rules.score - 0.02) == falls


@pytest.mark.parametrize(
    ("question", "purpose", "rule"),
    [
        (
            "Who may lend a company laptop?",
            "## Purpose\n\nA company laptop that people lend is the subject here.",
            "## Laptops\n\nNobody may lend a company laptop to anyone who visits us.",
        ),
        (
            "Who may lend a company laptop?",
            "## Xyz\n\nThis policy explains who may lend a company laptop.",
            "## Lending\n\nOnly the IT desk may lend a company laptop out to others.",
        ),
        (
            "Siapa boleh meminjamkan laptop perusahaan?",
            "## Tujuan\n\nLaptop perusahaan yang boleh dipinjamkan dan siapa meminjamkan laptop.",
            "## Laptop\n\nTidak seorang pun boleh meminjamkan laptop perusahaan kepada tamu.",
        ),
        (
            "Ai được cho mượn máy tính công ty?",
            "## Mục đích\n\nNói về ai được cho mượn máy tính công ty.",
            "## Máy tính\n\nChỉ phòng IT được cho mượn máy tính công ty ra ngoài.",
        ),
        (
            "ใครให้ยืมแล็ปท็อปของบริษัทได้",
            "## วัตถุประสงค์\n\nใครให้ยืมแล็ปท็อปของบริษัทได้",
            "## แล็ปท็อป\n\nฝ่ายไอทีเท่านั้นให้ยืมแล็ปท็อปของบริษัทได้ตามระเบียบ",
        ),
    ],
)
def test_what_a_page_is_for_falls_behind_what_it_rules(
    question: str, purpose: str, rule: str
) -> None:
    """By a fixed amount, however much it resembles the question; asked for, it does not fall."""
    heading = purpose.split("\n", 1)[0]
    plain = purpose.replace(heading, "## Xyz").replace("This policy", "Each policy")
    before = {each.passage.page: each.score for each in found(question, plain, rule).ranked}
    after = {each.passage.page: each.score for each in found(question, purpose, rule).ranked}
    assert after["page-0"] - after["page-1"] < before["page-0"] - before["page-1"] - 0.02


def test_the_purpose_itself_can_be_asked_for() -> None:
    """Then nothing is taken from it."""
    page = "## Purpose\n\nThe rules on laptops keep data safe."
    (named,) = found("What is the purpose of the laptop rules?", page).ranked
    (plain,) = found(
        "What is the purpose of the laptop rules?", page.replace("## P", "## A p")
    ).ranked
    assert named.score == pytest.approx(plain.score)


def test_vietnamese_without_marks_finds_what_it_finds_with_them(starter: Handbook) -> None:
    """Over English pages, which share no word with it."""
    asked = (
        "Ai phê duyệt công cụ mới?",
        "Duyệt một giải pháp mất bao lâu?",
        "Khi nào phải đăng ký một giải pháp?",
        "Làm mất dữ liệu thì báo cho ai?",
        "Nhân viên nghỉ việc thì giải pháp giao cho ai?",
        "Tôi có thể đưa dữ liệu khách hàng vào ChatGPT không?",
    )
    same = 0
    for question in asked:
        bare = "".join(strip_marks(each) for each in question)
        marked, unmarked = (starter.find(text, on=TODAY).ranked[0] for text in (question, bare))
        same += marked.passage.clause == unmarked.passage.clause
    assert same >= len(asked) - 1


BOOKS = {
    year: f"---\ntitle: Sổ tay sinh viên khóa {year}\n---\n# Sổ tay\n\n## Nghỉ học\n\n"
    f"Sinh viên được nghỉ học {year} buổi mỗi học kỳ.\n"
    for year in (50, 51, 52)
}


@pytest.mark.parametrize("named", ["K51", "khoá 51", "khóa 51"])
def test_the_edition_that_is_named_is_meant(named: str) -> None:
    """By the title of its page, in either spelling."""
    result = found(f"Sinh viên {named} được nghỉ học mấy buổi?", *BOOKS.values())
    assert result.ranked[0].passage.page == "page-1"


@pytest.mark.parametrize(
    ("file", "text", "question"),
    [
        ("leave-2026.pdf", "# Leave\n\nAs ever.", "How is leave in 2026?"),
        ("leave.md", "# Leave\n\nEffective date: 1 January 2026", "Leave in 2026?"),
        ("leave.md", "# Leave\n\nVersion 2.1", "What does version 2.1 say on leave?"),
        ("leave.md", "# Leave\n\nPolicy ID: HR-014", "What does HR-014 say?"),
        ("so-tay-K51.pdf", "# Sổ tay\n\nChung", "quy định cho khoá 51"),
        ("buku.md", "# Buku angkatan 51\n\nUmum", "aturan angkatan 51"),
    ],
)
def test_a_page_names_its_edition(file: str, text: str, question: str) -> None:
    """In its file's name, its title or its first lines."""
    assert editions_of(parse(file, text)) & editions_in(question)


def test_the_edition_is_asked_for_where_none_is_named() -> None:
    """With one choice for each."""
    question = "Sinh viên được nghỉ học mấy buổi?"
    choices = clarify(found(question, *BOOKS.values()), question, (), leads=lambda _: True)
    assert {each.heading for each in choices} == {
        f"Sổ tay sinh viên khóa {number}" for number in BOOKS
    }
    chosen = found(choices[0].question, *BOOKS.values())
    assert chosen.ranked[0].passage.clause == choices[0].clause
