"""What is private in a question is covered up, and what only looks like it is not."""

from datetime import date

import pytest

from knowledge import Handbook, masked

PRIVATE = [
    ("May I put sari.w+ai@selat.example into ChatGPT?", "sari.w+ai@selat.example", "email"),
    ("My NRIC is S1234567D, is that restricted?", "S1234567D", "identity"),
    ("FIN g1234567x please", "g1234567x", "identity"),
    ("IC 880101-14-5678 ok?", "880101-14-5678", "identity"),
    ("NIK saya 3174091505900001, bolehkah?", "3174091505900001", "identity"),
    ("เลขบัตร 1-1014-02032-13-4 ใส่ได้ไหม", "1-1014-02032-13-4", "identity"),
    ("เลขบัตร ๑๑๐๑๔๐๒๐๓๒๑๓๔", "๑๑๐๑๔๐๒๐๓๒๑๓๔", "identity"),
    ("CCCD 001099012345 có được không?", "001099012345", "identity"),
    ("Card 4111 1111 1111 1111 was refused", "4111 1111 1111 1111", "card"),
    ("Card 5500-0000-0000-0004.", "5500-0000-0000-0004", "card"),
    ("Call +65 9123 4567", "+65 9123 4567", "phone"),
    ("hubungi 0812-3456-7890 ya", "0812-3456-7890", "phone"),
    ("โทร 081 234 5678", "081 234 5678", "phone"),
    ("số 0912 345 678", "0912 345 678", "phone"),
    ("my phone is 91234567", "91234567", "phone"),
    ("Is AKIAIOSFODNN7EXAMPLE safe here?", "AKIAIOSFODNN7EXAMPLE", "key"),
    ("key ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_abcdef", "key"),
    ("sk-proj-abcDEF0123456789abcDEF0123456789abcDEF", "sk-proj-abc", "key"),
    ("xoxb-123456789012-abcdefghijklmnop in a flow", "xoxb-1234", "key"),
    ("log in with https://bob:hunter22@host.example/x", "hunter22", "key"),
    ("the password is Tr0ub4dor&3, why?", "Tr0ub4dor&3", "key"),
    ("mật khẩu là Hanoi#2026", "Hanoi#2026", "key"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB\n-----END RSA PRIVATE KEY----- ?", "MIIE", "key"),
]


@pytest.mark.parametrize(("text", "secret", "kind"), PRIVATE)
def test_what_is_private_is_covered_up(text: str, secret: str, kind: str) -> None:
    """And nothing else: the question is still one."""
    covered = masked(text)

    assert secret not in covered.text
    assert covered.kinds == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "May I put customer names into ChatGPT Enterprise?",
        "What became of SOL-0042 since 2026-11-23?",
        "A budget of 85000000 rupiah or 150.000.000 dong?",
        "Who signed registration#what-must-be-registered?",
        "Is 550e8400-e29b-41d4-a716-446655440000 personal data?",
        "the password is forgotten, what now?",
        "Does version 1.20.1 of n8n count?",
        "internationalization and pertanggungjawabannya",
        "",
    ],
)
def test_what_only_looks_private_stays(text: str) -> None:
    """Dates, amounts, references and long words are no secrets."""
    assert masked(text).text == text
    assert masked(text).kinds == ()


def test_everything_private_in_one_question_is_covered_up() -> None:
    """Each in its place."""
    text = (
        "Send budi@selat.example, +65 9123 4567, the card 4111 1111 1111 1111 and ghp_" + "a1" * 20
    )

    assert masked(text).text == (
        "Send [e-mail address], [phone number], the card [card number] and [key]"
    )
    assert masked(text).kinds == ("email", "phone", "card", "key")


def test_what_is_covered_up_stays_so() -> None:
    """A question that comes back is not touched again."""
    once = masked("Call +65 9123 4567 or mail a@b.example").text

    assert masked(once).text == once


@pytest.mark.parametrize("text", ["1 " * 1000, "a@" * 1000, "a." * 1000, "password is " * 160])
def test_no_text_takes_long(text: str) -> None:
    """However odd."""
    assert masked(text).text


async def test_what_is_covered_up_is_not_looked_for(starter: Handbook) -> None:
    """A page about phone numbers is no answer to whoever gave theirs."""
    bare = await starter.answer("Which data may Zapier see?", on=date(2026, 3, 2))
    private = await starter.answer(
        "Which data may Zapier see? mei@selat.example, +65 9123 4567", on=date(2026, 3, 2)
    )

    assert private.masked == ("email", "phone")
    assert private.text == bare.text
    assert [each.clause for each in private.citations] == [each.clause for each in bare.citations]
