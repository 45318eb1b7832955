"""The command ``guildmate``."""

import typer

from bot.cli.ask import ask
from bot.cli.doctor import doctor
from bot.cli.eval import evaluate
from bot.cli.folder import check, ingest, init
from bot.cli.group import Commands
from bot.cli.manifest import manifests
from bot.cli.notes import notes
from bot.cli.people import db, people
from bot.cli.relied import relied
from bot.cli.run import run
from bot.cli.weights import weights

guildmate = typer.Typer(
    cls=Commands,
    name="guildmate",
    help="The assistant of a company's citizen AI developers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (run, ask, ingest, check, init, doctor, relied, weights):
    guildmate.command()(command)
guildmate.command("eval")(evaluate)
guildmate.add_typer(db, name="db")
guildmate.add_typer(people, name="people")
guildmate.add_typer(notes, name="notes")
guildmate.add_typer(manifests, name="manifest")


def main() -> None:
    """Run the command line."""
    guildmate()


if __name__ == "__main__":
    main()
