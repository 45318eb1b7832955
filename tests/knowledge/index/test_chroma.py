"""The vector store: embedded, and as a server that several processes share."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge import Embedder, Handbook
from knowledge.errors import VectorsUnavailableError
from knowledge.index.chroma import ChromaVectors
from tests.fixtures.handbooks import LEAVE, TODAY

NAME = "guildmate-test"
ROWS = np.eye(4, dtype=np.float32)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server on this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    chroma = shutil.which("chroma", path=str(Path(sys.executable).parent)) or "chroma"
    command = [chroma, "run", "--host", "127.0.0.1", "--port", str(port), "--path"]
    command.append(str(tmp_path_factory.mktemp("chroma")))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        while process.poll() is None:
            with socket.socket() as caller:
                if caller.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(params=["embedded", "server"])
def vectors(request: pytest.FixtureRequest, tmp_path: Path, server: str) -> Iterator[ChromaVectors]:
    """Each kind of store in turn, with a collection in it."""
    store = ChromaVectors.at(tmp_path, server if request.param == "server" else None)
    store.fill(NAME, ["a", "b", "c", "d"], ["one", "one", "two", "two"], ROWS.__getitem__)
    yield store
    store.close()


def test_the_nearest_comes_first_and_hidden_pages_never(vectors: ChromaVectors) -> None:
    """They are left out before anything is ranked."""
    vector = np.asarray([0.9, 0.3, 0.2, 0.1], np.float32)

    assert vectors.nearest(NAME, vector, 3, hidden=()) == ["a", "b", "c"]
    assert vectors.nearest(NAME, vector, 3, hidden={"one"}) == ["c", "d"]


def test_a_collection_is_complete_or_made_anew(vectors: ChromaVectors) -> None:
    """What an earlier attempt left is no hindrance."""
    assert vectors.has(NAME, 4)
    assert not vectors.has(NAME, 5)
    vectors.fill(NAME, ["e"], ["three"], ROWS[:1].__getitem__)

    assert vectors.has(NAME, 1)
    vectors.drop(NAME)
    vectors.drop(NAME)
    assert not vectors.has(NAME, 1)
    with pytest.raises(VectorsUnavailableError):
        vectors.nearest(NAME, ROWS[0], 1, hidden=())


async def test_two_processes_share_a_server(
    server: str, folder: Path, tmp_path: Path, e5: Embedder
) -> None:
    """When one drops the index the other still uses, that one goes on answering."""
    first = Handbook(folder, home=tmp_path / "one", embedder=e5, chroma_url=server)
    second = Handbook(folder, home=tmp_path / "two", embedder=e5, chroma_url=server)
    await first.refresh()
    await second.refresh()
    (folder / "leave.md").write_text(LEAVE.replace("18 days", "20 days"), encoding="utf-8")
    await first.refresh()
    answer = await second.answer("How much may a hotel cost?", on=TODAY)
    await first.close()
    await second.close()

    assert answer.citations[0].clause == "travel#hotels"


async def test_without_its_server_the_handbook_searches_by_itself(
    folder: Path, tmp_path: Path, e5: Embedder
) -> None:
    """The index is complete all the same."""
    nowhere = "http://127.0.0.1:9"
    handbook = Handbook(folder, home=tmp_path / "home", embedder=e5, chroma_url=nowhere)
    report = await handbook.refresh()
    answer = await handbook.answer("berapa biaya hotel per malam?", on=TODAY)
    await handbook.close()

    assert report.mode == "hybrid"
    assert answer.citations[0].clause == "travel#hotels"


async def test_only_the_index_in_service_is_kept(
    folder: Path, tmp_path: Path, e5: Embedder
) -> None:
    """Former versions leave neither files nor collections."""
    handbook = Handbook(folder, home=tmp_path / "home", embedder=e5)
    for days in ("18", "20", "22"):
        text = LEAVE.replace("18 days", f"{days} days")
        (folder / "leave.md").write_text(text, encoding="utf-8")
        await handbook.refresh()
    versions = [each.name for each in (tmp_path / "home").glob("knowledge/*/*") if each.is_dir()]
    await handbook.close()
    kept = [name for name in versions if len(name) == 24]

    assert len(kept) == 1
