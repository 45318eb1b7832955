# What the command line says in the person's language.

terminal-not-in-handbook = The handbook does not say this.
terminal-nearest = Nearest headings:
terminal-see-also = See also:
terminal-by-words = Searched by words alone; an embedder would also find what is said in other words.
terminal-unclear = I can look that up once I know what it is about. Ask one of these, or type a little more:
terminal-none = None of these? Ask the governance team on the page of `guildmate run`.
terminal-as-of = As the pages applied on { $date }:
