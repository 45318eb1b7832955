# Giờ tư vấn với mentor.

office-hours-summary = Đặt lịch với mentor, xem và hủy lịch hẹn
office-hours-examples =
    Tôi muốn đặt lịch với mentor
    Xem lịch hẹn của tôi

office-hours-words-mine =
    của tôi
    lịch hẹn của tôi
    lịch của tôi
    của mình
    lịch hẹn của mình
    lich hen cua toi
    lich cua toi
office-hours-mine = { $count ->
   *[other] **{ $count } lịch hẹn của bạn**
}
office-hours-none = Bạn chưa có lịch hẹn nào.
office-hours-book = Đặt lịch với mentor
office-hours-see-mine = Xem lịch hẹn của tôi
office-hours-mentor = Mentor
office-hours-maker = Người tạo
office-hours-topic = Chủ đề
office-hours-yours = Giờ của bạn
office-hours-theirs = Giờ của mentor

office-hours-topics = Bạn muốn trao đổi về điều gì?
office-hours-slots = **{ $topic }**: các giờ còn trống, theo giờ của bạn ở { $zone }.
office-hours-later = Những ngày sau
office-hours-other-topics = Chủ đề khác
office-hours-nothing-free = Trong 14 ngày tới chưa có mentor nào rảnh cho chủ đề { $topic }.
office-hours-others = Chủ đề khác còn giờ trống:
office-hours-ask-team = Bạn cũng có thể gõ câu hỏi ở đây, rồi gửi tới nhóm quản trị AI ngay dưới câu trả lời.

office-hours-confirm = Đặt lịch với { $name }
office-hours-confirm-intro = { $topic }: { $times }
office-hours-note = Bạn muốn hỏi về việc gì?
office-hours-note-hint = Nếu muốn: một hai câu để mentor chuẩn bị trước.
office-hours-submit = Đặt lịch
office-hours-booked = Đã đặt **{ $reference }** với { $name }.
office-hours-booked-already = **{ $reference }** với { $name } đã được đặt từ trước. Không có gì bị đặt hai lần.
office-hours-busy = Giờ đó bạn đã có hẹn với { $name }: { $reference }, { $at }. Vui lòng chọn giờ khác, hoặc hủy lịch hẹn đó trước.
office-hours-nearest = Những giờ gần nhất còn trống:
office-hours-unclear = Tôi không đọc được giờ đó. Bạn chọn lại giúp tôi nhé.

office-hours-cancel = Hủy lịch hẹn
office-hours-cancel-confirm = Hủy lịch hẹn với { $name }, { $at }? Người đó sẽ được báo.
office-hours-cancelled = Đã hủy **{ $reference }**, và { $name } đang được báo.
office-hours-cancelled-already = **{ $reference }** đã bị hủy từ trước. Không có gì thay đổi.
office-hours-cancelled-card = **{ $reference }** đã bị hủy: { $topic }, { $at }.
office-hours-told-booked = { $name } đã đặt lịch với bạn về { $topic }: { $at } (**{ $reference }**).
office-hours-told-cancelled = { $name } đã hủy **{ $reference }** về { $topic }: { $at }.
office-hours-told-note = Lời nhắn: { $note }

office-hours-file = Thêm vào lịch của tôi
office-hours-file-cancelled = Xóa khỏi lịch của tôi
office-hours-event = Giờ tư vấn: { $topic } ({ $maker } với { $mentor })

office-hours-set = Đặt giờ của tôi
office-hours-set-intro = Giờ tính theo đồng hồ của bạn ({ $zone }). Những lịch hẹn đã có vẫn giữ nguyên.
office-hours-field-topics = Mọi người có thể hỏi bạn về điều gì?
office-hours-field-days = Vào những ngày nào?
office-hours-field-from = Từ
office-hours-field-until = Đến
office-hours-field-minutes = Mỗi buổi dài bao lâu?
office-hours-minutes = { $minutes } phút
office-hours-too-short = Khoảng này không đủ cho một buổi. Vui lòng chọn giờ kết thúc muộn hơn.
office-hours-set-submit = Lưu giờ của tôi
office-hours-hours-set = Đã lưu giờ tư vấn của bạn. Từ bây giờ mọi người có thể đặt lịch.
