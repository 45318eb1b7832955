"""Numbers as fractions, as formats such as ``# ?/?`` show them (pure)."""

from fractions import Fraction

MAX_DIGITS = 6
"""How many digits a denominator has at most."""


def show_fraction(value: float, *, has_whole: bool, denominator: int, digits: int) -> str:
    """Return a positive *value* as the nearest fraction.

    Below its line stands the *denominator*, or if that is 0, a number of so many *digits*. With
    *has_whole* the whole stands apart: ``2 1/4``.
    """
    whole = int(value) if has_whole else 0
    rest = value - whole
    if denominator:
        above = round(rest * denominator)
    else:
        nearest = Fraction(rest).limit_denominator(10 ** min(max(1, digits), MAX_DIGITS) - 1)
        above, denominator = nearest.numerator, nearest.denominator
    if has_whole and above == denominator:
        whole, above = whole + 1, 0
    shown = [str(whole)] if whole or (has_whole and not above) else []
    if above or not has_whole:
        shown.append(f"{above}/{denominator}")
    return " ".join(shown)
