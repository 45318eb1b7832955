"""Nothing is skipped silently where everything is tested."""

import pytest

MODULE = """
import pytest

def test_runs():
    pass

@pytest.mark.skipif(True, reason="there is no browser")
def test_marked():
    pass

@pytest.fixture
def browser():
    pytest.skip("there is no browser")

def test_by_fixture(browser):
    pass

@pytest.mark.xfail(reason="a known fault", strict=True)
def test_expected_to_fail():
    raise AssertionError
"""
WHOLE_MODULE = """
import pytest
pytest.skip("there is no browser", allow_module_level=True)
"""

PLUGINS = ("-p", "tests.fixtures.skips", "-p", "no:randomly", "-p", "no:asyncio")


@pytest.fixture
def tests(pytester: pytest.Pytester) -> pytest.Pytester:
    """Two small modules of tests, some of which cannot run."""
    pytester.makepyfile(test_some=MODULE, test_whole=WHOLE_MODULE)
    return pytester


def test_a_skip_fails_where_everything_is_tested(
    tests: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it is skipped; the report says why, and an expected failure is no skip."""
    monkeypatch.setenv("CI", "true")

    result = tests.runpytest_inprocess(*PLUGINS, "--continue-on-collection-errors", "--tb=no")

    assert result.parseoutcomes() == {"passed": 1, "errors": 3, "xfailed": 1}
    assert result.stdout.str().count("nothing may be skipped. Skipped: there is no browser") == 3


def test_a_skip_is_one_elsewhere(tests: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no browser can still run the rest."""
    monkeypatch.delenv("CI", raising=False)

    result = tests.runpytest_inprocess(*PLUGINS)

    assert result.parseoutcomes() == {"passed": 1, "skipped": 3, "xfailed": 1}
