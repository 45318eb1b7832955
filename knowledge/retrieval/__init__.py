"""A question becomes ranked passages, and how sure that ranking is."""
