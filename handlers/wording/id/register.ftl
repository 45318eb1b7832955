# Mendaftarkan solusi.

register-summary = Daftarkan yang Anda buat atau pakai dengan AI
register-examples =
    Saya membuat bot yang membaca faktur pemasok
    Saya mau mendaftarkan solusi

register-intro =
    Saya akan bertanya tentang yang Anda buat dalam { $steps } langkah singkat, lalu memberi tahu seberapa hati-hati kita perlu menanganinya dan apa langkah berikutnya.
register-not-sure-is-fine = Tidak yakin juga boleh: kami ambil sisi yang aman sampai Anda tahu.
register-look-again = Jawaban Anda sudah tersimpan. Mohon lihat isian yang ditandai di bawah.
register-one-more = Jawaban Anda sudah tersimpan, dan karena itu ada satu pertanyaan lagi di langkah ini.

register-talk = Jawab satu per satu di sini saja
register-form = Tampilkan sebagai formulir
register-stop = Berhenti dulu
register-progress = Pertanyaan { $n } dari { $of }
register-not-understood = Jawaban itu tidak cocok dengan pilihan yang ada. Anda bisa mengetik jawabannya, nomornya dalam daftar, atau "tidak yakin"; pisahkan beberapa jawaban dengan koma.
register-ask-instead = Jawab ketikan saya sebagai pertanyaan
register-paused = Kita berhenti di sini. Semua jawaban tersimpan; ketik `/register` untuk melanjutkan.

register-unfinished = Ada pendaftaran yang belum selesai: **{ $name }**, tersimpan { $at }.
register-unnamed = belum bernama
register-continue = Lanjutkan
register-over = Mulai dari awal
register-over-confirm = Jawaban di pendaftaran yang belum selesai akan dibuang. Mulai dari awal?

register-check = **Mohon periksa jawaban Anda.** Belum ada yang terdaftar sebelum Anda setuju.
register-check-changes = **Jawaban Anda untuk { $reference }.** Ubah yang sekarang berbeda; belum ada yang disimpan ke daftar sebelum Anda setuju.
register-change = Ubah
register-confirm = Daftarkan
register-save = Simpan perubahan
register-later = Nanti saja
register-say-yes = Ketik "ya" untuk setuju, "kembali" untuk mengubah jawaban terakhir, atau "nanti saja" untuk melanjutkan lain waktu.

register-challenge-title = Apakah jawaban ini masih sesuai?
register-challenge = Anda menulis “{ $quote }”. Apakah itu berarti “{ $question }” ({ $says })? Jawaban Anda: { $answer }.
register-challenge-yes = Ya, ubah jawaban saya
register-challenge-no = Tidak, tetap jawaban saya
register-challenge-read = Selama kata-kata Anda dan sebuah jawaban berbeda, ada orang yang membaca keduanya sebelum disetujui. Kalau ternyata hanya salah paham, Anda cukup menunggu sebentar.

register-done = **{ $reference }** sudah terdaftar: { $name }. Terima kasih sudah memberi tahu kami.
register-saved = Perubahan **{ $reference }** sudah disimpan: { $name }.
register-saved-draft = Tersimpan, belum dikirim: **{ $reference }**, { $name }. Kirim kembali setelah semuanya Anda jawab.
register-already = **{ $reference }** memang sudah terdaftar: { $name }. Tidak ada yang terdaftar dua kali.
register-already-saved = Perubahan **{ $reference }** ini memang sudah disimpan: { $name }. Tidak ada yang diubah dua kali.
register-unchanged = Ini sama dengan jawaban **{ $reference }** yang sudah ada: { $name }. Tidak ada yang diubah.
register-not-allowed = Mohon jangan dibuat dengan cara ini, dan hentikan bila sudah berjalan. Pimpinan tata kelola sudah diberi tahu dan akan membantu Anda mencari cara lain. Anda sudah melakukan hal yang benar dengan bertanya.
register-my-solutions = Solusi saya
register-book = Pesan waktu mentor

register-please-review = { $maker } meminta tinjauan untuk **{ $reference }**.
register-please-stop = { $maker } mendaftarkan **{ $reference }**, yang tidak diperbolehkan buku panduan. Mohon bicarakan cara lain dengannya.
register-open-review = Buka tinjauan

# Yang diucapkan orang sebelum menyebut buatannya, dan yang tidak menyebut apa-apa.
register-lead-ins =
    saya mau mendaftarkan
    saya ingin mendaftarkan
    saya hendak mendaftarkan
    aku mau mendaftarkan
    saya mau daftarkan
    saya ingin daftarkan
    aku mau daftarkan
    saya mau daftar
    mau mendaftarkan
    mau daftar
    mau daftarkan
    tolong daftarkan
    daftarkan
    mendaftarkan
    daftar
    saya membuat
    saya sudah membuat
    saya telah membuat
    saya bikin
    aku bikin
    aku membuat
    saya sedang membuat
    kami membuat
    kami sudah membuat
    kami telah membuat
    kami sudah memakai
    kami memakai
    tim kami membuat
    tim saya membuat
register-nothing-said =
    solusi
    solusi saya
    solusi baru
    sebuah solusi
    bot
    bot saya
    chatbot saya
    aplikasi
    aplikasi saya
    alat
    alat saya
    alat baru
    sesuatu
    mulai pendaftaran
    pendaftaran
    lanjutkan pendaftaran
    lanjutkan pendaftaran saya
    mulai
    baru

# Yang diketik orang sebagai jawaban.
register-words-yes =
    ya
    iya
    yap
    betul
    benar
    sudah
    setuju
    oke
register-words-no =
    tidak
    enggak
    nggak
    gak
    ga
    tak
    bukan
    belum
register-words-not-sure =
    tidak yakin
    saya tidak yakin
    belum yakin
    kurang yakin
    tidak tahu
    saya tidak tahu
    belum tahu
    entah
    kurang tahu
register-words-and =
    dan
register-words-skip =
    lewati
    lewat
    tidak ada
    kosong
    belum ada
    belum punya
    belum ada orangnya
    belum ada cadangan
    gak ada
    ga ada
    nggak ada
register-words-back =
    kembali
    sebelumnya
    mundur
register-words-stop =
    nanti saja
    nanti
    berhenti
    berhenti dulu
    jeda
    stop

# Yang hanya sopan santun, sebelum atau sesudah jawaban.
register-words-polite =
    dong
    deh
    kok
    kak
    pak
    bu
    mas
    mbak
    terima kasih
    makasih
