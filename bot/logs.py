"""The log: what happened, in the past tense, as text for people or JSON for machines."""

import logging
import sys

import structlog
from structlog.typing import Processor

from bot.settings import Settings


def start_log(settings: Settings) -> None:
    """Write the log to the standard error, as *settings* say."""
    level = logging.getLevelNamesMapping()[settings.log.upper()]
    others = logging.StreamHandler(sys.stderr)
    others.setLevel(max(level, logging.WARNING))
    logging.basicConfig(level=logging.WARNING, handlers=[others], force=True)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *_rendering(settings),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _rendering(settings: Settings) -> tuple[Processor, ...]:
    if settings.log_format == "json":
        return (structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer())
    plain = structlog.dev.plain_traceback
    return (structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain),)
