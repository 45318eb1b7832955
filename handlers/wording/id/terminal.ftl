# Yang dikatakan baris perintah dalam bahasa orangnya.

terminal-not-in-handbook = Buku panduan tidak mengatakannya.
terminal-nearest = Yang terdekat, bukan jawaban:
terminal-by-words = Dicari menurut kata saja; dengan embedder, yang ditulis dengan kata lain pun ditemukan.
