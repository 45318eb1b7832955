# Chương trình đào tạo, theo từng tuần.

training-summary = Theo dõi chương trình đào tạo
training-examples =
    Đào tạo của tôi
    Bài học tiếp theo của tôi là gì?
training-none = Sổ tay chưa có bài học nào.
training-progress = **Đã xong { $done } trên { $all } bài học.**
training-all-done = **Đã xong cả { $all } bài học.** Bạn làm tốt lắm!
training-week = **Tuần { $week }**
training-length = Tuần { $week } · { $minutes } phút
training-open = Chưa học
training-done = Đã xong
training-mark = Đánh dấu đã xong
training-marked = Đã xong: { $module }.
training-marked-before = { $module } đã được đánh dấu xong từ trước.
training-next = Tiếp theo:
training-read = Đọc các trang này
training-no-module = Bài học này không còn trong chương trình đào tạo.
training-needed = { $reference } { $name } thuộc mức { $tier }, cần học: { $modules }.
