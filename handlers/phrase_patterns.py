"""The patterns that turns are held against, compiled before anybody waits for it."""

from governance import Policy
from handlers.ask.policy_question import compile_question_patterns
from handlers.intent import ALONE, MEANINGS
from handlers.phrase_match import any_of
from handlers.wording import wording

FAMILIES = ("cancel-", "incident-", "intent-", "ruling-")
"""How the keys begin of what people say, as against what is said to them."""

_EXAMPLES = frozenset(f"intent-{label}" for label in MEANINGS if label not in dict(ALONE))
"""Whole sentences, which are compared by meaning and words alone."""


def compile_patterns(policy: Policy) -> None:
    """Compile the patterns of the names in *policy*, and once the phrases of all languages.

    They are compiled when first needed and kept, which takes about a second; the first turn, and
    every acknowledgement beside it, would wait for it.
    """
    policy.vocabulary  # noqa: B018 - it is compiled when it is first read
    for key in sorted(wording().keys - _EXAMPLES):
        if key.startswith(FAMILIES):
            any_of(key)
    compile_question_patterns()
