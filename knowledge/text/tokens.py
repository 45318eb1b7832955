"""Cuts text into the words that are compared: stop words out, marks off, English stemmed."""

import re
import threading
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import snowballstemmer

TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"  # scripts that part no words: n-grams
    r"|[\u3040-\u30ff\u3400-\u9fff]+"
    r"|[^\W_]+(?:['’][^\W_]+)*"  # noqa: RUF001 - people type both apostrophes
)
_CHINESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_SAYING_NOTHING = (
    # English
    "a about after again all also am an and any anyone are as at be because been before being but"
    " by can cannot could did do does doing for from get had has have having he her here him his"
    " how i if in into is it its itself just know let like may me might mine must my need no nor"
    " not of off on once one only or other our out over own please she should so some such tell"
    " than that the their them then there these they this those through to too under until up us"
    " use used using very was we were what when where whether which while who whom whose why will"
    " with without would you your yours"
    # Bahasa Indonesia
    " ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa begitu belum berapa bisa"
    " boleh buat dalam dan dapat dari dengan dia hanya harus ia ini itu jika juga kah kalau kami"
    " kamu kan kapan karena ke kenapa kepada kita lagi lah maka mana masih mau mengapa mereka namun"
    " nya oleh pada para perlu pula pun saat saja sampai sangat saya sebagai sebuah secara sedang"
    " seperti serta siapa suatu sudah supaya tapi telah tentang terhadap tersebut tetapi tidak"
    " untuk yaitu yakni yang"
    # Vietnamese, and as typed without its marks where that is no other word
    " bị bởi các cái chỉ chưa có còn của cũng đã đang đây đến để đó được gì hay hoặc khi không là"
    " lại làm lên mà mấy một nào này nên nếu như nhưng những ở phải qua ra rằng rất sau sẽ tại"
    " thế theo thì tôi trên trong từ và vào vẫn về vì việc với"
    " boi cua cung duoc hoac khong nhu nhung phai trong voi"
)

_STOP = frozenset(_SAYING_NOTHING.split())
"""Words that say nothing about what a question is about."""


def tokenize(text: str) -> list[str]:
    """Give the words of *text* that say something, in the form in which they are compared."""
    found: list[str] = []
    for run in TOKEN.findall(unicodedata.normalize("NFKC", text).lower()):
        if _UNSPACED.match(run):
            found += _grams(run, 2 if _CHINESE.match(run) else 3)
        elif run not in _STOP:
            found.append(_stem(strip_marks(run)))
    return found


def is_stop_word(word: str) -> bool:
    """Tell whether a *word*, in small letters, says nothing about what a text is about."""
    return word in _STOP


def ngrams(word: str) -> list[str]:
    """Cut what is written without spaces into short runs; another word stays as it is."""
    if not _UNSPACED.match(word):
        return [word]
    return _grams(word, 2 if _CHINESE.match(word) else 3)


def strip_marks(word: str) -> str:
    """Take the marks off Latin letters, and off no others: in Thai they are vowels and tones."""
    parts = unicodedata.normalize("NFD", word)
    kept = (part for part in parts if not "\u0300" <= part <= "\u036f")
    return "".join(kept).replace("đ", "d")


def _grams(run: str, size: int) -> list[str]:
    return [run[start : start + size] for start in range(max(1, len(run) - size + 1))]


class _Stemmer(threading.local):
    """One English stemmer per thread: a snowballstemmer keeps the word it works on as state."""

    def __init__(self) -> None:
        self.stem: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord


_STEMMER = _Stemmer()


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    bare = re.sub(r"['’]s?$|['’]", "", word)  # noqa: RUF001 - people type both apostrophes
    return _STEMMER.stem(bare) if bare.isascii() and bare.isalpha() else bare
