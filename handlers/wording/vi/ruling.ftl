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
ruling-review = Chỉ sau khi được xét duyệt trong tối đa { $days } ngày làm việc, ít nhất ở mức { $tier }: { $because }
ruling-built = Những gì bạn làm với nó cần được xét duyệt trong tối đa { $days } ngày làm việc, ít nhất ở mức { $tier }: { $because }
ruling-unless = Hoàn toàn không, nếu đúng như sau: { $because }

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
