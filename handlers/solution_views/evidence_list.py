"""The evidence of a solution, as it is shown to whoever may read it."""

from collections.abc import Sequence

from governance import EvidencePiece, Policy
from handlers.reply import Block, Button, Card, verbatim
from handlers.wording import Wording

FILE = "solutions.file"
"""The action of every button that takes out a file."""


def show_evidence(
    pieces: Sequence[EvidencePiece], policy: Policy, words: Wording, *buttons: Button
) -> tuple[Block, ...]:
    """Show what was handed in, by what it shows; a file has a button, a link is one.

    *buttons* stand with those of the files; without either there is nothing to show.
    """
    if not pieces and not buttons:
        return ()
    facts = [
        (name_of(evidence, policy, words), ", ".join(_label(each, words) for each in own))
        for evidence in dict.fromkeys(piece.evidence for piece in pieces)
        if (own := [each for each in pieces if each.evidence == evidence and not each.is_link])
    ]
    links = [
        f"- {verbatim(name)}: [{verbatim(each.name)}](<{each.name}>)"
        for each in pieces
        if each.is_link and (name := name_of(each.evidence, policy, words))
    ]
    files = [Button(each.name, FILE, each.key) for each in pieces if not each.is_link]
    return (
        Card(
            words("solutions-evidence"),
            facts=tuple(facts),
            markdown="\n".join(links),
            buttons=(*files, *buttons),
        ),
    )


def name_of(evidence: str, policy: Policy, words: Wording) -> str:
    """Name what a piece shows; by its id where the policy has no such evidence any more."""
    names = {each.id: each.name.to(words.locale) for each in policy.evidence}
    return names.get(evidence, evidence)


def _label(piece: EvidencePiece, words: Wording) -> str:
    kilobytes = max(1, round(piece.size / 1024))
    return words("solutions-evidence-file", name=piece.name, size=kilobytes)
