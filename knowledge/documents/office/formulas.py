"""Equations in one line of text, as people type them (pure)."""

from collections.abc import Mapping

from knowledge.documents.office.xml_names import Element, child, local_name, value

_SIGNS: Mapping[str, tuple[str, str]] = {"sSup": ("^", "sup"), "sSub": ("_", "sub")}


def write_formula(node: Element) -> str:  # noqa: C901, PLR0911 - one case for each kind
    """Write an equation in one line: fractions with a stroke, powers with a caret."""
    name = local_name(node)
    if name == "t":
        return node.text or ""
    if name.endswith("Pr"):
        return ""
    parts = [(local_name(each), write_formula(each)) for each in node]
    said = dict(parts)
    base = said.get("e", "")
    match name:
        case "f":
            return f"({said.get('num', '')})/({said.get('den', '')})"
        case "sSup" | "sSub":
            sign, place = _SIGNS[name]
            return f"{base}{sign}{_grouped(said.get(place, ''))}"
        case "sSubSup":
            return f"{base}_{_grouped(said.get('sub', ''))}^{_grouped(said.get('sup', ''))}"
        case "rad":
            return f"√({base})"
        case "d":
            return _enclosed(node, [text for part, text in parts if part == "e"])
        case "nary":
            sign = value(node, "naryPr", "chr") or "∫"
            below, above = _grouped(said.get("sub", "")), _grouped(said.get("sup", ""))
            return f"{sign}{f'_{below}' if below else ''}{f'^{above}' if above else ''} {base}"
        case _:
            return "".join(text for _, text in parts)


def _grouped(text: str) -> str:
    return text if len(text) <= 1 else f"({text})"


def _enclosed(node: Element, texts: list[str]) -> str:
    """Put brackets around what is inside; a property that is there and empty means none."""
    looks = child(node, "dPr")
    start = value(looks, "begChr") if child(looks, "begChr") is not None else "("
    end = value(looks, "endChr") if child(looks, "endChr") is not None else ")"
    return f"{start}{', '.join(texts)}{end}"
