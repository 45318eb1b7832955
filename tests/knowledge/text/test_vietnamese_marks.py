"""Marks of Vietnamese, restored for searching."""

import json
from pathlib import Path

import pytest
import yaml

from knowledge.text.tokens import strip_marks
from knowledge.text.vietnamese_marks import normalize_syllable, readings
from tests.fixtures.handbooks import ROOT

HANDBOOK = ROOT / "knowledge" / "handbook"

MARKED = (
    "Ai phải ký vào biên bản bàn giao thiết bị?",
    "Bao lâu thì phải thay mật khẩu một lần?",
    "Bộ phận nào chịu trách nhiệm lưu trữ hợp đồng lao động?",
    "Chúng tôi có thể gửi báo cáo doanh thu cho đối tác nước ngoài không?",
    "Công ty hỗ trợ bao nhiêu tiền cho mỗi khóa học tiếng Anh?",
    "Dữ liệu khách hàng được lưu ở đâu?",
    "Em vừa phát hiện một lỗi trong phần mềm kế toán thì báo cho ai?",
    "Giờ làm việc của văn phòng bắt đầu lúc mấy giờ?",
    "Khi nào nhân viên mới được cấp máy tính?",
    "Làm thế nào để yêu cầu thêm quyền truy cập?",
    "Mất bao nhiêu ngày để phê duyệt một yêu cầu?",
    "Mình muốn hủy đăng ký giải pháp này",
    "Người quản lý có được xem tin nhắn của nhân viên không?",
    "Nhà cung cấp phải tuân thủ những tiêu chuẩn nào?",
    "Nếu máy chủ bị hỏng thì chúng ta làm gì trước tiên?",
    "Thông tin nào không được chia sẻ ra bên ngoài?",
    "Tôi cần những giấy tờ gì để xin nghỉ thai sản?",
    "Tại sao yêu cầu của tôi bị từ chối?",
    "Tài liệu hướng dẫn sử dụng nằm ở thư mục nào?",
    "Ứng dụng này có thu thập vị trí của người dùng không?",
)
"""Written for this test alone."""

MIN_ACCURACY = 0.92


def without_marks(text: str) -> str:
    """Type a *text* as people do who type no marks."""
    return "".join(
        strip_marks(each.lower()).upper() if each.isupper() else strip_marks(each) for each in text
    )


def test_most_syllables_get_their_marks_back() -> None:
    """Of questions that the table knows nothing of."""
    right = total = 0
    for text in MARKED:
        (best, *_) = readings(without_marks(text))
        pairs = list(zip(text.split(), best.split(), strict=True))
        right += sum(normalize_syllable(one) == normalize_syllable(two) for one, two in pairs)
        total += len(pairs)
    assert right / total >= MIN_ACCURACY


def test_an_unsure_reading_has_a_second_one() -> None:
    """One word tells too little."""
    assert len(readings("luong")) == 2
    assert len(set(readings("luong"))) == 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Khi nao thi duoc duyet?", "Khi nào thì được duyệt?"),
        (
            "Zapier dung du lieu luong duoc khong",
            "Zapier dùng dữ liệu lương được không",
        ),
        ("bot gui nham hoa don cho khach", "bot gửi nhầm hóa đơn cho khách"),
    ],
)
def test_case_and_the_names_of_tools_stay(typed: str, read: str) -> None:
    """Only marks are put on."""
    assert readings(typed)[0] == read


@pytest.mark.parametrize(
    "text",
    ["", "?", "42", "Zapier", "tôi duoc nghi may ngay", "ได้ไหม", "who approves", "gimana caranya"],
)
def test_what_is_no_unmarked_vietnamese_is_its_only_reading(text: str) -> None:
    """Whatever else people type."""
    assert readings(text) == (text,)


def test_no_english_or_indonesian_question_is_taken_for_vietnamese() -> None:
    """Neither in the sets of questions nor among those that the notes expect."""
    asked = [
        each["question"]
        for name in ("questions.jsonl", "unclear.jsonl")
        for line in (ROOT / "tests" / "evals" / name).read_text("utf-8").splitlines()
        if (each := json.loads(line)).get("lang", "en") in {"en", "id"}
    ]
    for file in Path(HANDBOOK).glob("*.notes.yaml"):
        for note in yaml.safe_load(file.read_text("utf-8")).values():
            for code in ("en", "id"):
                asked += note.get("asks", {}).get(code, [])
    assert len(asked) > 500
    assert [text for text in asked if readings(text) != (text,)] == []
