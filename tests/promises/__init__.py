"""What the starter handbook promises, and the tests that hold it."""
