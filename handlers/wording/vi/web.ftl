# Trang web: những gì nằm quanh cuộc trò chuyện.

web-title = Guildmate
web-skip = Chuyển đến ô nhập tin nhắn
web-banner = Bản dùng thử trên máy này: bạn có thể vào vai bất kỳ ai. Không có gì rời khỏi máy tính này.
web-needs-script = Trang này cần JavaScript. Bạn có thể nhận cùng câu trả lời trên dòng lệnh: guildmate ask "câu hỏi của bạn".
web-you-are = Bạn là
web-language = Ngôn ngữ
web-home = Trang chính
web-handbook = Sổ tay
web-panel = Trang chính và sổ tay
web-close = Đóng
web-conversation = Trò chuyện
web-your-message = Tin nhắn của bạn
web-write = Hỏi, hoặc kể bạn đã làm gì…
web-send = Gửi
web-keys = Enter để gửi, Shift+Enter để xuống dòng.
web-yes = Có, tiếp tục
web-no = Không, quay lại
web-sure = Xin hỏi lại một câu

web-hello = Chào { $name }
web-hello-text = Tôi trả lời theo sổ tay, đăng ký những gì bạn xây dựng và đặt lịch với mentor. Bạn cứ hỏi theo cách của mình.
web-suggestions =
    Tôi có được dùng email của khách hàng trong ChatGPT không?
    Tôi đã tạo bot đọc hóa đơn của nhà cung cấp
    Đặt lịch với mentor
web-shortcuts = Có thể bắt đầu từ đây
web-shortcut-register = Đăng ký giải pháp
web-shortcut-book = Đặt lịch với mentor
web-shortcut-mine = Giải pháp của tôi
web-shortcut-help = Bạn làm được gì?

web-you = Bạn
web-guildmate = Guildmate
web-news = Tin mới
web-looking = Đang tìm trong sổ tay…
web-working = Đang xử lý…
web-still = Vẫn đang làm. Bạn cứ để trang này mở.
web-unreachable = Không kết nối được với Guildmate. Những gì bạn viết không bị mất.
web-remove = Gỡ
web-retry = Thử lại
web-form-sent = Đã gửi
web-step = Bước { $step } trên { $steps }
web-optional = không bắt buộc
web-mistakes-one = Vui lòng xem lại một ô.
web-mistakes = Vui lòng xem lại { $count } ô.
web-back = Quay lại
web-new = Làm lại từ đầu
web-new-sure = Cuộc trò chuyện trên trang này sẽ bị xóa. Những gì bạn đã đăng ký và đặt lịch vẫn còn.

web-all-pages = Tất cả các trang
web-contents = Trong trang này
web-version = Phiên bản { $version }
web-effective = Có hiệu lực từ { $date }
web-owner = Người phụ trách: { $owner }
web-review-by = Rà soát lần tới trước { $date }
web-versions = Các phiên bản
web-seen = Như thấy vào { $date }
web-not-in-force = Phiên bản này hôm nay không có hiệu lực.
web-overdue = Trang này đã đến hạn rà soát vào { $date }. Hãy hỏi { $owner } trước khi làm theo.
web-overdue-no-owner = Trang này đã đến hạn rà soát vào { $date }. Hãy hỏi nhóm quản trị AI trước khi làm theo.
web-overdue-short = quá hạn rà soát
web-no-pages = Sổ tay này chưa có trang nào.
web-page-not-found = Không có trang này trong sổ tay.
web-reading = Đang mở…
web-home-empty = Không có gì đang chờ bạn.

web-embedding = Đang chuẩn bị sổ tay cho việc tìm kiếm: { $done } trên { $total } phần. Bạn có thể hỏi ngay.
web-handbook-broken = Sổ tay vừa được sửa và có lỗi, nên bản tốt gần nhất vẫn được dùng. Chạy guildmate check để xem lỗi.

web-not-demonstration = Cơ sở dữ liệu này dành cho người thật, nên trang dùng thử với các vai có sẵn đã tắt. Hãy hỏi bằng guildmate ask, hoặc khởi động không có DATABASE_URL để xem bản dùng thử.
web-chat-set-up = Ở đây mọi người dùng Guildmate qua kênh trò chuyện, nên trang cục bộ với các nhân vật mẫu đã tắt. Hãy nhắn tin ở đó, hỏi bằng guildmate ask, hoặc khởi động không có cài đặt của kênh để xem bản mẫu.
web-not-here = Không có trang này.
web-back-home = Đến cuộc trò chuyện
web-refused-host = Trang này chỉ trả lời ở địa chỉ của chính máy tính này.
web-refused-origin = Yêu cầu này được gửi từ một trang khác nên không có gì được thực hiện.
web-too-large = Tin nhắn này quá dài. Vui lòng giữ dưới 256 KB.
web-unreadable = Trang đã gửi thứ tôi không đọc được. Vui lòng tải lại trang rồi thử lại.
web-broken = Hệ thống gặp lỗi và không có gì thay đổi. Vui lòng thử lại; nếu vẫn lỗi, hãy nêu mã { $reference }.
web-nobody = Không có người này trong bản dùng thử.
web-no-language = Tôi chưa nói được ngôn ngữ đó.

web-role-maker = người tạo
web-role-reviewer = người xét duyệt
web-role-mentor = mentor
web-role-lead = trưởng nhóm quản trị AI
web-role-operator = người vận hành
web-language-en = English
web-language-id = Bahasa Indonesia
web-language-th = ไทย
web-language-vi = Tiếng Việt
web-handbook-mistakes = Một số trang của sổ tay có lỗi, nên ở đây có thể thiếu một phần. Chạy guildmate check để xem.
web-search-failed = Chưa cập nhật được phần tìm kiếm, nên tạm thời có thể bỏ sót một số câu trả lời. Tôi vẫn đang thử lại.
web-somebody-else = Ở cửa sổ khác bạn đã chuyển thành { $name }, nên ở đây chưa làm gì cả.
web-became = Bây giờ bạn là { $name }, như đã chọn ở cửa sổ khác. Những gì còn dang dở dưới tên trước vẫn được giữ cho người đó.
