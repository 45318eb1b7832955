"""The patterns are compiled before somebody waits for it."""

from pathlib import Path

import pytest

from governance import read_policy
from handlers import Intents, compile_patterns
from handlers.ask.policy_answer import is_ruled
from handlers.ask.policy_question import _any_of_words, _frames
from handlers.phrase_match import any_of
from tests.fixtures.handbooks import STARTER

SENTENCES = (
    "May Zapier see salaries?",
    "bot saya salah kirim ke pelanggan lain",
    "ขอบคุณมากนะครับ",
    "cancel my booking",
    "don't book anything",
    "thanks ah, you saved my day",
    "dạ vâng ạ",
    "this is useless, let me talk to a human",
    "and in Gemini?",
    "I built a bot that reads invoices",
)


@pytest.mark.parametrize("cached", [any_of, _any_of_words, _frames])
async def test_no_turn_compiles_a_pattern(tmp_path: Path, cached: object) -> None:
    """Whatever is said first finds every pattern there, which takes long to compile."""
    for each in (any_of, _any_of_words, _frames):
        each.cache_clear()
    policy = read_policy(STARTER / "policy.yaml")
    intents = Intents(None, home=tmp_path)
    compile_patterns(policy)
    compiled = cached.cache_info().misses  # type: ignore[attr-defined]
    for sentence in SENTENCES:
        await intents.meaning(sentence)
        is_ruled(sentence, policy, ("May I put salaries into Zapier?",))

    assert compiled
    assert cached.cache_info().misses == compiled  # type: ignore[attr-defined]
