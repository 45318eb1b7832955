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
solutions-owner-left = { $owner }, đã nghỉ việc: hiện chưa có ai phụ trách
solutions-registered = Đã đăng ký
solutions-again = Xem lại
solutions-again-since = đã đến hạn từ { $at }
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
solutions-clause-then = nguyên văn lúc đăng ký
solutions-clause-stale = Trang này lẽ ra phải được rà soát trước { $on }. Vui lòng hỏi người phụ trách trang.

solutions-need = Việc cần làm tiếp
solutions-need-review = Xét duyệt: { $who }, hạn { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = { $name } ({ $minutes } phút)

solutions-lower-title = **Làm sao để xuống mức thấp hơn**
solutions-alternatives-title = **Bạn có thể làm cách khác**
solutions-would-lower = { $designs } Khi đó: mức { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } Để chứng minh: { $proof }.

solutions-maps-to = Các tiêu chuẩn và luật nói về điều này, để tham khảo: { $places }

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
solutions-evidence-removed-told = { $who } đã gỡ minh chứng của **{ $reference }** ({ $name }).
solutions-came-back = { $maker } đã trả lời điều bạn hỏi về **{ $reference }** ({ $name }). Xin xem lại.

# Một giải pháp: các phiên bản, những người liên quan và việc có thể làm.
solutions-backup = Người phụ trách dự phòng
solutions-nobody = Chưa có ai
solutions-runs = Đang chạy
solutions-version-label = Phiên bản
solutions-version-of = { $number }, { $at }
solutions-then = Sau đó
solutions-live = Phiên bản { $number } (“{ $name }”) đã được duyệt và có thể tiếp tục chạy.
solutions-live-paused = Phiên bản { $number } (“{ $name }”) đã được duyệt, nhưng không được chạy trong lúc tạm dừng.
solutions-version-waits = Phiên bản { $number } đang chờ { $who }, hạn { $until }.
solutions-somebody = người xét duyệt
solutions-version-yours = Phiên bản { $number } đang chờ bạn: trả lời điều được hỏi rồi gửi lại.
solutions-version-is = Phiên bản { $number }: { $state }.
solutions-held = Phiên bản này đòi hỏi ít cẩn trọng hơn trước ({ $where }), nên có người xem trước; cho đến lúc đó vẫn áp dụng mức { $tier }.
solutions-read-first = Lời mô tả và câu trả lời của bạn chưa thật khớp nhau, nên có người đọc trước khi duyệt. Mức vẫn theo câu trả lời của bạn. Nếu chỉ là hiểu lầm, bạn chỉ phải chờ một chút thôi:
solutions-operation-idea = Chưa
solutions-operation-pilot = Chạy thử
solutions-operation-live = Có
solutions-operation-paused = Tạm dừng
solutions-operation-retired = Không, đã ngừng dùng
solutions-paused-by = { $name } tạm dừng từ { $since }: { $reason }
solutions-next-missing = { $more ->
    [0] Còn thiếu: { $name }.
   *[other] Còn thiếu: { $name }, và { $more } việc nữa.
}
solutions-need-count = { $count ->
    [0] Đã đủ
   *[other] Còn thiếu { $count } việc
}
solutions-need-there = Đã có: { $names }
solutions-need-until = { $what } · hạn { $until }
solutions-train = Mở phần đào tạo
solutions-condition-done = Tôi đã làm việc này
solutions-condition-met = Tôi đã làm điều kiện { $n }
solutions-looked-after = **Giải pháp bạn dự phòng, hoặc được mời tiếp nhận**

solutions-asked = { $who } yêu cầu
solutions-answer = Trả lời
solutions-answer-title = Trả lời về { $reference }
solutions-answer-label = Câu trả lời của bạn
solutions-answer-submit = Lưu câu trả lời
solutions-answer-saved = Đã lưu câu trả lời của bạn về **{ $reference }**.
solutions-answer-told = { $who } đã trả lời trong phần xét duyệt **{ $reference }** ({ $name }).
solutions-tick = Xong
solutions-tick-saved = Đã đánh dấu xong cho **{ $reference }**.
solutions-not-sent-yet = Đã lưu, nhưng chưa gửi. Gửi lại khi bạn đã trả lời hết.
solutions-seen-at-once = Người xét duyệt thấy ngay; bạn không cần gửi gì.

solutions-met-title = Điều kiện của { $reference }
solutions-met-label = Điều gì cho thấy việc này đã xong?
solutions-met-submit = Tôi đã làm việc này
solutions-met-told = { $who } đã đáp ứng một điều kiện của **{ $reference }** ({ $name }): { $condition }
solutions-met-done = Đã ghi nhận: một điều kiện của **{ $reference }** đã được đáp ứng.

solutions-withdraw = Rút lại
solutions-withdraw-confirm = Rút { $reference } lại? Phiên bản này sẽ không được xét nữa. Phiên bản đã duyệt vẫn được duyệt.
solutions-withdraw-done = Đã rút **{ $reference }** khỏi xét duyệt: { $name }.
solutions-withdraw-told = { $who } đã rút **{ $reference }** ({ $name }) khỏi xét duyệt.

solutions-hurry = Việc này gấp
solutions-hurry-title = Vì sao { $reference } gấp?
solutions-hurry-label = Lý do, và cần trước khi nào
solutions-hurry-hint = Người xét duyệt đọc đúng những lời này.
solutions-hurry-submit = Đề nghị xét sớm
solutions-hurry-none = Mức { $tier } không có đường tắt. Hãy trao đổi với trưởng nhóm quản trị AI xem trong lúc chờ có thể làm gì.
solutions-hurry-told = { $who } đề nghị bạn xem **{ $reference }** ({ $name }) sớm hơn.
solutions-hurry-done = **{ $reference }** đã được đánh dấu gấp. Bạn sẽ có câu trả lời trước { $until }.

solutions-appeal = Nhờ người khác xem lại
solutions-appeal-title = Khiếu nại về { $reference }
solutions-appeal-label = Vì sao nên xem lại?
solutions-appeal-hint = Có thể gửi đến { $until }. Đề nghị này không bao giờ gây bất lợi cho bạn.
solutions-appeal-submit = Gửi khiếu nại
solutions-appeal-none = Ở đây không có gì để khiếu nại, hoặc đã quá hạn. Một mentor có thể giúp bạn tìm cách khác.
solutions-appeal-told = { $who } khiếu nại quyết định về **{ $reference }** ({ $name }). Vui lòng xem lại.
solutions-appeal-told-decided = { $who } đã khiếu nại quyết định của bạn về **{ $reference }** ({ $name }). Người khác sẽ quyết định và có thể trao đổi với bạn.
solutions-appeal-done = Khiếu nại của bạn về **{ $reference }** đang ở trưởng nhóm quản trị AI. Bạn sẽ có câu trả lời trước { $until }.

solutions-running = Vận hành
solutions-pause = Tạm dừng
solutions-pause-title = Tạm dừng { $reference }
solutions-pause-label = Vì sao nên dừng lúc này?
solutions-pause-hint = Người phụ trách và người xét duyệt đọc đúng những lời này. Tạm dừng không phải là phán xét.
solutions-pause-submit = Tạm dừng
solutions-pause-done = **{ $reference }** đã tạm dừng: { $name }. Vui lòng tắt và báo cho người dùng.
solutions-pause-told = { $who } đã tạm dừng **{ $reference }** ({ $name }).
solutions-pilot = Hiện chỉ là chạy thử
solutions-pilot-done = Đã ghi **{ $reference }** là chạy thử: { $name }. Phê duyệt vẫn như cũ.
solutions-roll-out = Giờ mọi người đều dùng
solutions-roll-out-done = Đã ghi **{ $reference }** được mọi người cần đến sử dụng: { $name }.
solutions-resume = Cho chạy tiếp
solutions-resume-done = **{ $reference }** được chạy lại: { $name }.
solutions-resume-told = { $who } cho **{ $reference }** ({ $name }) chạy tiếp.
solutions-retire-steps =
    Báo cho người dùng.
    Xuất những gì phải giữ lại.
    Xóa dữ liệu làm việc và mọi bản sao.
    Hủy giấy phép sử dụng.
solutions-retire-told = { $who } đã ngừng dùng **{ $reference }** ({ $name }).

solutions-backup-name = Chọn người dự phòng
solutions-backup-title = Người phụ trách dự phòng của { $reference }
solutions-backup-label = Ai trông coi khi bạn vắng mặt?
solutions-backup-hint = Một người khác đang làm việc ở đây và có thể tắt giải pháp.
solutions-backup-submit = Chọn
solutions-backup-done = { $person } hiện là người phụ trách dự phòng của **{ $reference }**.
solutions-backup-told = { $who } chọn bạn làm người phụ trách dự phòng của **{ $reference }** ({ $name }). Bạn có thể mở, tạm dừng và tiếp nhận giải pháp.
solutions-backup-told-former = { $who } hiện là người phụ trách dự phòng của **{ $reference }** ({ $name }) thay bạn.
solutions-person-self = Đó là bạn. Vui lòng chọn người khác.
solutions-person-unknown = Tôi không biết ai ở { $address }, hoặc người đó đã nghỉ. Hãy nhờ họ chào tôi một lần, hoặc chọn người khác.

solutions-hand-over = Bàn giao
solutions-offer-title = Bàn giao { $reference }
solutions-offer-label = Ai nên phụ trách tiếp?
solutions-offer-hint = Tôi hỏi họ trước. Cho đến khi họ nhận, bạn vẫn phụ trách.
solutions-offer-submit = Hỏi họ
solutions-offer-done = Đã hỏi { $person } tiếp nhận **{ $reference }**. Cho đến lúc đó bạn vẫn phụ trách.
solutions-offer-told = { $who } mời bạn tiếp nhận **{ $reference }** ({ $name }).
solutions-offered = { $who } đã mời { $person } tiếp nhận giải pháp này.
solutions-offer-take-back = Rút lời mời
solutions-offer-taken-back = { $who } không còn mời bạn tiếp nhận **{ $reference }** ({ $name }).
solutions-accept = Tiếp nhận
solutions-accept-confirm = Tiếp nhận { $reference }? Bạn sẽ phụ trách giải pháp, và người phụ trách hiện tại được báo.
solutions-accept-done = Bạn hiện phụ trách **{ $reference }**: { $name }. { $person } được báo.
solutions-accept-told = { $who } hiện là người phụ trách **{ $reference }** ({ $name }).
solutions-review-freed-told = Từ nay { $who } có thể chịu trách nhiệm về **{ $reference }** ({ $name }), nên việc xét duyệt đang chờ người khác.
solutions-review-freed-coach = { $who } hướng dẫn người làm **{ $reference }** ({ $name }), nên việc xét duyệt chờ người khác.
solutions-decline = Không, cảm ơn
solutions-decline-done = Đã ghi nhận: **{ $reference }** vẫn do { $person } phụ trách.
solutions-decline-told = { $who } không tiếp nhận **{ $reference }** ({ $name }).

solutions-carry-over = Dùng minh chứng của phiên bản trước
solutions-carried-over = **{ $reference }** hiện có minh chứng của phiên bản trước. Vui lòng kiểm tra xem còn phù hợp không.

solutions-versions = Các phiên bản
solutions-versions-title = { $count ->
   *[other] **{ $reference } có { $count } phiên bản**, mới nhất ở trên.
}
solutions-versions-older = Cũ hơn
solutions-version = Phiên bản { $number } · { $name }
solutions-is-live = đang dùng
solutions-made = Người gửi
solutions-decided = Người quyết định
solutions-at-once = không cần xét, duyệt ngay
solutions-by = { $who }, { $at }
solutions-changed = Điều đã thay đổi
