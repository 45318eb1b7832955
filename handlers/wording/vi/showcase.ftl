# Những gì đồng nghiệp đã xây dựng.

showcase-summary = Xem đồng nghiệp đã làm được gì
showcase-examples =
    Mọi người đã làm được những gì?
    Đưa giải pháp của tôi lên góc trưng bày
showcase-intro = Đồng nghiệp đã làm được:
showcase-empty = Chưa có ai kể câu chuyện của mình. Bạn có thể là người đầu tiên.
showcase-share = Chia sẻ giải pháp của tôi
showcase-none-approved = Bạn có thể chia sẻ giải pháp sau khi được duyệt; hiện bạn chưa có giải pháp nào được duyệt.
showcase-form = Kể với mọi người về một giải pháp
showcase-which = Giải pháp nào?
showcase-story = Câu chuyện của bạn
showcase-story-hint = Trước đây có vấn đề gì, bạn đã làm gì, và bây giờ tốt hơn thế nào?
showcase-submit = Chia sẻ
showcase-shared = Bây giờ mọi người đều đọc được. Cảm ơn bạn đã chia sẻ!
showcase-by = { $name } · { $on }
