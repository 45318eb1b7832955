"""Where a reply is shown and who may read it: decided once, for every chat platform."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeGuard

from bot.chat.reply_kinds import is_case, is_for_all
from governance import ChannelSettings
from handlers import Reply


class Audience(Enum):
    """Who is shown what of a reply."""

    PERSON = auto()
    """The person alone, in their one-to-one conversation."""
    ASKER_IN_PLACE = auto()
    """The person alone, at the place where others read their own messages."""
    EVERYBODY = auto()
    """Everybody who reads along, all of it."""
    OUTLINE = auto()
    """Everybody who reads along, ``public_outline`` of it; the person sees their own view."""


@dataclass(frozen=True, slots=True)
class ReplyOrigin:
    """What a reply answers: said or pressed, in a one-to-one conversation or where others read."""

    is_private: bool
    is_press: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """What was chosen for a place, and what its platform can do there.

    *private_first*: the asker reads an answer before they share it. *has_ephemeral*: a message can
    be shown to one person among others. *has_views*: a card can show one person more than others.
    """

    private_first: bool = False
    has_ephemeral: bool = False
    has_views: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Who is shown a reply, and what goes with it.

    *offers_share*: a button lets the person show it to everybody. *is_announced*: a note in the
    place says that the reply is in the one-to-one conversation.
    """

    audience: Audience
    offers_share: bool = False
    is_announced: bool = False


def route(reply: Reply, origin: ReplyOrigin, rules: PlaceRules) -> Route:
    """Decide who is shown *reply*; of what is not for all, others see at most an outline."""
    if origin.is_private:
        return Route(Audience.PERSON)
    if rules.has_views and is_case(reply):
        return Route(Audience.OUTLINE)
    if not is_for_all(reply):
        return Route(Audience.PERSON, is_announced=True)
    if not origin.is_press and not rules.private_first:
        return Route(Audience.EVERYBODY)
    offers_share = not origin.is_press
    if rules.has_ephemeral:
        return Route(Audience.ASKER_IN_PLACE, offers_share)
    return Route(Audience.PERSON, offers_share, is_announced=True)


def may_stream(origin: ReplyOrigin, rules: PlaceRules) -> bool:
    """Return whether an answer for all may be shown at its place while it is being written."""
    return origin.is_private or not (origin.is_press or rules.private_first)


def may_share(reply: Reply | None) -> TypeGuard[Reply]:
    """Return whether a person may show everybody a *reply* that they were shown, if it is kept."""
    return reply is not None and is_for_all(reply)


def is_private_first(settings: ChannelSettings | None, *, default: bool = False) -> bool:
    """Return what the lead chose for a place, or the operator's *default* where they did not."""
    return default if settings is None else settings.private_first
