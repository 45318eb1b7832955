# Hỏi sổ tay, và những người đứng sau nó.

ask-summary = Hỏi xem sổ tay nói gì
ask-examples =
    Tôi có được đưa tên khách hàng vào ChatGPT không?
    Giải pháp nào cần xét duyệt?

ask-sources = Nguồn trong sổ tay
ask-nearest = Các mục gần nhất
ask-see-also = Xem thêm
ask-nearest-rule = Quy định gần nhất mà tôi tìm thấy:
ask-or-this = Hay là một trong các mục này?
ask-short = Tóm tắt; bản tiếng Anh mới có giá trị.
ask-clause-gone = Mục này không còn trong sổ tay. Bạn hãy hỏi lại nhé.
ask-version = phiên bản { $version }
ask-in-force = có hiệu lực từ { $since }
ask-overdue = Trang này lẽ ra phải được rà soát trước { $due }. Vui lòng hỏi người phụ trách trang trước khi làm theo.
ask-page-partial = Có phần của trang này không đọc được. Vui lòng xem thêm tài liệu gốc.
ask-still-reading = Tôi vẫn đang đọc sổ tay; lát nữa câu trả lời sẽ tốt hơn.

ask-empty = Bạn muốn biết điều gì? Hãy gõ một câu hỏi, ví dụ "Công cụ nào đã được duyệt?"
ask-no-words = Tôi chỉ đọc được chữ. Bạn muốn biết điều gì?
ask-too-long = Nội dung này dài { $is } ký tự, còn tôi chỉ đọc được tối đa { $most }. Bạn hỏi ngắn hơn giúp tôi nhé.
ask-not-found = Sổ tay không nói về điều này, nên tôi không muốn đoán.

ask-unclear = Bạn muốn hỏi về mục nào? Bạn cũng có thể gõ thêm một chút.
ask-none = Không mục nào: hỏi nhóm quản trị AI

ask-helpful = 👍 Hữu ích
ask-unhelpful = 👎 Chưa đúng ý
ask-thanks = Cảm ơn bạn, tôi đã ghi nhận.
ask-sorry = Xin lỗi vì chưa giúp được bạn. Người hiểu rõ hơn sẽ giúp được.
ask-team = Hỏi nhóm quản trị AI
ask-mentor = Đặt lịch với mentor

ask-sent = Đã gửi tới { $leads }: { $question }
ask-sent-before = Câu hỏi này đã được gửi tới { $leads } rồi nên không gửi lại: { $question }
ask-sent-next = Câu trả lời sẽ đến với bạn ở đây. Trong lúc chờ, bạn xem lại ở `/home`; mọi việc khác vẫn như bình thường.
ask-the-team = nhóm quản trị AI
ask-from = Câu hỏi từ { $name }
ask-own = Câu hỏi của bạn gửi nhóm quản trị AI
ask-waiting = Đang chờ trả lời
ask-since = Đã gửi
ask-handbook = Sổ tay
ask-said = Có trả lời nhưng chưa đúng ý
ask-silent = Không nói đến
ask-unsure = Đã hỏi lại, nhưng không mục nào đúng ý
ask-reply = Trả lời
ask-form = Trả lời { $name }
ask-your-answer = Câu trả lời của bạn
ask-replied = Câu trả lời của bạn đang được gửi tới { $name }.
ask-nothing-waiting = Câu hỏi này đã được trả lời. Không cần làm gì thêm.
ask-answer = Câu trả lời từ nhóm quản trị AI
ask-worded = Câu có trích dẫn bên dưới là lời của mô hình ngôn ngữ; phần trích dẫn mới có giá trị.
ask-without-model = Lần này mô hình ngôn ngữ không giúp được, nên đây là các câu trong chính sổ tay.
ask-unproved = Điều mô hình ngôn ngữ viết không chứng minh được từ sổ tay, nên đây là các câu trong chính sổ tay.
ask-masked = Câu hỏi của bạn có { $kinds }; tôi đã che đi trước khi tìm câu trả lời. Không cần thông tin đó, câu hỏi vẫn được trả lời như vậy.
ask-private-key = mật khẩu hoặc khóa
ask-private-email = địa chỉ e-mail
ask-private-card = số thẻ
ask-private-identity = số giấy tờ tùy thân
ask-private-phone = số điện thoại
ask-contradiction = [{ $one }] và [{ $other }] mâu thuẫn nhau, mà cả hai đều đang có hiệu lực. Hãy hỏi người phụ trách một trong hai trang trước khi làm theo.
ask-next = Thế còn “{ $heading }”?
ask-human = Được chứ. Nhóm quản trị AI sẽ đọc tin nhắn của bạn và trả lời tại đây. Mentor cũng dành thời gian cho câu hỏi của bạn.
ask-upset = Xin lỗi vì chưa giúp được bạn. Có thể nhờ người trong nhóm xem giúp, hoặc bạn nói cách khác điều bạn cần nhé.
