"""What the tests reach is summed by package and by folder."""

from tests.tooling.coverage import COUNTS, by_folder, rows


def file(*counts: int) -> dict[str, dict[str, int]]:
    """Make what coverage reports of one file."""
    return {"summary": dict(zip(COUNTS, counts, strict=True))}


def test_a_package_is_the_sum_of_its_folders() -> None:
    """However deep a file lies; a file at the top belongs to the package alone."""
    files = {
        "bot/app.py": file(8, 10, 0, 0),
        "bot/slack/views.py": file(10, 20, 1, 4),
        "bot/slack/deep/one.py": file(20, 20, 3, 4),
    }

    assert list(rows(by_folder(files))) == [
        ("bot", "76.0 %", "50.0 %", "4"),
        ("bot/slack", "75.0 %", "50.0 %", "4"),
    ]


def test_a_package_without_branches_has_no_share() -> None:
    """Nothing of nothing is not all of it."""
    assert list(rows(by_folder({"bot/app.py": file(1, 1, 0, 0)}))) == [
        ("bot", "100.0 %", "none", "0")
    ]
