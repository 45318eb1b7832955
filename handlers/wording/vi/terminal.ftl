# Dòng lệnh nói gì bằng ngôn ngữ của người dùng.

terminal-not-in-handbook = Sổ tay không nói về điều này.
terminal-nearest = Gần nhất, nhưng chưa phải câu trả lời:
terminal-by-words = Chỉ tìm theo từ; nếu có bộ nhúng, cách nói khác cũng sẽ được tìm thấy.
