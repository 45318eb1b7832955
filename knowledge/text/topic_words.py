"""What a question is about, if it says so: "how long?" does not (pure)."""

import re
import unicodedata
from functools import cache

from knowledge.text.tokens import is_stop_word, ngrams, strip_marks

_GENERAL = (
    # English
    "able access allow allowed answer apply approval approve approved approves approving ask"
    " asked begin date day days deadline decide decided decides decision deadlines different"
    " do done else ever everybody everyone exactly example expect far fast find finish first"
    " full general get give go good happen happened happens here hour hours include involved"
    " job kind kinds know last late latest least limit limits list long longest made make"
    " makes many matter maximum mean means minimum minute minutes month months more most much"
    " name necessary needed needs never new next number often ok okay old option options"
    " order people permission permitted person possible procedure process question quick"
    " quickly reason required requirement requirements responsible right rule rules same soon"
    " sort start step steps still sure take takes tell thing things time times type types"
    " understand usually valid wait way week weeks work works year years yes wrong"
    # Bahasa Indonesia
    " aturan aturannya awal banyak batas batasnya benar biaya biayanya bisakah bolehkah boleh"
    " bulan cara caranya cepat contoh diizinkan dibutuhkan diperbolehkan diperlukan ditanya"
    " dulu harganya hari hubungi izin jam jangka jawab kapankah kira kirim lama lamanya"
    " langkah langkahnya lebih maksimal mengizinkan menit menyetujui memutuskan memulai"
    " minggu mulai orang perlu persetujuan proses prosesnya selesai seberapa sering setuju"
    " disetujui syarat syaratnya tahun tanya tanggal tanggung bertanggung jawabnya tunggu"
    " menunggu terakhir waktu waktunya wajib"
    # Vietnamese
    " bao lâu nhiêu mấy ngày giờ phút tuần tháng năm thời gian hạn cần những ai phê duyệt"
    " quyết định chịu trách nhiệm cho phép yêu cầu điều kiện bước quy trình thủ tục bắt đầu"
    " kết thúc đâu sao thế xong mất tốn chi phí giá hỏi báo liên hệ làm tối đa thiểu bằng"
    " cách muốn nhanh thường xuyên lần đồng ý giới mới rồi chưa đi ạ vậy có thể được không"
    " khi nào gì"
)
"""Words of questions about anything, beside those that say nothing in any text."""

_GENERAL_THAI = (
    "นานแค่ไหน นานเท่าไร นานเท่าไหร่ นานไหม ใช้เวลา เวลา กี่วัน กี่ชั่วโมง"
    " กี่เดือน กี่ปี กี่ครั้ง กี่คน กี่ วัน ชั่วโมง เดือน ปี เมื่อไร"
    " เมื่อไหร่ ตอนไหน ใคร อนุมัติ อนุญาต ตัดสินใจ รับผิดชอบ ต้องการ ต้อง"
    " ใช้ ทำ ได้ ไหม มั้ย หรือไม่ หรือเปล่า หรือยัง อะไร บ้าง ที่ไหน"
    " อย่างไร ยังไง ทำไม เท่าไร เท่าไหร่ บ่อยแค่ไหน บ่อย แค่ไหน ขั้นตอน"
    " เงื่อนไข เริ่ม เสร็จ ถาม บอก แจ้ง ติดต่อ ค่าใช้จ่าย ราคา จำกัด"
    " ขีดจำกัด ครั้ง ครับ คะ ค่ะ ฉัน ผม เรา มี คือ จะ ให้ เป็น ของ"
    " ที่ และ หรือ แล้ว ไป "
)
"""The same in Thai, whose words nothing parts: they are taken out, the longest first."""

MAX_WORD_CHARS = 16
"""Letters of one word; a longer run of Thai is a sentence."""

MAX_SYLLABLES = 2
"""What a Vietnamese word often has, each written by itself."""

_THAI = "\u0e00-\u0e7f"
_RUN = re.compile(rf"[{_THAI}]+|[^\W_{_THAI}]+(?:['’][^\W_]+)*")  # noqa: RUF001 - as typed


def find_topics(question: str) -> tuple[str, ...]:
    """List the words of a *question* that name what it is about; a run of Thai counts as one."""
    found: list[str] = []
    for number, run in enumerate(_runs(question)):
        word = run.lower()
        if re.match(f"[{_THAI}]", run):
            found += [rest for rest in _thai().split(run) if rest]
        elif len(parts := ngrams(word)) > 1:
            found += parts  # in other scripts without spaces, a sentence is one run
        elif number and run.istitle() and len(run) > 1:
            found.append(word)  # a name: "Make" is a tool, to make is not
        elif not (run.isdecimal() or is_stop_word(word) or strip_marks(word) in _general()):
            found.append(word)
    return tuple(found)


def is_bare_topic(question: str) -> bool:
    """Tell whether a *question* is one subject and nothing else: a word, with no verb to it."""
    runs = [run.lower() for run in _runs(question)]
    if list(find_topics(question)) != runs or len("".join(runs)) > MAX_WORD_CHARS:
        return False
    is_marked = any(strip_marks(run) != run for run in runs)
    return len(runs) == 1 or (is_marked and len(runs) == MAX_SYLLABLES)


def _runs(text: str) -> list[str]:
    return _RUN.findall(unicodedata.normalize("NFKC", text))


@cache
def _general() -> frozenset[str]:
    return frozenset(strip_marks(word) for word in _GENERAL.split())


@cache
def _thai() -> re.Pattern[str]:
    words = unicodedata.normalize("NFKC", _GENERAL_THAI).split()
    return re.compile("|".join(sorted(words, key=lambda word: -len(word))))
