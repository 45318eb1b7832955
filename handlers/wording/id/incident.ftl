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
    saling ketuker
    saling tertukar
    tertukar ke
    ketuker sama
    ga bisa distop
    gak bisa distop
    susah distop
    ga berhenti berhenti

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
    mengirimkan
    ngirimkan
    nyasar
    diteruskan
    nerusin
    meneruskan
    dikasih
    ke kirim

# Apa yang membuatnya merugikan, bila menyusul.
incident-wrong =
    salah
    ngawur
    ngaco
    keliru
    nyasar
    pesaing
    kompetitor
    bukan orang yang
    bukan yang seharusnya
    orang yang bukan
    bukan pemiliknya
    bukan miliknya
    yang bukan haknya
    tidak berhak
    ga berhak
    gak berhak
    saingan
    ga pernah pesan
    gak pernah pesan
    tidak pernah pesan
    tidak pernah memesan
    yang ga pernah
    yang tidak pernah
    tertukar
    ketuker
    ketukar

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
    malah
    harusnya ke
    seharusnya ke
    harusnya buat
    seharusnya untuk
    seharusnya buat
    tertukar
    ketuker
    ketukar

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
    data karyawan
    paspor
    saldo
    nomor hp
    harga modal
    harga beli
    daftar pelanggan
    daftar customer
    nik
    harga modal kita

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
    apa itu

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
    alat lain
    tool lain
    ai lain
    hukum
    undang undang
    berapa hari

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
    duh
    terlanjur
    telanjur
    min tadi
    dia komplain
    pada komplain
    kayaknya
    kayanya
    sepertinya
    keknya
    semalam
    tiba tiba

# Siapa yang bisa menerima milik orang lain …
incident-people =
    pelanggan
    customer
    klien
    toko
    supplier
    pemasok
    vendor
    distributor
    mitra
    perusahaan
    orang
    karyawan
    pelamar
    akun
    penerima
    alamat
    pembeli
    konsumen
    penelepon
    pengguna

# … dan kata di sebelahnya yang berarti bukan pemiliknya.
incident-other =
    lain
    lainnya
    yang lain
    beda
    yang beda
    yg beda
    berbeda
    yang berbeda
    sebelah
    bukan pemiliknya
    yang bukan
    salah
    yang salah
    keliru
    yang keliru
    bukan seharusnya
    yang bukan seharusnya

# Milik salah satu dari mereka, jadi merugikan bila sampai ke yang lain.
incident-papers =
    invoice
    faktur
    tagihan
    penawaran
    kontrak
    pesanan
    riwayat
    riwayat pesanan
    laporan
    kuitansi
    struk
    surat
    alamat
    harga
    surat jalan
    nota
    nomor hp
    no hp
    nomor telepon
    saldo
    paspor

# Kata yang hanya menghitung yang lalu, atau menanyakan pihak lain.
incident-counts =
    berapa kali
    brp kali
    berapa kasus
    brp kasus
    berapa insiden
    berapa kebocoran
    berapa banyak
    seberapa sering
    sesering apa
    statistik
    jumlah insiden
    jumlah kasus
    jumlah kebocoran
    pernah ga
    pernah gak
    pernah nggak
    pernah ngga
    pernah tidak
    apa pernah
    apakah pernah
    apakah … pernah
    pernahkah
    perusahaan mana
    perusahaan apa
    perusahaan lain pernah
    di perusahaan lain
    per tahun
    per bulan
    persentase
    tren
    sejarah
    data jumlah
    angka kebocoran
    terbesar
    pernah … ga
    pernah … gak
    pernah … nggak
    pernah … ngga
    pernah … tidak
    pernah … belum

# Orang program dan janji dengan mereka: bila meleset, itu bukan kerugian oleh solusi.
incident-meetings =
    mentor
    mentornya
    jam konsultasi
    janji
    janjian
    jadwal
    pertemuan
    meeting
    sesi
    reviewer
    reviewernya
    peninjau
    pelatih

# Yang membuatnya kerugian juga.
incident-solutions =
    bot
    botnya
    chatbot
    agen
    flow
    aplikasi
    data
    datanya
    ai
    copilot
    chatgpt
    file
    email
    sistem
    invoice
    faktur
    laptop
    akun
    hp
    prompt

# Kata bahwa seseorang butuh bantuan sekarang, apa pun yang ditanyakan.
incident-cries =
    tolong
    gawat
    waduh
    aduh
    panik
    harus ngapain
    harus gimana
    gmn nih
    gimana nih
    gmn ini
    gimana ini
    sekarang gimana
    trus gimana
    terus gimana

# Cara menyebut semuanya sekaligus.
incident-others =
    punya orang lain
    milik orang lain
    orang lain
    punya yang lain

# Rekan kerja, yang hanya tidak boleh menerima yang rahasia.
incident-inside =
    departemen
    divisi
    tim
    cabang
    kolega
    kantor
    rekan

# Waktu yang ditanyakan bagaimana jadinya.
incident-periods =
    tahun lalu
    kuartal lalu
    bulan lalu
    tahun ini
    kuartal ini
    sejauh ini

# Kata bahwa sesuatu sampai ke seseorang.
incident-arrivals =
    masuk
    dapet
    dapat
    dapetin
    nerima
    menerima
    diterima
    nyampe
    sampe
    sampai

# Apa yang berjalan dan bisa lepas kendali.
incident-runners =
    bot
    botnya
    chatbot
    agen
    agent
    flow
    alur
    otomatisasi
    skrip
    aplikasi
    asisten

# Cara menceritakan sesuatu yang berulang terus.
incident-repeats =
    yang sama terus
    yg sama terus
    sama terus
    terus terusan
    berulang ulang
    berulang kali
    berulang
    dobel dobel
    dobel terus
    muter terus
    looping
    ga berhenti
    gak berhenti
    tidak berhenti
    nggak berhenti
    ga mau berhenti
    bikin … terus
    buat … terus
    bikin dobel
    duplikat terus

# Bahwa tidak ada yang menyuruhnya.
incident-alone =
    sendiri
    sendirinya
    tanpa disuruh
    tanpa diminta
    gak disuruh
    ga disuruh

# Apa yang lalu dilakukannya, selain perbuatan di atas.
incident-does =
    bikin
    membuat
    order
    mesen
    memesan
    pesan
    beli
    membeli
    broadcast
    nge broadcast
    approve
    nge approve
    ngeapprove
    nyetujuin
    setujui
    nolak
    menolak
    nge cancel
    batalin

# Kapan terjadinya, jadi bukan rencana.
incident-times =
    tadi
    semalam
    kemarin
    barusan
    tiba tiba
    tau tau
    baru aja
    baru saja
    akhir pekan kemarin
    dari pagi
    sejak pagi
    dari semalam
    sejak semalam

# Bahwa ia menuruti yang tidak berhak.
incident-orders =
    nurutin
    menuruti
    nurut
    nurut sama
    disuruh email
    diperintah
    dikasih perintah
    ketipu
    tertipu
    kena tipu
    ngikutin perintah
    mengikuti perintah
    kena prompt injection

# Cara sesuatu dimasukkan ke alat.
incident-pastes =
    paste
    kepaste
    ke paste
    tempel
    ketempel
    nempel
    nempelin
    copas
    kecopas
    ngopas
    upload
    keupload
    unggah
    masukin
    masukkan
    kemasukan
    input
    keinput
    share
    taruh
    naruh
    ketik
    keketik

# Bahwa itu sudah dilakukan.
incident-done =
    barusan
    baru aja
    baru saja
    terlanjur
    telanjur
    keburu
    kepaste
    ke paste
    kecopas
    keupload
    ketempel
    keinput
    kepencet
    tadi
    kemarin
    semalam
    ga sengaja
    gak sengaja
    nggak sengaja
    tidak sengaja
    udah kadung
    kadung

# Alat milik pihak lain, di luar kendali kita.
incident-tools =
    chatgpt
    gemini
    ai gratis
    ai gratisan
    google translate
    meta ai

# Yang tidak boleh masuk ke alat semacam itu sama sekali.
incident-keys =
    password
    kata sandi
    sandi
    api key
    token
    kredensial
    pin

# Akun yang boleh melihat lebih banyak.
incident-approved =
    enterprise
    akun kantor
    akun perusahaan

# Bahwa orang lain merasakannya.
incident-calls =
    nelpon
    telpon
    nelfon
    menelepon
    komplain
    protes
    marah
    marah marah
    ngamuk

# Keraguan yang bukan pertanyaan tentang aturan.
incident-hedges =
    ga tau apakah
    ga yakin apakah
    ga yakin
    gak yakin
    apakah ini normal
    apa ini normal
    wajar ga
    wajar gak
    ga bisa
    gak bisa
    nggak bisa
    tidak bisa
    gabisa

# Orang yang tidak berhak atas milik kita.
incident-outsiders =
    orang luar
    pihak luar
    pesaing
    kompetitor
    orang asing
    orang ga dikenal
    orang tak dikenal

# Bahwa mereka mendapatkannya.
incident-gets =
    dapet
    dapat
    dapetin
    mendapat
    liat
    lihat
    ngambil
    mengambil
    download
    megang

# Kata yang menyakiti.
incident-rude =
    kasar
    memaki
    maki maki
    ngatain
    menghina
    jorok
    rasis
    ga sopan
    gak sopan
    tidak sopan

# Cara ia mengatakannya.
incident-answers =
    balas
    ngebales
    membalas
    bales
    jawab
    ngejawab
    menjawab
    ngomong
    bilang
    nulis

# Bahwa yang dikatakannya tidak benar.
incident-false =
    padahal belum
    padahal tidak
    padahal ga
    padahal gak
    padahal nggak
    padahal bukan
    padahal salah
    padahal ga ada
    padahal gak ada

# Bahwa ia menghilangkan sesuatu.
incident-deletes =
    ngehapus
    menghapus
    hapus
    ngapus
    kehapus
    menimpa
    nimpa
    ilang
