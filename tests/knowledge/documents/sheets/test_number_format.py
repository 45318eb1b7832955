"""A number shows as its cell does, for every kind of format that people choose."""

import pytest

from knowledge.documents.sheets.number_format import show_number, show_text

DAY = 46_086
"""5 March 2026."""


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (25_000_000, '"Rp" #,##0', "Rp 25,000,000"),
        (25_000, "[$฿-41E]#,##0.00", "฿25,000.00"),
        (25_000, "#,##0\\ [$₫-42A]", "25,000 ₫"),
        (1_234.5, "#,##0.00 [$€-407]", "1,234.50 €"),
        (-1_234.5, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', "($1,234.50)"),
        (1_234.5, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "1,234.50"),
        (-1_234.5, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "(1,234.50)"),
        (0, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "-"),
        (1, "0%", "100%"),
        (0.3333333, "0%", "33%"),
        (0.125, "0.0 %", "12.5 %"),
        (0.5, "# ?/?", "1/2"),
        (2.25, "# ??/??", "2 1/4"),
        (-0.75, "# ?/4", "-3/4"),
        (1_234_567, '#,##0.0,,"M"', "1.2M"),
        (12_345, "0.00E+00", "1.23E+04"),
        (7, "000", "007"),
        (3, "0.##", "3"),
        (8_112_345, "000-0000", "811-2345"),
        (12, '0" days"', "12 days"),
        (12, 'General" hari"', "12 hari"),
        (1.0, "General", "1"),
        (0.1 + 0.2, "General", "0.3"),
        (250_000_000_000, "General", "250000000000"),
        (2.675, "0.00", "2.68"),
        (-0.001, "0.0", "0.0"),
        (150, '[>=100]"high";[<100]"low"', "high"),
        (50, '[>=100]"high";[<100]"low"', "low"),
        (11, '[<10]0" few"', "11"),
        (1, '"Yes";"Yes";"No"', "Yes"),
        (0, '"Yes";"Yes";"No"', "No"),
        (5, ";;;", ""),
        (5, "@", "5"),
    ],
)
def test_numbers(value: float, code: str, shown: str) -> None:
    """Currencies of the region, shares, fractions, scaled and hidden ones, and conditions."""
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (DAY, "dd mmm yyyy", "05 Mar 2026"),
        (DAY, "yyyy-mm-dd", "2026-03-05"),
        (DAY, "dddd, d mmmm yyyy", "Thursday, 5 March 2026"),
        (DAY, "[$-421]dd mmmm yyyy", "05 Maret 2026"),
        (DAY, "[$-42A]d mmmm yyyy", "5 tháng 3 2026"),
        (DAY, "[$-107041E]d mmmm yyyy", "5 มีนาคม 2569 (2026-03-05)"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026-03-05"),
        (DAY, "dd/mm/yyyy", "05/03/2026 (2026-03-05)"),
        (DAY + 20, "dd/mm/yyyy", "25/03/2026"),
        (DAY, "mmm-yy", "Mar-26"),
        (DAY + 0.75, "yyyy-mm-dd h:mm", "2026-03-05 18:00"),
        (DAY + 0.75, "d mmm, h:mm AM/PM", "5 Mar, 6:00 PM"),
        (0.5, "hh:mm", "12:00"),
        (0.5 - 1e-9, "hh:mm", "12:00"),
        (1.5, "[h]:mm", "36:00"),
        (2.5, '[h]" jam" mm" menit"', "60 jam 00 menit"),
        (0.25, 'h" giờ "mm" phút"', "6 giờ 00 phút"),
        (1 / 24 / 60, "mm:ss", "01:00"),
        (1.25, "[mm]:ss", "1800:00"),
        (-1, "yyyy-mm-dd", "-1"),
    ],
)
def test_dates_times_and_durations(value: float, code: str, shown: str) -> None:
    """Said in ISO too where day and month, or the calendar, could be taken for others."""
    assert show_number(value, code) == shown


def test_a_workbook_may_count_from_1904() -> None:
    """As those of old Macs do."""
    assert show_number(DAY - 1_462, "yyyy-mm-dd", is_1904=True) == "2026-03-05"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", "Bali"),
        ('0;-0;0;"Kota: "@', "Kota: Bali"),
        ('@" only"', "Bali only"),
        (";;;", ""),
    ],
)
def test_texts(code: str, shown: str) -> None:
    """They have a section of their own, which may hide them."""
    assert show_text("Bali", code) == shown
