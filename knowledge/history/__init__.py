"""Versions of pages as they were seen, and the handbook as of a day."""
