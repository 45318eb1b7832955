# ภาพรวม

home-summary = ดูสิ่งที่รอคุณอยู่
home-examples =
    มีอะไรรอฉันอยู่บ้าง
    ต้องทำอะไรต่อ
home-waiting = **รอคุณอยู่**
home-solutions = **โซลูชันของฉัน**
home-looked-after = **โซลูชันที่ฉันช่วยดูแล**
home-bookings = **นัดของฉัน**
home-empty = ไม่มีอะไรค้างอยู่ ถ้าคุณสร้างอะไรด้วย AI ไว้ หรือมีไอเดียอยู่ ลงทะเบียนได้ในไม่กี่นาที หรือจะคุยกับเมนเทอร์ก่อนก็ได้
home-register = ลงทะเบียนโซลูชัน
home-book = จองเมนเทอร์
home-train = เริ่มการอบรม
home-unfinished = การลงทะเบียนที่ยังไม่เสร็จ
home-saved = บันทึกเมื่อ
home-continue = ทำต่อ
home-review = ต้องตรวจสอบ: { $name }
home-to-review = รอการตรวจสอบ
home-late = เลยกำหนด
home-until = กำหนด
home-open-review = เปิดรายการตรวจสอบ
home-booked = จองแล้ว
home-when = เวลา
home-with = กับ
home-open-booking = ดูนัดของฉัน
home-unreachable = ติดต่อไม่ได้ { $count } คน
home-room-not-installed = ยังไม่ได้ติดตั้งแอป กรุณาขอให้เพิ่ม Guildmate ใน Teams
home-room-uninstalled = ลบแอปออกแล้ว กรุณาแจ้งด้วยตัวเอง หรือขอให้เพิ่มอีกครั้ง
home-room-blocked = บล็อกแอปไว้ กรุณาแจ้งด้วยตัวเอง
