"""PDFium's functions that are called for every letter and line, with addresses as plain numbers.

A pointer object for each answer, and its check at each call, cost about as much as the call.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def quicken(function: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes and returns addresses for pointers, None for 0."""
    kinds = [_plain(kind) for kind in (function.restype, *function.argtypes)]
    address = ctypes.cast(function, ctypes.c_void_p).value
    quick: Callable[..., Any] = ctypes.CFUNCTYPE(*kinds)(address or 0)
    return quick


def _plain(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def address_of(pointer: Any) -> int:
    """Return the address to which a pointer of pypdfium2 points."""
    return ctypes.addressof(pointer.contents)


char_box = quicken(pdfium.FPDFText_GetLooseCharBox)
char_ink = quicken(pdfium.FPDFText_GetCharBox)
char_matrix = quicken(pdfium.FPDFText_GetMatrix)
font_size = quicken(pdfium.FPDFText_GetFontSize)
char_origin = quicken(pdfium.FPDFText_GetCharOrigin)
font_info = quicken(pdfium.FPDFText_GetFontInfo)
font_weight = quicken(pdfium.FPDFText_GetFontWeight)
text_object = quicken(pdfium.FPDFText_GetTextObject)

page_object = quicken(pdfium.FPDFPage_GetObject)
form_object = quicken(pdfium.FPDFFormObj_GetObject)
form_count = quicken(pdfium.FPDFFormObj_CountObjects)
object_kind = quicken(pdfium.FPDFPageObj_GetType)
object_matrix = quicken(pdfium.FPDFPageObj_GetMatrix)
object_bounds = quicken(pdfium.FPDFPageObj_GetBounds)
object_colour = quicken(pdfium.FPDFPageObj_GetFillColor)
object_marks = quicken(pdfium.FPDFPageObj_CountMarks)
object_mark = quicken(pdfium.FPDFPageObj_GetMark)
mark_name = quicken(pdfium.FPDFPageObjMark_GetName)
set_active = quicken(pdfium.FPDFPageObj_SetIsActive)
text_mode = quicken(pdfium.FPDFTextObj_GetTextRenderMode)
path_mode = quicken(pdfium.FPDFPath_GetDrawMode)
path_count = quicken(pdfium.FPDFPath_CountSegments)
path_segment = quicken(pdfium.FPDFPath_GetPathSegment)
segment_point = quicken(pdfium.FPDFPathSegment_GetPoint)
segment_kind = quicken(pdfium.FPDFPathSegment_GetType)
