# Slack: semua yang ada di sekitar percakapan di sana.

slack-title = Guildmate
slack-sure = Satu pertanyaan lagi
slack-no = Tidak, kembali
slack-fill-in = Isi formulir
slack-close = Tutup
slack-spoken = Ini sedang dijawab satu per satu dalam percakapan kita. Silakan lanjutkan di sana.
slack-press-again = Membuka formulir memakan waktu terlalu lama. Silakan tekan tombolnya sekali lagi.
slack-home-more = Isinya lebih banyak daripada yang muat di sini.
slack-send-all = Kirimkan semuanya
