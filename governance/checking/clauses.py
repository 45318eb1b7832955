"""Check: every clause that the policy cites exists in the handbook."""

from collections.abc import Collection, Iterator

from governance.checking.finding import Remark, did_you_mean
from governance.checking.walk import describe, entries
from governance.policy import Policy


def find_remarks(
    policy: Policy, clauses: Collection[str], unread: Collection[str] = ()
) -> Iterator[Remark]:
    """Find cited clauses that do not exist; those of *unread* pages are not judged."""
    for place, entry in entries(policy):
        for field in ("clause", "instead"):
            clause = getattr(entry, field, None)
            if clause is None or clause in clauses or clause.partition("#")[0] in unread:
                continue
            page = clause.partition("#")[0]
            near = {each for each in clauses if each.partition("#")[0] == page} or clauses
            message = f"{describe(place, entry)}: the handbook has no clause `{clause}`."
            yield Remark((*place, field), message + did_you_mean(clause, near))
