"""The folder of an exported model: its files, and how it wants its texts.

It is laid out as sentence-transformers and optimum write it. Of the small files beside the model
none is needed; where one is missing, what is usual is taken.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.embedder import MAX_TOKENS

Pooling = Literal["mean", "cls", "other"]
"""How the vectors of tokens become one: their mean, the first one, or a way of the model's own."""

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Export:
    """Configuration of an exported model, read from its folder."""

    name: str
    model: Path
    tokenizer: Path
    max_tokens: int
    padding: int
    pooling: Pooling
    before_query: str
    before_passage: str

    @classmethod
    def found_in(cls, folder: Path) -> Self:
        """Locate a model and read its configuration.

        Raises:
            EmbedderUnavailableError: If there is none, or what stands beside it cannot be read.
        """
        with translate_os_errors():
            model, tokenizer = _model(folder), _file(folder, "tokenizer.json")
            if tokenizer is None:
                raise unavailable(f"{folder} holds no tokenizer.json")
            config = _read(folder, "config.json", _Config) or _Config()
            modules = _read(folder, "modules.json", list[_Module]) or []
            prompts = _read(folder, "config_sentence_transformers.json", _Prompts) or _Prompts()
            name = _name(folder, config)
            before_query, before_passage = prompts.both() or _usual_prompts(name)
            return cls(
                name=name,
                model=model,
                tokenizer=tokenizer,
                max_tokens=_max_tokens(folder, config),
                padding=config.pad_token_id or 0,
                pooling=_pooling(folder, modules),
                before_query=before_query,
                before_passage=before_passage,
            )

    def digest(self) -> str:
        """Hash every file that vectors depend on, external weights included."""
        asked = (self.max_tokens, self.pooling, self.before_query, self.before_passage)
        content = sha256(repr(asked).encode())
        with translate_os_errors():
            beside = self.model.parent.iterdir()
            weights = sorted(each for each in beside if each.name.startswith(self.model.name))
            for file in (*weights, self.tokenizer):
                with file.open("rb") as opened:
                    content.update(file_digest(opened, "sha256").digest())
        return content.hexdigest()


def unavailable(reason: str) -> EmbedderUnavailableError:
    """Create the error for an exported model that cannot be used."""
    return EmbedderUnavailableError("onnx", reason)


@contextmanager
def translate_os_errors() -> Iterator[None]:
    """Translate OSError into EmbedderUnavailableError."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise unavailable(f"{error.filename} cannot be read ({reason})") from error


class _Config(BaseModel):
    """The fields used of config.json."""

    name_or_path: str = Field(default="", alias="_name_or_path")
    max_position_embeddings: int | None = None
    pad_token_id: int | None = None


class _Limits(BaseModel):
    """The fields used of sentence_bert_config.json and tokenizer_config.json."""

    max_seq_length: int | None = None
    model_max_length: int | None = None


class _Module(BaseModel):
    """One module of a sentence-transformers pipeline."""

    type: str
    path: str = ""

    @property
    def kind(self) -> str:
        """The last part of the type's name."""
        return self.type.rpartition(".")[2]


class _Poolings(BaseModel):
    """The fields used of 1_Pooling/config.json, in all its versions."""

    pooling_mode: str | None = None
    pooling_mode_mean_tokens: bool = False
    pooling_mode_cls_token: bool = False


class _Prompts(BaseModel):
    """The fields used of config_sentence_transformers.json."""

    prompts: dict[str, str | None] = Field(default_factory=dict)

    def both(self) -> tuple[str, str] | None:
        """Return the prefixes of query and passage; empty where there is none."""
        query = self.prompts.get("query") or ""
        names = ("passage", "document", "corpus")
        passage = next(filter(None, (self.prompts.get(name) for name in names)), "")
        return (query, passage) if query or passage else None


def _model(folder: Path) -> Path:
    if not folder.is_dir():
        raise unavailable(f"there is no folder {folder}")
    if model := _file(folder, "model.onnx"):
        return model
    others = [each for place in _places(folder) for each in place.glob("*.onnx")]
    if len(others) != 1:
        several = f", but {len(others)} other .onnx files" if others else ""
        raise unavailable(f"{folder} holds no model.onnx{several}")
    return others[0]


def _places(folder: Path) -> tuple[Path, Path]:
    return folder, folder / "onnx"


def _file(folder: Path, name: str) -> Path | None:
    return next((place / name for place in _places(folder) if (place / name).is_file()), None)


def _read(folder: Path, name: str, kind: type[Read]) -> Read | None:
    """Parse a configuration file; an absent one gives the defaults."""
    file = _file(folder, name)
    if file is None:
        return None
    try:
        return TypeAdapter(kind).validate_json(file.read_bytes())
    except ValidationError as error:
        raise unavailable(f"{file} is not what such a file should be") from error


def _name(folder: Path, config: _Config) -> str:
    """Return the model's own name, or its folder's name if that tells the model type."""
    names = [name for name in (Path(config.name_or_path).name, folder.resolve().name) if name]
    return next(filter(_is_e5, names), names[0] if names else "model")


def _is_e5(name: str) -> bool:
    return re.search(r"(^|[-_.])e5([-_.]|$)", name.lower()) is not None


def _usual_prompts(name: str) -> tuple[str, str]:
    """Return the default query and passage prefixes of known model families."""
    return ("query: ", "passage: ") if _is_e5(name) else ("", "")


def _max_tokens(folder: Path, config: _Config) -> int:
    beside = [
        _read(folder, name, _Limits) or _Limits()
        for name in ("sentence_bert_config.json", "tokenizer_config.json")
    ]
    said = [config.max_position_embeddings]
    said += [most for each in beside for most in (each.max_seq_length, each.model_max_length)]
    return min([MAX_TOKENS, *(most for most in said if most)])


def _pooling(folder: Path, modules: list[_Module]) -> Pooling:
    if any(each.kind == "Dense" for each in modules):
        return "other"
    path = next((each.path for each in modules if each.kind == "Pooling"), "1_Pooling")
    said = _read(folder, f"{path}/config.json", _Poolings)
    if said is None or said.pooling_mode_mean_tokens or said.pooling_mode == "mean":
        return "mean"
    if said.pooling_mode_cls_token or said.pooling_mode == "cls":
        return "cls"
    return "other"
