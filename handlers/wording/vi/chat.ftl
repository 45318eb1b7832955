# Ứng dụng chat: những gì ở quanh cuộc trò chuyện.

chat-done = Xong.
chat-yes = Có, tiếp tục
chat-step = Bước { $step } trên { $steps }
chat-back = Quay lại
chat-more = Phần còn lại ở trong cuộc trò chuyện của chúng ta.
chat-moment = Xin chờ một chút…
chat-refresh = Làm mới
chat-by-model = Do mô hình ngôn ngữ viết; từng câu đã được đối chiếu với mục mà nó dẫn.
chat-window = Mở trong cửa sổ
chat-optional = { $label } (không bắt buộc)
chat-required = Mục này cần được điền.
chat-app-short = Giải đáp chính sách, đăng ký và giờ tư vấn cho người tạo giải pháp AI
chat-app-full = Guildmate trả lời câu hỏi về chính sách AI của công ty bằng chính lời của sổ tay, kèm mục làm căn cứ cho từng câu trả lời. Guildmate nhận đăng ký những gì đồng nghiệp xây dựng, cho biết giải pháp cần cẩn trọng đến đâu và bước tiếp theo là gì, và đặt lịch với mentor. Chỉ người trong tổ chức của bạn được trả lời, và Guildmate chỉ biết những gì họ kể.
chat-ask-about = Hỏi về tin nhắn này
chat-ask-about-hint = Hỏi sổ tay về điều ai đó đã viết
chat-ask-about-intro = Bạn sửa lại câu chữ cho đúng điều muốn hỏi nhé.
chat-question = Câu hỏi của bạn
chat-ask = Hỏi
chat-search-handbook = Tìm trong sổ tay
chat-search-handbook-hint = Tìm điều sổ tay nói rồi chia sẻ ở đây
chat-search-solutions = Tìm giải pháp
chat-search-solutions-hint = Tìm những gì đồng nghiệp đã xây dựng rồi chia sẻ ở đây
chat-search-word = Tìm
chat-search-word-hint = Vài từ, bằng ngôn ngữ nào cũng được
chat-nothing-found = Không tìm thấy gì. Bạn thử từ khác nhé.
