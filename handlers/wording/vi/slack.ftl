# Slack: những gì ở quanh cuộc trò chuyện.

slack-title = Guildmate
slack-sure = Xin hỏi lại một câu
slack-no = Không, quay lại
slack-fill-in = Điền biểu mẫu
slack-close = Đóng
