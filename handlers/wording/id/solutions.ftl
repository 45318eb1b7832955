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
solutions-owner-left = { $owner }, sudah keluar: sekarang belum ada pemiliknya
solutions-registered = Terdaftar
solutions-again = Lihat lagi
solutions-again-since = sudah waktunya sejak { $at }
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
solutions-clause-then = bunyinya saat ini didaftarkan
solutions-clause-stale = Halaman ini seharusnya ditinjau ulang paling lambat { $on }. Mohon pastikan kepada pemiliknya.

solutions-need = Yang diperlukan berikutnya
solutions-need-review = Tinjauan: { $who }, paling lambat { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = { $name } ({ $minutes } menit)

solutions-lower-title = **Yang bisa menurunkan tingkatnya**
solutions-alternatives-title = **Yang bisa Anda buat sebagai gantinya**
solutions-would-lower = { $designs } Setelah itu: tingkat { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } Untuk menunjukkannya: { $proof }.

solutions-maps-to = Standar dan hukum yang membahas hal ini, sebagai acuan: { $places }

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
solutions-evidence-removed-told = { $who } telah menghapus bukti **{ $reference }** ({ $name }).
solutions-came-back = { $maker } sudah menjawab permintaan Anda tentang **{ $reference }** ({ $name }). Silakan lihat lagi.

# Satu solusi: versinya, orangnya, dan apa yang bisa dilakukan.
solutions-backup = Pemilik cadangan
solutions-nobody = Belum ada
solutions-runs = Berjalan
solutions-version-label = Versi
solutions-version-of = { $number }, { $at }
solutions-then = Setelah itu
solutions-live = Versi { $number } (“{ $name }”) sudah disetujui dan boleh terus berjalan.
solutions-live-paused = Versi { $number } (“{ $name }”) sudah disetujui, tetapi tidak boleh berjalan selama dijeda.
solutions-version-waits = Versi { $number } menunggu { $who }, paling lambat { $until }.
solutions-somebody = seorang peninjau
solutions-version-yours = Versi { $number } menunggu Anda: jawab yang ditanyakan, lalu kirim kembali.
solutions-version-is = Versi { $number }: { $state }.
solutions-held = Ini meminta kehati-hatian lebih rendah dari sebelumnya ({ $where }), jadi seseorang melihatnya dulu; sampai saat itu tingkat { $tier } berlaku.
solutions-read-first = Kata-kata dan jawaban Anda belum sepenuhnya sama, jadi ada orang yang membacanya dulu sebelum ini disetujui. Tingkatnya tetap sesuai jawaban Anda. Kalau hanya salah paham, Anda cukup menunggu sebentar:
solutions-operation-idea = Belum
solutions-operation-pilot = Sebagai uji coba
solutions-operation-live = Ya
solutions-operation-paused = Dijeda
solutions-operation-retired = Tidak, sudah dihentikan
solutions-paused-by = Dijeda oleh { $name } sejak { $since }: { $reason }
solutions-next-missing = { $more ->
    [0] Masih kurang: { $name }.
   *[other] Masih kurang: { $name }, dan { $more } hal lain.
}
solutions-need-count = { $count ->
    [0] Sudah lengkap
   *[other] { $count } hal masih kurang
}
solutions-need-there = Sudah ada: { $names }
solutions-need-until = { $what } · paling lambat { $until }
solutions-train = Buka pelatihan
solutions-condition-done = Ini sudah saya lakukan
solutions-condition-met = Syarat { $n } sudah saya lakukan
solutions-looked-after = **Solusi yang Anda cadangkan, atau yang ditawarkan kepada Anda**

solutions-asked = { $who } meminta
solutions-answer = Jawab
solutions-answer-title = Jawaban tentang { $reference }
solutions-answer-label = Jawaban Anda
solutions-answer-submit = Simpan jawaban
solutions-answer-saved = Jawaban Anda tentang **{ $reference }** sudah disimpan.
solutions-answer-told = { $who } menjawab dalam tinjauan **{ $reference }** ({ $name }).
solutions-tick = Selesai
solutions-tick-saved = Sudah ditandai selesai untuk **{ $reference }**.
solutions-not-sent-yet = Ini tersimpan, tetapi belum dikirim. Kirim kembali setelah semuanya Anda jawab.
solutions-seen-at-once = Peninjau langsung melihatnya; tidak ada yang perlu dikirim.

solutions-met-title = Syarat untuk { $reference }
solutions-met-label = Apa yang menunjukkan bahwa ini sudah dilakukan?
solutions-met-submit = Ini sudah saya lakukan
solutions-met-told = { $who } sudah memenuhi satu syarat **{ $reference }** ({ $name }): { $condition }
solutions-met-done = Dicatat: satu syarat **{ $reference }** sudah dipenuhi.

solutions-withdraw = Tarik kembali
solutions-withdraw-confirm = Tarik kembali { $reference }? Versi ini lalu tidak ditinjau lagi. Versi yang sudah disetujui tetap disetujui.
solutions-withdraw-done = **{ $reference }** ditarik dari tinjauan: { $name }.
solutions-withdraw-told = { $who } menarik **{ $reference }** ({ $name }) dari tinjauan.

solutions-hurry = Ini mendesak
solutions-hurry-title = Mengapa { $reference } mendesak?
solutions-hurry-label = Alasannya, dan kapan dibutuhkan
solutions-hurry-hint = Para peninjau membaca persis ini.
solutions-hurry-submit = Minta dipercepat
solutions-hurry-none = Tingkat { $tier } tidak punya jalan pintas. Bicarakan dengan pimpinan tata kelola apa yang mungkin sementara ini.
solutions-hurry-told = { $who } meminta Anda melihat **{ $reference }** ({ $name }) lebih cepat.
solutions-hurry-done = **{ $reference }** ditandai mendesak. Anda mendapat jawaban paling lambat { $until }.

solutions-appeal = Minta orang lain melihat lagi
solutions-appeal-title = Banding tentang { $reference }
solutions-appeal-label = Mengapa perlu dilihat lagi?
solutions-appeal-hint = Bisa sampai { $until }. Meminta ini tidak pernah merugikan Anda.
solutions-appeal-submit = Kirim banding
solutions-appeal-none = Di sini tidak ada yang bisa dibanding, atau sudah lewat waktunya. Mentor dapat membantu mencari cara lain.
solutions-appeal-told = { $who } mengajukan banding atas keputusan tentang **{ $reference }** ({ $name }). Silakan lihat lagi.
solutions-appeal-told-decided = { $who } mengajukan banding atas keputusan Anda tentang **{ $reference }** ({ $name }). Orang lain yang memutuskan, dan mungkin berbicara dengan Anda.
solutions-appeal-done = Banding Anda tentang **{ $reference }** ada di pimpinan tata kelola. Anda mendapat jawaban paling lambat { $until }.

solutions-running = Menjalankannya
solutions-pause = Jeda
solutions-pause-title = Jeda { $reference }
solutions-pause-label = Mengapa perlu berhenti dulu?
solutions-pause-hint = Pemilik dan para peninjau membaca persis ini. Jeda bukan penilaian.
solutions-pause-submit = Jeda
solutions-pause-done = **{ $reference }** dijeda: { $name }. Mohon matikan dan beri tahu penggunanya.
solutions-pause-told = { $who } menjeda **{ $reference }** ({ $name }).
solutions-pilot = Untuk sekarang hanya uji coba
solutions-pilot-done = **{ $reference }** dicatat sebagai uji coba: { $name }. Persetujuannya tetap seperti semula.
solutions-roll-out = Sekarang dipakai semua
solutions-roll-out-done = **{ $reference }** dicatat sudah dipakai semua yang memerlukannya: { $name }.
solutions-resume = Jalankan lagi
solutions-resume-done = **{ $reference }** boleh berjalan lagi: { $name }.
solutions-resume-told = { $who } membolehkan **{ $reference }** ({ $name }) berjalan lagi.
solutions-retire-steps =
    Beri tahu para penggunanya.
    Ekspor apa yang harus disimpan.
    Hapus data kerjanya dan semua salinannya.
    Batalkan lisensinya.
solutions-retire-told = { $who } menghentikan **{ $reference }** ({ $name }).

solutions-backup-name = Tunjuk pemilik cadangan
solutions-backup-title = Pemilik cadangan { $reference }
solutions-backup-label = Siapa yang mengurusnya saat Anda tidak ada?
solutions-backup-hint = Orang lain yang bekerja di sini dan bisa mematikannya.
solutions-backup-submit = Tunjuk
solutions-backup-done = { $person } kini menjadi pemilik cadangan **{ $reference }**.
solutions-backup-told = { $who } menunjuk Anda sebagai pemilik cadangan **{ $reference }** ({ $name }). Anda boleh membuka, menjeda, dan mengambil alihnya.
solutions-backup-told-former = { $who } kini menjadi pemilik cadangan **{ $reference }** ({ $name }), menggantikan Anda.
solutions-person-self = Itu Anda sendiri. Mohon sebut orang lain.
solutions-person-unknown = Saya tidak mengenal siapa pun di { $address }, atau orangnya sudah keluar. Minta dia menyapa saya sekali, atau sebut orang lain.

solutions-hand-over = Serahkan
solutions-offer-title = Serahkan { $reference }
solutions-offer-label = Siapa pemilik berikutnya?
solutions-offer-hint = Orangnya ditanya dulu. Sampai ia menerima, ini tetap milik Anda.
solutions-offer-submit = Tanyakan
solutions-offer-done = { $person } diminta mengambil alih **{ $reference }**. Sampai saat itu tetap milik Anda.
solutions-offer-told = { $who } meminta Anda mengambil alih **{ $reference }** ({ $name }).
solutions-offered = { $who } meminta { $person } mengambil alih ini.
solutions-offer-take-back = Tarik tawarannya
solutions-offer-taken-back = { $who } tidak lagi meminta Anda mengambil alih **{ $reference }** ({ $name }).
solutions-accept = Ambil alih
solutions-accept-confirm = Ambil alih { $reference }? Anda lalu bertanggung jawab atasnya, dan pemiliknya diberi tahu.
solutions-accept-done = **{ $reference }** kini milik Anda: { $name }. { $person } diberi tahu.
solutions-accept-told = { $who } kini menjadi pemilik **{ $reference }** ({ $name }).
solutions-review-freed-told = { $who } kini dapat bertanggung jawab atas **{ $reference }** ({ $name }), jadi tinjauannya menunggu orang lain.
solutions-review-freed-coach = { $who } membimbing pembuat **{ $reference }** ({ $name }), jadi tinjauannya menunggu orang lain.
solutions-decline = Tidak, terima kasih
solutions-decline-done = Dicatat: **{ $reference }** tetap pada { $person }.
solutions-decline-told = { $who } tidak mengambil alih **{ $reference }** ({ $name }).

solutions-carry-over = Pakai bukti versi sebelumnya
solutions-carried-over = **{ $reference }** kini memakai bukti versi sebelumnya. Mohon periksa apakah masih sesuai.

solutions-versions = Versi-versi
solutions-versions-title = { $count ->
    [1] **{ $reference } punya satu versi.**
   *[other] **{ $reference } punya { $count } versi**, yang terbaru dulu.
}
solutions-versions-older = Yang lebih lama
solutions-version = Versi { $number } · { $name }
solutions-is-live = dipakai
solutions-made = Dikirim oleh
solutions-decided = Diputuskan oleh
solutions-at-once = tanpa peninjau, langsung disetujui
solutions-by = { $who }, { $at }
solutions-changed = Yang berubah
