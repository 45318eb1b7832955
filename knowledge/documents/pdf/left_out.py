"""What the pages of a PDF hold and their text does not (pure)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.documents.pdf.annotations import Annotation
from knowledge.documents.pdf.graphics import Box
from knowledge.documents.pdf.opened import PageContent
from knowledge.omissions import Omission, OmissionLog

PAGE_WORDS = 300
"""How many words a page without a text layer is taken to hold where no other page tells."""

_MIN_PICTURE = 0.12
"""The least share of the page that a picture takes for what is in it to be missed."""

_FULL_PICTURE = 0.6
_MIN_DRAWN_PATHS = 150
"""As many strokes on a page without a letter are letters that were drawn."""

_MIN_TEXT_WORDS = 20


@dataclass(frozen=True, slots=True)
class PageReport:
    """What one page holds, counted in words; *pictures* are those that may have words in them."""

    words: int
    pictures: tuple[Box, ...]
    largest: float
    paths: int
    annotations: tuple[Annotation, ...]
    hidden: int
    struck: int
    is_damaged: bool

    @classmethod
    def of(cls, page: PageContent) -> "PageReport":
        """Count what is on a *page*."""
        shares = [(box.area / max(1.0, page.box.area), box) for box in page.graphics.pictures]
        return cls(
            words=sum(len(line.text.split()) for line in page.lines),
            pictures=tuple(_rounded(box) for share, box in shares if share >= _MIN_PICTURE),
            largest=max((share for share, _ in shares), default=0.0),
            paths=page.graphics.paths,
            annotations=tuple(page.annotations),
            hidden=page.hidden,
            struck=page.struck,
            is_damaged=page.is_damaged,
        )

    @property
    def is_picture(self) -> bool:
        """Return whether the page is a picture of text, without the text."""
        if self.words >= _MIN_TEXT_WORDS:
            return False
        if self.largest >= _FULL_PICTURE:
            return True
        return not self.words and (bool(self.pictures) or self.paths >= _MIN_DRAWN_PATHS)


def _rounded(box: Box) -> Box:
    return Box(*(round(edge) for edge in box))


def list_left_out(pages: Sequence[PageReport], attachments: Sequence[str]) -> tuple[Omission, ...]:
    """Return what the text of the *pages* leaves out, and the files in the document."""
    log = OmissionLog()
    texts = [page.words for page in pages if page.words >= _MIN_TEXT_WORDS]
    usual = round(median(texts)) if texts else PAGE_WORDS
    repeated = Counter(box for page in pages for box in set(page.pictures))
    for number, page in enumerate(pages, 1):
        _add_page(log, page, f"page {number}", usual)
        if page.largest < _FULL_PICTURE and not page.is_picture:
            count = sum(repeated[box] <= max(1, len(pages) // 2) for box in page.pictures)
            if count:
                log.add("picture", f"page {number}", count=count)
    for name in attachments:
        log.add("embedded file", name)
    return log.list_omissions()


def _add_page(log: OmissionLog, page: PageReport, place: str, usual: int) -> None:
    """Note what one page leaves out; *usual* is how many words a page of the file has."""
    if page.is_damaged:
        log.add("unreadable part", place, words=usual)
    elif page.is_picture:
        log.add("picture", place, words=usual)
    for one in page.annotations:
        log.add(one.kind, place, words=one.words)
    if page.hidden:
        log.add("hidden text", place, words=page.hidden)
    if page.struck:
        log.add("struck-through text", place, words=page.struck)
