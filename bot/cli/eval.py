"""``guildmate eval``: how well a set of questions is answered."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import clock
from bot.app import embedder_of, library
from bot.cli.group import prepared, say_json, wait_for
from bot.cli.progress import bar
from bot.settings import Settings
from knowledge import (
    Handbook,
    Outcome,
    Progress,
    Query,
    calibrated,
    embedding_speed,
    figures,
    held_out,
    outcomes,
    read_queries,
)

Figure = float | int | str | None

QUERIES = "queries.jsonl"
CORPUS = "corpus"


def evaluate(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Annotated[
        Path, typer.Argument(metavar="SET", help="A folder with queries.jsonl and corpus/.")
    ],
    queries: Annotated[
        Path | None, typer.Option(help="The questions, when they are elsewhere.")
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option(help="The pages to ask, when they are elsewhere.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask so many questions, spread over the set.")
    ] = None,
    calibrate: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option(
            "--calibrate",
            help="Keep, for these pages, what makes an answer sure; the figures are held out.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Ask a set of questions and measure what is found, said, cited and refused.

    The index of the pages is kept, so that the next run begins at once. With --calibrate, each
    fifth of the questions is judged by what the other four fifths tell.

    For example:

      guildmate eval my-questions --corpus my-handbook

      guildmate eval sets/company --limit 100 --json
    """
    settings = prepared()
    asked = read_queries(queries or folder / QUERIES, limit=limit)
    settings = settings.model_copy(update={"handbook": (corpus or folder / CORPUS).absolute()})
    told = {
        "set": folder.resolve().name,
        **_rounded(wait_for(_measured(settings, asked, calibrate=calibrate))),
    }
    if as_json:
        say_json(told)
    else:
        typer.echo("\n".join(f"{name:22} {_said(figure)}" for name, figure in told.items()))


async def _measured(
    settings: Settings, asked: tuple[Query, ...], *, calibrate: bool
) -> dict[str, Figure]:
    embedder = embedder_of(settings)
    async with library(settings, embedder) as handbook:
        with bar() as shown:
            report = await handbook.refresh(shown)
        judged = await _judged(handbook, asked)
        pairs = ""
        if calibrate:
            fitted = calibrated(judged)
            await handbook.calibrate(fitted)
            judged, pairs = held_out(judged), " ".join(sorted(fitted.weights))
        speed = None
        if embedder is not None:
            speed = await asyncio.to_thread(embedding_speed, embedder, handbook.passages)
    return {
        **figures(judged),
        "pages": report.pages,
        "passages": report.passages,
        "passages_per_second": speed,
        "mode": report.mode,
        **({"calibrated": pairs} if calibrate else {}),
    }


async def _judged(handbook: Handbook, asked: tuple[Query, ...]) -> tuple[Outcome, ...]:
    with bar("Asking the questions") as shown:

        def tell(done: int, total: int) -> None:
            shown(Progress("embedding", done, total))

        return await outcomes(handbook, asked, on=clock.now().date(), progress=tell)


def _rounded(told: dict[str, Figure]) -> dict[str, Figure]:
    """Leave the digits that mean something."""
    return {
        name: round(figure, 4) if isinstance(figure, float) else figure
        for name, figure in told.items()
    }


def _said(figure: Figure) -> str:
    if figure is None:
        return "-"
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)
