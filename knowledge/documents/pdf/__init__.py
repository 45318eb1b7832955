"""PDF: lines, rules and pictures of its pages become paragraphs, lists and tables."""
