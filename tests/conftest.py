"""Fixtures that every test may use."""

pytest_plugins = [
    "tests.fixtures.databases",
    "tests.fixtures.handbooks",
    "tests.fixtures.conversation",
    "tests.fixtures.models",
]
