"""A corpus in one file of numbers and JSON: whoever can write into the home cannot run code.

The file is an uncompressed NumPy archive (.npz) without pickled objects. It holds the version of
the corpus, the passages as JSON, and the arrays of the lexical index; the pages themselves are
read from the folder. Whatever a file holds, it is checked before it is used.
"""

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import structlog
from pydantic import TypeAdapter

from knowledge.index import atomic_files
from knowledge.index.corpus import Corpus
from knowledge.index.lexical import LexicalIndex
from knowledge.index.passages import Passage
from knowledge.index.sentence_terms import SentenceTerms
from knowledge.pages import Page

log = structlog.get_logger()

_PASSAGES = TypeAdapter(tuple[Passage, ...])


def read_corpus(file: Path, version: bytes, pages: Sequence[Page]) -> Corpus | None:
    """Return the corpus of *pages* stored under this *version*; None if it has to be made again."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
            if stored["version"].tobytes() != version:
                return None
            with _without_gc():
                found = _PASSAGES.validate_python(json.loads(stored["passages"].tobytes()))
            _check_clauses(found, pages)
            lexical = LexicalIndex.from_arrays(stored, len(found))
            terms = SentenceTerms.from_arrays(stored, found, len(lexical.terms.rows))
            return Corpus(pages, found, lexical, terms)
    except FileNotFoundError:
        return None
    except Exception as error:  # noqa: BLE001 - damage raises whatever the parser stumbles over
        log.warning("handbook.corpus_damaged", reason=type(error).__name__)
        return None


def write_corpus(file: Path, version: bytes, corpus: Corpus) -> None:
    """Store a *corpus* under its *version*, in place of the one before."""
    passages = json.dumps(_PASSAGES.dump_python(corpus.passages)).encode()
    arrays = {
        "version": np.frombuffer(version, np.uint8),
        "passages": np.frombuffer(passages, np.uint8),
        **corpus.lexical.to_arrays(),
        **corpus.sentence_terms.to_arrays(),
    }
    atomic_files.write(file, lambda opened: np.savez(opened, allow_pickle=False, **arrays))


def _check_clauses(found: Iterable[Passage], pages: Iterable[Page]) -> None:
    known = {clause for page in pages for clause in page.clauses}
    if not {passage.clause for passage in found} <= known:
        raise ValueError("a passage of no page")


@contextmanager
def _without_gc() -> Iterator[None]:
    """Suspend garbage collection, which doubles the time that many small objects take to make."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
