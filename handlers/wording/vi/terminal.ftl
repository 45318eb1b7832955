# Dòng lệnh nói gì bằng ngôn ngữ của người dùng.

terminal-not-in-handbook = Sổ tay không nói về điều này.
terminal-nearest = Gần nhất, nhưng chưa phải câu trả lời:
