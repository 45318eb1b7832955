"""Atomic writes: files and folders are written under a temporary name and then renamed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

PART_SUFFIX = ".part"
"""The suffix of temporary names."""

STALE_AFTER_S = 3_600
"""Older temporary files and folders were left by a process that was killed."""


def write(place: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Have *fill* write a file, and rename it to *place*; of two concurrent writers one wins."""
    unfinished = temporary_path(place)
    try:
        with unfinished.open("wb") as opened:
            fill(opened)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def temporary_path(place: Path) -> Path:
    """Return a unique temporary path in the folder of *place*."""
    place.parent.mkdir(parents=True, exist_ok=True)
    return place.with_name(f"{place.name}.{os.getpid()}-{uuid4().hex[:8]}{PART_SUFFIX}")


def move_into_place(unfinished: Path, place: Path) -> None:
    """Rename a folder to *place*; if another process was faster, its folder is kept."""
    try:
        unfinished.rename(place)
    except OSError:
        if not place.is_dir():
            raise
        shutil.rmtree(unfinished, ignore_errors=True)


def is_unfinished(path: Path, *, since: float) -> bool:
    """Return whether a process may still be writing to this temporary *path*.

    *since* is the modification time of a file written just now, in seconds.
    """
    try:
        return path.name.endswith(PART_SUFFIX) and since - path.stat().st_mtime < STALE_AFTER_S
    except OSError:
        return True
