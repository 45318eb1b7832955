# Những gì mọi biểu mẫu đều nói, và điều chưa đúng ở một ô.

form-next = Tiếp
form-send = Gửi
form-not-sure = Tôi không chắc
form-choice-yes = Có
form-choice-no = Không
form-choice-other = Công cụ khác
form-required = Vui lòng điền ô này.
form-too-long = Nội dung này dài { $is } ký tự; vui lòng viết không quá { $most }.
form-not-an-option = Vui lòng chọn một trong các lựa chọn có sẵn.
form-alone = Mục này không chọn chung với mục khác. Vui lòng chỉ chọn mục này, hoặc bỏ nó và chọn các mục khác.
form-not-an-address = Đây có vẻ không phải là địa chỉ email. Vui lòng viết theo dạng name@company.com.
form-too-many-files = Vui lòng gửi không quá { $most } tệp ở ô này.
form-no-link = Đó không phải là liên kết. Liên kết bắt đầu bằng https://, và người xét duyệt phải mở được.
form-file-lost = Tệp { $name } bị mất trên đường gửi. Vui lòng chọn lại.
form-file-empty = Tệp { $name } trống. Vui lòng chọn tệp khác.
form-file-too-large = Tệp { $name } lớn hơn { $most } MB. Vui lòng gửi tệp nhỏ hơn.
form-file-of-another-kind = Tệp { $name } không thuộc loại tôi nhận, hoặc nội dung không đúng như tên tệp. Tôi nhận tệp PDF, Word, Excel, PowerPoint, PNG, JPEG và văn bản thuần.
form-file-one-too-many = Không còn chỗ cho tệp { $name }. Vui lòng thêm các tệp đã gửi trước, hoặc gỡ bớt.

form-waits = Đăng ký của bạn vẫn chờ, với mọi câu đã trả lời. Bấm nút để làm tiếp, hoặc gõ `/{ $command }`.
form-waits-changes = Các thay đổi của bạn vẫn chờ, với mọi câu đã trả lời. Bấm nút để làm tiếp.
form-waits-here = Đơn đăng ký đang chờ câu trả lời của bạn ở đây: cứ gõ, hoặc bấm nút để tiếp tục.
form-waits-changes-here = Các thay đổi đang chờ câu trả lời của bạn ở đây: cứ gõ, hoặc bấm nút để tiếp tục.
form-go-on = Làm tiếp
form-question-or-answer = Nếu đó là câu trả lời, hãy bấm:
form-is-answer = Là câu trả lời
