# The page: what stands around the conversation.

web-title = Guildmate
web-skip = Skip to the message box
web-banner = Local demonstration: you can be anybody here. Nothing leaves this computer.
web-needs-script = This page needs JavaScript. The same answers are on the command line: guildmate ask "your question".
web-you-are = You are
web-language = Language
web-home = Home
web-handbook = Handbook
web-panel = Home and handbook
web-close = Close
web-conversation = Conversation
web-your-message = Your message
web-write = Ask, or say what you built…
web-send = Send
web-keys = Enter sends, Shift+Enter starts a new line.
web-yes = Yes, go on
web-no = No, go back
web-sure = One more question

web-hello = Hello { $name }
web-hello-text = I answer from the handbook, register what you build, and book you time with a mentor. Ask in your own words.
web-suggestions =
    May I use customer e-mails in ChatGPT?
    I built a bot that reads supplier invoices
    Book time with a mentor
web-shortcuts = Things to start
web-shortcut-register = Register a solution
web-shortcut-book = Book a mentor
web-shortcut-mine = My solutions
web-shortcut-help = What can you do?

web-you = You
web-guildmate = Guildmate
web-news = News
web-looking = Looking in the handbook…
web-working = Working on it…
web-still = Still at it. You can leave the page open.
web-unreachable = I could not reach Guildmate. Nothing you wrote is lost.
web-remove = Remove
web-retry = Try again
web-form-sent = Sent
web-step = Step { $step } of { $steps }
web-optional = optional
web-mistakes-one = Please look at one field.
web-mistakes = Please look at { $count } fields.
web-back = Back
web-new = Start over
web-new-sure = This clears the conversation from this page. What you registered and booked stays.

web-all-pages = All pages
web-contents = On this page
web-version = Version { $version }
web-effective = In force since { $date }
web-owner = Owner: { $owner }
web-review-by = Next review by { $date }
web-versions = Versions
web-seen = As seen on { $date }
web-not-in-force = This version is not in force today.
web-overdue = This page was due for review on { $date }. Check with { $owner } before you rely on it.
web-overdue-no-owner = This page was due for review on { $date }. Check with the governance team before you rely on it.
web-overdue-short = review overdue
web-no-pages = There is no page in this handbook yet.
web-page-not-found = There is no such page in the handbook.
web-reading = Opening…
web-home-empty = Nothing waits for you.

web-embedding = Teaching the search your handbook: { $done } of { $total } parts. You can ask already.
web-handbook-broken = Somebody changed the handbook and the change has mistakes, so the last good one is in use. Run guildmate check to see them.
web-handbook-mistakes = Some pages of the handbook have mistakes, so a part of it may be missing here. Run guildmate check to see them.
web-search-failed = The search could not be brought up to date, so some answers may be missed for now. I keep trying.

web-not-demonstration = This database is for real people, so the local page with its demonstration identities is off. Ask with guildmate ask, or start without DATABASE_URL to see the demonstration.
web-chat-set-up = People reach Guildmate by a chat channel here, so the local page with its demonstration identities is off. Write to it there, ask with guildmate ask, or start without the channel's settings to see the demonstration.
web-somebody-else = In another window you have become { $name }, so nothing was done here.
web-became = You are { $name } now, as chosen in another window. What you had not finished here as somebody else is kept for them.
web-not-here = There is no such page.
web-back-home = To the conversation
web-refused-host = This page answers only on this computer's own address.
web-refused-origin = This was sent from another page, so nothing was done.
web-too-large = That is too long for one message. Please keep it under 256 KB.
web-unreadable = The page sent something I cannot read. Please reload it and try again.
web-broken = Something broke on my side, and nothing was changed. Please try again; if it happens again, quote { $reference }.
web-nobody = There is no such person in the demonstration.
web-no-language = I do not speak that language yet.

web-role-maker = maker
web-role-reviewer = reviewer
web-role-mentor = mentor
web-role-lead = governance lead
web-role-operator = operator
web-language-en = English
web-language-id = Bahasa Indonesia
web-language-th = ไทย
web-language-vi = Tiếng Việt
