# สิ่งที่ทุกแบบฟอร์มพูด และสิ่งที่ผิดในช่องหนึ่ง ๆ

form-next = ถัดไป
form-send = ส่ง
form-not-sure = ยังไม่แน่ใจ
form-choice-yes = ใช่
form-choice-no = ไม่ใช่
form-choice-other = เครื่องมืออื่น
form-required = กรุณากรอกช่องนี้
form-too-long = ข้อความนี้ยาว { $is } ตัวอักษร กรุณาย่อให้ไม่เกิน { $most } ตัวอักษร
form-not-an-option = กรุณาเลือกจากตัวเลือกที่แสดงไว้
form-alone = ข้อนี้เลือกคู่กับข้ออื่นไม่ได้ กรุณาเลือกข้อนี้ข้อเดียว หรือเอาออกแล้วเลือกข้ออื่น
form-not-an-address = ดูเหมือนไม่ใช่อีเมล กรุณาเขียนในรูปแบบ name@company.com
form-too-many-files = กรุณาส่งไฟล์ในช่องนี้ไม่เกิน { $most } ไฟล์
form-no-link = ข้อความนี้ไม่ใช่ลิงก์ ลิงก์ขึ้นต้นด้วย https:// และผู้ตรวจสอบต้องเปิดได้
form-file-lost = ไฟล์ { $name } หายระหว่างทาง กรุณาเลือกอีกครั้ง
form-file-empty = ไฟล์ { $name } ว่างเปล่า กรุณาเลือกไฟล์อื่น
form-file-too-large = ไฟล์ { $name } ใหญ่กว่า { $most } MB กรุณาส่งไฟล์ที่เล็กลง
form-file-of-another-kind = ไฟล์ { $name } ไม่ใช่ชนิดที่รับได้ หรือเนื้อหาไม่ตรงกับชื่อไฟล์ รับเฉพาะ PDF, Word, Excel, PowerPoint, PNG, JPEG และไฟล์ข้อความ
form-file-one-too-many = ไม่มีที่ว่างสำหรับไฟล์ { $name } แล้ว กรุณาเพิ่มไฟล์ที่ส่งมาก่อน หรือลบบางไฟล์ออก

form-waits = การลงทะเบียนของคุณยังรออยู่ พร้อมทุกคำตอบที่ให้ไว้ ทำต่อได้ด้วยปุ่มนี้ หรือพิมพ์ `/{ $command }`
form-waits-changes = การแก้ไขของคุณยังรออยู่ พร้อมทุกคำตอบที่ให้ไว้ ทำต่อได้ด้วยปุ่มนี้
form-go-on = ทำต่อ
form-answer-or-question = นี่คือคำตอบของคุณ หรือเป็นคำถาม
form-is-answer = เป็นคำตอบ
form-is-question = เป็นคำถาม
