# Yang dikatakan baris perintah dalam bahasa orangnya.

terminal-not-in-handbook = Buku panduan tidak menyebutkan ini.
terminal-nearest = Judul yang terdekat:
terminal-see-also = Lihat juga:
terminal-by-words = Dicari menurut kata saja; dengan embedder, yang ditulis dengan kata lain pun ditemukan.
terminal-unclear = Saya bisa mencarinya setelah tahu ini tentang apa. Tanyakan salah satu ini, atau ketik sedikit lebih lengkap:
terminal-none = Bukan semuanya? Tanyakan kepada tim tata kelola di halaman `guildmate run`.
terminal-as-of = Menurut halaman yang berlaku pada { $date }:
