# How the assistant behaves in a channel.

channel-summary = Chọn cách tôi trả lời trong một kênh
channel-examples =
    Đổi cài đặt của kênh này
channel-where = Vui lòng nói điều này trong kênh đó và nhắc đến tôi.
channel-title = Trong kênh này
channel-intro = Áp dụng từ câu hỏi tiếp theo, cho mọi người ở đó.
channel-first = Ai đọc câu trả lời trước?
channel-first-everybody = Mọi người trong kênh
channel-first-asker = Người hỏi, và họ có thể chia sẻ
channel-threads = Tôi có tiếp tục trong chuỗi trả lời mà không cần được nhắc lại không?
channel-threads-yes = Có, với người đã hỏi ở đó
channel-threads-no = Không, chỉ khi tôi được nhắc đến
channel-saved = Từ nay tôi sẽ làm như vậy trong kênh này.
