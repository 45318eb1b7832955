# Bagaimana orang melaporkan kerugian; "…" berarti ada beberapa kata di antaranya.
incident-words =
    bocor
    kebocoran
    dibocorkan
    salah kirim
    kirim … salah
    ngirim … salah
    mengirim … salah
    terkirim … salah
    dikirim … salah
    kekirim … salah
    kirim … ngawur
    ngirim … ngawur
    mengirim … ngawur
    kirim … ngaco
    salah orang
    salah pelanggan
    salah customer
    salah alamat
    salah bayar
    salah transfer
    bayar … dua kali
    bayar dobel
    dobel bayar
    lagi down
    sedang down
    nya down
    bot down
    app down
    down nih
    down dari tadi
    mati total
    crash
    diretas
    diretas orang
    kena hack
    dihack
    dibobol
    tidak sengaja
    gak sengaja
    ga sengaja
    nggak sengaja
    ngga sengaja
    terlanjur masuk
    terlanjur masukin
    terlanjur kirim
    terlanjur terkirim
    terlanjur upload
    terlanjur paste
    telanjur masuk
    telanjur kirim
    keburu masuk
    terhapus
    kehapus
    kirim terus
    ngirim terus
    kirim terus terusan
    tidak bisa berhenti
    ga bisa berhenti
    gak bisa dihentikan
    tidak bisa dihentikan
    ada masalah serius
    rusak
    botnya error
    tidak jalan lagi
    ga jalan lagi
