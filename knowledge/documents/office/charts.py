"""The categories and values of a chart as a table."""

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Paragraph, Table
from knowledge.documents.office.table_grid import TableGrid
from knowledge.documents.office.xml_names import Element, attribute, child, descendants, local_name

MAX_POINTS = 2_000
"""Further values of one series are not read: nobody reads them off a chart either."""

_EXCEL_EPOCH = date(1899, 12, 30)

Points = dict[int, str]
"""The texts of a series by their place, from 0."""


def read_chart(root: Element) -> list[Block]:
    """Read a chart; nothing if the file holds no values of it."""
    is_new = child(root, "chartData") is not None
    series = list(_new_series(root) if is_new else _series(root))
    title = _title(child(root, "chart"))
    labels = next((labels for _, labels, _ in series if labels), {})
    places = sorted({place for _, _, values in series for place in values} | labels.keys())
    if not places or not any(values for _, _, values in series):
        return []
    names = [name or title or "" for name, _, _ in series]
    rows = [("", *names)] + [
        (labels.get(place, str(place + 1)), *(values.get(place, "") for _, _, values in series))
        for place in places[:MAX_POINTS]
    ]
    above: list[Block] = [Paragraph(title)] if title and title not in names[1:] else []
    return [*above, Table(TableGrid(tuple(rows)))]


def _series(root: Element) -> Iterator[tuple[str, Points, Points]]:
    """Yield the series of a chart: name, categories, values."""
    for each in descendants(root, "ser"):
        name = " ".join(_points(child(each, "tx")).values()) or _plain(child(each, "tx"))
        labels = _points(child(each, "cat")) or _points(child(each, "xVal"))
        yield normalize(name), labels, _points(child(each, "val")) or _points(child(each, "yVal"))


def _new_series(root: Element) -> Iterator[tuple[str, Points, Points]]:
    """Yield the series of the kinds of charts that came with Office 2016."""
    names = [_plain(each) for each in descendants(root, "series") for each in [child(each, "tx")]]
    for number, data in enumerate(descendants(root, "data")):
        labels, values = (
            {
                int(attribute(point, "idx") or 0): normalize(point.text or "")
                for point in descendants(found, "pt")
            }
            if (found := child(data, kind)) is not None
            else {}
            for kind in ("strDim", "numDim")
        )
        yield names[number] if number < len(names) else "", labels, values


def _points(node: Element | None) -> Points:
    """Return the values that are stored below *node*; categories of several levels in one text."""
    if node is None:
        return {}
    levels = list(descendants(node, "lvl")) or [node]
    found: Points = {}
    for level in levels:
        code = next((each.text or "" for each in descendants(level, "formatCode")), "")
        shown = {
            int(attribute(each, "idx")): _shown(each, attribute(each, "formatCode") or code)
            for each in descendants(level, "pt")
            if attribute(each, "idx").isdigit()
        }
        if level is levels[0]:
            found = shown
            continue
        outer = ""
        for place in sorted(found):
            outer = shown.get(place, outer)
            found[place] = normalize(f"{outer} {found[place]}")
    return found


def _shown(point: Element, code: str) -> str:
    """Return a value as the chart's number format shows it, as far as that matters."""
    written = child(point, "v")
    text = normalize(written.text or "") if written is not None else ""
    try:
        number = float(text)
    except ValueError:
        return text
    plain = code.lower().partition(";")[0]
    if "%" in plain:
        return f"{number * 100:.10g}%"
    if "general" not in plain and "y" in plain and 0 < number < 3_000_000:  # noqa: PLR2004 - days
        return (_EXCEL_EPOCH + timedelta(days=int(number))).isoformat()
    return f"{number:.10g}"


def _title(node: Element | None) -> str:
    return _plain(child(node, "title"))


def _plain(node: Element | None) -> str:
    if node is None:
        return ""
    texts = (each.text or "" for each in node.iter() if local_name(each) in {"t", "v"})
    return normalize(" ".join(texts))
