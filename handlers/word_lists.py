"""The lists of words that turns are held against, read before anybody waits for it."""

from itertools import islice

from governance import Policy
from handlers.ask.policy_answer import is_ruled
from handlers.intent import examples

SENTENCES_PER_MEANING = 4
"""How many example sentences of each meaning are read: enough to need every list there is."""


def read_word_lists(policy: Policy) -> None:
    """Build the patterns of the names in *policy* and of the word lists of all languages.

    They are built when first needed and kept; this takes about a second, during which the first
    turn, and every acknowledgement beside it, would wait.
    """
    for sentences in examples().values():
        step = max(1, len(sentences) // SENTENCES_PER_MEANING)
        for sentence in islice(sentences, 0, None, step):
            is_ruled(sentence, policy)
