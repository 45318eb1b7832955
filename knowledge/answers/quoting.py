"""Completes a quoted sentence: its continuations, what it depends on, its list (pure).

Places are counted from the first sentence of a passage. Those below 0 are of the paragraph before
the passage, which it has where its first sentence depends on that.
"""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.prompt_injection import trusted_before
from knowledge.index.passages import Passage
from knowledge.text.sentences import Sentence, count_words, render

MAX_WORDS = 130
"""A longer sentence is not shown whole: Thai may write a paragraph as one."""

MAX_LIST_ITEMS = 8
"""How many list items a lead-in brings along."""

_LEFT_OUT = "…"


def add_context(passage: Passage, at: int) -> list[int]:
    """Return the places of the sentence at a place, and of those before that it depends on."""
    first = min(trusted_before(passage), default=0)
    places = piece_places(passage, at)
    while places[0] > first and _leans(passage.at(places[0])):
        places = [*piece_places(passage, places[0] - 1), *places]
    return [place for place in places if place >= first]


def piece_places(passage: Passage, at: int) -> list[int]:
    """Return the places of all pieces of the sentence at a place, within `MAX_WORDS`.

    Pieces before have priority, since a Thai sentence begins with its "must not".
    """
    start = at
    while start > -len(passage.before) and passage.at(start).is_continuation:
        start -= 1
    end = at + 1
    while end < len(passage.sentences) and passage.at(end).is_continuation:
        end += 1
    places = [at]
    room = MAX_WORDS - count_words(passage.at(at).text)
    for place in (*range(at - 1, start - 1, -1), *range(at + 1, end)):
        room -= count_words(passage.at(place).text)
        if room < 0:
            break
        places.append(place)
    return sorted(places)


def add_list_items(passage: Passage, places: Sequence[int]) -> list[int]:
    """Add to *places* the list items below the last of them, nested ones included."""
    last = places[-1]
    said = {_whole(passage, last)}
    items: list[int] = []
    for at in range(last + 1, min(last + 1 + MAX_LIST_ITEMS, len(passage.sentences))):
        item = passage.at(at)
        if item.lead not in said:
            break
        said.add(item.text)
        items.append(at)
    return [*places, *items]


def join_pieces(passage: Passage, at: int) -> Sentence:
    """Return the sentence at a place with its pieces joined, within `MAX_WORDS`."""
    text = " ".join(passage.at(place).text for place in piece_places(passage, at))
    return replace(passage.at(at), text=text, is_continuation=False)


def render_quote(passage: Passage, places: Sequence[int]) -> str:
    """Render the sentences at *places*, with an ellipsis where a paragraph was cut."""
    shown: list[Sentence] = []
    for before, at in zip((None, *places), places, strict=False):
        each = passage.at(at)
        if _is_gap(passage, before, at):
            shown.append(replace(each, text=_LEFT_OUT, is_continuation=False))
        shown.append(each)
        if at + 1 not in places and _goes_on_at(passage, at + 1):
            shown.append(replace(each, text=_LEFT_OUT, is_continuation=True))
    return render(shown)


def _is_gap(passage: Passage, before: int | None, at: int) -> bool:
    """Tell whether an ellipsis is needed before this place."""
    each = passage.at(at)
    if before is None or before == at - 1:
        return before is None and each.is_continuation
    is_marked = _goes_on_at(passage, before + 1)
    is_prose = each.kind == "sentence" and each.block == passage.at(before).block
    return each.is_continuation if each.kind != "sentence" else is_prose and not is_marked


def _goes_on_at(passage: Passage, at: int) -> bool:
    return at < len(passage.sentences) and passage.at(at).is_continuation


def _leans(sentence: Sentence) -> bool:
    return sentence.is_dependent and not sentence.is_continuation


def _whole(passage: Passage, last: int) -> str:
    """Return the full text of the sentence whose last piece is at a place."""
    first = last
    while first > -len(passage.before) and passage.at(first).is_continuation:
        first -= 1
    return " ".join(passage.at(at).text for at in range(first, last + 1))
