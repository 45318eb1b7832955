"""Spoken references: the names that people say for records, such as ``SOL-0042``."""

MAX_ID = 2**31 - 1
"""The largest number a record can have, in either database."""


def format_reference(prefix: str, number: int) -> str:
    """Format a record's *number* as a reference."""
    return f"{prefix}-{number:04}"


def parse_reference(prefix: str, reference: str) -> int | None:
    """Parse the number of a *reference* as people type it; None if it has none."""
    head, _, digits = reference.strip().partition("-")
    if head.upper() != prefix or not (digits.isascii() and digits.isdecimal()):
        return None
    return int(digits) if len(digits) <= len(str(MAX_ID)) else None
