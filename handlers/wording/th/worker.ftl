# สิ่งที่บอกโดยไม่ต้องถาม: การเตือน

worker-booking-soon = ใกล้ถึงเวลานัดกับเมนเทอร์แล้ว
worker-booking-with = กับ
worker-booking-when = เวลา
worker-booking-topic = เรื่อง
worker-booking-see = นัดของฉัน
worker-review-late = มีรายการตรวจสอบที่เลยกำหนดแล้ว
worker-review-owner = ผู้สร้าง
worker-review-due = ครบกำหนดเมื่อ
worker-review-open = เปิดรายการตรวจสอบ

worker-ownerless = ผู้รับผิดชอบโซลูชันนี้ออกจากบริษัทแล้ว และไม่มีผู้รับผิดชอบสำรอง กรุณาหยุดไว้ก่อน และถามแผนกว่าใครจะรับช่วงต่อ
worker-ownerless-open = เปิดโซลูชัน
