# Tổng quan.

home-summary = Xem những gì đang chờ tôi
home-examples =
    Có gì đang chờ tôi không?
    Tiếp theo tôi nên làm gì?
home-waiting = **Đang chờ bạn**
home-solutions = **Giải pháp của tôi**
home-looked-after = **Giải pháp tôi trông coi**
home-bookings = **Lịch hẹn của tôi**
home-empty = Không có gì đang chờ bạn. Bạn đã làm được gì với AI, hay đang có ý tưởng? Đăng ký chỉ mất vài phút, hoặc trao đổi với mentor trước cũng được.
home-register = Đăng ký giải pháp
home-book = Đặt lịch với mentor
home-train = Bắt đầu đào tạo
home-unfinished = Đăng ký chưa hoàn tất
home-saved = Đã lưu
home-continue = Tiếp tục
home-review = Cần xét duyệt: { $name }
home-to-review = Chờ xét duyệt
home-late = Quá hạn
home-until = Hạn
home-open-review = Mở mục xét duyệt
home-booked = Đã đặt
home-when = Thời gian
home-with = Với
home-open-booking = Xem lịch hẹn của tôi
home-unreachable = Không liên lạc được { $count } người
home-room-not-installed = chưa cài ứng dụng: vui lòng nhờ họ thêm Guildmate trong Teams
home-room-uninstalled = đã gỡ ứng dụng: vui lòng báo trực tiếp, hoặc nhờ họ thêm lại
home-room-blocked = đã chặn ứng dụng: vui lòng báo trực tiếp
