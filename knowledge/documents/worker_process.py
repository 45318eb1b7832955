"""The child process that parses files which may crash, hang or exhaust the memory of a parser.

``worker_pool.py`` starts it with the readers and its limits in seconds and megabytes. A request on
standard input is a line of JSON followed by the bytes of the file; the response is a line of JSON.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import BinaryIO

from knowledge.documents.document import Document, UnreadableError
from knowledge.pages import PageInvalidError

Reader = Callable[[bytes, str], Document]


def main() -> None:
    """Parse one file after the other until standard input is closed."""
    readers, seconds, megabytes = json.loads(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for a response
    _limit_memory(megabytes)
    _send(answers, {})
    while line := asked.readline():
        request = json.loads(line)
        content = asked.read(request["size"])
        _set_alarm(seconds)
        answer = _read(readers, request["kind"], content, request["name"])
        _set_alarm(0)
        _send(answers, answer)


def _send(answers: BinaryIO, answer: Mapping[str, object]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _read(readers: Mapping[str, str], kind: str, content: bytes, name: str) -> dict[str, object]:
    try:
        module, _, function = readers[kind].partition(":")
        read: Reader = getattr(import_module(module), function)
        return read(content, name).to_json()
    except (UnreadableError, PageInvalidError) as error:
        return {"reason": str(error)}
    except MemoryError:
        return {"reason": "reading it takes too much memory", "last": True}
    except RecursionError:
        return {"reason": "it is nested too deeply"}
    except Exception:  # noqa: BLE001 - whatever a library trips over, the file is to blame
        return {"reason": "it is damaged and cannot be read"}


def _limit_memory(megabytes: int) -> None:
    """Limit the memory of this process to so many megabytes more, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not every system has it

        with open("/proc/self/statm", encoding="ascii") as about:  # noqa: PTH123 - no path of ours
            has = int(about.read().split()[0]) * resource.getpagesize()
        most = has + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def _set_alarm(seconds: int) -> None:
    """End this process after so many *seconds* even if its parent is gone; 0 cancels that."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds + 5 if seconds else 0)
