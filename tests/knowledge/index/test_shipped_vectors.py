"""The vectors that come with the program are those of the starter handbook as it is."""

from pathlib import Path

import numpy as np
import pytest

from knowledge import Embedder, Handbook
from knowledge.index.asks import ASKS
from knowledge.index.embedding_cache import content_key
from knowledge.index.shipped_vectors import (
    KEY_BYTES,
    find_shipped,
    list_shipped,
    shipped_file,
    write_shipped,
)
from tests.fixtures.handbooks import TODAY, CountingEmbedder
from tests.tooling.vectors import prepare


async def test_a_new_home_computes_no_vector_of_the_starter_handbook(
    tmp_path: Path, e5: Embedder
) -> None:
    """Neither is any shipped that nothing asks for. Where this fails, run ``make vectors``."""
    counting = CountingEmbedder(e5)

    made = await prepare(tmp_path, counting)

    assert counting.embedded == []
    for embedder_id, rows in made.items():
        assert {key[:KEY_BYTES] for key in rows} == list_shipped(embedder_id)


@pytest.mark.parametrize(("coarse", "most"), [(False, 0.002), (True, 0.02)])
def test_a_shipped_vector_is_what_the_embedder_computes(
    tmp_path: Path, e5: Embedder, *, coarse: bool, most: float
) -> None:
    """But for the rounding, which moves similarities little."""
    texts = ["How long does a review take?", "Berapa lama peninjauan?", "ใช้เวลานานแค่ไหน", "x"]
    computed = e5.passages(texts)
    keys = [content_key(text) for text in texts]

    file = write_shipped(f"test/{tmp_path}", keys, computed, coarse=coarse)
    try:
        shipped = find_shipped(f"test/{tmp_path}", keys)
    finally:
        file.unlink()

    rows = np.stack([shipped[key] for key in keys])
    assert np.abs(rows @ computed.T - computed @ computed.T).max() < most


def test_a_sample_of_the_file_is_of_this_embedder(starter: Handbook, e5: Embedder) -> None:
    """Vectors of another version of the model would be shipped unseen otherwise."""
    texts = [passage.text for passage in starter.passages[::50]]
    shipped = find_shipped(e5.id, [content_key(text) for text in texts])

    rows = np.stack([shipped[content_key(text)] for text in texts])

    assert (rows * e5.passages(texts)).sum(axis=1).min() > 0.999


def test_coarse_vectors_of_many_asks_are_near_enough(starter: Handbook, e5: Embedder) -> None:
    """Of a few texts, components lose nothing; of thousands, they move similarities a little."""
    pages = starter.pages(on=TODAY)
    texts = [each.asks["th"][0] for page in pages for each in page.notes.clauses][::12]
    shipped = find_shipped(f"{e5.id}/{ASKS}", [content_key(text) for text in texts])
    computed = np.stack([e5.query(text) for text in texts])

    rows = np.stack([shipped[content_key(text)] for text in texts])

    assert (rows @ computed.T - computed @ computed.T).std() < 0.01


def test_what_the_starter_handbook_brings_is_small(e5: Embedder) -> None:
    """What is installed grows by less than a megabyte for its pages and notes."""
    ids = (e5.id, f"{e5.id}/{ASKS}")

    assert all(map(list_shipped, ids))
    assert sum(shipped_file(each).stat().st_size for each in ids) < 1_000_000


def test_the_keys_of_a_file_are_listed_without_its_vectors(e5: Embedder) -> None:
    """Some of which are found by them, and none by any other."""
    listed = sorted(list_shipped(e5.id))

    found = find_shipped(e5.id, [b"\0" * KEY_BYTES, *listed[:2]])

    assert list(found) == listed[:2]
    assert not list_shipped("test/none")
    assert not find_shipped("test/none", listed)


@pytest.mark.parametrize("coarse", [False, True])
def test_a_file_holds_nothing_but_its_arrays(tmp_path: Path, *, coarse: bool) -> None:
    """No setting of how it is written is one of them, whatever version of numpy writes it."""
    vectors = np.eye(3, 4, dtype=np.float32) + 0.5
    file = write_shipped(
        f"test/{tmp_path}", [bytes([at] * 32) for at in b"abc"], vectors, coarse=coarse
    )
    try:
        with np.load(file) as stored:
            names = set(stored.files)
    finally:
        file.unlink()

    assert names == {"keys", "scales"} | ({"steps", "axes", "middle"} if coarse else {"rows"})
