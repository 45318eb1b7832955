# Yang disampaikan tanpa ditanya: pengingat.

worker-booking-soon = Konsultasi Anda segera dimulai.
worker-booking-with = Dengan
worker-booking-when = Waktu
worker-booking-topic = Tentang
worker-booking-see = Pemesanan saya
worker-review-late = Sebuah tinjauan sudah melewati tanggalnya.
worker-review-owner = Dibuat oleh
worker-review-due = Seharusnya selesai
worker-review-open = Buka tinjauan

worker-ownerless = Pemilik solusi ini sudah tidak bekerja di sini, dan tidak ada pemilik cadangan. Mohon jeda solusi ini dan tanyakan kepada departemennya siapa yang mengambil alih.
worker-ownerless-open = Buka solusi
