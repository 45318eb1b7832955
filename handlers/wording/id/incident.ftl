# Bagaimana orang melaporkan kerugian; "…" berarti ada beberapa kata di antaranya.
incident-words =
    bocor
    kebocoran
    dibocorkan
    salah kirim
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
    diretas
    diretas orang
    kena hack
    dihack
    dibobol
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
    botnya error
    tidak jalan lagi
    ga jalan lagi
    bot rusak
    botnya rusak
    aplikasinya rusak
    flow rusak
    bot crash
    aplikasinya crash
    dibobol orang
    kebobol
    dicuri
    kecurian
    kemalingan
    nyetujuin pembayaran dobel
    ngapus data
    menghapus data
    datanya hilang
    data hilang semua
    ketinggalan di prompt
    ke share ke semua
    kebuka buat publik
    kebuka untuk umum
    bayar dua kali
    dibayar dobel
    transfer dua kali
    pembayaran dobel
    ngirim spam
    kirim spam
    wa grup kesebar

# Apa yang dilakukan, dengan kata yang dipakai saat menceritakannya.
incident-acts =
    kirim
    ngirim
    mengirim
    dikirim
    terkirim
    kekirim
    ngirimin
    kirimin
    email
    ngemail
    nunjukin
    menunjukkan
    menampilkan
    tampilin
    nampilin
    kasih
    ngasih
    memberi
    ngasi
    share
    nge-share
    ngeshare
    kesebar
    tersebar
    ke-share
    keshare
    dibagikan
    terbagikan
    jawab
    menjawab
    ngejawab
    balas
    membalas
    posting
    memposting
    upload
    ngupload
    unggah
    mengunggah
    keupload
    masukin
    masukkan
    memasukkan
    tempel
    nempel
    paste
    ngepaste
    copas
    bayar
    membayar
    dibayar
    transfer
    mentransfer
    ditransfer
    ngapus
    menghapus
    hapus
    kehapus
    kebuka
    terbuka
    bocorin
    kasihtau
    taruh
    naruh
    ketinggalan
    lihat
    liat
    kelihatan
    keliatan
    setujui
    nyetujuin
    menyetujui

# Apa yang membuatnya merugikan, bila menyusul.
incident-wrong =
    salah
    ngawur
    ngaco
    keliru
    nyasar
    pesaing
    kompetitor

# Yang juga bisa mendahuluinya.
incident-unmeant =
    tidak sengaja
    gak sengaja
    ga sengaja
    nggak sengaja
    ngga sengaja
    gasengaja
    tanpa sengaja
    kepencet

# Siapa yang jadi melihat; merugikan hanya bila isinya rahasia atau baru terjadi.
incident-seen-by =
    orang lain
    pelanggan lain
    customer lain
    klien lain
    vendor lain
    toko lain
    perusahaan lain
    pihak lain
    semua orang
    seluruh kantor
    satu kantor
    sekantor
    semua karyawan
    publik
    umum
    siapa saja
    siapa aja
    internet
    website
    orang luar
    luar perusahaan
    grup

# Apa yang tidak boleh dilihat mereka.
incident-things =
    gaji
    slip gaji
    data pelanggan
    data customer
    data pribadi
    ktp
    cv
    lamaran
    rekening
    password
    kata sandi
    api key
    kunci
    token
    daftar harga
    margin
    rahasia
    pesanan customer
    pesanan pelanggan

# Bagaimana orang hanya bertanya tentang aturannya, sebelum kata kerugian.
incident-asks =
    kalau
    kalo
    klo
    jika
    apabila
    misal
    misalnya
    gimana cara
    bagaimana cara
    cara
    cegah
    mencegah
    apa yang terjadi
    apakah
    apa aja
    apa saja
    siapa yang lapor
    harus
    perlu
    boleh
    bolehkah
    bisa
    bisakah
    hasil tes
    kasus uji
    setelah ada
    mau
    ingin
    bot yang
    bot yg
    bot buat
    bot untuk
    aplikasi yang
    flow yang
    flow yg

# Kata di mana saja yang hanya menanyakan aturan.
incident-general =
    otoritas
    regulator
    kominfo
    komdigi
    berapa jam
    berapa lama
    seberapa cepat
    boleh ga
    boleh gak
    boleh nggak
    boleh tidak
    lulus

# Kata yang menandai sudah atau sedang terjadi.
incident-now =
    barusan
    baru aja
    baru saja
    ketauan
    ketahuan
    tadi
    kemarin
    hari ini
    pagi ini
    dari kemarin
    sejak
    udah
    sudah
    panik
    tolong
    gawat
    waduh
    aduh
    duh
    gmn nih
    gimana nih
    gmn ini
    gimana ini
    terlanjur
    telanjur
    harus ngapain
    min tadi
    dia komplain
    pada komplain
    kayaknya
    kayanya
    sepertinya
    keknya
