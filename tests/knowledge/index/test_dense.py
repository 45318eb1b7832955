"""The dense index: what it finds, and what it was stored as before."""

import json
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from knowledge import Vector
from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus, fingerprint
from knowledge.index.dense import DenseIndex
from knowledge.index.index_store import IndexStore
from tests.fixtures.vectors import crowd

EVERYONE = frozenset({"everyone"})


class Drawn:
    """An embedder that draws a vector for each text, the same whenever it is asked."""

    id = "drawn"
    dimensions = 96
    threads = 1

    def __init__(self) -> None:
        self._numbers = count()
        self._known: dict[str, Vector] = {}

    def query(self, text: str) -> Vector:
        """Embed a question."""
        if text not in self._known:
            self._known[text] = crowd(1, self.dimensions, seed=1000 + next(self._numbers))[0]
        return self._known[text]

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed *texts*."""
        return np.stack([self.query(text) for text in texts])


def corpus_of(*names: str, clauses: int = 3) -> Corpus:
    """Write pages of a few *clauses* with a sentence each."""
    return Corpus.build(
        parse(
            f"{name}.md",
            f"# {name}\n\n" + "\n".join(f"## C{at}\n\n{name} {at}.\n" for at in range(clauses)),
        )
        for name in names
    )


def store_at(home: Path, embedder: Drawn) -> IndexStore:
    """Open the store of a handbook under *home*."""
    return IndexStore(home, home, embedder=embedder, chroma_url=None)


def make(store: IndexStore, corpus: Corpus) -> DenseIndex:
    """Have the dense index of a *corpus*."""
    marks = {page.id: fingerprint(page) for page in corpus.pages.values()}
    dense, _ = store.make(corpus.passages, on_progress=lambda *_: None, is_stopped=lambda: False)
    assert dense is not None
    store.switch(dense, corpus.pages.values(), marks)
    return dense


def test_only_what_is_seen_in_the_corpus_is_found(tmp_path: Path) -> None:
    """The index may be of older pages: some are gone, and others not in it yet."""
    embedder = Drawn()
    dense = make(store_at(tmp_path, embedder), corpus_of("one", "two", "three"))
    now = corpus_of("zero", "three", "two")
    seen = now.open_to({"zero", "two"}, EVERYONE)

    found = dense.nearest(embedder.query("?"), 50, now, seen)

    assert sorted(found) == sorted(each.id for each in now.passages if each.page == "two")
    assert dense.nearest(embedder.query("?"), 50, now, np.zeros_like(seen)) == []


def test_of_very_many_passages_the_nearest_are_found(tmp_path: Path) -> None:
    """Those that are compared are chosen by their signs among those that may be seen."""
    embedder = Drawn()
    corpus = corpus_of("open", "shut", clauses=600)
    dense = make(store_at(tmp_path, embedder), corpus)
    seen = corpus.open_to({"open"}, EVERYONE)
    texts = [each.text for each in corpus.passages if each.page == "open"]
    ids = [each.id for each in corpus.passages if each.page == "open"]

    for question in ("one?", "two?", "three?"):
        vector = embedder.query(question)
        exact = np.argsort(-(embedder.passages(texts) @ vector))[:10]
        assert dense.nearest(vector, 10, corpus, seen, compared=400) == [ids[row] for row in exact]


@pytest.mark.parametrize("opened", ["at the start", "by the next ingest"])
def test_an_index_of_floats_as_once_was_stored_serves_on(tmp_path: Path, opened: str) -> None:
    """Nothing is embedded anew, and it says how alike things are as it did."""
    embedder, corpus = Drawn(), corpus_of("one", "two")
    dense = make(store_at(tmp_path, embedder), corpus)
    vector = embedder.query("?")
    before = dense.similarity(vector, corpus.passages)
    folder = next(tmp_path.rglob("contents.json")).parent
    store_floats(folder, dense)

    store = store_at(tmp_path, embedder)
    old = store.open_latest() if opened == "at the start" else make(store, corpus)

    assert old is not None
    assert old.version == dense.version
    after = old.similarity(vector, corpus.passages)
    assert after.keys() == before.keys()
    for id_, similarity in after.items():
        assert similarity.passage == pytest.approx(before[id_].passage, abs=0.002)
        assert similarity.title == pytest.approx(before[id_].title, abs=0.002)
        assert similarity.sentences == pytest.approx(before[id_].sentences, abs=0.002)
    seen = corpus.open_to(corpus.pages.keys(), EVERYONE)
    assert old.nearest(vector, 3, corpus, seen) == dense.nearest(vector, 3, corpus, seen)


def store_floats(folder: Path, dense: DenseIndex) -> None:
    """Store an index as it was before its vectors were integers."""
    contents = json.loads((folder / "contents.json").read_text(encoding="utf-8"))
    assert set(contents) == {"ids", "starts", "title_of"}
    rows = {
        name: getattr(dense, name).floats(slice(None)).astype(np.float16)
        for name in ("passages", "titles", "sentences")
    }
    for file in folder.glob("*.npy"):
        file.unlink()
    for name, some in rows.items():
        np.save(folder / f"{name}.npy", some)
