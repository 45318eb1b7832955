"""The vector store: which passages are nearest to a question. The only importer of chromadb."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.api.types import Where
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from knowledge.errors import VectorsUnavailableError
from knowledge.models.embedder import Vector

HNSW: CreateHNSWConfiguration = {
    "space": "ip",
    "max_neighbors": 32,
    "ef_construction": 300,
    "ef_search": 600,
}
"""Parameters of the HNSW graph; `make bench` measures their recall."""


class ChromaVectors:
    """Passage vectors in Chroma: one collection for each version of the index."""

    def __init__(self, client: ClientAPI) -> None:
        self._client = client

    @classmethod
    def at(cls, folder: Path, url: str | None) -> Self:
        """Open the store in *folder*, or the server at *url* if there is one."""
        settings = Settings(anonymized_telemetry=False)
        with _translate_errors():
            if url is None:
                folder.mkdir(parents=True, exist_ok=True)
                return cls(chromadb.PersistentClient(str(folder), settings=settings))
            where = urlsplit(url)
            is_secure = where.scheme == "https"
            port = where.port or (443 if is_secure else 8000)
            host = where.hostname or "localhost"
            return cls(chromadb.HttpClient(host, port, ssl=is_secure, settings=settings))

    def has(self, version: str, size: int) -> bool:
        """Return whether the collection of a *version* is complete."""
        with _translate_errors():
            try:
                return self._client.get_collection(version).count() == size
            except NotFoundError:
                return False

    def fill(
        self,
        version: str,
        ids: Sequence[str],
        pages: Sequence[str],
        vectors: Callable[[slice], Vector],
    ) -> None:
        """Create the collection of a *version*, replacing an incomplete one.

        *vectors* gives those of some passages.
        """
        self.drop(version)
        with _translate_errors():
            collection = self._client.create_collection(
                version, configuration={"hnsw": HNSW}, embedding_function=None
            )
            most = self._client.get_max_batch_size()
            for start in range(0, len(ids), most):
                part = slice(start, start + most)
                collection.add(
                    ids=list(ids[part]),
                    embeddings=vectors(part),
                    metadatas=[{"page": page} for page in pages[part]],
                )

    def nearest(
        self, version: str, vector: Vector, most: int, *, hidden: Collection[str]
    ) -> list[str]:
        """Return the ids of at most *most* passages nearest to *vector*, none of *hidden* pages."""
        with _translate_errors():
            collection = self._client.get_collection(version, embedding_function=None)
            others = cast("Where", {"page": {"$nin": list(hidden)}})  # a list of str is one
            found = collection.query(
                query_embeddings=vector[np.newaxis],
                n_results=most,
                where=others if hidden else None,
                include=[],
            )
            return found["ids"][0]

    def drop(self, version: str) -> None:
        """Delete the collection of a *version*, if there is one."""
        with _translate_errors():
            try:
                self._client.delete_collection(version)
            except NotFoundError:
                return

    def close(self) -> None:
        """Close the client and its connections."""
        if isinstance(self._client, Client):  # both kinds are; their common type does not say so
            # Chroma leaves its connections to a server open, and those of its inner client too.
            inner = getattr(self._client, "_admin_client", None)
            servers = [getattr(each, "_server", None) for each in (self._client, inner)]
            self._client.close()
            for session in (getattr(server, "_session", None) for server in servers):
                if session is not None:
                    session.close()


@contextmanager
def _translate_errors() -> Iterator[None]:
    """Translate whatever Chroma or its transport raises into `VectorsUnavailableError`."""
    try:
        yield
    except Exception as error:  # chromadb lets the errors of its transports through
        raise VectorsUnavailableError(type(error).__name__) from error
