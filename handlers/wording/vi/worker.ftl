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

worker-ownerless = Người phụ trách giải pháp này đã nghỉ việc và không có người phụ trách dự phòng. Vui lòng tạm dừng giải pháp và hỏi phòng ban xem ai sẽ tiếp quản.
worker-ownerless-open = Mở giải pháp
