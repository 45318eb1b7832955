"""What the tests of Teams need from elsewhere: a browser, and what npm brought."""

import os

import pytest

from tests.browser.conftest import browser
from tests.teams.rendering import MODULES

__all__ = ["browser"]


@pytest.fixture(scope="session")
def npm() -> None:
    """See that there is what cards and manifests are held against; without npm, say so."""
    if not MODULES.is_dir():
        said = f"`make install` brings {MODULES} where there is npm"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(said)
