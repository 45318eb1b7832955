"""Child processes that parse files: used again and again, and killed when one hangs."""

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
from knowledge.documents.kinds import Kind

log = structlog.get_logger()

READERS: Mapping[Kind, str] = MappingProxyType(
    {
        "markdown": "knowledge.documents.trial:read",
        "text": "knowledge.documents.text:read",
        "csv": "knowledge.documents.sheet:read_csv",
        "html": "knowledge.documents.html:read",
        "pdf": "knowledge.documents.pdf:read",
        "docx": "knowledge.documents.docx:read",
        "pptx": "knowledge.documents.pptx:read",
        "xlsx": "knowledge.documents.xlsx:read",
    }
)
"""Who reads what in a child process, as ``module:function``."""

_STARTING = 120
_HERE = Path(__file__).parent
_START = """
import sys, types
from pathlib import Path
here = Path(sys.argv.pop(1))
for name, place in (("knowledge", here.parent), ("knowledge.documents", here)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [str(place)]
from knowledge.documents.child import main
main()
"""
"""Starts a child that knows the readers alone: the faces bring all of search with them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    seconds: int = 60
    megabytes: int = 1_500


class Workers:
    """Reads files in child processes; as many of them as there are threads that ask at once."""

    def __init__(self, readers: Mapping[Kind, str], limits: Limits) -> None:
        self._readers = json.dumps(dict(readers))
        self._limits = limits
        self._idle: SimpleQueue[_Child] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start nothing yet: who reads only text needs no process."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every process."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait().end()

    def read(self, kind: Kind, content: bytes, name: str) -> Document:
        """Read a file in a child process.

        Raises:
            UnreadableError: If it cannot be read, or reading it takes too much of anything.
        """
        try:
            child = self._idle.get_nowait()
        except Empty:
            child = _Child(self._readers, self._limits)
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


class _Child:
    """One process."""

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
        self._told(b"", _STARTING)

    def ask(self, kind: Kind, content: bytes, name: str) -> dict[str, object] | None:
        """Have a file read; None when the process did not live to answer."""
        request = json.dumps({"kind": kind, "name": name, "size": len(content)})
        return self._told(request.encode() + b"\n" + content, self._seconds)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _told(self, request: bytes, seconds: int) -> dict[str, object] | None:
        process = self._process
        if process.stdin is None or process.stdout is None:
            return None
        timer = Timer(seconds, self._stop)
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

    def _stop(self) -> None:
        self.hung = True
        self._process.kill()
