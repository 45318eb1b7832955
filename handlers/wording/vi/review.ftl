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
review-ask-next = Bạn sửa câu trả lời, thêm minh chứng hoặc trả lời bằng lời, rồi gửi lại: việc xét duyệt này sẽ tiếp tục. Mentor có thể giúp bạn.

review-reject-title = Từ chối { $reference }
review-reject-label = Lý do
review-reject-hint = { $maker } sẽ đọc đúng những gì bạn viết. Hãy nói điều gì chưa ổn.
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
review-stop-hint = { $maker } sẽ đọc đúng những gì bạn viết. Hãy nói cách dừng lại và hạn chót.

review-more = { $count ->
   *[other] Xem { $count } mục còn lại
}
review-asks = Còn chờ quyết định
review-then = Sau đó
review-steps = Ai quyết định
review-steps-earlier-rules = Hồ sơ này được gửi theo quy định trước đây. Quy định hôm nay cần thêm { $who }: ngay khi có người duyệt đầu tiên, họ sẽ được mời, và thiếu họ thì chưa có gì được duyệt.
review-role-reviewer = Một người xét duyệt
review-role-lead = Trưởng nhóm quản trị AI
review-role-mentor = Một mentor
review-role-operator = Một người vận hành
review-step-approved = { $name } đã duyệt, { $at }
review-step-open = Đã hỏi, hạn { $until }
review-step-later = Sau những người khác, hạn { $until }
review-requirements = Những gì cần có
review-requirements-open = Còn thiếu { $count } trên { $of }
review-requirements-met = Đã đủ
review-requirement-met = Đã có
review-requirement-open = Chưa có
review-requirement-before = cần có trước khi duyệt
review-requirement-until = hạn { $until }
review-requirement-valid = có hiệu lực đến { $until }
review-requirement-waived = { $name } đã duyệt dù thiếu: { $reason }
review-condition = Điều kiện: { $text }
review-training = Khóa học: { $name }
review-changes = Thay đổi so với { $where }
review-version = phiên bản { $number }
review-change = { $before } → { $after }
review-held = Phiên bản này cần ít thận trọng hơn { $where } ({ $tier }). Cho đến khi bạn quyết định, mức { $tier } vẫn áp dụng.
review-read-first = Mức này không cần xét duyệt. Nó chờ bạn chỉ vì lời mô tả và câu trả lời khác nhau; nếu chỉ là hiểu lầm, bạn cứ duyệt để người làm đi tiếp.
review-reason-unsure = Người làm chưa chắc, nên điều này được tính.
review-rules-changed = Quy tắc đã thay đổi: hôm nay các quy tắc khác áp dụng, nhưng mức vẫn như cũ.
review-rules-changed-tier = Quy tắc đã thay đổi: theo quy tắc hôm nay, mức sẽ là { $tier }.
review-paused-by = bởi { $name }, { $at }: { $reason }
review-missing = Trước khi duyệt còn cần: { $names }.
review-not-yours-to-decide = Bạn có thể đọc và nhận xét. Người khác sẽ quyết định.
review-others-next = Hiện bạn không cần duyệt gì. Còn chờ quyết định: { $who }.

review-give = Giao cho…
review-give-title = Giao { $reference } cho người khác
review-give-label = Ai nên nhận việc này?
review-give-to = { $name } ({ $count } mục đang mở)
review-give-submit = Giao
review-give-done = { $name } đã nhận việc này và đang được báo.
review-give-nobody = Không có ai khác được quyết định việc này.
review-leaving = Tôi sẽ vắng mặt
review-leave-title = Giao các hồ sơ của tôi cho người khác
review-leave-label = Ai quyết định thay bạn?
review-leave-submit = Giao
review-leave-done = Giờ { $name } giữ { $given }, và người làm đang được báo.
review-leave-left = Người bạn chọn không được quyết định { $left }, nên hồ sơ vẫn ở chỗ bạn. Hãy trả lại hoặc giao cho người khác.
review-given = { $reviewer } đã giao cho bạn việc xét duyệt **{ $reference }** ({ $name }). Hạn { $until }.
review-handed-on = { $reviewer } đang xét duyệt **{ $reference }**. Bạn sẽ có tin trước { $until }.

review-lift = Bỏ điều kiện: { $text }
review-lift-title = Một điều kiện của { $reference }
review-lift-label = Vì sao có thể bỏ điều kiện này?
review-lift-hint = { $maker } sẽ đọc đúng những gì bạn viết.
review-lift-submit = Bỏ điều kiện
review-lifted = Đã bỏ điều kiện "{ $text }", và người phụ trách đang được báo.
review-lifted-told = { $reviewer } đã xem lại **{ $reference }** và bỏ một điều kiện: { $text }

review-pause = Tạm dừng
review-pause-title = Tạm dừng { $reference }
review-pause-label = Vì sao nên tạm dừng?
review-pause-hint = { $maker } sẽ đọc đúng những gì bạn viết. Tạm dừng không phải là phán xét.
review-pause-submit = Tạm dừng
review-paused = { $reference } đã tạm dừng, và người phụ trách đang được báo.
review-paused-told = { $reviewer } đã tạm dừng **{ $reference }** ({ $name }). Vui lòng không dùng cho đến khi được chạy tiếp; tạm dừng không phải là phán xét.
review-resume = Cho chạy tiếp
review-resumed = { $reference } được chạy tiếp, và người phụ trách đang được báo.
review-resumed-told = { $reviewer } cho **{ $reference }** ({ $name }) chạy tiếp. Bạn có thể dùng lại.

review-comment = Nhận xét
review-comment-title = Nhận xét về { $reference }
review-comment-about = Về điều gì?
review-comment-whole = Toàn bộ
review-comment-reply = Trả lời { $name }: { $text }
review-comment-label = Nhận xét của bạn
review-comment-hint = { $maker } sẽ đọc đúng những gì bạn viết.
review-comment-submit = Gửi
review-comment-done = Nhận xét của bạn đã được ghi lại, và { $maker } đang được báo.
review-attempt-told = { $who } đã bấm quyết định về **{ $reference }** ({ $name }), việc mà người khác mới được quyết định. Chưa có gì được quyết định.
review-attempt-told-change = { $who } đã thử thay đổi một điều của **{ $reference }** ({ $name }) mà họ không được thay đổi. Không có gì thay đổi.
review-coached = Bạn đã hướng dẫn **{ $reference }** ({ $name }): bạn có thể góp ý, còn người khác quyết định.
review-comment-told = { $reviewer } đã viết về **{ $reference }**.
review-comment-settled = đã xử lý

review-conditions-label = Điều kiện
review-conditions-hint = Nếu có: mỗi dòng một điều. Cần thực hiện sau khi được duyệt.
review-conditions-until = Thực hiện trong vòng
review-conditions-days = { $count } ngày
review-conditions-told = Các điều kiện cần thực hiện trước { $until }:
review-override = Vẫn duyệt
review-override-title = Vẫn duyệt { $reference }
review-override-label = Vì sao có thể tiếp tục khi thiếu những điều này?
review-override-hint = Lý do này được lưu lại, và { $maker } sẽ đọc.
review-override-submit = Vẫn duyệt
review-way-label = Hướng đi tiếp
review-way-hint = Có thể làm gì thay thế?
review-way = Có thể làm thay thế: { $way }
review-step-done = Phần của bạn trong { $reference } đã được duyệt. Còn chờ quyết định: { $who }. { $maker } đang được báo.
review-step-told = { $reviewer } đã duyệt một phần của **{ $reference }** ({ $name }). Còn chờ quyết định: { $who }.
