"""The types of files that are read."""

from importlib import import_module
from typing import get_args

from knowledge.documents.file_types import KINDS, Kind
from knowledge.documents.worker_pool import READERS


def test_every_kind_has_a_suffix_and_a_parser() -> None:
    """A new format is complete, or this tells what it lacks."""
    kinds = set(get_args(Kind))

    assert set(KINDS.values()) == kinds
    assert READERS.keys() == kinds
    for place in READERS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))
