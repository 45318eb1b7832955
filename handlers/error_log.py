"""Where something broke, written down without what anybody said.

An exception's own text may quote a question or a name, so only its kind and its places are kept.
"""

from pathlib import Path
from traceback import extract_tb

import structlog

log = structlog.get_logger()


def log_failure(event: str, error: BaseException, **facts: object) -> None:
    """Log that something broke, under the dotted name of the *event*, with its *facts*."""
    log.error(event, **facts, **failure_facts(error))


def failure_facts(error: BaseException) -> dict[str, object]:
    """Name the kind of *error* and the calls that led to it, and the same of its causes."""
    facts: dict[str, object] = {
        "error": type(error).__qualname__,
        "calls": [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in extract_tb(error.__traceback__)
        ],
    }
    cause = error.__cause__ or error.__context__
    return {**facts, "cause": failure_facts(cause)} if cause else facts
