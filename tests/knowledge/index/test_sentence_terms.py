"""The terms of sentences, as numbers, say what the words themselves say."""

import pytest

from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus
from knowledge.index.passages import Passage
from knowledge.text.tokens import tokenize

PAGE = """# Leave

## Annual leave

Everybody has 18 days of annual leave a year. It grows by one day after five years.

Nobody may:

- carry days over
- sell days
  - to a colleague
  - or the company

| Years | Days |
|---|---|
| 1 | 18 |
| 5 | 19 |

## ลาพักร้อน

พนักงานทุกคนมีวันลาพักร้อนปีละ 18 วัน หลังจากห้าปีจะเพิ่มขึ้นอีกหนึ่งวัน

## Nghỉ phép

Mọi người có 18 ngày nghỉ phép mỗi năm. Sau năm năm thì thêm một ngày.

## Cuti

Setiap orang mendapat 18 hari cuti setahun.

## …

…
"""


@pytest.mark.parametrize(
    "question",
    [
        "may a colleague sell 18 days of annual leave",
        "ลาพักร้อนได้กี่วัน",
        "nghi phep nam bao nhieu ngay",
        "berapa hari cuti",
        "zebra",
        "what is it",
    ],
)
def test_each_sentence_holds_the_share_that_its_words_hold(question: str) -> None:
    """Whatever the script, and with the lines that lead lists in."""
    corpus = Corpus.build([parse("leave.md", PAGE)])
    asked = corpus.lexical.weigh(frozenset(tokenize(question)))
    places = range(len(corpus.passages))

    def share(passage: Passage) -> tuple[float, ...]:
        own = [set(tokenize(each.whole)) for each in passage.sentences]
        return tuple(
            sum(asked.weights[term] for term in words & asked.weights.keys()) / (asked.total or 1)
            for words in own
        )

    shares = corpus.shares(asked, places)
    assert len(shares) == len(corpus.passages)
    for passage, found in zip(corpus.passages, shares, strict=True):
        assert found == pytest.approx(share(passage))
    backwards = corpus.shares(asked, [*reversed(places), 0])
    assert backwards == [*reversed(shares), shares[0]]
    assert corpus.shares(asked, []) == []
