"""Writes the comparison down: a table by corpus and kind, and the worst files."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.evals.readers.measure import BOTH, OTHERS, Row
from tests.evals.readers.measures import Comparison

KEPT_SHARE = 0.95
"""A file of which fewer words are kept is counted apart."""

FEW_WORDS = 20
"""A file that is skipped is of interest where another reader finds as many."""

MAX_WORST = 40
"""How many files of a kind the list of the worst names."""

_GROUPS = {"markdown": "text", "csv": "text"}
_HEAD = (
    "| Corpus | Kind | Files | Read | Against | Words kept | Files below .95 (without a report) "
    f"| Pairs kept | In order | Items kept | Tables kept | Tables only ours |\n|{'---|' * 12}"
)


def render_table(rows: Sequence[Row]) -> str:
    """Render a line for each corpus, kind and other reader, then all corpora, then the reasons."""
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind in OTHERS:
            groups[row.corpus, row.kind].append(row)
            groups["all", row.kind].append(row)
    names = sorted(groups, key=lambda each: (each[0] == "all", each))
    lines = [line for name in names for line in _lines(*name, groups[name])]
    return "\n".join([_HEAD, *lines, "", *_reasons(rows)])


def _lines(corpus: str, kind: str, rows: Sequence[Row]) -> Iterable[str]:
    read = [row for row in rows if not row.reason]
    for name in [*OTHERS[kind], BOTH]:
        compared = [row for row in read if name in row.against]
        if not compared:
            continue
        found = [row.against[name] for row in compared]
        low = [row for row in compared if _share_kept(row.against[name]) < KEPT_SHARE]
        silent = sum(not row.omissions for row in low)
        figures = [
            _kept(found, "kept", "words"),
            f"{len(low)} ({silent})" if low else "0",
            _kept(found, "kept_pairs", "pairs"),
            _kept(found, "ordered", "common"),
            _kept(found, "kept_items", "items"),
            _kept(found, "kept_tables", "tables"),
            str(sum(each.extra_tables for each in found)),
        ]
        cells = [corpus, kind, str(len(rows)), str(len(read)), name, *figures]
        yield f"| {' | '.join(cells)} |"


def _reasons(rows: Sequence[Row]) -> Iterable[str]:
    yield "| Skipped because | Files | Of these, another reader finds 20 words |\n|---|---|---|"
    counted = Counter(row.reason for row in rows if row.reason)
    for reason, count in counted.most_common():
        found = sum(row.found >= FEW_WORDS for row in rows if row.reason == reason)
        yield f"| {reason} | {count} | {found or '-'} |"


def _kept(found: Iterable[Comparison], kept: str, whole: str) -> str:
    all_of, part = 0, 0
    for each in found:
        all_of += getattr(each, whole)
        part += getattr(each, kept)
    if not all_of:
        return "-"
    few = f" of {all_of}" if whole in {"items", "tables"} else ""
    return f"{part / all_of:.3f}".replace("0.", ".", 1) + few


def _share_kept(each: Comparison) -> float:
    return each.kept / each.words if each.words else 1.0


def write_worst(rows: Sequence[Row], folder: Path) -> None:
    """Write ``worst_<kind>.md`` into *folder*: the files that lose most, and what they lose."""
    folder.mkdir(parents=True, exist_ok=True)
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[_GROUPS.get(row.kind, row.kind)].append(row)
    for kind, found in groups.items():
        lines = [f"# Worst {kind} files\n", *_skips(found), *_losses(found), *_torn(found)]
        (folder / f"worst_{kind}.md").write_text("\n".join(lines), encoding="utf-8")


def _skips(rows: Sequence[Row]) -> Iterable[str]:
    yield "## Skipped, though another reader finds words\n"
    for row in sorted(rows, key=lambda each: -each.found):
        if row.reason and row.found >= FEW_WORDS:
            yield f"- {row.corpus}/{row.file}: {row.reason}; {row.found} words"


def _losses(rows: Sequence[Row]) -> Iterable[str]:
    yield "\n## Words lost\n"
    scored = [(_surest(row), row) for row in rows if row.against]
    scored = [each for each in scored if each[0][1].kept < 0.99 * each[0][1].words]
    for (name, each), row in sorted(scored, key=lambda one: _share_kept(one[0][1]))[:MAX_WORST]:
        runs = "; ".join(f"“{run}”" for run in row.missing[name])
        yield f"- {row.corpus}/{row.file}, against {name}: {each.kept} of {each.words} words"
        yield f"  - missing {runs}"
        yield f"  - reported: {'; '.join(row.omissions) or 'nothing'}"


def _surest(row: Row) -> tuple[str, Comparison]:
    """Return the comparison that has the least noise in it."""
    name = BOTH if BOTH in row.against else next(iter(row.against))
    return name, row.against[name]


def _torn(rows: Sequence[Row]) -> Iterable[str]:
    """Yield the files whose order, items or tables differ."""
    measured = [(row, name, each) for row in rows for name, each in row.against.items()]
    faults: dict[str, Callable[[Comparison], int]] = {
        "Out of order (columns mixed)": lambda each: each.common - each.ordered,
        "List items lost": lambda each: each.items - each.kept_items,
        "Tables lost": lambda each: each.tables - each.kept_tables,
        "Tables that only ours finds": lambda each: each.extra_tables,
    }
    for title, count in faults.items():
        yield f"\n## {title}\n"
        worst = sorted(measured, key=lambda each: -count(each[2]))[:MAX_WORST]
        for row, name, each in worst:
            if count(each) > 0:
                yield f"- {row.corpus}/{row.file}: {count(each)}, against {name} ({each})"
