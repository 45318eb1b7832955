# How the assistant behaves in a channel.

channel-summary = Pilih cara saya menjawab di sebuah kanal
channel-examples =
    Ubah pengaturan kanal ini
channel-where = Sampaikan ini di kanal yang dimaksud, dengan menyebut saya.
channel-title = Di kanal ini
channel-intro = Berlaku mulai pertanyaan berikutnya, untuk semua orang di sana.
channel-first = Siapa yang membaca jawaban lebih dulu?
channel-first-everybody = Semua orang di kanal
channel-first-asker = Yang bertanya, lalu boleh membagikannya
channel-threads = Bolehkah saya melanjutkan di utas tanpa disebut lagi?
channel-threads-yes = Ya, dengan yang sudah bertanya di sana
channel-threads-no = Tidak, hanya bila saya disebut
channel-saved = Mulai sekarang begitulah cara saya di kanal ini.
