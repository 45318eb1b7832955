# โซลูชัน: ตอนนี้ถึงไหนแล้ว และมีอะไรอยู่ข้างใน

solutions-summary = ดูโซลูชันของฉัน สถานะ และขั้นต่อไป
solutions-examples =
    โซลูชันของฉันถึงไหนแล้ว
    ดู SOL-0001

solutions-title = { $count ->
   *[other] **โซลูชันของคุณ { $count } รายการ**
}
solutions-none = คุณยังไม่ได้ลงทะเบียนอะไร ใช้เวลาไม่กี่นาที และสิ่งที่ใช้งานอยู่แล้วก็ลงทะเบียนได้เช่นกัน
solutions-register = ลงทะเบียนโซลูชัน
solutions-mine = โซลูชันของฉัน
solutions-open = เปิด
solutions-change = แก้คำตอบของฉัน
solutions-retire = เลิกใช้
solutions-retire-confirm = เลิกใช้ { $reference } หรือไม่ รายการจะยังอยู่ในทะเบียนว่าเลิกใช้แล้ว และการตรวจสอบที่ค้างอยู่จะถูกถอน
solutions-retired = เลิกใช้ **{ $reference }** แล้ว ถ้ายังเปิดอยู่ กรุณาปิดด้วย: { $name }
solutions-open-review = เปิดรายการตรวจสอบ
solutions-not-yours = { $reference } เป็นของ { $name } เฉพาะผู้รับผิดชอบ ผู้ตรวจสอบ และหัวหน้าทีมกำกับดูแลที่ดูรายละเอียดได้ กรุณาสอบถาม { $name }
solutions-only-owner = เฉพาะ { $name } ซึ่งเป็นผู้รับผิดชอบเท่านั้นที่แก้คำตอบเหล่านี้ได้

solutions-owner = ผู้รับผิดชอบ
solutions-registered = ลงทะเบียนเมื่อ
solutions-tier = ระดับ: { $tier }
solutions-tier-label = ระดับ
solutions-with = อยู่กับใคร
solutions-with-reviewers = รอผู้ตรวจสอบ
solutions-with-leads = รอหัวหน้าทีมกำกับดูแล
solutions-until = ภายใน
solutions-next = ขั้นต่อไป

solutions-state-draft = บันทึกแล้ว ยังไม่ได้ส่ง
solutions-state-waiting = รอผู้ตรวจสอบ
solutions-state-withdrawn = ถอนคืนแล้ว
solutions-state-paused = หยุดไว้ชั่วคราว
solutions-state-in-review = กำลังตรวจสอบ
solutions-state-changes-requested = ขอให้แก้ไข
solutions-state-approved = อนุมัติแล้ว
solutions-state-rejected = ไม่อนุมัติ
solutions-state-retired = เลิกใช้แล้ว

solutions-next-draft = ตอบครบทุกข้อแล้วจึงส่งกลับ
solutions-next-waiting = คุณไม่ต้องทำอะไร แล้วจะแจ้งให้ทราบ
solutions-next-withdrawn = แก้คำตอบเพื่อส่งเข้ามาใหม่
solutions-next-paused = อ่านเหตุผล แล้วขอให้ใช้งานต่อ
solutions-next-in-review = คุณไม่ต้องทำอะไร แล้วจะแจ้งให้ทราบ
solutions-next-changes-requested = อ่านความเห็น แล้วแก้คำตอบของคุณ
solutions-next-approved = อัปเดตหลักฐานอยู่เสมอ และบอกเราเมื่อมีอะไรเปลี่ยน
solutions-next-rejected = อ่านเหตุผล แล้วคุยกับเมนเทอร์เพื่อหาทางอื่น
solutions-next-retired = ไม่มี

solutions-no-answer = (ไม่ได้ตอบ)
solutions-quoted = “{ $text }”
solutions-why = **ทำไมจึงเป็นระดับนี้**
solutions-no-rule = ไม่มีกฎข้อใดในคู่มือที่ต้องระวังมากกว่านี้
solutions-because = { $because } ({ $tier })
solutions-unsure = นับข้อนี้ด้วยเพราะคุณยังไม่แน่ใจเรื่อง { $questions } เมื่อรู้แล้วกรุณาแก้คำตอบ
solutions-clauses = ที่มาในคู่มือ
solutions-clause = ฉบับ { $version } · ใช้ตั้งแต่ { $since } · { $owner }
solutions-clause-undated = ฉบับ { $version } · { $owner }
solutions-clause-stale = หน้านี้ครบกำหนดทบทวนเมื่อ { $on } แต่ยังไม่ได้ทบทวน กรุณาถามผู้รับผิดชอบหน้านี้

solutions-need = **สิ่งที่ต้องทำต่อ**
solutions-need-nothing = ไม่ต้องทำอะไรเพิ่ม
solutions-need-review = การตรวจสอบ: { $who } ภายใน { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = การอบรม: { $name } ({ $minutes } นาที)

solutions-lower-title = **ทำอย่างไรจึงจะได้ระดับที่ต่ำลง**
solutions-alternatives-title = **สิ่งที่คุณสร้างแทนได้**
solutions-would-lower = { $designs } แล้วจะเป็น: ระดับ { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } สิ่งที่ใช้แสดง: { $proof }

solutions-maps-to = มาตรฐานและกฎหมายที่ขอเรื่องเดียวกัน: { $places }

solutions-stop-title = ทำแบบนี้ไม่ได้
solutions-stop-why = ตราบใดที่ยังเป็นแบบนี้จะอนุมัติไม่ได้ ถ้าใช้งานอยู่แล้ว กรุณาหยุดส่วนนี้ทันที ส่วนอื่นทำต่อได้
solutions-stop-tools = เครื่องมือที่อนุมัติและดูข้อมูลนี้ได้: { $tools }
solutions-stop-instead = สิ่งที่ต้องทำกับสิ่งที่เกิดขึ้นไปแล้ว
solutions-hold-title = พักไว้จนกว่าจะรู้เรื่องนี้
solutions-hold-why = ระหว่างนี้ยังอนุมัติไม่ได้ และไม่จำเป็นต้องหยุดอะไร กรุณาหาคำตอบ:
solutions-hold-mentor = เมนเทอร์
solutions-hold-ask = “{ $question }” ถาม: { $who } ภายใน { $until }

solutions-differences-title = ข้อความกับคำตอบไม่ตรงกัน
solutions-difference = “{ $quote }”: “{ $question }” ตามข้อความ: { $says } ส่วนคำตอบคือ: { $answer }

solutions-find = ค้นหาโซลูชัน
solutions-which = โซลูชันไหน
solutions-which-hint = พิมพ์ชื่อบางส่วน หรือหมายเลข

solutions-evidence = หลักฐาน
solutions-evidence-file = { $name } ({ $size } kB)
solutions-evidence-add = เพิ่มหลักฐาน
solutions-evidence-remove = ลบบางรายการ
solutions-evidence-title = หลักฐานของ { $reference }
solutions-evidence-intro = เพิ่มเท่าที่มีก่อน ที่เหลือส่งภายหลังได้ รับเฉพาะ PDF, Word, Excel, PowerPoint, PNG, JPEG และไฟล์ข้อความ
solutions-evidence-talk = วางลิงก์ตรงนี้แทน
solutions-evidence-none-asked = รายการนี้ไม่ต้องใช้หลักฐาน
solutions-evidence-added = เพิ่มหลักฐานของ **{ $reference }** แล้ว คุณและผู้ตรวจสอบดูได้
solutions-evidence-nothing = ไม่มีอะไรใหม่ที่เพิ่มใน **{ $reference }**
solutions-evidence-which = ต้องการลบรายการใด
solutions-evidence-take-away = ลบ
solutions-evidence-removed = { $count ->
    [0] ไม่มีรายการใดถูกลบ
   *[other] ลบหลักฐานแล้ว { $count } รายการ
}
solutions-evidence-ask = **{ $name }**: { $how } วางลิงก์ หรือพิมพ์ "ข้าม" หรือ "หยุด"
solutions-evidence-for-now = หลักฐานของ **{ $reference }** มีเท่านี้ก่อน เพิ่มได้ทุกเมื่อที่มี
solutions-files-title = ไฟล์นี้เป็นหลักฐานของโซลูชันใด
solutions-files-where = ไฟล์นี้แสดงอะไร
solutions-files-keep = เก็บไฟล์ไว้เป็นหลักฐาน
solutions-files-nowhere = ไม่มีโซลูชันใดของคุณที่ต้องใช้หลักฐาน จึงไม่ได้เก็บไฟล์นี้ไว้ กรุณาลงทะเบียนโซลูชันก่อน

solutions-send-back = ส่งกลับให้ผู้ตรวจสอบ
solutions-sent-back = ส่ง **{ $reference }** กลับไปที่ { $reviewer } แล้ว คุณจะได้คำตอบภายใน { $until }
solutions-came-back = { $maker } ตอบสิ่งที่คุณขอเกี่ยวกับ **{ $reference }** ({ $name }) แล้ว กรุณาดูอีกครั้ง
