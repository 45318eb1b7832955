# Apa yang dikatakan orang saat memaksudkan sebuah perintah, satu kalimat per baris. Kalimat yang
# paling dekat menentukan, jadi pertanyaan tentang suatu hal ada di "intent-ask".

intent-took = Saya memahaminya sebagai: **{ $meaning }**.
intent-undo = Bukan, jawab sebagai pertanyaan
intent-near = Atau ini yang Anda maksud?

intent-name-register = Mendaftarkan solusi
intent-name-solutions = Menampilkan solusi saya
intent-name-office-hours = Sesi dengan mentor
intent-name-review = Meninjau solusi
intent-name-training = Pelatihan saya
intent-name-showcase = Galeri karya
intent-name-home = Ringkasan saya
intent-name-channel = Pengaturan kanal ini
intent-name-help = Yang bisa saya bantu
intent-name-ask = Bertanya pada buku panduan

intent-ask =
    bagaimana cara mendaftar?
    bagaimana cara mendaftarkan solusi?
    apa yang saya perlukan sebelum mendaftar?
    apakah saya harus mendaftarkan lembar kerja dengan AI?
    kapan solusi harus didaftarkan?
    apa yang terjadi setelah saya mendaftar?
    apa itu solusi?
    bagaimana proses peninjauan?
    berapa lama peninjauan berlangsung?
    siapa yang meninjau solusi saya?
    apa itu data terbatas?
    apa yang termasuk data pribadi?
    data apa yang boleh dilihat ChatGPT?
    bolehkah saya memasukkan nama pelanggan ke ChatGPT?
    bolehkah Copilot Studio memakai data rahasia?
    apakah Zapier diizinkan?
    alat apa saja yang disetujui?
    apa yang tidak boleh saya buat?
    bolehkah saya membuat bot yang menyaring pelamar kerja?
    bolehkah AI memutuskan pemberian kredit?
    bolehkah chatbot saya menjawab pelanggan sendiri?
    pelatihan apa yang wajib?
    modul pelatihan apa yang diperlukan untuk tingkat tinggi?
    berapa lama pelatihannya?
    apa itu sesi mentor?
    kapan jam konsultasi?
    bagaimana cara memesan mentor?
    apa yang bisa dibantu mentor?
    apakah pemesanan bisa dibatalkan?
    siapa saja mentornya?
    apa itu galeri karya?
    bagaimana cara membagikan karya saya?
    bagaimana dengan alat yang sudah kami buat tanpa melapor?
    apa isi undang-undang data pribadi di Indonesia?
    siapa pemilik buku panduan?
    apa beda tingkat terbatas dan tinggi?
    apa yang harus saya lakukan jika jawaban AI salah?
    kenapa?
    bagaimana dengan kontraktor?
    bagaimana dengan Malaysia?
    apakah pemagang juga perlu persetujuan?
    saya ingin tahu aturan untuk data pemasok
    jelaskan tentang shadow AI
    jelaskan tingkat risikonya
    bagaimana cara saya mendaftarkan aplikasi?
    apakah alat yang hanya saya pakai harus didaftarkan?
    haruskah saya mendaftarkan bot yang membaca lamaran?
    bagaimana kalau saya membuat bot untuk HR?
    bolehkah solusi saya diubah setelah disetujui?
    bolehkah saya membagikan solusi ke kantor lain?
    bagaimana kalau mentornya membatalkan?
    siapa yang bisa saya tanya?
    bagaimana kalau tim saya memakai AI yang tidak diketahui siapa pun?
    kelas data apa saja yang ada?
    apa yang harus diuji sebelum solusi dipakai?
    kapan saya harus menghubungi tim ilmu data?
    siapa pimpinan tata kelola?
    apa ibu kota sebuah negara?
    rekan saya bertanya apakah boleh memakai AI untuk faktur

intent-register =
    saya ingin mendaftarkan solusi
    daftarkan solusi saya
    daftar
    mendaftar
    saya mau daftar
    saya ingin daftar
    daftarkan bot
    daftarkan chatbot saya
    daftarkan aplikasi
    saya mau daftarkan alat buatan saya
    mau daftarkan bot buatan tim
    saya membuat chatbot untuk menjawab pertanyaan HR
    saya membuat bot yang membaca faktur
    saya sudah membuat aplikasi yang menyortir email pelanggan
    saya bikin otomatisasi dengan Zapier
    saya sedang membuat alat yang menyusun balasan
    kami membuat model yang memprediksi penjualan
    saya membuat chatbot untuk pelanggan
    kami membuat bot untuk tim gudang
    tim kami membuat Power App dengan AI
    kami sudah memakai bot yang belum didaftarkan
    saya ingin melaporkan alat yang sudah kami pakai
    mulai pendaftaran
    lanjutkan pendaftaran saya
    selesaikan pendaftaran saya
    bantu saya mendaftarkan otomatisasi saya
    daftarkan flow
    daftarkan flow kami
    daftarin dong

intent-solutions =
    solusi saya
    tampilkan solusi saya
    lihat solusi saya
    apa saja solusi saya
    apa saja solusi saya?
    daftar solusi saya
    apa yang sudah saya daftarkan?
    bagaimana status solusi saya?
    sudah sampai mana solusi saya?
    apakah solusi saya sudah disetujui?
    apakah bot saya sudah disetujui?
    di mana pendaftaran saya?
    status SOL-0001
    lihat status pendaftaran
    hentikan solusi saya
    ubah solusi saya
    status bot saya

intent-office-hours =
    pesan mentor
    pesan sesi mentor
    pesan sesi tentang kualitas data
    saya ingin memesan mentor
    saya ingin bicara dengan mentor
    saya mau konsultasi dengan mentor
    mau konsultasi soal bot
    mau konsultasi soal data
    saya butuh bantuan mentor
    bisakah saya bicara dengan seseorang tentang bot saya?
    bisakah ada yang membantu prompt saya minggu ini?
    carikan jadwal kosong
    tampilkan jadwal kosong
    buat janji dengan mentor
    jadwalkan pertemuan dengan mentor
    jam konsultasi
    batalkan pemesanan saya
    batalkan janji saya
    batalkan BKG-0001
    pemesanan saya
    jadwal saya
    kapan sesi saya berikutnya?
    kapan janji saya?
    saya tidak bisa hadir di sesi saya
    atur jam konsultasi saya
    ubah jam saya sebagai mentor
    booking mentor

intent-review =
    tinjauan
    tampilkan tinjauan
    apa yang menunggu ditinjau?
    apa yang harus saya tinjau?
    tinjauan saya
    tampilkan antrean tinjauan
    ambil tinjauan berikutnya
    saya ingin meninjau solusi
    setujui solusi
    tolak solusi ini
    tinjauan mana yang jatuh tempo?
    tampilkan tinjauan yang terbuka

intent-training =
    pelatihan saya
    tampilkan pelatihan saya
    tampilkan modul pelatihan
    mulai pelatihan
    lanjutkan pelatihan saya
    saya sudah menyelesaikan modul
    saya sudah selesai minggu pertama
    tandai modul selesai
    saya sudah mengerjakan modul kualitas data
    apa modul saya berikutnya?
    pelatihan apa yang masih harus saya kerjakan?
    sudah sejauh mana pelatihan saya?
    kemajuan pelatihan saya
    modul mana yang sudah saya selesaikan?

intent-showcase =
    galeri karya
    tampilkan galeri karya
    tampilkan karya rekan lain
    apa yang sudah dibuat orang lain?
    apa yang dibuat rekan-rekan?
    tampilkan contoh dari tim lain
    bagikan solusi saya
    bagikan cerita saya
    bagikan solusi saya di galeri
    saya ingin memamerkan bot saya kepada semua
    terbitkan cerita saya
    masukkan solusi saya ke galeri karya

intent-home =
    beranda
    ringkasan saya
    ringkasan
    dasbor
    apa yang menunggu saya?
    apa yang harus saya kerjakan berikutnya?
    apa langkah saya selanjutnya?
    daftar tugas saya
    tampilkan semua milik saya
    apa yang baru untuk saya?
    langkah saya berikutnya
    halaman awal

intent-help =
    bantuan
    tolong
    bantu saya
    kamu bisa apa?
    apa yang bisa kamu lakukan?
    apa yang bisa saya lakukan di sini?
    bagaimana cara kerjanya?
    siapa kamu?
    tampilkan perintah
    daftar perintah
    perintah apa saja yang ada?
    saya bingung
    menu

intent-greeting =
    hai
    halo
    halo Guildmate
    hai Guildmate
    selamat pagi
    selamat siang
    selamat sore
    selamat malam
    pagi
    siang
    apa kabar?
    salam kenal
    assalamualaikum

intent-thanks =
    terima kasih
    terima kasih banyak
    makasih
    makasih banyak
    trims
    terimakasih ya
    baik, terima kasih
    oke makasih
    sangat membantu, terima kasih
    mantap, terima kasih
    sama-sama
    sampai jumpa
    dadah
    makasih banyak ya
    thanks ya
    mksh
    tks ya
    nuhun
    suwun

# Awal sebuah pertanyaan yang ditulis tanpa tanda tanya.
intent-asking =
    bagaimana
    gimana
    apa
    apakah
    bolehkah
    boleh
    kapan
    di mana
    dimana
    mengapa
    kenapa
    siapa
    berapa
    haruskah
    … berapa lama
    … brp lama
    … berapa hari
    … berapa
    … apa
    … apa aja
    … kapan
    … siapa
    … gimana
    … boleh ga
    … boleh gak
    … boleh nggak
    … ga
    … gak
    … nggak
    … belum
    … gmn
    … gmana
    … bagaimana
    gmn

# Kata yang tidak berarti apa-apa sendirian: tidak ada yang mencarinya di buku panduan.
intent-nothing =
    ya
    iya
    yoi
    tidak
    nggak
    enggak
    gak
    oke
    baik
    hm
    hmm
    hmmm
    eh
    oh
    anu
    nah
    tes
    cek
    coba
    apa

intent-channel =
    pengaturan kanal ini
    atur kanal ini
    ubah cara menjawab di kanal ini
    ubah pengaturan kanal ini
    setelan kanal
    atur bot untuk kanal ini
    jawab secara pribadi dulu di kanal ini
    tampilkan jawaban untuk semua di kanal ini
    berhenti mengikuti utas di kanal ini
    siapa yang membaca jawaban lebih dulu di kanal ini
    biar penanya membaca dulu di kanal ini
    konfigurasi kanal ini

# Kalimat orang yang ingin bicara dengan orang, bukan program.
intent-human =
    mau ngomong sama orang beneran
    mau langsung ngobrol sama orangnya aja
    mau bicara dengan orang
    saya mau bicara dengan manusia
    bisa bicara dengan orang sungguhan?
    bisa ngobrol sama orang asli ga?
    tolong sambungkan ke orang
    ada orang asli di sini?
    gak mau ngomong sama bot
    saya ingin bicara dengan seseorang dari tim
    hubungkan saya dengan petugas
    mau chat sama manusia aja
    minta disambungin ke orang
    ada orangnya ga
    ada orang beneran ga di sini

# Kalimat orang yang marah atau kecewa.
intent-upset =
    jawabannya tidak jelas
    nggak membantu sama sekali
    ini tidak membantu
    payah banget
    payah, jawabannya salah
    jawabannya ngaco
    jawabannya salah terus
    salah lagi
    saya kesal
    kesel banget
    bikin emosi
    bot bodoh
    botnya bego
    gak guna
    tidak berguna
    buang waktu saja
    kamu tidak mengerti
    mengecewakan

# Kalimat orang yang tidak ingin melanjutkan; bila hanya itu, tidak ada yang dimulai.
intent-cancel =
    batal
    batalkan
    batalin
    batalkan saja
    gak jadi
    ga jadi
    nggak jadi
    ngga jadi
    tidak jadi
    lupakan
    lupakan saja
    batal aja
    batalin aja
    gak jadi deh
    ga jadi deh
    gausah
    ga usah
    gak usah
    nggak usah
    tidak usah
    lupain
    lupain aja
    udah batal
    salah chat
    salah kamar
    abaikan

# Awal pertanyaan tentang caranya; "…" sebelum kata penutupnya. Tidak ada yang dimulai.
intent-how =
    cara
    gimana cara
    gimana caranya
    bagaimana cara
    bagaimana caranya
    bagaimana saya
    bagaimana kalau
    gimana kalau
    apa yang terjadi
    apakah harus
    apa harus
    haruskah
    apakah perlu
    apa perlu
    perlukah
    … caranya
    … caranya gimana
    … gimana caranya
    … ngapain
    … harus ngapain
    … kenapa
    … kenapa ya
    … mengapa

# Dari kata yang memulai sesuatu, satu harus diucapkan.
intent-clues-human =
    bicara
    ngobrol
    ngomong
    chat
    sambungkan
    sambungin
    disambungin
    hubungkan
    hubungi
    orang asli
    orang beneran
    orangnya
    manusia
    petugas
intent-clues-register =
    daftar
    mendaftar
    mendaftarkan
    daftarkan
    daftarin
    didaftarkan
    pendaftaran
    registrasi
    register
    membuat
    buat
    bikin
    dibuat
    bangun
    membangun
    mengembangkan
    memakai
    pakai
    melaporkan alat

intent-clues-office-hours =
    pemesanan
    mentor
    jam konsultasi
    konsultasi
    pesan
    memesan
    booking
    janji
    janji temu
    sesi
    jadwal
    bkg
    ahli
    pakar

intent-clues-solutions =
    solusi
    status
    disetujui
    bot saya
    aplikasi saya
    pendaftaran saya
    sol
    daftarkan
    didaftarkan

intent-clues-review =
    tinjau
    tinjauan
    meninjau
    ditinjau
    review
    antrean

intent-clues-training =
    pelatihan
    training
    modul
    kursus
    belajar
    minggu

intent-clues-showcase =
    showcase
    pameran
    etalase
    karya
    orang lain
    teman
    rekan
    tim lain
    bagikan
    cerita
    inspirasi
    kisah

intent-clues-channel =
    kanal
    saluran
    channel
    utas
    pengaturan

# Kata yang tidak mengubah keinginan membatalkan.
intent-cancel-small =
    aja
    saja
    deh
    dong
    ya
    yah
    sih
    ah
    kok
    udah
    sudah
    ok
    oke
    nih
    itu
    ini

# Kata tanya di mana pun letaknya: tidak memulai formulir.
intent-within =
    bagaimana
    gimana
    gmn
    gmana
    apa
    apakah
    siapa
    kapan
    berapa
    brp
    mana
    dimana
    kenapa
    knp
    mengapa
    harus
    perlu
    wajib
    cara
    cra
    caranya
    bisa approve
    bisa acc
    boleh ga
    boleh gak
    boleh nggak
    boleh ngga
    boleh tidak
    daftar … atau
    daftarnya … atau
    daftar ulang atau
    didaftarkan … atau
    sekali aja
    satu satu atau

# Kata yang menanyakan berapa lama, berapa banyak, atau kapan: tidak menampilkan daftar.
intent-measure =
    berapa
    brp
    kapan
    jam berapa
    berapa lama
    siapa
    masa berlaku
    berlaku sampai
    masih berlaku

# Kata yang menandai baru rencana atau pertanyaan: belum didaftarkan.
intent-plans =
    mau bikin
    mau buat
    mau membuat
    mau bangun
    pengen bikin
    pengen buat
    pingin bikin
    ingin membuat
    ingin buat
    ingin bikin
    rencana bikin
    rencana buat
    rencana membuat
    rencananya
    berencana
    niat bikin
    kepikiran bikin
    kalau bikin
    kalo bikin
    kalau buat
    kalo buat
    kalau membuat
    boleh bikin
    boleh buat
    bisa bikin
    bisa buat
    akan membuat
    akan bikin
    boleh ga
    boleh gak
    boleh nggak
    boleh tidak

# Yang dikatakan orang yang melaporkan kerugian.
intent-harm =
    bot kami mengirim data pelanggan ke orang yang salah
    flow saya ngirim harga salah ke toko sejak kemarin
    chatbot menampilkan pesanan pelanggan lain
    data pelanggan bocor dari solusi kami
    ada orang masuk ke bot kami tanpa izin
    agen kami membayar faktur dua kali
    bot bilang hal yang salah ke pelanggan dan dia marah
    AI mengubah data di SAP tanpa disetujui siapa pun
    chatbot kasar ke pelanggan
    bot menjanjikan sesuatu yang tidak bisa kita berikan
    kemarin saya tempel data pribadi ke alat gratis
    pelanggan komplain karena saran bot berbahaya
    file gaji terbuka untuk semua orang
    agen menghapus data sendiri
    kata sandi kelihatan di log bot

# Kata untuk mengeluhkan orang: tidak memulai apa pun.
intent-complaints =
    komplain
    komplainnya
    keluhan
    mengeluh
    protes
    ga dateng
    gak dateng
    nggak dateng
    ga datang
    tidak datang
    tidak muncul
    ga muncul
    gak muncul
    emang gitu
    telat
    ga ada yang dateng
    ga ada yang datang
    gak ada yang dateng
    gak ada yang datang
    tidak ada yang datang
    ngadu
    batal dua kali
    ga ada mentor
    gak ada mentor
    tidak ada mentor
    mentor penuh
    mentornya penuh
    slot penuh

# Pujian di sebelah terima kasih, jadi bukan pertanyaan.
intent-praise =
    lebih cepat
    lebih cepet
    cepat
    cepet
    cepat banget
    jelas
    keren
    mantap
    pinter
    pintar
    membantu
    ngebantu
    terbantu
    bagus
    hebat
    jago
    baik banget
    terbaik
    the best
    berguna
    bermanfaat
    lengkap
    juara
    asik
    kamu emang
    ringan
    top
    menolong
    ketolong
    seneng
    senang
    jadi paham
    jadi ngerti
    udah paham
    udah ngerti
    sudah jelas
    udah jelas
    udah dijawab
    sudah dijawab
    udah beres
    sudah beres
    beres
    kebantu
    nyelametin
    penyelamat
    mantul
    cakep

# Yang masih diinginkan, jadi bukan hanya terima kasih.
intent-wishes =
    tapi
    tp
    mau
    ingin
    butuh
    perlu
    sekarang
    terus
    trus
    lalu
    daftar
    daftarkan
    pesan
    tunjukkan
    jelaskan
    satu lagi
    masih
    kalau
    kalo
    bisa
    boleh
    gimana
    gmn
    gmana
    bagaimana
    error
    ga jalan
    gak bisa
    ga bisa

# Kata sapaan; di sampingnya ada panggilan, waktu, dan partikel.
intent-hellos =
    hai
    hei
    hey
    halo
    hallo
    hola
    helo
    hi
    hello
    pagi
    siang
    sore
    malam
    met pagi
    met siang
    met sore
    met malam
    selamat pagi
    selamat siang
    selamat sore
    selamat malam
    misi
    permisi
    assalamualaikum
    assalamu alaikum
    salam
    salam kenal
    apa kabar
    apa kbr
    punten
    yuhu
    spada
    hadir

# Kata yang hanya menyetujui.
intent-agrees =
    ok
    oke
    okee
    okeh
    okay
    oks
    sip
    sipp
    siip
    siap
    baik
    baiklah
    noted
    paham
    faham
    mengerti
    ngerti
    udah ngerti
    sudah paham
    udah paham
    jadi paham
    beres
    oke deh
    yaudah
    ya sudah
    yowes
    monggo
    sami sami
    boleh deh
    oalah
    oh gitu
    ooh gitu
    begitu ya
    gitu ya

# Cara orang memarahi asisten dan jawabannya; “…” berarti ada kata di antaranya.
intent-scolds =
    bot … lemot
    bot … lambat
    bot … bego
    bot … bodoh
    bot … ngaco
    bot … ngawur
    bot … ngeselin
    bot … ga guna
    bot … gak guna
    bot … payah
    bot … ga jelas
    bot … gak jelas
    jawabannya … ngaco
    jawabannya … ngawur
    jawabannya … muter
    jawabannya … ga jelas
    jawabannya … gak jelas
    jawabannya … ga nyambung
    jawabannya … gak nyambung
    jawaban … ngaco
    jawaban … ngawur
    jawaban … ga nyambung
    jawaban … gak nyambung
    jawabnya … ngawur
    jawabnya … lama
    ga membantu
    gak membantu
    ga ngebantu
    nyebelin
    ngeselin
    payah banget
    buang waktu
    buang buang waktu
    bot bego
    bot bodoh
    bot payah
    bot goblok

# Kata yang menunjukkan milik sendiri.
intent-own =
    saya
    kami
    kita
    aku
    gue
    gua
    gw
    tim
    punya

# Partikel dan panggilan di samping sapaan atau persetujuan.
intent-particles =
    om
    met
    bot
    asisten
    semuanya
    wkwk
    wkwkwk
    hehe
    haha
    lol
    wah
    oh
    ooh
    oalah
    eh
    ah
    juga
    lagi
    kalau begitu
    kalo gitu
    gitu
    begitu
    jadi
    saya
    aku
    udah
    sudah
    kalian
    ini
    baru gabung
    baru masuk
    anak baru
    baru di sini
    orang baru
    ada orang
    ada yang di sini
    botnya
    jawabannya
    emang
    memang
    banget
    bgt
    amat
    sangat
    kamu
    besok

# Kata perpisahan.
intent-partings =
    dah
    dadah
    daah
    sampai jumpa
    sampai besok
    sampai ketemu
    see you
    bye
    selamat malam
    selamat tidur
    met bobo
    duluan ya
