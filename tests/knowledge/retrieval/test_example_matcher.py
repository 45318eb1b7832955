"""How close what somebody said is to example phrases."""

from pathlib import Path

from knowledge import Embedder, ExampleMatcher
from tests.fixtures.handbooks import CountingEmbedder

EXAMPLES = {
    "register": ["I built a bot that reads invoices", "register my solution"],
    "office-hours": ["book a mentor", "I need help from an expert"],
    "ask": ["may I put customer data in ChatGPT", "what is the rule for hiring"],
}


async def test_words_count_until_the_examples_are_embedded(e5: Embedder, tmp_path: Path) -> None:
    """An example is 1, strangers are 0, and every label is ranked."""
    phrases = ExampleMatcher(EXAMPLES, e5, home=tmp_path)
    ranked = await phrases.rank("Register my solution!")

    assert not phrases.ready
    assert ranked[0] == ("register", 1.0)
    assert len(ranked) == 3
    assert (await phrases.rank("xyz"))[0][1] == 0.0


async def test_meaning_counts_in_any_language_once_they_are(e5: Embedder, tmp_path: Path) -> None:
    """Other words, another language."""
    phrases = ExampleMatcher(EXAMPLES, e5, home=tmp_path)
    await phrases.prepare()

    assert phrases.ready
    assert (await phrases.rank("saya membuat bot yang membaca faktur"))[0][0] == "register"
    assert (await phrases.rank("can I talk to a mentor"))[0][0] == "office-hours"
    assert (await phrases.rank("book a mentor"))[0][1] > 0.99
    assert all(0 <= score <= 1 for _, score in await phrases.rank("?"))


async def test_the_examples_are_embedded_once(counting: CountingEmbedder, tmp_path: Path) -> None:
    """As things people say, not as pages, and not again after a restart."""
    asked: list[str] = []
    embed = counting.query

    class Asking(CountingEmbedder):
        def query(self, text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as above
            asked.append(text)
            return embed(text)

    asking = Asking(counting)
    asking.id = "test/none-shipped"  # for the shipped embedder, some of these come with it
    for _ in range(2):
        await ExampleMatcher(EXAMPLES, asking, home=tmp_path).prepare()

    assert sorted(asked) == sorted(phrase for group in EXAMPLES.values() for phrase in group)
    assert counting.embedded == []


async def test_without_an_embedder_words_go_on_counting(tmp_path: Path) -> None:
    """Preparing is then nothing."""
    phrases = ExampleMatcher(EXAMPLES, None, home=tmp_path)
    await phrases.prepare()

    assert not phrases.ready
    assert (await phrases.rank("book a mentor please"))[0][0] == "office-hours"
