"""A question is compared with the questions that notes say a clause answers."""

from pathlib import Path

import numpy as np
import pytest

from knowledge import Handbook, read_folder
from knowledge.index.asks import NO_ASKS, AskIndex
from knowledge.models.embedder import QueryEmbedder
from knowledge.notes import clause_mark
from tests.fixtures.handbooks import LEAVE, TODAY, CountingEmbedder

MARK = clause_mark("Sick leave", LEAVE.partition("## Sick leave\n")[2])
NOTES = f"""sick-leave:
  of: {MARK}
  asks:
    en: [i caught a cold, my kid has chickenpox and needs me at home]
    vi: [tôi bị ốm thì sao]
  short:
    en: Tell your lead before ten.
    vi: Báo cho quản lý trước mười giờ.
annual-leave:
  asks:
    en: [how many holidays do i get]
"""
QUESTION = "my kid has chickenpox"


def _write(folder: Path, text: str = NOTES) -> None:
    (folder / "leave.notes.yaml").write_text(text, encoding="utf-8")


def test_the_best_ask_of_a_clause_counts_in_any_order_of_clauses(folder: Path) -> None:
    """The median clause gets nothing; asks of clauses that are not there serve nobody."""
    _write(folder, NOTES + "gone:\n  asks: {en: [my kid has chickenpox]}\nempty: {}\n")
    asks = AskIndex.build(read_folder(folder).pages)

    assert asks.clauses == ("leave#sick-leave", "leave#annual-leave")
    assert len(asks.texts) == 4
    near = asks.compare(QUESTION, None)
    assert near["leave#sick-leave"].letters == -near["leave#annual-leave"].letters > 0.1
    assert set(asks.compare("zzz qqq", None).values()) == {(0.0, 0.0, 0.0)}
    assert NO_ASKS.compare(QUESTION, None) == {}


def test_a_clause_is_as_near_as_its_two_nearest_asks_in_letters() -> None:
    """A misspelt and colloquial question shares letters with them; one ask alone may be chance."""
    texts = (
        "bisa dipakai?",
        "boleh saya pakai",
        "siapa yang setuju",
        "bisa dipakai",
        "kapan mulai",
    )
    asks = AskIndex(("p#a", "p#b", "p#c"), (0, 2, 4), texts)

    near = asks.compare("boleh sy pakei, bisa dipakai ga", None)

    assert near["p#a"].letters > near["p#b"].letters > near["p#c"].letters


def test_marks_make_no_difference_to_letters() -> None:
    """Vietnamese is often typed without them; those of Thai are vowels, and stay."""
    asks = AskIndex(("p#a", "p#b", "p#c"), (0, 1, 2), ("ai duyệt vậy?", "khi nào", "ใครอนุมัติ"))

    typed, marked = asks.compare("ai duyet vay", None), asks.compare("Ai  duyệt vậy", None)

    assert typed == marked
    assert max(typed, key=lambda each: typed[each].letters) == "p#a"
    thai = [asks.compare(each, None)["p#c"].letters for each in ("ใครอนมต", "ใครอนุมัติ")]
    assert thai[0] < thai[1]


def test_an_ask_without_a_vector_yet_says_nothing() -> None:
    """Its clause is left as it is, until the vector is there."""
    vectors = np.array([[1, 0], [np.nan, np.nan], [0, 1], [np.nan, np.nan]], np.float32)
    asks = AskIndex(("p#a", "p#b", "p#c"), (0, 2, 3), ("w", "x", "y", "z"), vectors)

    near = asks.compare("zzz", np.array([1, 0], np.float32))

    assert near == {"p#a": (0.5, 0.0, 1.0), "p#b": (-0.5, 0.0, 0.0)}


def test_an_ask_that_is_near_to_many_clauses_counts_less() -> None:
    """What is AI has the one word that half of the questions have, and answers none of them."""
    vectors = np.array([[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    asks = AskIndex(("p#hub", "p#a", "p#b", "p#c"), (0, 1, 2, 3), ("w", "x", "y", "z"), vectors)

    found = asks.compare("...", np.array([0.76, 0.46, 0.46], np.float32))

    assert max(found, key=lambda each: found[each].alike) == "p#hub"
    assert max(found, key=lambda each: found[each].meaning) == "p#a"


@pytest.mark.slow
@pytest.mark.parametrize("words_only", [True, False], ids=["lexical", "hybrid"])
async def test_asks_lift_their_clause_and_short_is_given_while_it_is_current(
    folder: Path, tmp_path: Path, counting: CountingEmbedder, *, words_only: bool
) -> None:
    """By words and by meaning; a changed clause keeps its asks and loses its short text."""
    handbook = Handbook(folder, home=tmp_path / "h", embedder=None if words_only else counting)
    await handbook.refresh()
    before = handbook.find(QUESTION, on=TODAY)
    assert all(each.asked == 0 for each in before.ranked)

    _write(folder)
    report = await handbook.refresh()
    assert report.added == ("leave.notes.yaml",)
    assert report.embedded == (0 if words_only else 4)
    found = handbook.find(QUESTION, on=TODAY)
    assert found.ranked[0].passage.clause == "leave#sick-leave"
    scores = {each.passage.clause: each.score for each in before.ranked}
    for each in found.ranked:
        plain = scores.get(each.passage.clause)
        assert plain is None or each.score - each.asked == pytest.approx(plain, abs=0.15)
    shown = handbook.clause("leave#sick-leave", on=TODAY, language="vi")
    assert shown is not None
    assert shown.short == "Báo cho quản lý trước mười giờ."
    if not words_only:
        answer = await handbook.answer("tôi bị ốm thì sao", on=TODAY)
        assert answer.short == shown.short

    (folder / "leave.md").write_text(LEAVE.replace("before ten", "before nine"), encoding="utf-8")
    report = await handbook.refresh()
    assert report.changed == ("leave.md",)
    shown = handbook.clause("leave#sick-leave", on=TODAY, language="vi")
    assert shown is not None
    assert shown.short == ""
    assert handbook.find(QUESTION, on=TODAY).ranked[0].passage.clause == "leave#sick-leave"
    await handbook.close()


@pytest.mark.slow
async def test_asks_are_kept_by_their_content(
    folder: Path, tmp_path: Path, counting: CountingEmbedder
) -> None:
    """Another start embeds none, a changed note only what is new in it; before that, the others."""
    _write(folder)
    first = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await first.refresh()
    await first.close()
    again = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await again.read()
    by_meaning = again.find(QUESTION, on=TODAY)
    assert by_meaning.usual is not None
    assert by_meaning.ranked[0].asked > 0
    assert (await again.refresh()).embedded == 0
    _write(folder, NOTES.replace("i caught a cold", "i have the flu"))
    await again.read()
    assert again.find(QUESTION, on=TODAY).ranked[0].meant == by_meaning.ranked[0].meant
    assert (await again.refresh()).embedded == 1
    await again.close()


@pytest.mark.slow
async def test_notes_are_as_restricted_as_their_page(
    folder: Path, tmp_path: Path, counting: CountingEmbedder
) -> None:
    """Who may not see the page gets neither its clause nor its short text by the very ask."""
    _write(folder)
    hidden = LEAVE.replace("owner:", "audience: leads\nowner:")
    (folder / "leave.md").write_text(hidden, encoding="utf-8")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=counting)
    await handbook.refresh()

    found = handbook.find("i caught a cold", on=TODAY)
    answer = await handbook.answer("i caught a cold", on=TODAY)
    leads = await handbook.answer("i caught a cold", on=TODAY, audiences=frozenset({"leads"}))

    assert {each.passage.page for each in found.ranked} == {"travel"}
    assert answer.short == ""
    assert {each.page for each in (*answer.citations, *answer.nearest)} <= {"travel"}
    assert {each.page for each in (*leads.citations, *leads.nearest)} == {"leave"}
    await handbook.close()


def test_asks_are_embedded_as_questions(counting: CountingEmbedder) -> None:
    """Question to question: both get the prefix of a query."""
    asking = QueryEmbedder(counting)

    [row] = asking.passages(["i caught a cold"])

    assert (row == counting.query("i caught a cold")).all()
    assert (asking.id, asking.dimensions) != (counting.id, 0)
