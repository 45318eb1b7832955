"""Sentences that can be quoted."""

import pytest

from knowledge.text.sentence_splitter import split
from knowledge.text.sentences import Sentence, render, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One day. Two days! Three?", ["One day.", "Two days!", "Three?"]),
        ("Ask e.g. Mr. Tan of Selat Pte. Ltd. first.", None),
        ("Section No. 5 of J. Smith costs 3.5 dollars.", None),
        ("1. Purpose of this page. It is short.", ["1. Purpose of this page.", "It is short."]),
        ('He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
        ("Xin nghỉ trước ba ngày. Ở nhà nếu ốm.", ["Xin nghỉ trước ba ngày.", "Ở nhà nếu ốm."]),
        ("Hubungi Bpk. Budi dll. Lalu tunggu.", ["Hubungi Bpk. Budi dll. Lalu tunggu."]),
        ("The parties met . The Congress left .", ["The parties met .", "The Congress left ."]),
        ("It costs 20. 30 people came.", ["It costs 20.", "30 people came."]),
        ("We work in TTS. 18F is ours.", ["We work in TTS.", "18F is ours."]),
        ("See section 5. Then go.", ["See section 5.", "Then go."]),
        ("มีผลตั้งแต่ปี พ.ศ. 2562 ตาม พ.ร.บ. คุ้มครองข้อมูล ยาว 30 ซม. หนัก 5 กก. ต่อชิ้น", None),
        ("ตามข้อ 2. พนักงานต้องแจ้งก่อนเวลา 09.00 น. ของทุกวัน", None),
        ("Theo NĐ. Chính phủ và NĐ. 145/2020 thì được.", None),
        ("Khoản 2. Người lao động được nghỉ.", None),
        ("Theo Khoản 2. Điều 5 thì được. Hết.", ["Theo Khoản 2. Điều 5 thì được.", "Hết."]),
        ("Buka Senin s.d. Jumat di Kab. Bandung, No. Reg. 12.", None),
        ("Buka 08.00 s.d. 17.00. Libur Minggu.", ["Buka 08.00 s.d. 17.00.", "Libur Minggu."]),
    ],
)
def test_prose_is_cut_where_sentences_end(text: str, parts: list[str] | None) -> None:
    """Abbreviations, initials and numbers end no sentence."""
    assert split(text) == (parts or [text])


def test_thai_is_cut_at_spaces_into_phrases() -> None:
    """Thai ends no sentence with a mark; a long text becomes phrases, a short one stays whole."""
    phrase = "พนักงานทุกคนต้องลงทะเบียนโซลูชันที่สร้างขึ้นก่อนนำไปใช้งานจริงในทีมของตนเองและกับผู้อื่นเสมอทุกครั้ง"

    found = sentences(f"{phrase} {phrase}\n\nลาป่วยได้ 30 วัน ต่อปี")

    assert [(each.text, each.is_continuation) for each in found] == [
        (phrase, False),
        (phrase, True),
        ("ลาป่วยได้ 30 วัน ต่อปี", False),
    ]
    assert split(f"{phrase} {phrase}") == [f"{phrase} {phrase}"]


def test_an_item_brings_what_leads_its_list_in() -> None:
    """A list item means little without its lead-in, and an inner item without its outer one."""
    found = sentences("Never share:\n\n- passwords\n- keys\n  - API keys\n\nThat is all.")

    assert [(each.whole, each.kind) for each in found] == [
        ("Never share:", "sentence"),
        ("Never share: passwords", "item"),
        ("Never share: keys", "item"),
        ("keys API keys", "item"),
        ("That is all.", "sentence"),
    ]
    assert found[0].is_lead_in


def test_a_row_of_a_table_can_be_read_alone() -> None:
    """Every cell stands after its header; empty cells are left out."""
    found = sentences("| Tool | Public |\n|---|---|\n| **Make** | yes |\n| Zapier | |\n")

    assert [each.text for each in found] == ["Tool: Make; Public: yes", "Tool: Zapier"]


def test_marks_go_and_words_stay() -> None:
    """Emphasis, links, images, code and HTML leave their words; comments leave nothing."""
    found = sentences(
        "See **the** [rules](a.md#b) &amp; `code` <b>now</b>.  \nThen ![a map](m.png).\n\n"
        "<!-- page 1 -->\n\n<div>Boxed text</div>\n\n> Quoted.\n\n```\nx = 1\n```\n"
    )

    assert [each.text for each in found] == [
        "See the rules & code now.",
        "Then a map.",
        "Boxed text",
        "Quoted.",
        "x = 1",
    ]


def test_what_is_far_too_long_is_cut_between_words() -> None:
    """No embedder reads a thousand words at once."""
    found = sentences(" ".join(f"w{number}" for number in range(500)))

    assert [len(each.text.split()) for each in found] == [120, 120, 120, 120, 20]


def test_chosen_sentences_read_like_the_page() -> None:
    """Prose runs on, items stand under their lead-in, once."""
    lead = "Never share:"
    chosen = (
        Sentence("Be careful.", block=0),
        Sentence("Be kind.", block=0),
        Sentence("passwords", "item", lead, 2),
        Sentence("keys", "item", lead, 2),
    )

    assert render(chosen) == "Be careful. Be kind.\nNever share:\n- passwords\n- keys"


TIERS = """Every record has a tier:

- Low tier
  - 2 days
- Limited tier
  - 5 days
    - 3 of them for the lead
- High tier

After that:

- ask again"""


def test_an_inner_list_stands_under_its_own_item() -> None:
    """Three answers under the first of three tiers would be two wrong ones."""
    found = sentences(TIERS)

    assert render(found) == TIERS.replace("\n\n", "\n")
    assert render([each for each in found if each.depth]) == (
        "- Low tier\n  - 2 days\n- Limited tier\n  - 5 days\n    - 3 of them for the lead"
    )
    assert render([found[2], found[6], found[8]]) == (
        "- Low tier\n  - 2 days\nEvery record has a tier:\n- High tier\nAfter that:\n- ask again"
    )


@pytest.mark.parametrize(
    "text",
    [
        "It must be claimed within thirty days.",
        "But it must be claimed.",
        "Also, it must be claimed.",
        "If so, ask.",
        "If not, ask.",
        "The same applies to contractors.",
        "Only then may it be used.",
        "Điều đó cần được duyệt.",
        "Việc này cần được duyệt.",
        "Trong trường hợp này, hãy hỏi.",
        "Nếu không, hãy hỏi.",
        "Jika demikian, tanyakan.",
        "Jika tidak, tanyakan.",
        "ทั้งนี้ ต้องได้รับอนุมัติก่อน",
        "สิ่งนี้ต้องได้รับอนุมัติก่อน",
        "ในกรณีนี้ให้ถามหัวหน้า",
        "แต่ต้องได้รับอนุมัติก่อน",
    ],
)
def test_what_leans_on_the_sentence_before_is_noticed(text: str) -> None:
    """In four languages."""
    assert Sentence(text).is_dependent


@pytest.mark.parametrize(
    "text",
    [
        "Italian suppliers are paid in euros.",
        "If notice is given, leave is paid.",
        "Alsop is our auditor.",
        "Chúng tôi trả lương hằng tháng.",
        "Nếu không có giấy, hãy hỏi.",
        "Jika tidak ada surat, tanyakan.",
        "แต่ละคนลาได้ 30 วัน",
        "แต่งกายสุภาพ",
        "พนักงานทุกคนลาได้ 30 วัน",
    ],
)
def test_what_can_stand_alone_is_not_taken_for_leaning(text: str) -> None:
    """It would bring a sentence about something else."""
    assert not Sentence(text).is_dependent


def test_a_long_line_of_marks_is_read_in_one_go() -> None:
    """It used to take minutes: every mark began a search to the end of the line."""
    assert sentences("Leave" + "." * 200_000 + "x")
