# Pelatihan, minggu demi minggu.

training-summary = Ikuti pelatihan
training-examples =
    Pelatihan saya
    Apa modul saya berikutnya?
training-none = Buku panduan belum mencantumkan modul pelatihan.
training-progress = **{ $done } dari { $all } modul selesai.**
training-all-done = **Semua { $all } modul selesai.** Bagus sekali!
training-week = **Minggu { $week }**
training-length = Minggu { $week } · { $minutes } menit
training-open = Belum
training-done = Selesai
training-mark = Tandai selesai
training-marked = Selesai: { $module }.
training-marked-before = { $module } sudah pernah ditandai selesai.
training-next = Berikutnya:
training-read = Baca halaman-halaman ini
training-no-module = Modul ini sudah tidak ada dalam pelatihan.
training-needed = { $reference } { $name } ada di tingkat { $tier }, yang memerlukan: { $modules }.
