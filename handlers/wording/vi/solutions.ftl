# Giải pháp: đang ở đâu và bên trong có gì.

solutions-summary = Xem giải pháp của tôi, trạng thái và bước tiếp theo
solutions-examples =
    Giải pháp của tôi đến đâu rồi?
    Xem SOL-0001

solutions-title = { $count ->
   *[other] **{ $count } giải pháp của bạn**
}
solutions-none = Bạn chưa đăng ký gì. Việc này chỉ mất vài phút, và những gì đang chạy sẵn cũng đăng ký được.
solutions-register = Đăng ký giải pháp
solutions-mine = Giải pháp của tôi
solutions-open = Mở
solutions-change = Sửa câu trả lời của tôi
solutions-retire = Ngừng dùng
solutions-retire-confirm = Ngừng dùng { $reference }? Giải pháp vẫn nằm trong sổ đăng ký với trạng thái ngừng dùng, và việc xét duyệt đang mở sẽ được rút lại.
solutions-retired = Đã ngừng dùng **{ $reference }**: { $name }. Nếu chưa tắt, bạn vui lòng tắt luôn nhé.
solutions-open-review = Mở mục xét duyệt
solutions-not-yours = { $reference } là của { $name }. Chỉ người phụ trách, người xét duyệt và trưởng nhóm quản trị AI xem được nội dung; bạn hãy hỏi { $name }.
solutions-only-owner = Chỉ { $name }, người phụ trách giải pháp này, mới sửa được các câu trả lời.

solutions-owner = Người phụ trách
solutions-registered = Đã đăng ký
solutions-tier = Mức: { $tier }
solutions-tier-label = Mức
solutions-with = Đang ở
solutions-with-reviewers = Chờ người xét duyệt
solutions-with-leads = Chờ trưởng nhóm quản trị AI
solutions-until = Hạn
solutions-next = Bước tiếp theo

solutions-state-draft = Đã lưu, chưa gửi
solutions-state-waiting = Chờ người xét duyệt
solutions-state-withdrawn = Đã rút lại
solutions-state-paused = Tạm dừng
solutions-state-in-review = Đang xét duyệt
solutions-state-changes-requested = Cần chỉnh sửa
solutions-state-approved = Đã duyệt
solutions-state-rejected = Không được duyệt
solutions-state-retired = Ngừng dùng

solutions-next-draft = Gửi lại khi bạn đã trả lời hết.
solutions-next-waiting = Bạn không cần làm gì; tôi sẽ báo cho bạn.
solutions-next-withdrawn = Sửa câu trả lời để gửi lại.
solutions-next-paused = Đọc lý do, và đề nghị cho chạy tiếp.
solutions-next-in-review = Bạn không cần làm gì; tôi sẽ báo cho bạn.
solutions-next-changes-requested = Đọc nhận xét và sửa câu trả lời của bạn.
solutions-next-approved = Cập nhật minh chứng, và cho chúng tôi biết khi có thay đổi.
solutions-next-rejected = Đọc lý do, và trao đổi với mentor về cách khác.
solutions-next-retired = Không có.

solutions-no-answer = (chưa trả lời)
solutions-quoted = “{ $text }”
solutions-why = **Vì sao là mức này**
solutions-no-rule = Không có quy định nào trong sổ tay đòi hỏi cẩn trọng hơn mức này.
solutions-because = { $because } ({ $tier })
solutions-unsure = Điều này được tính vì bạn chưa chắc về { $questions }: hãy tìm hiểu rồi cập nhật câu trả lời.
solutions-clauses = Nguồn trong sổ tay
solutions-clause = phiên bản { $version } · có hiệu lực từ { $since } · { $owner }
solutions-clause-undated = phiên bản { $version } · { $owner }
solutions-clause-stale = Trang này lẽ ra phải được rà soát trước { $on }. Vui lòng hỏi người phụ trách trang.

solutions-need = **Việc cần làm tiếp**
solutions-need-nothing = Không cần gì thêm.
solutions-need-review = Xét duyệt: { $who }, hạn { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = Đào tạo: { $name } ({ $minutes } phút)

solutions-lower-title = **Làm sao để xuống mức thấp hơn**
solutions-alternatives-title = **Bạn có thể làm cách khác**
solutions-would-lower = { $designs } Khi đó: mức { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } Để chứng minh: { $proof }.

solutions-maps-to = Tiêu chuẩn và luật yêu cầu điều tương tự: { $places }

solutions-stop-title = Không làm theo cách này
solutions-stop-why = Chưa thể duyệt khi còn như vậy. Nếu nó đang chạy, vui lòng dừng ngay phần này; các phần khác vẫn tiếp tục được.
solutions-stop-tools = Công cụ đã duyệt được phép xem dữ liệu này: { $tools }
solutions-stop-instead = Việc cần làm với những gì đã xảy ra
solutions-hold-title = Tạm chờ cho đến khi biết rõ
solutions-hold-why = Cho đến lúc đó chưa thể duyệt, và bạn không cần dừng việc gì. Vui lòng tìm hiểu:
solutions-hold-mentor = một mentor
solutions-hold-ask = “{ $question }” Hỏi: { $who }, trước { $until }

solutions-differences-title = Lời mô tả và câu trả lời khác nhau
solutions-difference = “{ $quote }”: “{ $question }” Theo lời mô tả: { $says }. Câu trả lời là: { $answer }.

solutions-find = Tìm giải pháp
solutions-which = Giải pháp nào?
solutions-which-hint = Gõ một phần tên, hoặc số của giải pháp.

solutions-evidence = Minh chứng
solutions-evidence-file = { $name } ({ $size } kB)
solutions-evidence-add = Thêm minh chứng
solutions-evidence-remove = Gỡ bớt
solutions-evidence-title = Minh chứng cho { $reference }
solutions-evidence-intro = Hãy thêm những gì bạn đang có; phần còn lại gửi sau cũng được. Tôi nhận tệp PDF, Word, Excel, PowerPoint, PNG, JPEG và văn bản thuần.
solutions-evidence-talk = Dán liên kết ở đây
solutions-evidence-none-asked = Mục này không cần minh chứng.
solutions-evidence-added = Đã thêm vào **{ $reference }**; bạn và người xét duyệt xem được.
solutions-evidence-nothing = Không có gì mới được thêm vào **{ $reference }**.
solutions-evidence-which = Bạn muốn gỡ mục nào?
solutions-evidence-take-away = Gỡ
solutions-evidence-removed = { $count ->
    [0] Không có mục nào bị gỡ.
   *[other] Đã gỡ { $count } minh chứng.
}
solutions-evidence-ask = **{ $name }**: { $how } Dán liên kết, hoặc gõ "bỏ qua" hoặc "dừng".
solutions-evidence-for-now = Minh chứng cho **{ $reference }** tạm thời đủ. Bạn có thể thêm bất cứ lúc nào.
solutions-files-title = Tệp này là minh chứng cho giải pháp nào?
solutions-files-where = Tệp này cho thấy điều gì
solutions-files-keep = Giữ tệp làm minh chứng
solutions-files-nowhere = Không giải pháp nào của bạn cần minh chứng, nên tôi không giữ tệp này. Vui lòng đăng ký giải pháp trước.

solutions-send-back = Gửi lại cho người xét duyệt
solutions-sent-back = **{ $reference }** đã trở lại với { $reviewer }. Bạn sẽ có câu trả lời trước { $until }.
solutions-came-back = { $maker } đã trả lời điều bạn hỏi về **{ $reference }** ({ $name }). Xin xem lại.
