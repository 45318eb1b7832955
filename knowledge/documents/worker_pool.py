"""A pool of child processes that parse files; one that hangs is killed."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Timer
from types import MappingProxyType
from typing import Self

import structlog

from knowledge.documents.document import Document, UnreadableError, from_json
from knowledge.documents.file_types import Kind

log = structlog.get_logger()

READERS: Mapping[Kind, str] = MappingProxyType(
    {
        "markdown": "knowledge.documents.markdown.trial:read",
        "text": "knowledge.documents.txt:read",
        "csv": "knowledge.documents.csv_file:read",
        "html": "knowledge.documents.html.reader:read",
        "pdf": "knowledge.documents.pdf.reader:read",
        "docx": "knowledge.documents.office.docx:read",
        "pptx": "knowledge.documents.office.pptx:read",
        "xlsx": "knowledge.documents.xlsx:read",
    }
)
"""The parser of each kind, as ``module:function``."""

START_TIMEOUT_S = 120
"""How long a child may take to start; a busy machine needs long."""

_HERE = Path(__file__).parent
_START = """
import sys, types
from pathlib import Path
here = Path(sys.argv.pop(1))
for name, place in (("knowledge", here.parent), ("knowledge.documents", here)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [str(place)]
from knowledge.documents.worker_process import main
main()
"""
"""Starts a child that imports the parsers alone, without the packages' faces."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on parsing one file: wall time, and memory on top of what Python takes."""

    seconds: int = 60
    megabytes: int = 1_500


class WorkerPool:
    """Parses files in child processes, one for each thread that asks at the same time."""

    def __init__(self, readers: Mapping[Kind, str], limits: Limits) -> None:
        self._readers = json.dumps(dict(readers))
        self._limits = limits
        self._idle: SimpleQueue[_WorkerProcess] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start nothing yet: plain text needs no process."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every process."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait().end()

    def read(self, kind: Kind, content: bytes, name: str) -> Document:
        """Parse a file in a child process.

        Raises:
            UnreadableError: If it cannot be parsed within the limits.
        """
        try:
            child = self._idle.get_nowait()
        except Empty:
            child = _WorkerProcess(self._readers, self._limits)
        answer = child.ask(kind, content, name)
        if answer is None or answer.get("last"):
            child.end()
        else:
            self._idle.put(child)
        if answer is None:
            log.warning("handbook.reader_died", kind=kind, hung=child.hung)
            raise UnreadableError(
                f"reading it takes longer than {self._limits.seconds} seconds"
                if child.hung
                else "its reader crashed on it: it is probably damaged"
            )
        if reason := answer.get("reason"):
            raise UnreadableError(str(reason))
        return from_json(answer)


class _WorkerProcess:
    """One child process, used for one file at a time."""

    def __init__(self, readers: str, limits: Limits) -> None:
        self._seconds = limits.seconds
        self.hung = False
        arguments = [str(_HERE), readers, str(limits.seconds), str(limits.megabytes)]
        paths = [path for path in sys.path if path]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own Python
            [sys.executable, "-P", "-c", _START, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"},
        )
        self._exchange(b"", START_TIMEOUT_S)

    def ask(self, kind: Kind, content: bytes, name: str) -> dict[str, object] | None:
        """Have a file parsed; None if the process did not live to respond."""
        request = json.dumps({"kind": kind, "name": name, "size": len(content)})
        return self._exchange(request.encode() + b"\n" + content, self._seconds)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _exchange(self, request: bytes, seconds: int) -> dict[str, object] | None:
        process = self._process
        if process.stdin is None or process.stdout is None:
            return None
        timer = Timer(seconds, self._kill_hung)
        timer.start()
        try:
            if request:
                process.stdin.write(request)
                process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            return None
        finally:
            timer.cancel()
        try:
            answer: dict[str, object] = json.loads(line)
        except ValueError:
            return None
        return answer

    def _kill_hung(self) -> None:
        self.hung = True
        self._process.kill()
