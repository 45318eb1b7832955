# ตรวจสอบสิ่งที่คนอื่นลงทะเบียน

review-summary = ตรวจสอบรายการที่รอคุณอยู่
review-examples =
    มีอะไรรอตรวจสอบบ้าง
    รายการตรวจสอบไหนใกล้ครบกำหนด

review-title = { $count ->
   *[other] **มี { $count } รายการรอตรวจสอบ** เรียงตามวันครบกำหนด
}
review-none = ไม่มีรายการรอให้คุณตรวจสอบ
review-open = เปิด
review-late = เลยกำหนด
review-state-waiting = รออยู่
review-state-in-review = กำลังตรวจสอบ
review-state-changes-requested = ขอให้แก้ไข
review-state-approved = อนุมัติแล้ว
review-state-rejected = ไม่อนุมัติ
review-state-withdrawn = ถอนแล้ว
review-history = **สิ่งที่คุยกันมาแล้ว**

review-take = รับเรื่อง
review-taken = คุณรับเรื่องนี้แล้ว คนอื่นก็เห็นด้วย
review-approve = อนุมัติ
review-ask = ขอให้แก้ไข
review-reject = ไม่อนุมัติ
review-next = รายการถัดไป

review-approve-title = อนุมัติ { $reference }
review-approve-label = ความเห็น
review-approve-hint = จะเขียนหรือไม่ก็ได้ { $maker } จะได้อ่าน
review-approve-submit = อนุมัติ
review-approve-done = อนุมัติ { $reference } แล้ว และกำลังแจ้ง { $maker }
review-approve-told = { $reviewer } อนุมัติ **{ $reference }** ({ $name }) แล้ว
review-approve-next = ใช้งานได้เลย กรุณาอัปเดตหลักฐานอยู่เสมอ และแก้คำตอบเมื่อมีอะไรเปลี่ยน

review-ask-title = ขอให้แก้ไข { $reference }
review-ask-label = ควรแก้ไขอะไร
review-ask-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน จึงควรบอกว่าแก้อะไรและเพราะอะไร
review-ask-submit = ขอให้แก้ไข
review-ask-done = กำลังแจ้ง { $maker } ให้แก้ไข { $reference } เมื่อแก้แล้วการตรวจสอบจะดำเนินต่อ
review-ask-told = { $reviewer } ขอให้แก้ไข **{ $reference }** ({ $name })
review-ask-next = แก้คำตอบแล้วยืนยัน การตรวจสอบเดิมจะดำเนินต่อ เมนเทอร์ช่วยได้

review-reject-title = ไม่อนุมัติ { $reference }
review-reject-label = เหตุผล
review-reject-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน บอกว่าติดขัดตรงไหน และมีทางอื่นอะไรที่ทำได้
review-reject-submit = ไม่อนุมัติ
review-reject-done = ไม่อนุมัติ { $reference } และกำลังแจ้งเหตุผลให้ { $maker } ทราบ
review-reject-told = { $reviewer } ไม่อนุมัติ **{ $reference }** ({ $name })
review-reject-next = กรุณาอย่าใช้ในรูปแบบปัจจุบัน เมนเทอร์ช่วยหาทางอื่นได้ และเมื่อปรับแบบแล้ว คุณแก้คำตอบได้

review-said = { $reviewer } บอกว่า: { $comment }
review-already = { $who } ทำไปก่อนแล้ว รายการนี้เป็น “{ $state }” ตั้งแต่ { $at } ไม่มีอะไรเปลี่ยนแปลง
review-mine-already = คุณตัดสินรายการนี้ไปแล้ว เป็น “{ $state }” ตั้งแต่ { $at } ไม่มีอะไรเปลี่ยนแปลง
review-nobody = มีคน
review-take-over = รับช่วงต่อจาก { $name }
review-taken-over = { $reviewer } รับช่วงการตรวจสอบ **{ $reference }** ต่อจากคุณแล้ว คุณไม่ต้องทำอะไรเพิ่ม
review-give-back = คืนให้คนอื่นตรวจ
review-given-back = เรื่องนี้รอผู้ตรวจสอบคนอื่นแล้ว
review-not-allowed = คู่มือไม่อนุญาตเรื่องนี้ จึงไม่มีอะไรให้อนุมัติ โปรดปฏิเสธพร้อมบอกวิธีหยุดใช้ หรือขอให้แก้ไขจนเป็นอย่างอื่น
review-on-hold = ยังอนุมัติไม่ได้จนกว่าจะรู้เรื่องที่ค้างอยู่นี้ โปรดช่วยหาคำตอบ หรือขอให้แก้ไข
review-not-approved = คู่มือไม่อนุญาตเรื่องนี้ จึงอนุมัติไม่ได้ ยังไม่มีการตัดสินใจใด ๆ
review-changed = เรื่องนี้เปลี่ยนไปหลังจากที่คุณเปิดดู จึงยังไม่มีการตัดสินใจ นี่คือคำตอบล่าสุด โปรดดูอีกครั้ง
review-stop-hint = { $maker } จะเห็นข้อความนี้ตามที่เขียน โปรดบอกวิธีหยุดใช้ ภายในเมื่อไร และทำอย่างอื่นแทนอะไรได้บ้าง
