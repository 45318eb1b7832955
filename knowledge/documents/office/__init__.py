"""Office files: Word documents and presentations, read from the XML inside them."""
