# Aplikasi obrolan: semua yang ada di sekitar percakapan.

chat-done = Selesai.
chat-yes = Ya, lanjutkan
chat-step = Langkah { $step } dari { $steps }
chat-back = Kembali
chat-more = Selebihnya ada di percakapan kita.
chat-moment = Sebentar…
chat-refresh = Perbarui
chat-by-model = Ditulis oleh model bahasa; setiap kalimat telah dicocokkan dengan bagian yang dikutipnya.
chat-window = Buka di jendela
chat-optional = { $label } (tidak wajib)
chat-required = Ini perlu diisi.
chat-app-short = Jawaban kebijakan, pendaftaran, dan jam konsultasi bagi pembuat solusi AI
chat-app-full = Guildmate menjawab pertanyaan tentang kebijakan AI perusahaan dengan kata-kata buku panduan sendiri, disertai bagian yang menjadi dasar setiap jawaban. Guildmate menerima pendaftaran solusi yang dibuat rekan kerja, menjelaskan kehati-hatian yang diperlukan dan langkah berikutnya, serta memesan waktu dengan mentor. Hanya orang dari organisasi Anda yang dijawab, dan Guildmate hanya tahu apa yang mereka ceritakan.
chat-ask-about = Tanya tentang pesan ini
chat-ask-about-hint = Tanyakan isi pesan ini kepada buku panduan
chat-ask-about-intro = Ubah kalimatnya sampai menanyakan hal yang ingin Anda ketahui.
chat-question = Pertanyaan Anda
chat-ask = Tanya
chat-search-handbook = Cari di buku panduan
chat-search-handbook-hint = Temukan isi buku panduan, lalu bagikan di sini
chat-search-solutions = Cari solusi
chat-search-solutions-hint = Temukan solusi buatan rekan kerja, lalu bagikan di sini
chat-search-word = Cari
chat-search-word-hint = Beberapa kata, dalam bahasa apa pun
chat-nothing-found = Tidak ada yang ditemukan. Coba kata lain.
