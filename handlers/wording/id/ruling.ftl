# Apa kata aturan untuk pertanyaan tentang yang diizinkan, dan bagaimana pertanyaan itu diajukan.

ruling-sees-yes = Ya: { $tools } boleh melihat data { $classes }.
ruling-sees-approval = Hanya setelah disetujui peninjau: { $tools } lalu boleh melihat data { $classes }.
ruling-sees-no = Tidak: { $tools } tidak boleh melihat data { $classes }.
ruling-by-tool = Itu tergantung alatnya. Untuk data { $classes }: { $parts }.
ruling-by-data = Itu tergantung datanya. Untuk { $tools }: { $parts }.
ruling-part-yes = ya ({ $names })
ruling-part-approval = setelah disetujui peninjau ({ $names })
ruling-part-no = tidak ({ $names })
ruling-forbidden = Tidak. { $because }
ruling-review = Hanya setelah ditinjau paling lama { $days } hari kerja, sedikitnya di tingkat { $tier }. { $because }
ruling-built = Yang Anda bangun dengannya perlu ditinjau paling lama { $days } hari kerja, sedikitnya di tingkat { $tier }. { $because }
ruling-unless = Sama sekali tidak, bila begini keadaannya: { $because }

# Fakta tentang aturan, bila pertanyaannya mungkin tentang hal lain: benar apa pun maksudnya.
ruling-fact = { $about }: { $parts }.
ruling-fact-pair = { $tool } dan data { $classes }
ruling-fact-data = Data { $classes }
ruling-fact-yes = boleh
ruling-fact-approval = hanya setelah disetujui peninjau
ruling-fact-no = tidak pernah boleh
ruling-fact-part-yes = boleh ({ $names })
ruling-fact-part-approval = hanya setelah disetujui peninjau ({ $names })
ruling-fact-part-no = tidak pernah boleh ({ $names })
ruling-fact-unlisted = Untuk { $tools } berlaku yang berikut. { $because }
ruling-fact-forbidden = Solusi yang melakukan ini tidak pernah diizinkan. { $because }
ruling-fact-review = Solusi yang melakukan ini ditinjau lebih dulu, sedikitnya di tingkat { $tier }. { $because }
ruling-implied = “{ $said }” termasuk data { $classes }.

ruling-frames =
    boleh …
    bolehkah …
    apakah boleh …
    apakah … boleh …
    … boleh …
    … boleh tidak
    … boleh nggak
    … boleh gak
    apakah … boleh
    bisakah …
    apakah bisa …
    apakah … bisa …
    bisa …
    dapatkah …
    apakah … dapat …
    apakah … diizinkan
    apakah … diizinkan …
    apakah … disetujui
    apakah … diperbolehkan
    boleh ga …
    boleh gak …
    boleh nggak …
    boleh enggak …
    boleh ngga …
    boleh kah …
    apa boleh …
    apa … boleh …
    apa … boleh
    bisa ga …
    bisa gak …
    bisa nggak …
    bisa ngga …
    apa bisa …
    … boleh
    … boleh ga
    … boleh ngga
    … boleh enggak
    … boleh gak …
    … boleh ga …
    … boleh nggak …
    … bisa ga
    … bisa gak
    … bisa nggak
    … bisa ngga
    … bisa tidak
    … bisa …
    … oke ga
    … oke gak
    … oke
    … ok ga
    … ok gak
    … ok
    … aman ga
    … aman gak
    … diizinkan
    … diperbolehkan
    apakah … diperbolehkan …
    apakah diizinkan …
    apakah diperbolehkan …
    apakah saya diizinkan …
    apakah … diijinkan
    … boleh … ga
    … boleh … gak
    … boleh … nggak
    … boleh … ngga
    … boleh … tidak
    … boleh … kah
    … boleh … enggak
    … bisa … ga
    … bisa … gak
    … bisa … nggak
    … bisa … ngga
    … bisa … tidak
    … bisa … kah
    … bisa … enggak
    … boleh atau tidak
    … ya atau tidak
    … boleh apa nggak
    … boleh apa tidak
    … boleh apa ga
    … aman tidak
    … aman nggak
    apakah … aman
    … masih boleh
    emang boleh …
    memang boleh …
    … gapapa
    … gapapa kan
    … gpp
    … gpp kan
    … gak apa apa
    … tidak apa apa
    … oke kan

ruling-any-tool =
    alat ai
    ai

ruling-small =
    diproses
    diolah
    diringkas
    sudah
    agar
    saya
    kami
    kita
    aku
    anda
    karyawan
    tim
    di
    ke
    dalam
    pada
    dengan
    lewat
    melalui
    oleh
    untuk
    dan
    atau
    yang
    memakai
    pakai
    dipakai
    menggunakan
    gunakan
    digunakan
    memasukkan
    masukkan
    dimasukkan
    menempelkan
    mengunggah
    diunggah
    menyalin
    mengolah
    memproses
    menganalisis
    meringkas
    menerjemahkan
    membaca
    melihat
    data
    berkas
    dokumen
    daftar
    tabel
    alat
    ai
    aplikasi
    bot
    chatbot
    agen
    alur
    solusi
    model
    perusahaan
    kantor
    kerja
    pekerjaan
    sebuah
    semua
    juga
    secara otomatis
    membantu
    membuat bot
    membuat aplikasi
    membuat alur
    membuat solusi
    masukin
    masuk
    dimasukin
    taruh
    naruh
    taro
    ditaruh
    tempel
    nempel
    upload
    diupload
    unggah
    ngunggah
    input
    diinput
    copas
    paste
    pake
    pakek
    dipake
    gunain
    olah
    ngolah
    proses
    analisis
    ringkas
    terjemahkan
    baca
    lihat
    liat
    gue
    gua
    gw
    w
    ku
    itu
    ini
    tuh
    sama
    dgn
    utk
    yg
    ada
    aja
    saja
    kalau
    kalo
    jika
    mau
    ingin
    pengen
    untuk kerjaan
    kerjaan
    customer
    yg udah terbit
    yang sudah terbit
    produk

# Kata untuk membuat sesuatu, yang tidak mengubah apa pun bila tidak ada data yang disebut.
ruling-making =
    membuat
    membangun

# Yang disebut dalam pertanyaan tentang solusi; tanpa itu, mungkin orangnya sendiri yang melakukannya.
ruling-solution =
    ai
    bot
    chatbot
    agen
    aplikasi
    alur
    otomatisasi
    solusi
    model
    alat
    membuat
    membangun

# Yang hanya sopan santun, di awal, di akhir, atau di tengah pertanyaan.
ruling-courtesy =
    halo
    hai
    hi
    hello
    permisi
    maaf
    mau tanya
    mau nanya
    mo nanya
    numpang tanya
    numpang nanya
    izin bertanya
    izin tanya
    ijin bertanya
    tanya dong
    nanya dong
    tanya
    tolong
    mohon
    mohon info
    kak
    kakak
    mas
    mbak
    pak
    bapak
    bu
    ibu
    min
    gan
    bang
    bos
    tim
    teman teman
    semua
    selamat pagi
    selamat siang
    selamat sore
    selamat malam
    pagi
    siang
    sore
    malam
    dong
    sih
    nih
    ya
    yah
    deh
    kok
    kah
    loh
    lho
    terima kasih
    terimakasih
    makasih
    makasi
    trims
    thanks
    thank you
    salam
    mohon bantuannya
    mohon pencerahannya
    terima kasih banyak
    makasih banyak
    makasih ya
    maaf ganggu
    maaf mengganggu
    semoga sehat
    terima kasih sebelumnya
    eh
    btw
    oh iya
    oh ya
    bentar
    tunggu
    hmm
    gaes
    gais
    guys
    guis
    cuy
    bro
    sis
    tante
    kang
    teh
    admin
    mimin
    met pagi
    met siang
    met sore
    met malam
    selamat
    bgt
    banget
    dulu
    rek
    lur
    bosku
    bestie

# Kata yang mungkin menanyakan izin.
ruling-asks =
    boleh
    bolehkah
    bisa
    bisakah
    dapatkah
    diizinkan
    diijinkan
    izin
    diperbolehkan
    memperbolehkan
    disetujui
    aman
    amankah
    dilarang
    larangan
    oke
    alat apa
    alat mana
    tool apa
    pakai apa
    gapapa
    gpp
    gak apa apa
    tidak apa apa
    harus izin
    perlu izin
    izin dulu

# Kata yang menanyakan hal yang tidak diputuskan aturan.
ruling-elsewhere =
    dihapus
    menghapus
    hapus
    batalkan
    dibatalkan
    lisensi
    biaya
    harganya
    berapa
    siapa
    pemilik
    akses
    daftar ke
    mendaftar
    mendaftarkan
    didaftarkan
    lapor
    melapor
    melaporkan
    dilaporkan
    bocor
    terlanjur
    telanjur
    sudah telanjur
    tidak sengaja
    gak sengaja
    ga sengaja
    nggak sengaja
    berhenti memakai
    mentor
    pelatihan
    kursus
    tanpa persetujuan

# Data yang sudah tidak seperti aslinya.
ruling-altered =
    disamarkan
    anonim
    dianonimkan
    sudah disamarkan
    dimasking
    palsu
    rekaan
    buatan
    tanpa nama
    dihilangkan
    sintetis
    dienkripsi

# Kata yang menanyakan kelas data.
ruling-class =
    kelas
    kelas data
    klasifikasi
    termasuk
    rahasia
    sangat rahasia

# Kata yang hanya melanjutkan pertanyaan sebelumnya.
ruling-follow =
    kalau peninjau setuju
    kalau peninjau bilang ok
    kalau reviewer setuju
    kalau reviewer bilang ok
    kalo reviewer ok
    kalau disetujui peninjau
    dan
    kalau
    kalo
    klo
    kalau di
    kalo di
    kalau ke
    kalau pakai
    kalo pake
    terus
    trus
    lalu
    gimana
    gimana kalau
    gimana kalo
    bagaimana dengan
    bagaimana kalau
    bagaimana
    atau
    juga
    tapi
    jika
    gmn
    gmana
    gimana dengan
    gmn kalo
    gmn kalau
    gmn klo
    klo di
    klo pake
    klo pakai
    kalo pakai
    kalau pake
    kalau lewat
    kalo lewat
    klo lewat
    kalo via
    kalau via
    kalo buat
    kalau buat
    klau
    klw
    misal
    misalnya
    misal pake
    kalau ganti
    kalo ganti
    kalau diganti
    kalo diganti
    kalau diganti ke
    kalo diganti ke
    ganti ke
    pindah ke
    kalau pindah ke
    kalo pindah ke
    sama juga
    sama ga
    sama aja ga
    kalau yang
    kalo yg
    nah
    berarti
    klo diganti
    klo diganti ke
    klo ganti
    diganti
    diganti ke
    ganti
    pindah
    pake yang
    yang
    pakenya
    kalo ke

# Kata yang menanyakan data atau alat mana.
ruling-which =
    apa
    apa saja
    data apa
    data apa saja
    mana
    mana saja

# Kata yang menanyakan cara, waktu, tempat, atau alasan.
ruling-way =
    bagaimana cara
    gimana cara
    caranya
    cara
    kapan
    kenapa
    mengapa
    di mana

# Kata untuk alat milik sendiri atau yang gratis, setelah yang lain ditanyakan.
ruling-free =
    gratis
    gratisan
    yang gratis
    yg gratis
    versi gratis
    akun gratis
    pribadi
    akun pribadi
    yang pribadi
    gmail
    gmail pribadi
    akun sendiri
    punya sendiri
    versi free
    yang free

# Kata untuk yang milik perusahaan.
ruling-company =
    perusahaan
    akun perusahaan
    akun kantor
    versi kantor
    versi perusahaan
    yang kantor
    enterprise

# Kata untuk yang berbayar, siapa pun yang membayar.
ruling-paid =
    berbayar
    yang berbayar
    yg berbayar
    versi berbayar
    yang bayar
    yg bayar
    premium
    langganan
    pro
    plus

# Kata tepat sebelum sebuah nama yang menyangkalnya.
ruling-denied =
    tidak
    tidak pernah
    bukan
    jangan
    tanpa
    tak
    belum pernah

# Kata bila orang sendiri yang melakukannya, atau solusinya hanya menyiapkan.
ruling-by-people =
    manual
    secara manual
    tanpa bot
    tanpa ai
    oleh hr
    oleh sdm
    oleh manajer
    orang yang transfer
    orang yang bayar
    orang yg transfer
    orang yg bayar
    orang cek semua
    dicek satu satu
    disiapkan
    nyiapin
    menyiapkan
    siapin
    usul
    usulan
    mengusulkan
    draf
    manajer

# Kata yang dipakai pertanyaan lanjutan untuk bertanya, selain yang minta izin.
ruling-follow-asks =
    ga
    gak
    nggak
    ngga
    enggak
    juga
    dong
    sih
    tetap
    tetep
    masih
    jg
    aman jg
    aman juga
    oke jg
    boleh jg
    kan
    di
    ke
    pake
    pakai
    lewat
    via
    buat

# Kata tentang sesuatu yang berjalan, atau yang menanyakan boleh langsung mulai.
ruling-runs =
    flow
    alur
    otomatis
    otomatisasi
    terjadwal
    jadwal
    agen
    bot
    chatbot
    aplikasi
    tiap hari
    tiap malam
    tiap pagi
    tiap minggu
    tiap bulan
    tiap senin
    setiap hari
    setiap malam
    setiap minggu
    setiap bulan
    harian
    mingguan
    bulanan
    langsung jalan
    langsung pakai
    langsung aja
    langsung gas
    gas aja
    nunggu approval
    nunggu persetujuan
    tunggu approval
    tunggu persetujuan
    perlu daftar
    harus daftar
    jalan sendiri
    harus izin
