"""Finds keys and passwords in what people type.

A library knows how the keys of most makers look; our own is what it lacks, and passwords written
out in a sentence.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from math import log2

from knowledge.text.lexicon import (
    UNSPACED_LETTERS,
    all_words,
    compiled,
    either,
    spaced_words,
    unspaced_words,
)

Span = tuple[int, int]
"""Where something begins and ends in a text."""

_DETECTORS = (
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

_PATTERNS = (
    re.compile(r"(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}"),  # Hugging Face
    re.compile(r"(?<![A-Za-z0-9])AIza[\w-]{35}", re.ASCII),  # Google
    re.compile(
        r"(?<![A-Za-z0-9])sk-(?=[A-Za-z_-]*\d)[\w-]{20,}", re.ASCII
    ),  # OpenAI, Anthropic and others
    re.compile(r"(?<![A-Za-z0-9])github_pat_\w{20,}", re.ASCII),
    re.compile(r"[\w.~-]{3}\dQ~[\w.~-]{31,34}", re.ASCII),  # a client's secret in Azure
    re.compile(
        r"(?<![\w-])(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{32}(?![\w-])", re.ASCII | re.IGNORECASE
    ),
    re.compile(  # the secret beside a key's id in AWS
        r"(?<![A-Za-z0-9/+=])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])(?=[A-Za-z/+]*\d)"
        r"[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"
    ),
)
_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)", re.DOTALL
)
_RUN = re.compile(r"[A-Za-z0-9+=]{16,}")
_MIN_ENTROPY_BITS = 3.5
"""Bits a character from which a long run of letters and digits is no word."""

_PASSWORD = either(all_words(lambda each: each.privacy.password))
_KEY = either(all_words(lambda each: each.privacy.key))
_OWN = rf"{either(all_words(lambda each: each.privacy.possessive_suffixes))}?"
_VERB = (
    rf"(?:\s{{1,3}}{spaced_words(lambda each: each.privacy.verbs)}(?![^\W\d_])\s{{0,3}}[:=]*"
    r"|\s{0,3}[:=]+"
    rf"|\s{{0,3}}{unspaced_words(lambda each: each.privacy.verbs)}\s{{0,3}}[:=]*)\s{{0,3}}"
)
_TYPED = rf"""[^\s"'“”‘’{UNSPACED_LETTERS}]"""  # noqa: RUF001 - as people quote
_REST = re.compile(rf"{_TYPED}*")
_SECRET = rf"""["'“‘]?(?P<secret>{_TYPED}{{4,80}})"""  # noqa: RUF001 - as people quote
_BETWEEN = rf"(?P<between>(?:\s{{1,3}}[^\W\d_]{{1,20}}){{0,4}}?|[\s{UNSPACED_LETTERS}]{{0,30}}?)"
_MINE = rf"{either(all_words(lambda each: each.privacy.possessives))}?"
_SAID = compiled(rf"(?:{_PASSWORD}|{_KEY}){_OWN}{_BETWEEN}{_VERB}{_SECRET}")
_SHOWN = compiled(rf"{_PASSWORD}{_OWN}{_MINE}\s{{0,3}}{_SECRET}")
_ABOUT = compiled(either(all_words(lambda each: each.privacy.about_passwords)))
"""Words after which passwords are talked about and none is told."""

_COMMON = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*|\d{1,4}(?:-[^\W\d_]+)+|\[.*")
"""What is no password: words, one with a number before it, and what was covered up before."""

_MIN_PASSWORD_CHARS = 6
"""Characters of a password that is only put beside the word."""


def find_secrets(text: str) -> Iterator[Span]:
    """Return the spans of keys and passwords in *text*."""
    for match in _PRIVATE_KEY.finditer(text):
        yield match.span()
    for pattern, is_one in ((_SAID, _is_told), (_SHOWN, _is_shown)):
        yield from _written_out(text, pattern, is_one)
    end = 0
    for start, stop in sorted(_found(text)):
        if stop > end:
            begin, end = _whole_run(text, start, stop)
            yield begin, end


def _written_out(
    text: str, pattern: re.Pattern[str], is_one: Callable[[re.Match[str]], bool]
) -> Iterator[Span]:
    """Yield every place where a password may be written out, overlapping ones too."""
    at = 0
    while match := pattern.search(text, at):
        at = match.start() + 1
        if is_one(match):
            start, end = match.span("secret")
            rest = _REST.match(text, end)
            at = rest.end() if rest else end
            yield start, at


def _found(text: str) -> Iterator[Span]:
    for pattern in (*_shapes(), *_PATTERNS):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _RUN.finditer(text) if _is_random(match[0]))


def _is_told(match: re.Match[str]) -> bool:
    """Return whether the word after "is" is a password; a distant one must look random."""
    bare, between = _bare(match["secret"]), match["between"]
    if between.strip():
        return _is_mixed(bare) and not _ABOUT.search(between)
    return not _COMMON.fullmatch(bare) or bare.isdigit()


def _is_shown(match: re.Match[str]) -> bool:
    """Return whether a password stands beside the keyword."""
    return len(match["secret"]) >= _MIN_PASSWORD_CHARS and _is_mixed(_bare(match["secret"]))


def _is_mixed(word: str) -> bool:
    """Return whether letters and digits are mixed, as in passwords and few words."""
    has_both = any(map(str.isalpha, word)) and any(map(str.isdigit, word))
    return has_both and not _COMMON.fullmatch(word)


def _bare(word: str) -> str:
    return word.rstrip(".,?!;:)")


def _whole_run(text: str, start: int, end: int) -> Span:
    """Extend a match to the whole run of characters: some patterns match only a prefix."""
    while start and not _WORD_BREAK.match(text[start - 1]):
        start -= 1
    while end < len(text) and not _WORD_BREAK.match(text[end]):
        end += 1
    return start, end


_WORD_BREAK = re.compile(rf"[\s{UNSPACED_LETTERS}]")


def _is_random(run: str) -> bool:
    """Return whether it is a key rather than a long word: mixed and of high entropy."""
    if not re.search(r"\d[+=]*[A-Za-z][A-Za-z+=]*\d", run):
        return False
    shares = [run.count(each) / len(run) for each in set(run)]
    return -sum(share * log2(share) for share in shares) > _MIN_ENTROPY_BITS


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Load the patterns of keys on first use; that takes 0.2 s."""
    found: list[re.Pattern[str]] = []
    for maker in _DETECTORS:
        module, _, name = maker.partition(".")
        detector = getattr(import_module(f"detect_secrets.plugins.{module}"), name)
        found += detector.denylist
    return tuple(found)
