"""Files on the page: handed in by whoever is here, given to whoever may have them; and options."""

from io import BytesIO
from uuid import uuid4

import pytest

from bot import clock
from bot.app import App
from bot.web.identity import COOKIE
from governance import MAX_FILE_BYTES, Registration, assess
from tests.bot.conftest import Page
from tests.handlers.registering import INVOICES

PDF = b"%PDF-1.7 ten cases"
NASTY = 'a "b"\r\nX-Evil: 1;é.pdf'


async def sent(
    page: Page, content: bytes, name: str = "tests.pdf", **headers: str
) -> tuple[int, str]:
    """Send a file as the page does."""
    known = {"Origin": page.address, "Content-Type": "application/octet-stream", **headers}
    async with page.session.post(
        f"{page.address}/api/files", params={"name": name}, data=BytesIO(content), headers=known
    ) as response:
        body = await response.json()
        return response.status, str(body.get("value", body.get("error")))


async def added(app: App, page: Page, name: str = "tests.pdf") -> str:
    """Add a file to a solution of Ben's, and give its key."""
    _, key = await sent(page, PDF, name)
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        solution, _ = await records.registry.register(
            "k",
            Registration(
                "Invoices",
                "Reads them",
                INVOICES,
                assess(app.assistant.policy, INVOICES),
                app.assistant.policy,
                "1",
            ),
            owner=ben,
            at=clock.now(),
        )
        await records.evidence.add(solution, "test-record", [key], by=ben, at=clock.now())
    return key


async def test_a_file_is_given_to_be_saved_and_never_to_be_shown(app: App, page: Page) -> None:
    """Whatever it is called, and whatever a browser would like to make of it."""
    key = await added(app, page, NASTY)
    async with page.session.get(f"{page.address}/evidence/{key}") as response:
        content, headers = await response.read(), response.headers

    assert content == PDF
    assert headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''a%20bX-Evil%201%3B%C3%A9.pdf"
    )
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "X-Evil" not in headers


@pytest.mark.parametrize(
    ("key", "status"), [("ben", 200), ("arun", 200), ("mei", 200), ("sari", 404)]
)
async def test_only_who_may_read_the_solution_gets_it(
    app: App, page: Page, key: str, status: int
) -> None:
    """The owner, reviewers and leads; to all others it is not there."""
    file = await added(app, page)
    page.session.cookie_jar.update_cookies({COOKIE: key})
    got, said = await page.get(f"/evidence/{file}")

    assert got == status
    assert ("Berkas itu tidak ada di sini" in said) == (status == 404)


async def test_what_was_not_added_is_given_to_nobody(page: Page) -> None:
    """Nor is what never was."""
    _, key = await sent(page, PDF)

    assert (await page.get(f"/evidence/{key}"))[0] == 404
    assert (await page.get(f"/evidence/{uuid4().hex}"))[0] == 404
    assert (await page.get("/evidence/../../etc/passwd"))[0] == 404


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "tests.pdf", "refused/empty/tests.pdf"),
        (b"x" * (MAX_FILE_BYTES + 1), "tests.pdf", "refused/too-large/tests.pdf"),
        (b"MZ", "tests.exe", "refused/of-another-kind/tests.exe"),
        (b"<p>", "", "refused/of-another-kind/-"),
    ],
    ids=["empty", "large", "kind", "nameless"],
)
async def test_what_is_not_taken_has_its_reason(
    page: Page, content: bytes, name: str, said: str
) -> None:
    """Which the form says in words."""
    assert await sent(page, content, name) == (200, said)


async def test_no_other_page_hands_anything_in(page: Page) -> None:
    """Nor more than any file could be, nor anything that is no file."""
    assert (await sent(page, PDF, Origin="http://evil.example"))[0] == 403
    assert (await sent(page, PDF, **{"Content-Type": "application/json"}))[0] == 415
    assert (await sent(page, PDF, **{"Content-Length": str(2**30)}))[0] == 413


async def test_options_are_looked_up(app: App, page: Page) -> None:
    """Those that whoever is here may choose."""
    await added(app, page)
    _, tools = await page.get("/api/options?source=tools&q=zap")
    _, own = await page.get("/api/options?source=solutions&q=invoice")
    page.session.cookie_jar.update_cookies({COOKIE: "sari"})
    _, others = await page.get("/api/options?source=solutions&q=invoice")

    assert tools["options"][0] == ["zapier", "Zapier"]
    assert own["options"] == [["SOL-0001", "SOL-0001 · Invoices"]]
    assert others["options"] == []
