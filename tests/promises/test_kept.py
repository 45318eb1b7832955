"""What the starter handbook says of its own form, tables and languages, held against the policy."""

from functools import cache

import pytest

from governance import Answer, Policy, assess, read_policy, review_plan
from handlers.wording import LOCALES
from tests.fixtures.handbooks import STARTER
from tests.handlers.registering import HARMLESS
from tests.promises.sentences import everything

pytestmark = pytest.mark.slow  # each promise is assessed over many answers


@cache
def policy() -> Policy:
    """Read the starter's rules."""
    return read_policy(STARTER / "policy.yaml")


def texts(clause: str) -> list[str]:
    """Give the sentences of a *clause*."""
    return [said.text for said in everything() if said.clause == clause]


def rows(clause: str) -> dict[str, str]:
    """Give the rows of the first table of a *clause* by the tier they are about."""
    tiers = {tier.name.to("en"): tier.id for tier in policy().tiers}
    found = (text for text in texts(clause) if text.startswith("Tier: "))
    return {tiers[text.removeprefix("Tier: ").partition(";")[0]]: text for text in found}


def test_the_form_is_as_long_as_the_page_says() -> None:
    """About 20 questions, in 5 steps: some are asked only after another's answer."""
    always = [each for each in policy().questions.values() if each.ask_when is None]

    assert "about 20 short questions in 5 steps" in " ".join(texts("registration#how-to-register"))
    assert len(policy().intake) == 5
    assert len(always) <= 20 <= len(policy().questions)


def test_the_tables_name_the_days_of_each_review() -> None:
    """Both tables have a row for every tier, with who decides and within how many days."""
    for clause in ("review#how-long-a-review-takes", "welcome#the-four-tiers-in-one-table"):
        table = rows(clause)
        assert set(table) == {tier.id for tier in policy().tiers}
        for tier in policy().tiers:
            if tier.review is None:
                assert "approved at once" in table[tier.id]
            else:
                who = {"reviewer": "reviewer", "lead": "governance lead"}[tier.review.by]
                assert f"{tier.review.working_days} working days" in table[tier.id]
                assert who in table[tier.id]


def test_the_pages_name_the_months_after_which_a_solution_is_looked_at_again() -> None:
    """In the table and in the clause."""
    said = " ".join(texts("registration#looking-at-a-solution-again"))
    for tier in policy().tiers:
        if tier.re_review_months:
            after = f"fter {tier.re_review_months} months"
            assert after in rows("welcome#the-four-tiers-in-one-table")[tier.id]
            assert f"{tier.re_review_months} months in the {tier.id} tier" in said


def test_the_pages_name_the_topics_of_mentors() -> None:
    """As many as the page says in words, each with its row."""
    clause = "mentors-and-office-hours#topics-mentors-cover"
    named = [text for text in texts(clause) if text.startswith("Topic: ")]

    counted = ("five", "six", "seven", "eight", "nine", "ten")[len(named) - 5]
    assert any(f"{counted} topics" in text for text in texts(clause))
    assert len(policy().topics) == len(named)
    for topic in policy().topics:
        assert any(text.startswith(f"Topic: {topic.name.to('en')};") for text in named)


def test_forms_are_in_the_languages_the_page_names() -> None:
    """Four of them."""
    names = {"en": "English", "id": "Bahasa Indonesia", "th": "Thai", "vi": "Vietnamese"}
    said = texts("language-and-connectivity#which-language-you-may-use")[0]

    assert set(names) == set(LOCALES)
    assert all(name in said for name in names.values())
    assert "these four languages" in said


EVERY = {"human_check": "every"}


@pytest.mark.parametrize(
    ("answers", "titles"),
    [
        ({"area": ("people",)}, {"human-resources"}),
        ({"affects_person": "yes", **EVERY}, {"human-resources"}),
        ({"area": ("money",)}, {"finance"}),
        ({"area": ("health",)}, {"product-safety"}),
        ({"area": ("vulnerable",)}, {"data-protection-officer"}),
        ({"area": ("legal",)}, {"legal"}),
        ({"outside": "yes", "in_vietnam": "no"}, {"customer-service", "brand"}),
        ({"outside": "yes", "in_vietnam": "yes"}, {"legal"}),
        ({"trains_model": "yes", "data": ("internal",)}, {"data-science"}),
    ],
)
def test_the_experts_that_the_pages_name_take_part(
    answers: dict[str, Answer], titles: set[str]
) -> None:
    """A reviewer decides within ten working days, and so does each of them."""
    given = {**HARMLESS, **answers}
    assessment = assess(policy(), given)
    plan = review_plan(policy(), assessment)

    assert assessment.tier.id == "high"
    assert assessment.is_approvable
    assert plan is not None
    assert plan.working_days == 10
    assert {"reviewer", *titles} <= {step.by for step in plan.steps}
