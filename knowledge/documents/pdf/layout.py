"""Typography of a PDF: font size, leading, headings and words parted at line ends (pure)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.pdf.frame import Frame
from knowledge.documents.pdf.lines import HYPHEN, TextLine

MIN_HEADING_RATIO = 1.12
"""The least font size of a heading, as a multiple of the body text's."""

MAX_FRAME_RATIO = 1.4
"""The greatest font size of a running title with a number, as a multiple of the body text's."""

MAX_HEADING_WORDS = 18
"""Longer lines are no headings."""

_MIN_OUTLINE = 3
"""An outline of more entries names all headings; bold lines beside it are none."""

_PARTED_WORD = re.compile(rf"([^\W\d_]+){HYPHEN}\s*([^\W\d_]+)")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEADING_NUMBER = re.compile(r"^(?:\d+\.)*\d+\.?\s+")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Typography of a document: body font size and leading in points, running titles, outline."""

    size: float
    leading: float
    frame: Frame
    outline: Mapping[tuple[int, str], int]
    vocabulary: frozenset[str]

    @classmethod
    def of(
        cls,
        pages: Sequence[Sequence[TextLine]],
        outline: Mapping[tuple[int, str], int],
        heights: Sequence[tuple[float, float]],
    ) -> "Layout":
        """Measure all *pages*; *heights* are where each begins and ends, in points."""
        sizes: Counter[float] = Counter()
        for line in (line for lines in pages for line in lines):
            sizes[round(line.size * 2) / 2] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10
        steps = [
            one.bottom - two.bottom
            for lines in pages
            for one, two in pairwise(lines)
            if 0 < one.bottom - two.bottom < 3 * size
        ]
        everything = " ".join(line.text for lines in pages for line in lines)
        is_parted = HYPHEN in everything
        return cls(
            size=size,
            leading=median(steps) if steps else size * 1.2,
            frame=Frame.of(pages, heights),
            outline=outline,
            vocabulary=frozenset(_PLAIN_WORD.findall(everything.lower()) if is_parted else ()),
        )

    def is_frame(self, page: int, line: TextLine) -> bool:
        """Return whether a line is a running header, a footer or a page number."""
        return self.frame.has(page, line) and (
            line.size <= self.size * MAX_FRAME_RATIO or not self.frame.has_number(line)
        )

    def depth(self, page: int, line: TextLine) -> float:
        """Return the depth of a heading: its outline level, else minus its font size."""
        text = normalize(line.text).casefold()
        known = self.outline.get((page, text), self.outline.get((page, _unnumbered(text))))
        return -line.size if known is None else known

    def is_heading(self, page: int, line: TextLine) -> bool:
        """Return whether a line is a heading, by the document's outline or by its font."""
        text = normalize(line.text).casefold()
        if (page, text) in self.outline or (page, _unnumbered(text)) in self.outline:
            return True
        if len(line.cells) > 1 or len(text.split()) > MAX_HEADING_WORDS:
            return False
        if not _LETTERS.search(text) or text.endswith((".", ",", ";", ":")):
            return False
        larger = line.size >= self.size * MIN_HEADING_RATIO
        return larger if len(self.outline) > _MIN_OUTLINE else larger or line.is_bold

    def largest(self, lines: Sequence[TextLine]) -> str:
        """Return the text in the largest font, empty if none is larger than the body text."""
        best = max(lines, key=lambda line: line.size, default=None)
        if best is None or best.size < self.size * MIN_HEADING_RATIO:
            return ""
        return normalize(" ".join(line.text for line in lines if line.size == best.size))[:200]

    def whole(self, text: str) -> str:
        """Join words hyphenated at line ends, as the document writes them elsewhere."""
        if HYPHEN not in text:
            return text
        return _PARTED_WORD.sub(self._joined, text).replace(HYPHEN, "-")

    def _joined(self, found: re.Match[str]) -> str:
        one, two = found.groups()
        if f"{one}-{two}".lower() in self.vocabulary and f"{one}{two}".lower() not in (
            self.vocabulary
        ):
            return f"{one}-{two}"
        return f"{one}{two}"


def _unnumbered(text: str) -> str:
    return _HEADING_NUMBER.sub("", text)
