"""The server in front of the page: what it lets in, what it tells, and what it never says."""

import asyncio
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import clock
from bot.app import App, open_app
from bot.chat.single_flight import SingleFlight
from bot.demo import PEOPLE
from bot.errors import CannotStartError
from bot.rulebook import starter
from bot.server import serving
from bot.settings import Settings
from bot.web.guard import MAX_BODY_BYTES, guard_with
from governance import Database, DatabaseUnreachableError
from handlers.reply import Reply
from handlers.wording import wording
from tests.bot.conftest import Page

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


async def test_the_page_comes_with_a_strict_policy(page: Page) -> None:
    """Nothing inline, nothing from elsewhere, in no frame."""
    async with page.session.get(page.address) as response:
        headers, html = response.headers, await response.text()

    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "{{" not in html


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8075", "127.0.0.1.evil.example", "["]
)
async def test_another_name_for_this_computer_is_refused(page: Page, host: str) -> None:
    """A page elsewhere cannot reach us by a name that it makes point here."""
    status, said = await page.get("/api/me", Host=host)

    assert (status, said) == (
        403,
        {"error": "This page answers only on this computer's own address."},
    )


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1"])
async def test_another_page_cannot_send_anything(page: Page, origin: str) -> None:
    """Neither can one that says nothing of where it is."""
    turn = {"kind": "said", "text": "/register", "id": str(uuid4()), "conversation": str(uuid4())}
    status, said = await page.post("/api/turns", turn, Origin=origin)

    assert (status, said["error"]) == (403, "This was sent from another page, so nothing was done.")


async def test_a_form_of_another_page_cannot_pass_for_a_turn(page: Page) -> None:
    """Only what a script of our own page sends is JSON."""
    async with page.session.post(
        f"{page.address}/api/turns", data="{}", headers={"Origin": page.address}
    ) as response:
        assert response.status == 415


async def test_a_body_that_is_too_large_is_refused_in_words(page: Page) -> None:
    """Whether it says how large it is or not."""

    async def pour() -> Any:
        for _ in range(MAX_BODY_BYTES // 1024 + 2):
            yield b"x" * 1024

    large = await page.post("/api/turns", {"text": "x" * MAX_BODY_BYTES})
    headers = {"Origin": page.address, "Content-Type": "application/json"}
    async with page.session.post(
        f"{page.address}/api/turns", data=pour(), headers=headers
    ) as response:
        poured = response.status, await response.json()

    assert large[0] == poured[0] == 413
    assert "256 KB" in large[1]["error"]
    assert "256 KB" in poured[1]["error"]


async def test_nonsense_is_refused_in_words(page: Page) -> None:
    """In the language of whoever sent it, and without a stack of anything."""
    await page.post("/api/identity", {"person": "ben"})
    status, said = await page.post("/api/turns", {"kind": "shouted"})

    assert status == 400
    assert said == {
        "error": "The page sent something I cannot read. Please reload it and try again."
    }


async def test_an_unknown_path_is_a_sentence(page: Page) -> None:
    """JSON for scripts, a page for people."""
    assert await page.get("/api/nothing") == (404, {"error": "There is no such page."})

    status, html = await page.get("/wp-login.php")

    assert status == 404
    assert "There is no such page." in html


@pytest.mark.parametrize(
    "path", ["/static/../shell.py", "/static/%2e%2e/shell.py", "/static/..%2fshell.py"]
)
async def test_no_file_but_the_pages_own_is_served(page: Page, path: str) -> None:
    """Whatever the address is dressed up as."""
    status, _ = await page.get(path)

    assert status in {403, 404}


async def test_a_crash_is_a_sentence_with_a_reference() -> None:
    """Nobody sees what broke; the log does."""

    async def broken(_request: web.Request) -> web.Response:
        raise RuntimeError("the password is swordfish")

    served = web.Application(middlewares=[guard_with()])
    served.add_routes([web.get("/api/broken", broken), web.get("/broken", broken)])
    async with TestClient(TestServer(served)) as client:
        response = await client.get("/api/broken")
        said = await response.json()
        html = await (await client.get("/broken")).text()

    assert response.status == 500
    assert "quote" in said["error"]
    assert "swordfish" not in said["error"] + html
    assert "Traceback" not in html


async def test_it_tells_that_it_is_alive_and_ready(page: Page) -> None:
    """For whoever starts it and waits."""
    assert await page.get("/healthz") == (200, {"alive": True})

    status, ready = await page.get("/readyz")

    assert status == 200
    assert (ready["ready"], ready["database"], ready["handbook"]["mode"]) == (True, True, "lexical")


async def test_it_is_not_ready_without_its_database(settings: Settings, tmp_path: Path) -> None:
    """A lost database is told, not guessed from failing turns."""
    lost = Database.at(f"sqlite:///{tmp_path / 'nowhere' / 'guildmate.db'}")
    async with open_app(settings) as app:
        lame = App(app.settings, app.folder, lost, app.handbook, app.assistant, app.flights)
        async with serving(lame, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
            status, ready = await Page(session, f"http://127.0.0.1:{port}").get("/readyz")
        await lost.close()

    assert (status, ready["database"]) == (503, False)


async def test_a_question_is_answered_from_the_handbook(page: Page) -> None:
    """With sources that open in the reader of the same page."""
    reply = await page.say("May I put customer data into ChatGPT?")
    sources = next(block for block in reply["blocks"] if block["kind"] == "sources")["sources"]
    path = sources[0]["path"].partition("#")[0]

    assert sources[0]["n"] == 1
    assert (await page.get(f"/api{path}"))[0] == 200


async def test_a_turn_that_arrives_twice_is_answered_once(app: App, page: Page) -> None:
    """Two at the same moment, and one more later: one question, one answer."""
    await page.post("/api/identity", {"person": "ben"})
    same = str(uuid4())
    first, second = await asyncio.gather(
        page.say("Who reviews a solution?", id_=same), page.say("Who reviews a solution?", id_=same)
    )
    third = await page.say("Who reviews a solution?", id_=same)
    async with app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        asked = await records.questions.list_recent(
            ben, f"web:{ben.id}-{page.conversation}", since=LONG_AGO
        )

    assert first == second == third
    assert len(asked) == 1


async def test_one_can_be_anybody(page: Page) -> None:
    """The page says who it is by a cookie that no script reads and no other page sends."""
    status, me = await page.get("/api/me")
    everyone = [person["key"] for person in me["people"]]
    async with page.session.post(
        f"{page.address}/api/identity", json={"person": "mei"}, headers={"Origin": page.address}
    ) as response:
        cookie = response.headers["Set-Cookie"]
    _, mei = await page.get("/api/me")

    assert status == 200
    assert everyone == [person.key for person in PEOPLE]
    assert me["person"]["key"] == "ben"
    assert mei["person"]["name"] == "Mei Tan"
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


async def test_one_cannot_be_somebody_else(page: Page) -> None:
    """Only the demonstration's people can be chosen."""
    status, said = await page.post("/api/identity", {"person": "root"})

    assert (status, said["error"]) == (404, "There is no such person in the demonstration.")


async def test_real_people_cannot_be_played(settings: Settings) -> None:
    """A database with others in it is nobody's playground."""
    settings.home.mkdir()
    database = Database.at(settings.database)
    await database.upgrade()
    async with database.transaction() as records:
        await records.people.recognise(
            "slack", "U1", name="Real", email="r@x.example", locale="en", zone=None, at=clock.now()
        )
    await database.close()
    async with (
        open_app(settings) as app,
        serving(app, "127.0.0.1", 0) as port,
        aiohttp.ClientSession() as session,
    ):
        status, html = await Page(session, f"http://127.0.0.1:{port}").get("/")

    assert status == 403
    assert "real people" in html


async def test_the_language_is_the_persons(page: Page) -> None:
    """Chosen once, it stays, in the page's frame as in the answers."""
    await page.post("/api/identity", {"person": "ben"})
    before = (await page.get("/"))[1]
    await page.post("/api/locale", {"locale": "id"})
    after = (await page.get("/"))[1]
    status, said = await page.post("/api/locale", {"locale": "tlh"})

    assert '<html lang="en">' in before
    assert '<html lang="id">' in after
    assert "Demonstrasi lokal" in after
    assert (status, said["error"]) == (400, "Saya belum bisa bahasa itu.")


async def _owe(app: App, text: str) -> None:
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        reply = Reply.text(text).to_json()
        await records.outbox.enqueue(ben.id, kind="review", reply=reply, at=clock.now())


def _told(news: Any) -> list[str]:
    return [update["reply"]["blocks"][0]["html"] for update in news["updates"]]


async def test_what_is_owed_is_shown_once(app: App, page: Page) -> None:
    """A page that comes back goes on where it was; a new one gets what nobody was shown."""
    await _owe(app, "Your review is done.")
    _, first = await page.get("/api/updates")
    shown = {"shown": [update["id"] for update in first["updates"]]}
    status, _ = await page.post("/api/updates", shown)
    _, again = await page.get(f"/api/updates?after={first['after']}")
    _, new = await page.get("/api/updates")

    assert status == 200
    assert _told(first) == ["<p>Your review is done.</p>\n"]
    assert again["updates"] == new["updates"] == []
    assert new["after"] == first["after"]


async def test_a_lost_response_loses_no_news(app: App, page: Page) -> None:
    """Until the page says that it has shown something, it is told again."""
    await _owe(app, "Your review is done.")
    _, lost = await page.get("/api/updates")
    _, again = await page.get(f"/api/updates?after={lost['after']}")
    _, new = await page.get("/api/updates")

    assert _told(lost) == _told(again) == _told(new) == ["<p>Your review is done.</p>\n"]


@pytest.mark.parametrize("shown", [[0], ["x"], [2**40], "all", list(range(1, 100))])
async def test_what_cannot_have_been_shown_is_refused(page: Page, shown: object) -> None:
    """Numbers of messages, no more than were given at once."""
    status, _ = await page.post("/api/updates", {"shown": shown})

    assert status == 400


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_another_site_cannot_ask_for_anything(page: Page, site: str) -> None:
    """Not even what only reads; the page's own requests and typed addresses may."""
    refused = await page.get("/api/updates", **{"Sec-Fetch-Site": site})
    own = await page.get("/api/updates", **{"Sec-Fetch-Site": "same-origin"})
    link = await page.get("/handbook/welcome", **{"Sec-Fetch-Site": site})

    assert refused[0] == 403
    assert refused[1]["error"] == "This was sent from another page, so nothing was done."
    assert (own[0], link[0]) == (200, 200)


async def test_a_page_that_shows_somebody_else_does_nothing(app: App, page: Page) -> None:
    """Another tab became Sari: what this one sends as Ben is not done as her."""
    await page.post("/api/identity", {"person": "sari"})
    turn = {"kind": "said", "text": "/register", "id": str(uuid4())}
    body = turn | {"conversation": page.conversation}
    as_ben = await page.post("/api/turns", body, **{"Guildmate-Person": "ben"})
    news = await page.get("/api/updates", **{"Guildmate-Person": "ben"})
    async with app.database.reading() as records:
        sari = await records.people.get_by_email("sari@selat.example")
        draft = await records.drafts.find_open(sari, "register")
    as_sari = await page.post("/api/turns", body, **{"Guildmate-Person": "sari"})

    assert as_ben[0] == news[0] == 409
    assert "Sari Wulandari" in as_ben[1]["error"]
    assert draft is None
    assert as_sari[0] == 200


async def test_a_locked_database_is_said_in_words(settings: Settings) -> None:
    """In the person's language, as something to try again; nothing broke."""
    async with open_app(settings) as app:
        hasty = Database.at(settings.database, lock_timeout_s=0.1)
        assistant = replace(app.assistant, database=hasty)
        lame = App(app.settings, app.folder, hasty, app.handbook, assistant, SingleFlight())
        turn = {"kind": "said", "text": "/help", "id": str(uuid4()), "conversation": str(uuid4())}
        async with serving(lame, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
            page = Page(session, f"http://127.0.0.1:{port}")
            cookie = {"Cookie": "guildmate_person=sari"}
            async with app.database.transaction() as records:
                sari = await records.people.get_by_email("sari@selat.example")
                status, said = await page.post("/api/turns", turn, **cookie)
            after = await page.post("/api/turns", turn, **cookie)
        await hasty.close()

    assert (sari.locale, status) == ("id", 503)
    assert said["error"].startswith("Saya tidak dapat menjangkau catatan sekarang.")
    assert after[0] == 200


async def test_an_unreachable_database_is_said_in_words(settings: Settings, tmp_path: Path) -> None:
    """Also before it is known who is there: the cookie says in which language."""
    lost = Database.at(f"sqlite:///{tmp_path / 'nowhere' / 'guildmate.db'}")
    async with open_app(settings) as app:
        lame = App(app.settings, app.folder, lost, app.handbook, app.assistant, app.flights)
        async with serving(lame, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
            page = Page(session, f"http://127.0.0.1:{port}")
            status, said = await page.get("/api/me", Cookie="guildmate_person=sari")
        await lost.close()

    assert status == 503
    assert said["error"].startswith("Saya tidak dapat menjangkau catatan sekarang.")


async def test_a_database_of_ones_own_is_left_as_it_is(settings: Settings) -> None:
    """Nobody is put into it; the page says that it is off, and what to do instead."""
    settings.home.mkdir()
    configured = settings.model_copy(update={"database_url": settings.database})
    database = Database.at(configured.database)
    await database.upgrade()
    async with (
        open_app(configured) as app,
        serving(app, "127.0.0.1", 0) as port,
        aiohttp.ClientSession() as session,
    ):
        status, html = await Page(session, f"http://127.0.0.1:{port}").get("/")
    async with database.reading() as records:
        people = await records.people.list_all()
    await database.close()

    assert people == ()
    assert status == 403
    assert "start without DATABASE_URL" in html


async def test_a_database_of_ones_own_is_upgraded_by_its_command_alone(settings: Settings) -> None:
    """Without its tables, the start is refused with what to do."""
    settings.home.mkdir()
    configured = settings.model_copy(update={"database_url": settings.database})
    with pytest.raises(DatabaseUnreachableError) as refused:
        async with open_app(configured):
            pass

    assert "guildmate db upgrade" in refused.value.reason


async def test_an_address_that_cannot_be_served_says_why(app: App) -> None:
    """Not every trouble with a port is that somebody else has it."""
    with pytest.raises(CannotStartError) as refused:
        async with serving(app, "192.0.2.1", 0):
            pass

    assert "taken" not in str(refused.value)
    assert "cannot assign requested address" in str(refused.value)


async def test_a_number_that_is_none_is_refused(page: Page) -> None:
    """What the page sends is not trusted to be a number."""
    status, _ = await page.get("/api/updates?after=1%20OR%201")

    assert status == 400


async def test_the_handbook_can_be_read(page: Page) -> None:
    """Every page in the list opens, with its age and its clauses."""
    _, listed = await page.get("/api/handbook")
    opened_pages = [await page.get(f"/api{each['path']}") for each in listed["pages"]]

    assert len(listed["pages"]) >= 14
    assert {status for status, _ in opened_pages} == {200}
    assert all(each["sections"] for _, each in opened_pages)
    assert {len(each["about"]) for _, each in opened_pages} == {
        len(["version", "since", "owner", "until"])
    }


async def test_an_earlier_version_of_a_page_can_be_opened(
    settings: Settings, tmp_path: Path
) -> None:
    """The list names each by its first day, and an old one says that it is not in force."""
    folder = tmp_path / "pages"
    shutil.copytree(starter(), folder)
    file = folder / "review.md"
    own = settings.model_copy(update={"handbook": folder})
    async with open_app(own) as app, serving(app, "127.0.0.1", 0) as port:
        before = file.read_text(encoding="utf-8")
        file.write_text(f"{before}\n## Soon\n\nReviews will be faster.\n", encoding="utf-8")
        (folder / "tea.md").write_text("# Tea\n\nTea is {{ when }}.\n", encoding="utf-8")
        await app.handbook.read()
        async with aiohttp.ClientSession() as session:
            page = Page(session, f"http://127.0.0.1:{port}")
            _, now = await page.get("/api/handbook/review")
            newer, older = now["versions"]
            _, then = await page.get(f"/api{older['path']}")
            _, with_gaps = await page.get("/api/handbook/tea")
            status, _ = await page.get("/api/handbook/review?version=nothing")

    assert newer["label"] != older["label"] == "In force since 1 September 2026"
    assert now["sections"][-1]["heading"] == "Soon"
    assert "Soon" not in {each["heading"] for each in then["sections"]}
    assert (now["warning"], then["warning"]) == ("", "This version is not in force today.")
    assert with_gaps["warning"] == wording("en")("ask-page-partial")
    assert status == 404


async def test_links_between_pages_stay_in_the_reader(page: Page) -> None:
    """No link of the handbook leads to a file."""
    _, listed = await page.get("/api/handbook")
    drawn = [(await page.get(f"/api{each['path']}"))[1] for each in listed["pages"]]
    html = "".join(section["html"] for each in drawn for section in each["sections"])

    assert 'href="/handbook/' in html
    assert ".md" not in html


@pytest.mark.parametrize("path", ["nothing", "policy.yaml", "..%2f..%2fetc%2fpasswd"])
async def test_a_page_that_is_not_there_is_a_sentence(page: Page, path: str) -> None:
    """And no file is looked for."""
    status, said = await page.get(f"/api/handbook/{path}")

    assert status == 404
    assert said["error"]


async def test_the_overview_stands_beside_the_conversation(page: Page) -> None:
    """Without being a turn of it."""
    status, home = await page.get("/api/home")

    assert status == 200
    assert home["blocks"]
