# Apa yang bisa dilakukan asisten, dan kata-kata ramah.

help-summary = Lihat yang bisa saya bantu
help-examples =
    Kamu bisa apa?
help-intro = Sampaikan saja kebutuhan Anda dengan kata-kata sendiri, dalam bahasa Indonesia, Inggris, Thai, atau Vietnam, atau ketik sebuah perintah.
help-hello = Halo { $name }! Saya menjawab pertanyaan dari buku panduan, mendaftarkan apa yang Anda buat, dan memesankan waktu dengan mentor. Sampaikan saja kebutuhan Anda.
help-welcome = Sama-sama. Kalau ada yang kurang jelas, tanyakan saja; `/help` menunjukkan yang bisa saya bantu.
help-agreed = Siap. Kalau ada yang ingin ditanyakan lagi, langsung saja.
help-unknown = Tidak ada perintah `/{ $typed }`. Ini yang bisa saya bantu:
help-did-you-mean = Tidak ada perintah `/{ $typed }`. Maksud Anda `/{ $name }`?
help-try = Mulai
help-wonder = Apa yang ingin Anda ketahui? Misalnya, Anda bisa mengatakan:
