"""History: versions of pages as they were observed, and the handbook as of a day."""
