"""Blocks and views as Slack's own types have them: the schema is made from ``@slack/types``.

It tells what the SDK for Python passes over: fields that nobody knows, and kinds in wrong places.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import fastjsonschema

NPM = Path(__file__).parents[1] / "npm"
MODULES = NPM / "node_modules"
SCHEMA = MODULES / "schema.json"

JSON = Mapping[str, Any]


@cache
def is_there() -> bool:
    """Tell whether ``make test`` brought the types; where everything is tested, they must be."""
    found = MODULES.is_dir() and bool(shutil.which("node"))
    assert found or os.environ.get("CI") != "true", f"`make test` brings {MODULES}"
    return found


@cache
def definitions() -> dict[str, Any]:
    """Make the schema once, and read it."""
    if not SCHEMA.exists():
        unfinished = SCHEMA.with_name(f"{uuid4().hex}.json")
        subprocess.run(  # noqa: S603 - what the lock file names
            [
                str(shutil.which("node")),
                "node_modules/ts-json-schema-generator/bin/ts-json-schema-generator.js",
                "--path=node_modules/@slack/types/dist/index.d.ts",
                "--type=*",
                "--no-type-check",
                f"--out={unfinished}",
            ],
            cwd=NPM,
            check=True,
            timeout=120,
        )
        unfinished.replace(SCHEMA)
    made: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))["definitions"]
    return made


@cache
def blocks() -> dict[str, str]:
    """Name the type of each kind of block."""
    named = (each["$ref"].rpartition("/")[2] for each in definitions()["KnownBlock"]["anyOf"])
    return {kind: name for name in named for kind in _kinds(definitions()[name])}


def _kinds(definition: JSON) -> set[str]:
    """Name the kinds that a definition is of, which may be one of several."""
    return {each["properties"]["type"]["const"] for each in definition.get("anyOf", (definition,))}


@cache
def _compiled(name: str) -> Callable[[JSON], JSON]:
    schema = {"$ref": f"#/definitions/{name}", "definitions": definitions()}
    compiled: Callable[[JSON], JSON] = fastjsonschema.compile(schema, use_default=False)
    return compiled


def block_faults(block: JSON) -> Iterator[str]:
    """Say what of a *block* is not as Slack's types have it."""
    if not is_there():
        return
    name = blocks().get(str(block.get("type")))
    if name is None:
        yield f"no block of Slack's: {block.get('type')}"
    else:
        yield from _faults(name, block)


def view_faults(view: JSON) -> Iterator[str]:
    """Say what of a *view* is not as Slack's types have it; its blocks are looked at by themselves.

    Most of a view is the union of every block, of which a schema can say no more than "no".
    """
    if not is_there():
        return
    name = {"modal": "ModalView", "home": "HomeView"}.get(str(view.get("type")))
    if name is None:
        yield f"no view of Slack's: {view.get('type')}"
        return
    yield from _faults(name, {**view, "blocks": []})
    for block in view.get("blocks", ()):
        yield from block_faults(block)


def _faults(name: str, part: JSON) -> Iterator[str]:
    try:
        _compiled(name)(part)
    except fastjsonschema.JsonSchemaValueException as error:
        yield f"not as {name}: {error.message[:200]}"
