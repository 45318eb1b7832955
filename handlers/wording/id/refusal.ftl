# Apa yang tidak bisa dilakukan: alasannya dulu, lalu apa yang dapat dilakukan.

refusal-not-possible = Itu tidak bisa dilakukan sekarang. Ketik `/help` untuk melihat yang bisa.
refusal-not-found = Saya tidak menemukan { $reference }.
refusal-solution-not-found = Saya tidak menemukan solusi { $reference }. Nomornya seperti SOL-0042.
refusal-review-not-found = Tinjauan itu sudah tidak ada. Ketik `/review` untuk melihat yang menunggu.
refusal-booking-not-found = Saya tidak menemukan pemesanan { $reference }. Nomornya seperti BKG-0107.
refusal-person-not-found = Saya belum mengenal orang ini. Ia perlu menyapa saya sekali dulu.
refusal-question-not-found = Pertanyaan itu sudah tidak saya simpan. Mohon tanyakan lagi.
refusal-draft-not-found = Formulir itu sudah ditutup, jadi tidak ada yang diubah.
refusal-evidence-not-found = Berkas itu tidak ada di sini, atau Anda tidak boleh melihatnya.
refusal-not-allowed = Hanya pemiliknya yang dapat melakukan itu.
refusal-not-the-owner = Hanya pemilik { $reference } yang dapat melakukan itu. Hubungi pemiliknya, atau minta tim tata kelola mengganti pemilik.
refusal-not-a-reviewer = Hanya orang dengan peran peninjau yang sesuai yang dapat melakukan itu, atau siapa pun yang diminta menyetujui bagiannya; Anda diberi tahu bila giliran Anda tiba. Tinjauan hanya untuk peninjau dan pimpinan tata kelola; solusi Anda sendiri ada di `/solutions`.
refusal-own-solution = Ini solusi Anda sendiri, jadi orang lain yang harus meninjaunya.
refusal-has-a-stake = Anda terlalu dekat dengan { $reference } untuk memutuskannya: Anda pemilik cadangannya, membimbingnya, ikut membuatnya, atau sudah pernah memutuskannya. Orang lain yang akan memutuskan.
refusal-requirements-open = { $reference } belum bisa disetujui: masih ada yang diminta tingkatnya dan belum ada. Daftarnya ada di halaman kasus.
refusal-evidence-decided = Bukti { $reference } ini menjadi bagian dari sebuah keputusan dan tetap di sana. Tambahkan bukti baru di sampingnya.
refusal-not-a-mentor = Hanya mentor yang punya jam konsultasi. Jika Anda ingin menjadi mentor, tanyakan pada tim tata kelola.
refusal-not-a-lead = Hanya pimpinan tata kelola yang dapat melakukan itu.
refusal-not-your-booking = Ini pemesanan orang lain. Hanya pembuat dan mentornya yang dapat membatalkannya.
refusal-move-not-allowed = { $current ->
    [approved] Ini sudah disetujui, jadi tidak ada yang diubah.
    [rejected] Ini sudah ditolak, jadi tidak ada yang diubah.
    [withdrawn] Ini sudah ditarik, jadi tidak ada yang diubah.
    [changes_requested] Perubahan sudah diminta; sekarang giliran pembuatnya.
    [retired] Solusi ini sudah dihentikan, jadi tidak ada yang diubah.
    [idea] Solusi ini belum berjalan, jadi tidak ada yang perlu dijeda.
   *[other] Ada yang lebih cepat, jadi tidak ada yang diubah. Mohon lihat sekali lagi.
}
refusal-slot-taken = { $starts_at } baru saja diambil. Silakan pilih waktu lain.
refusal-slot-not-offered = { $starts_at } sudah tidak ditawarkan. Silakan pilih waktu lain.
refusal-too-much-evidence = Tidak ada tempat lagi untuk bukti { $reference }. Mohon hapus yang sudah tidak diperlukan.
refusal-too-late = { $reference } sudah mulai { $starts_at }, jadi tidak bisa dibatalkan lagi. Beri tahu orangnya langsung.
refusal-already-answered = { $replied_by } sudah menjawab pertanyaan ini, jadi jawaban Anda tidak dikirim.
refusal-not-approved = { $reference } dapat ditampilkan kepada semua orang setelah disetujui.
refusal-policy-unusable = Kebijakan sedang tidak dapat dibaca, jadi saya tidak memutuskan apa pun. Mohon beri tahu tim tata kelola.
refusal-records-unreachable = Saya tidak dapat menjangkau catatan sekarang. Tidak ada yang diubah; mohon coba lagi sebentar lagi.
refusal-handbook-unusable = Saya tidak dapat membaca buku panduan sekarang. Mohon coba lagi sebentar lagi, dan beri tahu tim tata kelola jika tetap begitu.
refusal-handbook-empty = Buku panduan belum punya halaman, jadi belum ada yang bisa saya jawab.
refusal-page-not-found = Halaman ini tidak ada di buku panduan, atau tidak untuk semua orang.
refusal-search-unavailable = Pencarian di buku panduan sedang tidak bekerja. Mohon coba lagi sebentar lagi.
refusal-broken = Ada yang rusak di pihak saya, dan tidak ada yang diubah. Mohon coba lagi; jika terulang, sebutkan nomor ini kepada tim tata kelola: **{ $incident }**
refusal-role = Saat ini tidak ada tinjauan yang meminta persetujuan Anda. `/{ $command }` hanya untuk peninjau, pimpinan tata kelola, dan siapa pun yang diminta menyetujui suatu bagian; Anda diberi tahu bila giliran Anda tiba. Solusi Anda sendiri ada di `/solutions`.
refusal-lead = `/{ $command }` hanya untuk pimpinan tata kelola.
refusal-stale = Tombol ini dari pesan lama dan tidak berfungsi lagi. Ketik `/home` untuk melihat keadaan Anda.

refusal-see-solutions = Lihat solusi saya
refusal-see-office-hours = Lihat jam konsultasi
refusal-see-register = Ke pendaftaran
refusal-see-slots = Lihat waktu lain
