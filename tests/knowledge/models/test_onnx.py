"""What an exported model's folder may hold, and what is said of one that cannot be used."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge import EmbedderUnavailableError, Handbook, embedder_named
from knowledge.models.onnx import MAX_BATCH_TOKENS, OnnxEmbedder, batch_by_length
from knowledge.models.onnx_writer import INT32
from tests.fixtures.exported import WEIGHTS, WORDS, a_graph, export, pools, weights
from tests.fixtures.handbooks import TODAY

E5 = {"_name_or_path": "intfloat/multilingual-e5-small"}
MOST = a_graph(output="sentence_embedding", then="ReduceMax")
THREE = ("input_ids", "attention_mask", "token_type_ids")
DENSE = [{"type": "sentence_transformers.models.Dense", "path": "2_Dense"}]


def alike(one: Any, other: tuple[float, ...]) -> bool:
    """Tell whether a vector points where *other* does."""
    return bool(np.allclose(one, np.asarray(other) / np.linalg.norm(other), atol=1e-6))


@pytest.mark.parametrize(
    "graph", [a_graph(), a_graph(inputs=THREE), a_graph(kind=INT32), a_graph(inputs=THREE[:1])]
)
def test_a_text_is_the_mean_of_its_words(tmp_path: Path, graph: bytes) -> None:
    """Whichever inputs the graph asks for; padding is no word."""
    embedder = OnnxEmbedder(export(tmp_path, graph=graph))
    short, long = embedder.passages(["leave", "Leave hotel hotel"])

    assert alike(short, (1, 0, 0))
    assert alike(long, (1, 2, 0))
    assert alike(embedder.query("leave hotel"), (1, 1, 0))


def test_a_text_is_its_first_word_where_the_model_was_made_so(tmp_path: Path) -> None:
    """As models of the BGE family are; the folder of the pooling is what modules.json says."""
    bge = OnnxEmbedder(pools(export(tmp_path / "bge"), pooling_mode_cls_token=True))
    newer = OnnxEmbedder(pools(export(tmp_path / "newer"), pooling_mode="cls"))
    folder = pools(export(tmp_path / "elsewhere"), pooling_mode_cls_token=True)
    (folder / "1_Pooling").rename(folder / "4_Pooling")
    modules = [{"type": "sentence_transformers.models.Pooling", "path": "4_Pooling"}]
    elsewhere = OnnxEmbedder(export(folder, modules=modules))

    for embedder in (bge, newer, elsewhere):
        assert alike(embedder.query("leave hotel hotel"), (1, 0, 0))


def test_a_graph_that_makes_the_vector_of_a_text_itself_is_left_to_it(tmp_path: Path) -> None:
    """Its own pooling, and layers behind that, are in sentence_embedding already."""
    embedder = OnnxEmbedder(export(tmp_path, graph=MOST, modules=DENSE))

    assert alike(embedder.query("leave leave hotel"), (1, 1, 0))


@pytest.mark.parametrize(
    ("beside", "most"),
    [
        ({"sentence_bert_config": {"max_seq_length": 2, "do_lower_case": False}}, 2),
        ({"tokenizer_config": {"model_max_length": 2}, "config": {"pad_token_id": 0}}, 2),
        ({"config": {"max_position_embeddings": 2}}, 2),
        ({"tokenizer_config": {"model_max_length": int(1e30)}}, 512),
        ({"sentence_bert_config": {"max_seq_length": None}}, 512),
    ],
)
def test_a_text_ends_where_the_model_cannot_read_on(
    tmp_path: Path, beside: dict[str, Any], most: int
) -> None:
    """The least that is said counts; where nothing is, what is usual."""
    embedder = OnnxEmbedder(export(tmp_path, **beside))

    assert alike(embedder.query("go " * most + "hotel"), (1, 0, 0))
    assert not alike(embedder.query("go " * (most - 1) + "hotel"), (1, 0, 0))


@pytest.mark.parametrize(
    ("name", "beside", "query", "passage"),
    [
        ("model", {}, "", ""),
        ("model", {"config": E5}, "query: ", "passage: "),
        ("my-e5", {"config": {"_name_or_path": "tmp/"}}, "query: ", "passage: "),
        ("0be5c7", {"config": {}}, "", ""),
        ("a", {"config_sentence_transformers": {"prompts": {"query": "days "}}}, "days ", ""),
        (
            "e5",
            {"config_sentence_transformers": {"prompts": {"query": "", "document": None}}},
            "query: ",
            "passage: ",
        ),
        (
            "e5",
            {"config_sentence_transformers": {"prompts": {"query": "off ", "document": "biaya "}}},
            "off ",
            "biaya ",
        ),
    ],
)
def test_questions_and_passages_are_marked_as_the_model_was_trained(
    tmp_path: Path, name: str, beside: dict[str, Any], query: str, passage: str
) -> None:
    """As the folder says; where it does not, as every E5 is."""
    plain = OnnxEmbedder(export(tmp_path / "plain"))
    embedder = OnnxEmbedder(export(tmp_path / name, **beside))

    assert np.allclose(embedder.query("leave"), plain.query(f"{query}leave"))
    assert np.allclose(embedder.passages(["leave"])[0], plain.query(f"{passage}leave"))


def test_many_texts_come_back_in_their_order(tmp_path: Path) -> None:
    """However they were put together, and from several threads at once."""
    embedder = OnnxEmbedder(export(tmp_path))
    texts = [" ".join(["leave"] * (n % 7) + ["hotel"] * (n * 37 % 90)) for n in range(60)]
    alone = np.stack([embedder.query(text) for text in texts])
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(embedder.passages, [texts] * 8))

    assert all(np.allclose(each, alone, atol=1e-6) for each in found)


def test_texts_of_like_length_go_together() -> None:
    """As many as fit; a long one goes alone."""
    lengths = [5, MAX_BATCH_TOKENS * 2, 3, MAX_BATCH_TOKENS // 2, 4, MAX_BATCH_TOKENS // 2]

    assert batch_by_length(lengths) == [[2, 4, 0], [3, 5], [1]]
    assert batch_by_length([]) == []


def _a_number(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(a_graph({**WORDS, "off": (1.0, 0.1, 0.0)}))


def _a_number_beside(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes(weights({**WORDS, "off": (1.0, 0.1, 0.0)}))


def _a_word(folder: Path) -> None:
    file = folder / "tokenizer.json"
    file.write_text(file.read_text().replace('"off"', '"away"'))


def _a_prompt(folder: Path) -> None:
    export(folder, config_sentence_transformers={"prompts": {"query": "days "}})


def _the_length(folder: Path) -> None:
    export(folder, sentence_bert_config={"max_seq_length": 128})


def _the_pooling(folder: Path) -> None:
    pools(folder, pooling_mode_cls_token=True)


@pytest.mark.parametrize(
    "change", [_a_number, _a_number_beside, _a_word, _a_prompt, _the_length, _the_pooling]
)
def test_another_content_is_another_model(tmp_path: Path, change: Callable[[Path], None]) -> None:
    """Vectors of the two are never compared; a copy elsewhere is the same model."""
    folder = export(tmp_path / "one" / "words")
    (folder / WEIGHTS).write_bytes(weights())
    copy = shutil.copytree(folder, tmp_path / "other" / "words")
    before = OnnxEmbedder(folder).id
    change(folder)

    assert before.startswith("onnx/words-")
    assert OnnxEmbedder(copy).id == before
    assert OnnxEmbedder(folder).id != before


def test_weights_may_lie_in_a_file_of_their_own(tmp_path: Path) -> None:
    """As those of large models do."""
    folder = export(tmp_path, graph=a_graph(apart=True))
    (folder / WEIGHTS).write_bytes(weights())

    assert alike(OnnxEmbedder(folder).query("leave hotel"), (1, 1, 0))


@pytest.mark.parametrize("name", ["model.onnx", "model_quantized.onnx"])
def test_a_model_may_lie_in_the_folder_below(tmp_path: Path, name: str) -> None:
    """As on the Hugging Face hub; of any name, if it is the only one."""
    folder = export(tmp_path / "words")
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / name)

    assert alike(OnnxEmbedder(folder).query("biaya"), (0, 1, 0))


async def test_a_changed_model_makes_the_index_anew(tmp_path: Path, folder: Path) -> None:
    """And an unchanged one does not."""
    model = export(tmp_path / "words")

    async def refreshed() -> int:
        handbook = Handbook(
            folder, home=tmp_path / "home", embedder=embedder_named("onnx", folder=model)
        )
        report = await handbook.refresh()
        await handbook.close()
        return report.embedded if report.mode == "hybrid" else -1

    first, second = await refreshed(), await refreshed()
    _a_number(model)

    assert first > 10
    assert (second, await refreshed()) == (0, first)


def _without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _spoilt(name: str, contents: str = "{") -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(contents)

    return spoil


def _graph(**how: Any) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / "model.onnx").write_bytes(a_graph(**how))

    return spoil


def _gone(folder: Path) -> None:
    shutil.rmtree(folder)


def _several(folder: Path) -> None:
    shutil.copy(folder / "model.onnx", folder / "a.onnx")
    (folder / "model.onnx").rename(folder / "b.onnx")


def _has_more_layers(folder: Path) -> None:
    export(folder, modules=DENSE)


def _takes_the_greatest(folder: Path) -> None:
    pools(folder, pooling_mode_max_tokens=True)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_gone, "there is no folder {}"),
        (_without("model.onnx"), "{} holds no model.onnx"),
        (_several, "{} holds no model.onnx, but 2 other .onnx files"),
        (_without("tokenizer.json"), "{} holds no tokenizer.json"),
        (_spoilt("config.json"), "{}/config.json is not what such a file should be"),
        (_spoilt("modules.json", "[1]"), "{}/modules.json is not what such a file should be"),
    ],
)
def test_a_folder_that_holds_no_model_is_told_at_once(
    tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    """In a sentence that names the folder or the file."""
    folder = export(tmp_path / "words")
    spoil(folder)

    with pytest.raises(EmbedderUnavailableError) as caught:
        OnnxEmbedder(folder)

    assert (caught.value.embedder, caught.value.reason) == ("onnx", said.format(folder))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_spoilt("model.onnx", "no graph"), "{}/model.onnx is no model that can be loaded"),
        (_graph(apart=True), "{}/model.onnx is no model that can be loaded"),
        (_spoilt("tokenizer.json"), "{}/tokenizer.json is no tokenizer that can be used"),
        (_graph(inputs=("pixels",)), "{}/model.onnx asks for pixels; what is needed is a model"),
        (_graph(inputs=THREE[1:]), "{}/model.onnx asks for no input_ids; what is needed is a"),
        (_graph(then="Shape"), "{}/model.onnx gives no vectors of a text or its tokens"),
        (_graph(words=dict(list(WORDS.items())[:2])), "{}/model.onnx cannot be run on a text"),
        (_has_more_layers, "{}/model.onnx ends at the tokens, which its model does not simply"),
        (_takes_the_greatest, "{}/model.onnx ends at the tokens, which its model does not simply"),
    ],
)
def test_a_model_that_cannot_be_run_is_unavailable(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], spoil: Callable[[Path], None], said: str
) -> None:
    """In a sentence that names the file; the library itself prints nothing."""
    folder = export(tmp_path / "words")
    spoil(folder)
    embedder = OnnxEmbedder(folder)

    with pytest.raises(EmbedderUnavailableError) as caught:
        embedder.passages(["leave"])

    assert caught.value.reason.startswith(said.format(folder))
    assert capfd.readouterr() == ("", "")


def test_a_model_that_is_taken_away_is_unavailable(tmp_path: Path) -> None:
    """Also before its first text."""
    folder = export(tmp_path / "words")
    embedder = OnnxEmbedder(folder)
    (folder / "tokenizer.json").unlink()

    with pytest.raises(EmbedderUnavailableError) as caught:
        _ = embedder.id

    file = folder / "tokenizer.json"
    assert caught.value.reason == f"{file} cannot be read (no such file or directory)"


def test_a_text_without_direction_is_no_vector(tmp_path: Path) -> None:
    """It would be as near to everything as to nothing."""
    with pytest.raises(EmbedderUnavailableError) as caught:
        OnnxEmbedder(export(tmp_path)).query("nothing")

    assert caught.value.reason == "it answered with vectors of no length"


async def test_words_answer_when_a_model_cannot_be_run(tmp_path: Path, folder: Path) -> None:
    """Whoever asks still gets the handbook's sentences."""
    model = export(tmp_path / "words", graph=b"no graph")
    handbook = Handbook(
        folder, home=tmp_path / "home", embedder=embedder_named("onnx", folder=model)
    )
    with pytest.raises(EmbedderUnavailableError):
        await handbook.refresh()
    answer = await handbook.answer("How much may a hotel cost?", on=TODAY)
    await handbook.close()

    assert [citation.clause for citation in answer.citations] == ["travel#hotels"]


def test_the_folder_must_be_named() -> None:
    """The sentence says by which setting."""
    with pytest.raises(EmbedderUnavailableError) as caught:
        embedder_named("onnx")

    assert "GUILDMATE_EMBEDDER_FOLDER" in caught.value.reason
