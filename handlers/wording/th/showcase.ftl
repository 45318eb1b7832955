# สิ่งที่เพื่อนร่วมงานสร้าง

showcase-summary = ดูผลงานของเพื่อนร่วมงาน
showcase-examples =
    คนอื่นสร้างอะไรกันบ้าง
    แชร์โซลูชันของฉันในมุมผลงาน
showcase-intro = ผลงานของเพื่อนร่วมงาน:
showcase-empty = ยังไม่มีใครมาเล่าเรื่อง เรื่องของคุณอาจเป็นเรื่องแรก
showcase-share = แชร์โซลูชันของฉัน
showcase-none-approved = แชร์โซลูชันได้เมื่อได้รับอนุมัติแล้ว ตอนนี้คุณยังไม่มีโซลูชันที่อนุมัติแล้ว
showcase-form = เล่าเรื่องโซลูชันให้ทุกคนฟัง
showcase-which = โซลูชันไหน
showcase-story = เรื่องของคุณ
showcase-story-hint = เดิมมีปัญหาอะไร คุณสร้างอะไร และตอนนี้ดีขึ้นอย่างไร
showcase-submit = แชร์
showcase-shared = ตอนนี้ทุกคนอ่านได้แล้ว ขอบคุณที่แบ่งปัน
showcase-by = { $name } · { $on }
