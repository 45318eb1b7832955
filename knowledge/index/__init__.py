"""Passages and their lexical and vector indexes, built, stored and loaded."""
