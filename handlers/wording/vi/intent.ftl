# Những gì người ta nói khi muốn một lệnh, mỗi dòng một câu. Câu gần nhất quyết định, nên câu hỏi
# về một chủ đề nằm ở "intent-ask", cạnh mong muốn dễ bị nhầm với nó.

intent-took = Tôi hiểu ý bạn là: **{ $meaning }**.
intent-undo = Không, hãy trả lời như một câu hỏi
intent-near = Hay là bạn muốn việc này?

intent-name-register = Đăng ký giải pháp
intent-name-solutions = Xem giải pháp của tôi
intent-name-office-hours = Giờ tư vấn với mentor
intent-name-review = Xét duyệt giải pháp
intent-name-training = Đào tạo của tôi
intent-name-showcase = Góc trưng bày
intent-name-home = Tổng quan của tôi
intent-name-channel = Cài đặt của kênh này
intent-name-help = Tôi giúp được gì
intent-name-ask = Hỏi sổ tay

intent-ask =
    ai duyệt giải pháp mức tối thiểu?
    chatbot gây sự cố thì báo cho ai?
    hủy hẹn thì làm sao?
    đăng ký như thế nào?
    làm sao để đăng ký giải pháp?
    cần chuẩn bị gì trước khi đăng ký?
    tôi có phải đăng ký bảng tính dùng AI không?
    khi nào phải đăng ký giải pháp?
    đăng ký xong thì sao nữa?
    giải pháp là gì?
    quy trình xét duyệt thế nào?
    xét duyệt mất bao lâu?
    ai xét duyệt giải pháp của tôi?
    dữ liệu tuyệt mật là gì?
    thế nào là dữ liệu cá nhân?
    ChatGPT được xem dữ liệu nào?
    tôi có được đưa tên khách hàng vào ChatGPT không?
    có được dùng Copilot Studio với dữ liệu bảo mật không?
    Zapier có được phép dùng không?
    công cụ nào đã được duyệt?
    tôi không được làm những gì?
    tôi có được làm bot sàng lọc ứng viên không?
    AI có được quyết định cấp tín dụng không?
    chatbot của tôi có được tự trả lời khách hàng không?
    bắt buộc phải học những gì?
    mức cao cần học bài nào?
    đào tạo mất bao lâu?
    giờ tư vấn là gì?
    giờ tư vấn vào lúc nào?
    đặt lịch với mentor như thế nào?
    mentor giúp được những gì?
    có hủy lịch hẹn được không?
    mentor gồm những ai?
    góc trưng bày là gì?
    làm sao để chia sẻ thành quả của tôi?
    công cụ chúng tôi đã làm mà chưa báo ai thì sao?
    luật dữ liệu cá nhân của Việt Nam quy định gì?
    ai phụ trách sổ tay?
    mức hạn chế và mức cao khác nhau thế nào?
    AI trả lời sai thì phải làm gì?
    còn nhân viên thời vụ thì sao?
    còn ở Malaysia thì sao?
    thực tập sinh có cần được duyệt không?
    tôi muốn biết quy định về dữ liệu nhà cung cấp
    cho tôi biết về shadow AI
    giải thích các mức rủi ro cho tôi
    công cụ chỉ mình tôi dùng có phải đăng ký không?
    bot đọc hồ sơ ứng tuyển có nên đăng ký không?
    nếu tôi làm bot cho phòng nhân sự thì sao?
    được duyệt rồi có sửa giải pháp được không?
    tôi có được chia sẻ giải pháp cho văn phòng khác không?
    mentor hủy hẹn thì sao?
    cần giúp thì hỏi ai?
    nhóm tôi dùng AI mà không ai biết thì sao?
    có những loại dữ liệu nào?
    trước khi dùng thật phải kiểm thử những gì?
    khi nào phải chuyển cho nhóm khoa học dữ liệu?
    trưởng nhóm quản trị là ai?
    thủ đô của một nước là gì?
    đồng nghiệp hỏi có được dùng AI cho hóa đơn không
    dang ky nhu the nao
    toi co duoc dung du lieu khach hang trong ChatGPT khong
    cong cu nao da duoc duyet
    xet duyet mat bao lau
    du lieu ca nhan la gi
    co phai dang ky khong

intent-register =
    phòng tôi làm GPT trả lời nhân viên
    đăng ký công cụ mà phòng đang dùng
    toi vua tao chatbot ho tro khach
    tôi muốn đăng ký giải pháp
    đăng ký giải pháp của tôi
    đăng ký bot
    đăng ký ứng dụng
    cho mình đăng ký công cụ mới
    tôi đã làm bot đọc hóa đơn
    tôi đã tạo chatbot trả lời câu hỏi nhân sự
    mình vừa làm app phân loại email khách hàng
    tôi làm quy trình tự động bằng Zapier
    tôi đang làm công cụ soạn thư trả lời
    chúng tôi đã xây dựng mô hình dự báo doanh số
    nhóm tôi làm Power App có dùng AI
    chúng tôi đang dùng một con bot chưa đăng ký
    tôi muốn khai báo công cụ đang dùng
    bắt đầu đăng ký
    tiếp tục đăng ký
    hoàn tất đăng ký còn dở của tôi
    giúp tôi đăng ký quy trình tự động
    toi muon dang ky giai phap
    dang ky bot
    toi da lam bot doc hoa don
    nhom toi vua lam chatbot

intent-solutions =
    giải pháp của chúng tôi được phê duyệt chưa?
    xem những gì tôi đã đăng ký
    giải pháp của tôi
    xem giải pháp của tôi
    danh sách giải pháp của tôi
    tôi đã đăng ký những gì?
    giải pháp của tôi đến đâu rồi?
    trạng thái giải pháp của tôi
    giải pháp của tôi được duyệt chưa?
    bot của mình duyệt chưa?
    đăng ký của tôi đến đâu rồi?
    xem trạng thái đăng ký
    xem SOL-0001
    trạng thái SOL-0001
    ngừng dùng giải pháp của tôi
    sửa giải pháp của tôi
    tôi muốn sửa giải pháp đã đăng ký
    giai phap cua toi
    giai phap cua toi duoc duyet chua
    xem giai phap cua toi

intent-office-hours =
    xem các buổi hẹn đã đặt
    đặt lịch với mentor
    đặt mentor
    đặt lịch tư vấn
    đặt lịch tư vấn về chất lượng dữ liệu
    tôi muốn đặt lịch với mentor
    tôi muốn nói chuyện với mentor
    mình cần mentor giúp
    cho tôi gặp chuyên gia về prompt
    có ai giúp mình xem prompt tuần này được không?
    cho mình hẹn mentor được không?
    tìm giờ trống giúp tôi
    xem giờ còn trống
    thứ sáu mentor có rảnh không?
    hủy lịch hẹn của tôi
    hủy hẹn
    hủy BKG-0001
    lịch hẹn của tôi
    buổi hẹn tới của tôi là khi nào?
    tôi không đến buổi hẹn được
    đặt giờ tư vấn của tôi
    đổi giờ của tôi với vai trò mentor
    dat lich voi mentor
    huy lich hen
    lich hen cua toi
    toi muon gap mentor

intent-review =
    giải pháp nào đang chờ tôi duyệt?
    xét duyệt
    xem danh sách xét duyệt
    có gì đang chờ xét duyệt?
    tôi cần xét duyệt những gì?
    hôm nay tôi phải duyệt gì?
    các mục chờ tôi xét duyệt
    hàng đợi xét duyệt
    nhận mục xét duyệt tiếp theo
    tôi muốn xét duyệt một giải pháp
    duyệt giải pháp
    từ chối giải pháp này
    mục xét duyệt nào đến hạn?
    toi can xet duyet gi
    co gi cho xet duyet

intent-training =
    bài kế tiếp là bài nào?
    đào tạo của tôi
    xem chương trình đào tạo
    xem các bài học
    bắt đầu học
    học tiếp
    tôi học xong một bài rồi
    tôi đã xong tuần đầu tiên
    đánh dấu bài học đã xong
    tôi đã học xong bài chất lượng dữ liệu
    bài học tiếp theo của tôi là gì?
    tôi còn phải học những gì?
    tôi học đến đâu rồi?
    tiến độ đào tạo của tôi
    tôi đã học những bài nào?
    dao tao cua toi
    toi con phai hoc gi

intent-showcase =
    xem các phòng khác làm gì với AI
    góc trưng bày
    xem góc trưng bày
    xem mọi người đã làm gì
    mọi người đã làm được những gì?
    đồng nghiệp làm được gì rồi?
    cho xem ví dụ từ nhóm khác
    tôi cần chút cảm hứng
    chia sẻ giải pháp của tôi
    chia sẻ câu chuyện của tôi
    đưa giải pháp của tôi lên góc trưng bày
    tôi muốn khoe bot của mình với mọi người
    đăng câu chuyện của tôi
    xem moi nguoi da lam gi
    chia se giai phap cua toi

intent-home =
    trang chính
    trang chủ
    tổng quan của tôi
    tổng quan
    bảng điều khiển
    có gì đang chờ tôi không?
    tôi phải làm gì tiếp theo?
    tiếp theo tôi nên làm gì?
    việc cần làm của tôi
    xem mọi thứ của tôi
    có gì mới cho tôi không?
    bước tiếp theo của tôi
    viec can lam cua toi
    toi phai lam gi tiep theo

intent-help =
    trợ giúp
    giúp tôi với
    giúp mình với
    bạn làm được gì?
    bạn giúp được gì?
    ở đây tôi làm được gì?
    cái này dùng thế nào?
    bạn hoạt động thế nào?
    bạn là ai?
    bạn là bot à?
    xem các lệnh
    có những lệnh nào?
    tôi không biết bắt đầu từ đâu
    menu
    tro giup
    ban lam duoc gi

intent-greeting =
    chào
    xin chào
    chào bạn
    chào Guildmate
    chào buổi sáng
    chào buổi chiều
    chào buổi tối
    alo
    hello bạn
    hi bạn
    bạn khỏe không?
    rất vui được gặp bạn
    xin chao
    chao ban

intent-thanks =
    cam on nhe
    cảm ơn
    cám ơn
    cảm ơn bạn
    cảm ơn nhiều
    cảm ơn bạn nhiều nhé
    cảm ơn nha
    ok cảm ơn
    tốt quá, cảm ơn
    hữu ích lắm, cảm ơn bạn
    thanks bạn
    tạm biệt
    hẹn gặp lại
    cam on
    cam on ban
    cảm ơn bạn nhiều
    cam on ban nhieu
    tks nha
    camon
    cảm ơn nhé nha

# Câu hỏi mở đầu thế nào khi không ai gõ dấu hỏi; cách kết thúc đứng sau "…".
intent-asking =
    làm sao
    làm thế nào
    vì sao
    tại sao
    khi nào
    bao giờ
    bao lâu
    nếu
    có được
    có phải
    có cần
    lam sao
    tai sao
    vi sao
    khi nao
    bao lau
    neu
    co duoc
    co phai
    co can
    … không
    … ko
    … là gì
    … thế nào
    … bao lâu
    … thì sao
    … ở đâu
    … khong
    … the nao
    … bao lau
    … thi sao
    ai là
    ai duyệt
    ai phụ trách
    ai có
    … mấy ngày
    … bao nhiêu
    … nào
    … là ai
    còn nếu
    ai phải
    ai sẽ
    ai được
    ai cần
    ai đang
    ai là người
    … thì thế nào
    … hả
    … hông
    … hem
    … được chứ
    … duoc chu
    … đúng không
    … phải không
    … dung khong
    … phai khong
    ai xem
    ai thấy
    ai đọc
    ai quản
    ai ký
    ai trả
    ai chịu
    ai giúp
    ai làm
intent-nothing =
    ừ
    ừm
    vâng
    dạ
    không
    ok
    được
    à
    ờ
    thử
    gì

intent-channel =
    cài đặt kênh này
    cài đặt của kênh này
    đổi cách trả lời trong kênh này
    thay đổi cài đặt kênh
    thiết lập kênh này
    cấu hình bot cho kênh này
    trả lời riêng trước trong kênh này
    cho mọi người trong kênh này thấy câu trả lời
    ngừng theo chuỗi trả lời trong kênh này
    ai đọc câu trả lời trước trong kênh này
    để người hỏi đọc trước trong kênh này
    chỉnh cài đặt kênh này

# Câu của người muốn nói chuyện với người, không phải chương trình.
intent-human =
    cho mình gặp người thật đi
    cho minh gap nguoi that
    cho gap nguoi that
    muon gap nguoi that
    co ai that o day khong
    tôi muốn được người thật trả lời
    tôi muốn nói chuyện với người thật
    cho tôi gặp người thật
    muốn nói chuyện với con người
    cho gặp nhân viên hỗ trợ
    cho tôi gặp nhân viên hỗ trợ
    có ai thật trả lời không?
    nối máy cho tôi gặp người
    không muốn nói chuyện với bot
    cho mình nói chuyện với ai đó trong nhóm
    toi muon noi chuyen voi nguoi that
    toi muon gap nhan vien ho tro

# Câu của người đang bực hay thất vọng.
intent-upset =
    trả lời gì kỳ vậy
    trả lời gì kỳ vậy, bực quá
    trả lời chán quá
    chẳng giúp được gì
    không giúp được gì cả
    bực quá
    bực mình quá
    bot ngu quá
    bot dở quá
    trả lời sai rồi
    lại sai nữa rồi
    vô dụng
    mất thời gian
    không hiểu tôi hỏi gì
    chán quá
    tệ quá
    thất vọng quá
    chan qua
    buc minh qua
    tra loi sai roi
    chang giup duoc gi

# Câu của người không muốn làm tiếp; chỉ nói thế thì không bắt đầu gì.
intent-cancel =
    hủy
    huỷ
    hủy đi
    huy
    huy bo
    hủy bỏ
    bỏ qua
    thôi
    thôi khỏi
    thôi bỏ đi
    không cần nữa
    hủy hết
    bỏ đi
    thôi hủy đi
    thôi hủy
    khỏi
    thôi không cần
    không làm nữa
    hủy giùm
    nhầm chat
    nhầm cửa sổ

# Câu hỏi cách làm bắt đầu thế nào; "…" đứng trước từ kết thúc. Nó không bắt đầu gì.
intent-how =
    làm sao để
    làm thế nào để
    cách
    nếu
    có phải
    có cần
    lam sao de
    lam the nao de
    cach
    neu
    … làm thế nào
    … làm sao
    … như thế nào
    … làm gì đây
    … giờ làm gì
    … phải làm gì
    … vì sao
    … tại sao
    … lam sao
    … lam the nao

# Trong các từ bắt đầu một việc, phải có một từ.
intent-clues-human =
    nói chuyện
    gặp
    nối máy
    người thật
    con người
    ai đó
    liên hệ
    trao đổi
    chat
    nhân viên hỗ trợ
intent-clues-register =
    đăng ký
    làm
    tạo
    xây dựng
    phát triển
    khai báo
    dùng
    dang ky
    lam
    tao

intent-clues-office-hours =
    mentor
    lịch
    hẹn
    đặt
    buổi
    tư vấn
    chuyên gia
    bkg
    lich
    hen
    dat

intent-clues-solutions =
    giải pháp
    đăng ký
    bot
    app
    duyệt
    trạng thái
    sol
    giai phap
    duyet

intent-clues-review =
    duyệt
    xét
    review
    duyet

intent-clues-training =
    đào tạo
    học
    bài
    mô-đun
    khóa
    hoc
    dao tao
    bai

intent-clues-showcase =
    trưng bày
    nhóm khác
    phòng khác
    đồng nghiệp
    người khác
    mọi người
    chia sẻ
    sản phẩm
    câu chuyện
    showcase
    cảm hứng
    cam hung
    dong nghiep
    chia se

intent-clues-channel =
    kênh
    cài đặt
    luồng
    kenh

# Các từ không thay đổi ý muốn hủy.
intent-cancel-small =
    đi
    thôi
    nhé
    nha
    ạ
    luôn
    em
    anh
    chị
    nữa
    rồi
    giúp
    giùm
    vậy

# Các từ để hỏi, dù đứng ở đâu: không mở biểu mẫu nào.
intent-within =
    mấy
    bao nhiêu
    bao lâu
    gì
    nào
    đâu
    làm sao
    thế nào
    như thế nào
    kiểu gì
    sao vậy
    khi nào
    bao giờ
    tại sao
    vì sao
    tên gì
    là ai
    có cần
    có phải
    được không
    được ko
    dc không
    dc ko
    cần đăng ký
    phải đăng ký
    hay test
    với ai
    báo ai
    hỏi ai
    đăng ký … hay
    riêng hay chung
    lại hay
    hay sửa

# Các từ hỏi bao lâu, bao nhiêu hay khi nào: cũng không hiện danh sách.
intent-measure =
    mấy
    bao nhiêu
    bao lâu
    khi nào
    bao giờ
    là ai
    còn hiệu lực
    hết hạn
    còn tính

# Các từ cho thấy mới dự định hoặc chỉ hỏi: chưa đăng ký gì.
intent-plans =
    muốn làm bot
    muốn làm chatbot
    muốn làm app
    muốn làm camera
    muốn làm con
    muốn tạo
    muốn xây
    muốn viết
    định làm
    định tạo
    định xây
    dự định
    tính làm
    tính tạo
    sắp làm
    nếu làm
    nếu tạo
    đang nghĩ
    được không
    được ko
    dc không
    dc ko
    làm được

# Những gì người ta nói khi báo thiệt hại.
intent-harm =
    bot của chúng tôi gửi dữ liệu khách cho nhầm người
    flow gửi giá sai cho cửa hàng từ hôm qua
    chatbot cho khách xem đơn hàng của khách khác
    dữ liệu khách hàng bị lộ từ giải pháp của chúng tôi
    có người lạ vào được bot của chúng tôi
    agent thanh toán hóa đơn hai lần
    bot nói sai với khách và khách rất giận
    AI sửa dữ liệu trong SAP mà không ai duyệt
    chatbot nói năng thô lỗ với khách
    bot hứa với khách điều chúng ta không làm được
    hôm qua em dán dữ liệu cá nhân vào công cụ miễn phí
    khách phàn nàn vì bot khuyên điều nguy hiểm
    file lương mở cho mọi người xem
    agent tự xóa dữ liệu
    mật khẩu hiện trong nhật ký của bot

# Từ than phiền về người: không bắt đầu gì.
intent-complaints =
    khiếu nại
    phàn nàn
    than phiền
    lỡ hẹn
    không đến
    ko đến
    không xuất hiện
    không tới
    không trả lời
    không ai đến
    không ai tới
    hủy hai lần
    không có mentor nào
    không mentor nào
    mentor kín
    kín lịch
    hết chỗ

# Lời khen bên lời cảm ơn, nên không phải câu hỏi.
intent-praise =
    nhanh
    rõ ràng
    rõ
    giỏi
    hay
    hay quá
    hữu ích
    tuyệt
    tuyệt vời
    dễ hiểu
    dễ thương
    thông minh
    tốt
    xịn
    đỉnh
    đỡ mất
    giúp nhiều
    tiết kiệm
    nhẹ hẳn
    nhẹ người
    vui quá
    hiểu rồi
    rõ rồi
    xong rồi
    được rồi
    chạy được rồi
    cứu em
    cứu mình
    cứu tinh
    giải quyết xong
    đỡ quá
    quá đã

# Điều còn muốn, nên không chỉ là cảm ơn.
intent-wishes =
    nhưng
    muốn
    cần
    giờ
    tiếp
    còn
    đăng ký
    đặt lịch
    cho xem
    giải thích
    thêm một
    vẫn
    nếu
    không
    được
    thì sao
    thế còn
    vậy còn
    sao ạ
    lỗi

# Lời chào; bên cạnh là cách xưng hô, buổi trong ngày và tiếng đệm.
intent-hellos =
    chào
    xin chào
    chào buổi sáng
    chào buổi chiều
    chào buổi tối
    alo
    alô
    hi
    hello
    hế lô
    hê lô
    hey
    hai
    helo
    morning
    good morning
    khỏe không
    khoẻ không

# Lời chỉ để đồng ý.
intent-agrees =
    ok
    oke
    okie
    oki
    okela
    dạ vâng
    vâng
    dạ
    da vang
    dạ được
    được rồi
    dc rồi
    hiểu rồi
    em hiểu rồi
    mình hiểu rồi
    đã hiểu
    hieu roi
    rõ rồi
    rõ
    đã rõ
    biết rồi
    ra vậy
    thế à
    ra thế
    được ạ
    chuẩn
    đồng ý
    nhất trí
    noted

# Cách người ta trách trợ lý và câu trả lời; “…” là có từ ở giữa.
intent-scolds =
    trả lời … lung tung
    tra loi … lung tung
    trả lời … vớ vẩn
    trả lời … nhảm
    trả lời … linh tinh
    trả lời … chán
    trả lời … chậm
    trả lời … sai hoài
    trả lời … sai nữa
    trả lời chẳng liên quan
    trả lời không liên quan
    trả lời không đúng ý
    bot … chậm thế
    bot … chậm quá
    vô dụng
    chán bot
    bực ghê
    bực mình
    bực quá
    mất thời gian
    tốn thời gian quá
    chẳng giúp được gì
    không giúp được gì
    bot ngu
    bot này ngu
    bot gì ngu
    ngu quá
    ngu thế
    bot dở
    dở quá
    dở tệ
    dở ẹc
    trả lời như hạch
    trả lời dở
    trả lời sai bét

# Từ cho biết là của mình.
intent-own =
    của em
    của mình
    của tôi
    của bọn
    của nhóm
    bên em
    bên mình
    em làm
    mình làm

# Tiếng đệm và cách xưng hô bên lời chào hay lời đồng ý.
intent-particles =
    sếp
    shop
    bot
    trợ lý
    bác
    các bác
    mọi người
    em
    anh
    chị
    mình
    tôi
    tui
    bạn
    các bạn
    hen
    haha
    hihi
    hehe
    ồ
    ờ
    à
    thì
    là
    rồi
    lắm
    quá
    luôn
    nhiều
    ngày mới
    một ngày
    tốt lành
    mới vào
    mới vào công ty
    nhân viên mới
    người mới
    có ai không
    có đó không
    có đây không
    ta
    thật
    thiệt
    ghê
    nè
    mai
    nay

# Lời tạm biệt.
intent-partings =
    tạm biệt
    bye
    bai
    ngủ ngon
    hẹn gặp lại
    gặp lại sau
    mai gặp
    chúc ngủ ngon
