# หน้าเว็บ: สิ่งที่อยู่รอบบทสนทนา

web-title = Guildmate
web-skip = ข้ามไปที่ช่องพิมพ์ข้อความ
web-banner = ตัวอย่างในเครื่องนี้: จะเป็นใครก็ได้ และไม่มีอะไรออกจากคอมพิวเตอร์เครื่องนี้
web-needs-script = หน้านี้ต้องใช้ JavaScript คำตอบเดียวกันดูได้ที่บรรทัดคำสั่ง: guildmate ask "คำถามของคุณ"
web-you-are = คุณคือ
web-language = ภาษา
web-home = หน้าแรก
web-handbook = คู่มือ
web-panel = หน้าแรกและคู่มือ
web-close = ปิด
web-conversation = บทสนทนา
web-your-message = ข้อความของคุณ
web-write = ถาม หรือบอกว่าคุณสร้างอะไร…
web-send = ส่ง
web-keys = กด Enter เพื่อส่ง กด Shift+Enter เพื่อขึ้นบรรทัดใหม่
web-yes = ใช่ ทำต่อ
web-no = ไม่ กลับไป
web-sure = ขอถามอีกครั้ง

web-hello = สวัสดี คุณ { $name }
web-hello-text = ที่นี่ช่วยตอบคำถามจากคู่มือ ลงทะเบียนสิ่งที่คุณสร้าง และจองเวลากับเมนเทอร์ พิมพ์ด้วยคำพูดของคุณเองได้เลย
web-suggestions =
    ใช้อีเมลลูกค้าใน ChatGPT ได้ไหม
    ฉันสร้างบอทที่อ่านใบแจ้งหนี้จากซัพพลายเออร์
    จองเวลากับเมนเทอร์
web-shortcuts = เริ่มตรงนี้ได้
web-shortcut-register = ลงทะเบียนโซลูชัน
web-shortcut-book = จองเมนเทอร์
web-shortcut-mine = โซลูชันของฉัน
web-shortcut-help = ช่วยอะไรได้บ้าง

web-you = คุณ
web-guildmate = Guildmate
web-news = ข่าวถึงคุณ
web-looking = กำลังค้นในคู่มือ…
web-working = กำลังดำเนินการ…
web-still = ยังทำอยู่ เปิดหน้านี้ทิ้งไว้ได้
web-unreachable = ติดต่อ Guildmate ไม่ได้ สิ่งที่คุณเขียนไม่ได้หายไปไหน
web-remove = ลบ
web-retry = ลองใหม่
web-form-sent = ส่งแล้ว
web-step = ขั้นที่ { $step } จาก { $steps }
web-optional = ไม่บังคับ
web-mistakes-one = กรุณาดูอีกครั้งหนึ่งช่อง
web-mistakes = กรุณาดูอีกครั้ง { $count } ช่อง
web-back = ย้อนกลับ
web-new = เริ่มใหม่
web-new-sure = บทสนทนาจะหายไปจากหน้านี้ สิ่งที่คุณลงทะเบียนและจองไว้ยังอยู่

web-all-pages = ทุกหน้า
web-contents = ในหน้านี้
web-version = ฉบับ { $version }
web-effective = ใช้ตั้งแต่ { $date }
web-owner = ผู้รับผิดชอบ: { $owner }
web-review-by = ทบทวนครั้งต่อไปภายใน { $date }
web-versions = ฉบับต่าง ๆ
web-seen = ตามที่เห็นเมื่อ { $date }
web-not-in-force = ฉบับนี้ไม่ได้ใช้อยู่ในวันนี้
web-overdue = หน้านี้ครบกำหนดทบทวนเมื่อ { $date } กรุณาถาม { $owner } ก่อนนำไปใช้
web-overdue-no-owner = หน้านี้ครบกำหนดทบทวนเมื่อ { $date } กรุณาถามทีมกำกับดูแลก่อนนำไปใช้
web-overdue-short = เลยกำหนดทบทวน
web-no-pages = คู่มือนี้ยังไม่มีหน้าใดเลย
web-page-not-found = ไม่มีหน้านี้ในคู่มือ
web-reading = กำลังเปิด…
web-home-empty = ไม่มีอะไรรอคุณอยู่

web-embedding = กำลังเตรียมคู่มือสำหรับการค้นหา: { $done } จาก { $total } ส่วน ระหว่างนี้ถามได้เลย
web-handbook-broken = มีการแก้คู่มือแล้วเกิดข้อผิดพลาด จึงยังใช้ฉบับล่าสุดที่ใช้ได้ เรียก guildmate check เพื่อดูข้อผิดพลาด

web-not-demonstration = ฐานข้อมูลนี้มีไว้สำหรับคนจริง จึงปิดหน้าตัวอย่างที่เลือกเป็นใครก็ได้ ถามได้ด้วย guildmate ask หรือเริ่มโดยไม่ตั้ง DATABASE_URL เพื่อดูตัวอย่าง
web-chat-set-up = ที่นี่ใช้ Guildmate ผ่านช่องแชตแล้ว หน้าเว็บในเครื่องที่มีบุคคลตัวอย่างจึงปิดอยู่ ส่งข้อความในแชต ถามด้วย guildmate ask หรือเริ่มใหม่โดยไม่ตั้งค่าช่องแชตเพื่อดูตัวอย่าง
web-not-here = ไม่มีหน้านี้
web-back-home = ไปที่บทสนทนา
web-refused-host = หน้านี้ตอบเฉพาะที่อยู่ของคอมพิวเตอร์เครื่องนี้เท่านั้น
web-refused-origin = คำขอนี้ส่งมาจากหน้าอื่น จึงไม่ได้ทำอะไร
web-too-large = ข้อความนี้ยาวเกินไป กรุณาให้ไม่เกิน 256 KB
web-unreadable = หน้านี้ส่งสิ่งที่อ่านไม่ได้มา กรุณาโหลดหน้าใหม่แล้วลองอีกครั้ง
web-broken = ระบบขัดข้อง และไม่มีอะไรเปลี่ยนแปลง กรุณาลองใหม่ ถ้ายังเกิดขึ้นอีก กรุณาแจ้ง { $reference }
web-nobody = ไม่มีคนนี้ในตัวอย่าง
web-no-language = ยังพูดภาษานั้นไม่ได้

web-role-maker = ผู้สร้าง
web-role-reviewer = ผู้ตรวจสอบ
web-role-mentor = เมนเทอร์
web-role-lead = หัวหน้าทีมกำกับดูแล
web-role-operator = ผู้ดูแลระบบ
web-language-en = English
web-language-id = Bahasa Indonesia
web-language-th = ไทย
web-language-vi = Tiếng Việt
web-handbook-mistakes = คู่มือบางหน้ามีข้อผิดพลาด เนื้อหาบางส่วนจึงอาจไม่แสดงที่นี่ เรียก guildmate check เพื่อดูรายการ
web-search-failed = ยังปรับการค้นหาให้เป็นปัจจุบันไม่ได้ บางคำตอบจึงอาจตกหล่นชั่วคราว ระบบกำลังลองใหม่อยู่
web-somebody-else = ในอีกหน้าต่างหนึ่งคุณเปลี่ยนเป็น { $name } แล้ว จึงยังไม่ได้ทำอะไรที่นี่
web-became = ตอนนี้คุณคือ { $name } ตามที่เลือกในอีกหน้าต่างหนึ่ง สิ่งที่ยังทำค้างในชื่อคนก่อนหน้ายังเก็บไว้ให้คนนั้น
