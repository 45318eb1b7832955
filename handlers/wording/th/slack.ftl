# Slack: สิ่งที่อยู่รอบบทสนทนา

slack-title = Guildmate
slack-sure = ขอถามอีกครั้ง
slack-no = ไม่ กลับไป
slack-fill-in = กรอกแบบฟอร์ม
slack-close = ปิด
slack-spoken = แบบฟอร์มนี้กำลังตอบทีละข้ออยู่ในบทสนทนาของเรา กรุณาทำต่อที่นั่น
slack-press-again = เปิดแบบฟอร์มช้าเกินไป กรุณากดปุ่มอีกครั้ง
slack-home-more = ยังมีอีกมากกว่าที่แสดงได้ตรงนี้
slack-send-all = ส่งทั้งหมดมา
