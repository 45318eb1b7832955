"""The word lists are read before somebody waits for it."""

from governance import read_policy
from handlers import read_word_lists
from handlers.ask.policy_answer import is_ruled
from handlers.phrase_match import any_of
from tests.fixtures.handbooks import STARTER


def test_no_turn_builds_a_list_that_was_read() -> None:
    """The first turn finds every pattern built, which takes long."""
    any_of.cache_clear()
    policy = read_policy(STARTER / "policy.yaml")
    read_word_lists(policy)
    built = any_of.cache_info().misses
    for question in ("May Zapier see salaries?", "bot saya salah kirim ke pelanggan lain", "ขอบคุณ"):
        is_ruled(question, policy)
    assert built
    assert any_of.cache_info().misses == built
