"""What is wrong with ``policy.yaml``, line by line, in plain words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from governance.checking import check, policy_version, read_policy
from governance.checking.walk import describe, entries
from governance.errors import PolicyInvalidError, PolicyNotFoundError
from tests.fixtures.handbooks import STARTER
from tests.governance.policies import CLAUSES, SMALL, small

Write = Callable[[str], Path]

OFFICE = "          - {id: office, label: Office work}\n"
MANY = "".join(f"          - {{id: o{number}, label: One}}\n" for number in range(40))

NOTE = "      - {id: note, kind: text"
STEP = "  - id: end\n    title: End\n    questions:\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a text to a ``policy.yaml``."""

    def to_file(text: str) -> Path:
        path = tmp_path / "policy.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


def test_a_good_policy_has_no_findings(write: Write) -> None:
    """Silence means that page and policy agree."""
    assert check(write(SMALL), CLAUSES) == ()


def test_a_good_policy_is_read(write: Write) -> None:
    """What is written is what decides."""
    assert read_policy(write(SMALL)) == small()


DESIGN = "changeable: true, design: Do less, proof: test-cases}"
TITLES = "titles:\n  - {id: hr, name: HR}\n"
SINCE = "kind: yes_no, label: Is it in use, informs: true"
NONE = "kind: choices, label: A, informs: true, options: [{id: a, label: A}, {id: none, label: N}]"


def test_a_role_is_stated_or_follows_from_the_id(write: Write) -> None:
    """Policies from before there were roles go on working, and keep their mark."""
    stated = SMALL.replace("{id: name,", "{id: called, role: name,")
    policy, before = read_policy(write(stated)), small()

    assert check(write(stated), CLAUSES) == ()
    assert policy.answer_for("name", {"called": "Menu", "name": "no"}) == "Menu"
    assert before.answer_for("name", {"name": "Menu"}) == "Menu"
    assert "role" not in before.model_dump_json()


def test_two_questions_with_one_role_are_found_both(write: Write) -> None:
    """At the line of the second."""
    twice = SMALL.replace("{id: name,", "{id: name, role: name,")
    twice = twice.replace("{id: purpose,", "{id: purpose, role: name,")
    found = {(each.line, each.message) for each in check(write(twice), CLAUSES)}

    assert (60, "Question `purpose`: another question has the role `name`.") in found


BROKEN = [
    ("    tier: high\n", "    tier: high\n    asks: [hr]\n", 26, "there is no title `hr`"),
    (
        "    tier: high\n",
        "    tier: high\n    maps_to: {nist-ai-rmf: [MAP]}\n",
        26,
        "`MAP` cannot be a place in nist-ai-rmf",
    ),
    (
        "tier: high",
        "tier: hgih",
        25,
        "Rule `hiring`: there is no tier `hgih`. Did you mean `high`?",
    ),
    ("id: limited", "id: minimal", 8, "Tier `minimal` is here twice."),
    ("id: since", "id: use", 82, "Question `use` is here twice."),
    ("    tier: high\n", "", 23, "Rule `hiring`: `tier` is missing."),
    ("    because: It d", "    becos: It d", 27, "Did you mean `because`?"),
    ("evidence: [test-cases]", "evidence: [tests]", 13, "there is no evidence `tests`"),
    ("training: [basics]", "training: [bsics]", 20, "Did you mean `basics`?"),
    ("data: [public], with", "data: [publik], with", 54, "there is no data class `publik`"),
    ("with_approval: [internal]", "with_approval: [x]", 54, "there is no data class `x`"),
    ("zone: Asia/Jakarta", "zone: Asia/Jakrta", 93, "Did you mean `Asia/Jakarta`?"),
    ("id: zapier", "id: other", 54, "this one is taken"),
    ("id: office", "id: not_sure", 70, "this one is taken"),
    ("when: public", "when: publik", 41, "no question has this id. Did you mean `public`?"),
    ("when: public", "when: size(purpose) > 9", 41, "written for readers, not for rules"),
    ("when: public", "when: public &&", 41, "cannot be read as a condition, from character 10"),
    ('use == "hiring"\n      - {id: s', "since\n      - {id: s", 81, "is not asked before it"),
    ("{id: purpose", "{id: why", 55, "The form needs a question `purpose`"),
    ("{id: purpose,", "{id: why, role: name,", 55, "or one with `role: purpose`"),
    ("{id: purpose,", "{id: purpose, role: backup,", 60, "the role `backup` needs the kind person"),
    ("{id: backup,", "{id: backup, role: boss,", 61, "`role` is `boss`, but must be 'name'"),
    ("working_days: 3", "working_days: many", 12, "must be a whole number"),
    ("working_days: 3", "working_days: 300", 12, "must be at most 60"),
    ("by: reviewer", "by: boss", 12, "`by` is `boss`, but must be 'reviewer' or 'lead'."),
    ("effective: 2026-01-01", "effective: soon", 2, "must be a date such as 2026-03-01"),
    ("informs: true", "informs: maybe", 82, "must be true or false"),
    ("evidence: [test-cases]", "evidence: test-cases", 13, "`evidence` must be a list."),
    ("name: Minimal", "name: [a]", 5, "must be a text, or one text for each language"),
    ("name: Minimal", "name: {english: a}", 5, "`english` is no language"),
    ("name: Minimal", 'name: ""', 5, "is empty"),
    ("clause: uses#hiring", "clause: uses", 24, "Write page#heading"),
    ("id: hiring\n", "id: Hiring\n", 23, "`Hiring` cannot be an id"),
    ("rules:", "rules:\n  -", 23, "Rule number 1: "),
    ("kind: choice\n", "kind: yes_no\n", 65, "options belong to the kinds choice and choices"),
    ("title: About it", "title: About it\n    title: B", 58, "the first is on line 57"),
    ("title: About it", "title: About: it", 57, "There is a colon where none belongs."),
    ("title: About it", "\ttitle: About it", 57, "There is a tab"),
    ("title: About it", "title: *about", 57, "Put a text that begins with a star in quotes."),
    ("title: About it", "title: About\x00it", 57, "There is an invisible character"),
    (SMALL, "", 1, "The file is empty."),
    (SMALL, "- rules", 1, "must have fields of its own"),
    (SMALL, "[" * 5000, 1, "nested too deeply"),
    (SMALL, "version: &v [*v]", 1, "`version` must be a text."),
]


@pytest.mark.slow
@pytest.mark.parametrize(("good", "bad", "line", "message"), BROKEN)
def test_what_cannot_work_is_not_read(
    write: Write, good: str, bad: str, line: int, message: str
) -> None:
    """A mistake is one plain sentence at its line, and no policy comes of it."""
    path = write(SMALL.replace(good, bad, 1))
    with pytest.raises(PolicyInvalidError) as refusal:
        read_policy(path)
    found = [each for each in refusal.value.findings if message in each.message]

    assert [(each.severity, each.file, each.line) for each in found] == [
        ("error", "policy.yaml", line)
    ]
    assert "pydantic" not in str(refusal.value.findings)
    assert set(refusal.value.findings) <= set(check(path, CLAUSES))


WRONG = [
    ("clause: uses#hiring", "clause: uses#hirng", 24, "Did you mean `uses#hiring`?"),
    ("when: public", "when: tool", 41, "says `power` when `tool` is power"),
    ("when: public", "when: tools[use].approved", 41, "looks up something"),
    ("when: public", "when: size(data) > 'a'", 41, "values of different kinds"),
    ("when: public", "when: sizes(data) > 1", 41, "a function that does not exist"),
    ("when: public", "when: public || !public", 41, "fires whatever is answered"),
    ("when: public", "when: public && !public", 41, "can never fire"),
    ("when: public", 'when: "true"', 41, "fires whatever is answered"),
    ('when: use == "hiring"', 'when: use == "hirng"', 26, "can never fire"),
    ('ask_when: use == "hiring"', "ask_when: size(data) > 0", 81, "is always asked"),
    ('ask_when: use == "hiring"', 'ask_when: use == "x"', 81, "is never asked"),
    (f"data, {DESIGN}", "data, changeable: true}", 71, "nothing says what to build otherwise"),
    (f"data, {DESIGN}", "data, changeable: true, design: Do less}", 71, "but no `proof`"),
    (f"data, {DESIGN}", f"data, {DESIGN[:-2]}}}", 71, "Did you mean `test-cases`?"),
]

DOUBTFUL = [
    ('when: use == "hiring"', 'when: use in ["hiring", "ofice"]', 26, "`office`?"),
    ("informs: true", "informs: false", 82, "no rule looks at the answer"),
    (NOTE, STEP + NOTE, 83, "has 1 of the usual 3 to 6 questions"),
    ("data: [public], with", "data: [public, internal], with", 54, "both freely and"),
    ("    evidence: [test-cases]\n    training", "    training", 14, "`test-cases`"),
    ("working_days: 10", "working_days: 2", 14, "has 2 working days of review"),
    ("    review: {by: reviewer, working_days: 10}\n", "", 14, "has no review"),
    ("name: Minimal", "name: {en: Minimal, id: Kecil}", 6, "texts are not in `id`"),
    ("evidence:\n  - {id", f"{TITLES}evidence:\n  - {{id", 85, "Nobody holds the title `hr`"),
    (f"data, {DESIGN}", f"data, {DESIGN[18:]}", 71, "but is not `changeable: true`"),
    (SINCE, NONE, 82, "`none` can be ticked beside the other options"),
]


@pytest.mark.parametrize(("good", "bad", "line", "message"), WRONG)
def test_what_decides_wrongly_is_an_error(
    write: Write, good: str, bad: str, line: int, message: str
) -> None:
    """Checking finds what reading lets pass, at its line."""
    path = write(SMALL.replace(good, bad, 1))
    read_policy(path)
    found = [each for each in check(path, CLAUSES) if message in each.message]

    assert [(each.severity, each.line) for each in found] == [("error", line)]


@pytest.mark.parametrize(("good", "bad", "line", "message"), DOUBTFUL)
def test_what_was_probably_not_meant_so_is_a_warning(
    write: Write, good: str, bad: str, line: int, message: str
) -> None:
    """A doubt is told and stops nobody."""
    found = check(write(SMALL.replace(good, bad, 1)), CLAUSES)

    assert [(each.severity, each.line) for each in found if message in each.message] == [
        ("warning", line)
    ]


def test_who_owns_a_page_is_a_title(write: Write) -> None:
    """However it is capitalised, and by whatever it is also called."""
    titles = "titles:\n  - {id: dpo, name: Data officer, also_called: {en: [DPO]}, role: lead}\n"
    path = write(SMALL.replace("evidence:\n  - {id", f"{titles}evidence:\n  - {{id"))

    assert check(path, CLAUSES, owners={"data Officer", "dpo"}) == ()
    assert [each.message for each in check(path, CLAUSES, owners={"Brand"})] == [
        "“Brand” owns a page, but is no title."
    ]


def test_whom_a_rule_asks_its_clause_names(write: Write) -> None:
    """Nobody joins a review of whom the page says nothing; a short name counts as it is written."""
    titles = "titles:\n  - {id: law, name: Law, also_called: {en: [legal team]}, role: lead}\n"
    text = SMALL.replace("evidence:\n  - {id", f"{titles}evidence:\n  - {{id")
    path = write(text.replace("    when: public\n", "    when: public\n    asks: [law]\n"))
    line = "Rule `public` asks `law`, but its clause does not name “Law”."

    def found(clause: str) -> list[tuple[int, str]]:
        remarks = check(path, CLAUSES, texts={"uses#public": clause})
        return [(each.line, each.message) for each in remarks]

    assert found("The Legal\nteam looks at it.") == found("It needs Law to agree.") == []
    assert found("Read the law, and nobody asks.") == [(42, line)]
    assert found("") == []


NOT_YAML = ("title: About: it", "\ttitle", "*about", "\x00", "- rules", "[[[", "&v")
"""What leaves nothing to look at."""

READABLE = [
    (good, bad) for good, bad, *_ in BROKEN if bad and not any(sign in bad for sign in NOT_YAML)
]


@pytest.mark.slow
@pytest.mark.parametrize(("good", "bad"), READABLE)
def test_no_mistake_hides_another(write: Write, good: str, bad: str) -> None:
    """A clause that does not exist is found whatever else is wrong, and so is a silly condition."""
    text = SMALL.replace(good, bad, 1)
    text = text.replace("clause: training#basics", "clause: training#basic")
    text = text.replace("'\"restricted\" in data'", "true")
    alone = check(write(SMALL.replace(good, bad, 1)), CLAUSES)
    found = check(write(text), CLAUSES)
    messages = [each.message for each in found]

    assert set(alone) < set(found)
    assert any("no clause `training#basic`" in message for message in messages)
    assert "Rule `restricted-data` fires whatever is answered." in messages


@pytest.mark.slow
@pytest.mark.parametrize(("good", "bad"), READABLE)
def test_what_only_follows_is_not_told(write: Write, good: str, bad: str) -> None:
    """One mistake is one finding; a name that is gone is missed by each who uses it."""
    found = check(write(SMALL.replace(good, bad, 1)), CLAUSES)
    missing = [each for each in found if "there is no tier `limited`" in each.message]
    renamed = [each for each in found if "is missing." in each.message and len(found) > 1]

    assert len(found) - len(missing) - len(renamed) == 1


def test_of_a_page_that_cannot_be_read_no_clause_is_missed(write: Write) -> None:
    """The page is the mistake, told once where it is."""
    known = [clause for clause in CLAUSES if not clause.startswith("uses#")]

    assert len(check(write(SMALL), known)) > 1
    assert check(write(SMALL), known, unread={"uses"}) == ()


def test_what_stands_twice_hides_nothing(write: Write) -> None:
    """Every repeated field, and everything else."""
    text = SMALL.replace("title: About it", "title: About it\n    title: B")
    text = text.replace("zone: Asia/Jakarta", "zone: Asia/Jakrta\n    zone: Asia/Jakrta")
    found = check(write(text), CLAUSES)

    assert [each.line for each in found if "is here twice" in each.message] == [58, 95]
    assert any("there is no time zone" in each.message for each in found)


def test_a_tier_that_no_rule_leads_to_is_found(write: Write) -> None:
    """A tier nobody can land in is a promise without a meaning."""
    found = check(write(SMALL.replace("    tier: limited", "    tier: high")), CLAUSES)

    assert [(each.line, each.message) for each in found] == [
        (8, "No rule leads to tier `limited`.")
    ]


def test_too_many_combinations_are_a_finding_and_not_a_hang(write: Write) -> None:
    """A question of many options is refused at once where rules could not be tried."""
    text = SMALL.replace("kind: choice\n", "kind: choices\n")
    text = text.replace('use == "hiring"', "size(use) > 1").replace(OFFICE, OFFICE + MANY)
    with pytest.raises(PolicyInvalidError) as refusal:
        read_policy(write(text))

    assert [each.line for each in refusal.value.findings] == [26, 121]
    assert "4,398,046,511,103 combinations" in refusal.value.findings[1].message


def test_a_condition_that_breaks_says_for_which_answers(write: Write) -> None:
    """Somebody who reads the finding can see which answers to try."""
    text = SMALL.replace("when: public", "when: human_decides || tools[use].approved")
    found = check(write(text), CLAUSES)

    assert "when `use` is hiring and `human_decides` is no or not asked:" in found[0].message


def test_plain_words_stay_words(write: Write) -> None:
    """``on``, ``no`` and ``1.10`` are what somebody wrote, not what YAML makes of them."""
    text = SMALL.replace('version: "1.0"', "version: 1.10").replace("id: zapier", "id: no")
    policy = read_policy(write(text))

    assert policy.version == "1.10"
    assert policy.tools[1].id == "no"
    assert policy.offices[0].holidays[0].on.isoformat() == "2026-03-03"


def test_what_is_said_once_may_be_meant_in_several_places(write: Write) -> None:
    """YAML's own short cuts work, and keep their lines."""
    text = SMALL.replace("    evidence: [test-cases]", "    evidence: &all [test-cases]", 1)
    policy = read_policy(write(text.replace("    evidence: [test-cases]", "    evidence: *all", 1)))

    assert policy == small()


def test_a_file_in_another_encoding_is_a_finding(tmp_path: Path) -> None:
    """A file from an old editor is explained, not crashed on."""
    path = tmp_path / "policy.yaml"
    path.write_bytes(SMALL.replace("Minimal", "M\u00ednimal").encode("latin-1"))

    assert [each.message for each in check(path, CLAUSES)] == [
        "The file is not UTF-8 text. Save it as UTF-8."
    ]


def test_a_byte_order_mark_does_no_harm(write: Write) -> None:
    """Windows editors put one before the first word."""
    assert read_policy(write("\ufeff" + SMALL)) == small()


@pytest.mark.parametrize("name", ["policy.yaml", ""])
def test_a_policy_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    """No file, or a folder in its place, is another matter than a wrong one."""
    path = tmp_path / name
    with pytest.raises(PolicyNotFoundError) as refusal:
        check(path, CLAUSES)

    assert refusal.value.path == path


def test_the_version_changes_with_what_the_policy_says(write: Write) -> None:
    """Two policies of one name are told apart; the order of writing does not matter."""
    policy = read_policy(write(SMALL))
    changed = read_policy(write(SMALL.replace("working_days: 10", "working_days: 9")))

    assert policy_version(policy) == policy_version(small())
    assert policy_version(policy).startswith("1.0+")
    assert policy_version(policy) != policy_version(changed)


def test_every_entry_of_a_policy_has_a_name_for_a_sentence() -> None:
    """A section that is added and not named would break the check itself."""
    policy = read_policy(STARTER / "policy.yaml")

    assert all(
        describe(place, entry) for place, entry in entries(policy) if hasattr(entry, "clause")
    )
