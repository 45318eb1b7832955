"""Pure functions over text: language, tokens, sentences, negation, numbers, quantities."""
