"""What descriptions say is held against the answers: where it is said, and where it is denied."""

import json
from collections.abc import Iterator

import pytest

from governance.policy import Answers, Policy, challenges, normalise
from governance.policy.tokens import join_words, tokenise
from tests.fixtures.handbooks import ROOT
from tests.governance.policy.test_starter_policy import HARMLESS

WORDS = ROOT / "tests" / "evals" / "words.jsonl"

MIN_PRECISION = 0.97
MIN_RECALL = 0.95
"""Floors over all sentences; in each language they may be five points lower."""

LANGUAGES = ("en", "id", "th", "vi")

NOTHING: Answers = {
    **{id_: answer for id_, answer in HARMLESS.items() if id_ not in {"name", "purpose"}},
    "data": ("public",),
    "users": "me",
    "messages": "none",
}
"""Every answer that asks for no care, and no word of what it does."""


def sentences() -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """Read the sentences: language, kind, text, and the answers that it tells."""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        yield each["lang"], each["kind"], each["text"], frozenset(each["says"])


def said_by(policy: Policy, text: str) -> frozenset[str]:
    """List what *text* says otherwise than the harmless answers, as ``question=value``."""
    found = challenges(policy, NOTHING, {"purpose": text})
    return frozenset(
        f"{each.question.id}={value}"
        for each in found
        for value in ((each.says,) if isinstance(each.says, str) else each.says)
        if value not in each.answer
    )


@pytest.mark.parametrize("languages", [LANGUAGES, *((each,) for each in LANGUAGES)])
def test_contradictions_are_found_and_seldom_invented(
    policy: Policy, languages: tuple[str, ...]
) -> None:
    """In four languages, also where somebody denies it or does it by hand."""
    right = wrong = missed = 0
    for lang, _, text, due in sentences():
        if lang in languages:
            found = said_by(policy, text)
            right += len(found & due)
            wrong += len(found - due)
            missed += len(due - found)
    slack = 0 if languages == LANGUAGES else 0.05

    assert right / (right + wrong) >= MIN_PRECISION - slack
    assert right / (right + missed) >= MIN_RECALL - slack


def test_the_set_has_every_language_and_every_kind() -> None:
    """With as many traps as tell whether words that deny something are understood."""
    rows = list(sentences())

    assert len(rows) >= 60
    assert {(lang, kind) for lang, kind, _, _ in rows} == {
        (lang, kind) for lang in LANGUAGES for kind in ("positive", "negated", "other")
    }
    assert all(bool(says) == (kind == "positive") for _, kind, _, says in rows)


@pytest.mark.parametrize(
    "text",
    [
        "does not rank applicants",
        "tidak menolak pelamar",
        "ไม่ปฏิเสธผู้สมัคร",
        "không từ chối ứng viên",
        "never decides who is hired",
        "no personal data",
        "It does not screen, score or reject applicants.",
    ],
)
def test_what_is_denied_is_not_said(policy: Policy, text: str) -> None:
    """A person who writes that it does not do it is not asked whether it does."""
    assert said_by(policy, text) == frozenset()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Our bot Ranks  CVs, every day.", "Ranks  CVs"),
        ("Bot ini menolak pelamar.", "menolak pelamar"),
        ("ระบบนี้ปฏิเสธผู้สมัครทันที", "ปฏิเสธผู้สมัคร"),
        ("Nó từ chối ứng viên.", "từ chối ứng viên"),
        ("Ranking of all incoming CVs", "Ranking of all incoming CVs"),
        ("Sorts invoices by date", ""),
    ],
)
def test_the_words_are_quoted_as_they_were_written(policy: Policy, text: str, quote: str) -> None:
    """With their place in the text."""
    found = challenges(policy, NOTHING, {"purpose": text})
    people = [each for each in found if each.question.id == "area"]

    assert [each.quote for each in people] == ([quote] if quote else [])
    assert all(text[each.start : each.end] == each.quote for each in found)


def test_a_contradiction_says_what_the_answer_would_be(policy: Policy) -> None:
    """Beside what was ticked already, and without "none of these"."""
    answers = {**NOTHING, "purpose": "Ranks CVs and drafts contract clauses.", "area": ("money",)}
    (found,) = (each for each in challenges(policy, answers) if each.question.id == "area")

    assert set(found.says) == {"people", "money", "legal"}
    assert found.answer == ("money",)
    assert found.text == "purpose"


@pytest.mark.parametrize(
    "answers",
    [
        {"area": ("people",), "affects_person": "yes", "personal_data": "yes"},
        {"area": "not_sure", "affects_person": "not_sure", "personal_data": "not_sure"},
    ],
)
def test_whoever_says_so_or_does_not_know_is_not_challenged(
    policy: Policy, answers: Answers
) -> None:
    """Only an answer that says otherwise is."""
    told = {**NOTHING, **answers, "purpose": "Ranks CVs of applicants"}

    assert challenges(policy, told) == ()


def test_more_sensitive_data_than_was_ticked_is_asked_about(policy: Policy) -> None:
    """The most sensitive class alone, and nothing where a worse one was ticked."""
    text = {"purpose": "Reads payslips and customer orders."}
    (found,) = (e for e in challenges(policy, NOTHING, text) if e.question.id == "data")
    worse = {**NOTHING, "data": ("restricted",)}

    assert found.says == ("public", "restricted")
    assert [e for e in challenges(policy, worse, text) if e.question.id == "data"] == []


def test_words_are_compared_as_the_names_of_the_policy_are() -> None:
    """One way of writing for both, whatever the language."""
    for _, _, text, _ in sentences():
        assert join_words(token.word for token in tokenise(text)) == normalise(text)
