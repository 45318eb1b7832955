"""The parts of the reader of Excel workbooks: the packed file, its cells, and how numbers show."""
