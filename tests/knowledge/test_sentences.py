"""Sentences that can be quoted."""

import pytest

from knowledge.sentences import Sentence, rendered, sentences, split


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
    ],
)
def test_prose_is_cut_where_sentences_end(text: str, parts: list[str] | None) -> None:
    """Abbreviations, initials and numbers end no sentence."""
    assert split(text) == (parts or [text])


def test_thai_is_cut_at_spaces_into_phrases() -> None:
    """Thai ends no sentence with a mark; a long text becomes phrases, a short one stays whole."""
    phrase = "พนักงานทุกคนต้องลงทะเบียนโซลูชันที่สร้างขึ้นก่อนนำไปใช้งานจริงในทีมของตนเองและกับผู้อื่นเสมอทุกครั้ง"

    assert split(f"{phrase} {phrase}") == [phrase, phrase]
    assert split("ลาป่วยได้ 30 วัน ต่อปี") == ["ลาป่วยได้ 30 วัน ต่อปี"]


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
    assert found[0].leads


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

    assert rendered(chosen) == "Be careful. Be kind.\nNever share:\n- passwords\n- keys"


def test_a_long_line_of_marks_is_read_in_one_go() -> None:
    """It used to take minutes: every mark began a search to the end of the line."""
    assert sentences("Leave" + "." * 200_000 + "x")
