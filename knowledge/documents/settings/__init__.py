"""Settings of a page: in front matter, at the top of a file, or in a file beside it."""
