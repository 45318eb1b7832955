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
    embedding_speed,
    figures,
    outcomes,
    read_queries,
)

Figure = float | int | str | None

QUERIES = "queries.jsonl"
CORPUS = "corpus"


def evaluate(
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
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Ask a set of questions and measure what is found, said, cited and refused.

    The index of the pages is kept, so that the next run begins at once.

    For example:

      guildmate eval my-questions --corpus my-handbook

      guildmate eval sets/company --limit 100 --json
    """
    settings = prepared()
    asked = read_queries(queries or folder / QUERIES, limit=limit)
    settings = settings.model_copy(update={"handbook": (corpus or folder / CORPUS).absolute()})
    told = {"set": folder.resolve().name, **_rounded(wait_for(_measured(settings, asked)))}
    if as_json:
        say_json(told)
    else:
        typer.echo("\n".join(f"{name:22} {_said(figure)}" for name, figure in told.items()))


async def _measured(settings: Settings, asked: tuple[Query, ...]) -> dict[str, Figure]:
    embedder = embedder_of(settings)
    async with library(settings, embedder) as handbook:
        with bar() as shown:
            report = await handbook.refresh(shown)
        judged = await _judged(handbook, asked)
        speed = None
        if embedder is not None:
            speed = await asyncio.to_thread(embedding_speed, embedder, handbook.passages)
    return {
        **figures(judged),
        "pages": report.pages,
        "passages": report.passages,
        "passages_per_second": speed,
        "mode": report.mode,
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
