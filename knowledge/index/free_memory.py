"""Gives freed memory back to the system, which the C library otherwise keeps for later."""

import ctypes
import sys


def release_memory() -> None:
    """Release what was freed since an index was built, which takes several times its own size.

    It does nothing where the C library is not that of GNU.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
