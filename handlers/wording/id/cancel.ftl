# Yang dibatalkan, ditunda, atau dibiarkan, dan kata-katanya.

cancel-waits = Ini belum selesai. Mau diapakan?
cancel-more = Masih ada lagi yang belum selesai selain ini. Setelah salah satunya selesai atau dibuang, yang berikutnya muncul di sini.
cancel-changes = Perubahan pada { $reference }
cancel-evidence = Bukti untuk { $reference }
cancel-leave = Biarkan dulu
cancel-discard = Buang saja
cancel-discard-confirm = Buang jawaban Anda di sini? Tidak bisa dikembalikan.
cancel-discarded = Sudah dibuang. Yang sudah didaftarkan atau diserahkan sebelumnya tetap seperti semula.
cancel-nothing = Tidak ada yang menunggu di sini, jadi tidak ada yang perlu dibatalkan. Formulir yang belum dikirim tidak berakibat apa-apa: tidak ada waktu yang dipesan. Yang sudah Anda pesan dan daftarkan ada di ringkasan Anda.
cancel-put-off = Baik, tidak ada yang dipesan dan tidak ada yang dimulai.

# Formulir yang boleh disebut bersama keinginan membatalkan.
cancel-forms =
    pendaftaran
    pendaftarannya
    registrasi
    formulir
    formulirnya
    form
    draf
    draft
    perubahan
    isian

# Kata untuk membatalkan atau menanyakan yang sudah dipesan.
cancel-undoes =
    batal
    batalkan
    batalin
    membatalkan
    pembatalan
    cancel
    hapus
    undur
    undurkan
    tunda
    pindahkan
    jadwal ulang
    reschedule
    ingatkan
    ingatkan saya
    ingetin
    ingatin

# Yang dipesan.
cancel-bookings =
    janji
    janji temu
    pemesanan
    pesanan
    booking
    bookingan
    jadwal mentor
    jadwal konsultasi
    jadwal
    sesi
    konsultasi
    mentor
    jam konsultasi
    pertemuan

# Kata bahwa tidak ada yang perlu dipesan, dimulai, atau diingatkan.
cancel-not-now =
    jangan booking
    jangan dibooking
    jangan pesan
    jangan dipesan
    jangan pesankan
    jangan dipesankan
    jangan jadwalkan
    jangan dijadwalkan
    jangan buat janji
    jangan bikin janji
    jangan ingatkan
    jangan diingatkan
    jangan ingetin
    jangan daftarkan
    jangan didaftarkan
    jangan didaftarin
    jangan mulai
    belum mau booking
    belum mau pesan
    belum perlu booking
    belum perlu pesan
    tidak usah booking
    tidak usah pesan
    gak usah booking
    ga usah booking
    nggak usah booking
    gak usah pesan
    ga usah pesan
    gak usah diingatkan
    ga usah diingatkan
    tidak usah diingatkan
    tidak perlu booking
    tidak perlu pesan
    tidak perlu diingatkan
    gak perlu booking
    gak jadi booking
    ga jadi booking
    tidak jadi booking
    tidak jadi pesan

# Kata yang menunda begitu saja, tanpa menyebut apa.
cancel-later =
    nanti
    nanti aja
    nanti saja
    nanti dulu
    nanti deh
    nanti lagi
    nanti nanti
    ntar
    ntar aja
    entar
    entar aja
    lain kali
    lain waktu
    jangan sekarang
    belum sekarang

# Kata yang tidak mengubah apa pun di sampingnya.
cancel-beside =
    saya
    aku
    gue
    gua
    gw
    ku
    mau
    ingin
    tolong
    bisa
    dengan
    sama
    untuk
    buat
    soal
    tentang
    dulu
    besok
    hari ini
    nanti
    lusa
    minggu
    depan
    senin
    selasa
    rabu
    kamis
    jumat
    pagi
    siang
    sore
    apa apa
    apa pun
    apapun
    yang
    di
    ke
    akan
    lagi
    belum
    sekarang
    punya
    milik
    kami
