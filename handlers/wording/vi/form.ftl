# Những gì mọi biểu mẫu đều nói, và điều chưa đúng ở một ô.

form-next = Tiếp
form-send = Gửi
form-not-sure = Tôi không chắc
form-required = Vui lòng điền ô này.
form-too-long = Nội dung này dài { $is } ký tự; vui lòng viết không quá { $most }.
form-not-an-option = Vui lòng chọn một trong các lựa chọn có sẵn.
form-alone = Mục này không chọn chung với mục khác. Vui lòng chỉ chọn mục này, hoặc bỏ nó và chọn các mục khác.
form-not-an-address = Đây có vẻ không phải là địa chỉ email. Vui lòng viết theo dạng name@company.com.
