"""How far the index has come: a bar in a terminal, a line now and then elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from knowledge import Progress as Made

PERCENT_STEP = 25


class Bar:
    """Shows how far the index has come; it appears when there is something to wait for."""

    def __init__(self, console: Console, what: str) -> None:
        """Show on *console* how far *what* has come."""
        self._console = console
        self._what = what
        self._said = -1
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task(what, total=None, visible=False)

    def __call__(self, made: Made) -> None:
        """Update how far it has come."""
        if made.state != "embedding" or not made.total:
            return self.close()
        if not self._console.is_terminal:
            return self._say(made)
        self._progress.start()
        self._progress.update(self._task, completed=made.done, total=made.total, visible=True)
        return None

    def close(self) -> None:
        """Remove the bar."""
        self._progress.stop()

    def _say(self, made: Made) -> None:
        """Write a line for every quarter."""
        quarter = made.done * 100 // made.total // PERCENT_STEP
        if quarter != self._said:
            self._said = quarter
            self._console.print(f"{self._what}: {made.done} of {made.total}")


@contextmanager
def bar(what: str = "Embedding the handbook") -> Iterator[Bar]:
    """Show progress on the standard error while the block lasts."""
    shown = Bar(Console(stderr=True, highlight=False), what)
    try:
        yield shown
    finally:
        shown.close()
