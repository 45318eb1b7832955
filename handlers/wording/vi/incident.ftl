# Cách người ta báo thiệt hại; "…" là có vài từ ở giữa.
incident-words =
    bị lộ
    lộ dữ liệu
    lộ thông tin
    làm lộ
    lộ ra ngoài
    rò rỉ
    gửi nhầm
    gửi … nhầm
    gửi sai
    gửi … sai
    trả lời sai cho khách
    nhầm khách
    nhầm người
    bị sập
    sập rồi
    bị treo
    ngừng hoạt động
    bị hack
    bị tấn công
    vô tình
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
