# How the assistant behaves in a channel.

channel-summary = เลือกวิธีตอบในช่อง
channel-examples =
    เปลี่ยนการตั้งค่าของช่องนี้
channel-where = กรุณาพิมพ์สิ่งนี้ในช่องที่ต้องการ พร้อมกล่าวถึงบอต
channel-title = ในช่องนี้
channel-intro = มีผลตั้งแต่คำถามถัดไป สำหรับทุกคนในช่อง
channel-first = ใครได้อ่านคำตอบก่อน
channel-first-everybody = ทุกคนในช่อง
channel-first-asker = ผู้ถาม ซึ่งแชร์ต่อได้
channel-threads = ให้ตอบต่อในเธรดโดยไม่ต้องกล่าวถึงอีกหรือไม่
channel-threads-yes = ใช่ กับผู้ที่เคยถามในเธรดนั้น
channel-threads-no = ไม่ ตอบเมื่อถูกกล่าวถึงเท่านั้น
channel-saved = ตั้งแต่นี้จะตอบแบบนี้ในช่องนี้
