"""Sentences that cannot both hold, and those that merely speak of nearly the same."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.conflicts import add_conflicts
from knowledge.answers.contradiction import contradicts
from knowledge.answers.extractive import extract
from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus
from knowledge.retrieval.follow_ups import SearchQuery
from knowledge.retrieval.ranking import search
from knowledge.text.modality import classify_modality
from knowledge.text.quantities import find_quantities
from tests.fixtures.handbooks import ROOT

EVALS = ROOT / "tests" / "evals"
PAIRS = [
    json.loads(line)
    for line in (EVALS / "contradictions.jsonl").read_text(encoding="utf-8").splitlines()
]

FOUND = 0.88
"""The share of the contradicting pairs that are found; it may not fall."""


OPPOSED = [
    ("Everybody has 18 days of annual leave a year.", "Everybody gets 20 days of annual leave."),
    ("A mentor replies within two working days.", "A mentor replies within five working days."),
    ("You may share a dashboard with a client.", "You must never share a dashboard with a client."),
    ("Customer data may be put into ChatGPT.", "Customer data may not be put into ChatGPT."),
    ("Logs are kept for 30 days.", "Logs are kept for 90 days."),
    (
        "Interns can publish a chatbot by themselves.",
        "Interns cannot publish a chatbot themselves.",
    ),
    ("Peninjauan selesai dalam 5 hari kerja.", "Peninjauan selesai dalam 10 hari kerja."),
    ("Data pelanggan boleh disalin ke ChatGPT.", "Data pelanggan tidak boleh disalin ke ChatGPT."),
    ("Catatan rapat disimpan selama 30 hari.", "Catatan rapat disimpan selama 60 hari."),
    ("Chatbot publik dilarang memakai data gaji.", "Chatbot publik memakai data gaji."),
    ("Việc rà soát mất 5 ngày làm việc.", "Việc rà soát mất 10 ngày làm việc."),
    ("Bạn được chia sẻ báo cáo với khách hàng.", "Bạn không được chia sẻ báo cáo với khách hàng."),
    ("Nhật ký được lưu trong 30 ngày.", "Nhật ký được lưu trong 90 ngày."),
    ("ต้องเก็บบันทึกการประชุมไว้ 30 วัน", "ต้องเก็บบันทึกการประชุมไว้ 90 วัน"),
    ("พนักงานใช้ข้อมูลลูกค้าใน ChatGPT ได้", "พนักงานใช้ข้อมูลลูกค้าใน ChatGPT ไม่ได้"),
    ("การทบทวนใช้เวลา 5 วันทำการ", "การทบทวนใช้เวลา 10 วันทำการ"),
]

AGREED = [
    ("Employees have 18 days of annual leave.", "Interns have 10 days of annual leave."),
    ("A high tier is reviewed within 10 days.", "A low tier is reviewed within 2 days."),
    ("You may use customer data in Zapier.", "You may not use customer data in Make."),
    ("A hotel may cost up to 150 dollars.", "A hotel may cost no more than 150 dollars a night."),
    ("Do not share a key.", "Do not share a password."),
    ("You may publish a chatbot.", "You may not publish a chatbot unless it was reviewed."),
    ("You may share a report with a client.", "Only leads may share a report with a client."),
    ("Office hours are on Tuesday at 10:00.", "Office hours are at 10:00 on Tuesday."),
    ("A review takes 5 days.", "A solution is registered within 30 days."),
    ("Logs are kept for 30 days.", "Backups are kept for 90 days."),
    ("Not only leads can review.", "Leads can review."),
    ("Karyawan mendapat 18 hari cuti.", "Magang mendapat 10 hari cuti tahunan."),
    ("Data publik boleh disalin ke ChatGPT.", "Data pelanggan tidak boleh disalin ke ChatGPT."),
    ("Tinjauan tidak lebih dari 5 hari kerja.", "Tinjauan selesai dalam 5 hari kerja."),
    ("Việc rà soát mất 5 ngày.", "Việc đăng ký mất 30 phút."),
    ("Bạn được dùng dữ liệu công khai.", "Bạn không được dùng dữ liệu khách hàng."),
    ("Nhật ký được lưu không quá 30 ngày.", "Nhật ký được lưu trong 30 ngày."),
    ("พนักงานมีวันลา 18 วัน", "นักศึกษาฝึกงานมีวันลา 10 วัน"),
    ("ใช้ข้อมูลสาธารณะใน ChatGPT ได้", "ใช้ข้อมูลลูกค้าใน ChatGPT ไม่ได้"),
    ("การทบทวนใช้เวลาไม่เกิน 5 วัน", "การทบทวนใช้เวลา 5 วัน"),
    (
        "Tier 1 tickets are answered within 2 working days.",
        "Tier 2 tickets are answered within 5 working days.",
    ),
    ("Class A suppliers are paid within 10 days.", "Class B suppliers are paid within 30 days."),
    ("In 2025 everybody had 18 days of leave.", "In 2026 everybody had 20 days of leave."),
    ("Orders of 1-5 items ship in 2 days.", "Orders of 6-10 items ship in 4 days."),
    ("Leave is 12 days in Vietnam.", "Leave is 18 days in Singapore."),
    ("Leave requests are answered in 5 days.", "Leave requests are answered in 9 days in Vietnam."),
]


def _is_warned(*pages: str, question: str) -> bool:
    """Tell whether an answer from pages of these texts, found by words alone, warns."""
    corpus = Corpus.build(parse(f"page-{n}.md", text) for n, text in enumerate(pages))
    seen = np.ones(len(corpus.passages), np.bool_)
    found = search(SearchQuery(question), corpus, seen, None)
    given = extract(found, corpus, band="sure", language="en")
    return bool(add_conflicts(given, found, corpus).conflicts)


def _between(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether a warning comes of the two as clauses of two pages that were found."""
    pages = [f"# Rules\n\n## {each['heading']}\n\n{each['text']}\n" for each in (one, other)]
    return _is_warned(*pages, question=f"{one['text']} {other['text']}")


@pytest.mark.parametrize("pair", OPPOSED)
def test_sentences_that_say_opposite_things_are_found(pair: tuple[str, str]) -> None:
    """Whichever comes first."""
    assert contradicts(*pair)
    assert contradicts(*reversed(pair))


@pytest.mark.parametrize("pair", AGREED)
def test_sentences_that_are_only_related_are_left_alone(pair: tuple[str, str]) -> None:
    """Another subject, another tool, a condition, or the same in other words."""
    assert not contradicts(*pair)
    assert not contradicts(*reversed(pair))


def test_half_of_the_pairs_contradict_each_other_in_each_of_four_languages() -> None:
    """The set tries both halves of the promise."""
    counts = {
        language: [each["contradicts"] for each in PAIRS if each["lang"] == language]
        for language in ("en", "id", "th", "vi")
    }

    assert sum(map(len, counts.values())) == len(PAIRS)
    assert all(sum(each) * 2 == len(each) >= 20 for each in counts.values())


def test_most_contradictions_are_found_and_nothing_else() -> None:
    """A false alarm costs more trust than a miss, so there is none."""
    warned = [(each, _between(each["one"], each["other"])) for each in PAIRS]
    alarms = [each for each, is_warned in warned if is_warned and not each["contradicts"]]
    found = [is_warned for each, is_warned in warned if each["contradicts"]]

    assert alarms == []
    assert sum(found) / len(found) >= FOUND


@pytest.mark.parametrize("language", ["en", "id", "th", "vi"])
def test_three_of_four_are_found_in_every_language(language: str) -> None:
    """No language is carried by the others."""
    own = [each for each in PAIRS if each["lang"] == language and each["contradicts"]]

    assert sum(_between(each["one"], each["other"]) for each in own) >= 0.75 * len(own)


def test_it_does_not_matter_which_is_said_first() -> None:
    """Two sentences contradict each other, or they do not."""
    for each in PAIRS:
        one, other = each["one"], each["other"]
        there = contradicts(one["text"], other["text"], headings=(one["heading"], other["heading"]))
        back = contradicts(other["text"], one["text"], headings=(other["heading"], one["heading"]))

        assert there == back, each


@pytest.mark.parametrize(("heading", "is_about"), [("Phone", False), ("Access tokens", True)])
def test_headings_tell_what_few_words_are_about(heading: str, *, is_about: bool) -> None:
    """Two things may be said of in the same few words."""
    sentences = ("Access tokens last 30 days.", "Access tokens last 90 days.")

    assert contradicts(*sentences, headings=("Web", heading)) is is_about


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Is the badge reset every 30 days?", "The badge is reset every 90 days."),
        ("They reset the badge every 30 days.", "The badge is reset every 90 days."),
        ("Badge reset period: 30 days", "Badge reset period 90 days"),
        ("[ ] Badge reset after 30 days", "[x] Badge reset after 90 days"),
        ("| Badge | reset |\n|---|---|\n| Badge reset | 30 days |", "Badge reset 90 days"),
    ],
)
def test_what_states_nothing_by_itself_is_left_alone(one: str, other: str) -> None:
    """Questions, labels, boxes, rows, and what points back to the sentence before."""
    pages = [f"# Badge reset\n\n{each}\n" for each in (one, other)]

    assert not _is_warned(*pages, question="badge reset")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("within 24 hours", "within 1 day", True),
        ("for two weeks", "for 14 days", True),
        ("for one month", "for 30 days", True),
        ("12 months", "one year", True),
        ("every 90 days", "quarterly", True),
        ("90 ngày một lần", "mỗi quý", True),
        ("setiap tahun", "ทุกปี", True),
        ("Rp 1.000.000", "1,000,000 rupiah", True),
        ("5 working days", "5 days", True),
        ("two days a week", "eight days a month", True),
        ("at least 8 characters", "at most 64 characters", True),
        ("5 to 10 days", "7 days", True),
        ("see section 3", "see section 4", True),
        ("version 1.2.3 days", "version 1.2.4 days", True),
        ("within 24 hours", "within 3 days", False),
        ("at least 8 characters", "at least 12 characters", False),
        ("three days a week", "two days per week", False),
        ("150 บาท", "ร้อยละ 5", True),
        ("3 วันทำการ", "5 วันทำการ", False),
    ],
)
def test_amounts_are_compared_by_what_they_count(one: str, other: str, *, is_one: bool) -> None:
    """In any unit of time, for one period, at one end of a range."""
    assert find_quantities(one).differs(find_quantities(other)) is not is_one
    assert find_quantities(other).differs(find_quantities(one)) is not is_one


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("You may share it", "permits"),
        ("You must share it", "requires"),
        ("You must not share it", "forbids"),
        ("You need not share it", "exempts"),
        ("No approval is needed", "exempts"),
        ("Costs include but are not limited to hotels", "affirms"),
        ("It is not kept", "denies"),
        ("Boleh dibagikan", "permits"),
        ("Tidak perlu didaftarkan", "exempts"),
        ("Dilarang dibagikan", "forbids"),
        ("ต้องลงทะเบียน", "requires"),
        ("ไม่ต้องลงทะเบียน", "exempts"),
        ("ต้องไม่ลงทะเบียน", "forbids"),
        ("Không cần đăng ký", "exempts"),
        ("Không được chia sẻ", "forbids"),
        ("Phải đăng ký", "requires"),
    ],
)
def test_a_sentence_permits_requires_forbids_or_exempts(text: str, stance: str) -> None:
    """What may be done may well be needless, so these are four and not two."""
    assert classify_modality(text) == stance


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_text_contradicts_itself_and_none_breaks_it(one: str, other: str) -> None:
    """Pages hold anything."""
    assert not contradicts(one, one, headings=(other, other))
    assert contradicts(one, other) == contradicts(other, one)


@given(st.text("0123456789.,: daysวันngày%Rp$every", max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_numbers_are_read(text: str) -> None:
    """Versions, times and nonsense as well."""
    assert not find_quantities(text).differs(find_quantities(text))
