# Cách người ta báo thiệt hại; "…" là có vài từ ở giữa.
incident-words =
    bị lộ
    lộ dữ liệu
    lộ thông tin
    làm lộ
    lộ ra ngoài
    rò rỉ
    gửi nhầm
    gửi sai
    trả lời sai cho khách
    nhầm khách
    nhầm người
    bị sập
    sập rồi
    bị treo
    ngừng hoạt động
    bị hack
    bị tấn công
    lỡ tay
    lỡ dán
    lỡ đưa
    lỡ gửi
    lỡ xóa
    lỡ nhập
    lỡ up
    lỡ bỏ
    xóa nhầm
    chuyển nhầm
    chuyển tiền nhầm
    trả nhầm
    thanh toán nhầm
    thanh toán hai lần
    gửi liên tục
    không dừng được
    không dừng lại
    báo sự cố
    gặp sự cố
    có sự cố
    bị hỏng
    hỏng rồi
    không chạy nữa
    vô tình gửi
    vô tình đưa
    vô tình dán
    vô tình xóa
    vô tình chia sẻ
    lỡ chia sẻ
    lỡ chuyển
    bị mất cắp
    bị đánh cắp
    bị trộm
    người lạ vào được
    vào được agent
    xâm nhập
    xóa mất
    mất hết dữ liệu
    mở công khai
    đang công khai
    bị để trong prompt
    ai cũng đọc được
    ai cũng xem được
    ai cũng thấy
    chuyển tiền hai lần
    chuyển hai lần
    trả hai lần
    trả 2 lần
    gửi spam
    nhận được mail của người khác
    nhận mail của người khác

# Việc đã làm, bằng từ người ta dùng khi kể lại.
incident-acts =
    gửi
    cho … xem
    hiển thị
    hiện
    chia sẻ
    đăng
    trả lời
    báo
    nói
    mở
    tải lên
    up
    upload
    dán
    nhập
    chuyển
    chuyển tiền
    chi
    trả
    thanh toán
    hoàn
    xóa
    để
    lưu
    duyệt
    đặt
    đưa

# Điều khiến việc đó gây hại, khi đứng sau.
incident-wrong =
    nhầm
    sai
    đối thủ

# Điều có thể đứng trước.
incident-unmeant =
    vô tình
    lỡ tay
    không cố ý

# Ai thấy được; chỉ gây hại khi nội dung là mật hoặc vừa xảy ra.
incident-seen-by =
    khách khác
    người khác
    công ty khác
    cửa hàng khác
    nhà cung cấp khác
    cả công ty
    toàn công ty
    mọi người
    tất cả nhân viên
    công khai
    trên mạng
    internet
    website
    bên ngoài
    người ngoài
    cả phòng
    cả nhóm

# Những gì họ không được thấy.
incident-things =
    lương
    bảng lương
    phiếu lương
    dữ liệu khách
    khách hàng
    dữ liệu cá nhân
    căn cước
    cccd
    cv
    hồ sơ
    tài khoản ngân hàng
    mật khẩu
    api key
    bảng giá

# Cách chỉ hỏi về quy định, đứng trước từ gây hại.
incident-asks =
    nếu
    giả sử
    trong trường hợp
    khi nào
    khi có
    thế nào là
    làm sao
    làm thế nào
    cách
    tránh
    phòng
    ai báo
    có phải
    có cần
    có được
    muốn
    định
    bot để
    app để

# Từ ở bất kỳ đâu cho thấy chỉ hỏi quy định.
incident-general =
    cơ quan
    trong bao lâu
    mấy giờ
    bao nhiêu giờ
    được không
    được ko
    dc ko
    đạt không
    có đạt

# Từ cho thấy đã hoặc đang xảy ra.
incident-now =
    vừa
    mới phát hiện
    phát hiện
    hôm qua
    sáng nay
    hôm nay
    bây giờ
    giờ sao
    giờ làm gì
    rồi
    cứu với
    từ hôm
    cả tuần nay
    hình như
    nghi là
    có vẻ
