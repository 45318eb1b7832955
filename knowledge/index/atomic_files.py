"""Files that are there whole, or not there: written beside their place, and then put into it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

ENDING = ".part"
"""What the name of something unfinished ends with."""

STALE = 3_600
"""Seconds after which nobody goes on with what is unfinished."""


def write(place: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Have *fill* write a file, and put it in its *place*; of two at once, one is there whole."""
    unfinished = beside(place)
    try:
        with unfinished.open("wb") as opened:
            fill(opened)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def beside(place: Path) -> Path:
    """Name an unfinished file or folder beside its *place*; nobody else names it so."""
    place.parent.mkdir(parents=True, exist_ok=True)
    return place.with_name(f"{place.name}.{os.getpid()}-{uuid4().hex[:8]}{ENDING}")


def settle(unfinished: Path, place: Path) -> None:
    """Put a folder in its *place*; where another process was faster, its own folder stays."""
    try:
        unfinished.rename(place)
    except OSError:
        if not place.is_dir():
            raise
        shutil.rmtree(unfinished, ignore_errors=True)


def is_unfinished(path: Path, *, since: float) -> bool:
    """Tell whether somebody may be working at this; *since* is when a file was written just now.

    What is much older was begun by a process that was killed.
    """
    try:
        return path.name.endswith(ENDING) and since - path.stat().st_mtime < STALE
    except OSError:
        return True
