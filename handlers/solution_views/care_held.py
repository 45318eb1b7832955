"""Why a version waits for a person although it asks for less care: what it is held against."""

from governance import Review, SolutionVersion
from handlers.reply import Block, Card, Notice, Tone, verbatim
from handlers.solution_views.version_changes import (
    differing_fields,
    field_label,
    field_value,
    show_changes,
)
from handlers.turn import Desk
from handlers.wording import Wording


async def show_held_care(desk: Desk, review: Review) -> tuple[Block, ...]:
    """Say which stricter tier holds and why; show both versions where they are of two solutions."""
    version, words = review.version, desk.wording
    if not version.held_tier:
        return ()
    tier = desk.policy.tier(version.held_tier).name.to(words.locale)
    why = Notice(words("review-held", where=version.held_for, tier=tier), Tone.CAREFUL)
    reference, _, number = version.held_for.partition(" v")
    solution = await desk.records.registry.get(reference)
    versions = await desk.records.registry.list_versions(solution)
    other = next((each for each in versions if str(each.number) == number), None)
    if other is None:
        return (why,)
    if other.solution_id != version.solution_id:
        mine = f"{review.solution.reference} v{version.number}"
        return (
            why,
            _side(desk, version, other, mine),
            _side(desk, other, version, version.held_for),
        )
    is_shown_already = other.number == version.number - 1
    earlier = words("review-version", number=other.number)
    return (
        why,
        *(() if is_shown_already else show_changes(desk, other, version, where=earlier)),
    )


def _side(desk: Desk, version: SolutionVersion, other: SolutionVersion, where: str) -> Card:
    """Show one of two versions: its tier, its state, its purpose, and where the other differs."""
    words, policy = desk.wording, desk.policy
    return Card(
        f"{where} · {version.name}",
        subtitle=words("solutions-tier", tier=policy.tier(version.tier).name.to(words.locale)),
        status=version_state(version, words),
        facts=tuple(
            (field_label(policy, field, words), field_value(policy, version, field, words))
            for field in differing_fields(policy, other, version)
            if field not in {"name", "purpose"}
        ),
        markdown=verbatim(version.purpose),
    )


def version_state(version: SolutionVersion, words: Wording) -> str:
    """Name where the review of a version stands."""
    return words(f"solutions-state-{version.state.value.replace('_', '-')}")
