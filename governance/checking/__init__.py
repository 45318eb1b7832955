"""``policy.yaml`` read and proved: what is wrong with it, line by line, in plain words.

Reading refuses what the assistant could not work with: entries of the wrong shape, ids that
stand for nothing, conditions over what nobody is asked. Checking proves the rest: the clauses
are in the handbook, and every condition works for whatever may be answered.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from governance.checking import clauses as in_clauses
from governance.checking import designs, ids, likely_mistakes, schema_errors, titles, trials
from governance.checking.doubtful import Doubtful
from governance.checking.finding import Finding, Place, Remark, is_within
from governance.checking.salvage import has_unnamed, salvage
from governance.checking.source import Source, read_source
from governance.checking.stray_tiers import check_tiers
from governance.errors import PolicyInvalidError
from governance.policy import Policy

__all__ = ["Finding", "check", "check_tiers", "policy_version", "read_policy"]


def read_policy(path: Path) -> Policy:
    """Read the policy at *path*.

    Raises:
        PolicyNotFoundError: If there is no such file.
        PolicyInvalidError: If the assistant could not work with what it says.
    """
    source = read_source(path)
    try:
        policy = Policy.model_validate(source.values)
    except ValidationError as error:
        found = (
            *source.repeated,
            *_locate(source, schema_errors.find_remarks(error, source.values)),
        )
        raise PolicyInvalidError(found) from error
    found = (*source.repeated, *_locate(source, ids.find_remarks(policy)))
    if found:
        raise PolicyInvalidError(found)
    return policy


def check(
    path: Path,
    clauses: Collection[str],
    *,
    unread: Collection[str] = (),
    owners: Collection[str] = (),
    texts: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Validate the policy at *path* against a handbook's *clauses*; returns all findings.

    Each mistake is found whatever others there are; what only follows from another one is left
    out. *unread* are the ids of pages that could not be read, whose clauses nobody knows;
    *owners* are those of the pages, each of whom should be a title, and *texts* the words of the
    clauses by their addresses.

    Raises:
        PolicyNotFoundError: If there is no such file.
    """
    try:
        source = read_source(path)
    except PolicyInvalidError as error:
        return error.findings
    remarks = tuple(_remarks(source.values, clauses, unread, owners, texts or {}))
    found = {*source.repeated, *map(source.finding, remarks)}
    return tuple(sorted(found, key=lambda each: (each.line, each.message)))


def policy_version(policy: Policy) -> str:
    """Return the policy's version with a hash that changes with its content."""
    content = json.dumps(policy.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return f"{policy.version}+{sha256(content.encode()).hexdigest()[:8]}"


def _remarks(
    values: object,
    clauses: Collection[str],
    unread: Collection[str],
    owners: Collection[str],
    texts: Mapping[str, str],
) -> Iterator[Remark]:
    """Run every check on the *values* of a policy, valid parts of an invalid one included."""
    replaced: frozenset[Place] = frozenset()
    try:
        policy = Policy.model_validate(values)
    except ValidationError as error:
        yield from schema_errors.find_remarks(error, values)
        salvaged = salvage(values, error)
        if salvaged is None:
            return
        policy, replaced = salvaged
    mentioned = tuple(ids.find_remarks(policy))
    doubtful = Doubtful(policy, {*replaced, *(each.place for each in mentioned)})
    for each in (
        *(each for each in mentioned if not has_unnamed(each.misses, replaced)),
        *in_clauses.find_remarks(policy, clauses, unread),
        *trials.find_remarks(policy, doubtful),
        *designs.find_remarks(policy, doubtful),
        *titles.find_remarks(policy, owners, texts, doubtful),
        *likely_mistakes.find_remarks(policy, doubtful),
    ):
        if not is_within(each.place, replaced):
            yield each


def _locate(source: Source, remarks: Iterable[Remark]) -> tuple[Finding, ...]:
    """Resolve *remarks* to findings with line numbers, in file order."""
    return tuple(sorted(map(source.finding, remarks), key=lambda each: each.line))
