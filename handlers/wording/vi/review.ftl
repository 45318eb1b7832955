# Xét duyệt những gì người khác đã đăng ký.

review-summary = Xét duyệt những gì đang chờ tôi
review-examples =
    Có gì đang chờ xét duyệt?
    Mục xét duyệt nào sắp đến hạn?

review-title = { $count ->
   *[other] **{ $count } mục đang chờ xét duyệt**, đến hạn trước xếp trên cùng.
}
review-none = Không có mục nào chờ bạn xét duyệt.
review-open = Mở
review-late = Quá hạn
review-state-waiting = Đang chờ
review-state-in-review = Đang xét duyệt
review-state-changes-requested = Cần chỉnh sửa
review-state-approved = Đã duyệt
review-state-rejected = Không được duyệt
review-state-withdrawn = Đã rút lại
review-history = **Những trao đổi đến nay**

review-take = Nhận xét duyệt
review-taken = Bạn đã nhận mục này; những người khác đều thấy.
review-approve = Duyệt
review-ask = Yêu cầu chỉnh sửa
review-reject = Từ chối
review-next = Mục tiếp theo

review-approve-title = Duyệt { $reference }
review-approve-label = Nhận xét
review-approve-hint = Nếu muốn: { $maker } sẽ đọc được.
review-approve-submit = Duyệt
review-approve-done = Đã duyệt { $reference }, và { $maker } đang được báo.
review-approve-told = **{ $reference }** ({ $name }) đã được { $reviewer } duyệt.
review-approve-next = Bạn có thể dùng ngay. Hãy cập nhật minh chứng và sửa câu trả lời khi có thay đổi.

review-ask-title = Yêu cầu chỉnh sửa { $reference }
review-ask-label = Cần chỉnh sửa gì?
review-ask-hint = { $maker } sẽ đọc đúng những gì bạn viết, nên hãy nói rõ cần sửa gì và vì sao.
review-ask-submit = Yêu cầu chỉnh sửa
review-ask-done = { $maker } đang được báo về các chỉnh sửa cho { $reference }. Việc xét duyệt sẽ tiếp tục khi sửa xong.
review-ask-told = { $reviewer } yêu cầu chỉnh sửa **{ $reference }** ({ $name }).
review-ask-next = Bạn sửa câu trả lời rồi xác nhận: việc xét duyệt này sẽ tiếp tục. Mentor có thể giúp bạn.

review-reject-title = Từ chối { $reference }
review-reject-label = Lý do
review-reject-hint = { $maker } sẽ đọc đúng những gì bạn viết. Hãy nói điều gì chưa ổn và có thể làm cách nào khác.
review-reject-submit = Từ chối
review-reject-done = { $reference } không được duyệt, và { $maker } đang được báo lý do.
review-reject-told = **{ $reference }** ({ $name }) không được { $reviewer } duyệt.
review-reject-next = Vui lòng không dùng như hiện tại. Mentor có thể giúp bạn tìm cách khác, và bạn sửa câu trả lời khi đã đổi thiết kế.

review-said = { $reviewer } nói: { $comment }
review-already = { $who } đã làm trước: mục này ở trạng thái “{ $state }” từ { $at }. Không có gì thay đổi.
review-mine-already = Bạn đã quyết định mục này rồi: trạng thái “{ $state }” từ { $at }. Không có gì thay đổi.
review-nobody = Có người
review-take-over = Nhận lại từ { $name }
review-taken-over = { $reviewer } đã nhận xét duyệt **{ $reference }** thay bạn. Bạn không cần làm gì thêm.
review-give-back = Trả lại
review-given-back = Việc này đang chờ người xét duyệt khác.
review-not-allowed = Sổ tay không cho phép việc này, nên không có gì để duyệt. Hãy từ chối và nói cách dừng lại, hoặc yêu cầu sửa thành một giải pháp khác.
review-on-hold = Chưa thể duyệt cho đến khi biết rõ điều còn bỏ ngỏ ở đây. Hãy giúp tìm hiểu, hoặc yêu cầu chỉnh sửa.
review-not-approved = Sổ tay không cho phép việc này, nên không thể duyệt. Chưa có quyết định nào.
review-changed = Nội dung đã thay đổi sau khi bạn xem, nên chưa có quyết định nào. Đây là các câu trả lời hiện tại, mời bạn xem lại.
review-stop-hint = { $maker } sẽ đọc đúng những gì bạn viết. Hãy nói cách dừng lại, hạn chót và có thể làm gì thay thế.
