"""Two pages that contradict each other are both shown, and no others are warned of."""

import json
from pathlib import Path

import pytest

from knowledge import Embedder, Handbook, read_queries
from knowledge.contradictions import contradicts
from tests.fixtures.handbooks import LEAVE, ROOT, TODAY

OPPOSED = [
    ("Everybody has 18 days of annual leave a year.", "Everybody gets 20 days of annual leave."),
    ("A mentor replies within two working days.", "A mentor replies within five working days."),
    ("You may share a dashboard with a client.", "You must never share a dashboard with a client."),
    ("Customer data may be put into ChatGPT.", "Customer data may not be put into ChatGPT."),
    ("Logs are kept for 30 days.", "Logs are kept for 90 days."),
    (
        "Interns can publish a chatbot by themselves.",
        "Interns cannot publish a chatbot themselves.",
    ),
    ("Peninjauan selesai dalam 5 hari kerja.", "Peninjauan selesai dalam 10 hari kerja."),
    ("Data pelanggan boleh disalin ke ChatGPT.", "Data pelanggan tidak boleh disalin ke ChatGPT."),
    ("Catatan rapat disimpan selama 30 hari.", "Catatan rapat disimpan selama 60 hari."),
    ("Chatbot publik dilarang memakai data gaji.", "Chatbot publik memakai data gaji."),
    ("Việc rà soát mất 5 ngày làm việc.", "Việc rà soát mất 10 ngày làm việc."),
    ("Bạn được chia sẻ báo cáo với khách hàng.", "Bạn không được chia sẻ báo cáo với khách hàng."),
    ("Nhật ký được lưu trong 30 ngày.", "Nhật ký được lưu trong 90 ngày."),
    ("ต้องเก็บบันทึกการประชุมไว้ 30 วัน", "ต้องเก็บบันทึกการประชุมไว้ 90 วัน"),
    ("พนักงานใช้ข้อมูลลูกค้าใน ChatGPT ได้", "พนักงานใช้ข้อมูลลูกค้าใน ChatGPT ไม่ได้"),
    ("การทบทวนใช้เวลา 5 วันทำการ", "การทบทวนใช้เวลา 10 วันทำการ"),
]

AGREED = [
    ("Employees have 18 days of annual leave.", "Interns have 10 days of annual leave."),
    ("A high tier is reviewed within 10 days.", "A low tier is reviewed within 2 days."),
    ("You may use customer data in Zapier.", "You may not use customer data in Make."),
    ("A hotel may cost up to 150 dollars.", "A hotel may cost no more than 150 dollars a night."),
    ("Do not share a key.", "Do not share a password."),
    ("You may publish a chatbot.", "You may not publish a chatbot unless it was reviewed."),
    ("You may share a report with a client.", "Only leads may share a report with a client."),
    ("Office hours are on Tuesday at 10:00.", "Office hours are at 10:00 on Tuesday."),
    ("A review takes 5 days.", "A solution is registered within 30 days."),
    ("Logs are kept for 30 days.", "Backups are kept for 90 days."),
    ("Not only leads can review.", "Leads can review."),
    ("Karyawan mendapat 18 hari cuti.", "Magang mendapat 10 hari cuti tahunan."),
    ("Data publik boleh disalin ke ChatGPT.", "Data pelanggan tidak boleh disalin ke ChatGPT."),
    ("Tinjauan tidak lebih dari 5 hari kerja.", "Tinjauan selesai dalam 5 hari kerja."),
    ("Việc rà soát mất 5 ngày.", "Việc đăng ký mất 30 phút."),
    ("Bạn được dùng dữ liệu công khai.", "Bạn không được dùng dữ liệu khách hàng."),
    ("Nhật ký được lưu không quá 30 ngày.", "Nhật ký được lưu trong 30 ngày."),
    ("พนักงานมีวันลา 18 วัน", "นักศึกษาฝึกงานมีวันลา 10 วัน"),
    ("ใช้ข้อมูลสาธารณะใน ChatGPT ได้", "ใช้ข้อมูลลูกค้าใน ChatGPT ไม่ได้"),
    ("การทบทวนใช้เวลาไม่เกิน 5 วัน", "การทบทวนใช้เวลา 5 วัน"),
]

QUESTION = "How many days of annual leave are there a year?"


@pytest.mark.parametrize("pair", OPPOSED)
def test_sentences_that_say_opposite_things_are_found(pair: tuple[str, str]) -> None:
    """Whichever comes first."""
    assert contradicts(*pair)
    assert contradicts(*reversed(pair))


@pytest.mark.parametrize("pair", AGREED)
def test_sentences_that_are_only_related_are_left_alone(pair: tuple[str, str]) -> None:
    """Another subject, another tool, a condition, or the same in other words."""
    assert not contradicts(*pair)
    assert not contradicts(*reversed(pair))


async def test_an_answer_shows_both_pages_and_says_which(
    folder: Path, tmp_path: Path, nano: Embedder
) -> None:
    """A page that takes the place of the other ends the quarrel."""
    other = LEAVE.replace("18 days", "25 days").replace("# Leave", "# Time off", 1)
    (folder / "time-off.md").write_text(other, encoding="utf-8")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=nano)
    await handbook.refresh()
    both = await handbook.answer(QUESTION, on=TODAY)
    ended = other.replace("---\n", "---\nsupersedes: leave\n", 1)
    (folder / "time-off.md").write_text(ended, encoding="utf-8")
    await handbook.refresh()
    one = await handbook.answer(QUESTION, on=TODAY)
    await handbook.close()

    [(first, second)] = both.conflicts
    numbered = {each.n: each.page for each in both.citations}
    assert {numbered[first], numbered[second]} == {"leave", "time-off"}
    assert "18 days" in both.text
    assert "25 days" in both.text
    assert one.conflicts == ()
    assert "18 days" not in one.text


async def test_the_starter_handbook_does_not_contradict_itself(starter: Handbook) -> None:
    """None of its own questions gets a warning, with or without an answer."""
    queries = read_queries(ROOT / "tests" / "evals" / "questions.jsonl")
    answers = [await starter.answer(each.question, on=TODAY) for each in queries]

    assert len(answers) > 100
    assert [each.question for each in answers if each.conflicts] == []


async def test_pages_that_changed_or_quarrel_are_answered_as_they_stand(
    tmp_path: Path, nano: Embedder
) -> None:
    """What was superseded or lies ahead is never cited, and what quarrels is cited twice."""
    versions = ROOT / "tests" / "evals" / "versions"
    lines = (versions / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line) for line in lines]
    handbook = Handbook(versions / "corpus", home=tmp_path / "home", embedder=nano)
    await handbook.refresh()
    answers = [await handbook.answer(each["question"], on=TODAY) for each in queries]
    await handbook.close()
    cited = [
        {each.page for each in (*said.citations, *said.nearest)} & set(query["never"])
        for query, said in zip(queries, answers, strict=True)
    ]
    wrong = [
        query["id"]
        for query, said in zip(queries, answers, strict=True)
        if bool(said.conflicts) != query["conflict"]
        or not (
            set(query["clauses"]) <= {each.clause for each in said.citations}
            if query["conflict"]
            else set(query["clauses"]) & {each.clause for each in said.citations}
        )
    ]

    assert len(queries) >= 10
    assert cited == [set()] * len(queries)
    assert wrong == []


async def test_what_somebody_may_not_see_is_not_held_against_an_answer(
    folder: Path, tmp_path: Path, nano: Embedder
) -> None:
    """A page for leads that says otherwise stays theirs."""
    secret = LEAVE.replace("18 days", "25 days").replace("---\n", "---\naudience: leads\n", 1)
    (folder / "time-off.md").write_text(secret, encoding="utf-8")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=nano)
    await handbook.refresh()
    said = await handbook.answer(QUESTION, on=TODAY)
    await handbook.close()

    assert said.conflicts == ()
    assert "25 days" not in said.text
