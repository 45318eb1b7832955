"""Which sentences of the handbook promise something, found by a stated rule.

A sentence, as the assistant would quote it, is a candidate when

- it names Guildmate or one of its commands, such as `/register`;
- somebody who is there for makers is its subject: an actor directly before a verb;
- one of Guildmate's own things is: the form, a registration, a booking, a review, a clock;
- the reader is told, asked, shown, offered or given something, or may appeal;
- something is done to a solution by itself (it is approved, paused, withdrawn), or only its owner
  may do it;
- something is needed before approval;
- or it is a row of a table that says who reviews, or within how many working days.

The rule is wide rather than clever. Who promises it, the ledger says: also that nobody does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge import read_folder
from knowledge.text.sentences import sentences
from tests.fixtures.handbooks import STARTER

_ACTORS = (
    "(?:the|an?|your|its|each|every|one|that) (?:assistant|reviewer|governance lead|lead|mentor"
    "|governance team|data protection officer|officer|data science team|community manager"
    "|champion|expert|managing director|line manager|manager|backup owner"
    "|(?:qualified )?professional|department's finance partner|system's owner)"
    "|reviewers|mentors|champions|line managers|Customer Service|Corporate Communications"
    "|(?-i:IT|Security|Legal|Finance|Human Resources|Brand)"
)
_THINGS = (
    "(?:the|your|a|every|this|an open|that|its|new|review) (?:form|draft|registration|booking"
    "|review|clocks?|decision|comments?|approval|register|request|recording|pause|module|reason)"
    "|registrations|approval|every answer|every comment|buttons|it (?=answers|tells|shows)"
)
_BETWEEN = r"(?:,? (?:and|or|of|in|from|with|for|that|which|who|such)\b[^,.;:]{0,80}?,?)?"
"""What may stand between a subject and its verb: "and an expert from the field concerned"."""
_ADVERBS = r"(?: (?:then|also|always|normally|still|usually|never|either|first|each|all|not|only))*"
_VERB = (
    r" ?\b(?:will|may|can|must|have|has|do|does|are(?! an?\b)|is(?! an?\b|\s+the\b)"
    r"|(?!is\b|its\b|this\b|was\b|as\b|has\b|does\b|whose\b|thus\b)[a-z]+s(?!')"
    r"|(?:look|ask|try|prefer|give|tell|help|take|join|answer|read|agree|decide|set|cover|keep"
    r"|meet|reply|get|send|assess|confirm|count)\b)(?![-\w])"
)
_NAMED = r"\bGuildmate\b|(?:^|\s)/[a-z]+(?:-[a-z]+)*\b"
_WE = r"\bwe (?:will|do not|look|ask|try|help|still|may|tell|offer|promise)\b"
_WHO = r"\bwho (?:must answer|repl(?:y|ies)|answers?|decides?|contacts|talks)\b"
_TO_YOU = (
    r"\byou (?:see|hear|get|are (?:told|asked|offered|shown)|can (?:cancel|add|see)|may appeal)\b"
    r"|\b(?:tells|shows|contacts|sends|gives|asks|offers|helps) (?:you|makers|owners)\b"
    r"|\b(?:is|are) (?:told|asked|offered|shown|informed|announced|contacted)\b(?! something)"
)
_BY_ITSELF = (
    r"\b(?:is|are|be) (?:then |always |never )?(?:approved|withdrawn|paused|retired|saved|confirmed"
    r"|kept|looked at again|reviewed|answered|restored|closed|written down|emptied"
    r"|signed off|taken back|asked for|punished|met with)\b"
    r"|\b(?:ends by itself|starts again|stays in the register|only the owner)\b"
)
_BEFORE_APPROVAL = r"\bneeds? [^.;]{1,60}\bbefore approval\b"
_ROW = r"^[^.:;]+: .*; .*\b(?:working days?|at once|after \d+ months)\b"

_PROMISE = re.compile(
    rf"\b(?:{_ACTORS}|{_THINGS}){_BETWEEN}{_ADVERBS}{_VERB}|{_NAMED}|{_WE}|{_WHO}|{_TO_YOU}"
    rf"|{_BY_ITSELF}|{_BEFORE_APPROVAL}|{_ROW}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a page, and the clause it stands in."""

    clause: str
    text: str


def promises() -> Iterator[Said]:
    """Give every sentence of the starter handbook that may promise something."""
    return (said for said in everything() if is_promise(said.text))


def is_promise(sentence: str) -> bool:
    """Tell whether a *sentence* may promise something."""
    return bool(_PROMISE.search(sentence))


def everything() -> Iterator[Said]:
    """Give every sentence of the starter handbook, as it would be quoted."""
    for page in read_folder(STARTER).pages:
        for section in page.sections:
            for sentence in sentences(section.text):
                yield Said(f"{page.id}#{section.anchor}", sentence.text)
