"""One's own solutions: where each stands, what is in it, its evidence, changing and retiring it."""

from handlers.solutions import (
    approval_conditions,
    browse,
    comment_replies,
    evidence,
    evidence_links,
    handover,
    history,
    message_files,
    operation,
    review_wishes,
    send_back,
)
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
        "versions": history.show_versions,
        "answering": comment_replies.ask_answer,
        "answer": comment_replies.answer,
        "tick": comment_replies.tick,
        "meeting": approval_conditions.ask_proof,
        "met": approval_conditions.settle,
        "withdraw": review_wishes.withdraw,
        "hurrying": review_wishes.ask_haste,
        "hurry": review_wishes.hurry,
        "appealing": review_wishes.ask_appeal,
        "appeal": review_wishes.appeal,
        "pausing": operation.ask_pause,
        "pause": operation.pause,
        "resume": operation.resume,
        "retire": operation.retire,
        "backing": handover.ask_backup,
        "backup": handover.name_backup,
        "offering": handover.ask_successor,
        "offer": handover.offer,
        "accept": handover.accept,
        "decline": handover.decline,
        "carry-over": evidence.carry_over,
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
