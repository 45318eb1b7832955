"""Whatever is posted where Slack posts to: nothing breaks, and nobody unknown is parsed."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.slack.conftest import Seat

PATHS = st.sampled_from(["events", "commands", "interactive"])
NAMES = st.sampled_from(
    ["type", "event", "payload", "user", "channel", "command", "view", "actions", "team_id", "text"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("block_actions"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
BODIES = (
    st.binary(max_size=40)
    | JSON.map(lambda value: json.dumps(value).encode())
    | JSON.map(lambda value: urlencode({"payload": json.dumps(value)}).encode())
    | st.dictionaries(NAMES, st.text(max_size=8), max_size=4).map(
        lambda form: urlencode(form).encode()
    )
)
ODD = [b"[]", b"5", b"payload=5", b"payload=[]", b"{", b"\xff", b'{"type": "event_callback"}']
MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@MANY
@given(path=PATHS, body=BODIES | st.sampled_from(ODD))
async def test_what_nobody_has_signed_is_refused_unread(seat: Seat, path: str, body: bytes) -> None:
    """With 401, whatever it is."""
    status, _ = await seat.post(path, body, secret="of somebody else")  # noqa: S106 - it is wrong

    assert status == 401


@MANY
@given(path=PATHS, body=BODIES)
async def test_what_is_signed_breaks_nothing(seat: Seat, path: str, body: bytes) -> None:
    """It is no payload of Slack's, or one that asks for nothing."""
    status, _ = await seat.post(path, body)
    await seat.channel.wait_until_idle()

    assert status < 500


@pytest.mark.parametrize("body", ODD)
async def test_what_broke_once_is_refused(seat: Seat, body: bytes) -> None:
    """Signed or not."""
    signed, _ = await seat.post("interactive", body)
    unsigned, _ = await seat.post("interactive", body, secret="another")  # noqa: S106 - it is wrong

    assert signed in {200, 400, 401, 404}
    assert unsigned == 401


@given(
    timestamp=st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=12),
    signature=st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=12),
)
@MANY
async def test_odd_signatures_are_none(seat: Seat, timestamp: str, signature: str) -> None:
    """A time that is no number, letters that no signature has."""
    headers = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}
    url = f"{seat.address}/slack/events"
    async with seat.session.post(url, data=b"{}", headers=headers) as response:
        assert response.status == 401
