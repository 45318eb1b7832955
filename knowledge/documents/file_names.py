"""Names of files that a page's address can carry, and what is wrong with the others (pure)."""

import unicodedata
from zipfile import ZipInfo

NOT_UTF8 = "its name is not UTF-8; please give it another"
"""The reason for a name whose bytes are no text."""

NOT_VISIBLE = "its name has a line break or another sign nobody sees; please give it another"
"""The reason for a name with a character that breaks lines or turns the direction of others."""

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What shows a name in another order than it has; the marks of right-to-left names do not."""

_UTF8_FLAG = 0x800


def name_fault(name: str) -> str:
    """Return the reason why no page can have this *name*, empty if one can."""
    if any("\ud800" <= character <= "\udfff" for character in name):
        return NOT_UTF8
    if any(
        character in _TURNING or unicodedata.category(character) in {"Cc", "Zl", "Zp"}
        for character in name
    ):
        return NOT_VISIBLE
    return ""


def show_name(name: str) -> str:
    """Return a *name* as it can be printed on one line."""
    text = name.encode("utf-8", "replace").decode()
    return "".join(
        ascii(character)[1:-1] if name_fault(character) else character for character in text
    )


def name_in_archive(member: ZipInfo) -> str:
    """Return the name of a *member*: many programs write UTF-8 and do not say so.

    Bytes that are no UTF-8 are taken for code page 437, as the format has it, if they are Latin
    letters in it; otherwise they stay undecoded, as those of a folder do.
    """
    name = member.filename
    if member.flag_bits & _UTF8_FLAG or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return raw.decode()
    except UnicodeDecodeError:
        if all(unicodedata.name(each, "").startswith("LATIN ") for each in name if each > "~"):
            return name
        return raw.decode("utf-8", "surrogateescape")
