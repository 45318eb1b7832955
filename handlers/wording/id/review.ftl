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
review-ask-next = Ubah jawaban Anda lalu setujui: tinjauan yang sama akan berlanjut. Mentor dapat membantu.

review-reject-title = Tolak { $reference }
review-reject-label = Alasannya
review-reject-hint = { $maker } akan membaca persis tulisan ini. Sebutkan apa yang menghalangi dan apa yang mungkin dilakukan sebagai gantinya.
review-stop-hint = { $maker } akan membaca persis tulisan ini. Sebutkan cara menghentikannya, kapan paling lambat, dan apa yang mungkin dilakukan sebagai gantinya.
review-reject-submit = Tolak
review-reject-done = { $reference } tidak disetujui, dan { $maker } sedang diberi tahu alasannya.
review-reject-told = **{ $reference }** ({ $name }) tidak disetujui oleh { $reviewer }.
review-reject-next = Mohon jangan dipakai dalam bentuk sekarang. Mentor dapat membantu mencari cara lain, dan Anda bisa mengubah jawaban setelah rancangannya berubah.

review-said = { $reviewer } menulis: { $comment }
review-already = { $who } lebih cepat: tinjauan ini “{ $state }” sejak { $at }. Tidak ada yang diubah.
review-mine-already = Anda sudah memutuskannya: “{ $state }” sejak { $at }. Tidak ada yang diubah.
review-nobody = Orang lain
