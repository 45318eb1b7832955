# Halaman: semua yang ada di sekitar percakapan.

web-title = Guildmate
web-skip = Langsung ke kotak pesan
web-banner = Demonstrasi lokal: di sini Anda bisa menjadi siapa saja. Tidak ada yang keluar dari komputer ini.
web-needs-script = Halaman ini memerlukan JavaScript. Jawaban yang sama ada di baris perintah: guildmate ask "pertanyaan Anda".
web-you-are = Anda adalah
web-language = Bahasa
web-home = Beranda
web-handbook = Buku panduan
web-panel = Beranda dan buku panduan
web-close = Tutup
web-conversation = Percakapan
web-your-message = Pesan Anda
web-write = Tanyakan, atau ceritakan apa yang Anda buat…
web-send = Kirim
web-keys = Enter mengirim, Shift+Enter membuat baris baru.
web-yes = Ya, lanjutkan
web-no = Tidak, kembali
web-sure = Satu pertanyaan lagi

web-hello = Halo { $name }
web-hello-text = Saya menjawab dari buku panduan, mendaftarkan apa yang Anda buat, dan memesankan waktu dengan mentor. Tanyakan dengan kata-kata Anda sendiri.
web-suggestions =
    Bolehkah saya memakai email pelanggan di ChatGPT?
    Saya membuat bot yang membaca faktur pemasok
    Pesan waktu dengan mentor
web-shortcuts = Untuk memulai
web-shortcut-register = Daftarkan solusi
web-shortcut-book = Pesan waktu mentor
web-shortcut-mine = Solusi saya
web-shortcut-help = Bantuan

web-you = Anda
web-guildmate = Guildmate
web-news = Kabar
web-looking = Mencari di buku panduan…
web-working = Sedang dikerjakan…
web-still = Masih dikerjakan. Halaman ini boleh tetap terbuka.
web-unreachable = Guildmate tidak dapat dihubungi. Tulisan Anda tidak hilang.
web-remove = Hapus
web-retry = Coba lagi
web-form-sent = Terkirim
web-step = Langkah { $step } dari { $steps }
web-optional = opsional
web-mistakes-one = Mohon periksa satu isian.
web-mistakes = Mohon periksa { $count } isian.
web-back = Kembali
web-new = Mulai dari awal
web-new-sure = Percakapan akan dihapus dari halaman ini. Yang sudah Anda daftarkan dan pesan tetap ada.

web-all-pages = Semua halaman
web-contents = Di halaman ini
web-version = Versi { $version }
web-effective = Berlaku sejak { $date }
web-owner = Pemilik: { $owner }
web-review-by = Ditinjau lagi sebelum { $date }
web-versions = Versi
web-seen = Seperti terlihat pada { $date }
web-not-in-force = Versi ini tidak berlaku hari ini.
web-overdue = Halaman ini seharusnya ditinjau pada { $date }. Tanyakan dulu kepada { $owner } sebelum mengandalkannya.
web-overdue-no-owner = Halaman ini seharusnya ditinjau pada { $date }. Tanyakan dulu kepada tim tata kelola sebelum mengandalkannya.
web-overdue-short = lewat tenggat tinjau
web-no-pages = Belum ada halaman di buku panduan ini.
web-page-not-found = Tidak ada halaman seperti itu di buku panduan.
web-reading = Membuka…
web-home-empty = Tidak ada yang menunggu Anda.

web-embedding = Mempelajari buku panduan untuk pencarian: { $done } dari { $total } bagian. Anda sudah bisa bertanya.
web-handbook-broken = Buku panduan baru saja diubah dan ada kesalahan di dalamnya, jadi versi baik yang terakhir tetap dipakai. Jalankan guildmate check untuk melihatnya.
web-handbook-mistakes = Beberapa halaman buku panduan berisi kesalahan, jadi sebagian isinya mungkin tidak ada di sini. Jalankan guildmate check untuk melihatnya.
web-search-failed = Pencarian belum dapat diperbarui, jadi sebagian jawaban mungkin terlewat untuk sementara. Saya terus mencoba.

web-not-demonstration = Basis data ini untuk orang sungguhan, jadi halaman lokal dengan identitas demonstrasi dimatikan. Bertanyalah dengan guildmate ask, atau mulai tanpa DATABASE_URL untuk melihat demonstrasinya.
web-chat-set-up = Guildmate di sini dipakai lewat kanal obrolan, jadi halaman lokal dengan identitas contoh dimatikan. Kirim pesan di sana, tanyakan dengan guildmate ask, atau jalankan tanpa pengaturan kanal untuk melihat contohnya.
web-somebody-else = Di jendela lain Anda sudah menjadi { $name }, jadi tidak ada yang dilakukan di sini.
web-became = Sekarang Anda adalah { $name }, seperti dipilih di jendela lain. Yang belum Anda selesaikan di sini sebagai orang lain tetap disimpan untuknya.
web-not-here = Tidak ada halaman seperti itu.
web-back-home = Ke percakapan
web-refused-host = Halaman ini hanya menjawab di alamat komputer ini sendiri.
web-refused-origin = Ini dikirim dari halaman lain, jadi tidak ada yang dilakukan.
web-too-large = Pesan itu terlalu panjang. Mohon kurang dari 256 KB.
web-unreadable = Halaman mengirim sesuatu yang tidak dapat saya baca. Muat ulang halaman lalu coba lagi.
web-broken = Ada yang rusak di sisi saya, dan tidak ada yang berubah. Silakan coba lagi; jika terjadi lagi, sebutkan { $reference }.
web-nobody = Tidak ada orang seperti itu di demonstrasi ini.
web-no-language = Saya belum bisa bahasa itu.

web-role-maker = pembuat
web-role-reviewer = peninjau
web-role-mentor = mentor
web-role-lead = pimpinan tata kelola
web-role-operator = operator
web-language-en = English
web-language-id = Bahasa Indonesia
web-language-th = ไทย
web-language-vi = Tiếng Việt
