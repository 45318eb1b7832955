# Meninjau yang didaftarkan orang lain.

review-summary = Tinjau yang menunggu saya
review-examples =
    Apa yang menunggu tinjauan?
    Tinjauan mana yang jatuh tempo?

review-title = { $count ->
    [1] **Satu tinjauan menunggu.**
   *[other] **{ $count } tinjauan menunggu**, yang paling mendesak di atas.
}
review-none = Tidak ada tinjauan yang menunggu Anda.
review-open = Buka
review-late = Lewat tenggat
review-state-waiting = Menunggu
review-state-in-review = Sedang ditinjau
review-state-changes-requested = Perlu perubahan
review-state-approved = Disetujui
review-state-rejected = Tidak disetujui
review-state-withdrawn = Ditarik
review-history = **Yang sudah disampaikan sejauh ini**

review-take = Ambil
review-take-over = Ambil alih dari { $name }
review-taken = Sekarang ada di tangan Anda; yang lain dapat melihatnya.
review-taken-over = { $reviewer } mengambil alih tinjauan **{ $reference }** dari Anda. Tidak ada lagi yang perlu Anda lakukan.
review-give-back = Kembalikan
review-given-back = Sekarang ini menunggu peninjau lain.
review-not-allowed = Buku panduan tidak mengizinkan ini, jadi tidak ada yang bisa disetujui. Tolak dan sebutkan cara menghentikannya, atau minta perubahan yang menjadikannya sesuatu yang lain.
review-on-hold = Belum ada yang bisa disetujui sampai hal yang terbuka di sini diketahui. Bantu mencari tahu, atau minta perubahan.
review-not-approved = Buku panduan tidak mengizinkan ini, jadi tidak dapat disetujui. Tidak ada yang diputuskan.
review-changed = Ini berubah sejak Anda melihatnya, jadi tidak ada yang diputuskan. Inilah jawabannya sekarang: mohon lihat sekali lagi.
review-approve = Setujui
review-ask = Minta perubahan
review-reject = Tolak
review-next = Tinjauan berikutnya

review-approve-title = Setujui { $reference }
review-approve-label = Komentar
review-approve-hint = Bila perlu: { $maker } akan membacanya.
review-approve-submit = Setujui
review-approve-done = { $reference } disetujui, dan { $maker } sedang diberi tahu.
review-approve-told = **{ $reference }** ({ $name }) disetujui oleh { $reviewer }.
review-approve-next = Anda boleh memakainya. Jaga buktinya tetap terbaru, dan ubah jawaban Anda bila ada yang berubah.

review-ask-title = Minta perubahan untuk { $reference }
review-ask-label = Apa yang perlu diubah?
review-ask-hint = { $maker } akan membaca persis tulisan ini, jadi sebutkan apa yang perlu diubah dan mengapa.
review-ask-submit = Minta perubahan
review-ask-done = { $maker } sedang dimintai perubahan untuk { $reference }. Tinjauan berlanjut setelah perubahan dibuat.
review-ask-told = { $reviewer } meminta perubahan pada **{ $reference }** ({ $name }).
review-ask-next = Ubah jawaban Anda, tambahkan bukti, atau jawab dengan kata-kata, lalu kirim kembali: tinjauan yang sama akan berlanjut. Mentor dapat membantu.

review-reject-title = Tolak { $reference }
review-reject-label = Alasannya
review-reject-hint = { $maker } akan membaca persis tulisan ini. Sebutkan apa yang menghalangi.
review-stop-hint = { $maker } akan membaca persis tulisan ini. Sebutkan cara menghentikannya dan kapan paling lambat.
review-reject-submit = Tolak
review-reject-done = { $reference } tidak disetujui, dan { $maker } sedang diberi tahu alasannya.
review-reject-told = **{ $reference }** ({ $name }) tidak disetujui oleh { $reviewer }.
review-reject-next = Mohon jangan dipakai dalam bentuk sekarang. Mentor dapat membantu mencari cara lain, dan Anda bisa mengubah jawaban setelah rancangannya berubah.

review-said = { $reviewer } menulis: { $comment }
review-already = { $who } lebih cepat: tinjauan ini “{ $state }” sejak { $at }. Tidak ada yang diubah.
review-mine-already = Anda sudah memutuskannya: “{ $state }” sejak { $at }. Tidak ada yang diubah.
review-nobody = Orang lain

review-more = { $count ->
    [1] Tampilkan satu lagi
   *[other] Tampilkan { $count } lainnya
}
review-asks = Belum memutuskan
review-then = Setelah itu
review-steps = Siapa yang memutuskan
review-steps-earlier-rules = Ini diminta menurut aturan sebelumnya. Aturan sekarang juga meminta { $who }: begitu seseorang menyetujui, mereka ikut diminta, dan tanpa mereka tidak ada yang disetujui.
review-role-reviewer = Seorang peninjau
review-role-lead = Pimpinan tata kelola
review-role-mentor = Seorang mentor
review-role-operator = Seorang operator
review-step-approved = Disetujui { $name }, { $at }
review-step-open = Sudah diminta, paling lambat { $until }
review-step-later = Setelah yang lain, paling lambat { $until }
review-requirements = Yang diminta
review-requirements-open = { $count } dari { $of } belum ada
review-requirements-met = Semua sudah ada
review-requirement-met = Ada
review-requirement-open = Belum ada
review-requirement-before = perlu ada sebelum disetujui
review-requirement-until = paling lambat { $until }
review-requirement-valid = berlaku sampai { $until }
review-requirement-waived = { $name } menyetujui tanpa ini: { $reason }
review-condition = Syarat: { $text }
review-training = Pelatihan: { $name }
review-changes = Yang berubah sejak { $where }
review-version = versi { $number }
review-change = { $before } → { $after }
review-held = Versi ini meminta kehati-hatian lebih sedikit daripada { $where } ({ $tier }). Sampai Anda memutuskan, { $tier } tetap berlaku.
review-read-first = Tingkat ini tidak perlu ditinjau. Ini menunggu Anda hanya karena kata-kata dan jawabannya berbeda; bila ternyata salah paham, setujui saja agar pembuatnya bisa lanjut.
review-reason-unsure = Pembuatnya belum yakin, jadi ini dihitung.
review-rules-changed = Aturannya sudah berubah: kini aturan lain yang berlaku, dan tingkatnya tetap sama.
review-rules-changed-tier = Aturannya sudah berubah: menurut aturan sekarang tingkatnya { $tier }.
review-paused-by = oleh { $name }, { $at }: { $reason }
review-missing = Sebelum bisa disetujui, ini masih diperlukan: { $names }.
review-not-yours-to-decide = Anda bisa membaca dan mengomentari ini. Orang lain yang memutuskan.
review-others-next = Sekarang tidak ada yang perlu Anda setujui. Belum memutuskan: { $who }.

review-give = Berikan kepada…
review-give-title = Berikan { $reference } kepada orang lain
review-give-label = Siapa yang menanganinya?
review-give-to = { $name } ({ $count } tinjauan terbuka)
review-give-submit = Berikan
review-give-done = Sekarang { $name } yang menanganinya, dan ia sedang diberi tahu.
review-give-nobody = Tidak ada orang lain yang boleh memutuskan ini.
review-leaving = Saya akan pergi
review-leave-title = Serahkan yang ada pada saya
review-leave-label = Siapa yang memutuskan sebagai ganti Anda?
review-leave-submit = Serahkan
review-leave-done = { $given } sekarang ada pada { $name }, dan para pembuatnya diberi tahu.
review-leave-left = Orang yang Anda pilih tidak boleh memutuskan { $left }, jadi masih pada Anda. Kembalikan, atau serahkan kepada orang lain.
review-given = { $reviewer } menyerahkan tinjauan **{ $reference }** ({ $name }) kepada Anda. Paling lambat { $until }.
review-handed-on = Tinjauan **{ $reference }** kini di tangan { $reviewer }. Anda mendapat kabar paling lambat { $until }.

review-lift = Hapus: { $text }
review-lift-title = Sebuah syarat untuk { $reference }
review-lift-label = Mengapa syarat ini boleh dihapus?
review-lift-hint = { $maker } akan membaca persis tulisan ini.
review-lift-submit = Hapus syarat
review-lifted = Syarat "{ $text }" dihapus, dan pemiliknya sedang diberi tahu.
review-lifted-told = { $reviewer } melihat kembali **{ $reference }** dan menghapus sebuah syarat: { $text }

review-pause = Jeda dulu
review-pause-title = Jeda { $reference }
review-pause-label = Mengapa perlu berhenti sementara?
review-pause-hint = { $maker } akan membaca persis tulisan ini. Jeda bukan penilaian.
review-pause-submit = Jeda dulu
review-paused = { $reference } dijeda, dan pemiliknya sedang diberi tahu.
review-paused-told = { $reviewer } menjeda **{ $reference }** ({ $name }). Mohon jangan dipakai sampai dilanjutkan; jeda bukan penilaian.
review-resume = Lanjutkan lagi
review-resumed = { $reference } berjalan lagi, dan pemiliknya sedang diberi tahu.
review-resumed-told = { $reviewer } melanjutkan **{ $reference }** ({ $name }). Anda boleh memakainya lagi.

review-comment = Beri komentar
review-comment-title = Komentar untuk { $reference }
review-comment-about = Tentang apa?
review-comment-whole = Keseluruhan
review-comment-reply = Balas { $name }: { $text }
review-comment-label = Komentar Anda
review-comment-hint = { $maker } akan membaca persis tulisan ini.
review-comment-submit = Kirim
review-comment-done = Komentar Anda sudah ada di sini, dan { $maker } sedang diberi tahu.
review-attempt-told = { $who } menekan keputusan tentang **{ $reference }** ({ $name }) yang menjadi wewenang orang lain. Tidak ada yang diputuskan.
review-attempt-told-change = { $who } mencoba mengubah sesuatu pada **{ $reference }** ({ $name }) yang tidak dapat diubahnya. Tidak ada yang berubah.
review-coached = Anda membimbing **{ $reference }** ({ $name }): Anda boleh berkomentar, dan orang lain yang memutuskan.
review-comment-told = { $reviewer } menulis sesuatu tentang **{ $reference }**.
review-comment-settled = sudah ditangani

review-conditions-label = Syarat
review-conditions-hint = Bila ada: satu per baris. Syarat ini diminta setelah persetujuan.
review-conditions-until = Dipenuhi dalam
review-conditions-days = { $count } hari
review-conditions-told = Syarat yang perlu dipenuhi paling lambat { $until }:
review-override = Tetap setujui
review-override-title = Tetap setujui { $reference }
review-override-label = Mengapa boleh jalan tanpa ini?
review-override-hint = Ini tetap tercatat, dan { $maker } akan membacanya.
review-override-submit = Tetap setujui
review-way-label = Jalan ke depan
review-way-hint = Apa yang mungkin dilakukan sebagai gantinya?
review-way = Yang mungkin sebagai gantinya: { $way }
review-step-done = Bagian Anda dari { $reference } disetujui. Belum memutuskan: { $who }. { $maker } sedang diberi tahu.
review-step-told = { $reviewer } menyetujui sebagian dari **{ $reference }** ({ $name }). Belum memutuskan: { $who }.
