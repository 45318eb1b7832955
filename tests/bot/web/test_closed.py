"""The page, where anybody may be anybody, is for whoever sits at this computer alone."""

import pytest

from tests.bot.conftest import Page


@pytest.mark.parametrize("path", ["/", "/api/me", "/handbook/welcome"])
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Forwarded", "for=203.0.113.7"),
        ("X-Forwarded-For", "203.0.113.7"),
        ("x-forwarded-for", "203.0.113.7"),
        ("Via", "1.1 proxy.example"),
    ],
)
async def test_what_a_proxy_passes_on_is_refused(
    page: Page, path: str, header: str, value: str
) -> None:
    """A proxy in front would let strangers be the governance lead."""
    status, _ = await page.get(path, **{header: value})

    assert status == 403
