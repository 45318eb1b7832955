"""``policy.yaml`` read and proved: what is wrong with it, line by line, in plain words.

Reading refuses what the assistant could not work with: entries of the wrong shape, ids that
stand for nothing, conditions over what nobody is asked. Checking proves the rest: the clauses
are in the handbook, and every condition works for whatever may be answered.
"""

import json
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from governance.checking import clauses as in_clauses
from governance.checking import habits, mentions, shape, trials
from governance.checking.finding import Finding, Remark
from governance.checking.source import Source, read_source
from governance.errors import PolicyInvalidError
from governance.policy import Policy

__all__ = ["Finding", "check", "policy_version", "read_policy"]


def read_policy(path: Path) -> Policy:
    """Read the policy at *path*.

    Raises:
        PolicyNotFoundError: If there is no such file.
        PolicyInvalidError: If the assistant could not work with what it says.
    """
    source = read_source(path)
    policy = _shaped(source)
    found = _located(source, mentions.remarks(policy))
    if found:
        raise PolicyInvalidError(found)
    return policy


def check(path: Path, clauses: Collection[str]) -> tuple[Finding, ...]:
    """Find everything that is wrong with the policy at *path*, beside a handbook's *clauses*.

    Raises:
        PolicyNotFoundError: If there is no such file.
    """
    try:
        source = read_source(path)
        policy = _shaped(source)
    except PolicyInvalidError as error:
        return error.findings
    mentioned = tuple(mentions.remarks(policy))
    tried = () if mentioned else (*trials.remarks(policy), *habits.remarks(policy))
    return _located(source, (*mentioned, *in_clauses.remarks(policy, clauses), *tried))


def policy_version(policy: Policy) -> str:
    """Name what the policy says: its version, and a mark that changes with its content."""
    content = json.dumps(policy.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return f"{policy.version}+{sha256(content.encode()).hexdigest()[:8]}"


def _shaped(source: Source) -> Policy:
    try:
        return Policy.model_validate(source.values)
    except ValidationError as error:
        found = _located(source, shape.remarks(error, source.values))
        raise PolicyInvalidError(found) from error


def _located(source: Source, remarks: Iterable[Remark]) -> tuple[Finding, ...]:
    """Give *remarks* their lines, and put them in the order of the file."""
    return tuple(sorted(map(source.finding, remarks), key=lambda each: each.line))
