"""``guildmate ingest``, ``check`` and ``init``: what one does with a handbook's folder."""

import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.app import embedder_of, folder_of, index_of, library
from bot.cli.group import say_json, start_command, wait_for
from bot.cli.progress import bar
from bot.errors import CannotStartError, sentence_for
from bot.rulebook import POLICY, findings_in, findings_in_pages, starter
from bot.settings import Settings
from governance import (
    Database,
    Finding,
    PolicyInvalidError,
    PolicyNotFoundError,
    check_tiers,
    read_policy,
)
from knowledge import IngestReport

Folder = Annotated[
    Path | None, typer.Argument(help="The handbook's folder; without it, the one that is set.")
]
AgainstRegister = Annotated[
    bool, typer.Option("--against-register", help="Compare with the solutions in the register too.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def ingest(folder: Folder = None, as_json: Json = False) -> None:  # noqa: FBT002 - a flag
    """Read a handbook and make its index; what was embedded before is not embedded again.

    For example:

      guildmate ingest

      guildmate ingest my-handbook --json
    """
    settings = _about(start_command(), folder)
    report = wait_for(_ingest(settings))
    if as_json:
        say_json({"folder": str(folder_of(settings)), **asdict(report)})
    else:
        typer.echo(_report(report))


async def _ingest(settings: Settings) -> IngestReport:
    async with library(settings, embedder_of(settings)) as handbook:
        with bar() as shown:
            return await handbook.refresh(shown)


def _report(report: IngestReport) -> str:
    """Tell what an ingest did, file by file where something happened."""
    lines = [f"{report.pages} pages, {report.passages} passages in {report.seconds:.1f} s."]
    for what, names in (
        ("added", report.added),
        ("changed", report.changed),
        ("removed", report.removed),
    ):
        lines += [f"  {what:8} {name}" for name in names]
    lines += [
        f"  {'outdated':8} {name}: what it said before is still used" for name in report.outdated
    ]
    lines += [f"  {'skipped':8} {each.file}: {each.reason}" for each in report.skipped]
    lines += [f"  {'partly':8} {file}: {each.message}" for file, each in report.omissions]
    means = "by words and meaning" if report.mode == "hybrid" else "by words"
    lines.append(f"{report.embedded} texts newly embedded; the search goes {means}.")
    return "\n".join(lines)


def check(
    folder: Folder = None,
    as_json: Json = False,  # noqa: FBT002 - a flag
    against_register: AgainstRegister = False,  # noqa: FBT002 - a flag
) -> None:
    """See whether a handbook's pages and its policy.yaml agree.

    With --against-register also whether solutions are in a tier that the policy has no more.
    Exit code 0: no errors (there may be warnings). 1: errors.

    For example:

      guildmate check

      guildmate check my-handbook --json
    """
    settings = _about(start_command(), folder)
    folder = folder_of(settings)
    home = index_of(settings) if settings.home.is_dir() else None
    try:
        found = findings_in(folder, home=home)
    except PolicyNotFoundError as error:
        missing = Finding("error", POLICY, 1, sentence_for(error) or str(error))
        found = (*findings_in_pages(folder, home=home), missing)
    if against_register:
        found = (*found, *wait_for(_check_register(settings)))
    errors = sum(finding.severity == "error" for finding in found)
    if as_json:
        listed = [asdict(finding) for finding in found]
        counts = {"errors": errors, "warnings": len(found) - errors}
        say_json({"folder": str(folder), **counts, "findings": listed})
    else:
        for each in found:
            typer.echo(f"{each.file}:{each.line}: {each.severity}: {each.message}")
        typer.echo(f"{errors} errors, {len(found) - errors} warnings.")
    if errors:
        raise typer.Exit(1)


async def _check_register(settings: Settings) -> tuple[Finding, ...]:
    """Find solutions of the register that the policy has no tier for."""
    path = folder_of(settings) / POLICY
    try:
        policy = read_policy(path)
    except (PolicyInvalidError, PolicyNotFoundError):
        return ()  # said already
    database = Database.at(settings.database)
    try:
        async with database.reading() as records:
            return check_tiers(path, policy, await records.registry.list_tiers())
    finally:
        await database.close()


def init(folder: Annotated[Path, typer.Argument(help="A new or empty folder.")]) -> None:
    """Copy the starter handbook into a folder of your own, to edit.

    For example:

      guildmate init my-handbook
    """
    start_command()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStartError(f"{folder} is not empty. Choose a new folder.")
    try:
        shutil.copytree(
            starter(), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotStartError(f"{folder} cannot be written to ({reason}).") from error
    typer.echo(f"The starter handbook is in {folder}. Edit it, then:")
    typer.echo(f"  guildmate check {folder}")
    typer.echo(f"  GUILDMATE_HANDBOOK={folder} guildmate run")


def _about(settings: Settings, folder: Path | None) -> Settings:
    """Override the folder that is set by the one that was typed."""
    return settings.model_copy(update={"handbook": folder.absolute()}) if folder else settings
