"""What somebody means who types no command."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from handlers.assistant import COMMANDS
from handlers.intent import Intents
from handlers.wording import LOCALES, wording
from knowledge import EmbedderUnavailableError, Vector

MEANT = [
    ("I built a bot that reads supplier invoices", "register"),
    ("I've put together a Gemini flow that summarises supplier calls", "register"),
    ("Our finance team has built an AppSheet app with Gemini", "register"),
    ("please register my new tool", "register"),
    ("register", "register"),
    ("saya membuat chatbot untuk menjawab pertanyaan pelanggan", "register"),
    ("mau daftarin bot dong", "register"),
    ("tim saya bikin bot WhatsApp untuk toko", "register"),
    ("book a mentor", "office-hours"),
    ("could I get 30 minutes with a mentor", "office-hours"),
    ("cancel my booking", "office-hours"),
    ("please cancel my session with Linh", "office-hours"),
    ("pesan mentor untuk besok", "office-hours"),
    ("batalkan janji temu saya dengan mentor", "office-hours"),
    ("my solutions", "solutions"),
    ("is my solution approved", "solutions"),
    ("apa saja solusi saya", "solutions"),
    ("lihat status pendaftaran saya", "solutions"),
    ("what is the status of SOL-0007?", "solutions"),
    ("is SOL-0001 approved?", "solutions"),
    ("saya mau daftar", "register"),
    ("saya ingin daftar", "register"),
    ("what do I need to review today?", "review"),
    ("apa yang harus saya tinjau hari ini", "review"),
    ("show my training progress", "training"),
    ("lanjut pelatihan", "training"),
    ("what have other people made?", "showcase"),
    ("lihat karya teman-teman", "showcase"),
    ("anything waiting for me?", "home"),
    ("ada yang menunggu saya?", "home"),
    ("what are you able to do", "help"),
    ("kamu bisa bantu apa", "help"),
    ("Hello!", "help"),
    ("terima kasih", "help"),
    ("how do I register?", "ask"),
    ("How can I register my app?", "ask"),
    ("Should I register a bot that reads CVs?", "ask"),
    ("what if I build a bot that reads CVs?", "ask"),
    ("bagaimana kalau saya membuat bot untuk HR?", "ask"),
    ("how do office hours work?", "ask"),
    ("how do I cancel a booking?", "ask"),
    ("can mentors approve my solution?", "ask"),
    ("How many working days does a high tier review take?", "ask"),
    ("what training do mentors need", "ask"),
    ("Can I use ChatGPT with customer data?", "ask"),
    ("hi, can I use Zapier for HR data?", "ask"),
    ("thanks, and what about contractors?", "ask"),
    ("and for contractors?", "ask"),
    ("dan untuk Vietnam?", "ask"),
    ("Bolehkah data gaji dipakai di Power Platform?", "ask"),
    ("ห้ามใช้ข้อมูลอะไรกับ ChatGPT", "ask"),
    ("My team uses an AI that nobody knows about", "ask"),
    ("why?", "ask"),
    ("glossary", "ask"),
    ("restricted data", "ask"),
    ("the weather tomorrow", "ask"),
    ("asdfgh", "ask"),
    ("🎉", "ask"),
    ("", "ask"),
]


class Unreachable:
    """An embedder whose other side is away."""

    id = "unreachable"
    dimensions = 3
    threads = 1

    def query(self, text: str) -> Vector:
        """Give no vector."""
        raise EmbedderUnavailableError(self.id, f"nothing for {len(text)} characters")

    def passages(self, texts: Sequence[str]) -> Vector:
        """Give no vectors."""
        raise EmbedderUnavailableError(self.id, f"nothing for {len(texts)} texts")


@pytest.mark.parametrize(("text", "command"), MEANT)
async def test_a_sentence_means_what_its_nearest_example_means(
    intents: Intents, text: str, command: str
) -> None:
    """A wish is a command, a question about it is a question."""
    assert (await intents.meaning(text)).command == command


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_what_help_suggests_is_understood(
    intents: Intents, locale: str, command: str
) -> None:
    """Whoever copies a sentence from help gets what stands above it."""
    suggested = wording(locale).lines(f"{command}-examples")
    meant = {line: (await intents.meaning(line)).command for line in suggested}

    assert meant == dict.fromkeys(suggested, command)


@pytest.mark.parametrize(
    ("text", "command", "reference"),
    [
        ("Tampilkan SOL-0001", "solutions", "SOL-0001"),
        ("lihat sol-0002", "solutions", "SOL-0002"),
        ("open SOL-0001", "solutions", "SOL-0001"),
        ("setujui SOL-0001", "solutions", "SOL-0001"),
        ("SOL-0012?", "solutions", "SOL-0012"),
        ("batalkan BKG-0003", "office-hours", "BKG-0003"),
    ],
)
async def test_a_reference_is_shown_whatever_the_words_around_it(
    tmp_path: Path, text: str, command: str, reference: str
) -> None:
    """By rule, also before anything is embedded."""
    meaning = await Intents(None, home=tmp_path).meaning(text)

    assert (meaning.command, meaning.reference) == (command, reference)


@pytest.mark.parametrize("text", ["1", "test test", "apa", "hmm", "Yes.", "42 ok", "ya ya ya"])
async def test_what_says_nothing_is_no_question(intents: Intents, text: str) -> None:
    """Nobody searches the handbook for it."""
    meaning = await intents.meaning(text)

    assert (meaning.command, meaning.verb) == ("help", "wonder")


@pytest.mark.parametrize(
    ("text", "verb"), [("hi", "greet"), ("Selamat pagi!", "greet"), ("makasih ya", "thank")]
)
async def test_a_greeting_is_greeted_and_thanks_are_thanked_for(
    intents: Intents, text: str, verb: str
) -> None:
    """Kindness is no command."""
    assert (await intents.meaning(text)).verb == verb


@pytest.mark.parametrize("text", ["Book a mentor!", "MY SOLUTIONS", "  terima   kasih. ", "help"])
async def test_an_example_is_known_by_its_words_alone(tmp_path: Path, text: str) -> None:
    """Before anything is embedded, whatever its case and punctuation."""
    meaning = await Intents(None, home=tmp_path).meaning(text)

    assert meaning.command != "ask"


async def test_what_shares_too_few_words_is_a_question(tmp_path: Path) -> None:
    """Without an embedder a doubtful sentence goes to the handbook."""
    meaning = await Intents(None, home=tmp_path).meaning("we made something for the warehouse")

    assert meaning.command == "ask"


async def test_a_long_text_is_material_for_a_question(intents: Intents) -> None:
    """Nobody gives a command in ten thousand characters."""
    assert (await intents.meaning("I built a bot. " * 700)).command == "ask"


async def test_words_decide_while_the_embedder_is_away(tmp_path: Path) -> None:
    """A command in the words of an example still works."""
    intents = Intents(Unreachable(), home=tmp_path)
    with pytest.raises(EmbedderUnavailableError):
        await intents.prepare()

    assert (await intents.meaning("show me my solutions please")).command == "solutions"
