# Những gì mọi biểu mẫu đều nói, và điều chưa đúng ở một ô.

form-next = Tiếp
form-send = Gửi
form-not-sure = Tôi không chắc
form-required = Vui lòng điền ô này.
form-too-long = Nội dung này dài { $is } ký tự; vui lòng viết không quá { $most }.
form-not-an-option = Vui lòng chọn một trong các lựa chọn có sẵn.
form-alone = Mục này không chọn chung với mục khác. Vui lòng chỉ chọn mục này, hoặc bỏ nó và chọn các mục khác.
form-not-an-address = Đây có vẻ không phải là địa chỉ email. Vui lòng viết theo dạng name@company.com.
form-waits = Đăng ký của bạn vẫn chờ, với mọi câu đã trả lời. Bấm nút để làm tiếp, hoặc gõ `/{ $command }`.
form-waits-changes = Các thay đổi của bạn vẫn chờ, với mọi câu đã trả lời. Bấm nút để làm tiếp.
form-go-on = Làm tiếp
form-answer-or-question = Đó là câu trả lời, hay là một câu hỏi?
form-is-answer = Là câu trả lời
form-is-question = Là câu hỏi
