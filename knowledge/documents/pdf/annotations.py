"""What people put on a PDF's page or into the file: comments, fields, text boxes, other files."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.documents.pdf.graphics import Box, Rule
from knowledge.omissions import OmissionKind

_KINDS: dict[int, OmissionKind] = {
    pdfium.FPDF_ANNOT_TEXT: "comment",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "comment",
    pdfium.FPDF_ANNOT_UNDERLINE: "comment",
    pdfium.FPDF_ANNOT_SQUIGGLY: "comment",
    pdfium.FPDF_ANNOT_CARET: "comment",
    pdfium.FPDF_ANNOT_FREETEXT: "text box",
    pdfium.FPDF_ANNOT_STAMP: "text box",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "embedded file",
    pdfium.FPDF_ANNOT_WIDGET: "form field",
}
_ALWAYS = "embedded file"
_FIELD_TYPES = frozenset({"", "Tx", "Ch"})
_MAX_ANNOTATIONS = 5_000
_MAX_BYTES = 20_000
_MAX_NAMES = 100


class Annotation(NamedTuple):
    """Something on a page that is no part of its text, and the words in it."""

    kind: OmissionKind
    words: int


class Annotations(NamedTuple):
    """The annotations of a page that say something, and the lines through struck-out text."""

    found: list[Annotation]
    strikes: list[Rule]


def annotations(page: pypdfium2.PdfPage) -> Annotations:
    """Return what is written on a page beside its text."""
    found, strikes = list[Annotation](), list[Rule]()
    for number in range(min(_MAX_ANNOTATIONS, pdfium.FPDFPage_GetAnnotCount(page))):
        handle = pdfium.FPDFPage_GetAnnot(page, number)
        if not handle:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(handle)
        if subtype == pdfium.FPDF_ANNOT_STRIKEOUT:
            strikes += [
                Rule((box.bottom + box.top) / 2, box.left, box.right) for box in _quads(handle)
            ]
        elif subtype in _KINDS and (one := _annotation(handle, _KINDS[subtype])):
            found.append(one)
        pdfium.FPDFPage_CloseAnnot(handle)
    return Annotations(found, strikes)


def _annotation(handle: object, kind: OmissionKind) -> Annotation | None:
    if pdfium.FPDFAnnot_GetFlags(handle) & pdfium.FPDF_ANNOT_FLAG_HIDDEN:
        return None
    if kind == "form field" and _string(handle, b"FT") not in _FIELD_TYPES:
        return None
    words = len(_string(handle, b"V" if kind == "form field" else b"Contents").split())
    return Annotation(kind, words) if words or kind == _ALWAYS else None


def _string(handle: object, key: bytes) -> str:
    size = min(_MAX_BYTES, pdfium.FPDFAnnot_GetStringValue(handle, key, None, 0))
    buffer = ctypes.create_string_buffer(size + 2)
    pdfium.FPDFAnnot_GetStringValue(
        handle, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw[:size].decode("utf-16-le", errors="replace").rstrip("\0")


def _quads(handle: object) -> Iterator[Box]:
    quad = pdfium.FS_QUADPOINTSF()
    for number in range(min(_MAX_NAMES, pdfium.FPDFAnnot_CountAttachmentPoints(handle))):
        if pdfium.FPDFAnnot_GetAttachmentPoints(handle, number, ctypes.byref(quad)):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield Box(min(xs), min(ys), max(xs), max(ys))


def attachments(document: pypdfium2.PdfDocument) -> list[str]:
    """Return the names of the files inside a document."""
    names = list[str]()
    for number in range(min(_MAX_NAMES, document.count_attachments())):
        try:
            names.append(document.get_attachment(number).get_name())
        except (pypdfium2.PdfiumError, UnicodeError):
            names.append("")
    return names
