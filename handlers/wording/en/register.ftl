# Registering a solution.

register-summary = Register something you built or use with AI
register-examples =
    I built a bot that reads supplier invoices
    I want to register a solution

register-intro =
    I will ask about what you built, in { $steps } short steps, and then tell you how much care it needs and what comes next.
register-not-sure-is-fine = Not sure is fine: we take the careful side until you know.
register-look-again = Your answers are saved. Please look at the fields marked below.
register-one-more = Your answers are saved, and they lead to one more question on this step.

register-talk = Answer one by one here instead
register-form = Show it as a form instead
register-stop = Stop for now
register-progress = Question { $n } of { $of }
register-not-understood = I could not match that to one of the answers. You can type an answer, its number in the list, or "not sure"; several are separated by commas.
register-ask-instead = Answer what I typed as a question
register-paused = Stopped here. Everything you answered is saved, and `/register` brings it back.

register-unfinished = You have an unfinished registration: **{ $name }**, saved { $at }.
register-unnamed = no name yet
register-continue = Continue
register-over = Start over
register-over-confirm = This throws away the answers of your unfinished registration. Start over?

register-check = **Please check your answers.** Nothing is registered until you confirm.
register-check-changes = **Your answers for { $reference }.** Change what is different now; nothing is saved to the register until you confirm.
register-change = Change
register-confirm = Register it
register-save = Save the changes
register-later = Not now
register-say-yes = Type "yes" to confirm, "back" to change the last answer, or "stop" to go on later.

register-challenge-title = Does this answer still fit?
register-challenge = You wrote “{ $quote }”. Is that a yes to “{ $question }” ({ $says })? You answered: { $answer }.
register-challenge-yes = Yes, change my answer
register-challenge-no = No, as I answered
register-challenge-read = While your words and an answer differ, a person reads both before anything is approved. If they only look that way, all it costs is a short wait.

register-done = **{ $reference }** is registered: { $name }. Thank you for telling us.
register-saved = The changes to **{ $reference }** are saved: { $name }.
register-saved-draft = Saved, and not sent yet: **{ $reference }**, { $name }. Send it back when you have answered everything.
register-already = **{ $reference }** was already registered: { $name }. Nothing was registered twice.
register-already-saved = These changes to **{ $reference }** were already saved: { $name }. Nothing was changed twice.
register-unchanged = These are the answers **{ $reference }** already has: { $name }. Nothing was changed.
register-not-allowed = Please do not build it this way, and stop it if it already runs. The governance lead has been told and will help you to find another way. You did the right thing by asking.
register-my-solutions = My solutions
register-book = Book a mentor

register-please-review = { $maker } asks for a review of **{ $reference }**.
register-please-stop = { $maker } registered **{ $reference }**, which the handbook does not allow. Please talk to them about another way.
register-open-review = Open the review

# What people say before they name what they built, and what names nothing.
register-lead-ins =
    i want to register
    i would like to register
    i'd like to register
    i need to register
    please register
    can i register
    register
    i want to declare
    i would like to declare
    i built
    i have built
    i've built
    i made
    i have made
    i've made
    i created
    i have created
    i am building
    i'm building
    we built
    we have built
    we made
    we created
    we already use
    we use
    our team built
    our team made
register-nothing-said =
    it
    something
    something new
    a solution
    my solution
    a new solution
    a bot
    my bot
    my chatbot
    an app
    my app
    a tool
    my tool
    a new tool i made
    my automation
    my registration
    start a registration
    start
    new
    continue my registration
    continue
    finish my unfinished registration
    help me register my automation

# What people type as answers.
register-words-yes =
    yes
    y
    yep
    yeah
    sure
    ok
    okay
    confirm
register-words-no =
    no
    n
    nope
register-words-not-sure =
    not sure
    i am not sure
    i'm not sure
    unsure
    don't know
    i don't know
    no idea
    ?
register-words-and =
    and
register-words-skip =
    skip
    none
    nobody
    -
    no backup yet
    nobody yet
    none yet
    not yet
    no one
    no one yet
register-words-back =
    back
    go back
    previous
register-words-stop =
    stop
    later
    pause
    quit
    not now
    stop for now

# What is only polite, before or after an answer.
register-words-polite =
    please
    please do
    thank you
    thanks
