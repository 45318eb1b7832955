"""Which terms each sentence holds, as numbers: of every passage without a word being cut again."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.index.passages import Passage
from knowledge.text.tokens import tokenize

_NAMES = ("line_terms", "line_starts", "lines")


@dataclass(frozen=True, slots=True)
class SentenceTerms:
    """The terms of all sentences, by the rows of these in the lexical index.

    ``terms[starts[line]:starts[line + 1]]`` are those of a sentence, each once, and the sentences
    of the passage at a place are the lines ``firsts[place]`` to ``firsts[place + 1]``.
    """

    terms: NDArray[np.int32]
    starts: NDArray[np.int32]
    firsts: NDArray[np.int32]

    @classmethod
    def build(cls, found: Sequence[Passage], rows: Mapping[str, int]) -> Self:
        """Number the terms of the sentences of passages by *rows*, which has them all."""
        terms, starts, firsts = array("i"), array("i", [0]), array("i", [0])
        for passage in found:
            for each in passage.sentences:
                terms.extend(rows[term] for term in dict.fromkeys(tokenize(each.whole)))
                starts.append(len(terms))
            firsts.append(len(starts) - 1)
        return cls(*(np.array(each, np.int32) for each in (terms, starts, firsts)))

    def shares(
        self, places: Sequence[int], weights: Mapping[int, float], total: float
    ) -> list[tuple[float, ...]]:
        """Return the weighted share of a question's terms in each sentence of passages.

        *weights* has the weight of each term by its row, and *total* is the sum of these and of
        the weights of terms that no passage holds.
        """
        at = np.asarray(places, np.intp)
        counts = self.firsts[at + 1] - self.firsts[at]
        if not weights:
            return [(0.0,) * count for count in counts.tolist()]
        lines = _spans(self.firsts[at], counts)
        sizes = self.starts[lines + 1] - self.starts[lines]
        held = self.terms[_spans(self.starts[lines], sizes)]
        asked = np.array(sorted(weights), np.int32)
        near = np.minimum(np.searchsorted(asked, held), len(asked) - 1)
        worth = np.array([weights[row] for row in asked.tolist()])[near] * (asked[near] == held)
        line_of = np.repeat(np.arange(len(lines)), sizes)
        shares = (np.bincount(line_of, worth, len(lines)) / total).tolist()
        ends = np.cumsum(counts).tolist()
        return [
            tuple(shares[end - count : end])
            for end, count in zip(ends, counts.tolist(), strict=True)
        ]

    def to_arrays(self) -> Mapping[str, NDArray[Any]]:
        """Return what `from_arrays` restores the terms from."""
        return dict(zip(_NAMES, (self.terms, self.starts, self.firsts), strict=True))

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, NDArray[Any]], found: Sequence[Passage], rows: int
    ) -> Self:
        """Restore the terms of passages, of so many rows.

        Raises:
            ValueError: If the arrays are not what `to_arrays` returned.
            KeyError: If one is missing.
        """
        terms, starts, firsts = (arrays[name] for name in _NAMES)
        lengths = [len(each.sentences) for each in found]
        is_sound = (
            all(each.dtype == np.int32 and each.ndim == 1 for each in (terms, starts, firsts))
            and np.array_equal(firsts, np.cumsum([0, *lengths]))
            and len(starts) == firsts[-1] + 1
            and starts[0] == 0
            and starts[-1] == len(terms)
            and bool((np.diff(starts) >= 0).all())
            and (not len(terms) or (terms.min() >= 0 and terms.max() < rows))
        )
        if not is_sound:
            raise ValueError(_NAMES)
        return cls(terms, starts, firsts)


def _spans(starts: NDArray[np.int32], sizes: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return the numbers from each start on, so many as its size, one span after the other."""
    ends = np.cumsum(sizes)
    spans: NDArray[np.intp] = np.repeat(starts - (ends - sizes), sizes) + np.arange(sizes.sum())
    return spans
