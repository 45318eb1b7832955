"""Numbers as lists write them: digits, letters, Roman, Thai (pure)."""

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MAX_ROMAN = 3999
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_THAI_LETTERS = "".join(
    chr(code)
    for code in range(0x0E01, 0x0E2F)
    if code not in {0x0E03, 0x0E05, 0x0E06, 0x0E24, 0x0E26}
)
"""The consonants without those that nobody uses any more."""
_THAI_DIGITS = {ord("0") + digit: 0x0E50 + digit for digit in range(10)}
_CARDINALS = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen"
    " Sixteen Seventeen Eighteen Nineteen Twenty"
)
_ORDINALS = (
    "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth"
    " Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth"
)


def format_number(number: int, style: str) -> str:
    """Write a list's *number* in a *style* of Office; digits where the style is not known."""
    if number < 0 or (number == 0 and style in _OF_POSITIVE):
        return str(number)
    return _STYLES.get(style, str)(number)


def _roman(number: int) -> str:
    if number > _MAX_ROMAN:
        return str(number)
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


def _letters(alphabet: str) -> Callable[[int], str]:
    """Return a style that repeats a letter after the last: a, b, ..., z, aa, bb."""

    def write(number: int) -> str:
        again, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * min(again + 1, 9)

    return write


def _ordinal(number: int) -> str:
    is_teen = number % 100 // 10 == 1
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _words(listed: str) -> Callable[[int], str]:
    words = listed.split()
    return lambda number: words[number] if number < len(words) else str(number)


def _upper(style: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: style(number).upper()


def _thai_digits(number: int) -> str:
    return str(number).translate(_THAI_DIGITS)


_STYLES: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _upper(_letters(_LATIN)),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "ordinal": _ordinal,
    "cardinalText": _words(_CARDINALS),
    "ordinalText": _words(_ORDINALS),
    "thaiLetters": _letters(_THAI_LETTERS),
    "thaiNumbers": _thai_digits,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _number: "",
}
_OF_POSITIVE = frozenset(
    {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "thaiLetters", "none"}
)
