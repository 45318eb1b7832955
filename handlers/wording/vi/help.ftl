# Trợ lý làm được gì, và những lời thân thiện.

help-summary = Xem tôi giúp được gì
help-examples =
    Bạn làm được gì?
help-intro = Bạn cứ nói điều mình cần theo cách của bạn, bằng tiếng Việt, tiếng Anh, tiếng Indonesia hay tiếng Thái, hoặc gõ một lệnh.
help-hello = Chào { $name }! Tôi trả lời câu hỏi theo sổ tay, đăng ký những gì bạn xây dựng và đặt lịch với mentor. Bạn cần gì cứ nói nhé.
help-welcome = Không có gì đâu bạn. Có gì chưa rõ, bạn cứ hỏi; gõ `/help` để xem tôi giúp được gì.
help-agreed = Vâng. Khi nào cần gì thêm, bạn cứ hỏi nhé.
help-unknown = Không có lệnh `/{ $typed }`. Tôi có thể giúp những việc sau:
help-did-you-mean = Không có lệnh `/{ $typed }`. Có phải ý bạn là `/{ $name }`?
help-try = Thử ngay
help-wonder = Bạn muốn biết điều gì? Bạn có thể nói, ví dụ:
