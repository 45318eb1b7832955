# การอบรม ทีละสัปดาห์

training-summary = ดูและเรียนการอบรม
training-examples =
    การอบรมของฉัน
    บทเรียนถัดไปคืออะไร
training-none = คู่มือยังไม่มีรายการบทเรียน
training-progress = **เรียนแล้ว { $done } จาก { $all } บทเรียน**
training-all-done = **เรียนครบทั้ง { $all } บทเรียนแล้ว** เยี่ยมมาก
training-week = **สัปดาห์ที่ { $week }**
training-length = สัปดาห์ที่ { $week } · { $minutes } นาที
training-open = ยังไม่ได้เรียน
training-done = เรียนแล้ว
training-mark = ทำเครื่องหมายว่าเรียนแล้ว
training-marked = เรียนแล้ว: { $module }
training-marked-before = ทำเครื่องหมาย { $module } ว่าเรียนแล้วไว้ก่อนหน้านี้
training-next = ต่อไป:
training-read = อ่านหน้าเหล่านี้
training-no-module = บทเรียนนี้ไม่อยู่ในการอบรมแล้ว
training-needed = { $reference } { $name } อยู่ในระดับ { $tier } ซึ่งต้องเรียน: { $modules }
