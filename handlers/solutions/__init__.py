"""One's own solutions: where each stands, what is in it, its evidence, changing and retiring it."""

from handlers.solutions import browse, evidence, evidence_links, message_files, send_back
from handlers.solutions.message_files import offer_to_keep
from handlers.turn import Command

COMMAND = Command(
    "solutions",
    browse.start,
    verbs={
        "mine": browse.show_mine,
        "open": browse.open_,
        "find": browse.find,
        "found": browse.show_found,
        "retire": browse.retire,
        "send-back": send_back.send_back,
        "evidence": evidence.ask,
        "add": evidence.add,
        "file": evidence.send_file,
        "files": message_files.ask,
        "handed": message_files.add,
        "removing": evidence.choose_removals,
        "remove": evidence.remove,
        "talk": evidence_links.talk,
        "said": evidence_links.said,
        "continue": evidence_links.go_on,
    },
    hears=evidence_links.hears,
)

__all__ = ["COMMAND", "offer_to_keep"]
