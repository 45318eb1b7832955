"""One's own solutions: where each stands, what is in it, its evidence, changing and retiring it."""

from handlers.solutions import arriving, evidence, links, showing
from handlers.solutions.arriving import offered
from handlers.turn import Command

COMMAND = Command(
    "solutions",
    showing.start,
    verbs={
        "mine": showing.mine,
        "open": showing.open_,
        "find": showing.find,
        "found": showing.found,
        "retire": showing.retire,
        "evidence": evidence.ask,
        "add": evidence.add,
        "file": evidence.take_out,
        "files": arriving.ask,
        "handed": arriving.add,
        "removing": evidence.removing,
        "remove": evidence.remove,
        "talk": links.talk,
        "said": links.said,
        "continue": links.go_on,
    },
    hears=links.hears,
)

__all__ = ["COMMAND", "offered"]
