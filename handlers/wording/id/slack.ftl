# Slack: semua yang ada di sekitar percakapan di sana.

slack-title = Guildmate
slack-sure = Satu pertanyaan lagi
slack-no = Tidak, kembali
slack-fill-in = Isi formulir
slack-close = Tutup
