# Yang dikatakan baris perintah dalam bahasa orangnya.

terminal-not-in-handbook = Buku panduan tidak mengatakannya.
terminal-nearest = Yang terdekat, bukan jawaban:
