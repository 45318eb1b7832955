"""Fixtures that every test may use, where their files are kept, and which tests are slow."""

import os
from collections.abc import Iterable

import pytest
from hypothesis import settings

from tests.fixtures.places import quick_folder

pytest_plugins = [
    "pytester",
    "tests.fixtures.databases",
    "tests.fixtures.handbooks",
    "tests.fixtures.conversation",
    "tests.fixtures.models",
    "tests.fixtures.skips",
    "tests.fixtures.tour",
]

SLOW_FIXTURES = frozenset(
    {
        "browser",
        "free_port",  # for a server in a process of its own
        "kind_of_database",
        "npm",
        "plain_e5",
        "prepared_home",  # of a whole Guildmate, too
        "running",
        "server",
        "settings",  # of a whole Guildmate, that is started with them
        "small_model",
        "sqlite_template",
        "typed",  # a whole Guildmate on the command line
        "workers",
    }
)
"""What costs a database, a browser, a process, an embedder or a whole Guildmate."""

settings.register_profile("fast", max_examples=4)  # for `make fast`; all others try a hundred

if folder := quick_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)  # where pytest makes its tmp_path


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Mark each test as slow that uses a slow fixture; ``make fast`` leaves slow ones out."""
    for item in items:
        if not SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
