# Slack: สิ่งที่อยู่รอบบทสนทนา

slack-title = Guildmate
slack-sure = ขอถามอีกครั้ง
slack-no = ไม่ กลับไป
slack-fill-in = กรอกแบบฟอร์ม
slack-looking = กำลังค้นหา…
slack-close = ปิด
slack-there = คำตอบอยู่ในบทสนทนาของเรา
slack-external = Guildmate ตอบเฉพาะเพื่อนร่วมงานในองค์กรนี้
slack-guest = Guildmate ไม่ตอบบัญชีผู้เยี่ยมชมที่นี่ กรุณาถามเพื่อนร่วมงานที่เชิญคุณ
slack-trouble = ยังหาไม่พบว่าคุณคือใครใน Slack กรุณาลองอีกครั้งในอีกสักครู่
slack-privately = ส่งไว้ในบทสนทนาของเราแล้ว มีเพียงคุณที่อ่านได้
slack-share = แชร์ในแชนเนล
slack-broken = มีบางอย่างผิดพลาดทางเรา และยังไม่มีอะไรเปลี่ยน กรุณาลองอีกครั้งในอีกสักครู่
