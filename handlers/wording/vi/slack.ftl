# Slack: những gì ở quanh cuộc trò chuyện.

slack-title = Guildmate
slack-sure = Xin hỏi lại một câu
slack-no = Không, quay lại
slack-fill-in = Điền biểu mẫu
slack-looking = đang tìm…
slack-close = Đóng
slack-there = Câu trả lời ở trong cuộc trò chuyện của chúng ta.
slack-external = Guildmate chỉ trả lời đồng nghiệp trong tổ chức này.
slack-guest = Guildmate không trả lời tài khoản khách ở đây. Bạn hãy hỏi đồng nghiệp đã mời bạn.
slack-trouble = Tôi chưa tìm được bạn là ai trong Slack. Bạn thử lại sau giây lát nhé.
slack-privately = Tôi đã gửi vào cuộc trò chuyện riêng của chúng ta, chỉ mình bạn đọc được.
slack-share = Chia sẻ vào kênh
slack-broken = Có lỗi ở phía chúng tôi và chưa có gì thay đổi. Bạn thử lại sau giây lát nhé.
