"""Notes from the command line: proposed, accepted, dismissed, looked at."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import clock
from bot.app import open_database, topics_in
from bot.rulebook import starter
from bot.settings import Settings
from knowledge import read_folder
from tests.bot.conftest import Typed
from tests.fixtures.models import Script, ScriptedModel

pytestmark = pytest.mark.slow

PAGE = """# Leave

## Annual leave

Everybody has 18 days a year.

## Sick leave

Tell your lead before ten.
"""
Ask = Callable[..., int]


@pytest.fixture
def leave(tmp_path: Path) -> Path:
    """A page, its notes, and their folder."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "leave.md").write_text(PAGE, encoding="utf-8")
    (folder / "leave.notes.yaml").write_text(
        "# by hand\nannual-leave:\n  asks: {en: [days off?]}\n  short: {id: 18 hari.}\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Let Sari have asked something, and what came of it."""

    async def record(
        question: str, clause: str, *, helpful: bool | None, reply: str, mode: str
    ) -> int:
        settings = Settings(home=tmp_path / "home", embedder="none")
        topics = topics_in(starter())
        async with open_database(settings, topics) as database, database.transaction() as records:
            person = await records.people.get_by_email("sari@selat.example")
            asked = await records.questions.record(
                person=person,
                place="web",
                question=question,
                answered=bool(clause),
                mode=mode,
                language="id",
                cited=[(clause, "1.0", "")] if clause else [],
                at=clock.now(),
            )
            if helpful is not None:
                await records.questions.rate(asked.id, by=person, helpful=helpful, at=clock.now())
            if reply:
                lead = await records.people.get_by_email("mei@selat.example")
                await records.questions.send_to_team(asked.id, by=person, at=clock.now())
                await records.questions.reply(asked.id, by=lead, text=reply, at=clock.now())
            return asked.id

    def asked(
        question: str,
        clause: str = "",
        *,
        helpful: bool | None = None,
        reply: str = "",
        mode: str = "extractive",
    ) -> int:
        return asyncio.run(record(question, clause, helpful=helpful, reply=reply, mode=mode))

    return asked


def _proposed(typed: Typed, folder: Path) -> dict[str, tuple[str, str]]:
    """Give the ask of each proposal with its clause, by id."""
    listed = json.loads(typed("notes", "proposals", "--folder", str(folder), "--json").stdout)
    return {
        each["id"]: (each["clause"], *[ask for asks in each["asks"].values() for ask in asks][:1])
        for each in listed
    }


def test_what_people_said_becomes_asks_that_a_person_accepts(
    typed: Typed, leave: Path, ask: Ask
) -> None:
    """A thumb up, a reply of the team and a choice; not a thumb down, nor what nobody judged."""
    ask("kalau sakit gimana, hubungi saya di budi@selat.example", "leave#sick-leave", helpful=True)
    ask("cuti berapa hari", "leave#sick-leave", helpful=False)
    ask("cuti melahirkan berapa hari", "leave#annual-leave")
    ask("cuti tahunan hangus?", reply="Lihat leave#annual-leave")
    ask("berapa lama?", mode="asked back")
    ask("Sick leave: berapa lama?", "leave#sick-leave")
    ask("days off", "leave#annual-leave", helpful=True)  # the notes say so already
    proposed = _proposed(typed, leave)

    assert sorted(proposed.values()) == [
        ("leave#annual-leave", "cuti tahunan hangus?"),
        ("leave#sick-leave", "berapa lama?"),
        ("leave#sick-leave", "kalau sakit gimana, hubungi saya di [e-mail address]"),
    ]
    [unclear] = [each for each, (_, said) in proposed.items() if said == "berapa lama?"]
    [hangus] = [each for each, (_, said) in proposed.items() if said.startswith("cuti")]
    assert typed("notes", "dismiss", unclear, "--folder", str(leave)).exit_code == 0
    accepted = typed("notes", "accept", hangus, "--folder", str(leave))
    assert accepted.stdout == f"{hangus} is in leave.notes.yaml.\n"
    assert len(_proposed(typed, leave)) == 1
    missing = typed("notes", "accept", hangus, "--folder", str(leave))
    assert missing.exit_code == 1
    assert f"There is no proposal {hangus}" in missing.stderr
    [note] = read_folder(leave).pages[0].notes.clauses
    assert note.asks == {"id": ("cuti tahunan hangus?",), "en": ("days off?",)}
    assert note.of == ""  # nobody has said that they looked at its short text
    assert (leave / "leave.notes.yaml").read_text(encoding="utf-8").startswith("# by hand\n")


def test_notes_are_marked_as_looked_at(typed: Typed, leave: Path) -> None:
    """Those that are named, or all; then check has nothing to say of them."""
    before = typed("check", str(leave)).stdout
    assert "leave.notes.yaml:2: warning: nobody has compared it with leave#annual-leave" in before
    for words in ((), ("gone",), ("leave#sick-leave",)):
        assert typed("notes", "stamp", *words, "--folder", str(leave)).exit_code == 1
    for words in (("leave#annual-leave",), ("leave",), ("--all",)):
        assert typed("notes", "stamp", *words, "--folder", str(leave)).exit_code == 0

    assert "notes.yaml" not in typed("check", str(leave)).stdout
    note, section = read_folder(leave).pages[0].notes.clauses[0], read_folder(leave).pages[0]
    assert note.of == section.section("annual-leave").mark


async def test_a_model_proposes_and_a_person_accepts(
    typed: Typed, leave: Path, scripted: ScriptedModel
) -> None:
    """Nothing is written beside the pages before; without a model, that is said."""
    without = await asyncio.to_thread(typed, "notes", "suggest", "--folder", str(leave))
    assert without.exit_code == 1
    assert "No language model is set." in without.stderr
    said = {"asks": {"en": ["im sick", 3, "  "], "xx": ["?"], "th": "no"}, "short": {"en": "Tell."}}
    scripted.say(Script("I cannot."), Script(f"Here:\n```json\n{json.dumps(said)}\n```"))
    model = {"OPENAI_BASE_URL": scripted.url, "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m"}
    before = (leave / "leave.notes.yaml").read_text(encoding="utf-8")
    told = await asyncio.to_thread(
        typed, "notes", "suggest", "leave", "--folder", str(leave), **model
    )

    assert "1 proposals written" in told.stdout
    assert "Of 1 clauses the model gave nothing to use (malformed)." in told.stderr
    assert "Sick leave" in scripted.given
    assert (leave / "leave.notes.yaml").read_text(encoding="utf-8") == before
    shown = await asyncio.to_thread(typed, "notes", "proposals", "--folder", str(leave))
    assert (
        "leave#sick-leave  (from model)\n    en  im sick\n    en  in short: Tell.\n" in shown.stdout
    )
    [id_] = await asyncio.to_thread(_proposed, typed, leave)
    taken = await asyncio.to_thread(typed, "notes", "accept", id_, "--folder", str(leave))
    assert taken.exit_code == 0
    page = read_folder(leave).pages[0]
    note = page.notes.note("sick-leave")
    assert note is not None
    assert (note.asks, note.short) == ({"en": ("im sick",)}, {"en": "Tell."})
    assert note.of == page.section("sick-leave").mark
    assert await asyncio.to_thread(_proposed, typed, leave) == {}
