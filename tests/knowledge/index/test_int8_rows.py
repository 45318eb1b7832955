"""Vectors rounded to 8 bits find what the vectors themselves find."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from knowledge import Vector
from knowledge.index.int8_rows import Int8Rows, SignBits, at_least, highest
from knowledge.index.shipped_vectors import KEY_BYTES, find_shipped, list_shipped
from knowledge.models.e5_conversion import E5_ID
from tests.fixtures.vectors import crowd, unit

NEAREST = 10


@pytest.mark.parametrize("dimensions", [48, 384])
def test_the_ten_nearest_of_random_vectors_are_found(dimensions: int) -> None:
    """In one plane nearly all, in two planes all, in whatever block of rows they are."""
    drawn = np.random.default_rng(3)
    vectors, asked = (unit(drawn.standard_normal((size, dimensions))) for size in (5000, 40))

    assert recall(Int8Rows.of(vectors), vectors, asked) > 0.98
    assert recall(Int8Rows.of(vectors, planes=2), vectors, asked) > 0.999


def test_the_ten_nearest_of_a_crowd_are_found() -> None:
    """Vectors of an embedder all point one way, and lie nearer together than random ones."""
    vectors, asked = crowd(5000, 384, seed=4), crowd(40, 384, seed=5)

    assert recall(Int8Rows.of(vectors), vectors, asked) > 0.97
    assert recall(Int8Rows.of(vectors, planes=2), vectors, asked) > 0.999


def test_the_ten_nearest_of_real_sentences_are_found() -> None:
    """Those of the starter handbook, between which others are put that were not rounded before."""
    keys = sorted(list_shipped(E5_ID))
    shipped = find_shipped(E5_ID, [key.ljust(2 * KEY_BYTES, b"\0") for key in keys])
    real = unit(np.stack(list(shipped.values())))
    vectors, asked = unit(real[1:] + 0.3 * real[:-1]), real[::25]

    assert recall(Int8Rows.of(vectors), vectors, asked) > 0.99
    assert recall(Int8Rows.of(vectors, planes=2), vectors, asked) > 0.999


def test_a_similarity_is_moved_little(tmp_path: Path) -> None:
    """Of what is alike least of all; and it is the same for rows that were stored."""
    vectors = crowd(300, 100, seed=6)
    rows = Int8Rows.of(vectors, planes=2)
    rows.save(tmp_path, "rows")
    stored = Int8Rows.load(tmp_path, "rows", planes=2)
    one = Int8Rows.load(tmp_path, "rows")

    assert np.abs(rows.floats(slice(None)) - vectors).max() < 1e-5
    for at, vector in enumerate(vectors[:20]):
        exact = vectors @ vector
        assert np.abs(one.product(vector, every(rows)) - exact).max() < 0.002
        assert one.product(vector, np.array([at]))[0] == pytest.approx(1, abs=1e-5)
        np.testing.assert_array_equal(
            stored.product(vector, every(rows)), rows.product(vector, every(rows))
        )


@pytest.mark.parametrize("planes", [1, 2])
def test_rows_of_nothing_and_of_no_length_are_rows(tmp_path: Path, planes: int) -> None:
    """A handbook of headings has none, and a text may have a vector that says nothing."""
    for vectors in (np.empty((0, 8), np.float32), np.zeros((2, 8), np.float32)):
        Int8Rows.of(vectors, planes=planes).save(tmp_path, "rows")
        stored = Int8Rows.load(tmp_path, "rows", planes=planes)

        found = stored.product(np.ones(8, np.float32), every(stored))
        assert found.tolist() == [0.0] * len(vectors)


def test_rows_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    """Whatever damage did to them."""
    Int8Rows.of(crowd(4, 8, seed=7), planes=2).save(tmp_path, "rows")
    np.save(tmp_path / "rows-rest.npy", np.zeros((4, 7), np.int8))
    with pytest.raises(ValueError, match="rows"):
        Int8Rows.load(tmp_path, "rows", planes=2)
    np.save(tmp_path / "rows-scales.npy", np.ones(3, np.float32))
    with pytest.raises(ValueError, match="rows"):
        Int8Rows.load(tmp_path, "rows")
    np.save(tmp_path / "rows.npy", np.zeros((4, 8), np.float64))
    with pytest.raises(ValueError, match="rows"):
        Int8Rows.load(tmp_path, "rows")


@pytest.mark.parametrize("dimensions", [100, 384])
def test_signs_tell_what_is_not_among_the_nearest(dimensions: int) -> None:
    """The ten nearest are in the tenth of all rows that is probably nearest."""
    vectors, asked = crowd(8000, dimensions, seed=8), crowd(40, dimensions, seed=9)
    signs = SignBits.of(Int8Rows.of(vectors))
    exact = np.argsort(-(asked @ vectors.T), axis=1)[:, :NEAREST].tolist()
    near = [np.argsort(-signs.nearness(vector))[:800].tolist() for vector in asked]

    held = [len(set(best) & set(some)) for best, some in zip(exact, near, strict=True)]
    assert sum(held) > 0.99 * NEAREST * len(asked)


@given(st.lists(st.integers(-3, 3)), st.integers(1, 8))
def test_the_highest_are_told_without_an_order_of_all(numbers: list[int], most: int) -> None:
    """Of equals the first; and where some are left out, those at the end."""
    best = sorted(range(len(numbers)), key=lambda at: -numbers[at])[:most]

    assert highest(np.array(numbers, np.float32), most).tolist() == best
    if numbers:
        least = min(numbers[at] for at in best)
        enough = [at for at, number in enumerate(numbers) if number >= least]
        assert at_least(np.array(numbers, np.int16), most).tolist() == enough


def every(rows: Int8Rows) -> NDArray[np.intp]:
    """Number all *rows*."""
    return np.arange(len(rows))


def recall(rows: Int8Rows, vectors: Vector, asked: Vector) -> float:
    """Tell the share of the nearest *vectors* that their *rows* find."""
    shares = [
        len(set(nearest(vectors @ vector)) & set(nearest(rows.product(vector, every(rows)))))
        for vector in asked
    ]
    return sum(shares) / NEAREST / len(asked)


def nearest(scores: Vector) -> list[int]:
    """Give the rows with the highest scores."""
    found: list[int] = np.argsort(-scores)[:NEAREST].tolist()
    return found
