"""``guildmate db`` and ``guildmate people``: the records, from the operator's side."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from bot import clock
from bot.app import CHANNELS, folder_of, make_home, open_database, topics_in
from bot.cli.group import start_command, wait_for
from bot.settings import Settings
from governance import Database, Person, Role, RoleGroup

db = typer.Typer(help="Look after the database.", no_args_is_help=True)
people = typer.Typer(help="See who is there, and give or take roles.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(help="The person's e-mail address.")]
Named = Annotated[Role, typer.Argument(help="The role.", case_sensitive=False)]


@db.command()
def upgrade() -> None:
    """Bring the database up to date with this version; run it as often as you like.

    For example:

      guildmate db upgrade
    """
    wait_for(_upgrade(start_command()))
    typer.echo("The database is up to date.")


async def _upgrade(settings: Settings) -> None:
    make_home(settings)
    database = Database.at(settings.database)
    try:
        await database.upgrade()
    finally:
        await database.close()


@people.command("list")
def list_() -> None:
    """List everybody, with the roles they hold and the groups that carry them.

    Everybody is a maker.

    For example:

      guildmate people list
    """
    everyone, by_group = wait_for(_everyone(start_command()))
    for person in everyone:
        typer.echo(_line(person, by_group.get(person.id, ())))


@people.command()
def grant(email: Email, role: Named) -> None:
    """Give somebody a role: reviewer, mentor, lead or operator.

    For example:

      guildmate people grant ben@selat.example reviewer
    """
    typer.echo(wait_for(_change(start_command(), email, role, given=True)))


@people.command()
def revoke(email: Email, role: Named) -> None:
    """Take a role from somebody.

    For example:

      guildmate people revoke ben@selat.example reviewer
    """
    typer.echo(wait_for(_change(start_command(), email, role, given=False)))


@people.command()
def group(
    channel: Annotated[str, typer.Argument(help="The chat platform: slack.")],
    group: Annotated[str, typer.Argument(help="The platform's id of the group.")],
    role: Named,
    drop: Annotated[bool, typer.Option("--drop", help="Let it carry the role no more.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Let a group of a chat platform carry a role: who is in it holds the role.

    For example:

      guildmate people group slack S0123ABC reviewer

      guildmate people group slack S0123ABC reviewer --drop
    """
    named = [each.name for each in CHANNELS if each.has_role_groups]
    if channel not in named:
        raise typer.BadParameter(f"only groups of {', '.join(named)} carry roles.")
    was = wait_for(_carry(start_command(), channel, group, role, drop=drop))
    if drop:
        typer.echo(f"{group} carries {role.value} no more." if was else f"{group} did not.")
    else:
        typer.echo(f"{group} carries {role.value}; it takes up to ten minutes to be known.")


async def _carry(settings: Settings, channel: str, group: str, role: Role, *, drop: bool) -> bool:
    topics = await asyncio.to_thread(topics_in, folder_of(settings))
    async with open_database(settings, topics) as database, database.transaction() as records:
        if drop:
            return await records.groups.remove_role(channel, group, role, at=clock.now())
        await records.groups.assign_role(channel, group, role, at=clock.now())
        return True


ByGroup = Mapping[int, tuple[RoleGroup, ...]]


async def _everyone(settings: Settings) -> tuple[tuple[Person, ...], ByGroup]:
    topics = await asyncio.to_thread(topics_in, folder_of(settings))
    async with open_database(settings, topics) as database, database.reading() as records:
        return await records.people.list_all(), await records.groups.list_by_person()


async def _change(settings: Settings, email: str, role: Role, *, given: bool) -> str:
    """Give or take *role*, as the operator; say which roles the person holds now."""
    topics = await asyncio.to_thread(topics_in, folder_of(settings))
    async with open_database(settings, topics) as database, database.transaction() as records:
        person = await records.people.get_by_email(email)
        change = records.people.grant if given else records.people.revoke
        changed = await change(person, role, by=None, at=clock.now())
        return _line(changed, (await records.groups.list_by_person()).get(person.id, ()))


def _line(person: Person, groups: Sequence[RoleGroup]) -> str:
    """Say who somebody is; a role that a group carries is not taken from them by hand."""
    carried = {role: [each.external_id for each in groups if each.role == role] for role in Role}
    named = (
        f"{role.value} (by {', '.join(carried[role])})" if carried[role] else role.value
        for role in sorted(person.roles)
    )
    roles = ", ".join(named) or "maker"
    return f"{person.name} <{person.email or 'no address'}>: {roles}"
