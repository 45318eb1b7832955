"""``guildmate notes``: what stands beside the pages, proposed, accepted and looked at."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.app import folder_of, index_of, make_home, model_of
from bot.cli.group import say_json, start_command, wait_for
from bot.cli.note_files import ProposalFile, accept_proposal, find_clauses, stamp_notes
from bot.cli.question_set import drafts_of
from bot.errors import CannotStartError
from bot.settings import Settings
from knowledge import (
    LanguageModel,
    NoteProposal,
    Page,
    Reading,
    Section,
    list_unnoted,
    propose_asks,
    read_folder,
    suggest_note,
)

notes = typer.Typer(help="Look after the notes beside the pages.", no_args_is_help=True)

Folder = Annotated[
    Path | None, typer.Option(help="The handbook's folder; without it, the one that is set.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="What ``proposals`` lists.")]


@notes.command()
def stamp(
    clauses: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAUSE|PAGE]...", help="Such as leave#sick-leave, or leave."),
    ] = None,
    folder: Folder = None,
    everything: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--all", help="Every note there is.")
    ] = False,
) -> None:
    """Mark notes as looked at: what they say in short is what their clauses say now.

    For example:

      guildmate notes stamp leave#sick-leave

      guildmate notes stamp --all --folder my-handbook
    """
    settings, place = _begin(folder)
    if not clauses and not everything:
        raise CannotStartError("Name the clauses or pages that you have looked at, or add --all.")
    found = find_clauses(_read(settings, place), clauses or ())
    changed = stamp_notes(place, found)
    typer.echo(f"{changed} notes marked as looked at; {len(found) - changed} were so already.")


@notes.command()
def proposals(folder: Folder = None, as_json: Json = False) -> None:  # noqa: FBT002 - a flag
    """List what might be added to notes, from what people asked and from ``suggest``.

    People's questions are proposed when they gave the answer a thumb up, when the team replied
    with the clause, or when they chose it. What is private in them is covered up.

    For example:

      guildmate notes proposals
    """
    _, listed = _open_proposals(*_begin(folder))
    if as_json:
        say_json([{"id": each.id, **asdict(each)} for each in listed])
        return
    for each in listed:
        typer.echo(_format(each))
    typer.echo(f"{len(listed)} proposals. To take some: guildmate notes accept ID ...")


@notes.command()
def accept(ids: Ids, folder: Folder = None) -> None:
    """Write proposals into the notes; read them first, and look at each clause.

    For example:

      guildmate notes accept 3f2a91bc
    """
    settings, place = _begin(folder)
    kept, listed = _open_proposals(settings, place)
    for each in _pick(listed, ids):
        reading = _read(settings, place)  # as the one before has left the notes
        file = accept_proposal(place, _page(reading, each.clause), each)
        kept.save((one for one in kept.suggested if one.id != each.id), kept.dismissed)
        typer.echo(f"{each.id} is in {file.name}.")


@notes.command()
def dismiss(ids: Ids, folder: Folder = None) -> None:
    """Propose these no more.

    For example:

      guildmate notes dismiss 3f2a91bc
    """
    kept, listed = _open_proposals(*_begin(folder))
    gone = {each.id for each in _pick(listed, ids)}
    kept.save((each for each in kept.suggested if each.id not in gone), kept.dismissed | gone)
    typer.echo(f"{len(gone)} dismissed.")


@notes.command()
def suggest(
    pages: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAUSE|PAGE]...", help="Without any, all that lack a note."),
    ] = None,
    folder: Folder = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many clauses.")] = 20,
) -> None:
    """Have the language model that is set write proposals for clauses without a current note.

    Nothing changes until a person accepts them.

    For example:

      guildmate notes suggest leave --limit 5
    """
    settings, place = _begin(folder)
    model = model_of(settings)
    if model is None:
        raise CannotStartError("No language model is set. OPENAI_MODEL names one.")
    kept = ProposalFile(index_of(settings))
    known = {each.clause for each in kept.suggested}
    wanted = [
        (page, section)
        for page, section in list_unnoted(_read(settings, place).pages)
        if (clause := f"{page.id}#{section.anchor}") not in known
        and (not pages or {page.id, clause} & set(pages))
    ][:limit]
    made, failed = wait_for(_suggest(model, wanted))
    kept.save((*kept.suggested, *made), kept.dismissed)
    if failed:
        typer.echo(
            f"Of {len(failed)} clauses the model gave nothing to use ({failed[0]}).", err=True
        )
    typer.echo(f"{len(made)} proposals written. To read them: guildmate notes proposals")


async def _suggest(
    model: LanguageModel, clauses: Sequence[tuple[Page, Section]]
) -> tuple[list[NoteProposal], list[str]]:
    """Return the proposals, and of each clause without one the kind of trouble."""
    made: list[NoteProposal] = []
    failed: list[str] = []
    try:
        for page, section in clauses:
            suggested = await suggest_note(model, page, section)
            if isinstance(suggested, NoteProposal):
                made.append(suggested)
            else:
                failed.append(suggested)
    finally:
        await model.close()
    return made, failed


def _begin(folder: Path | None) -> tuple[Settings, Path]:
    settings = start_command()
    if folder:
        settings = settings.model_copy(update={"handbook": folder.absolute()})
    make_home(settings)
    return settings, folder_of(settings)


def _read(settings: Settings, folder: Path) -> Reading:
    return read_folder(folder, home=index_of(settings))


def _open_proposals(settings: Settings, folder: Path) -> tuple[ProposalFile, list[NoteProposal]]:
    """Return the file of proposals, and those of clauses that are there, without the dismissed."""
    kept, reading = ProposalFile(index_of(settings)), _read(settings, folder)
    asked = propose_asks(wait_for(drafts_of(settings)), reading.pages)
    clauses = {clause for page in reading.pages for clause in page.clauses}
    listed = {each.id: each for each in (*asked, *kept.suggested) if each.clause in clauses}
    return kept, [each for each in listed.values() if each.id not in kept.dismissed]


def _pick(listed: Sequence[NoteProposal], ids: Sequence[str]) -> list[NoteProposal]:
    """Pick the proposals with these *ids*.

    Raises:
        CannotStartError: If there is none with one of them.
    """
    by_id = {each.id: each for each in listed}
    if missing := [each for each in ids if each not in by_id]:
        raise CannotStartError(f"There is no proposal {missing[0]}. See guildmate notes proposals.")
    return [by_id[each] for each in dict.fromkeys(ids)]


def _page(reading: Reading, clause: str) -> Page:
    return next(page for page in reading.pages if clause in page.clauses)


def _format(proposal: NoteProposal) -> str:
    """Write a proposal down for the person who decides about it."""
    lines = [f"{proposal.id}  {proposal.clause}  (from {proposal.source})"]
    lines += [f"    {code}  {ask}" for code, asks in proposal.asks.items() for ask in asks]
    lines += [f"    {code}  in short: {short}" for code, short in proposal.short.items()]
    return "\n".join(lines)
