# Jam konsultasi dengan mentor.

office-hours-summary = Pesan waktu mentor, lihat dan batalkan pemesanan
office-hours-examples =
    Saya mau pesan waktu mentor
    Tampilkan pemesanan saya

office-hours-words-mine =
    mine
    punya saya
    pesanan saya
    pemesanan saya
    jadwal saya
office-hours-mine = { $count ->
    [1] **Pemesanan Anda**
   *[other] **{ $count } pemesanan Anda**
}
office-hours-none = Anda belum punya pemesanan.
office-hours-book = Pesan waktu mentor
office-hours-see-mine = Lihat pemesanan saya
office-hours-mentor = Mentor
office-hours-maker = Pembuat
office-hours-topic = Topik
office-hours-yours = Waktu Anda
office-hours-theirs = Waktu mentor

office-hours-topics = Apa yang ingin Anda bicarakan?
office-hours-slots = **{ $topic }**: waktu yang kosong, menurut jam Anda di { $zone }.
office-hours-later = Hari berikutnya
office-hours-other-topics = Topik lain
office-hours-nothing-free = Tidak ada mentor yang punya waktu kosong untuk { $topic } dalam 14 hari ke depan.
office-hours-others = Masih ada waktu untuk topik lain:
office-hours-ask-team = Anda juga bisa mengetik pertanyaan di sini, lalu mengirimkannya ke tim tata kelola dari bawah jawabannya.

office-hours-confirm = Pesan waktu { $name }
office-hours-confirm-intro = { $topic }: { $times }
office-hours-note = Tentang apa?
office-hours-note-hint = Bila perlu: satu atau dua kalimat, supaya mentor bisa bersiap.
office-hours-submit = Pesan
office-hours-booked = **{ $reference }** sudah dipesan dengan { $name }.
office-hours-booked-already = **{ $reference }** memang sudah dipesan dengan { $name }. Tidak ada yang dipesan dua kali.
office-hours-busy = Pada waktu itu Anda bersama { $name }: { $reference }, { $at }. Silakan pilih waktu lain, atau batalkan dulu yang itu.
office-hours-nearest = Ini waktu terdekat yang masih kosong:
office-hours-unclear = Saya tidak dapat membaca waktu itu. Mohon pilih sekali lagi.

office-hours-cancel = Batalkan
office-hours-cancel-confirm = Batalkan dengan { $name }, { $at }? Ia akan diberi tahu.
office-hours-cancelled = **{ $reference }** dibatalkan, dan { $name } sedang diberi tahu.
office-hours-cancelled-already = **{ $reference }** memang sudah dibatalkan. Tidak ada yang diubah.
office-hours-cancelled-card = **{ $reference }** sudah dibatalkan: { $topic }, { $at }.
office-hours-told-booked = { $name } memesan waktu Anda tentang { $topic }: { $at } (**{ $reference }**).
office-hours-told-cancelled = { $name } membatalkan **{ $reference }** tentang { $topic }: { $at }.
office-hours-told-note = Pesannya: { $note }

office-hours-file = Tambahkan ke kalender saya
office-hours-file-cancelled = Keluarkan dari kalender saya
office-hours-event = Jam konsultasi: { $topic } ({ $maker } dengan { $mentor })

office-hours-set = Atur jam saya
office-hours-set-intro = Waktu mengikuti jam Anda sendiri ({ $zone }). Pemesanan yang sudah ada tetap berlaku.
office-hours-field-topics = Tentang apa orang boleh bertanya kepada Anda?
office-hours-field-days = Pada hari apa saja?
office-hours-field-from = Mulai
office-hours-field-until = Sampai
office-hours-field-minutes = Berapa lama satu sesi?
office-hours-minutes = { $minutes } menit
office-hours-too-short = Waktunya tidak cukup untuk satu sesi. Mohon pilih waktu yang lebih akhir.
office-hours-set-submit = Simpan jam saya
office-hours-hours-set = Jam konsultasi Anda sudah diatur. Mulai sekarang orang bisa memesannya.
