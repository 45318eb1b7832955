"""Settings of a page that are YAML and yet mean nothing."""

from pathlib import Path

import pytest

from knowledge import Handbook

ODD = {
    "a number of thousands of digits": "title: !!int 0x" + "f" * 5000,
    "neither yes nor no": "audience: !!bool maybe",
    "no time": "effective: !!timestamp foo",
    "half of a character": 'title: "\\ud800"',
    "half of a character in a list": 'supersedes: ["\\udfff"]',
    "no number": "version: !!int ''",
}


@pytest.mark.parametrize("settings", ODD.values(), ids=ODD)
async def test_odd_settings_cost_their_page_alone(settings: str, tmp_path: Path) -> None:
    """The page is skipped with a reason, and every other one is read."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "odd.md").write_text(f"---\n{settings}\n---\n# Odd\n\nA sentence.\n", "utf-8")
    (pages / "leave.md").write_text("# Leave\n\nEverybody has 18 days of leave.\n", "utf-8")
    handbook = Handbook(pages, home=tmp_path / "home", embedder=None)

    report = await handbook.refresh()

    assert [each.file for each in report.skipped] == ["odd.md"]
    assert "its front matter" in report.skipped[0].reason
    assert handbook.page("leave").title == "Leave"
    await handbook.close()


async def test_a_damaged_corpus_is_made_again(tmp_path: Path) -> None:
    """Whatever its bytes are by now."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "leave.md").write_text("# Leave\n\nEverybody has 18 days of leave.\n", "utf-8")
    first = Handbook(pages, home=tmp_path / "home", embedder=None)
    await first.refresh()
    await first.close()
    (kept,) = (tmp_path / "home").rglob("corpus.npz")
    whole = kept.read_bytes()

    for at in range(40, len(whole), max(1, len(whole) // 60)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        handbook = Handbook(pages, home=tmp_path / "home", embedder=None)
        await handbook.refresh()
        assert handbook.page("leave").title == "Leave"
        await handbook.close()
