# Chat platforms: what stands around what is said there.

chat-done = Done.
chat-yes = Yes, go on
chat-step = Step { $step } of { $steps }
chat-back = Back
chat-more = The rest is in our conversation.
chat-moment = One moment…
chat-refresh = Refresh
chat-by-model = Written by a language model; each sentence was held against the clause it cites.
chat-window = Open in a window
chat-optional = { $label } (optional)
chat-required = This is needed.
chat-app-short = Policy answers, registration and office hours for citizen developers
chat-app-full = Guildmate answers questions about your company's AI policy in the handbook's own words, with the clause each answer rests on. It takes registrations of what people build, says what care a solution needs and what comes next, and books time with a mentor. Only people of your organisation are answered, and it knows no more than they tell it.
chat-ask-about = Ask about this message
chat-ask-about-hint = Ask the handbook what somebody wrote
chat-ask-about-intro = Change the words until they ask what you want to know.
chat-question = Your question
chat-ask = Ask
chat-search-handbook = Search the handbook
chat-search-handbook-hint = Find what the handbook says, and share it here
chat-search-solutions = Search solutions
chat-search-solutions-hint = Find what people have built, and share it here
chat-search-word = Look for
chat-search-word-hint = A few words, in any language
chat-nothing-found = Nothing was found. Try other words.
