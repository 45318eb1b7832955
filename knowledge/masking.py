"""Personal data and secrets in what people ask, covered up before anything else sees it.

Libraries know what an identity number, a phone number or a key looks like and check its digits;
our own is what they lack: e-mail addresses, the NRIC of Singapore, the identity number of
Vietnam, and passwords written out in a sentence. Names of people are not recognised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from math import log2
from typing import Literal

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import luhn
from stdnum.id import nik
from stdnum.my import nric
from stdnum.th import pin

Kind = Literal["key", "email", "card", "identity", "phone"]
"""What can be covered up."""

PLACEHOLDERS: dict[Kind, str] = {
    "key": "[key]",
    "email": "[e-mail address]",
    "card": "[card number]",
    "identity": "[identity number]",
    "phone": "[phone number]",
}
"""What stands in its place."""

COUNTRIES = ("SG", "MY", "ID", "TH", "VN", "PH")
"""Where a phone number without a country's code may be from."""

FEWEST_DIGITS = 7
"""No phone number has fewer."""

_MAKERS = (
    "artifactory.ArtifactoryDetector",
    "aws.AWSKeyDetector",
    "azure_storage_key.AzureStorageKeyDetector",
    "basic_auth.BasicAuthDetector",
    "discord.DiscordBotTokenDetector",
    "github_token.GitHubTokenDetector",
    "gitlab_token.GitLabTokenDetector",
    "jwt.JwtTokenDetector",
    "mailchimp.MailchimpDetector",
    "npm.NpmDetector",
    "openai.OpenAIDetector",
    "private_key.PrivateKeyDetector",
    "pypi_token.PypiTokenDetector",
    "sendgrid.SendGridDetector",
    "slack.SlackDetector",
    "square_oauth.SquareOAuthDetector",
    "stripe.StripeDetector",
    "telegram_token.TelegramBotTokenDetector",
    "twilio.TwilioKeyDetector",
)
"""The detectors of detect-secrets that know a maker's keys by their shape."""

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*\.\w{2,}")
_SAID = re.compile(
    r"(?:pass(?:word|code|phrase)|pwd|api[ _-]?key|secret|token|kata sandi|sandi|kata laluan"
    r"|mật khẩu|mat khau|รหัสผ่าน)"
    r"\s*(?:is|are|was|:|=|adalah|ialah|là|คือ)+\s*[\"'“]?(?P<secret>[^\s\"'”]{4,})",
    re.IGNORECASE,
)
_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)", re.DOTALL
)
_RUN = re.compile(r"[A-Za-z0-9+=]{16,}")
_DIGITS = re.compile(r"(?<![\w.])\d(?:[ .-]?\d){8,18}(?!\w)")
_NRIC = re.compile(r"\b[STFGM]\d{7}[A-Z]\b", re.IGNORECASE)
_CALLING = re.compile(
    r"(?:phone|mobile|call|tel|whatsapp|\bwa\b|\bhp\b|telepon|ponsel|hubungi|số|điện thoại|sđt"
    r"|gọi|โทร|เบอร์)\W*(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_RANDOM = 3.5
"""Bits a character from which a long run of letters and digits is no word."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with nothing private in it, and what kinds of things were covered up."""

    text: str
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """Where something private stands."""

    start: int
    end: int
    kind: Kind


def masked(text: str) -> Masked:
    """Cover up personal data and secrets in *text*."""
    chosen: list[_Span] = []
    for found in (_keys, _emails, _numbers, _phones):
        for span in found(text):
            if all(span.end <= other.start or other.end <= span.start for other in chosen):
                chosen.append(span)
    chosen.sort(key=lambda span: span.start)
    for span in reversed(chosen):
        text = f"{text[: span.start]}{PLACEHOLDERS[span.kind]}{text[span.end :]}"
    return Masked(text, tuple(dict.fromkeys(span.kind for span in chosen)))


def uncovered(text: str) -> str:
    """Give what is left to be looked for: what stands for something private is no word to find."""
    for placeholder in PLACEHOLDERS.values():
        text = text.replace(placeholder, " ")
    return " ".join(text.split())


def _keys(text: str) -> Iterator[_Span]:
    for match in _PRIVATE_KEY.finditer(text):
        yield _Span(*match.span(), "key")
    for match in _SAID.finditer(text):
        if any(not character.isalpha() for character in match["secret"].rstrip(".,?!;:")):
            yield _Span(*match.span("secret"), "key")
    for pattern in _shapes():
        for match in pattern.finditer(text):
            yield _Span(*_whole_run(text, *match.span()), "key")
    for match in _RUN.finditer(text):
        if _is_random(match[0]):
            yield _Span(*_whole_run(text, *match.span()), "key")


def _emails(text: str) -> Iterator[_Span]:
    for match in _EMAIL.finditer(text):
        yield _Span(*match.span(), "email")


def _numbers(text: str) -> Iterator[_Span]:
    """Find the numbers whose own check says that they are one of a person's or of a card."""
    for match in _NRIC.finditer(text):
        if _is_singaporean(match[0].upper()):
            yield _Span(*match.span(), "identity")
    for match in _DIGITS.finditer(text):
        digits = "".join(str(int(each)) for each in match[0] if each.isdigit())
        if _is_identity(digits) or (match[0].isdigit() and _is_vietnamese(digits)):
            yield _Span(*match.span(), "identity")
        elif len(digits) > 12 and digits[0] in "23456" and luhn.is_valid(digits):  # noqa: PLR2004 - cards have 13 to 19
            yield _Span(*match.span(), "card")


def _phones(text: str) -> Iterator[_Span]:
    """Find phone numbers; a bare number without a zero before it may be an amount."""
    if sum(map(str.isdigit, text)) < FEWEST_DIGITS:
        return
    for country in COUNTRIES:
        for match in PhoneNumberMatcher(text, country, leniency=Leniency.VALID):
            bare = match.raw_string.isdigit() and not match.raw_string.startswith("0")
            if not bare or _CALLING.search(text[: match.start]):
                yield _Span(match.start, match.end, "phone")


def _is_identity(digits: str) -> bool:
    """Tell a national identity number of Indonesia, Thailand or Malaysia."""
    return bool(nik.is_valid(digits) or pin.is_valid(digits) or nric.is_valid(digits))


def _is_singaporean(number: str) -> bool:
    """Check the letter of an NRIC or FIN."""
    total = sum(
        int(digit) * weight
        for digit, weight in zip(number[1:8], (2, 7, 6, 5, 4, 3, 2), strict=True)
    )
    letters = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "M": "KLJNPQRTUWX"}
    offset = {"T": 4, "G": 4, "M": 3}.get(number[0], 0)
    return number[8] == letters.get(number[0], "XWUTRQPNMLK")[(total + offset) % 11]


def _is_vietnamese(digits: str) -> bool:
    """Tell a CCCD: a province, and a digit for the century and the sex."""
    if len(digits) != 12 or not digits.startswith("0"):  # noqa: PLR2004 - a CCCD has 12 digits
        return False
    return 1 <= int(digits[:3]) <= 96 and digits[3] in "0123"  # noqa: PLR2004 - the provinces' numbers


def _whole_run(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a find to the whole of what is written together: some shapes are only a beginning."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _is_random(run: str) -> bool:
    """Tell a key from a long word: letters stand among digits, and none comes often."""
    if not re.search(r"\d[A-Za-z+=]*[A-Za-z][A-Za-z+=]*\d", run):
        return False
    shares = [run.count(each) / len(run) for each in set(run)]
    return -sum(share * log2(share) for share in shares) > _RANDOM


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Load the shapes of keys; it takes a fifth of a second, so only when somebody asks."""
    found: list[re.Pattern[str]] = []
    for maker in _MAKERS:
        module, _, name = maker.partition(".")
        detector = getattr(import_module(f"detect_secrets.plugins.{module}"), name)
        found += detector.denylist
    return tuple(found)
