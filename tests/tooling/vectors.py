"""Make the vectors that come with the program: the starter handbook's and those of commands.

``make vectors`` runs this after the handbook, its notes or the examples of commands changed.
"""

import asyncio
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from handlers.intent import Intents
from knowledge import Embedder, Handbook
from knowledge.index.asks import ASKS
from knowledge.index.shipped_vectors import FOLDER, write_shipped
from knowledge.models.e5 import E5Embedder
from tests.fixtures.handbooks import MODELS, STARTER

KIB = 1024


async def prepare(home: Path, embedder: Embedder) -> dict[str, dict[bytes, np.ndarray]]:
    """Make the index and the examples in a new *home*; returns vectors by embedder id and key."""
    handbook = Handbook(STARTER, home=home, embedder=embedder)
    await handbook.refresh()
    await handbook.close()
    await Intents(embedder, home=home).prepare()
    found: dict[str, dict[bytes, np.ndarray]] = defaultdict(dict)
    with sqlite3.connect(home / "knowledge" / "embeddings.sqlite3") as store:
        for embedder_id, key, blob in store.execute(
            "SELECT embedder, content, vector FROM vectors"
        ):
            found[embedder_id][key] = np.frombuffer(blob, np.float16).astype(np.float32)
    return found


def main() -> None:
    """Write a file for each embedder id, and print how many vectors it has and its size."""
    embedder = E5Embedder(MODELS)
    for stale in FOLDER.glob("vectors-*.npz"):
        stale.unlink()
    with TemporaryDirectory() as home:
        made = asyncio.run(prepare(Path(home), embedder))
    for embedder_id, rows in made.items():
        coarse = embedder_id.endswith(f"/{ASKS}")
        file = write_shipped(embedder_id, list(rows), np.stack(list(rows.values())), coarse=coarse)
        size = file.stat().st_size / KIB
        sys.stdout.write(f"{embedder_id}: {len(rows)} vectors, {size:.0f} KiB\n")


if __name__ == "__main__":
    main()
