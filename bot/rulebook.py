"""The handbook's folder as one thing: pages and policy proved to agree, and changes noticed."""

from hashlib import sha256
from importlib.resources import files
from os import fsencode
from pathlib import Path

from bot.errors import HandbookBrokenError
from governance import Finding, Policy, check, read_policy
from knowledge import Reading, proofread, read_folder

POLICY = "policy.yaml"


def starter() -> Path:
    """The handbook that comes with Guildmate."""
    return Path(str(files("knowledge") / "handbook"))


def findings_in(folder: Path, *, home: Path | None = None) -> tuple[Finding, ...]:
    """Find everything that is wrong in *folder*, in its pages first and then in its policy.

    What was read before is taken from the index under *home*.

    Raises:
        HandbookNotFoundError: If there is no such folder.
        PolicyNotFoundError: If there is no policy in it.
    """
    reading = read_folder(folder, home=home)
    owners = {page.owner for page in reading.pages}
    texts = {
        clause: section.text
        for page in reading.pages
        for clause, section in zip(page.clauses, page.sections, strict=True)
    }
    in_policy = check(
        folder / POLICY, _clauses(reading), unread=reading.unread, owners=owners, texts=texts
    )
    return (*_in_pages(reading), *in_policy)


def findings_in_pages(folder: Path, *, home: Path | None = None) -> tuple[Finding, ...]:
    """Find everything that is wrong in the pages of *folder*, whatever its policy is like.

    Raises:
        HandbookNotFoundError: If there is no such folder.
    """
    return _in_pages(read_folder(folder, home=home))


def _in_pages(reading: Reading) -> tuple[Finding, ...]:
    return tuple(
        Finding(found.severity, found.file, found.line, found.message)
        for found in proofread(reading)
    )


def read_proved_policy(folder: Path, *, home: Path | None = None) -> Policy:
    """Read the policy in *folder*, provided that it agrees with the pages beside it.

    What was read before is taken from the index under *home*.

    Raises:
        HandbookNotFoundError: If there is no such folder.
        PolicyNotFoundError: If there is no policy in it.
        HandbookBrokenError: If the policy has mistakes.
    """
    found = check(folder / POLICY, _clauses(read_folder(folder, home=home)))
    errors = tuple(finding for finding in found if finding.severity == "error")
    if errors:
        raise HandbookBrokenError(folder, errors)
    return read_policy(folder / POLICY)


def read_checked_policy(folder: Path, *, home: Path | None = None) -> Policy:
    """Read the policy in *folder*, provided that ``guildmate check`` finds no error at all.

    What was read before is taken from the index under *home*.

    Raises:
        HandbookNotFoundError: If there is no such folder.
        PolicyNotFoundError: If there is no policy in it.
        HandbookBrokenError: If a page or the policy has mistakes.
    """
    errors = errors_in(folder, home=home)
    if errors:
        raise HandbookBrokenError(folder, errors)
    return read_policy(folder / POLICY)


def errors_in(folder: Path, *, home: Path | None = None) -> tuple[Finding, ...]:
    """Find what ``guildmate check`` fails for in *folder*.

    What was read before is taken from the index under *home*.

    Raises:
        HandbookNotFoundError: If there is no such folder.
        PolicyNotFoundError: If there is no policy in it.
    """
    return tuple(found for found in findings_in(folder, home=home) if found.severity == "error")


def _clauses(reading: Reading) -> frozenset[str]:
    return frozenset(clause for page in reading.pages for clause in page.clauses)


def fingerprint(folder: Path) -> str:
    """Tell in a few characters what the files in *folder* are, without reading them."""
    mark = sha256()
    for file in sorted(folder.rglob("*")):
        try:
            about = file.stat()
        except OSError:
            continue  # removed while we looked, or a link to itself: nothing that could be read
        mark.update(fsencode(file.relative_to(folder)))
        mark.update(f" {about.st_mtime_ns} {about.st_size}\n".encode())
    return mark.hexdigest()
