"""What somebody means who types no command."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from handlers.assistant import COMMANDS
from handlers.intent import Intents, examples
from handlers.wording import LOCALES, wording
from knowledge import EmbedderUnavailableError, Vector

MEANT = [
    ("I built a bot that reads supplier invoices", "register"),
    ("I've put together a Gemini flow that summarises supplier calls", "register"),
    ("Our finance team has built an AppSheet app with Gemini", "register"),
    ("please register my new tool", "register"),
    ("register", "register"),
    ("saya membuat chatbot untuk menjawab pertanyaan pelanggan", "register"),
    ("mau daftarin bot dong", "register"),
    ("tim saya bikin bot WhatsApp untuk toko", "register"),
    ("book a mentor", "office-hours"),
    ("could I get 30 minutes with a mentor", "office-hours"),
    ("cancel my booking", "office-hours"),
    ("please cancel my session with Linh", "office-hours"),
    ("pesan mentor untuk besok", "office-hours"),
    ("batalkan janji temu saya dengan mentor", "office-hours"),
    ("my solutions", "solutions"),
    ("is my solution approved", "solutions"),
    ("apa saja solusi saya", "solutions"),
    ("lihat status pendaftaran saya", "solutions"),
    ("what is the status of SOL-0007?", "solutions"),
    ("is SOL-0001 approved?", "solutions"),
    ("saya mau daftar", "register"),
    ("saya ingin daftar", "register"),
    ("what do I need to review today?", "review"),
    ("apa yang harus saya tinjau hari ini", "review"),
    ("show my training progress", "training"),
    ("lanjut pelatihan", "training"),
    ("what have other people made?", "showcase"),
    ("lihat karya teman-teman", "showcase"),
    ("anything waiting for me?", "home"),
    ("ada yang menunggu saya?", "home"),
    ("what are you able to do", "help"),
    ("kamu bisa bantu apa", "help"),
    ("Hello!", "help"),
    ("terima kasih", "help"),
    ("how do I register?", "ask"),
    ("How can I register my app?", "ask"),
    ("Should I register a bot that reads CVs?", "ask"),
    ("what if I build a bot that reads CVs?", "ask"),
    ("bagaimana kalau saya membuat bot untuk HR?", "ask"),
    ("how do office hours work?", "ask"),
    ("how do I cancel a booking?", "ask"),
    ("can mentors approve my solution?", "ask"),
    ("How many working days does a high tier review take?", "ask"),
    ("what training do mentors need", "ask"),
    ("Can I use ChatGPT with customer data?", "ask"),
    ("hi, can I use Zapier for HR data?", "ask"),
    ("thanks, and what about contractors?", "ask"),
    ("and for contractors?", "ask"),
    ("dan untuk Vietnam?", "ask"),
    ("Bolehkah data gaji dipakai di Power Platform?", "ask"),
    ("ห้ามใช้ข้อมูลอะไรกับ ChatGPT", "ask"),
    ("My team uses an AI that nobody knows about", "ask"),
    ("why?", "ask"),
    ("glossary", "ask"),
    ("restricted data", "ask"),
    ("the weather tomorrow", "ask"),
    ("asdfgh", "ask"),
    ("🎉", "ask"),
    ("", "ask"),
]


THAI = [
    ("ผมทำบอทสรุปรายงานการประชุม", "register"),
    ("ทีมบัญชีเราทำแอปอ่านใบเสร็จด้วย AI", "register"),
    ("อยากลงทะเบียนแชตบอทตัวใหม่", "register"),
    ("ขอจองเวลาคุยกับเมนเทอร์หน่อยครับ", "office-hours"),
    ("ช่วยยกเลิกนัดกับเมนเทอร์ให้หน่อย", "office-hours"),
    ("อยากปรึกษาเรื่องพรอมต์", "office-hours"),
    ("ขอดูโซลูชันที่ลงทะเบียนไว้", "solutions"),
    ("บอทของผมผ่านหรือยังครับ", "solutions"),
    ("วันนี้มีอะไรต้องตรวจสอบบ้าง", "review"),
    ("ดูความคืบหน้าการอบรม", "training"),
    ("ผมเรียนบทแรกเสร็จแล้ว", "training"),
    ("ขอดูผลงานของทีมอื่น", "showcase"),
    ("มีงานอะไรค้างอยู่บ้าง", "home"),
    ("บอททำอะไรได้บ้างครับ", "help"),
    ("ขอบคุณมากนะคะ", "help"),
    ("สวัสดีครับผม", "help"),
    ("ใช้ข้อมูลเงินเดือนกับ ChatGPT ได้ไหม", "ask"),
    ("ต้องลงทะเบียนบอทก่อนใช้งานหรือเปล่า", "ask"),
    ("การตรวจสอบระดับสูงใช้เวลากี่วัน", "ask"),
    ("แล้วถ้าเป็นเวียดนามล่ะ", "ask"),
    ("เมนเทอร์อนุมัติโซลูชันได้หรือไม่", "ask"),
    ("พรุ่งนี้อากาศเป็นยังไง", "ask"),
    ("ข้อมูลลูกค้าจัดเป็นชั้นไหน", "ask"),
    ("จะยกเลิกนัดต้องทำยังไง", "ask"),
    ("แผนกเราทำโฟลว์แปลอีเมลด้วย Copilot Studio", "register"),
    ("ขอลงทะเบียนเครื่องมือที่ทีมใช้อยู่ครับ", "register"),
    ("ผมสร้าง GPT ช่วยตอบคำถามลูกค้าไว้", "register"),
    ("อยากนัดคุยกับเมนเทอร์วันพฤหัส", "office-hours"),
    ("ขอดูนัดที่จองไว้", "office-hours"),
    ("มาตามนัดวันอังคารไม่ได้ครับ", "office-hours"),
    ("โซลูชันของเราได้อนุมัติแล้วหรือยัง", "solutions"),
    ("SOL-0003 ถึงไหนแล้ว", "solutions"),
    ("มีโซลูชันไหนรอให้ฉันตรวจบ้าง", "review"),
    ("เรียนจบสัปดาห์ที่สองแล้วค่ะ", "training"),
    ("บทต่อไปเรียนอะไร", "training"),
    ("อยากเห็นว่าฝ่ายอื่นทำอะไรกับ AI", "showcase"),
    ("ตอนนี้ฉันควรทำอะไรก่อน", "home"),
    ("ช่วยอะไรฉันได้บ้าง", "help"),
    ("หวัดดีครับ", "help"),
    ("โอเค ขอบคุณครับ", "help"),
    ("เอาสัญญาให้ Gemini อ่านได้มั้ย", "ask"),
    ("ใครต้องอนุมัติบอทระดับจำกัด", "ask"),
    ("ต้องทดสอบกี่เคสถึงจะพอ", "ask"),
    ("บัญชีส่วนตัวใช้กับงานได้หรือไม่", "ask"),
    ("ถ้าบอทส่งอีเมลผิดคนต้องแจ้งใคร", "ask"),
    ("PDPA คืออะไร", "ask"),
    ("เราทำแชตบอทช่วยพนักงานใหม่", "register"),
    ("อยากลงทะเบียนแอปที่เพิ่งทำเสร็จ", "register"),
    ("ขอเวลากับเมนเทอร์สักครึ่งชั่วโมง", "office-hours"),
    ("เลื่อนหรือยกเลิกนัดวันศุกร์ให้หน่อย", "office-hours"),
    ("แอปของฉันอยู่ขั้นไหนแล้ว", "solutions"),
    ("มีใครส่งอะไรมาให้ตรวจไหม", "review"),
    ("ผมอบรมครบหรือยัง", "training"),
    ("ผลงานเพื่อน ๆ มีอะไรน่าสนใจ", "showcase"),
    ("มีอะไรต้องทำวันนี้", "home"),
    ("ใช้คำสั่งอะไรได้บ้าง", "help"),
    ("ใช้เสียงลูกค้าฝึกโมเดลได้ไหม", "ask"),
    ("ถ้าไม่ลงทะเบียนจะเป็นอะไรไหม", "ask"),
    ("ข้อมูลภายในส่งเข้า Make ได้หรือเปล่า", "ask"),
    ("ใครอนุมัติบอทระดับสูง", "ask"),
]
VIETNAMESE = [
    ("mình vừa làm con bot tóm tắt biên bản họp", "register"),
    ("nhóm kế toán làm app đọc biên lai bằng AI", "register"),
    ("em muốn đăng ký chatbot mới ạ", "register"),
    ("toi muon dang ky bot moi", "register"),
    ("cho em đặt lịch với mentor ngày mai", "office-hours"),
    ("hủy giúp mình buổi hẹn với chị Linh", "office-hours"),
    ("minh muon dat lich mentor", "office-hours"),
    ("cho xem các giải pháp tôi đã đăng ký", "solutions"),
    ("bot của em được duyệt chưa ạ", "solutions"),
    ("giai phap cua minh den dau roi", "solutions"),
    ("hôm nay có gì cần xét duyệt", "review"),
    ("xem tiến độ học của tôi", "training"),
    ("mình học xong bài đầu rồi", "training"),
    ("cho xem các nhóm khác đã làm gì", "showcase"),
    ("tôi còn việc gì đang chờ", "home"),
    ("bạn có thể giúp gì cho tôi", "help"),
    ("cảm ơn bạn nhiều lắm", "help"),
    ("chào buổi sáng nhé", "help"),
    ("dữ liệu lương có được dùng với ChatGPT không", "ask"),
    ("bot có phải đăng ký trước khi dùng không?", "ask"),
    ("xét duyệt mức cao mất mấy ngày", "ask"),
    ("còn ở Thái Lan thì sao", "ask"),
    ("mentor có được duyệt giải pháp không", "ask"),
    ("thời tiết ngày mai thế nào", "ask"),
    ("du lieu khach hang thuoc loai nao", "ask"),
    ("muốn hủy lịch hẹn thì làm thế nào?", "ask"),
    ("co duoc dung Zapier khong", "ask"),
    ("phòng mình làm flow dịch email bằng Copilot Studio", "register"),
    ("đăng ký giúp em công cụ nhóm đang dùng", "register"),
    ("toi vua tao GPT tra loi khach hang", "register"),
    ("mình muốn gặp mentor chiều thứ năm", "office-hours"),
    ("xem các buổi tôi đã đặt", "office-hours"),
    ("thứ ba tôi không đến hẹn được ạ", "office-hours"),
    ("toi can mentor giup", "office-hours"),
    ("giải pháp bên mình đã được phê duyệt chưa", "solutions"),
    ("SOL-0003 tới đâu rồi", "solutions"),
    ("có giải pháp nào chờ tôi duyệt không", "review"),
    ("em học xong tuần hai rồi ạ", "training"),
    ("bài sau học gì", "training"),
    ("muốn xem phòng khác dùng AI làm gì", "showcase"),
    ("giờ tôi nên làm gì trước", "home"),
    ("bạn giúp được mình việc gì", "help"),
    ("chào bạn nhé", "help"),
    ("ok cảm ơn bạn", "help"),
    ("đưa hợp đồng cho Gemini đọc được không", "ask"),
    ("ai phải duyệt bot mức hạn chế", "ask"),
    ("phải thử bao nhiêu trường hợp thì đủ", "ask"),
    ("tai khoan ca nhan co dung cho viec cong ty duoc khong", "ask"),
    ("bot gửi nhầm email thì báo ai", "ask"),
    ("nghị định 13 là gì", "ask"),
    ("bọn mình làm chatbot cho nhân viên mới", "register"),
    ("muốn đăng ký app vừa làm xong", "register"),
    ("cho mình nửa tiếng với mentor", "office-hours"),
    ("hủy giúp lịch hẹn thứ sáu", "office-hours"),
    ("app của tôi đang ở bước nào rồi", "solutions"),
    ("co ai gui gi cho toi duyet khong", "review"),
    ("tôi học đủ chưa", "training"),
    ("đồng nghiệp có sản phẩm gì hay", "showcase"),
    ("hôm nay tôi cần làm gì", "home"),
    ("có thể dùng lệnh gì", "help"),
    ("có được dùng giọng nói khách hàng để huấn luyện mô hình không", "ask"),
    ("không đăng ký thì có sao không", "ask"),
    ("du lieu noi bo dua vao Make duoc khong", "ask"),
    ("ai duyệt bot mức cao", "ask"),
]


class Unreachable:
    """An embedder whose other side is away."""

    id = "unreachable"
    dimensions = 3
    threads = 1

    def query(self, text: str) -> Vector:
        """Give no vector."""
        raise EmbedderUnavailableError(self.id, f"nothing for {len(text)} characters")

    def passages(self, texts: Sequence[str]) -> Vector:
        """Give no vectors."""
        raise EmbedderUnavailableError(self.id, f"nothing for {len(texts)} texts")


@pytest.mark.parametrize(("text", "command"), MEANT)
async def test_a_sentence_means_what_its_nearest_example_means(
    intents: Intents, text: str, command: str
) -> None:
    """A wish is a command, a question about it is a question."""
    assert (await intents.meaning(text)).command == command


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_what_help_suggests_is_understood(
    intents: Intents, locale: str, command: str
) -> None:
    """Whoever copies a sentence from help gets what stands above it."""
    suggested = wording(locale).lines(f"{command}-examples")
    meant = {line: (await intents.meaning(line)).command for line in suggested}

    assert meant == dict.fromkeys(suggested, command)


@pytest.mark.parametrize(
    ("text", "command", "reference"),
    [
        ("Tampilkan SOL-0001", "solutions", "SOL-0001"),
        ("lihat sol-0002", "solutions", "SOL-0002"),
        ("open SOL-0001", "solutions", "SOL-0001"),
        ("setujui SOL-0001", "solutions", "SOL-0001"),
        ("SOL-0012?", "solutions", "SOL-0012"),
        ("batalkan BKG-0003", "office-hours", "BKG-0003"),
    ],
)
async def test_a_reference_is_shown_whatever_the_words_around_it(
    tmp_path: Path, text: str, command: str, reference: str
) -> None:
    """By rule, also before anything is embedded."""
    meaning = await Intents(None, home=tmp_path).meaning(text)

    assert (meaning.command, meaning.reference) == (command, reference)


@pytest.mark.parametrize("text", ["1", "test test", "apa", "hmm", "Yes.", "42 ok", "ya ya ya"])
async def test_what_says_nothing_is_no_question(intents: Intents, text: str) -> None:
    """Nobody searches the handbook for it."""
    meaning = await intents.meaning(text)

    assert (meaning.command, meaning.verb) == ("help", "wonder")


@pytest.mark.parametrize(
    ("sentences", "least"), [(THAI, 0.91), (VIETNAMESE, 0.91)], ids=["th", "vi"]
)
async def test_most_sentences_in_thai_and_vietnamese_mean_what_was_meant(
    intents: Intents, sentences: list[tuple[str, str]], least: float
) -> None:
    """None of them is an example; the figures may not fall."""
    shown = {sentence for each in examples().values() for sentence in each}
    wrong = [
        (text, command)
        for text, command in sentences
        if (await intents.meaning(text)).command != command
    ]

    assert not shown & {text for text, _ in sentences}
    assert 1 - len(wrong) / len(sentences) >= least, wrong


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("hi", "greet"),
        ("Selamat pagi!", "greet"),
        ("makasih ya", "thank"),
        ("thx a lot, that was quick", "thank"),
        ("cam on nha", "thank"),
    ],
)
async def test_a_greeting_is_greeted_and_thanks_are_thanked_for(
    intents: Intents, text: str, verb: str
) -> None:
    """Kindness is no command."""
    assert (await intents.meaning(text)).verb == verb


@pytest.mark.parametrize(
    "text",
    ["Book a mentor!", "MY SOLUTIONS", "  terima   kasih. ", "help", "จองเมนเทอร์", "Hủy hẹn!"],
)
async def test_an_example_is_known_by_its_words_alone(tmp_path: Path, text: str) -> None:
    """Before anything is embedded, whatever its case and punctuation."""
    meaning = await Intents(None, home=tmp_path).meaning(text)

    assert meaning.command != "ask"


async def test_what_shares_too_few_words_is_a_question(tmp_path: Path) -> None:
    """Without an embedder a doubtful sentence goes to the handbook."""
    meaning = await Intents(None, home=tmp_path).meaning("we made something for the warehouse")

    assert meaning.command == "ask"


async def test_a_long_text_is_material_for_a_question(intents: Intents) -> None:
    """Nobody gives a command in ten thousand characters."""
    assert (await intents.meaning("I built a bot. " * 700)).command == "ask"


async def test_words_decide_while_the_embedder_is_away(tmp_path: Path) -> None:
    """A command in the words of an example still works."""
    intents = Intents(Unreachable(), home=tmp_path)
    with pytest.raises(EmbedderUnavailableError):
        await intents.prepare()

    assert (await intents.meaning("show me my solutions please")).command == "solutions"
