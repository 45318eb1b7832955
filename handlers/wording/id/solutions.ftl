# Solusi: keadaannya dan isinya.

solutions-summary = Lihat solusi saya, keadaannya, dan langkah berikutnya
solutions-examples =
    Bagaimana status solusi saya?
    Tampilkan SOL-0001

solutions-title = { $count ->
    [1] **Solusi Anda**
   *[other] **{ $count } solusi Anda**
}
solutions-none = Anda belum mendaftarkan apa pun. Cukup beberapa menit, dan yang sudah berjalan pun kami sambut baik.
solutions-register = Daftarkan solusi
solutions-mine = Solusi saya
solutions-open = Buka
solutions-change = Ubah jawaban saya
solutions-retire = Hentikan
solutions-retire-confirm = Hentikan { $reference }? Solusi ini tetap tercatat sebagai tidak dipakai lagi, dan tinjauan yang masih terbuka ditarik.
solutions-retired = **{ $reference }** sudah dihentikan: { $name }. Mohon matikan juga solusinya bila belum.
solutions-open-review = Buka tinjauan
solutions-not-yours = { $reference } milik { $name }. Hanya pemilik, peninjau, dan pimpinan tata kelola yang dapat melihat isinya; silakan tanyakan kepada { $name }.
solutions-only-owner = Hanya { $name } sebagai pemilik yang dapat mengubah jawaban ini.

solutions-owner = Pemilik
solutions-registered = Terdaftar
solutions-tier = Tingkat: { $tier }
solutions-tier-label = Tingkat
solutions-with = Sedang di tangan
solutions-with-reviewers = Menunggu peninjau
solutions-with-leads = Menunggu pimpinan tata kelola
solutions-until = Paling lambat
solutions-next = Langkah berikutnya

solutions-state-draft = Tersimpan, belum dikirim
solutions-state-waiting = Menunggu peninjau
solutions-state-withdrawn = Ditarik kembali
solutions-state-paused = Dijeda
solutions-state-in-review = Sedang ditinjau
solutions-state-changes-requested = Perlu perubahan
solutions-state-approved = Disetujui
solutions-state-rejected = Tidak disetujui
solutions-state-retired = Dihentikan

solutions-next-draft = Kirim kembali setelah semuanya Anda jawab.
solutions-next-waiting = Anda tinggal menunggu; kami akan memberi kabar.
solutions-next-withdrawn = Ubah jawaban Anda untuk mengajukannya lagi.
solutions-next-paused = Baca alasannya, lalu minta agar boleh jalan lagi.
solutions-next-in-review = Anda tinggal menunggu; kami akan memberi kabar.
solutions-next-changes-requested = Baca komentarnya, lalu ubah jawaban Anda.
solutions-next-approved = Jaga bukti tetap terbaru, dan kabari kami bila ada yang berubah.
solutions-next-rejected = Baca alasannya, lalu bicarakan cara lain dengan mentor.
solutions-next-retired = Tidak ada.

solutions-no-answer = (belum dijawab)
solutions-quoted = “{ $text }”
solutions-why = **Mengapa tingkat ini**
solutions-no-rule = Tidak ada aturan di buku panduan yang meminta lebih dari ini.
solutions-because = { $because } ({ $tier })
solutions-unsure = Ini ikut dihitung karena Anda tidak yakin tentang { $questions }: cari tahu, lalu perbarui jawaban Anda.
solutions-clauses = Di mana ini tertulis
solutions-clause = versi { $version } · berlaku sejak { $since } · { $owner }
solutions-clause-undated = versi { $version } · { $owner }
solutions-clause-stale = Halaman ini seharusnya ditinjau ulang paling lambat { $on }. Mohon pastikan kepada pemiliknya.

solutions-need = **Yang diperlukan berikutnya**
solutions-need-nothing = Tidak ada lagi yang diperlukan.
solutions-need-review = Tinjauan: { $who }, paling lambat { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = Pelatihan: { $name } ({ $minutes } menit)

solutions-lower-title = **Yang bisa menurunkan tingkatnya**
solutions-alternatives-title = **Yang bisa Anda buat sebagai gantinya**
solutions-would-lower = { $designs } Setelah itu: tingkat { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } Untuk menunjukkannya: { $proof }.

solutions-maps-to = Standar dan hukum yang meminta hal yang sama: { $places }

solutions-stop-title = Tidak dengan cara ini
solutions-stop-why = Tidak ada yang bisa disetujui selama begini. Bila sudah berjalan, mohon hentikan bagian ini sekarang; bagian lain boleh berlanjut.
solutions-stop-tools = Alat disetujui yang boleh melihat data ini: { $tools }
solutions-stop-instead = Yang perlu dilakukan atas hal yang sudah terjadi
solutions-hold-title = Ditunda sampai ini diketahui
solutions-hold-why = Belum ada yang bisa disetujui sampai saat itu, dan tidak ada yang perlu dihentikan. Mohon cari tahu:
solutions-hold-mentor = seorang mentor
solutions-hold-ask = “{ $question }” Tanyakan kepada: { $who }, paling lambat { $until }

solutions-differences-title = Kata-kata dan jawabannya berbeda
solutions-difference = “{ $quote }”: “{ $question }” Menurut kata-kata: { $says }. Jawabannya: { $answer }.

solutions-find = Cari solusi
solutions-which = Solusi yang mana?
solutions-which-hint = Ketik sebagian namanya, atau nomornya.

solutions-evidence = Bukti
solutions-evidence-file = { $name } ({ $size } kB)
solutions-evidence-add = Tambah bukti
solutions-evidence-remove = Hapus sebagian
solutions-evidence-title = Bukti untuk { $reference }
solutions-evidence-intro = Tambahkan yang sudah ada; sisanya boleh menyusul. Saya menerima berkas PDF, Word, Excel, PowerPoint, PNG, JPEG, dan teks.
solutions-evidence-talk = Tempel tautan di sini saja
solutions-evidence-none-asked = Di sini tidak diminta bukti apa pun.
solutions-evidence-added = Sudah ditambahkan ke **{ $reference }**; Anda dan para peninjau dapat melihatnya.
solutions-evidence-nothing = Tidak ada yang baru ditambahkan ke **{ $reference }**.
solutions-evidence-which = Apa yang ingin dihapus?
solutions-evidence-take-away = Hapus
solutions-evidence-removed = { $count ->
    [0] Tidak ada yang dihapus.
   *[other] { $count } bukti sudah dihapus.
}
solutions-evidence-ask = **{ $name }**: { $how } Tempel tautannya, atau ketik "lewati" atau "berhenti".
solutions-evidence-for-now = Untuk **{ $reference }** cukup sekian dulu. Anda dapat menambah bukti kapan saja.
solutions-files-title = Berkas ini bukti untuk solusi yang mana?
solutions-files-where = Apa yang ditunjukkannya
solutions-files-keep = Simpan berkas sebagai bukti
solutions-files-nowhere = Tidak ada solusi Anda yang diminta buktinya, jadi berkas ini tidak saya simpan. Daftarkan dulu solusinya.

solutions-send-back = Kirim kembali ke peninjau
solutions-sent-back = **{ $reference }** sudah kembali ke { $reviewer }. Anda mendapat jawaban paling lambat { $until }.
solutions-came-back = { $maker } sudah menjawab permintaan Anda tentang **{ $reference }** ({ $name }). Silakan lihat lagi.
