# Dòng lệnh nói gì bằng ngôn ngữ của người dùng.

terminal-not-in-handbook = Sổ tay không nói về điều này.
terminal-nearest = Các mục gần nhất:
terminal-see-also = Xem thêm:
terminal-by-words = Chỉ tìm theo từ; nếu có bộ nhúng, cách nói khác cũng sẽ được tìm thấy.
terminal-unclear = Tôi tra được khi biết câu hỏi nói về điều gì. Hãy hỏi một trong các câu này, hoặc gõ thêm một chút:
terminal-none = Không mục nào đúng? Hãy hỏi nhóm quản trị AI trên trang của `guildmate run`.
terminal-as-of = Theo các trang có hiệu lực vào { $date }:
