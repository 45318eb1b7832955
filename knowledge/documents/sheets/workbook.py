"""Opens an Excel workbook: its sheets, the texts that they share, and the looks of cells."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import IO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from knowledge.documents.document import DAMAGED, UnreadableError
from knowledge.documents.office.xml_names import is_switched_on
from knowledge.documents.sheets.rich_text import RichText, read_rich_text

PACKED = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)
"""What zipfile raises for a part that is damaged, or packed in a way that it does not know."""

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys(range(27, 37), "yyyy-mm-dd"),
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '$#,##0;-$#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '$#,##0.00;-$#,##0.00;"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys(range(50, 59), "yyyy-mm-dd"),
}
"""Formats that have a number only; a date that each computer shows in its own order is in ISO."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of one style show: their number format, whether they are struck, and bold."""

    number_format: str = "General"
    is_struck: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its name, the name of its part in the file, and whether people see it."""

    name: str
    part: str
    is_shown: bool
    is_chart: bool


@dataclass(frozen=True, slots=True)
class Related:
    """What a part refers to: of which kind, and the name of the part."""

    kind: str
    part: str


@dataclass(slots=True)
class Workbook:
    """A workbook, of which the sheets' cells are still to be read."""

    packed: ZipFile
    sheets: list[SheetPart] = field(default_factory=list)
    texts: list[RichText] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    title: str = ""
    is_1904: bool = False
    is_recalculated: bool = False
    """Whether whoever opens it computes all formulas, so that stored values may be stand-ins."""

    def open(self, part: str) -> IO[bytes]:
        """Open a part of the file; its name may differ in case from what refers to it.

        Raises:
            KeyError: If it is not there.
        """
        try:
            return self.packed.open(part)
        except KeyError:
            names = {name.lower(): name for name in self.packed.namelist()}
            return self.packed.open(names[part.lower()])

    def parse(self, part: str) -> etree._Element | None:
        """Parse a part of the file as a whole; None if it is not there, or damaged."""
        try:
            with self.open(part) as opened:
                return etree.parse(opened, _parser()).getroot()
        except (KeyError, etree.XMLSyntaxError):
            return None

    def related(self, part: str) -> dict[str, Related]:
        """Return what a *part* refers to within the file, by its ids there."""
        folder, _, name = part.rpartition("/")
        root = self.parse(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found: dict[str, Related] = {}
        for each in () if root is None else root.iter("{*}Relationship"):
            target = each.get("Target") or ""
            if each.get("TargetMode") == "External" or not target:
                continue
            place = target.lstrip("/") if target[0] == "/" else normpath(join(folder, target))
            found[each.get("Id") or ""] = Related(
                (each.get("Type") or "").rpartition("/")[2], place
            )
        return found


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


def is_set(node: etree._Element, name: str) -> bool:
    """Return whether an attribute of a *node* says yes."""
    return (node.get(name) or "").lower() in {"1", "true", "on"}


def open_workbook(content: bytes) -> Workbook:
    """Open a workbook.

    Raises:
        UnreadableError: If it is damaged, or in the binary format.
    """
    try:
        book = Workbook(ZipFile(BytesIO(content)))
    except BadZipFile as error:
        raise UnreadableError(DAMAGED) from error
    roots = [each.part for each in book.related("").values() if each.kind == "officeDocument"]
    part = roots[0] if roots else "xl/workbook.xml"
    if part.endswith(".bin"):
        raise UnreadableError("it is in Excel's binary format (.xlsb): save it as .xlsx")
    root = book.parse(part)
    if root is None:
        raise UnreadableError(DAMAGED)
    related = book.related(part)
    _read_settings(book, root)
    book.sheets = list(_sheets(root, related))
    by_kind = {each.kind: each.part for each in related.values()}
    folder = dirname(part)
    book.looks = _read_looks(book.parse(by_kind.get("styles", f"{folder}/styles.xml")))
    book.texts = _read_texts(book, by_kind.get("sharedStrings", f"{folder}/sharedStrings.xml"))
    about = book.parse("docProps/core.xml")
    book.title = (about.findtext("{*}title") or "") if about is not None else ""
    return book


def _read_settings(book: Workbook, root: etree._Element) -> None:
    for each in root.iter("{*}workbookPr"):
        book.is_1904 = is_set(each, "date1904")
    for each in root.iter("{*}calcPr"):
        book.is_recalculated = is_set(each, "fullCalcOnLoad")


def _sheets(root: etree._Element, related: dict[str, Related]) -> Iterator[SheetPart]:
    for each in root.iter("{*}sheet"):
        number = next((value for key, value in each.items() if key.endswith("}id")), "")
        found = related.get(str(number))
        if found:
            is_shown = (each.get("state") or "visible") == "visible"
            is_chart = found.kind == "chartsheet"
            yield SheetPart(each.get("name") or "", found.part, is_shown, is_chart)


def _read_looks(root: etree._Element | None) -> list[Look]:
    if root is None:
        return []
    codes = {
        each.get("numFmtId"): each.get("formatCode") or "General" for each in root.iter("{*}numFmt")
    }
    fonts = [(_has(each, "strike"), _has(each, "b")) for each in root.iterfind("{*}fonts/{*}font")]
    return [_look(each, codes, fonts) for each in root.iterfind("{*}cellXfs/{*}xf")]


def _has(font: etree._Element, name: str) -> bool:
    """Return whether a font has a property, which may also say that it is off."""
    found = font.find(f"{{*}}{name}")
    return found is not None and is_switched_on(found)


def _look(
    style: etree._Element, codes: dict[str | None, str], fonts: list[tuple[bool, bool]]
) -> Look:
    number = style.get("numFmtId") or "0"
    font = style.get("fontId") or ""
    code = codes.get(number) or _BUILT_IN.get(int(number) if number.isdigit() else 0, "General")
    is_known = font.isdigit() and int(font) < len(fonts)
    return Look(code, *(fonts[int(font)] if is_known else (False, False)))


def _read_texts(book: Workbook, part: str) -> list[RichText]:
    """Read the texts that cells share, one after the other."""
    texts: list[RichText] = []
    try:
        with book.open(part) as opened:
            for _, each in etree.iterparse(
                opened, tag="{*}si", resolve_entities=False, no_network=True
            ):
                texts.append(read_rich_text(each))
                each.clear()
                parent = each.getparent()
                while parent is not None and each.getprevious() is not None:
                    del parent[0]
    except KeyError:
        return []
    except etree.XMLSyntaxError as error:
        raise UnreadableError(DAMAGED) from error
    return texts
