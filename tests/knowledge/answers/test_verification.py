"""Claims against the clauses of the starter handbook, marked by hand."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest

from knowledge import Embedder, Handbook
from knowledge.answers.claims import GeneratedSentence
from knowledge.answers.verification import ClaimVerifier, Rejection
from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from knowledge.index.passages import Passage
from knowledge.text.data_classification import LEVELS, find_levels
from tests.fixtures.handbooks import ROOT, STARTER

FLAWS = get_args(Rejection)
"""In the order in which they are looked for: the last is the least."""

EVALS = ROOT / "tests" / "evals"


@pytest.fixture(scope="module")
def index(starter: Handbook, starter_home: Path, e5: Embedder) -> tuple[Corpus, DenseIndex]:
    """The starter handbook as claims are compared with it."""
    assert starter.status.mode == "hybrid"
    from knowledge.documents import read_folder  # noqa: PLC0415 - the index, not the handbook
    from knowledge.index.index_store import IndexStore  # noqa: PLC0415 - the same

    dense = IndexStore(starter_home, STARTER, embedder=e5, chroma_url=None).open_latest()
    assert dense is not None
    return Corpus.build(read_folder(STARTER).pages), dense


def judged(
    index: tuple[Corpus, DenseIndex], embedder: Embedder, clause: str, claim: str
) -> Rejection | None:
    """Judge a *claim* with every quote of a *clause*: the flaw that it has with the best of them.

    A sound claim needs one that proves it, and no quote may prove one that is not.
    """
    corpus, dense = index
    passages = [each for each in corpus.passages if each.clause == clause]
    proof = ClaimVerifier(passages, corpus, dense, embedder)
    flaws: list[Rejection | None] = []
    for number, quote in quotes(passages):
        flaws.append(proof.verify(GeneratedSentence(claim, number, quote)).flaw)
        if flaws[-1] is None:
            return None
    return max(flaws, key=lambda flaw: (FLAWS.index(flaw), flaw))


def quotes(passages: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    """Quote up to three neighbouring sentences, shorter quotes first."""
    for size in (1, 2, 3):
        for number, passage in enumerate(passages, start=1):
            for start in range(len(passage.sentences) - size + 1):
                yield (
                    number,
                    " ".join(each.text for each in passage.sentences[start : start + size]),
                )


TURNED = ("claims-turned.jsonl", "claims-turned-kept-back.jsonl")


def test_the_turned_claims_are_enough_and_turn_everything() -> None:
    """At least 120 pairs of an honest sentence and one that turns one thing in it around."""
    cases = [case for name in TURNED for case in read_cases(name)]
    honest, turned = ([case for case in cases if case["holds"] is holds] for holds in (True, False))

    assert min(len(honest), len(turned)) >= 120
    for name in TURNED:
        own = [case for case in read_cases(name) if not case["holds"]]
        assert {case["lang"] for case in own} == {"en", "id", "th", "vi"}
        assert {case["turn"] for case in own} == {
            "verb",
            "order",
            "condition",
            "exception",
            "who",
            "amount",
        }


def read_cases(name: str) -> list[dict[str, Any]]:
    """Read a set of marked claims."""
    return [json.loads(line) for line in (EVALS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "kept", "dropped"),
    [
        ("claims.jsonl", 0.92, 0.97),
        ("claims-kept-back.jsonl", 0.8, 0.97),
        ("claims-turned.jsonl", 0.95, 0.96),
        ("claims-turned-kept-back.jsonl", 0.9, 0.98),
    ],
)
def test_what_a_clause_says_is_kept_and_what_it_does_not_is_dropped(
    index: tuple[Corpus, DenseIndex], e5: Embedder, name: str, kept: float, dropped: float
) -> None:
    """Those kept back were first measured unseen and have prompted changes since; none may fall."""
    cases = read_cases(name)
    flaws = [judged(index, e5, each["clause"], each["claim"]) for each in cases]
    held = [not flaw for each, flaw in zip(cases, flaws, strict=True) if each["holds"]]
    missed = [bool(flaw) for each, flaw in zip(cases, flaws, strict=True) if not each["holds"]]

    assert sum(held) / len(held) >= kept
    assert sum(missed) / len(missed) >= dropped


ENTERPRISE = "approved-tools#chatgpt-enterprise"
ZAPIER, CHATGPT = "approved-tools#zapier", "approved-tools#may-i-put-customer-data-in-chatgpt"


@pytest.mark.parametrize(
    ("clause", "claim", "holds"),
    [
        (ZAPIER, "Zapier may see confidential data with a reviewer's approval.", True),
        (ZAPIER, "Zapier may see public and internal data.", True),
        (ZAPIER, "Zapier may see confidential data.", False),
        (
            ZAPIER,
            "Zapier may see public and restricted data, and confidential data with an approval.",
            False,
        ),
        (CHATGPT, "You may use customer names in ChatGPT Enterprise.", True),
        (CHATGPT, "You must use customer names in ChatGPT Enterprise.", False),
    ],
)
def test_a_claim_goes_no_further_than_its_clause(
    index: tuple[Corpus, DenseIndex], e5: Embedder, clause: str, claim: str, *, holds: bool
) -> None:
    """Nothing denied elsewhere, no "must" for a "may", no approval left out."""
    assert (judged(index, e5, clause, claim) is None) is holds


@pytest.mark.parametrize(
    ("claim", "flaw"),
    [
        ("Make keeps scenario logs for 60 days.", "number"),
        ("Make keeps scenario logs for sixty days.", "number"),
        ("Zendesk may see public and internal data.", "name"),
        ("Make may not see internal data.", "not"),
        ("Make may see confidential data.", "words"),
        ("Make may see weather data.", "words"),
        ("See [this](x).", "unsafe"),
        ("This is it.", "empty"),
    ],
)
def test_a_flaw_has_its_name(
    index: tuple[Corpus, DenseIndex], e5: Embedder, claim: str, flaw: Rejection
) -> None:
    """The log counts them, so that somebody can see what a model does wrong."""
    assert judged(index, e5, "approved-tools#make", claim) == flaw


@pytest.mark.parametrize(
    ("clause", "claim", "holds"),
    [
        (ZAPIER, "Zapier boleh melihat data publik dan internal.", True),
        (ZAPIER, "Zapier boleh melihat data terbatas.", False),
        (ZAPIER, "Zapier boleh melihat data sangat rahasia.", False),
        (ZAPIER, "Zapier có thể xem dữ liệu công khai và nội bộ.", True),
        (ZAPIER, "Zapier có thể xem dữ liệu tuyệt mật.", False),
        (ZAPIER, "Zapier có thể xem dữ liệu bị hạn chế.", False),
        (ZAPIER, "Zapier ดูข้อมูลลับมากได้", False),
        (ZAPIER, "Dữ liệu bị hạn chế không bao giờ được đưa qua Zapier.", True),
        (ENTERPRISE, "ChatGPT Enterprise boleh melihat data sangat rahasia.", False),
    ],
)
def test_a_level_of_data_is_the_same_in_every_language(
    index: tuple[Corpus, DenseIndex], e5: Embedder, clause: str, claim: str, *, holds: bool
) -> None:
    """What the English clause denies is not affirmed in another language."""
    assert (judged(index, e5, clause, claim) is None) is holds


def test_each_language_has_its_words_for_the_levels() -> None:
    """As in the list of words that people read; a tier is no level."""
    assert find_levels("publik, internal, rahasia, sangat rahasia") == set(LEVELS)
    assert find_levels("công khai, nội bộ, bảo mật, tuyệt mật") == set(LEVELS)
    assert find_levels("สาธารณะ, ภายใน, ข้อมูลลับ, ลับมาก") == set(LEVELS)
    assert find_levels("public, internal, confidential, restricted") == set(LEVELS)
    assert find_levels("solusi tingkat terbatas, mức hạn chế, a limited solution") == frozenset()


def test_a_part_of_a_thai_prohibition_proves_no_duty() -> None:
    """Its "must not" may stand phrases before; the whole of it is kept, and as one claim."""
    who = "ห้ามพนักงานทุกคนไม่ว่าจะเป็นพนักงานประจำ พนักงานชั่วคราว ที่ปรึกษา หรือผู้รับจ้างภายนอก ที่ทำงานให้แก่บริษัท"
    what = "นำข้อมูลลูกค้าไปใส่ในเครื่องมือปัญญาประดิษฐ์ของบุคคลภายนอกทุกชนิด"
    corpus = Corpus.build([parse("ai.md", f"# AI\n\n{who} {what}\n")])
    proof = ClaimVerifier(corpus.passages, corpus, None, None)
    whole, part = (GeneratedSentence(each, 1, what[:60]) for each in (f"{who} {what}", what))

    assert len(corpus.passages[0].sentences) > 1
    assert proof.verify(whole).flaw is None
    assert proof.verify(part).flaw == "not"
