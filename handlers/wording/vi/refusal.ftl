# Những gì không làm được: lý do trước, rồi đến việc có thể làm.

refusal-not-possible = Hiện giờ không làm được điều đó. Gõ `/help` để xem những gì làm được.
refusal-not-found = Tôi không tìm thấy { $reference }.
refusal-solution-not-found = Tôi không tìm thấy giải pháp { $reference }. Mã có dạng như SOL-0042.
refusal-review-not-found = Mục xét duyệt đó không còn ở đây. Gõ `/review` để xem những gì đang chờ.
refusal-booking-not-found = Tôi không tìm thấy lịch hẹn { $reference }. Mã có dạng như BKG-0107.
refusal-person-not-found = Tôi chưa biết người này. Người đó cần vào đây chào tôi một lần.
refusal-question-not-found = Tôi không còn giữ câu hỏi đó. Bạn hỏi lại giúp tôi nhé.
refusal-draft-not-found = Biểu mẫu đó đã đóng nên không có gì thay đổi.
refusal-evidence-not-found = Tệp đó không có ở đây, hoặc bạn không có quyền xem.
refusal-not-allowed = Chỉ những người phụ trách mới làm được việc này.
refusal-not-the-owner = Chỉ người phụ trách { $reference } mới làm được việc này. Bạn hãy hỏi người đó, hoặc nhờ nhóm quản trị AI đổi người phụ trách.
refusal-not-a-reviewer = Chỉ người có vai trò xét duyệt cho việc này, hoặc người được hồ sơ mời ký duyệt, mới làm được; đến lượt bạn, bạn sẽ được báo. Việc xét duyệt dành cho người xét duyệt và trưởng nhóm quản trị AI; giải pháp của bạn nằm ở `/solutions`.
refusal-own-solution = Đây là giải pháp của chính bạn nên cần người khác xét duyệt.
refusal-has-a-stake = Bạn quá gần gũi với { $reference } để quyết định: bạn là người phụ trách dự phòng, đã hướng dẫn, đã cùng làm, hoặc đã từng quyết định. Người khác sẽ quyết định.
refusal-requirements-open = Chưa thể duyệt { $reference }: còn thiếu điều mà cấp này yêu cầu. Danh sách nằm trong trang của hồ sơ.
refusal-evidence-decided = Minh chứng này của { $reference } thuộc về một quyết định và được giữ lại. Hãy thêm minh chứng mới bên cạnh.
refusal-not-a-mentor = Chỉ mentor mới có giờ tư vấn. Nếu bạn muốn trở thành mentor, hãy hỏi nhóm quản trị AI.
refusal-not-a-lead = Chỉ trưởng nhóm quản trị AI mới làm được việc này.
refusal-not-your-booking = Lịch hẹn này là của người khác. Chỉ người đặt và mentor của lịch hẹn mới hủy được.
refusal-move-not-allowed = { $current ->
    [approved] Mục này đã được duyệt rồi nên không có gì thay đổi.
    [rejected] Mục này đã bị từ chối rồi nên không có gì thay đổi.
    [withdrawn] Mục này đã được rút lại nên không có gì thay đổi.
    [changes_requested] Đã có yêu cầu chỉnh sửa; bây giờ đến lượt người tạo.
    [retired] Giải pháp này đã ngừng dùng nên không có gì thay đổi.
    [idea] Giải pháp này chưa chạy, nên không có gì để tạm dừng.
   *[other] Đã có người làm trước nên không có gì thay đổi. Bạn xem lại giúp nhé.
}
refusal-slot-taken = { $starts_at } vừa có người đặt. Vui lòng chọn giờ khác.
refusal-slot-not-offered = { $starts_at } không còn mở để đặt. Vui lòng chọn giờ khác.
refusal-too-much-evidence = Không còn chỗ cho minh chứng của { $reference }. Vui lòng gỡ những gì không cần nữa.
refusal-too-late = { $reference } đã bắt đầu lúc { $starts_at } nên không hủy được nữa. Bạn hãy báo trực tiếp cho người kia.
refusal-already-answered = { $replied_by } đã trả lời câu hỏi này nên câu trả lời của bạn không được gửi.
refusal-not-approved = { $reference } chỉ được đưa cho mọi người xem sau khi được duyệt.
refusal-policy-unusable = Hiện giờ không đọc được chính sách nên tôi không muốn quyết định gì. Vui lòng báo cho nhóm quản trị AI.
refusal-records-unreachable = Hiện giờ tôi không truy cập được dữ liệu. Không có gì thay đổi; vui lòng thử lại sau một phút.
refusal-handbook-unusable = Hiện giờ tôi không đọc được sổ tay. Vui lòng thử lại sau một phút, và báo cho nhóm quản trị AI nếu vẫn như vậy.
refusal-handbook-empty = Sổ tay chưa có trang nào nên tôi chưa trả lời được gì.
refusal-page-not-found = Trang này không có trong sổ tay, hoặc không dành cho tất cả mọi người.
refusal-search-unavailable = Hiện giờ chức năng tìm trong sổ tay không hoạt động. Vui lòng thử lại sau một phút.
refusal-broken = Hệ thống gặp lỗi và không có gì thay đổi. Vui lòng thử lại; nếu vẫn lỗi, hãy báo cho nhóm quản trị AI mã này: **{ $incident }**
refusal-role = Hiện không có hồ sơ nào chờ bạn ký duyệt. `/{ $command }` dành cho người xét duyệt, trưởng nhóm quản trị AI và những ai được hồ sơ mời ký duyệt; đến lượt bạn, bạn sẽ được báo. Giải pháp của bạn nằm ở `/solutions`.
refusal-lead = `/{ $command }` dành cho trưởng nhóm quản trị AI.
refusal-stale = Nút này thuộc về một tin nhắn cũ và không còn tác dụng. Gõ `/home` để xem bạn đang ở đâu.

refusal-see-solutions = Xem giải pháp của tôi
refusal-see-office-hours = Xem giờ tư vấn
refusal-see-register = Đến phần đăng ký
refusal-see-slots = Xem giờ khác
