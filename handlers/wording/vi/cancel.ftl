# Những gì được hủy, hoãn hay để nguyên, và cách nói.

cancel-waits = Việc này chưa xong. Bạn muốn xử lý thế nào?
cancel-more = Vẫn còn việc chưa xong ngoài những mục này. Khi bạn làm xong hoặc bỏ một mục, mục tiếp theo sẽ hiện ra.
cancel-changes = Thay đổi của { $reference }
cancel-evidence = Bằng chứng cho { $reference }
cancel-leave = Để đó
cancel-discard = Bỏ đi
cancel-discard-confirm = Bỏ các câu trả lời của bạn ở đây? Bỏ rồi thì không lấy lại được.
cancel-discarded = Đã bỏ. Những gì đã đăng ký hay đã nộp trước đó vẫn giữ nguyên.
cancel-nothing = Không có gì đang chờ ở đây nên không có gì để hủy. Biểu mẫu chưa gửi thì chưa có tác dụng gì, cũng chưa đặt giờ nào. Những gì bạn đã đặt và đã đăng ký đều có trong phần tổng quan.
cancel-put-off = Được rồi, chưa đặt lịch nào và chưa bắt đầu gì cả.

# Các biểu mẫu có thể được nhắc cùng ý muốn hủy.
cancel-forms =
    đăng ký
    việc đăng ký
    đơn đăng ký
    đơn
    biểu mẫu
    bản nháp
    nháp
    thay đổi
    dang ky
    don dang ky

# Cách nói để trả lại hay hỏi lại lịch đã đặt.
cancel-undoes =
    hủy
    huỷ
    hủy bỏ
    huỷ bỏ
    hủy giúp
    bỏ
    dời
    hoãn
    đổi
    xóa
    nhắc
    nhắc tôi
    nhắc mình
    nhắc em
    huy
    huy bo
    doi
    hoan
    nhac
    nhac toi
    cancel

# Những gì được đặt.
cancel-bookings =
    lịch hẹn
    lịch
    cuộc hẹn
    buổi hẹn
    hẹn
    buổi tư vấn
    giờ tư vấn
    lịch tư vấn
    mentor
    buổi mentor
    booking
    lich hen
    lich
    cuoc hen
    buoi hen
    hen
    buoi tu van

# Cách nói rằng không cần đặt, bắt đầu hay nhắc gì.
cancel-not-now =
    đừng đặt
    đừng đặt lịch
    khoan đặt
    khoan đặt lịch
    chưa đặt
    chưa cần đặt
    chưa cần hẹn
    không cần đặt
    không đặt nữa
    không đặt lịch nữa
    khỏi đặt
    khỏi cần đặt
    đừng hẹn
    đừng book
    khoan book
    đừng nhắc
    không cần nhắc
    khỏi nhắc
    đừng đăng ký
    khoan đăng ký
    chưa cần đăng ký
    đừng bắt đầu
    dung dat lich
    dung dat
    khoan dat lich
    khoan dat
    chua can dat
    khong can dat
    dung nhac
    khong can nhac
    dung dang ky

# Cách nói để sau, không nói rõ việc gì.
cancel-later =
    để sau
    để sau đi
    để khi khác
    để lúc khác
    khi khác
    lúc khác
    lần sau
    hôm khác
    bữa khác
    chưa phải bây giờ
    de sau
    de khi khac
    khi khac
    luc khac
    lan sau
    hom khac

# Các từ đi kèm không làm đổi nghĩa.
cancel-beside =
    của
    tôi
    mình
    em
    anh
    chị
    với
    cho
    giúp
    giùm
    vào
    ngày
    mai
    hôm nay
    sáng
    chiều
    tối
    tuần
    sau
    này
    thứ
    hai
    ba
    tư
    năm
    sáu
    về
    muốn
    cần
    xin
    nhé
    nha
    ạ
    gì
    cả
    vội
    đã
    hết
    nữa
    đi
    được
    cua
    toi
    minh
    voi
    giup
    muon
    can
    gi
    ca
    nhe
    da
