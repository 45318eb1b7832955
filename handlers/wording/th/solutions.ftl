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
solutions-owner-left = { $owner } ซึ่งไม่อยู่แล้ว ตอนนี้จึงยังไม่มีผู้รับผิดชอบ
solutions-registered = ลงทะเบียนเมื่อ
solutions-again = ทบทวนอีกครั้ง
solutions-again-since = ถึงกำหนดตั้งแต่ { $at }
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
solutions-clause-then = ข้อความตามที่เป็นอยู่ตอนลงทะเบียน
solutions-clause-stale = หน้านี้ครบกำหนดทบทวนเมื่อ { $on } แต่ยังไม่ได้ทบทวน กรุณาถามผู้รับผิดชอบหน้านี้

solutions-need = สิ่งที่ต้องทำต่อ
solutions-need-review = การตรวจสอบ: { $who } ภายใน { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = { $name } ({ $minutes } นาที)

solutions-lower-title = **ทำอย่างไรจึงจะได้ระดับที่ต่ำลง**
solutions-alternatives-title = **สิ่งที่คุณสร้างแทนได้**
solutions-would-lower = { $designs } แล้วจะเป็น: ระดับ { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } สิ่งที่ใช้แสดง: { $proof }

solutions-maps-to = มาตรฐานและกฎหมายที่กล่าวถึงเรื่องนี้ เพื่อเป็นแนวทาง: { $places }

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
solutions-evidence-removed-told = { $who } นำหลักฐานของ **{ $reference }** ({ $name }) ออกแล้ว
solutions-came-back = { $maker } ตอบสิ่งที่คุณขอเกี่ยวกับ **{ $reference }** ({ $name }) แล้ว กรุณาดูอีกครั้ง

# โซลูชันหนึ่งรายการ: ฉบับต่าง ๆ ผู้เกี่ยวข้อง และสิ่งที่ทำได้
solutions-backup = ผู้รับผิดชอบสำรอง
solutions-nobody = ยังไม่มี
solutions-runs = ใช้งานอยู่
solutions-version-label = ฉบับที่
solutions-version-of = { $number } เมื่อ { $at }
solutions-then = ต่อจากนั้น
solutions-live = ฉบับที่ { $number } (“{ $name }”) อนุมัติแล้วและใช้ต่อได้
solutions-live-paused = ฉบับที่ { $number } (“{ $name }”) อนุมัติแล้ว แต่ห้ามใช้ระหว่างที่หยุดไว้
solutions-version-waits = ฉบับที่ { $number } รอ { $who } ภายใน { $until }
solutions-somebody = ผู้ตรวจสอบ
solutions-version-yours = ฉบับที่ { $number } รอคุณอยู่ กรุณาตอบสิ่งที่ถาม แล้วส่งกลับ
solutions-version-is = ฉบับที่ { $number }: { $state }
solutions-held = ฉบับนี้ต้องระวังน้อยกว่าเดิม ({ $where }) จึงมีคนดูก่อน ระหว่างนี้ยังใช้ระดับ { $tier }
solutions-read-first = ข้อความกับคำตอบของคุณยังไม่ตรงกันทีเดียว จึงมีคนอ่านก่อนอนุมัติ ระดับยังเป็นไปตามที่คุณตอบ ถ้าเป็นเพียงความเข้าใจผิด คุณแค่รอสักครู่เท่านั้น:
solutions-operation-idea = ยังไม่ใช้
solutions-operation-pilot = ทดลองใช้
solutions-operation-live = ใช่
solutions-operation-paused = หยุดไว้ชั่วคราว
solutions-operation-retired = ไม่ เลิกใช้แล้ว
solutions-paused-by = { $name } หยุดไว้ตั้งแต่ { $since }: { $reason }
solutions-next-missing = { $more ->
    [0] ยังขาด: { $name }
   *[other] ยังขาด: { $name } และอีก { $more } อย่าง
}
solutions-need-count = { $count ->
    [0] ครบแล้ว
   *[other] ยังขาด { $count } อย่าง
}
solutions-need-there = มีแล้ว: { $names }
solutions-need-until = { $what } · ภายใน { $until }
solutions-train = เปิดการอบรม
solutions-condition-done = ทำแล้ว
solutions-condition-met = ทำเงื่อนไขที่ { $n } แล้ว
solutions-looked-after = **โซลูชันที่คุณเป็นผู้รับผิดชอบสำรอง หรือมีคนเสนอให้คุณรับต่อ**

solutions-asked = { $who } ขอ
solutions-answer = ตอบ
solutions-answer-title = คำตอบเรื่อง { $reference }
solutions-answer-label = คำตอบของคุณ
solutions-answer-submit = บันทึกคำตอบ
solutions-answer-saved = บันทึกคำตอบเรื่อง **{ $reference }** แล้ว
solutions-answer-told = { $who } ตอบในการตรวจสอบ **{ $reference }** ({ $name }) แล้ว
solutions-tick = เสร็จแล้ว
solutions-tick-saved = ทำเครื่องหมายว่าเสร็จแล้วใน **{ $reference }**
solutions-not-sent-yet = บันทึกแล้ว แต่ยังไม่ได้ส่ง ตอบครบทุกข้อแล้วจึงส่งกลับ
solutions-seen-at-once = ผู้ตรวจสอบเห็นแล้ว ไม่ต้องส่งอีก

solutions-met-title = เงื่อนไขของ { $reference }
solutions-met-label = อะไรแสดงว่าทำแล้ว
solutions-met-submit = ทำแล้ว
solutions-met-told = { $who } ทำตามเงื่อนไขของ **{ $reference }** ({ $name }) แล้ว: { $condition }
solutions-met-done = บันทึกแล้วว่าทำตามเงื่อนไขของ **{ $reference }**

solutions-withdraw = ถอนคืน
solutions-withdraw-confirm = ถอน { $reference } คืนหรือไม่ จะไม่มีใครตรวจฉบับนี้ต่อ ส่วนฉบับที่อนุมัติแล้วยังคงได้รับอนุมัติ
solutions-withdraw-done = ถอน **{ $reference }** ออกจากการตรวจสอบแล้ว: { $name }
solutions-withdraw-told = { $who } ถอน **{ $reference }** ({ $name }) ออกจากการตรวจสอบแล้ว

solutions-hurry = เรื่องนี้ด่วน
solutions-hurry-title = ทำไม { $reference } จึงด่วน
solutions-hurry-label = เหตุผล และต้องใช้เมื่อไร
solutions-hurry-hint = ผู้ตรวจสอบจะอ่านข้อความนี้ตามที่เขียน
solutions-hurry-submit = ขอให้เร่ง
solutions-hurry-none = ระดับ { $tier } ไม่มีทางลัด กรุณาคุยกับหัวหน้าทีมกำกับดูแลว่าระหว่างนี้ทำอะไรได้
solutions-hurry-told = { $who } ขอให้ดู **{ $reference }** ({ $name }) เร็วขึ้น
solutions-hurry-done = ทำเครื่องหมายว่า **{ $reference }** ด่วนแล้ว คุณจะได้คำตอบภายใน { $until }

solutions-appeal = ขอให้คนอื่นดูอีกครั้ง
solutions-appeal-title = อุทธรณ์เรื่อง { $reference }
solutions-appeal-label = ทำไมจึงควรดูอีกครั้ง
solutions-appeal-hint = ทำได้ถึง { $until } การขอไม่มีผลเสียต่อคุณ
solutions-appeal-submit = ส่งคำอุทธรณ์
solutions-appeal-none = เรื่องนี้อุทธรณ์ไม่ได้ หรือเลยกำหนดแล้ว เมนเทอร์ช่วยหาทางอื่นได้
solutions-appeal-told = { $who } อุทธรณ์ผลการตัดสินเรื่อง **{ $reference }** ({ $name }) กรุณาดูอีกครั้ง
solutions-appeal-told-decided = { $who } อุทธรณ์ผลที่คุณตัดสินเรื่อง **{ $reference }** ({ $name }) คนอื่นจะเป็นผู้ตัดสิน และอาจมาคุยกับคุณ
solutions-appeal-done = คำอุทธรณ์เรื่อง **{ $reference }** อยู่กับหัวหน้าทีมกำกับดูแลแล้ว คุณจะได้คำตอบภายใน { $until }

solutions-running = การใช้งาน
solutions-pause = หยุดชั่วคราว
solutions-pause-title = หยุด { $reference } ชั่วคราว
solutions-pause-label = ทำไมจึงควรหยุดไว้ก่อน
solutions-pause-hint = ผู้รับผิดชอบและผู้ตรวจสอบจะอ่านข้อความนี้ตามที่เขียน การหยุดไม่ใช่การตำหนิ
solutions-pause-submit = หยุดชั่วคราว
solutions-pause-done = หยุด **{ $reference }** ไว้ชั่วคราวแล้ว กรุณาปิดและแจ้งผู้ใช้ด้วย: { $name }
solutions-pause-told = { $who } หยุด **{ $reference }** ({ $name }) ไว้ชั่วคราว
solutions-pilot = ตอนนี้ใช้แบบทดลองก่อน
solutions-pilot-done = บันทึกแล้วว่า **{ $reference }** ({ $name }) อยู่ในช่วงทดลองใช้ การอนุมัติยังเหมือนเดิม
solutions-roll-out = ตอนนี้ทุกคนใช้แล้ว
solutions-roll-out-done = บันทึกแล้วว่าทุกคนที่เกี่ยวข้องใช้ **{ $reference }** ({ $name }) แล้ว
solutions-resume = ให้ใช้ต่อ
solutions-resume-done = **{ $reference }** ใช้ต่อได้แล้ว: { $name }
solutions-resume-told = { $who } ให้ใช้ **{ $reference }** ({ $name }) ต่อได้
solutions-retire-steps =
    แจ้งผู้ใช้
    ส่งออกสิ่งที่ต้องเก็บไว้
    ลบข้อมูลที่ใช้งานและสำเนาทั้งหมด
    ยกเลิกสิทธิ์การใช้งานที่จ่ายเงินอยู่
solutions-retire-told = { $who } เลิกใช้ **{ $reference }** ({ $name }) แล้ว

solutions-backup-name = ระบุผู้รับผิดชอบสำรอง
solutions-backup-title = ผู้รับผิดชอบสำรองของ { $reference }
solutions-backup-label = ใครดูแลแทนเมื่อคุณไม่อยู่
solutions-backup-hint = คนอื่นที่ทำงานที่นี่และปิดโซลูชันนี้ได้
solutions-backup-submit = ระบุ
solutions-backup-done = { $person } เป็นผู้รับผิดชอบสำรองของ **{ $reference }** แล้ว
solutions-backup-told = { $who } ให้คุณเป็นผู้รับผิดชอบสำรองของ **{ $reference }** ({ $name }) คุณเปิดดู หยุดชั่วคราว และรับต่อได้
solutions-backup-told-former = { $who } เป็นผู้รับผิดชอบสำรองของ **{ $reference }** ({ $name }) แทนคุณแล้ว
solutions-person-self = นั่นคือตัวคุณเอง กรุณาระบุคนอื่น
solutions-person-unknown = ไม่รู้จักใครที่ { $address } หรือเขาลาออกแล้ว กรุณาขอให้เขาทักมาที่นี่สักครั้ง หรือระบุคนอื่น

solutions-hand-over = ส่งมอบให้คนอื่น
solutions-offer-title = ส่งมอบ { $reference }
solutions-offer-label = ใครควรรับผิดชอบต่อ
solutions-offer-hint = จะถามเขาก่อน ก่อนที่เขาจะรับ คุณยังเป็นผู้รับผิดชอบ
solutions-offer-submit = ถามเขา
solutions-offer-done = ขอให้ { $person } รับ **{ $reference }** ต่อแล้ว ระหว่างนี้คุณยังเป็นผู้รับผิดชอบ
solutions-offer-told = { $who } ขอให้คุณรับ **{ $reference }** ({ $name }) ต่อ
solutions-offered = { $who } ขอให้ { $person } รับรายการนี้ต่อ
solutions-offer-take-back = ยกเลิกการส่งมอบ
solutions-offer-taken-back = { $who } ไม่ได้ขอให้คุณรับ **{ $reference }** ({ $name }) ต่อแล้ว
solutions-accept = รับต่อ
solutions-accept-confirm = รับ { $reference } ต่อหรือไม่ คุณจะเป็นผู้รับผิดชอบ และจะแจ้งผู้รับผิดชอบเดิม
solutions-accept-done = ตอนนี้คุณรับผิดชอบ **{ $reference }** และแจ้ง { $person } แล้ว: { $name }
solutions-accept-told = { $who } เป็นผู้รับผิดชอบ **{ $reference }** ({ $name }) แล้ว
solutions-review-freed-told = { $who } อาจเป็นผู้รับผิดชอบ **{ $reference }** ({ $name }) นับจากนี้ การตรวจสอบจึงรอผู้อื่นอยู่
solutions-review-freed-coach = { $who } ให้คำปรึกษาเรื่อง **{ $reference }** ({ $name }) การตรวจสอบจึงรอคนอื่น
solutions-decline = ไม่รับ
solutions-decline-done = บันทึกแล้ว **{ $reference }** ยังอยู่กับ { $person }
solutions-decline-told = { $who } ไม่รับ **{ $reference }** ({ $name }) ต่อ

solutions-carry-over = ใช้หลักฐานของฉบับก่อน
solutions-carried-over = **{ $reference }** ใช้หลักฐานของฉบับก่อนแล้ว กรุณาดูว่ายังตรงอยู่

solutions-versions = ฉบับทั้งหมด
solutions-versions-title = { $count ->
   *[other] **{ $reference } มี { $count } ฉบับ** ฉบับล่าสุดอยู่บนสุด
}
solutions-versions-older = ฉบับเก่ากว่า
solutions-version = ฉบับที่ { $number } · { $name }
solutions-is-live = ใช้อยู่
solutions-made = ผู้ส่ง
solutions-decided = ผู้ตัดสิน
solutions-at-once = ไม่ต้องตรวจ อนุมัติทันที
solutions-by = { $who } เมื่อ { $at }
solutions-changed = สิ่งที่เปลี่ยน
