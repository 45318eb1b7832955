"""The stored corpus: quick to open, made again when damaged, and never run."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus, corpus_version, fingerprint
from knowledge.index.corpus_file import read_corpus, write_corpus
from knowledge.index.index_store import IndexStore
from knowledge.pages import Page
from knowledge.text.tokens import tokenize

Stored = dict[str, NDArray[Any]]

PAGES = (
    parse("leave.md", "# Leave\n\nEmployees get 18 days of leave:\n\n- and five days for study.\n"),
    parse("cuti.md", "# Cuti\n\nKaryawan mendapat cuti.\n\n## Nghỉ phép\n\nMười tám ngày.\n"),
)
QUESTIONS = ("days of leave", "nghi phep muoi tam", "cuti tahunan")


class Payload:
    """What runs a command when somebody unpickles it."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        """Leave a file behind."""
        return os.system, (f"touch {self._mark}",)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Store a corpus, and tell where."""
    open_corpus(tmp_path)
    (stored,) = tmp_path.rglob("corpus.npz")
    return stored


def open_corpus(home: Path, pages: tuple[Page, ...] = PAGES) -> Corpus:
    """Have the corpus of *pages*, as a handbook that starts does."""
    store = IndexStore(home, home, embedder=None, chroma_url=None)
    return store.corpus(pages, marks(pages), before=None)


def marks(pages: tuple[Page, ...]) -> dict[str, str]:
    """Mark each page by what it says."""
    return {page.id: fingerprint(page) for page in pages}


def version() -> bytes:
    """Name the version that the stored corpus has."""
    return corpus_version(marks(PAGES).values())


def assert_same(one: Corpus, other: Corpus) -> None:
    """See that two corpora hold and find the same."""
    assert one.pages == other.pages
    assert one.passages == other.passages
    assert one.place == other.place
    for question in QUESTIONS:
        np.testing.assert_array_equal(one.lexical.bm25(question), other.lexical.bm25(question))
        asked = one.lexical.weigh(frozenset(tokenize(question)))
        places = range(len(one.passages))
        assert one.lexical.coverage(asked, places) == other.lexical.coverage(asked, places)
        assert one.shares(asked, places) == other.shares(asked, places)


def test_a_stored_corpus_is_what_was_stored(file: Path) -> None:
    """It is read and not made again, down to each score."""
    read = read_corpus(file, version(), PAGES)

    assert read is not None
    assert_same(read, Corpus.build(PAGES))


def test_a_corpus_of_nothing_is_stored_too(tmp_path: Path) -> None:
    """A page of marks alone has a passage and no term."""
    for pages in ((), (parse("marks.md", "# …\n\n…\n"),)):
        write_corpus(tmp_path / "corpus.npz", b"1", Corpus.build(pages))
        read = read_corpus(tmp_path / "corpus.npz", b"1", pages)

        assert read is not None
        assert_same(read, Corpus.build(pages))


def test_a_pickle_in_its_place_is_not_run(file: Path, tmp_path: Path) -> None:
    """Nor one that an earlier version would have read, which is removed."""
    mark = tmp_path / "ran"
    old = file.with_name("library.pickle")
    for place in (file, old):
        place.write_bytes(version() + pickle.dumps(Payload(mark)))

    assert_same(open_corpus(tmp_path), Corpus.build(PAGES))
    assert not mark.exists()
    assert not old.exists()
    assert read_corpus(file, version(), PAGES) is not None


@pytest.mark.parametrize("name", ["version", "passages", "term_terms", "weights"])
def test_a_pickled_array_is_not_run(name: str, file: Path, tmp_path: Path) -> None:
    """Arrays of objects are pickles inside a file of arrays."""
    mark = tmp_path / "ran"
    arrays = contents(file)
    arrays[name] = np.asarray([Payload(mark)], dtype=object)
    np.savez(file, **arrays)  # type: ignore[arg-type]  # names are no options

    assert_same(open_corpus(tmp_path), Corpus.build(PAGES))
    assert not mark.exists()


def test_a_damaged_byte_costs_time_and_nothing_else(file: Path, tmp_path: Path) -> None:
    """Wherever it is; so does the lack of all bytes after it."""
    whole, expected = file.read_bytes(), Corpus.build(PAGES)

    for at in range(0, len(whole), max(1, len(whole) // 150)):
        for bytes_ in (whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], whole[:at]):
            file.write_bytes(bytes_)
            assert_same(open_corpus(tmp_path), expected)


def contents(file: Path) -> Stored:
    """Give the arrays in a file."""
    with np.load(file) as stored:
        return dict(stored)


def text(said: str) -> NDArray[np.uint8]:
    """Write a text as a stored array."""
    return np.frombuffer(said.encode(), np.uint8)


FORGED: dict[str, Callable[[Stored], dict[str, NDArray[Any]]]] = {
    "a place that no passage has": lambda a: {"term_holders": a["term_holders"] + 1_000},
    "a place below none": lambda a: {"term_holders": a["term_holders"] - 1_000},
    "a row that begins after its end": lambda a: {"term_starts": a["term_starts"][::-1].copy()},
    "rows past the end": lambda a: {"term_starts": a["term_starts"] * 2},
    "one row too few": lambda a: {"term_starts": a["term_starts"][1:]},
    "no rows": lambda a: {"term_starts": a["term_starts"][:0]},
    "a term twice": lambda a: {"term_terms": text("leave\n" * (len(a["term_starts"]) - 1))},
    "terms that are no text": lambda a: {"term_terms": a["term_terms"] | np.uint8(0x80)},
    "weights of another size": lambda a: {"weights": a["weights"][1:]},
    "weights that are no numbers": lambda a: {"weights": a["weights"] * np.nan},
    "weights of another kind": lambda a: {"weights": a["weights"].astype(np.float64)},
    "a table": lambda a: {"weights": a["weights"][np.newaxis]},
    "no JSON": lambda a: {"passages": a["passages"][1:]},
    "JSON of another shape": lambda _: {"passages": text('[{"id": 1}]')},
    "JSON without end": lambda _: {"passages": text("[" * 100_000)},
    "no passages": lambda _: {"passages": text("[]")},
    "a passage of no page": lambda a: {
        "passages": text(a["passages"].tobytes().decode().replace('"leave"', '"secret"'))
    },
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_is_well_formed_and_wrong_is_made_again(
    forge: Callable[[Stored], Stored], file: Path, tmp_path: Path
) -> None:
    """Its version is right; a question would run into what it says."""
    arrays = contents(file)
    arrays |= forge(arrays)
    np.savez(file, **arrays)  # type: ignore[arg-type]  # names are no options

    assert_same(open_corpus(tmp_path), Corpus.build(PAGES))
    assert read_corpus(file, version(), PAGES) is not None


def test_a_missing_array_is_made_again(file: Path, tmp_path: Path) -> None:
    """Whichever it is."""
    arrays = contents(file)
    for name in arrays:
        np.savez(file, **{key: each for key, each in arrays.items() if key != name})  # type: ignore[arg-type]  # NumPy types them as options
        assert_same(open_corpus(tmp_path), Corpus.build(PAGES))
