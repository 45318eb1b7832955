# The overview.

home-summary = See what is waiting for me
home-examples =
    What is waiting for me?
    What should I do next?
home-waiting = **Waiting**
home-solutions = **My solutions**
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
