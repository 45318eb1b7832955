"""Every clause that the policy points at is in the handbook."""

from collections.abc import Collection, Iterator

from governance.checking.finding import Remark, did_you_mean
from governance.checking.walk import describe, entries
from governance.policy import Policy


def find_remarks(
    policy: Policy, clauses: Collection[str], unread: Collection[str] = ()
) -> Iterator[Remark]:
    """Find clauses that are not among the *clauses* of the pages; of *unread* pages nothing."""
    for place, entry in entries(policy):
        clause = getattr(entry, "clause", None)
        if clause is not None and clause not in clauses:
            page = clause.partition("#")[0]
            if page in unread:
                continue
            near = {each for each in clauses if each.partition("#")[0] == page} or clauses
            message = f"{describe(place, entry)}: the handbook has no clause `{clause}`."
            yield Remark((*place, "clause"), message + did_you_mean(clause, near))
