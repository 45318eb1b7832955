# Slack: สิ่งที่อยู่รอบบทสนทนา

slack-title = Guildmate
slack-sure = ขอถามอีกครั้ง
slack-no = ไม่ กลับไป
slack-fill-in = กรอกแบบฟอร์ม
slack-close = ปิด
