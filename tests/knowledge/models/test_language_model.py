"""What every way of answering a chat request comes to: a text, or the trouble it means."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from time import monotonic

import pytest

from knowledge import LanguageModel, check_model, language_model
from knowledge.models.language_model import Message, ModelTroubleError
from knowledge.models.openai_client import EndpointModel
from tests.fixtures.models import Script, ScriptedModel

ASKED = [Message("system", "Be brief."), Message("user", "Hello?")]

pytestmark = pytest.mark.slow  # real servers, that are waited for


async def _text(model: LanguageModel) -> str:
    async with aclosing(model.write(ASKED)) as pieces:
        return "".join([piece async for piece in pieces])


async def _trouble(model: LanguageModel) -> str:
    with pytest.raises(ModelTroubleError) as caught:
        await _text(model)
    return caught.value.trouble


@pytest.mark.parametrize("streams", [True, False])
async def test_a_text_comes_whole_from_servers_that_stream_and_from_others(
    scripted: ScriptedModel, model: LanguageModel, *, streams: bool
) -> None:
    """Whatever alphabet it is in and wherever it is cut."""
    scripted.say(Script("Xin chào, สวัสดี, halo!\nGood day.", pieces=3, streams=streams))

    assert await _text(model) == "Xin chào, สวัสดี, halo!\nGood day."
    assert [each["role"] for each in scripted.asked[0]["messages"]] == ["system", "user"]
    assert scripted.asked[0]["stream"] is True
    assert scripted.asked[0]["model"] == "scripted"


async def test_a_text_comes_in_pieces(scripted: ScriptedModel, model: LanguageModel) -> None:
    """Nobody waits for the last word before the first is read."""
    scripted.say(Script("one two three four", pieces=4, pause=0.02))
    async with aclosing(model.write(ASKED)) as pieces:
        first = await anext(pieces)

    assert first == "one "


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (Script("I cannot", refuses=True), "blocked"),
        (Script("Some of it", ending="content_filter"), "blocked"),
        (Script(""), "empty"),
        (Script("  \n "), "empty"),
        (Script(raw=b'data: {"choices": [{"de\n\n'), "malformed"),
        (Script(raw=b'data: {"choices": [{"delta": 7}]}\n\n'), "malformed"),
        (Script(raw=b'data: {"choices": [{}]}\n\n'), "malformed"),
        (Script(raw=b"data: \xff\xfe\n\n"), "malformed"),
        (Script(raw=b"data: [DONE]\n\n"), "broken_off"),
        (Script(raw=b'data: {"error": {"message": "no more memory"}}\n\n'), "broken_off"),
    ],
)
async def test_what_is_no_answer_is_a_trouble(
    scripted: ScriptedModel, model: LanguageModel, script: Script, trouble: str, *, streams: bool
) -> None:
    """A filter, a refusal, silence, and what cannot be read."""
    if not streams and script.raw is not None:
        script, trouble = Script(raw=script.raw, streams=False), "malformed"
    elif not streams:
        script = Script(script.says, ending=script.ending, refuses=script.refuses, streams=False)
    scripted.say(script)

    assert await _trouble(model) == trouble


@pytest.mark.parametrize(
    ("status", "error", "trouble"),
    [
        (400, {"code": "content_filter", "message": "filtered"}, "blocked"),
        (400, {"message": "no such thing"}, "misconfigured"),
        (401, {"message": "no key"}, "misconfigured"),
        (404, {"message": "no such model"}, "misconfigured"),
        (500, {"message": "oops"}, "unreachable"),
        (503, {}, "unreachable"),
    ],
)
async def test_an_http_error_is_a_trouble(
    scripted: ScriptedModel, model: LanguageModel, status: int, error: dict[str, str], trouble: str
) -> None:
    """What is wrong with the settings is told from what passes."""
    scripted.say(Script(status=status, error=error, headers={"Retry-After": "0"}))

    assert await _trouble(model) == trouble


async def test_a_server_that_fails_once_is_asked_again(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """After the pause it asks for."""
    failing = Script(status=503, headers={"Retry-After": "0.2"})
    scripted.say(failing, Script("Here I am."))
    started = monotonic()

    assert await _text(model) == "Here I am."
    assert monotonic() - started >= 0.2
    assert len(scripted.asked) == 2


async def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """The next question does not wait in vain either."""
    scripted.say(Script(status=429, headers={"Retry-After": "60"}), Script("Too late."))

    assert await _trouble(model) == "busy"
    assert await _trouble(model) == "busy"
    assert len(scripted.asked) == 1


async def test_a_model_that_takes_no_wishes_gets_none(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """Some refuse a temperature; they are not sent one again."""

    def picky(body: dict[str, object]) -> Script:
        if "temperature" in body:
            return Script(status=400, error={"param": "temperature", "message": "unsupported"})
        return Script("Fine.")

    scripted.answers = picky

    assert [await _text(model), await _text(model)] == ["Fine.", "Fine."]
    assert len(scripted.asked) == 3


@pytest.mark.parametrize(
    ("asked", "date"),
    [
        ("Sun, 29 Nov 2026 10:05:00 GMT", "Sun, 29 Nov 2026 10:00:00 GMT"),
        ("Sunday, 29-Nov-26 10:05:00 GMT", "Sun, 29 Nov 2026 10:00:00 GMT"),
        ("300", "no date"),
    ],
)
async def test_a_busy_server_may_say_until_when(
    scripted: ScriptedModel, model: LanguageModel, asked: str, date: str
) -> None:
    """As a time by its own clock, or in seconds."""
    headers = {"Retry-After": asked, "Date": date}
    scripted.say(Script(status=429, headers=headers), Script("Too late."))

    assert await _trouble(model) == "busy"
    assert await _trouble(model) == "busy"
    assert len(scripted.asked) == 1


@pytest.mark.parametrize("asked", ["soon", "inf", "nan", "Sun, 29 Nov 2026 10:05:00 GMT", "-5"])
async def test_what_says_nothing_of_a_wait_is_a_short_one(
    scripted: ScriptedModel, model: LanguageModel, asked: str
) -> None:
    """Or nobody would ever be answered by the model again."""
    headers = {"Retry-After": asked, "Date": "now"}
    scripted.say(Script(status=429, headers=headers), Script("Here I am."))

    assert await _text(model) == "Here I am."


@pytest.mark.parametrize("status", [400, 422])
async def test_a_server_that_does_not_say_which_wish_it_refuses_gets_none(
    scripted: ScriptedModel, model: LanguageModel, status: int
) -> None:
    """It is asked once more without any, and from then on so."""

    def picky(body: dict[str, object]) -> Script:
        if "max_completion_tokens" in body:
            return Script(status=status, error={"message": "extra fields", "param": None})
        return Script("Fine.")

    scripted.answers = picky

    assert [await _text(model), await _text(model)] == ["Fine.", "Fine."]
    assert len(scripted.asked) == 3


async def test_wishes_are_kept_where_they_were_not_what_was_wrong(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """One question that is refused does not leave the next without an end."""
    refused = Script(status=400, error={"message": "too long", "param": None})
    scripted.say(refused, refused, Script("Fine."))

    assert await _trouble(model) == "misconfigured"
    assert await _text(model) == "Fine."
    assert "max_completion_tokens" not in scripted.asked[1]
    assert "max_completion_tokens" in scripted.asked[2]


@pytest.mark.parametrize(
    ("base_url", "api_key"),
    [
        ("http://127.0.0.1:abc/v1", "k"),
        ("127.0.0.1/v1", "k"),
        ("http://[::1/v1", "k"),
        ("http://127.0.0.1:9/v1", "sk\u2013pasted"),
    ],
)
async def test_an_address_or_a_key_that_is_none_is_a_trouble(base_url: str, api_key: str) -> None:
    """Not a failure of ours."""
    model = language_model("m", base_url=base_url, api_key=api_key, timeout_s=1)
    assert model is not None

    assert await check_model(model) == "misconfigured"


async def test_a_model_that_goes_away_in_the_middle_is_broken_off(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """What it had said by then is no answer."""
    scripted.say(Script("Everybody has 18 days", ending=None))

    assert await _trouble(model) in {"broken_off", "unreachable"}


async def test_nobody_there_is_a_trouble() -> None:
    """A wrong address, or a server that is down."""
    model = language_model("m", base_url="http://127.0.0.1:9/v1", timeout_s=1)
    assert model is not None

    assert await check_model(model) == "unreachable"


async def test_a_model_that_never_ends_is_slow(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """Its patience is for all of the answer."""
    scripted.say(Script("word " * 1000, pieces=5, pause=0.1))

    assert await check_model(model) == "slow"


async def test_a_model_that_answers_is_in_no_trouble(
    scripted: ScriptedModel, model: LanguageModel
) -> None:
    """Whatever it says."""
    scripted.say(Script("No."))

    assert await check_model(model) is None


def test_without_a_name_there_is_no_model() -> None:
    """A key alone sends nothing anywhere."""
    assert language_model(None, api_key="sk-1") is None
    assert language_model("", base_url="http://127.0.0.1:9/v1") is None


@pytest.fixture
async def small(small_model: str) -> AsyncIterator[LanguageModel]:
    """Our end of the real small model."""
    model = EndpointModel("smollm2", base_url=small_model, timeout_s=60, max_tokens=24)
    yield model
    await model.close()


async def test_a_real_model_streams(small: LanguageModel) -> None:
    """Piece by piece, over the wire that llama.cpp speaks."""
    async with aclosing(small.write(ASKED)) as pieces:
        said = [piece async for piece in pieces]

    assert len(said) > 1
    assert "".join(said).strip()
