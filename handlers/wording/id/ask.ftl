# Bertanya pada buku panduan, dan pada orang di belakangnya.

ask-summary = Tanyakan isi buku panduan
ask-examples =
    Bolehkah saya memasukkan nama pelanggan ke ChatGPT?
    Solusi mana yang perlu ditinjau?

ask-sources = Di mana ini tertulis
ask-nearest = Judul yang terdekat
ask-see-also = Lihat juga
ask-nearest-rule = Aturan terdekat yang saya temukan:
ask-or-this = Atau salah satu ini?
ask-short = Singkatnya; yang berlaku adalah teks bahasa Inggrisnya.
ask-clause-gone = Bagian itu sudah tidak ada di buku panduan. Silakan tanyakan lagi.
ask-version = versi { $version }
ask-in-force = berlaku sejak { $since }
ask-overdue = Halaman ini seharusnya ditinjau sebelum { $due }. Mohon periksa dengan pemiliknya sebelum mengandalkannya.
ask-page-partial = Ada bagian halaman ini yang tidak terbaca. Mohon lihat juga dokumen aslinya.
ask-still-reading = Saya masih membaca buku panduan; sebentar lagi jawabannya lebih baik.

ask-empty = Apa yang ingin Anda ketahui? Ketik pertanyaan, misalnya "Alat apa saja yang disetujui?"
ask-no-words = Saya hanya bisa membaca kata-kata. Apa yang ingin Anda ketahui?
ask-too-long = Ini { $is } karakter, dan saya membaca sampai { $most }. Mohon tanyakan lebih singkat.
ask-not-found = Buku panduan tidak menyebutkan ini, jadi saya tidak mau menebak.

ask-worded = Kalimat yang diikuti kutipan adalah susunan kata model bahasa; yang berlaku adalah kutipannya.
ask-without-model = Model bahasa belum bisa membantu kali ini, jadi ini kalimat dari buku panduan sendiri.
ask-unproved = Tulisan model bahasa tidak dapat dibuktikan dari buku panduan, jadi ini kalimat dari buku panduan sendiri.
ask-masked = Pertanyaan Anda memuat { $kinds }, yang saya tutupi sebelum mencari jawaban. Tanpa itu pun pertanyaan Anda bisa dijawab.
ask-private-key = kata sandi atau kunci
ask-private-email = alamat email
ask-private-card = nomor kartu
ask-private-identity = nomor identitas
ask-private-phone = nomor telepon

ask-unclear = Mana yang Anda maksud? Anda juga bisa mengetik sedikit lebih lengkap.
ask-none = Bukan semuanya: tanya tim tata kelola

ask-helpful = 👍 Membantu
ask-unhelpful = 👎 Tidak membantu
ask-thanks = Terima kasih, sudah dicatat.
ask-sorry = Maaf, ini belum membantu. Orang yang lebih tahu bisa membantu.
ask-team = Tanya tim tata kelola
ask-mentor = Pesan waktu mentor

ask-sent = Dikirim kepada { $leads }: { $question }
ask-sent-before = Pertanyaan ini sudah ada pada { $leads }, jadi tidak dikirim dua kali: { $question }
ask-sent-next = Jawabannya akan datang kepada Anda di sini. Sampai saat itu pertanyaan ini tercatat di `/home`, dan yang lain berjalan seperti biasa.
ask-the-team = tim tata kelola
ask-from = Pertanyaan dari { $name }
ask-own = Pertanyaan Anda kepada tim tata kelola
ask-waiting = Menunggu jawaban
ask-since = Dikirim
ask-handbook = Buku panduan
ask-said = Memberi jawaban yang belum membantu
ask-silent = Tidak menyebutkannya
ask-unsure = Bertanya balik, dan tidak satu pun pilihannya yang dimaksud
ask-reply = Jawab
ask-form = Jawab { $name }
ask-your-answer = Jawaban Anda
ask-replied = Jawaban Anda sedang dikirim kepada { $name }.
ask-nothing-waiting = Pertanyaan ini sudah dijawab. Tidak ada lagi yang perlu dilakukan.
ask-answer = Jawaban dari tim tata kelola
ask-contradiction = [{ $one }] dan [{ $other }] saling bertentangan, padahal keduanya berlaku. Tanyakan kepada pemilik salah satu halaman sebelum mengandalkannya.
ask-next = Bagaimana dengan “{ $heading }”?
ask-human = Tentu. Tim tata kelola membaca pesan Anda dan menjawab di sini. Mentor juga menyediakan waktu untuk pertanyaan Anda.
ask-upset = Maaf, jawaban tadi tidak membantu. Seseorang dari tim bisa melihatnya, atau ceritakan dengan kata lain apa yang Anda perlukan.
