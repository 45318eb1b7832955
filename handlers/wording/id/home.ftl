# Ringkasan.

home-summary = Lihat apa yang menunggu saya
home-examples =
    Apa yang menunggu saya?
    Apa langkah saya berikutnya?
home-waiting = **Menunggu**
home-solutions = **Solusi saya**
home-looked-after = **Solusi yang saya jaga**
home-bookings = **Pemesanan saya**
home-empty = Tidak ada yang menunggu Anda. Sudah membuat sesuatu dengan AI, atau punya idenya? Daftarkan dalam beberapa menit, atau bicarakan dulu dengan mentor.
home-register = Daftarkan solusi
home-book = Pesan waktu mentor
home-train = Mulai pelatihan
home-unfinished = Pendaftaran belum selesai
home-saved = Disimpan
home-continue = Lanjutkan
home-review = Untuk ditinjau: { $name }
home-to-review = Menunggu tinjauan
home-late = Lewat tenggat
home-until = Tenggat
home-open-review = Buka tinjauan
home-booked = Dipesan
home-when = Waktu
home-with = Bersama
home-open-booking = Lihat pemesanan saya
home-unreachable = { $count } orang tidak terjangkau
home-room-not-installed = belum memasang aplikasi: minta mereka menambahkan Guildmate di Teams
home-room-uninstalled = sudah menghapus aplikasi: beri tahu langsung, atau minta memasangnya lagi
home-room-blocked = memblokir aplikasi: beri tahu langsung
