"""The log: what happened, in the past tense, as text for people or JSON for machines."""

import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.settings import Settings
from handlers import failure_facts

log = structlog.get_logger()


def start_log(settings: Settings) -> None:
    """Write the log to the standard error, as *settings* say."""
    level = logging.getLevelNamesMapping()[settings.log.upper()]
    others = Others()
    others.setLevel(max(level, logging.WARNING))
    logging.basicConfig(level=logging.WARNING, handlers=[others], force=True)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_contents,
            _renderer(settings),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _renderer(settings: Settings) -> Processor:
    if settings.log_format == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def without_contents(_logger: WrappedLogger, _method: str, facts: EventDict) -> EventDict:
    """Write of an exception only its kind and its places: its text and variables may quote people.

    https://www.structlog.org/en/stable/processors.html
    """
    error = facts.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    elif isinstance(error, tuple):
        error = error[1]
    return {**facts, **failure_facts(error)} if isinstance(error, BaseException) else facts


class Others(logging.Handler):
    """Writes what libraries log into the same log, by the same rules."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write down a *record*; beside an exception, only the first line of what it says."""
        try:
            error = record.exc_info[1] if record.exc_info else None
            said = record.getMessage()
            if error is not None:
                said = said.partition("\n")[0]
            write = log.error if record.levelno >= logging.ERROR else log.warning
            write("library.complained", library=record.name, said=said, exc_info=error)
        except Exception:  # noqa: BLE001 - the rule of logging: a log that fails ends nothing
            self.handleError(record)
