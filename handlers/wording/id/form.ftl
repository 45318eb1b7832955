# Kata-kata setiap formulir, dan apa yang keliru pada sebuah isian.

form-next = Lanjut
form-send = Kirim
form-not-sure = Saya tidak yakin
form-choice-yes = Ya
form-choice-no = Tidak
form-choice-other = Alat lain
form-required = Mohon diisi.
form-too-long = Isian ini { $is } karakter; mohon paling banyak { $most }.
form-not-an-option = Mohon pilih salah satu opsi yang ada.
form-alone = Pilih opsi ini saja, atau lepaskan lalu pilih yang lain.
form-not-an-address = Ini tidak tampak seperti alamat email. Mohon tulis seperti nama@perusahaan.com.
form-too-many-files = Mohon serahkan paling banyak { $most } berkas di sini.
form-no-link = Itu bukan tautan. Tautan diawali https://, dan para peninjau harus bisa membukanya.
form-file-lost = { $name } hilang di perjalanan. Mohon pilih sekali lagi.
form-file-empty = { $name } kosong. Mohon pilih berkas lain.
form-file-too-large = { $name } lebih besar dari { $most } MB. Mohon serahkan berkas yang lebih kecil.
form-file-of-another-kind = { $name } bukan jenis berkas yang saya terima, atau isinya tidak sesuai dengan namanya. Saya menerima berkas PDF, Word, Excel, PowerPoint, PNG, JPEG, dan teks.
form-file-one-too-many = Tidak ada tempat lagi untuk { $name }. Mohon tambahkan dulu berkas yang sudah dikirim, atau hapus sebagian.

form-waits = Pendaftaran Anda menunggu, semua jawaban tersimpan. Lanjutkan dengan tombol, atau dengan `/{ $command }`.
form-waits-changes = Perubahan Anda menunggu, semua jawaban tersimpan. Lanjutkan dengan tombol.
form-waits-here = Pendaftaran Anda menunggu jawaban Anda di sini: ketik saja, atau lanjutkan dengan tombol.
form-waits-changes-here = Perubahan Anda menunggu jawaban Anda di sini: ketik saja, atau lanjutkan dengan tombol.
form-go-on = Lanjutkan
form-question-or-answer = Bila tadi itu jawaban Anda, tekan ini:
form-is-answer = Itu jawaban saya
