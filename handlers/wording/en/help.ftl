# What the assistant can do, and kind words.

help-summary = See what I can do
help-examples =
    What can you do?
help-intro = Just say what you need in your own words, in English, Bahasa Indonesia, Thai or Vietnamese, or type a command.
help-hello = Hello { $name }! I answer questions from the handbook, register what you build and book mentors. Just say what you need.
help-welcome = You are welcome. Whenever something is unclear, just ask; `/help` shows what I can do.
help-agreed = All right. Whenever something comes up, just ask.
help-unknown = There is no command `/{ $typed }`. This is what I can do:
help-did-you-mean = There is no command `/{ $typed }`. Did you mean `/{ $name }`?
help-try = Go
help-wonder = What would you like to know? You can say, for example:
