# The overview.

home-summary = See what is waiting for me
home-examples =
    What is waiting for me?
    What should I do next?
home-waiting = **Waiting**
home-solutions = **My solutions**
home-looked-after = **Solutions I look after**
home-bookings = **My bookings**
home-empty = Nothing is waiting for you. Have you built something with AI, or an idea for it? Register it in a few minutes, or talk it through with a mentor first.
home-register = Register a solution
home-book = Book a mentor
home-train = Start the training
home-unfinished = Unfinished registration
home-saved = Saved
home-continue = Continue
home-review = To review: { $name }
home-to-review = Waiting for review
home-late = Overdue
home-until = Due
home-open-review = Open the review
home-booked = Booked
home-when = When
home-with = With
home-open-booking = See my bookings
home-unreachable = { $count ->
    [one] One person is not reached
   *[other] { $count } people are not reached
}
home-room-not-installed = has not installed the app: ask them to add Guildmate in Teams
home-room-uninstalled = has taken the app away: tell them in person, or ask them to add it again
home-room-blocked = has blocked the app: tell them in person
