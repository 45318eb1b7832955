"""Why a version is in its tier, as it was assessed; and whether today's rules say otherwise."""

from governance import Assessment, SolutionVersion
from handlers.citations import cite, stored_clauses
from handlers.reply import Block, Text
from handlers.turn import Desk, Turn


def show_stored_reasons(
    turn: Turn, desk: Desk, version: SolutionVersion, today: Assessment
) -> tuple[Block, ...]:
    """Show the rules that fired when a version was registered, in the words they had then."""
    words = desk.wording
    lines, clauses = _reasons(desk, version)
    label = words("solutions-clauses")
    changed = _what_changed(desk, version, today)
    if not lines:
        clause = desk.policy.tier(version.tier).clause
        source = cite(turn, desk, (clause,), label=label, numbered=False)
        return Text(words("solutions-no-rule")), *changed, source
    text = Text("\n".join([words("solutions-why"), "", *lines]))
    stored = stored_clauses(version)
    return text, *changed, cite(turn, desk, clauses, label=label, stored=stored)


def _reasons(desk: Desk, version: SolutionVersion) -> tuple[list[str], list[str]]:
    """Say each rule as it was, with the number of its clause; list the clauses.

    What was stored before words were kept is said in the words of today.
    """
    words, today = desk.wording, {rule.id: rule for rule in desk.policy.rules}
    lines, clauses = list[str](), dict[str, int]()
    for stored in version.rules:
        rule = today.get(str(stored["id"]))
        told = stored["because"] or (rule.because.root if rule else {"en": stored["id"]})
        said = str(told.get(words.locale) or told.get("en") or next(iter(told.values()), ""))
        if rule is not None:
            tier = desk.policy.tier(rule.tier).name.to(words.locale)
            said = words("solutions-because", because=said, tier=tier)
        unsure = "" if stored["sure"] else f" {words('review-reason-unsure')}"
        clause = str(stored["clause"]) or (rule.clause if rule else "")
        number = clauses.setdefault(clause, len(clauses) + 1) if clause else 0
        lines.append(f"- {said}{unsure}" + (f" [{number}]" if number else ""))
    return lines, list(clauses)


def _what_changed(desk: Desk, version: SolutionVersion, today: Assessment) -> tuple[Text, ...]:
    """Say in one line that today's rules differ from those of the day of registration."""
    words = desk.wording
    fired = {each.rule.id for each in today.fired}
    if version.tier != today.tier.id:
        tier = today.tier.name.to(words.locale)
        return (Text(words("review-rules-changed-tier", tier=tier)),)
    if set(version.rule_ids) != fired:
        return (Text(words("review-rules-changed")),)
    return ()
