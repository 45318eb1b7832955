# Asking the handbook, and the people behind it.

ask-summary = Ask what the handbook says
ask-examples =
    May I put customer names into ChatGPT?
    Which solutions need a review?

ask-sources = Where this is written
ask-nearest = Nearest headings
ask-see-also = See also
ask-nearest-rule = The nearest rule I found:
ask-or-this = Or one of these?
ask-short = In short; the English text counts.
ask-clause-gone = That clause is not in the handbook any more. Please ask again.
ask-version = version { $version }
ask-in-force = in force since { $since }
ask-overdue = This page should have been reviewed by { $due }. Please check with its owner before you rely on it.
ask-page-partial = Parts of this page could not be read. Please look at the document itself too.
ask-still-reading = I am still reading the handbook; answers get better in a moment.

ask-empty = What would you like to know? Type a question, such as "Which tools are approved?"
ask-no-words = I can only read words. What would you like to know?
ask-too-long = This has { $is } characters, and I read up to { $most }. Please ask it more briefly.
ask-not-found = The handbook does not say this, so I would rather not guess.

ask-worded = Sentences with a quote below them are the language model's wording; the quote counts.
ask-without-model = The language model could not help this time, so these are the handbook's own sentences.
ask-unproved = What the language model wrote could not be proved from the handbook, so these are the handbook's own sentences.
ask-masked = Your question held { $kinds }, which I covered up before looking for an answer. A question works just as well without.
ask-private-key = a password or key
ask-private-email = an e-mail address
ask-private-card = a card number
ask-private-identity = an identity number
ask-private-phone = a phone number

ask-unclear = Which of these do you mean? You can also type a little more.
ask-none = None of these: ask the governance team

ask-helpful = 👍 Helpful
ask-unhelpful = 👎 Not helpful
ask-thanks = Thank you, noted.
ask-sorry = I am sorry it did not help. Somebody who knows more can.
ask-team = Ask the governance team
ask-mentor = Book a mentor

ask-sent = Sent to { $leads }: { $question }
ask-sent-before = This question is with { $leads } already, so it was not sent twice: { $question }
ask-sent-next = Their answer comes to you here. Until then it is listed under `/home`, and everything else goes on as usual.
ask-the-team = the governance team
ask-from = A question from { $name }
ask-own = Your question to the governance team
ask-waiting = Waiting for an answer
ask-since = Sent
ask-handbook = The handbook
ask-said = Gave an answer that did not help
ask-silent = Does not say
ask-unsure = Asked back, and nothing it named was meant
ask-reply = Reply
ask-form = Answer { $name }
ask-your-answer = Your answer
ask-replied = Your answer is on its way to { $name }.
ask-nothing-waiting = This question has been answered already. Nothing else is needed.
ask-answer = An answer from the governance team
ask-contradiction = [{ $one }] and [{ $other }] contradict each other, and both are in force. Ask the owner of either page before you rely on one.
ask-next = What about “{ $heading }”?
ask-human = Of course. The governance team reads your message and answers you here. A mentor takes time for your questions in office hours.
ask-upset = I am sorry, that was no help. Somebody from the team can look at it, or you tell me in other words what you need.
