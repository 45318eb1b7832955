"""Other readers of PDF, HTML and typed text; no library here is one that our readers use."""

import re
from contextlib import suppress
from csv import reader as read_rows
from html import unescape
from io import BytesIO, StringIO

import inscriptis
import pdfplumber
import pypdf
import trafilatura
from charset_normalizer import from_bytes
from lxml import etree

from tests.evals.readers.measures import Text

_BULLET_LINE = re.compile(r"^\s*[•●▪◦‣■□✓➢·*–-]\s+\S", re.MULTILINE)  # noqa: RUF001 - as printed
_NO_LETTER = re.compile(r"\(cid:\d+\)")
"""What pdfplumber writes for a letter that it cannot name."""

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
_EASTERN = ["cp1250", "iso8859_2", "cp852", "mac_latin2"]
"""What western text is taken for otherwise; no file of the corpora is in one of these."""

_SETTINGS = re.compile(r"\A\ufeff?\s*---\s*\n.*?\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?-->|</?\w[^>]*>"
    r"|(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)"  # where a link leads
    r"|^[ >]*\[[^\]\n]+\]:[^\n]*$|^[ >]*(?:```|~~~)[^\n]*$|^[ >]*\d{1,9}[.)](?=\s)",
    re.DOTALL | re.MULTILINE,
)
_FENCED = re.compile(r"^\s*(```|~~~).*?^\s*\1", re.DOTALL | re.MULTILINE)
_ITEM_LINE = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+\S", re.MULTILINE)
_RULE_LINE = re.compile(r"^\s*\|?\s*:?-+:?\s*\|[\s:|-]*$", re.MULTILINE)


def read_by_pdfplumber(content: bytes) -> Text:
    """Read a PDF by pdfplumber: text line by line, bulleted lines, and tables with rules."""
    texts: list[str] = []
    tables = 0
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            texts.append(_NO_LETTER.sub("", page.extract_text()))
            tables += sum(_is_table(table.extract()) for table in page.find_tables())
            page.close()
    text = "\n".join(texts)
    return Text(text, len(_BULLET_LINE.findall(text)), tables)


def read_by_pypdf(content: bytes) -> Text:
    """Read a PDF by pypdf: text in the order of the file."""
    document = pypdf.PdfReader(BytesIO(content))
    return Text("\n".join(page.extract_text() for page in document.pages))


def read_by_inscriptis(content: bytes) -> Text:
    """Read HTML by inscriptis: all text that is shown, navigation too."""
    return Text(inscriptis.get_text(decode_any(content)))


def read_by_trafilatura(content: bytes) -> Text:
    """Read HTML by trafilatura: the text it takes for the main one, with lists and tables."""
    found = trafilatura.extract(
        decode_any(content), output_format="xml", favor_recall=True, include_comments=False
    )
    if not found:
        return Text("")
    tree = etree.fromstring(found.encode())
    tables = [[list(row.iter("cell")) for row in each.iter("row")] for each in tree.iter("table")]
    return Text(
        " ".join(tree.itertext()),
        sum(1 for each in tree.iter("item") if _is_item(each)),
        sum(len(rows) > 1 and max(map(len, rows)) > 1 for rows in tables),
    )


def read_markdown(content: bytes) -> Text:
    """Read Markdown as typed, without settings, tags, targets of links and numbers of items."""
    typed = _SETTINGS.sub("", decode_any(content))
    text, prose = unescape(_MARKUP.sub(" ", typed)), _FENCED.sub("", typed)
    return Text(text, len(_ITEM_LINE.findall(prose)), len(_RULE_LINE.findall(prose)))


def read_text(content: bytes) -> Text:
    """Read text as typed."""
    return Text(decode_any(content))


def read_csv(content: bytes) -> Text:
    """Read every cell of a table, whatever separates them."""
    rows = read_rows(StringIO(decode_any(content), newline=""))
    return Text("\n".join(" ".join(row) for row in rows))


def decode_any(content: bytes) -> str:
    """Decode *content* as UTF-8 or UTF-16, as it says itself, or as its bytes suggest."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content.count(b"\0") > len(content) // 3:
        is_little = content[1::2].count(b"\0") > content[::2].count(b"\0")
        return content.decode("utf-16-le" if is_little else "utf-16-be", "replace")
    said = _CHARSET.search(content)
    for charset in ("utf-8-sig", said[1].decode() if said else ""):
        with suppress(LookupError, UnicodeDecodeError):
            return content.decode(charset)
    best = from_bytes(content, cp_exclusion=_EASTERN).best()
    return str(best) if best else content.decode("latin-1")


def _is_item(item: etree._Element) -> bool:
    """Return whether an item has text and stands outside tables."""
    return next(item.iterancestors("cell"), None) is None and bool("".join(item.itertext()).strip())


def _is_table(rows: list[list[str | None]]) -> bool:
    """Return whether two rows and two columns have something in them."""
    full = [row for row in rows if sum(bool(cell and cell.strip()) for cell in row) > 1]
    return len(full) > 1
