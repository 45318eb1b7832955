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
    cho … lại vào
    cho … lại sang
    của … lại vào
    của … lại sang
    của … lại gửi cho
    bị tráo
    tráo … cho nhau

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
    chuyển tiếp
    kèm
    nhắn

# Điều khiến việc đó gây hại, khi đứng sau.
incident-wrong =
    nhầm
    sai
    đối thủ
    không đúng khách
    không đúng người
    ko đúng người
    không đúng địa chỉ
    không phải chủ
    không liên quan
    không có quyền
    chưa từng đặt
    không hề đặt
    không đặt
    chưa từng mua
    bị tráo
    tráo
    lẫn lộn

# Điều có thể đứng trước.
incident-unmeant =
    vô tình
    lỡ tay
    không cố ý
    bị tráo
    lẫn lộn

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
    dữ liệu nhân viên
    hộ chiếu
    số điện thoại
    số dư
    giá vốn
    giá nhập
    danh sách khách
    số cccd
    danh bạ

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
    ai báo
    có phải
    có cần
    có được
    muốn
    định
    bot để
    app để
    phòng ngừa
    phòng tránh
    phòng chống
    cách phòng
    phòng rò rỉ
    phòng lộ
    là gì

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
    được hông
    được hem
    đc không
    mấy ngày
    luật
    công cụ khác
    tool khác
    app khác

# Từ cho thấy đã hoặc đang xảy ra.
incident-now =
    vừa
    mới phát hiện
    phát hiện
    hôm qua
    sáng nay
    hôm nay
    bây giờ
    rồi
    từ hôm
    cả tuần nay
    hình như
    nghi là
    có vẻ
    tối qua
    đêm qua
    nửa đêm
    hồi nãy
    lúc nãy
    từ sáng
    từ tối

# Ai có thể nhận phải thứ của người khác …
incident-people =
    khách
    khách hàng
    cửa hàng
    shop
    nhà cung cấp
    đối tác
    công ty
    người
    nhân viên
    ứng viên
    tài khoản
    người nhận
    người mua
    người dùng
    bệnh nhân
    người gọi

# … và từ bên cạnh cho thấy không phải chủ.
incident-other =
    khác
    kia
    không phải
    ko phải
    không đúng
    không liên quan
    sai
    nhầm

# Thứ thuộc về một người, đến tay người khác là gây hại.
incident-papers =
    hóa đơn
    báo giá
    hợp đồng
    đơn
    đơn hàng
    lịch sử đơn
    báo cáo
    biên lai
    thư
    địa chỉ
    giá
    phiếu giao hàng
    giấy tờ
    số điện thoại
    số dư
    hộ chiếu

# Từ chỉ đếm chuyện đã qua, hoặc hỏi về nơi khác.
incident-counts =
    bao nhiêu vụ
    bao nhiêu lần
    bao nhiêu sự cố
    bao nhiêu ca
    mấy vụ
    mấy lần
    mấy ca
    thường xuyên không
    có hay
    thống kê
    tần suất
    số vụ
    số lần
    từng … chưa
    từng … không
    có bao giờ
    bao giờ chưa
    công ty nào
    công ty khác từng
    mỗi năm
    mỗi tháng
    tỷ lệ
    xu hướng
    số liệu
    lớn nhất
    bao nhiêu hóa đơn
    bao giờ … chưa

# Người của chương trình và cuộc hẹn với họ: lỡ hẹn không phải là thiệt hại do giải pháp.
incident-meetings =
    mentor
    cố vấn
    người hướng dẫn
    hẹn
    cuộc hẹn
    lịch hẹn
    buổi hẹn
    người duyệt
    người đánh giá
    cuộc họp
    giảng viên

# Điều khiến nó vẫn là thiệt hại.
incident-solutions =
    bot
    chatbot
    agent
    flow
    app
    ứng dụng
    dữ liệu
    ai
    copilot
    chatgpt
    file
    email
    mail
    hệ thống
    hóa đơn
    laptop
    máy tính
    tài khoản
    prompt

# Từ cho thấy cần giúp ngay, dù hỏi gì thêm.
incident-cries =
    cứu với
    giờ sao
    giờ làm gì
    giờ làm sao
    làm sao bây giờ
    làm gì bây giờ
    gấp

# Cách nói gộp cả hai.
incident-others =
    của người khác
    khách này … khách kia
    người khác

# Đồng nghiệp, chỉ không được nhận thứ bí mật.
incident-inside =
    phòng
    phòng ban
    bộ phận
    nhóm
    đội
    chi nhánh
    đồng nghiệp

# Khoảng thời gian được hỏi xem ra sao.
incident-periods =
    năm ngoái
    quý trước
    tháng trước
    năm nay
    quý này

# Từ cho thấy thứ gì đó đến tay ai.
incident-arrivals =
    nhận được
    nhận
    sang
    đọc
    đến tay
    gửi đến

# Thứ đang chạy và có thể mất kiểm soát.
incident-runners =
    bot
    chatbot
    agent
    flow
    luồng
    ứng dụng
    trợ lý
    kịch bản
    tác nhân

# Cách kể rằng việc gì đó lặp mãi.
incident-repeats =
    lặp đi lặp lại
    lặp lại
    tạo … liên tục
    gửi … liên tục
    đặt … liên tục
    nhắn … liên tục
    liên tục tạo
    liên tục gửi
    liên tục đặt
    liên tục nhắn
    trùng lặp
    trùng nhau
    y chang nhau
    vòng lặp
    không ngừng
    không dừng
    hoài không dừng

# Rằng không ai bảo nó làm.
incident-alone =
    tự gửi
    tự ý
    tự nhắn
    tự đặt
    tự tạo
    tự xóa
    tự đăng
    tự trả lời
    tự chuyển
    tự báo
    tự thanh toán
    tự động gửi
    tự duyệt
    tự mua
    tự hủy
    không ai bảo
    không ai yêu cầu

# Việc nó làm, ngoài các hành vi ở trên.
incident-does =
    tạo
    làm
    mua
    hủy
    báo giá
    đặt hàng
    ra đơn
    duyệt
    chấp nhận
    từ chối

# Xảy ra khi nào, nên không phải dự định.
incident-times =
    tối qua
    đêm qua
    sáng nay
    hôm qua
    vừa
    nửa đêm
    tự dưng
    tự nhiên
    bỗng nhiên
    mất rồi
    hồi nãy
    lúc nãy
    cuối tuần rồi
    từ sáng
    từ tối
    từ hôm qua
    từ đêm qua
    từ trưa

# Rằng nó nghe lời kẻ không có quyền.
incident-orders =
    nghe theo
    nghe lời
    làm theo
    ra lệnh
    bị lừa
    bị dụ
    bị sai khiến
    bị điều khiển
    bị gài lệnh

# Cách đưa thứ gì vào công cụ.
incident-pastes =
    dán
    copy
    chép
    đưa
    nhập
    up
    upload
    tải lên
    gõ
    bỏ
    quăng
    paste
    gửi

# Rằng việc đó đã làm rồi.
incident-done =
    mất rồi
    vừa
    lỡ
    lỡ tay
    hôm qua
    tối qua
    sáng nay
    hồi nãy
    lúc nãy
    mới nãy
    vô tình
    trót

# Công cụ của bên ngoài, ngoài tầm tay ta.
incident-tools =
    chatgpt
    ai miễn phí
    ai free
    công cụ ai
    google dịch

# Thứ tuyệt đối không được đưa vào công cụ như vậy.
incident-keys =
    mật khẩu
    api key
    khóa api
    token
    mã pin

# Tài khoản được xem nhiều hơn.
incident-approved =
    enterprise
    tài khoản công ty
    bản công ty

# Rằng người khác đã thấy.
incident-calls =
    gọi điện
    gọi liên tục
    gọi tới
    gọi hỏi
    phàn nàn
    chửi
    la quá
    khiếu nại

# Lời ngờ vực không phải câu hỏi về quy định.
incident-hedges =
    không biết có
    không chắc
    có sao không
    có bình thường không
    có phải lo không

# Người không được có thứ của ta.
incident-outsiders =
    người ngoài
    bên ngoài
    đối thủ
    người lạ

# Rằng họ đã có được.
incident-gets =
    lấy được
    lấy mất
    lấy đi
    thấy hết
    biết hết
    tải được
    tải về
    có được

# Lời làm tổn thương.
incident-rude =
    thô lỗ
    chửi
    xúc phạm
    tục tĩu
    vô lễ
    mất lịch sự
    nói bậy

# Cách nó nói ra.
incident-answers =
    trả lời
    nhắn
    nói
    bảo
    rep

# Rằng điều nó nói không đúng.
incident-false =
    mà thực ra chưa
    mà thực ra không
    mà thật ra chưa
    mà thật ra không
    trong khi chưa
    trong khi không
    sai sự thật

# Rằng nó xóa mất.
incident-deletes =
    xóa
    xóa mất
    xóa sạch
    ghi đè
    mất
