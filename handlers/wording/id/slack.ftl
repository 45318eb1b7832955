# Slack: semua yang ada di sekitar percakapan di sana.

slack-title = Guildmate
slack-sure = Satu pertanyaan lagi
slack-no = Tidak, kembali
slack-fill-in = Isi formulir
slack-looking = sedang mencari…
slack-close = Tutup
slack-there = Jawabannya ada di percakapan kita.
slack-external = Guildmate hanya menjawab rekan kerja di organisasi ini.
slack-guest = Guildmate tidak menjawab akun tamu di sini. Tanyakan kepada rekan yang mengundang Anda.
slack-trouble = Saya belum bisa mengetahui siapa Anda di Slack. Silakan coba lagi sebentar lagi.
slack-privately = Sudah saya kirim ke percakapan kita, yang hanya bisa Anda baca.
slack-share = Bagikan ke kanal
slack-broken = Ada yang salah di pihak kami, dan tidak ada yang berubah. Silakan coba lagi sebentar lagi.
