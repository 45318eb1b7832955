"""Retrieval: a question becomes ranked passages, and a confidence that they answer it."""
