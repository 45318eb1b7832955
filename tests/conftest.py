"""Fixtures that every test may use, and where their files are kept."""

import os

from tests.fixtures.places import quick_folder

pytest_plugins = [
    "tests.fixtures.databases",
    "tests.fixtures.handbooks",
    "tests.fixtures.conversation",
    "tests.fixtures.models",
    "tests.fixtures.tour",
]

if folder := quick_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)  # where pytest makes its tmp_path
