"""How much a decision costs, beside one bare evaluation of a condition."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import cel

from governance.policy import NOT_SURE, Answers, Policy, assess, suggest_lower_tiers
from tests.governance.policies import HARMLESS, small

RULES = 20
ROUNDS = 200

RISKY: Answers = {
    **HARMLESS,
    "use": "hiring",
    "human_decides": "no",
    "data": ("public", "internal", "restricted"),
    "public": "yes",
    "tool": "zapier",
}


def twenty_rules() -> Policy:
    """Make a policy of twenty rules, no two of them the same condition."""
    written = small().rules
    rules = [
        written[number % len(written)].model_copy(
            update={
                "id": f"r{number}",
                "when": f"({written[number % len(written)].when}) || size(data) > {10 + number}",
            }
        )
        for number in range(RULES)
    ]
    return small(rules=rules)


def microseconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Measure how long *act* usually takes."""
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        act()
        taken.append(perf_counter() - start)
    return median(taken) * 1e6


def main() -> None:
    """Print what assessing and lowering cost, first on a new policy and then on a known one."""
    policy = twenty_rules()
    unsure = {**RISKY, "tool": NOT_SURE, "data": NOT_SURE}
    program = cel.compile("public && size(data) > 1")
    facts = {"public": True, "data": ["public", "internal"]}
    bare = microseconds(lambda: program.execute(facts), 2000)
    print(f"one bare evaluation: {bare:.2f} µs; then, {RULES} rules:")  # noqa: T201 - its output
    for name, act in {
        "assess, first time": lambda: assess(twenty_rules(), RISKY),
        "(of which the policy)": twenty_rules,
        "assess": lambda: assess(policy, RISKY),
        "assess, two unsure": lambda: assess(policy, unsure),
        "suggest_lower_tiers": lambda: suggest_lower_tiers(policy, RISKY),
    }.items():
        took = microseconds(act)
        each = f"{took:8.0f} µs, {took / bare:6.0f} evaluations, {1e6 / took:7.0f} a second"
        print(f"{name:22} {each}")  # noqa: T201 - its output


if __name__ == "__main__":
    main()
