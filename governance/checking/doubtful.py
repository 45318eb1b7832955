"""Suppresses findings that only follow from other findings."""

from collections.abc import Collection

from governance.checking.finding import Place, is_within
from governance.checking.walk import conditions, entries
from governance.policy import Policy, Question

_DECIDING = frozenset({"id", "kind", "options", "ask_when"})
"""The fields of a question that change which answers it can have."""

_FIELD = 3
"""The length of a field's place, such as ``("rules", 0, "tier")``."""


class Doubtful:
    """Places of a policy that are known to be invalid, and what depends on them."""

    def __init__(self, policy: Policy, places: Collection[Place]) -> None:
        """Store the invalid *places* of *policy*."""
        self._policy = policy
        self.places = frozenset(places)
        self._questions = frozenset(
            entry.id
            for place, entry in entries(policy)
            if isinstance(entry, Question) and self._changes_answers(place)
        )

    def has(self, section: str, *fields: str) -> bool:
        """Return whether a *section* has an invalid entry, or an invalid one of *fields*."""
        return any(
            place[0] == section and (len(place) < _FIELD or place[_FIELD - 1] in fields)
            for place in self.places
        )

    def is_condition(self, place: Place, expression: str) -> bool:
        """Return whether the condition at *place* depends on something invalid."""
        if is_within(place, self.places):
            return True
        asked = self._policy.conditions.rests_on(expression)
        kinds = {self._policy.questions[id_].kind for id_ in asked}
        by_tool = "tools" in expression or kinds & {"tool", "data"}
        tables = self.has("tools", "id", "approved", "data", "with_approval")
        tables = tables or self.has("data_classes", "id")
        return bool(self._questions & set(asked)) or bool(by_tool and tables)

    @property
    def any_condition(self) -> bool:
        """Whether some condition's facts cannot be determined."""
        return any(is_within(place, self.places) for place, _, _ in conditions(self._policy))

    def _changes_answers(self, question: Place) -> bool:
        """Return whether something invalid in a *question* changes its possible answers."""
        depth = len(question)
        return is_within(question, self.places) or any(
            place[:depth] == question and place[depth] in _DECIDING for place in self.places
        )
