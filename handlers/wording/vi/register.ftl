# Đăng ký giải pháp.

register-summary = Đăng ký những gì bạn tạo ra hoặc dùng với AI
register-examples =
    Tôi đã tạo bot đọc hóa đơn của nhà cung cấp
    Tôi muốn đăng ký giải pháp

register-intro =
    Tôi sẽ hỏi về những gì bạn đã làm, qua { $steps } bước ngắn, rồi cho bạn biết cần cẩn trọng đến đâu và bước tiếp theo là gì.
register-not-sure-is-fine = Không chắc cũng không sao: chúng tôi chọn phía an toàn cho đến khi bạn biết rõ.
register-look-again = Câu trả lời của bạn đã được lưu. Vui lòng xem các ô được đánh dấu bên dưới.
register-one-more = Câu trả lời của bạn đã được lưu, và vì vậy có thêm một câu hỏi ở bước này.

register-talk = Trả lời từng câu ngay tại đây
register-form = Hiện dưới dạng biểu mẫu
register-stop = Tạm dừng
register-progress = Câu { $n } trên { $of }
register-not-understood = Câu trả lời này không khớp với lựa chọn nào. Bạn có thể gõ câu trả lời, số thứ tự của nó, hoặc "không chắc"; nếu có nhiều mục thì cách nhau bằng dấu phẩy.
register-ask-instead = Trả lời điều tôi gõ như một câu hỏi
register-paused = Dừng ở đây. Mọi câu trả lời đã được lưu; gõ `/register` để làm tiếp.

register-unfinished = Bạn có một đăng ký chưa hoàn tất: **{ $name }**, lưu { $at }.
register-unnamed = chưa có tên
register-continue = Tiếp tục
register-over = Làm lại từ đầu
register-over-confirm = Các câu trả lời của đăng ký chưa hoàn tất sẽ bị xóa. Làm lại từ đầu?

register-check = **Vui lòng kiểm tra câu trả lời.** Chưa có gì được đăng ký cho đến khi bạn xác nhận.
register-check-changes = **Câu trả lời của bạn cho { $reference }.** Hãy sửa những gì đã thay đổi; chưa có gì được lưu vào sổ đăng ký cho đến khi bạn xác nhận.
register-change = Sửa
register-confirm = Đăng ký
register-save = Lưu thay đổi
register-later = Để sau
register-say-yes = Gõ "có" để xác nhận, "quay lại" để sửa câu trả lời vừa rồi, hoặc "để sau" để làm tiếp khi khác.

register-challenge-title = Câu trả lời này còn đúng không?
register-challenge = Bạn viết “{ $quote }”. Như vậy có nghĩa là “{ $question }” ({ $says }) không? Bạn đã trả lời: { $answer }.
register-challenge-yes = Có, đổi câu trả lời của tôi
register-challenge-no = Không, giữ như tôi đã trả lời
register-challenge-read = Khi lời mô tả và một câu trả lời còn khác nhau, sẽ có người đọc cả hai trước khi duyệt. Nếu chỉ là hiểu lầm, bạn chỉ cần chờ một chút.

register-done = Đã đăng ký **{ $reference }**: { $name }. Cảm ơn bạn đã cho chúng tôi biết.
register-saved = Đã lưu thay đổi của **{ $reference }**: { $name }.
register-saved-draft = Đã lưu, chưa gửi: **{ $reference }**, { $name }. Hãy gửi lại khi bạn đã trả lời hết.
register-already = **{ $reference }** đã được đăng ký từ trước: { $name }. Không có gì bị đăng ký hai lần.
register-already-saved = Các thay đổi này của **{ $reference }** đã được lưu từ trước: { $name }. Không có gì bị sửa hai lần.
register-not-allowed = Vui lòng không làm theo cách này, và hãy dừng lại nếu nó đang chạy. Trưởng nhóm quản trị AI đã được báo và sẽ giúp bạn tìm cách khác. Bạn hỏi trước như vậy là đúng.
register-my-solutions = Giải pháp của tôi
register-book = Đặt lịch với mentor

register-please-review = { $maker } nhờ xét duyệt **{ $reference }**.
register-please-stop = { $maker } đã đăng ký **{ $reference }**, điều mà sổ tay không cho phép. Vui lòng trao đổi với người đó về cách khác.
register-open-review = Mở mục xét duyệt

# Những gì người ta nói trước khi kể mình đã làm gì, và những gì chưa nói lên điều gì.
register-lead-ins =
    tôi muốn đăng ký
    mình muốn đăng ký
    em muốn đăng ký
    tôi cần đăng ký
    muốn đăng ký
    cần đăng ký
    cho tôi đăng ký
    cho mình đăng ký
    cho em đăng ký
    vui lòng đăng ký
    giúp tôi đăng ký
    đăng ký giúp tôi
    đăng ký
    tôi muốn khai báo
    tôi đã tạo
    tôi đã làm
    tôi đã xây dựng
    tôi vừa tạo
    tôi vừa làm
    tôi mới làm
    tôi đang làm
    tôi đang xây dựng
    tôi tạo
    tôi làm
    tôi xây dựng
    mình đã tạo
    mình đã làm
    mình vừa tạo
    mình vừa làm
    mình mới làm
    mình đang làm
    mình làm
    mình tạo
    em làm
    em đã làm
    em vừa làm
    chúng tôi đã tạo
    chúng tôi đã làm
    chúng tôi đã xây dựng
    chúng tôi làm
    chúng tôi đang dùng
    nhóm tôi đã làm
    nhóm tôi làm
    nhóm tôi đã tạo
    nhóm mình làm
    nhóm mình đã làm
    toi muon dang ky
    minh muon dang ky
    em muon dang ky
    muon dang ky
    dang ky
    toi da tao
    toi da lam
    toi vua lam
    toi vua tao
    toi lam
    minh lam
    minh vua lam
    minh da lam
    nhom toi lam
    nhom toi da lam
register-nothing-said =
    giải pháp
    giải pháp của tôi
    giải pháp mới
    một giải pháp
    một giải pháp mới
    bot
    bot mới
    bot của tôi
    một con bot
    chatbot của tôi
    ứng dụng
    ứng dụng của tôi
    app của tôi
    công cụ
    công cụ mới
    công cụ của tôi
    một công cụ mới
    bắt đầu đăng ký
    bắt đầu
    mới
    tiếp tục
    tiếp
    tiếp tục đăng ký
    giai phap
    giai phap cua toi
    giai phap moi
    mot giai phap
    bot moi
    bot cua toi
    ung dung
    cong cu
    cong cu moi
    bat dau dang ky
    tiep tuc dang ky

# Những gì người ta gõ làm câu trả lời.
register-words-yes =
    có
    co
    vâng
    vang
    dạ
    da
    đúng
    đúng rồi
    dung roi
    phải
    rồi
    roi
    ừ
    ok
    được
    duoc
    đồng ý
    dong y
    xác nhận
    xac nhan
register-words-no =
    không
    khong
    ko
    kh
    không có
    khong co
    không phải
    khong phai
    chưa
    chua
    chưa có
    chua co
register-words-not-sure =
    không chắc
    khong chac
    tôi không chắc
    toi khong chac
    mình không chắc
    chưa chắc
    chua chac
    không rõ
    khong ro
    chưa rõ
    chua ro
    không biết
    khong biet
    tôi không biết
    toi khong biet
    ko biết
    ko biet
    ko chắc
    ko chac
register-words-and =
    và
    va
register-words-skip =
    bỏ qua
    bo qua
    không có
    khong co
    chưa có
    chua co
    không có ai
    để trống
    de trong
    chưa có ai
register-words-back =
    quay lại
    quay lai
    trở lại
    tro lai
    câu trước
    cau truoc
    lùi lại
    lui lai
register-words-stop =
    dừng
    dừng lại
    dung lai
    tạm dừng
    tam dung
    để sau
    de sau
    lúc khác
    luc khac
    thôi
    nghỉ

# Những lời chỉ để lịch sự, trước hoặc sau câu trả lời.
register-words-polite =
    ạ
    dạ
    nhé
    nha
    bạn
    da
register-unchanged = Đây là các câu trả lời mà **{ $reference }** đã có: { $name }. Không có gì thay đổi.
