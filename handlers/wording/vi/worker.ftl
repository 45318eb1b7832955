# Những lời nhắc mà không cần hỏi.

worker-booking-soon = Sắp đến giờ tư vấn của bạn.
worker-booking-with = Với
worker-booking-when = Thời gian
worker-booking-topic = Về
worker-booking-see = Lịch hẹn của tôi
worker-review-late = Có một mục xét duyệt đã quá hạn.
worker-review-owner = Người tạo
worker-review-due = Hạn
worker-review-open = Mở mục xét duyệt
