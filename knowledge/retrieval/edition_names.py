"""Which edition of a text a question or a page names: a year, a cohort, a version (pure)."""

import re
from functools import lru_cache

from knowledge.pages import SEPARATOR, Page
from knowledge.text.lexicon import all_words, either
from knowledge.text.tokens import strip_marks

MAX_FIRST_CHARS = 400
"""How much of a page's beginning may name its edition."""

_YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?!\w|\.\d)")
_COHORT = re.compile(
    rf"(?<![^\W_])(?:k|{either(all_words(lambda each: each.topics.cohorts))})[ .]?(\d{{2,3}})(?!\w)"
)
_LABELS = either(all_words(lambda each: each.topics.edition_labels))
_VERSION = re.compile(rf"(?<!\w)(?:v|rev|{_LABELS})[ .:]{{0,2}}(\d+(?:\.\d+)*)(?!\w)")
_ID = re.compile(r"(?<!\w)[a-z]{2,}(?:[-.][a-z0-9]+)*[-.]\d+(?:[.-]\d+)*(?:v\d+)?(?!\w)")
_LABELLED = re.compile(_LABELS)


@lru_cache(5_000)
def editions_in(text: str) -> frozenset[str]:
    """Return the editions that a *text* names, each as its kind and number."""
    plain = strip_marks(text.lower()).replace("_", " ")
    return frozenset(
        [
            *(f"year {year}" for year in _YEAR.findall(plain)),
            *(f"cohort {number}" for number in _COHORT.findall(plain)),
            *(f"version {number}" for number in _VERSION.findall(plain)),
            *(f"id {found}" for found in _ID.findall(plain)),
        ]
    )


def editions_of(page: Page) -> frozenset[str]:
    """Return the editions that a *page* is: by its file's name, its title and its first lines."""
    version = f"version {page.version}" if page.version else ""
    year = str(page.effective.year) if page.effective else ""
    first = page.sections[0].text[:MAX_FIRST_CHARS].split("\n") if page.sections else []
    labelled = (line for line in first if _LABELLED.search(strip_marks(line.lower())))
    named = f"{page.file.rsplit('.', 1)[0]}\n{page.title}"
    named = re.sub(r"(?<=\d)[-/](?=\D)|(?<=\D)[-/](?=\d)", " ", named)
    return editions_in("\n".join((named, version, year, *labelled)))


@lru_cache(5_000)
def without_editions(title: str) -> str:
    """Return a page's *title* without what names its edition, to tell which pages are alike."""
    plain = strip_marks(title.split(SEPARATOR, 1)[0].lower())
    for pattern in (_VERSION, _COHORT, _YEAR):
        plain = pattern.sub(" ", plain)
    return " ".join(re.findall(r"\w+", plain))
