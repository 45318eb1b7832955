"""An open PDF: its title, outline and pages. This package is the only importer of PDFium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2

from knowledge.documents.document import DAMAGED, UnreadableError
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.pdf.annotations import Annotation, annotations, attachments
from knowledge.documents.pdf.bullets import add_bullets
from knowledge.documents.pdf.graphics import Box, Graphics, scan
from knowledge.documents.pdf.hidden import HiddenText
from knowledge.documents.pdf.lines import PageText, TextLine
from knowledge.documents.pdf.strikes import struck_places

_NO_BOX = Box(0, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page holds; *hidden* and *struck* are how many words of it were left out.

    A page that PDFium cannot open is damaged and has nothing.
    """

    lines: list[TextLine] = field(default_factory=list)
    graphics: Graphics = field(default_factory=Graphics)
    annotations: list[Annotation] = field(default_factory=list)
    hidden: int = 0
    struck: int = 0
    box: Box = _NO_BOX
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """An open PDF; *outline* maps (page counted from 0, heading) to levels."""

    title: str
    outline: dict[tuple[int, str], int]
    count: int
    attachments: list[str]
    document: pypdfium2.PdfDocument
    hidden: HiddenText = field(default_factory=HiddenText)

    def page(self, number: int) -> PageContent:
        """Return a page with its lines in reading order."""
        try:
            page = self.document[number]
        except pypdfium2.PdfiumError:
            return PageContent(is_damaged=True)
        try:
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            page.close()
            return PageContent(is_damaged=True)
        try:
            return self._content(page, PageText(text_page))
        finally:
            text_page.close()
            page.close()

    def _content(self, page: pypdfium2.PdfPage, text: PageText) -> PageContent:
        graphics, written = scan(page), annotations(page)
        unseen = self.hidden.places(page, text, graphics)
        box = Box(*page.get_bbox())
        lines, outside = list[TextLine](), 0
        for line in text.lines(unseen):
            if _is_outside(line, box):
                outside += len(line.words)
            else:
                lines.append(line)
        rules = [*graphics.horizontals, *written.strikes]
        struck = struck_places(text, lines, rules) if rules else frozenset[int]()
        if struck:
            lines = [line for line in text.lines(unseen | struck) if not _is_outside(line, box)]
        return PageContent(
            lines=list(add_bullets(lines, graphics.bullets)),
            graphics=graphics,
            annotations=written.found,
            hidden=outside + _count_words(text, unseen),
            struck=_count_words(text, struck),
            box=box,
        )


def _is_outside(line: TextLine, page: Box) -> bool:
    """Return whether nothing of a line is on the visible part of the page."""
    return (
        line.right < page.left
        or line.left > page.right
        or line.top < page.bottom
        or line.bottom > page.top
    )


def _count_words(text: PageText, places: frozenset[int]) -> int:
    """Count the words that begin among some characters."""
    shown = text.characters
    return sum(
        1
        for place in places
        if not shown[place].isspace() and (place - 1 not in places or shown[place - 1].isspace())
    )


@contextmanager
def open_pdf(content: bytes) -> Iterator[OpenedPdf]:
    """Open a PDF.

    Raises:
        UnreadableError: If it is protected or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableError("it is protected with a password") from error
        raise UnreadableError(DAMAGED) from error
    try:
        title = normalize(document.get_metadata_value("Title"))
        outline, files = dict(_outline(document)), attachments(document)
        yield OpenedPdf(title, outline, len(document), files, document)
    finally:
        document.close()


def _outline(document: pypdfium2.PdfDocument) -> Iterator[tuple[tuple[int, str], int]]:
    for mark in document.get_toc(max_depth=8):
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            yield (page, normalize(mark.get_title()).casefold()), mark.level
