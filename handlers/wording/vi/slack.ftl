# Slack: những gì ở quanh cuộc trò chuyện.

slack-title = Guildmate
slack-sure = Xin hỏi lại một câu
slack-no = Không, quay lại
slack-fill-in = Điền biểu mẫu
slack-close = Đóng
slack-spoken = Biểu mẫu này đang được trả lời từng câu trong cuộc trò chuyện của chúng ta. Vui lòng làm tiếp ở đó.
slack-press-again = Mở biểu mẫu mất quá nhiều thời gian. Vui lòng bấm nút lần nữa.
slack-home-more = Còn nhiều hơn những gì hiện được ở đây.
slack-send-all = Gửi cho tôi tất cả
