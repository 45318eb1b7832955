# Office hours with a mentor.

office-hours-summary = Book time with a mentor, see and cancel bookings
office-hours-examples =
    I want to book a mentor
    Show my bookings

office-hours-words-mine =
    mine
    my bookings
    my sessions
office-hours-mine = { $count ->
    [one] **Your booking**
   *[other] **Your { $count } bookings**
}
office-hours-none = You have no bookings.
office-hours-book = Book a mentor
office-hours-see-mine = See my bookings
office-hours-mentor = Mentor
office-hours-maker = Maker
office-hours-topic = Topic
office-hours-yours = Your time
office-hours-theirs = Mentor's time

office-hours-topics = What would you like to talk about?
office-hours-slots = **{ $topic }**: free times, as your clock in { $zone } shows them.
office-hours-later = Later days
office-hours-other-topics = Other topics
office-hours-nothing-free = No mentor has a free time for { $topic } in the next 14 days.
office-hours-others = Free for another topic:
office-hours-ask-team = You can also type your question here, and send it to the governance team from below the answer.

office-hours-confirm = Book { $name }
office-hours-confirm-intro = { $topic }: { $times }
office-hours-note = What is it about?
office-hours-note-hint = If you like: a sentence or two, so that the mentor can prepare.
office-hours-submit = Book it
office-hours-booked = **{ $reference }** is booked with { $name }.
office-hours-booked-already = **{ $reference }** was already booked with { $name }. Nothing was booked twice.
office-hours-busy = You are with { $name } at that time: { $reference }, { $at }. Please choose another time, or cancel that one first.
office-hours-nearest = These are the nearest times that are still free:
office-hours-unclear = I could not make out that time. Please choose it once more.

office-hours-cancel = Cancel it
office-hours-cancel-confirm = Cancel with { $name }, { $at }? They will be told.
office-hours-cancelled = **{ $reference }** is cancelled, and { $name } is being told.
office-hours-cancelled-already = **{ $reference }** was already cancelled. Nothing was changed.
office-hours-cancelled-card = **{ $reference }** was cancelled: { $topic }, { $at }.
office-hours-told-booked = { $name } has booked you about { $topic }: { $at } (**{ $reference }**).
office-hours-told-cancelled = { $name } has cancelled **{ $reference }** about { $topic }: { $at }.
office-hours-told-note = They write: { $note }

office-hours-file = Add to my calendar
office-hours-file-cancelled = Take out of my calendar
office-hours-event = Office hours: { $topic } ({ $maker } with { $mentor })

office-hours-set = Set my hours
office-hours-set-intro = Times are those of your own clock ({ $zone }). Bookings you have already stay as they are.
office-hours-field-topics = What can people ask you about?
office-hours-field-days = On which days?
office-hours-field-from = From
office-hours-field-until = Until
office-hours-field-minutes = How long is one session?
office-hours-minutes = { $minutes } minutes
office-hours-too-short = This leaves no room for one session. Please choose a later time.
office-hours-set-submit = Save my hours
office-hours-hours-set = Your office hours are set. Makers can book them from now on.
