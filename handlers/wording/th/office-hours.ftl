# เวลาปรึกษากับเมนเทอร์

office-hours-summary = จองเวลากับเมนเทอร์ ดูและยกเลิกการจอง
office-hours-examples =
    อยากจองเมนเทอร์
    ดูการจองของฉัน

office-hours-words-mine =
    ของฉัน
    การจองของฉัน
    นัดของฉัน
    การจองของผม
    นัดของผม
office-hours-mine = { $count ->
   *[other] **การจองของคุณ { $count } รายการ**
}
office-hours-none = คุณยังไม่มีการจอง
office-hours-book = จองเมนเทอร์
office-hours-see-mine = ดูการจองของฉัน
office-hours-mentor = เมนเทอร์
office-hours-maker = ผู้สร้าง
office-hours-topic = หัวข้อ
office-hours-yours = เวลาของคุณ
office-hours-theirs = เวลาของเมนเทอร์

office-hours-topics = อยากคุยเรื่องอะไร
office-hours-slots = **{ $topic }**: เวลาว่าง ตามนาฬิกาของคุณที่ { $zone }
office-hours-later = วันถัดไป
office-hours-other-topics = หัวข้ออื่น
office-hours-nothing-free = ใน 14 วันข้างหน้า ยังไม่มีเมนเทอร์ว่างสำหรับหัวข้อ { $topic }
office-hours-others = หัวข้ออื่นที่มีเวลาว่าง:
office-hours-ask-team = จะพิมพ์คำถามไว้ที่นี่ก็ได้ แล้วกดส่งถึงทีมกำกับดูแลจากใต้คำตอบ

office-hours-confirm = จอง { $name }
office-hours-confirm-intro = { $topic }: { $times }
office-hours-note = อยากปรึกษาเรื่องอะไร
office-hours-note-hint = จะเขียนหรือไม่ก็ได้ สักหนึ่งหรือสองประโยค เพื่อให้เมนเทอร์ได้เตรียมตัว
office-hours-submit = จอง
office-hours-booked = จอง **{ $reference }** กับ { $name } แล้ว
office-hours-booked-already = จอง **{ $reference }** กับ { $name } ไว้แล้ว ไม่ได้จองซ้ำ
office-hours-busy = เวลานั้นคุณมีนัดกับ { $name } อยู่แล้ว: { $reference } { $at } กรุณาเลือกเวลาอื่น หรือยกเลิกนัดนั้นก่อน
office-hours-nearest = เวลาใกล้เคียงที่ยังว่าง:
office-hours-unclear = อ่านเวลานั้นไม่ออก กรุณาเลือกอีกครั้ง

office-hours-cancel = ยกเลิก
office-hours-cancel-confirm = ยกเลิกนัดกับ { $name } { $at } หรือไม่ ระบบจะแจ้งให้อีกฝ่ายทราบ
office-hours-cancelled = ยกเลิก **{ $reference }** แล้ว และกำลังแจ้ง { $name }
office-hours-cancelled-already = **{ $reference }** ถูกยกเลิกไปก่อนแล้ว ไม่มีอะไรเปลี่ยนแปลง
office-hours-cancelled-card = **{ $reference }** ถูกยกเลิกแล้ว: { $topic } { $at }
office-hours-told-booked = { $name } จองเวลากับคุณเรื่อง { $topic }: { $at } (**{ $reference }**)
office-hours-told-cancelled = { $name } ยกเลิก **{ $reference }** เรื่อง { $topic }: { $at }
office-hours-told-note = ข้อความที่ฝากไว้: { $note }

office-hours-file = เพิ่มลงปฏิทิน
office-hours-file-cancelled = ลบออกจากปฏิทิน
office-hours-event = ปรึกษาเมนเทอร์: { $topic } ({ $maker } กับ { $mentor })

office-hours-set = ตั้งเวลาของฉัน
office-hours-set-intro = เวลาเป็นไปตามนาฬิกาของคุณ ({ $zone }) การจองที่มีอยู่แล้วจะไม่เปลี่ยน
office-hours-field-topics = ปรึกษาคุณเรื่องอะไรได้บ้าง
office-hours-field-days = วันไหนบ้าง
office-hours-field-from = ตั้งแต่
office-hours-field-until = ถึง
office-hours-field-minutes = ครั้งละนานเท่าไร
office-hours-minutes = { $minutes } นาที
office-hours-too-short = ช่วงนี้สั้นเกินไปสำหรับการปรึกษาหนึ่งครั้ง กรุณาเลือกเวลาที่ช้ากว่านี้
office-hours-set-submit = บันทึกเวลาของฉัน
office-hours-hours-set = ตั้งเวลาปรึกษาของคุณแล้ว ผู้สร้างจองได้ตั้งแต่ตอนนี้
