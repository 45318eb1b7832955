"""Follow-up questions."""

import pytest

from knowledge import Exchange
from knowledge.retrieval.follow_ups import SearchQuery, depends_on_context, resolve_follow_up

FIRST = Exchange("May I put customer data in ChatGPT?", ("approved-tools#chatgpt",))


@pytest.mark.parametrize(
    "question",
    [
        "and for contractors?",
        "what about Zapier",
        "why?",
        "is it allowed at home?",
        "bagaimana dengan kontraktor?",
        "apakah itu boleh?",
        "còn nhà thầu thì sao?",
        "แล้วผู้รับเหมาล่ะ",
        "ถ้าฉุกเฉินล่ะ",
        "nếu gấp thì sao",
        "what if it is urgent",
        "kalau mendesak gimana",
    ],
)
def test_a_follow_up_leans_on_the_question_before(question: str) -> None:
    """It is looked for together with the topic, and its own words are stressed."""
    asked = resolve_follow_up(question, [FIRST])

    assert (asked.text, asked.stress) == (f"{FIRST.question} {question}", question)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("and if nobody is free?", FIRST.cited),
        ("kalo ga ada yang bisa?", FIRST.cited),
        ("แล้วถ้าไม่มีใครว่างล่ะ", FIRST.cited),
        ("thế nếu không ai rảnh?", FIRST.cited),
        ("and for contractors?", ()),
        ("bagaimana dengan kontraktor?", ()),
        ("and when nobody is free?", FIRST.cited),
        ("còn khi không có ai?", FIRST.cited),
        ("แล้วแค่ดูล่ะ", FIRST.cited),
        ("còn chỉ xem thôi?", FIRST.cited),
        ("when does it start?", ()),
        ("and by when?", ()),
        ("and when's it due?", ()),
        ("when would that be?", ()),
        ("còn khi nào?", ()),
        ("vậy khi nao xong", ()),
        ("thế địa chỉ của nó?", ()),
        ("แล้วนานแค่ไหน", ()),
        ("แล้วบ่อยแค่ไหน", ()),
        ("dan kapan itu?", ()),
    ],
)
def test_what_varies_a_condition_looks_beyond_what_was_shown(
    question: str, shown: tuple[str, ...]
) -> None:
    """And is looked for by itself as well."""
    asked = resolve_follow_up(question, [FIRST])

    assert asked.shown == shown
    assert (question in asked.readings) is bool(shown)


@pytest.mark.parametrize(
    "question",
    [
        "How long does a review of a high tier solution take?",
        "Which tools may see restricted data?",
        "berapa lama peninjauan untuk solusi tingkat tinggi?",
        "May this bot send invoices to suppliers without a person checking them?",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    """A pronoun among many telling words does not make a follow-up."""
    assert not depends_on_context(question)
    assert resolve_follow_up(question, [FIRST]) == SearchQuery(question)


@pytest.mark.parametrize(
    "question", ["chi phí bao nhiêu?", "siapa presiden indonesia", "ใครเป็นประธานาธิบดี"]
)
def test_a_new_question_in_another_language_goes_on_with_nothing(question: str) -> None:
    """Unless it says that it does."""
    assert resolve_follow_up(question, [FIRST]) == SearchQuery(question)


def test_a_chain_of_follow_ups_leads_back_to_its_topic() -> None:
    """The topic is the last question that stood alone, not the follow-up in between."""
    before = [Exchange("How do I book a mentor?"), FIRST, Exchange("and for contractors?")]

    assert (
        resolve_follow_up("and for interns?", before).text == f"{FIRST.question} and for interns?"
    )


def test_without_a_question_before_there_is_nothing_to_lean_on() -> None:
    """The first question of a conversation is taken as it is."""
    assert resolve_follow_up("and for contractors?", []) == SearchQuery("and for contractors?")


@pytest.mark.parametrize("word", ["asdfgh", "Paris", "lanjutkan", "[e-mail]", "…"])
def test_a_word_that_the_handbook_has_not_goes_on_with_nothing(word: str) -> None:
    """The answer before it is no answer to it."""
    assert resolve_follow_up(word, [FIRST], {"contractor"}.__contains__) == SearchQuery(word)


@pytest.mark.parametrize("word", ["contractors", "interns?", "why?", "and contractors"])
def test_one_word_that_asks_on_is_a_follow_up(word: str) -> None:
    """One that the handbook has, or that is put as a question."""
    asked = resolve_follow_up(word, [FIRST], {"contractor"}.__contains__)

    assert asked.text == f"{FIRST.question} {word}"
