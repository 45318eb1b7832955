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
ruling-review = Hanya setelah ditinjau paling lama { $days } hari kerja, sedikitnya di tingkat { $tier }: { $because }
ruling-built = Yang Anda bangun dengannya perlu ditinjau paling lama { $days } hari kerja, sedikitnya di tingkat { $tier }: { $because }
ruling-unless = Sama sekali tidak, bila begini keadaannya: { $because }

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
