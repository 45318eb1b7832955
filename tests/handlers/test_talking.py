"""What is said that is no question: people, anger, harm, and what is not clear enough to begin."""

import json
from collections import defaultdict

import pytest

from handlers.intent import Intents
from handlers.phrase_match import reports_harm
from handlers.reply import Sources
from tests.fixtures.conversation import SARI, Conversation, buttons, plain
from tests.fixtures.handbooks import ROOT
from tests.handlers.ask.test_ask import IN_FORCE

SENTENCES = ROOT / "tests" / "evals" / "talking.jsonl"
"""Sentences as people type them, and what each means: a command, kind words, harm, or what only
looks like harm ("calm")."""

NO_CALM = {"harm", "upset", "human"}
"""What a sentence is not that only looks like harm."""

MIN_HARM_HEARD = 0.95
"""The least share of the reports of harm that are heard as such."""

HUMAN = [
    "can i speak to an actual person pls",
    "pls let me talk to a human being",
    "i'd rather talk to a real person",
    "bisa ngomong sama manusia beneran gak",
    "mau ngobrol sama orang aja deh",
    "ขอคุยกับคนจริงหน่อยค่ะ",
    "อยากคุยกับเจ้าหน้าที่ครับ",
    "ขอคุยกับคนจริงๆ ได้ไหม",
    "cho em nói chuyện với người thật với ạ",
    "toi muon gap nguoi that",
    "cho em gap nguoi that voi",
]
UPSET = [
    "this is so useless!!",
    "that was a stupid answer",
    "jawabannya ga membantu banget",
    "kesel deh jawabannya salah mulu",
    "ตอบไม่รู้เรื่องเลยนะ",
    "trả lời chán thế",
    "buc minh qua di",
]
KIND_WORDS = [
    ("thx ah boss, you save my life", "thank"),
    ("tq so much, problem solved 🙏", "thank"),
    ("makasih min udah dijawab, jadi paham", "thank"),
    ("oh gitu, makasih ya kak", "thank"),
    ("ขอบคุณครับ ช่วยได้เยอะเลย", "thank"),
    ("vâng em cảm ơn ạ", "thank"),
    ("🙏🙏", "thank"),
    ("u so smart leh", "thank"),
    ("keren banget botnya", "thank"),
    ("เก่งมากเลยบอท", "thank"),
    ("giỏi quá ta", "thank"),
    ("ngủ ngon nha", "thank"),
    ("hello all, I am new here", "greet"),
    ("hai kak aku baru gabung nih", "greet"),
    ("ฮัลโหล มีใครอยู่มั้ย", "greet"),
    ("chào bot, em mới vào công ty ạ", "greet"),
    ("morning boss", "greet"),
    ("hi gaes", "greet"),
    ("hello po, good am", "greet"),
    ("pagi min 🙏", "greet"),
    ("met siang gaes", "greet"),
    ("ดีจ้า แอดมิน", "greet"),
    ("สวัสดีตอนบ่ายค่ะพี่", "greet"),
    ("em chào anh chị ạ", "greet"),
    ("alo ad ơi", "greet"),
    ("okie noted", "agree"),
    ("siap kak", "agree"),
    ("oke min noted", "agree"),
    ("รับทราบครับผม", "agree"),
    ("dạ em hiểu rồi ạ", "agree"),
    ("vâng ạ", "agree"),
    ("aduh bot ini lemot banget sih", "upset"),
    ("your bot damn slow leh, useless", "upset"),
    ("บอทอะไรตอบมั่วมาก", "upset"),
    ("bot gì mà trả lời lung tung", "upset"),
    ("😡", "upset"),
]
"""What is said to be kind, to agree or to scold, with what people put around it."""

NO_KIND_WORDS = [
    "thanks but can I put payslips into zapier",
    "halo min, data gaji boleh ke chatgpt?",
    "morning, my bot needs a backup owner",
    "ok so who approves it",
    "siap kak, terus kalau reviewernya cuti?",
    "โอเคค่ะ แล้วต้องลงทะเบียนไหม",
    "vâng, vậy duyệt mất bao lâu",
    "cảm ơn, còn giá vốn thì sao",
    "good morning, what is restricted data",
    "thanks ah, but now the flow cannot run how",
    "my bot is so slow when 20 people use it",
    "bot saya lemot kalau dipakai banyak orang",
    "is this good?",
    "if the bot breaks a day of entries do I need a way back",
    "hello, I am new here, what must I learn",
    "good ideas for a first bot",
    "โอเคไหมถ้าใช้ Zapier",
]
"""Questions and stories that only begin so."""

HARM = [
    "my bot sent the wrong invoice",
    "our chatbot is down since this morning",
    "customer data leaked, help",
    "the agent emailed the offer to the wrong customer",
    "I accidentally pasted salaries into the free ChatGPT",
    "data pelanggan bocor nih",
    "bot saya salah kirim faktur ke pelanggan",
    "ga sengaja masukin slip gaji ke chatgpt",
    "ข้อมูลลูกค้ารั่วไหล",
    "บอทส่งใบแจ้งหนี้ผิดคน",
    "แชตบอตล่มครับ",
    "dữ liệu khách hàng bị lộ",
    "bot gửi nhầm hóa đơn cho khách",
    "du lieu khach hang bi lo ra ngoai",
    "bot gui nham hoa don roi",
    "app bi sap tu sang",
    "flow just mailed Mr Tan's invoice to a different customer, what do I do now??",
    "supplier nerima rekening supplier lain",
    "โฟลว์เพิ่งส่งใบแจ้งหนี้ของคุณสมชายไปให้ลูกค้าอีกราย ทำไงดี",
    "phiếu lương của đồng nghiệp bị gửi đến người không phải chủ",
    "the ordering agent keeps making the same ticket since midnight, 40 already",
    "not sure if I should be worried, our flow keeps opening the same case since yesterday",
    "my flow keeps emailing the same customer every 5 minutes, help",
    "agent sent quotations to the clients by itself overnight",
    "the agent followed an instruction in a mail and sent out our cost prices",
    "i just paste customer list into free chatgpt",
    "bot PR dari kemarin bikin tiket yang sama terus, supplier pada nelpon",
    "waduh barusan password server kepaste ke chatgpt",
    "agen kami nurutin perintah dari email asing dan ngirim harga modal ke luar",
    "chatbot ngirim broadcast sendiri ke semua pelanggan tadi pagi",
    "บอทสร้างตั๋วซ้ำ ๆ ตั้งแต่เมื่อคืน ซัพพลายเออร์โทรมาเต็มเลย",
    "เมื่อกี้ก๊อปรายชื่อลูกค้าไปวางใน ChatGPT ฟรีไปแล้ว",
    "เอเจนต์ทำตามคำสั่งในอีเมลแปลก ๆ แล้วส่งราคาทุนออกไปแล้ว",
    "bot tạo phiếu lặp đi lặp lại từ tối qua, nhà cung cấp gọi liên tục",
    "mình vừa copy danh sách khách hàng vào chatgpt miễn phí mất rồi",
    "agent nghe theo lệnh trong mail lạ rồi tự gửi giá vốn ra ngoài mất rồi",
    "bot tu gui mail cho khach tu toi qua gio ko dung duoc",
    "the approval flow is approving everything by itself since this morning",
    "the agent wiped half of the contacts in the crm overnight",
    "our bot replies rude stuff on the shop page",
    "our helpdesk bot told 12 customers the money is back but it isn't",
    "someone from outside got our price book from the chatbot",
    "agent ngehapus setengah kontak di CRM semalam",
    "bot kami bilang ke pelanggan uangnya sudah balik padahal belum",
    "ada orang luar dapet daftar harga kita dari chatbot",
    "โฟลว์กดอนุมัติเองหมดตั้งแต่เช้า",
    "บอทตอบลูกค้าหยาบคายในเพจ",
    "คนนอกได้ราคาของเราไปจากแชตบอตแล้ว",
    "flow tự duyệt hết từ sáng tới giờ",
    "bot trả lời khách thô lỗ trên fanpage",
    "agent xóa mất nửa danh bạ trong CRM đêm qua",
]
NO_HARM = [
    "how long does a review take?",
    "what counts as an incident?",
    "is a wrong answer a problem?",
    "how do I shut down my solution?",
    "saya terlanjur membuat bot tanpa mendaftar",
    "review solusi berapa hari",
    "เปิดใช้งานบอทเมื่อไร",
    "khi nào cần báo cáo",
    "how many AI data leaks did we have last year?",
    "seberapa sering bot down tahun 2025",
    "เมนเทอร์ไม่มาตามนัด ร้องเรียนใครได้",
    "công ty nào từng bị hack vì AI",
    "we sent the report to another team yesterday, when do they answer",
    "what if my bot keeps creating the same order?",
    "may my bot send messages to customers by itself?",
    "my flow keeps running when I'm on leave, who watches it",
    "my bot sends a reminder every morning, must i register?",
    "how does a bot get tricked by a strange mail",
    "can i paste customer list into free chatgpt",
    "we keep creating the same report by hand, can AI do it?",
    "kalau bot bikin order dobel harus gimana",
    "bot yang ngirim email sendiri ke pelanggan boleh ga",
    "bot saya sudah jalan sejak bulan lalu",
    "ถ้าบอทส่งเมลซ้ำต้องทำยังไง",
    "แปะรหัสผ่านใน chatgpt ได้มั้ย",
    "nếu bot tạo đơn lặp lại thì làm gì",
    "bot tự gửi mail cho khách có được không",
    "the agent deletes old contacts every night, is it ok",
    "my bot replied to 100 customers last month, can i show it in showcase",
    "yesterday I made a bot that makes tickets by itself, must I register",
    "flow approval boleh approve sendiri ga",
    "kalau bot balas kasar siapa yang tanggung jawab",
    "ให้โฟลว์อนุมัติเองได้ไหม",
    "nếu bot xóa nhầm danh bạ thì ai chịu",
    "để bot tự gửi thông báo cho khách lúc nửa đêm được hông",
    "I want to shut our flow down, steps?",
    "Zapier is down, may I use another tool",
    "công cụ bị sập thì dùng công cụ khác được không",
]


@pytest.mark.parametrize(("said", "verb"), [*((each, "human") for each in HUMAN)])
async def test_who_wants_to_talk_to_somebody_is_understood(
    intents: Intents, said: str, verb: str
) -> None:
    """In four languages, plain and polite."""
    assert (await intents.meaning(said)).verb == verb


@pytest.mark.parametrize("said", UPSET)
async def test_anger_is_heard(intents: Intents, said: str) -> None:
    """And nothing is begun because of it."""
    assert (await intents.meaning(said)).verb == "upset"


@pytest.mark.parametrize(("said", "verb"), KIND_WORDS)
async def test_kind_words_are_heard_with_all_that_stands_around_them(
    intents: Intents, said: str, verb: str
) -> None:
    """Address, time of day, particles and signs change nothing; no handbook is searched."""
    assert (await intents.meaning(said)).verb == verb


@pytest.mark.parametrize("said", NO_KIND_WORDS)
async def test_a_question_after_kind_words_is_a_question(intents: Intents, said: str) -> None:
    """Whatever it begins with."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("ask", "start")


@pytest.mark.parametrize(
    "said",
    [
        "Can a chatbot pretend to be a real person?",
        "who reviews when a human checks?",
        "mình định làm camera nhận mặt nhân viên để chấm công",
        "kamera yang mengenali wajah karyawan",
        "ทำกล้องจำหน้าพนักงานตอนเข้างาน",
        "a camera that recognises the staff at the door",
    ],
)
async def test_a_question_about_people_is_a_question(intents: Intents, said: str) -> None:
    """Only a wish to talk to one is a wish."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("ask", "start")


@pytest.mark.parametrize(
    "said",
    ["cancel", "Cancel, please", "batal", "ga jadi deh", "ยกเลิก", "ยกเลิกค่ะ", "hủy", "huy bo"],
)
async def test_to_cancel_alone_begins_nothing(intents: Intents, said: str) -> None:
    """There is nothing to book either."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("home", "cancel")


@pytest.mark.parametrize("said", HARM)
async def test_harm_is_told_by_how_it_is_put(intents: Intents, said: str) -> None:
    """It registers nothing and books nothing."""
    meaning = await intents.meaning(said)

    assert reports_harm(said)
    assert (meaning.command, meaning.verb, meaning.near) == ("ask", "start", "")


@pytest.mark.parametrize("said", NO_HARM)
def test_not_every_word_of_trouble_is_harm(said: str) -> None:
    """Nobody is told to switch something off who asks about the rules."""
    assert not reports_harm(said)


@pytest.mark.parametrize(
    "said",
    [
        "does my training from last job count",
        "training from 2 years back still valid or need retake",
        "training saya tahun lalu masih berlaku ga",
        "เคยเรียนคอร์สไปแล้วเมื่อปีก่อน ยังใช้ได้อยู่ไหม",
        "em học khóa này từ 2 năm trước, giờ phải học lại không",
        "we finish work faster with AI, may I take Friday off?",
        "AI bikin kerja cepat, dapat bonus ga",
        "ทำบอทช่วยงานแล้ว ขอขึ้นเงินเดือนได้ปะ",
        "dùng AI làm xong sớm, xin nghỉ chiều được không",
        "em làm bot phân loại mail, ai phải duyệt",
        "I made a bot that sorts mails, who must approve it",
        "can my team see my solutions?",
        "I built 3 bots already, need to register each one or one time can",
        "bot saya banyak berubah, daftar ulang atau edit aja",
        "ผมทำบอทไว้ 3 ตัว ลงทะเบียนแยกหรือรวม",
        "em làm 3 con bot, đăng ký riêng hay chung",
        "ai xem được giải pháp của em",
        "bot yang menyamar jadi orang",
        "easy project to begin with",
        "แชตบอตทำทีเป็นคนจริง",
    ],
)
async def test_a_question_is_no_command_for_its_words(intents: Intents, said: str) -> None:
    """What it speaks of opens no page and no form."""
    assert (await intents.meaning(said)).command == "ask"


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("I made a bot that sorts mails, who must approve it", "register"),
        ("how do I retire a solution", "solutions"),
        ("how to register my bot", "register"),
        ("cara daftar bot gimana", "register"),
        ("I need to register my bot, how?", "register"),
    ],
)
async def test_how_it_is_done_is_a_question_that_offers_it(
    intents: Intents, said: str, near: str
) -> None:
    """The command is a button below the answer."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.near) == ("ask", near)


@pytest.mark.parametrize(
    "said",
    [
        "remind me tomorrow",
        "ingatkan saya besok",
        "เตือนฉันพรุ่งนี้",
        "nhắc tôi ngày mai",
        "we use a bot for invoices, is that ok",
        "my solution was rejected, why?",
        "I finished",
        "muốn sửa giải pháp thì làm thế nào",
        "อยากยกเลิกโซลูชันต้องทำยังไง",
    ],
)
async def test_what_is_not_clear_begins_nothing(intents: Intents, said: str) -> None:
    """It is answered, as a question."""
    assert (await intents.meaning(said)).command == "ask"


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("thanks, you're faster than my boss", "thank"),
        ("ขอบคุณค่ะ เร็วกว่าหัวหน้าอีก", "thank"),
        ("thanks, and in ChatGPT Enterprise", "start"),
        ("makasih, cepat ya, tapi data gaji boleh ga", "start"),
    ],
)
async def test_praise_beside_thanks_is_thanks(intents: Intents, said: str, verb: str) -> None:
    """Unless something is asked or wanted as well."""
    assert (await intents.meaning(said)).verb == verb


async def test_people_are_offered_in_ones_language(conversation: Conversation) -> None:
    """The press sends what was said; so does anger, after an apology."""
    reply = await conversation.say("mau bicara dengan manusia", as_=SARI)
    sent = plain(await conversation.press("ask.team", as_=SARI))
    sorry = await conversation.say("jawabannya ngaco", as_=SARI)

    assert plain(reply).startswith("Tentu.")
    assert {button.action for button in buttons(reply)} == {"ask.team", "office-hours.start"}
    assert "mau bicara dengan manusia" in sent
    assert plain(sorry).startswith("Maaf")
    assert "ask.team" in {button.action for button in buttons(sorry)}


async def test_harm_is_shown_whom_to_tell_first(conversation: Conversation) -> None:
    """With the steps and the contacts, in any language; what the rules say stands below."""
    conversation.at = IN_FORCE
    for said in ("my bot sent the wrong invoice", "bot gui nham hoa don roi", "ข้อมูลลูกค้ารั่วไหล"):
        reply = await conversation.say(said)
        sources = next(block for block in reply.blocks if isinstance(block, Sources)).sources
        assert sources[0].path.endswith("escalation#when-something-goes-wrong")
        assert "security@selat.example" in plain(reply)


async def test_a_question_offers_the_command_it_may_have_been(conversation: Conversation) -> None:
    """One press away, and nothing is begun without it."""
    reply = await conversation.say("how do I retire a solution")

    assert "I took this as" not in plain(reply)
    assert "solutions.start" in {button.action for button in buttons(reply)}


async def test_what_people_type_means_what_was_meant(intents: Intents) -> None:
    """Nothing begins that was not wished, and no question about harm is taken for a report."""
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    sentences = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    for each in sentences:
        said = each["said"]
        meaning = await intents.meaning(said)
        is_harm = reports_harm(said) or meaning.verb == "harm"
        commands = dict.fromkeys(("start", "mine"), meaning.command)
        heard = "harm" if is_harm else commands.get(meaning.verb, meaning.verb)
        also = {"help": meaning.command, "calm": "" if heard in NO_CALM else "calm"}
        if each["means"] not in {heard, also.get(each["means"])}:
            wrong[each["means"]].append(said)
    harm = [each for each in sentences if each["means"] == "harm"]

    assert len(wrong.pop("harm", ())) <= (1 - MIN_HARM_HEARD) * len(harm)
    assert not wrong


async def test_harm_in_words_of_ones_own_is_shown_whom_to_tell(conversation: Conversation) -> None:
    """No list has the words; they are like reports of harm, and nothing else."""
    conversation.at = IN_FORCE
    said = "the assistant scolded a customer in the chat"
    reply = await conversation.say(said)

    assert not reports_harm(said)
    assert "security@selat.example" in plain(reply)
