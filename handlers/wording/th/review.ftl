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
review-ask-next = แก้คำตอบ เพิ่มหลักฐาน หรือตอบเป็นข้อความ แล้วส่งกลับ การตรวจสอบเดิมจะดำเนินต่อ เมนเทอร์ช่วยได้

review-reject-title = ไม่อนุมัติ { $reference }
review-reject-label = เหตุผล
review-reject-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน บอกว่าติดขัดตรงไหน
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
review-stop-hint = { $maker } จะเห็นข้อความนี้ตามที่เขียน โปรดบอกวิธีหยุดใช้ และภายในเมื่อไร

review-more = { $count ->
   *[other] แสดงอีก { $count } รายการ
}
review-asks = ยังรอการตัดสินจาก
review-then = จากนั้น
review-steps = ใครเป็นผู้ตัดสิน
review-steps-earlier-rules = เรื่องนี้ส่งตรวจสอบตามกฎเดิม กฎวันนี้ขอให้ { $who } ร่วมตัดสินด้วย เมื่อมีคนอนุมัติคนแรก ระบบจะขอความเห็นจากพวกเขา และจะอนุมัติไม่ได้ถ้าขาดพวกเขา
review-role-reviewer = ผู้ตรวจสอบ
review-role-lead = หัวหน้าทีมกำกับดูแล
review-role-mentor = เมนเทอร์
review-role-operator = ผู้ดูแลระบบ
review-step-approved = { $name } อนุมัติแล้ว { $at }
review-step-open = ขอไว้แล้ว ภายใน { $until }
review-step-later = หลังจากคนอื่น ภายใน { $until }
review-requirements = สิ่งที่ต้องมี
review-requirements-open = ยังขาด { $count } จาก { $of }
review-requirements-met = ครบแล้ว
review-requirement-met = มีแล้ว
review-requirement-open = ยังไม่มี
review-requirement-before = ต้องมีก่อนอนุมัติ
review-requirement-until = ภายใน { $until }
review-requirement-valid = ใช้ได้ถึง { $until }
review-requirement-waived = { $name } อนุมัติโดยไม่มีสิ่งนี้: { $reason }
review-condition = เงื่อนไข: { $text }
review-training = การอบรม: { $name }
review-changes = สิ่งที่เปลี่ยนไปจาก { $where }
review-version = ฉบับที่ { $number }
review-change = { $before } → { $after }
review-held = เวอร์ชันนี้ขอความระมัดระวังน้อยกว่า { $where } ({ $tier }) จนกว่าคุณจะตัดสิน ระดับ { $tier } ยังมีผลอยู่
review-read-first = ระดับนี้ไม่ต้องตรวจสอบ ที่รอคุณอยู่เป็นเพราะข้อความกับคำตอบไม่ตรงกันเท่านั้น ถ้าเป็นความเข้าใจผิด อนุมัติได้เลย ผู้สร้างจะได้ทำต่อ
review-reason-unsure = ผู้สร้างยังไม่แน่ใจ จึงนับข้อนี้ไว้ด้วย
review-rules-changed = กฎเปลี่ยนไปแล้ว วันนี้จะใช้กฎข้ออื่น แต่ระดับยังเท่าเดิม
review-rules-changed-tier = กฎเปลี่ยนไปแล้ว ตามกฎวันนี้จะเป็นระดับ { $tier }
review-paused-by = โดย { $name } { $at }: { $reason }
review-missing = ก่อนอนุมัติยังต้องมี: { $names }
review-not-yours-to-decide = คุณอ่านและแสดงความเห็นได้ คนอื่นจะเป็นผู้ตัดสิน
review-others-next = ตอนนี้ไม่มีอะไรให้คุณอนุมัติ ยังรอการตัดสินจาก: { $who }

review-give = มอบให้…
review-give-title = มอบ { $reference } ให้คนอื่น
review-give-label = ใครควรรับเรื่องนี้
review-give-to = { $name } (มีเรื่องค้าง { $count } รายการ)
review-give-submit = มอบให้
review-give-done = { $name } รับเรื่องนี้แล้ว และกำลังแจ้งให้ทราบ
review-give-nobody = ไม่มีคนอื่นที่ตัดสินเรื่องนี้ได้
review-leaving = ฉันจะไม่อยู่
review-leave-title = ส่งเรื่องที่อยู่กับฉันให้คนอื่น
review-leave-label = ใครจะตัดสินแทนคุณ
review-leave-submit = ส่งต่อ
review-leave-done = ตอนนี้ { $given } อยู่กับ { $name } แล้ว และกำลังแจ้งผู้สร้าง
review-leave-left = คนที่คุณเลือกตัดสิน { $left } ไม่ได้ เรื่องนี้จึงยังอยู่กับคุณ กรุณาคืนหรือส่งให้คนอื่น
review-given = { $reviewer } มอบการตรวจสอบ **{ $reference }** ({ $name }) ให้คุณ กำหนดภายใน { $until }
review-handed-on = ตอนนี้ { $reviewer } รับการตรวจสอบ **{ $reference }** อยู่ คุณจะได้คำตอบภายใน { $until }

review-lift = ยกเลิกเงื่อนไข: { $text }
review-lift-title = เงื่อนไขของ { $reference }
review-lift-label = ทำไมจึงยกเลิกเงื่อนไขนี้ได้
review-lift-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน
review-lift-submit = ยกเลิกเงื่อนไข
review-lifted = ยกเลิกเงื่อนไข "{ $text }" แล้ว และกำลังแจ้งผู้รับผิดชอบ
review-lifted-told = { $reviewer } พิจารณา **{ $reference }** อีกครั้ง และยกเลิกเงื่อนไขหนึ่งข้อ: { $text }

review-pause = หยุดไว้ก่อน
review-pause-title = หยุด { $reference } ไว้ก่อน
review-pause-label = ทำไมจึงควรหยุดไว้ก่อน
review-pause-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน การหยุดไว้ก่อนไม่ใช่การตัดสินว่าผิด
review-pause-submit = หยุดไว้ก่อน
review-paused = หยุด { $reference } ไว้ก่อนแล้ว และกำลังแจ้งผู้รับผิดชอบ
review-paused-told = { $reviewer } หยุด **{ $reference }** ({ $name }) ไว้ก่อน กรุณาอย่าใช้จนกว่าจะให้ใช้ต่อ การหยุดไว้ก่อนไม่ใช่การตัดสินว่าผิด
review-resume = ให้ใช้งานต่อ
review-resumed = ให้ใช้ { $reference } ต่อแล้ว และกำลังแจ้งผู้รับผิดชอบ
review-resumed-told = { $reviewer } ให้ใช้ **{ $reference }** ({ $name }) ต่อแล้ว คุณใช้งานได้อีกครั้ง

review-comment = แสดงความเห็น
review-comment-title = ความเห็นเรื่อง { $reference }
review-comment-about = เกี่ยวกับอะไร
review-comment-whole = ทั้งหมด
review-comment-reply = ตอบ { $name }: { $text }
review-comment-label = ความเห็นของคุณ
review-comment-hint = { $maker } จะได้อ่านข้อความนี้ตามที่เขียน
review-comment-submit = ส่ง
review-comment-done = บันทึกความเห็นแล้ว และกำลังแจ้ง { $maker }
review-attempt-told = { $who } กดตัดสินใจเรื่อง **{ $reference }** ({ $name }) ซึ่งเป็นหน้าที่ของคนอื่น ยังไม่มีการตัดสินใจใด ๆ
review-attempt-told-change = { $who } พยายามแก้ไขบางอย่างของ **{ $reference }** ({ $name }) ซึ่งตนแก้ไขไม่ได้ ไม่มีอะไรเปลี่ยนแปลง
review-coached = คุณเป็นที่ปรึกษาของ **{ $reference }** ({ $name }) คุณแสดงความเห็นได้ และคนอื่นเป็นผู้ตัดสินใจ
review-comment-told = { $reviewer } เขียนถึง **{ $reference }**
review-comment-settled = จัดการแล้ว

review-conditions-label = เงื่อนไข
review-conditions-hint = ถ้ามี เขียนบรรทัดละข้อ ต้องทำหลังจากอนุมัติแล้ว
review-conditions-until = ทำให้เสร็จภายใน
review-conditions-days = { $count } วัน
review-conditions-told = เงื่อนไขที่ต้องทำภายใน { $until }:
review-override = อนุมัติทั้งที่ยังไม่ครบ
review-override-title = อนุมัติ { $reference } ทั้งที่ยังไม่ครบ
review-override-label = ทำไมจึงไปต่อได้โดยไม่มีสิ่งนี้
review-override-hint = ข้อความนี้จะอยู่ในบันทึก และ { $maker } จะได้อ่าน
review-override-submit = อนุมัติทั้งที่ยังไม่ครบ
review-way-label = ทางที่ไปต่อได้
review-way-hint = ทำอย่างอื่นแทนอะไรได้บ้าง
review-way = ทางอื่นที่ทำได้: { $way }
review-step-done = ส่วนของคุณใน { $reference } อนุมัติแล้ว ยังรอการตัดสินจาก: { $who } กำลังแจ้ง { $maker }
review-step-told = { $reviewer } อนุมัติส่วนหนึ่งของ **{ $reference }** ({ $name }) แล้ว ยังรอการตัดสินจาก: { $who }
