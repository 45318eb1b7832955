"""What is private in a question is covered up, and what only looks like it is not."""

from datetime import date

import pytest

from knowledge import Handbook, mask

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
    ("เลขบัตรประชาชน1101700203450ใช้ได้ไหม", "1101700203450", "identity"),
    ("1-1017-00203-45-0ใช้ได้ไหม", "1-1017", "identity"),
    ("NRIC S1234567Dใส่ได้ไหม", "S1234567D", "identity"),
    ("เลขS1234567D", "S1234567D", "identity"),
    ("Is S1234567-D fine?", "S1234567-D", "identity"),
    ("บัตร4111111111111111ใช้ได้ไหม", "4111", "card"),
    ("Card 4111 1111 1111 1111 12/28", "4111 1111", "card"),
    ("NIK3171230101900001", "3171230101900001", "identity"),
    ("CCCD 079 203 001 234 có được không?", "079 203", "identity"),
    ("My NRIC is S1234567A, with a slip", "S1234567A", "identity"),
    ("NRICS1234567D", "S1234567D", "identity"),
    ("NIK saya adalah 9171230101900001", "9171230101900001", "identity"),
    ("บัตรประชาชนของฉันคือ1101700203451ได้ไหม", "1101700203451", "identity"),
    ("On 5 May 2026 1101700203450 was sent", "1101700203450", "identity"),
    ("โทร๐๘๑ ๒๓๔ ๕๖๗๘ ได้ไหม", "๐๘๑", "phone"),
    ("mật khẩu của tôi là Bimat2026", "Bimat2026", "key"),
    ("Kata sandi saya adalah Rahasia123", "Rahasia123", "key"),
    ("kata sandinya Rahasia123", "Rahasia123", "key"),
    ("รหัสผ่านของฉันคือ Secret99", "Secret99", "key"),
    ("รหัสผ่านของฉันคือSecret99ใช้ได้ไหม", "Secret99", "key"),
    ("password of the admin account is Hunter22", "Hunter22", "key"),
    ("my password hunter2! does not work", "hunter2!", "key"),
    ("the password is 12345678", "12345678", "key"),
    ("the password is " + "Aa1" * 40, "Aa1", "key"),
    ("token hf_abcdefghijklmnopqrstuvwxyzABCDEFGH", "hf_abc", "key"),
    ("the client uses Abc8Q~defghijklmnopqrstuvwxyzABCDEFGH01", "8Q~", "key"),
    ("for Azure 0123456789abcdef0123456789abcdef", "89abcdef", "key"),
    ("AIzaSyA1234567890abcdefghijklmnopqrstuv in Maps?", "AIzaSy", "key"),
    ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY for S3", "wJalr", "key"),
    ("ใช้AKIAIOSFODNN7EXAMPLEได้ไหม", "AKIA", "key"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB\n-----END RSA PRIVATE KEY----- ?", "MIIE", "key"),
]


@pytest.mark.parametrize(("text", "secret", "kind"), PRIVATE)
def test_what_is_private_is_covered_up(text: str, secret: str, kind: str) -> None:
    """And nothing else: the question is still one."""
    covered = mask(text)

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
        "the password is case-sensitive, the token is per-user",
        "Our password policy is strict, a 90-day rotation",
        "The password policy is ISO27001 with a 90-day rotation",
        "The token limit of this model is 128000",
        "kata sandi harus panjang, minimal 12 karakter",
        "mật khẩu phải dài 12 ký tự",
        "รหัสผ่านต้องยาว 12 ตัวอักษร",
        "Our password manager is 1Password",
        "Does the NIK count as personal data since 2026-11-23?",
        "KTP dan NPWP: 150.000.000 rupiah, 1.250.000 rupiah",
        "sk-learn-contrib-models is a library",
        "Does version 1.20.1 of n8n count?",
        "internationalization and pertanggungjawabannya",
        "",
    ],
)
def test_what_only_looks_private_stays(text: str) -> None:
    """Dates, amounts, references and long words are no secrets."""
    assert mask(text).text == text
    assert mask(text).kinds == ()


def test_everything_private_in_one_question_is_covered_up() -> None:
    """Each in its place."""
    text = (
        "Send budi@selat.example, +65 9123 4567, the card 4111 1111 1111 1111 and ghp_" + "a1" * 20
    )

    assert mask(text).text == (
        "Send [e-mail address], [phone number], the card [card number] and [key]"
    )
    assert mask(text).kinds == ("email", "phone", "card", "key")


def test_what_is_covered_up_stays_so() -> None:
    """A question that comes back is not touched again."""
    once = mask("Call +65 9123 4567 or mail a@b.example").text

    assert mask(once).text == once


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("อีเมลsari@selat.exampleใช้ได้ไหม", "อีเมล[e-mail address]ใช้ได้ไหม"),
        ("ใช้AKIAIOSFODNN7EXAMPLEได้ไหม", "ใช้[key]ได้ไหม"),
        ("รหัสผ่านคือSecret99ใช้ได้ไหม", "รหัสผ่านคือ[key]ใช้ได้ไหม"),
        ("บัตร4111111111111111ใช้ได้ไหม", "บัตร[card number]ใช้ได้ไหม"),
    ],
)
def test_words_written_without_spaces_around_stay(text: str, left: str) -> None:
    """Thai has none, and without the words nothing is asked."""
    assert mask(text).text == left


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "1 ",
        "a@",
        "a.",
        "a",
        "@a.",
        "password is ",
        "password:",
        "1a",
        "AKIAIOSFODNN7EXAMPLE",
        "NIK1",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    """However odd; most took minutes when every part of it was looked at again and again."""
    assert mask(text * (40_000 // len(text))).text


async def test_what_is_covered_up_is_not_looked_for(starter: Handbook) -> None:
    """A page about phone numbers is no answer to whoever gave theirs."""
    bare = await starter.answer("Which data may Zapier see?", on=date(2026, 3, 2))
    private = await starter.answer(
        "Which data may Zapier see? mei@selat.example, +65 9123 4567", on=date(2026, 3, 2)
    )

    assert private.masked == ("email", "phone")
    assert private.text == bare.text
    assert [each.clause for each in private.citations] == [each.clause for each in bare.citations]
