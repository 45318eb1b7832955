"""``policy.yaml`` as parsed YAML, with the line of each value.

Plain scalars stay strings until the model types them, so that ``on``, ``no`` and ``1.10``
are kept as written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from governance.checking.finding import Finding, Place, Remark
from governance.errors import PolicyInvalidError, PolicyNotFoundError

_SENTENCES = {
    "cannot start any token": "There is a tab or another character that YAML does not take here. "
    "Indent with spaces, and put texts that begin with a sign in quotes.",
    "mapping values are not allowed": "There is a colon where none belongs. Check the "
    "indentation, and put a text that contains a colon in quotes.",
    "quoted scalar": "A text in quotes is not closed.",
    "undefined alias": "A `*name` stands here for something that is not defined above. "
    "Put a text that begins with a star in quotes.",
    "block": "The indentation is not right here or just above.",
    "could not find expected ':'": "A colon is missing here or just above.",
    "but found another document": "The file has more than one part: take out the line `---`.",
}
"""What YAML's own words mean, by what they contain."""


_RESOLVERS = {
    first: [each for each in resolvers if each[0].endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
"""What plain values may be beside text: nothing at all, and ``<<``."""


class _PlainLoader(yaml.SafeLoader):
    """YAML loader without implicit types: every plain scalar is a string."""

    yaml_implicit_resolvers = _RESOLVERS


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed YAML file: its *values*, and the nodes with their lines.

    *repeated* lists duplicate keys; the last one is in *values*.
    """

    file: str
    values: object
    root: yaml.Node
    repeated: tuple[Finding, ...] = ()

    def finding(self, remark: Remark) -> Finding:
        """Resolve a *remark* to a finding with file and line."""
        return Finding(remark.severity, self.file, self._line(remark.place), remark.message)

    def _line(self, place: Place) -> int:
        """Return the line of *place*, or of the nearest enclosing node."""
        node, mark = self.root, self.root.start_mark
        for step in place:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                mark, node = pair[0].start_mark, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
                mark = node.start_mark
        return int(mark.line) + 1


def read_source(path: Path) -> Source:
    """Parse the YAML file at *path*.

    Raises:
        PolicyNotFoundError: If there is no file.
        PolicyInvalidError: If it is not YAML.
    """
    loader = _PlainLoader(_text(path))
    try:
        root = loader.get_single_node()
        if root is None:
            raise _invalid(path, 1, "The file is empty.")
        repeated = tuple(_repeated_keys(path, root))
        return Source(path.name, loader.construct_document(root), root, repeated)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _invalid(path, mark.line + 1 if mark else 1, _in_words(error)) from error
    except RecursionError as error:
        raise _invalid(path, 1, "The file is nested too deeply.") from error
    finally:
        loader.dispose()


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise PolicyNotFoundError(path) from error
    except UnicodeDecodeError as error:
        raise _invalid(path, 1, "The file is not UTF-8 text. Save it as UTF-8.") from error
    except OSError as error:
        raise _invalid(path, 1, "The file cannot be read. Check who may read it.") from error
    strange = tuple(yaml.reader.Reader.NON_PRINTABLE.finditer(text))
    if strange:
        raise PolicyInvalidError(tuple(_invisible(path, text, each) for each in strange))
    return text


def _invisible(path: Path, text: str, character: re.Match[str]) -> Finding:
    line = text.count("\n", 0, character.start()) + 1
    message = f"There is an invisible character, {character[0]!r}. Remove it."
    return Finding("error", path.name, line, message)


def _repeated_keys(path: Path, root: yaml.Node) -> Iterator[Finding]:
    """Find duplicate keys within a mapping; YAML keeps only the last."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or isinstance(node, yaml.ScalarNode):
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
            continue
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if first.setdefault(str(key.value), line) != line:
                message = f"`{key.value}` is here twice; the first is on line {first[key.value]}."
                yield Finding("error", path.name, line, message)
            waiting.append(value)


def _in_words(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context} {error.problem}"
    sentence = next((words for part, words in _SENTENCES.items() if part in said), None)
    return sentence or f"The file is not YAML: {error.problem}."


def _invalid(path: Path, line: int, message: str) -> PolicyInvalidError:
    return PolicyInvalidError((Finding("error", path.name, line, message),))
