"""What the operator is told to do."""

from pathlib import Path
from typing import get_args

from bot.cli.doctor import ENGINE_SENTENCES
from knowledge import EngineReason
from knowledge.models.e5 import E5Embedder
from knowledge.models.e5_conversion import E5_ID, is_converted
from tests.bot.conftest import Typed
from tests.fixtures.exported import export
from tests.fixtures.handbooks import MODELS


def test_the_doctor_tells_what_to_do(typed: Typed) -> None:
    """Before the first start nothing is wrong, and after it the records are whole."""
    before = typed("doctor")
    typed("people", "list")
    after = typed("doctor")

    assert (before.exit_code, after.exit_code) == (0, 0)
    assert "Not made yet; the first start makes it." in before.stdout
    assert "6 people; the record of changes is whole." in after.stdout
    assert "slack" in after.stdout


def test_the_doctor_tells_what_to_do_about_a_model(typed: Typed) -> None:
    """None is fine, and one that is not there is no reason not to start."""
    without = typed("doctor")
    gone = typed("doctor", OPENAI_MODEL="m", OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert "None, so answers are the handbook's own sentences. See OPENAI_MODEL." in without.stdout
    assert gone.exit_code == 0
    assert "127.0.0.1/m does not answer: nobody is there. Check OPENAI_BASE_URL" in gone.stdout


def test_the_doctor_tells_what_to_do_about_an_exported_model(typed: Typed, tmp_path: Path) -> None:
    """Where its folder should be named, what is wrong in it, and that it answers."""
    folder = tmp_path / "words"
    asked = {"GUILDMATE_EMBEDDER": "onnx", "GUILDMATE_EMBEDDER_FOLDER": str(folder)}
    nameless = typed("doctor", GUILDMATE_EMBEDDER="onnx")
    missing = typed("doctor", **asked)
    export(folder)
    good = typed("doctor", **asked)
    export(folder, graph=b"no graph")
    broken = typed("doctor", **asked)

    assert [each.exit_code for each in (nameless, missing, good, broken)] == [1, 1, 0, 1]
    assert "GUILDMATE_EMBEDDER_FOLDER does not say where the model is" in nameless.stdout
    assert f"The embedder onnx is unavailable: there is no folder {folder}" in missing.stdout
    assert "onnx/words-" in good.stdout
    assert f"{folder}/model.onnx is no model that can be loaded" in broken.stdout


def test_the_doctor_tells_which_engine_runs(typed: Typed, tmp_path: Path) -> None:
    """The one that is chosen here, and whether anything is to be done about it."""
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "models").symlink_to(MODELS)
    E5Embedder(MODELS).load()
    chosen = typed("doctor", GUILDMATE_EMBEDDER="auto")

    assert f"{E5_ID} answers." in chosen.stdout
    assert set(get_args(EngineReason)) == set(ENGINE_SENTENCES)


def test_the_weights_that_are_there_are_not_fetched(typed: Typed, tmp_path: Path) -> None:
    """They are converted, if they were not."""
    first = typed("weights")

    assert (first.exit_code, first.stdout) == (0, "The weights are here.\n")
    assert is_converted(tmp_path / "home" / "models")


def test_the_doctor_finds_what_is_wrong(typed: Typed, tmp_path: Path) -> None:
    """Each with its sentence, and all of them at once."""
    (tmp_path / "blocked").write_text("a file")
    result = typed(
        "doctor",
        GUILDMATE_HOME=str(tmp_path / "blocked"),
        DATABASE_URL="oracle://nowhere",
        CHROMA_URL="http://127.0.0.1:9",
    )

    assert result.exit_code == 1
    assert "cannot be written to" in result.stdout
    assert "CHROMA_URL does not answer" in result.stdout
    assert result.stdout.count("wrong") >= 3
    assert "Traceback" not in result.output
