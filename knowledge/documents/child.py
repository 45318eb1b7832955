"""The process in which files are parsed that could crash, hang or eat all memory of their reader.

It is started by ``workers.py`` with the readers, the seconds and the megabytes that it may use, and
is told on its standard input what to read: a line of JSON, and the bytes of the file. It answers
each with a line of JSON.
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
    """Read one file after the other, until nobody asks for more."""
    readers, seconds, megabytes = json.loads(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    _bound(megabytes)
    _tell(answers, {})
    while line := asked.readline():
        request = json.loads(line)
        content = asked.read(request["size"])
        _watch(seconds)
        answer = _read(readers, request["kind"], content, request["name"])
        _watch(0)
        _tell(answers, answer)


def _tell(answers: BinaryIO, answer: Mapping[str, object]) -> None:
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


def _bound(megabytes: int) -> None:
    """Let this process have so much memory beside what it has already, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not every system has it

        with open("/proc/self/statm", encoding="ascii") as about:  # noqa: PTH123 - no path of ours
            has = int(about.read().split()[0]) * resource.getpagesize()
        most = has + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def _watch(seconds: int) -> None:
    """End this process after so many *seconds*, should whoever started it be gone by then."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds + 5 if seconds else 0)
