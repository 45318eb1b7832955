# Quy định nói gì khi có người hỏi điều gì được phép, và câu hỏi như vậy được đặt thế nào.

ruling-sees-yes = Được: { $tools } được xem dữ liệu { $classes }.
ruling-sees-approval = Chỉ sau khi người xét duyệt đồng ý: khi đó { $tools } được xem dữ liệu { $classes }.
ruling-sees-no = Không: { $tools } không được xem dữ liệu { $classes }.
ruling-by-tool = Điều đó tùy công cụ. Với dữ liệu { $classes }: { $parts }.
ruling-by-data = Điều đó tùy dữ liệu. Với { $tools }: { $parts }.
ruling-part-yes = được ({ $names })
ruling-part-approval = sau khi người xét duyệt đồng ý ({ $names })
ruling-part-no = không ({ $names })
ruling-forbidden = Không. { $because }
ruling-review = Chỉ sau khi được xét duyệt trong tối đa { $days } ngày làm việc, ít nhất ở mức { $tier }. { $because }
ruling-built = Những gì bạn làm với nó cần được xét duyệt trong tối đa { $days } ngày làm việc, ít nhất ở mức { $tier }. { $because }
ruling-unless = Hoàn toàn không, nếu đúng như sau: { $because }

# Sự thật về quy định, khi câu hỏi có thể hỏi điều khác: đúng dù người hỏi muốn nói gì.
ruling-fact = { $about }: { $parts }.
ruling-fact-pair = { $tool } và dữ liệu { $classes }
ruling-fact-data = Dữ liệu { $classes }
ruling-fact-yes = được phép
ruling-fact-approval = chỉ sau khi người xét duyệt đồng ý
ruling-fact-no = không bao giờ được phép
ruling-fact-part-yes = được phép ({ $names })
ruling-fact-part-approval = chỉ sau khi người xét duyệt đồng ý ({ $names })
ruling-fact-part-no = không bao giờ được phép ({ $names })
ruling-fact-unlisted = Với { $tools } thì như sau. { $because }
ruling-fact-forbidden = Giải pháp làm việc này không bao giờ được phép. { $because }
ruling-fact-review = Giải pháp làm việc này phải được xét duyệt trước, ít nhất ở mức { $tier }. { $because }
ruling-implied = “{ $said }” là dữ liệu { $classes }.

ruling-frames =
    tôi có được … không
    có được … không
    … có được … không
    … có được không
    tôi có thể … không
    có thể … không
    … có thể … không
    … được không
    … có được phép … không
    … được phép … không
    … có được duyệt không
    … đã được duyệt chưa
    … được ko
    … được k
    … được hông
    … được hem
    … dc không
    … dc ko
    … đc không
    … đc ko
    có được … ko
    … có được … ko
    … có được ko
    có thể … ko
    … có thể … ko
    … có thể … được không
    có thể … được không
    … có được phép … ko
    có được phép … không
    có được phép … ko
    … ok không
    … ok ko
    … ổn không
    … cho phép không
    … có cho phép không
    được phép … không
    được phép … ko
    liệu … được không
    liệu có thể … không
    … ok k
    … được hay không
    … có được hay không
    được … không
    được … ko

ruling-any-tool =
    công cụ ai
    trí tuệ nhân tạo

ruling-small =
    tôi
    chúng tôi
    chúng ta
    mình
    nhóm
    công ty
    nhân viên
    có
    được
    được phép
    phép
    thể
    đưa
    dán
    nhập
    tải
    lên
    tải lên
    dùng
    sử dụng
    vào
    trong
    trên
    với
    bằng
    qua
    cho
    của
    và
    hoặc
    dữ liệu
    tệp
    tài liệu
    danh sách
    bảng
    công cụ
    công cụ ai
    ứng dụng
    bot
    chatbot
    giải pháp
    mô hình
    xem
    đọc
    tóm tắt
    dịch
    phân tích
    xử lý
    để
    công việc
    làm việc
    một
    các
    những
    tự động
    hỗ trợ
    tạo bot
    tạo ứng dụng
    xây dựng ứng dụng
    làm ứng dụng
    em
    anh
    chị
    bọn mình
    bọn em
    tụi em
    tui
    bỏ
    cho vào
    đẩy
    quăng
    copy
    sao chép
    upload
    thêm
    này
    đó
    kia
    ấy
    ở
    muốn
    nếu
    thì
    mà
    luôn
    đi

# Các từ chỉ việc làm ra thứ gì, không thay đổi gì khi không nhắc đến dữ liệu.
ruling-making =
    xây dựng
    tạo
    làm

# Những gì câu hỏi về một giải pháp nhắc đến; nếu không có, có thể là người tự làm việc đó.
ruling-solution =
    công cụ ai
    trí tuệ nhân tạo
    bot
    chatbot
    ứng dụng
    giải pháp
    mô hình
    công cụ
    tự động
    tạo
    xây dựng

# Lời chỉ để lịch sự, ở đầu, cuối hay giữa câu hỏi.
ruling-courtesy =
    xin chào
    chào
    chào team
    chào cả nhà
    chào mọi người
    chào anh
    chào chị
    chào bạn
    hi
    hello
    cho em hỏi
    cho mình hỏi
    cho tôi hỏi
    cho hỏi
    em hỏi
    mình hỏi
    anh ơi
    chị ơi
    bạn ơi
    mọi người ơi
    mọi người
    cả nhà
    dạ
    thưa
    ạ
    nhé
    nha
    nhỉ
    vậy
    vậy ạ
    hả
    xin lỗi
    làm ơn
    xin hỏi
    cảm ơn
    cám ơn
    cảm ơn nhiều
    xin cảm ơn
    thanks
    thank you
    cảm ơn trước
    cảm ơn ạ
    chúc ngày tốt lành
    xin phép hỏi
    phiền anh chị
    làm phiền
    em cảm ơn
    mình cảm ơn
    à
    ơ
    khoan
    mà này
    thế
    ad
    admin
    ad ơi
    em ơi
    mn
    mng
    mọi ng
    nhá
    nghen
    nhen
    em chào
    mình chào
    anh chị
    ok em
    ơi

# Các từ có thể hỏi xin phép.
ruling-asks =
    được không
    được ko
    được k
    được hông
    dc không
    dc ko
    đc không
    đc ko
    có được
    có thể
    được phép
    cho phép
    cấm
    bị cấm
    được duyệt
    an toàn
    ok không
    ok ko
    công cụ nào
    dùng gì
    tool nào
    có cần xin
    phải xin
    xin phép

# Các từ hỏi điều mà quy định không quyết định.
ruling-elsewhere =
    bị xóa
    xóa
    hủy
    giấy phép
    bản quyền
    chi phí
    giá bao nhiêu
    bao nhiêu
    bao lâu
    quyền truy cập
    đăng ký
    báo cáo sự cố
    báo sự cố
    bị lộ
    rò rỉ
    lỡ
    vô tình
    ngừng dùng
    mentor
    khóa học
    đào tạo
    không cần duyệt
    ai phụ trách

# Dữ liệu không còn như ban đầu.
ruling-altered =
    ẩn danh
    đã ẩn danh
    che tên
    đã che
    bỏ tên
    xóa tên
    giả lập
    dữ liệu giả
    mã hóa

# Các từ hỏi dữ liệu thuộc loại nào.
ruling-class =
    loại nào
    loại gì
    loại dữ liệu
    thuộc loại
    phân loại
    bảo mật
    tuyệt mật

# Các từ chỉ hỏi tiếp câu trước.
ruling-follow =
    nếu người duyệt đồng ý
    nếu người xét duyệt đồng ý
    nếu người duyệt ok
    nếu reviewer ok
    nếu reviewer đồng ý
    còn
    thế còn
    vậy còn
    còn nếu
    nếu
    nếu dùng
    thì sao
    thì thế nào
    và
    hoặc
    hay
    với
    thế
    bên
    còn bên
    nếu là
    nếu chuyển sang
    chuyển sang
    đổi sang
    đổi qua
    chuyển qua
    nếu đổi sang
    nếu đổi qua
    còn như
    như
    sao
    vậy thì
    thế thì
    còn với
    giống vậy
    tương tự
    cũng vậy
    vậy
    thì
    thì được
    nếu xài
    nếu đưa vào
    nếu cho vào

# Các từ hỏi dữ liệu nào hay công cụ nào.
ruling-which =
    gì
    những gì
    nào
    những dữ liệu nào
    dữ liệu nào
    loại dữ liệu nào

# Các từ hỏi cách làm, khi nào, ở đâu hay vì sao.
ruling-way =
    làm sao
    thế nào
    khi nào
    bao giờ
    tại sao
    vì sao
    ở đâu
    cách

# Từ chỉ bản miễn phí hay của riêng mình, sau khi hỏi về bản khác.
ruling-free =
    miễn phí
    bản miễn phí
    bản free
    free
    cá nhân
    tài khoản cá nhân
    bản cá nhân
    tài khoản riêng
    gmail
    gmail cá nhân
    gmail riêng
    acc cá nhân
    acc riêng
    acc free
    nick cá nhân

# Từ chỉ bản của công ty.
ruling-company =
    bản công ty
    của công ty
    tài khoản công ty
    enterprise
    bản enterprise

# Từ chỉ bản trả phí, ai trả cũng vậy.
ruling-paid =
    trả phí
    bản trả phí
    bản mất phí
    mất tiền
    bản pro
    pro
    plus
    premium
    có phí

# Từ ngay trước một tên để phủ nhận.
ruling-denied =
    không
    không phải
    không bao giờ tự
    không được tự
    không tự
    không bao giờ
    chưa
    đừng
    chẳng

# Từ cho thấy người tự làm, hoặc giải pháp chỉ chuẩn bị.
ruling-by-people =
    bằng tay
    thủ công
    con người
    do người
    bởi người
    nhân sự tự
    phòng nhân sự
    quản lý tự
    không dùng ai
    không dùng bot
    chuẩn bị
    đề xuất
    soạn nháp
    gợi ý

# Từ mà câu hỏi tiếp dùng để hỏi, ngoài từ xin phép.
ruling-follow-asks =
    không
    ko
    k
    hông
    cũng
    vẫn
    được
    dc
    đc
    có
    nữa
    chứ
    được chứ
    ổn không
    ok không
    ok ko
    thì được
    ổn ko
    thay
    vào
    qua
    ở
    trên
    bằng

# Từ cho biết có thứ sẽ chạy, hoặc hỏi có được bắt đầu ngay không.
ruling-runs =
    flow
    luồng
    tự động
    lịch
    theo lịch
    hẹn giờ
    tác nhân
    agent
    bot
    chatbot
    app
    ứng dụng
    mỗi ngày
    mỗi tối
    mỗi sáng
    mỗi tuần
    mỗi tháng
    hằng ngày
    hằng tuần
    hằng tháng
    hàng ngày
    hàng tuần
    hàng tháng
    thứ hai hàng tuần
    chờ duyệt
    đợi duyệt
    làm luôn
    chạy luôn
    dùng luôn
    cần đăng ký
    phải đăng ký
    phải xin
    tự chạy
