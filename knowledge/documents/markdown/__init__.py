"""Markdown, and what generators add to it, becomes a page."""
