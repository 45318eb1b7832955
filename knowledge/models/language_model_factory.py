"""Factory of the configured language model, and its health check."""

import asyncio
from contextlib import aclosing

from knowledge.models.language_model import (
    MODEL_TIMEOUT_S,
    Fallback,
    LanguageModel,
    Message,
    ModelTroubleError,
)


def language_model(
    name: str | None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    timeout_s: float = MODEL_TIMEOUT_S,
    judge: str | None = None,
) -> LanguageModel | None:
    """Create the configured language model; without a name none is ever called."""
    if not name:
        return None
    from knowledge.models.openai_client import EndpointModel  # noqa: PLC0415 - it takes a second

    return EndpointModel(name, base_url=base_url, api_key=api_key, timeout_s=timeout_s, judge=judge)


async def check_model(model: LanguageModel) -> Fallback | None:
    """Request one word of *model*, close it, and return what went wrong, if anything."""
    asked = [Message("user", "Answer with the one word yes.")]
    try:
        async with asyncio.timeout(model.timeout_s), aclosing(model.write(asked)) as pieces:
            async for _ in pieces:
                pass
    except TimeoutError:
        return "slow"
    except ModelTroubleError as error:
        return error.trouble
    finally:
        await model.close()
    return None
