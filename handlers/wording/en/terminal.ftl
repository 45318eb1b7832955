# What the command line says in the person's language.

terminal-not-in-handbook = The handbook does not say.
terminal-nearest = Nearest, not an answer:
terminal-by-words = Searched by words alone; an embedder would also find what is said in other words.
