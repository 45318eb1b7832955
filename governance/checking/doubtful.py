"""What of a policy cannot be told because something else in it is wrong."""

from collections.abc import Collection

from governance.checking.finding import Place, is_within
from governance.checking.walk import conditions, entries
from governance.policy import Policy, Question

_DECIDING = frozenset({"id", "kind", "options", "ask_when"})
"""The fields of a question that change which answers it can have."""

_FIELD = 3
"""The length of a field's place, such as ``("rules", 0, "tier")``."""


class Doubtful:
    """Where a policy is wrong already, and what should not be said because of it."""

    def __init__(self, policy: Policy, places: Collection[Place]) -> None:
        """Take the *places* at which something is wrong with *policy*."""
        self._policy = policy
        self.places = frozenset(places)
        self._questions = frozenset(
            entry.id
            for place, entry in entries(policy)
            if isinstance(entry, Question) and self._changes_answers(place)
        )

    def has(self, section: str, *fields: str) -> bool:
        """Tell whether a *section* is wrong in one of *fields*, or has entries that are none."""
        return any(
            place[0] == section and (len(place) < _FIELD or place[_FIELD - 1] in fields)
            for place in self.places
        )

    def is_condition(self, place: Place, expression: str) -> bool:
        """Tell whether what the condition at *place* says cannot be told."""
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
        """Whether there is a condition of which it cannot be told what it reads."""
        return any(is_within(place, self.places) for place, _, _ in conditions(self._policy))

    def _changes_answers(self, question: Place) -> bool:
        """Tell whether something at the place of a *question* changes its possible answers."""
        depth = len(question)
        return is_within(question, self.places) or any(
            place[:depth] == question and place[depth] in _DECIDING for place in self.places
        )
