"""Why a version is in its tier, as it was assessed; and whether today's rules say otherwise."""

from governance import Assessment, SolutionVersion
from handlers.citations import cite
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
    return text, *changed, cite(turn, desk, clauses, label=label)


def _reasons(desk: Desk, version: SolutionVersion) -> tuple[list[str], list[str]]:
    """Say each rule as it was, with the number of its clause; list the clauses."""
    words, tiers = desk.wording, {rule.id: rule.tier for rule in desk.policy.rules}
    clauses = list(dict.fromkeys(str(rule["clause"]) for rule in version.rules))
    lines = []
    for rule in version.rules:
        told = rule["because"]
        said = str(told.get(words.locale) or told.get("en") or next(iter(told.values()), ""))
        if rule["id"] in tiers:
            tier = desk.policy.tier(tiers[rule["id"]]).name.to(words.locale)
            said = words("solutions-because", because=said, tier=tier)
        unsure = "" if rule["sure"] else f" {words('review-reason-unsure')}"
        lines.append(f"- {said}{unsure} [{clauses.index(str(rule['clause'])) + 1}]")
    return lines, clauses


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
