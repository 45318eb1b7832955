"""``guildmate run`` in a fork of a process that has imported it: a start costs no two seconds.

For tests that need a server of their own and do not look at how one is started.
"""

import multiprocessing
import os
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["bot.__main__"])


@dataclass(slots=True)
class Forked:
    """A process with the methods of ``subprocess.Popen`` that tests use."""

    process: ForkServerProcess

    def poll(self) -> int | None:
        """Return its exit code, or None while it runs."""
        return self.process.exitcode

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()

    def terminate(self) -> None:
        """Ask it to stop."""
        self.process.terminate()

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, at most *timeout* seconds, and return its exit code."""
        self.process.join(timeout)
        assert self.process.exitcode is not None, "it does not end"
        return self.process.exitcode


def fork_guildmate(words: tuple[str, ...], env: Mapping[str, str]) -> Forked:
    """Start ``guildmate`` with these *words* and this environment, its output thrown away."""
    process = FORK.Process(target=_run, args=(words, dict(env)))
    process.start()
    return Forked(process)


def _run(words: tuple[str, ...], env: dict[str, str]) -> None:
    from bot.__main__ import guildmate  # noqa: PLC0415 - imported by the process that is forked

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ.clear()
    os.environ.update(env)
    guildmate(list(words))
