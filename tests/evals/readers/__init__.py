"""Compares the project's readers of documents with other libraries, file by file."""
