# Apa yang sudah dibuat rekan-rekan.

showcase-summary = Lihat karya rekan-rekan
showcase-examples =
    Apa yang sudah dibuat orang lain?
    Bagikan solusi saya di galeri
showcase-intro = Karya rekan-rekan:
showcase-empty = Belum ada yang bercerita. Anda bisa menjadi yang pertama.
showcase-share = Bagikan solusi saya
showcase-none-approved = Solusi dapat dibagikan setelah disetujui; Anda belum punya yang disetujui.
showcase-form = Ceritakan sebuah solusi kepada semua orang
showcase-which = Solusi yang mana?
showcase-story = Cerita Anda
showcase-story-hint = Apa masalahnya, apa yang Anda buat, dan apa yang kini lebih baik?
showcase-submit = Bagikan
showcase-shared = Kini semua orang dapat membacanya. Terima kasih sudah berbagi!
showcase-by = { $name } · { $on }
