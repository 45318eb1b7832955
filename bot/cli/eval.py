"""``guildmate eval``: how well a set of questions is answered."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import clock
from bot.app import embedder_of, folder_of, library
from bot.cli.group import say_json, start_command, wait_for
from bot.cli.progress import bar
from bot.cli.question_set import QUERIES, next_steps, write_set
from bot.settings import Settings
from knowledge import (
    Handbook,
    Progress,
    Query,
    QueryOutcome,
    compute_metrics,
    cross_validate,
    embedding_speed,
    fit_calibration,
    judge_queries,
    read_question_set,
)

Figure = float | int | str | None

CORPUS = "corpus"


def evaluate(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="SET",
            help="A folder with queries.jsonl and, unless the handbook in use is asked, corpus/.",
        ),
    ] = Path("questions"),
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
    from_questions: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option(
            "--from-questions",
            help="Write the set from the questions people asked, for you to go on with.",
        ),
    ] = False,
    overwrite: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--overwrite", help="With --from-questions: write over a file.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Ask a set of questions and measure what is found, said, cited and refused.

    The index of the pages is kept, so that the next run begins at once. With --calibrate, each
    fifth of the questions is judged by what the other four fifths tell.

    With --from-questions, nothing is asked: the set is written from what people asked, each
    question once, with the clauses that were cited as a first guess and nothing that tells who
    asked. Say of each line whether the handbook answers it ("answerable": true or false) and
    put its clauses right; a line that is still null is left out of the figures.

    For example:

      guildmate eval my-questions --from-questions

      guildmate eval my-questions --corpus my-handbook

      guildmate eval sets/company --limit 100 --json
    """
    settings = start_command()
    file = queries or folder / QUERIES
    pages = corpus or (folder / CORPUS if (folder / CORPUS).is_dir() else folder_of(settings))
    settings = settings.model_copy(update={"handbook": pages.absolute()})
    if from_questions:
        told = wait_for(write_set(settings, file, overwrite=overwrite))
        say_json(told) if as_json else typer.echo(next_steps(told))
        return
    asked = read_question_set(file, limit=limit)
    measured, unknown = wait_for(_measure(settings, asked.queries, calibrate=calibrate))
    figured = {
        "set": folder.resolve().name,
        **_round(measured),
        "undecided": asked.undecided,
        "unknown_clauses": len(unknown),
    }
    if as_json:
        say_json(figured)
        return
    typer.echo("\n".join(f"{name:22} {_format(figure)}" for name, figure in figured.items()))
    if asked.undecided:
        typer.echo(f"\nLeft out, because nobody has decided them yet: {asked.undecided}.")
    if unknown:
        named = ", ".join(unknown[:MAX_NAMED_CLAUSES]) + (
            ", …" if unknown[MAX_NAMED_CLAUSES:] else ""
        )
        typer.echo(f"\nThese clauses are not in the pages, so no answer can name them: {named}")


MAX_NAMED_CLAUSES = 5
"""How many clauses are named that are not there."""


async def _measure(
    settings: Settings, asked: tuple[Query, ...], *, calibrate: bool
) -> tuple[dict[str, Figure], list[str]]:
    """Measure, and name the clauses of the set that are not in the pages."""
    embedder = embedder_of(settings)
    async with library(settings, embedder) as handbook:
        with bar() as shown:
            report = await handbook.refresh(shown)
        judged = await _judge(handbook, asked)
        pairs = ""
        if calibrate:
            fitted = fit_calibration(judged)
            if fitted.weights:  # what was kept before is better than nothing
                await handbook.calibrate(fitted)
            judged, pairs = cross_validate(judged), " ".join(sorted(fitted.weights))
        speed = None
        if embedder is not None:
            speed = await asyncio.to_thread(embedding_speed, embedder, handbook.passages)
        known = {passage.clause for passage in handbook.passages}
    wanted = {clause for query in asked for clause in query.clauses}
    return {
        **compute_metrics(judged),
        "pages": report.pages,
        "passages": report.passages,
        "passages_per_second": speed,
        "mode": report.mode,
        **({"calibrated": pairs} if calibrate else {}),
    }, sorted(wanted - known)


async def _judge(handbook: Handbook, asked: tuple[Query, ...]) -> tuple[QueryOutcome, ...]:
    with bar("Asking the questions") as shown:

        def tell(done: int, total: int) -> None:
            shown(Progress("embedding", done, total))

        return await judge_queries(handbook, asked, on=clock.today(), progress=tell)


def _round(told: dict[str, Figure]) -> dict[str, Figure]:
    """Leave the digits that mean something."""
    return {
        name: round(figure, 4) if isinstance(figure, float) else figure
        for name, figure in told.items()
    }


def _format(figure: Figure) -> str:
    if figure is None:
        return "-"
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)
