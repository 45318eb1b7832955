"""Numbers as a sheet shows them, by the cell's number format of ECMA-376 (pure)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from knowledge.documents.sheets.date_format import is_date_format, show_date
from knowledge.documents.sheets.fractions import show_fraction

MAX_GENERAL_DIGITS = 10
"""How many digits a number with a fraction shows where no format says otherwise."""

MAX_DECIMALS = 30
"""Excel shows no more."""

_MAX_SCALE = 10
_ALL_DIGITS = Context(prec=400)
_GENERAL = re.compile(r"general", re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_BRACKET = re.compile(r"\[(?!\$)[^\]]*\]")
_PART = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[\$[^\]]*\]|[Ee][+-](?=[0#?])|[0#?]|.', re.DOTALL)
_SPLIT = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|;|[^;"\\_*\[]+|.', re.DOTALL)
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


@dataclass(frozen=True, slots=True)
class _Section:
    """A format for some of the numbers: those for which *condition* holds, or all."""

    code: str
    condition: tuple[str, Decimal] | None


@lru_cache(maxsize=8192)
def show_number(value: float, code: str, *, is_1904: bool = False) -> str:
    """Return *value* as a cell with the format *code* shows it; empty if the cell hides it."""
    sections = _sections(code)
    section, is_bare = _choose(sections, value)
    if section is None or section.code.strip() in {"", "@"}:
        return "" if section is not None and len(sections) > 1 else _general(value)
    if is_date_format(section.code):
        return show_date(value, section.code, is_1904=is_1904)
    # A section for negative numbers alone says itself how it marks them.
    return " ".join(_number(abs(value) if is_bare else value, section.code).split())


def show_text(text: str, code: str) -> str:
    """Return *text* as a cell with the format *code* shows it; empty if the cell hides it."""
    sections = _sections(code)
    if len(sections) < 4:  # noqa: PLR2004 - the fourth section is that of texts
        alone = sections[-1].code
        return _literals(alone, text) if "@" in alone else text
    shown = sections[3].code
    return _literals(shown, text) if shown.strip() else ""


def _literals(code: str, text: str) -> str:
    parts = (text if part == "@" else _literal(part) for part in _PART.findall(_plain(code)))
    return " ".join("".join(parts).split()) if "@" in code else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    codes = [""]
    for part in _SPLIT.findall(code):
        if part == ";":
            codes.append("")
        else:
            codes[-1] += part
    return tuple(_section(each) for each in codes[:4])


def _section(code: str) -> _Section:
    found = _CONDITION.search(code)
    if found is None:
        return _Section(code, None)
    try:
        condition = (found[1], Decimal(found[2]))
    except InvalidOperation:
        return _Section(code.replace(found[0], ""), None)
    return _Section(code.replace(found[0], ""), condition)


def _choose(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, bool]:
    """Return the section for *value*, and whether it shows the number without its sign."""
    numbers = sections[:3]
    if any(each.condition for each in numbers):
        for place, each in enumerate(numbers):
            if each.condition is None or _holds(value, *each.condition):
                is_below = each.condition is not None and each.condition[0] in {"<", "<="}
                return each, value < 0 and (place > 0 or (is_below and len(numbers) > 1))
        return (numbers[-1], False) if len(numbers) > 1 else (None, False)
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    if value == 0 and len(numbers) > 2:  # noqa: PLR2004 - the third section is that of zero
        return numbers[2], False
    return numbers[0], False


def _holds(value: float, sign: str, other: Decimal) -> bool:
    number = Decimal(repr(value))
    return {
        "<": number < other,
        ">": number > other,
        "<=": number <= other,
        ">=": number >= other,
        "=": number == other,
        "<>": number != other,
    }[sign]


def _plain(code: str) -> str:
    """Remove colours and the like from a section, not its currency."""
    return _BRACKET.sub("", code)


def _literal(part: str) -> str:
    """Return what a part of a format that is no place for a digit shows."""
    if part.startswith('"'):
        return part.strip('"')
    if part.startswith("\\"):
        return part[1:]
    if part.startswith("_"):
        return " "
    if part.startswith("*"):
        return ""
    found = _CURRENCY.fullmatch(part)
    return found[1] if found else part


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:  # noqa: PLR2004 - all digits that a cell keeps
        return str(int(value))
    return f"{value:.{MAX_GENERAL_DIGITS}g}".replace("e", "E")


def _number(value: float, code: str) -> str:
    if _GENERAL.search(code):
        before, after = _GENERAL.split(_plain(code), maxsplit=1)
        return f"{_literals_only(before)}{_general(value)}{_literals_only(after)}"
    parts, places = _parts(code)
    if not places:
        sign = "-" if value < 0 and _literals_only(code) else ""
        return sign + _literals_only(code)
    if "/" in parts[places[0] : places[-1] + 1] or (
        "/" in parts[places[0] :] and parts[-1].isdigit()
    ):
        return _fraction(value, parts)
    return _decimal(value, parts, places)


@lru_cache(maxsize=512)
def _parts(code: str) -> tuple[list[str], list[int]]:
    """Return the parts of a section, and which of them are places for digits."""
    parts = _PART.findall(_plain(code))
    return parts, [place for place, part in enumerate(parts) if part in "0#?"]


def _literals_only(code: str) -> str:
    return "".join(_literal(part) for part in _PART.findall(code))


def _fraction(value: float, parts: list[str]) -> str:
    """Show a number as a whole and a fraction; what stands around them is kept."""
    line = parts.index("/")
    first = next(place for place, part in enumerate(parts) if part in "0#?")
    start = line
    while start > first and parts[start - 1] in "0#?":
        start -= 1
    end = line + 1
    while end < len(parts) and (parts[end] in "0#?" or parts[end].isdigit()):
        end += 1
    below = "".join(parts[line + 1 : end])
    shown = show_fraction(
        abs(value),
        has_whole=any(part in "0#?" for part in parts[first:start]),
        denominator=int(below) if below.isdigit() and int(below) else 0,
        digits=len(below),
    )
    before, after = _literals_only("".join(parts[:first])), _literals_only("".join(parts[end:]))
    is_minus = value < 0 and any(digit in "123456789" for digit in shown)
    return f"{'-' if is_minus else ''}{before}{shown}{after}"


def _decimal(value: float, parts: list[str], places: list[int]) -> str:
    first, last = places[0], places[-1]
    exponent = next((n for n, part in enumerate(parts) if part[0] in "Ee" and len(part) > 1), None)
    end = exponent if exponent is not None else last + 1
    point = next((n for n in range(min(first, end), end) if parts[n] == "."), None)
    if point is None and first > 0 and parts[first - 1] == ".":
        point = first - 1
    until = end if point is None else point
    scale = 0
    for part in (
        parts[last + 1 :] if point is None else parts[last + 1 :] + parts[point - 1 : point]
    ):
        if part != ",":
            break
        scale += 1
    percents = min(parts.count("%"), _MAX_SCALE)
    number = Decimal(repr(float(value))) * 100**percents / 1000 ** min(scale, _MAX_SCALE)
    decimals = sum(parts[n] in "0#?" for n in range(until, end))
    optional = sum(parts[n] in "#?" for n in range(until, end))
    least = sum(parts[n] == "0" for n in range(first, until))
    power = 0
    if exponent is not None and number:
        power = number.adjusted()
        number = number.scaleb(-power)
    is_grouped = any(parts[n] == "," for n in range(first, max(until, first)))
    digits = _digits(number, decimals, optional, least, is_grouped=is_grouped)
    if _has_literals(parts[first:until]) and not is_grouped:
        digits = _masked(digits, parts[first:until])
    if exponent is not None:
        digits += f"E{'-' if power < 0 else '+'}{abs(power):02d}"
    start = min(first, point) if point is not None else first
    before = _literals_only("".join(parts[:start]))
    after = _literals_only("".join(part for part in parts[last + 1 :] if part != ","))
    is_minus = number < 0 and any(digit in "123456789" for digit in digits)
    return f"{'-' if is_minus else ''}{before}{digits}{after}"


def _digits(number: Decimal, decimals: int, optional: int, least: int, *, is_grouped: bool) -> str:
    """Return the digits of a number without its sign."""
    step = Decimal(1).scaleb(-min(decimals, MAX_DECIMALS))
    rounded = abs(number).quantize(step, ROUND_HALF_UP, _ALL_DIGITS)
    whole, _, below = f"{rounded:f}".partition(".")
    whole = whole.lstrip("0").rjust(least, "0")
    while optional and below.endswith("0"):
        below, optional = below[:-1], optional - 1
    if is_grouped:
        whole = _THOUSANDS.sub(",", whole)
    return f"{whole}.{below}" if below else whole


def _has_literals(parts: list[str]) -> bool:
    return any(part not in "0#?," for part in parts)


def _masked(digits: str, parts: list[str]) -> str:
    """Put digits into a mask such as that of a telephone number, from the right."""
    whole, dot, below = digits.partition(".")
    left, shown = list(whole), ""
    first = next(place for place, part in enumerate(parts) if part in "0#?")
    for place in range(len(parts) - 1, -1, -1):
        if parts[place] not in "0#?":
            shown = _literal(parts[place]) + shown
        elif place == first:
            shown = "".join(left) + shown
        elif left:
            shown = left.pop() + shown
        elif parts[place] == "0":
            shown = "0" + shown
    return f"{shown}{dot}{below}"
